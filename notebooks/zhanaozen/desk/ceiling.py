"""A menu for the student's own ceiling."""

import ipywidgets as widgets

from zhanaozen import ceiling, workbook
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel


class Ceiling(Panel):
    """Choose how hard to read it may get; it holds in every lesson from then on."""

    def __init__(self):
        self._level = widgets.Dropdown(
            options=[(words, level) for level, words in reversed(ceiling.LEVELS.items())],
            value=ceiling.own(), description="How hard to read it may get:", layout=widgets.Layout(width="auto"),
        )  # fmt: skip
        self._said = widgets.HTML()
        self._level.observe(lambda change: self.set(change["new"]), "value")
        super().__init__([self._level, self._said])

    def set(self, level: int) -> None:
        """Keep the level in the workbook."""
        try:
            ceiling.set_own(level)
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self._said.value = status("Saved. It holds for every list and task that you run from now on.")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = "Run this cell to choose how hard to read it may get, in every lesson."
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def my_ceiling() -> Ceiling:
    """Show the menu for the student's own ceiling."""
    return Ceiling()
