"""Charts with a question that Python must answer anew: each is a chart first, and live when it is run."""

from collections.abc import Callable, Sequence

import altair as alt
import ipywidgets as widgets

from zhanaozen import cards, charts, evidence, text
from zhanaozen.tables import Claim

WIDE = widgets.Layout(width="100%", max_width="46em")
LABELLED = {"description_width": "initial"}


def show_in(output: widgets.Output, thing) -> None:
    """Put one thing into an output widget, in place of what it held.

    Set as a value and not displayed: stored notebooks then come out the same each time, and none hangs.
    """
    data = thing._repr_mimebundle_(None, None)
    data = data[0] if isinstance(data, tuple) else data
    output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)


class Explorer(widgets.VBox):
    """A control above a chart. Where no kernel runs, its stored first chart is shown."""

    def __init__(self, control: widgets.Widget, draw: Callable[[object], alt.TopLevelMixin]):
        self._control, self._draw, self._output = control, draw, widgets.Output()
        self._first = draw(control.value)
        show_in(self._output, self._first)
        control.observe(lambda change: show_in(self._output, draw(change["new"])), "value")
        super().__init__([control, self._output])

    def _repr_mimebundle_(self, **kwargs) -> dict:
        first = self._first._repr_mimebundle_(None, None)
        return super()._repr_mimebundle_(**kwargs) | (first[0] if isinstance(first, tuple) else first)


def stand_on_this_day(claims: Sequence[Claim], title: str, days: Sequence[str] | None = None) -> Explorer:
    """Return the two-clock chart with a list of days: pick one to see only what had been said by then.

    `days` are ISO dates; without them, every day on which something new was said. The last is shown first.
    """
    days = list(days or evidence.days_said(claims))
    control = widgets.Dropdown(
        options=[(text.day(d), d) for d in days], value=days[-1],
        description="Stand on this day:", style=LABELLED, layout=widgets.Layout(width="24em"),
    )  # fmt: skip
    return Explorer(control, lambda day: charts.two_clocks(claims, title, day=day))


class Reader(widgets.VBox):
    """A list of claims and the card of the one chosen: the keyboard's way to what lies behind a mark."""

    def __init__(self, claims: Sequence[Claim], label: str):
        self._claims = {c.claim_id: c for c in claims}
        self._list = widgets.Select(
            options=[(f"{text.number(c)} · {text.who(c)} · {text.day(c.said_on)}", c.claim_id) for c in claims],
            rows=min(8, len(claims)), description=label, style=LABELLED, layout=WIDE,
        )  # fmt: skip
        self._card = widgets.HTML()
        self._list.observe(lambda change: self._show(change["new"]), "value")
        self._show(self._list.value)
        super().__init__([self._list, self._card])

    def _show(self, claim_id: str) -> None:
        self._card.value = cards.claim(self._claims[claim_id]).html

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | cards.claim(self._claims[self._list.value])._repr_mimebundle_()


def read_claims(claims: Sequence[Claim], label: str = "Claims:") -> Reader:
    """Return a list of claims from which one is chosen and read as a card."""
    return Reader(list(claims), label)
