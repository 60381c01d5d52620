"""The shelf: what the workbook holds, to take away, to bring back, and to erase."""

import ipywidgets as widgets

from zhanaozen import download, tasks, workbook
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel
from zhanaozen.tasks.kinds import Code

_NARROW = widgets.Layout(width="20em")


class Shelf(Panel):
    """What the workbook holds, and how to download it, bring a download back, or erase everything."""

    def __init__(self, lesson: str | None):
        self._lesson = lesson
        self._list, self._said, self._out = widgets.HTML(), widgets.HTML(), widgets.Output()
        save = widgets.Button(description="Download my workbook", layout=_NARROW)
        again = widgets.Button(description="Show again", tooltip="Read the workbook again")
        self._file = widgets.FileUpload(
            description="Bring a downloaded workbook back",
            accept=".json,application/json",
            layout=widgets.Layout(width="26em"),
        )
        self._sure = widgets.Checkbox(description="I want to erase all my answers", indent=False, layout=_NARROW)
        erase = widgets.Button(description="Erase", tooltip="Only after the box beside it is ticked")
        save.on_click(lambda _: self.download())
        again.on_click(lambda _: self.show())
        self._file.observe(lambda _: self.restore(), "value")
        erase.on_click(lambda _: self.erase())
        self.show()
        super().__init__(
            [
                self._list, widgets.HBox([save, again]), self._file, widgets.HBox([self._sure, erase]),
                self._said, self._out,
            ]
        )  # fmt: skip

    def show(self) -> None:
        """Read the workbook and list what it holds."""
        try:
            book = workbook.read()
        except workbook.WorkbookError as error:
            self._list.value = status(str(error))
            return
        lines = [
            _progress(lesson, asked, book.answers)
            for lesson, asked in tasks.lessons().items()
            if self._lesson in (None, lesson)
        ]
        others = {"Claims kept": book.kept, "Judgements": book.judgements, "Parts of my account": book.account}
        lines += [f"{name}: {len(held)}" for name, held in others.items() if held]
        self._list.value = f"<p>Your workbook:</p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"

    def download(self) -> None:
        """Let the browser save the workbook file. Works only in a notebook that runs."""
        try:
            script = workbook.download_script()
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        download.start(self._out, script)
        self._said.value = status("Downloaded as zhanaozen-workbook.json. To go on elsewhere, bring it back there.")

    def restore(self) -> None:
        """Put the chosen file's answers back. Of two answers to one task the later stays, so nothing is lost."""
        if not self._file.value:
            return
        data = bytes(self._file.value[0]["content"])
        self._file.value = ()
        try:
            workbook.restore(data)
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self.show()
        self._said.value = status("Your workbook is back. Run the cells of the exercise again to see your answers.")

    def erase(self) -> None:
        """Erase everything, if the box is ticked."""
        if not self._sure.value:
            self._said.value = status("Nothing is erased. Tick the box first, if you are sure.")
            return
        try:
            workbook.forget()
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self._sure.value = False
        self.show()
        self._said.value = status("Everything is erased. Run the cells again to see empty tasks.")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = (
            "Run this cell to see which tasks are answered, to download your workbook, to bring a download back, "
            "or to erase it."
        )
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def _progress(lesson: str, asked: tuple[tasks.Task, ...], answers: dict[str, workbook.Entry]) -> str:
    """Return how many tasks of a lesson are answered and which are open; those in code are extra."""
    asked = [t for t in asked if not isinstance(t, Code)]
    open_ = [t.task_id for t in asked if t.task_id not in answers or not t.complete(answers[t.task_id].value)]
    done = f"Lesson {lesson}: {len(asked) - len(open_)} of {len(asked)} tasks answered"
    return f"{done}; open: {', '.join(open_)}" if open_ else done


def my_workbook(lesson: str | None = None) -> Shelf:
    """Show what the workbook holds, for one lesson or all, with a button that downloads the one file to hand in."""
    return Shelf(lesson)
