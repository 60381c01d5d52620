"""What explorers share: widgets under a heading."""

from collections.abc import Sequence

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
