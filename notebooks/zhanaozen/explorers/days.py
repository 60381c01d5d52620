"""Stand on a day: only what had been said by then."""

from collections.abc import Sequence

import ipywidgets as widgets

from zhanaozen import charts, display
from zhanaozen.explorers.panel import Panel
from zhanaozen.tables import Claim


class Days(Panel):
    """The chart with its menu of days above it. Where no kernel runs, the menu stands below the chart and works too."""

    def __init__(self, chart: display.Figure):
        """Take a chart that has a menu of its own."""
        # Set as a value and not displayed: stored notebooks then come out the same each time, and none hangs.
        self._chart, _ = chart._repr_mimebundle_()
        shown = {"output_type": "display_data", "data": self._chart, "metadata": {}}
        super().__init__([widgets.Output(outputs=(shown,))])

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._chart


def stand_on_this_day(claims: Sequence[Claim], title: str) -> Days:
    """Return the two-clock chart with a list of every day on which something new was said; all is shown first."""
    return Days(charts.two_clocks(claims, title))
