"""What explorers share: widgets under a heading, a chart below a control, one thing shown in place of another."""

from collections.abc import Callable, Sequence

import altair as alt
import ipywidgets as widgets

from zhanaozen import display


class Panel(widgets.VBox):
    """Widgets one below the other under a heading (HTML), with labels that are never cut off."""

    def __init__(self, children: Sequence[widgets.Widget], heading: str = ""):
        super().__init__([widgets.HTML(f"{display.STYLE}{heading}"), *children])
        self.add_class(display.CLASS)

    def __repr__(self) -> str:
        # ipywidgets would spell out every widget inside, at each display, to show 110 characters of it.
        return f"{type(self).__name__}()"


def show_in(output: widgets.Output, thing) -> None:
    """Put one thing into an output widget, in place of what it held.

    Set as a value and not displayed: stored notebooks then come out the same each time, and none hangs.
    """
    data = thing._repr_mimebundle_(None, None)
    data = data[0] if isinstance(data, tuple) else data
    output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)


class Explorer(Panel):
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
