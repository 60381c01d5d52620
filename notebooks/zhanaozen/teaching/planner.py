"""The cutter as a panel: choose a lesson and the minutes there are, and a run sheet appears that fits."""

import ipywidgets as widgets

from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel
from zhanaozen.teaching import run_sheet, sections


class Planner(Panel):
    """A menu of lessons, a field for the minutes, and the run sheet."""

    def __init__(self, lesson: str, minutes: int):
        wide = widgets.Layout(width="auto")
        self._lesson = widgets.Dropdown(
            options=[(f"{n} · {sections.question(n)}", n) for n in sections.lessons()],
            value=lesson, description="Lesson:", layout=wide,
        )  # fmt: skip
        self._minutes = widgets.Text(
            value=str(minutes), description="Minutes, 20 to 200:", layout=widgets.Layout(width="16em")
        )
        self._sheet = widgets.HTML()
        self._first = run_sheet.as_table(run_sheet.plan(lesson, minutes))
        for field in (self._lesson, self._minutes):
            field.observe(lambda _: self.show(), "value")
        self.show()
        super().__init__([self._lesson, self._minutes, self._sheet])

    def show(self) -> None:
        """Show the run sheet for what is chosen, or which minutes can be planned."""
        given = self._minutes.value.strip()
        try:
            minutes = int(given) if given.isascii() and given.isdigit() else given
            self._sheet.value = run_sheet.as_table(run_sheet.plan(self._lesson.value, minutes)).html
        except run_sheet.NoSuchPlan as error:
            self._sheet.value = status(str(error))

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._first._repr_mimebundle_()


def plan_lesson(lesson: str = "05", minutes: int = 45) -> Planner:
    """Return the planner, opened at one lesson. Raises `UnknownLesson`, `NoSuchPlan`."""
    return Planner(lesson, minutes)
