"""Stand on a day: only what had been said by then."""

from collections.abc import Sequence

import ipywidgets as widgets

from zhanaozen import charts, evidence, text
from zhanaozen.explorers.panel import Explorer
from zhanaozen.tables import Claim


def stand_on_this_day(claims: Sequence[Claim], title: str, days: Sequence[str] | None = None) -> Explorer:
    """Return the two-clock chart with a list of days: pick one to see only what had been said by then.

    `days` are ISO dates; without them, every day on which something new was said. Everything is shown first.
    """
    days = list(days or evidence.days_said(claims))
    control = widgets.Dropdown(
        options=[*((text.day(d), d) for d in days), ("Everything said so far", "")],
        value="",
        description="Stand on this day:",
        layout=widgets.Layout(width="24em"),
    )
    draw = charts.two_clocks_by_day(claims, title)
    return Explorer(control, lambda day: draw(day or None))
