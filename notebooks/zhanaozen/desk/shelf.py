"""The shelf: what the workbook holds, to take away, to bring back, and to erase."""

import ipywidgets as widgets

from zhanaozen import download, tasks, workbook
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel


class Shelf(Panel):
    """What the workbook holds, a button that downloads it, and one that erases it."""

    def __init__(self, lesson: str | None):
        self._lesson = lesson
        self._list, self._out = widgets.HTML(), widgets.Output()
        save = widgets.Button(description="Download my workbook", layout=widgets.Layout(width="16em"))
        again = widgets.Button(description="Show again", tooltip="Read the workbook again")
        self._sure = widgets.Checkbox(
            description="I want to erase all my answers", indent=False, layout=widgets.Layout(width="20em")
        )
        erase = widgets.Button(description="Erase", tooltip="Only after the box beside it is ticked")
        save.on_click(lambda _: self.download())
        again.on_click(lambda _: self.show())
        erase.on_click(lambda _: self.erase())
        self.show()
        super().__init__([self._list, widgets.HBox([save, again]), widgets.HBox([self._sure, erase]), self._out])

    def show(self) -> None:
        """Read the workbook and list which tasks are answered."""
        try:
            answers = workbook.read().answers
        except workbook.WorkbookError as error:
            self._list.value = status(str(error))
            return
        chosen = {k: v for k, v in tasks.lessons().items() if self._lesson in (None, k)}
        lines = []
        for lesson, asked in chosen.items():
            open_ = [t.task_id for t in asked if t.task_id not in answers or not t.complete(answers[t.task_id].value)]
            done = len(asked) - len(open_)
            lines.append(
                f"<li>Lesson {lesson}: {done} of {len(asked)} tasks answered"
                + (f"; open: {', '.join(open_)}" if open_ else "")
                + "</li>"
            )
        self._list.value = f"<p>Your workbook:</p><ul>{''.join(lines)}</ul>"

    def download(self) -> None:
        """Let the browser save the workbook file. Works only in a notebook that runs."""
        try:
            script = workbook.download_script()
        except workbook.WorkbookError as error:
            self._list.value = status(str(error))
            return
        download.start(self._out, script)

    def erase(self) -> None:
        """Erase all answers, if the box is ticked."""
        if not self._sure.value:
            self._list.value = status("Nothing is erased. Tick the box first, if you are sure.")
            return
        workbook.forget()
        self._sure.value = False
        self._list.value = status("Everything is erased. Run the cells again to see empty tasks.")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = "Run this cell to see which tasks are answered, to download your workbook, or to erase it."
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def my_workbook(lesson: str | None = None) -> Shelf:
    """Show what the workbook holds, for one lesson or all, with a button that downloads the one file to hand in."""
    return Shelf(lesson)
