"""What explorers share: widgets under a heading, and a chart below a control."""

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


#: One transparent pixel. JupyterLab makes a picture of every chart that comes without one, and draws it again with it.
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAASUVORK5CYII="


class Explorer(Panel):
    """A control above a chart. Where no kernel runs, its stored first chart is shown."""

    def __init__(self, control: widgets.Widget, draw: Callable[[object], alt.TopLevelMixin | display.Spec]):
        self._draw, self._output = draw, widgets.Output()
        self._first = self._show(control.value)
        control.observe(lambda change: self._show(change["new"]), "value")
        super().__init__([control, self._output])

    def _show(self, value) -> dict:
        """Show the chart for a value of the control, and return its bundle.

        Set as a value and not displayed: stored notebooks then come out the same each time, and none hangs.
        """
        bundle, _ = self._draw(value)._repr_mimebundle_(None, None)
        data = bundle | {"image/png": PIXEL}
        self._output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)
        return bundle

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._first
