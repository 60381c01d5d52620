"""A task on the screen: the answer is kept at once, and feedback comes when it is asked for."""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from zhanaozen import keys, tables, tasks, text, workbook
from zhanaozen.ceiling import ceiling
from zhanaozen.checks import Feedback
from zhanaozen.desk.inputs import inputs
from zhanaozen.explorers import Panel, read_claims
from zhanaozen.markup import Html, prose
from zhanaozen.tasks import kinds
from zhanaozen.tasks.equal import claims_of, equal, setting


def status(words: str) -> str:
    """Return words as a line that a screen reader reads out when it changes."""
    return f'<p role="status">{prose(words)}</p>'


class Desk(Panel):
    """One task on the screen. Where no kernel runs, its stored text is shown."""

    def __init__(self, task: kinds.Task, instead_of: str | None = None):
        """Take the task, and the number of the one in whose place it stands, if there is one."""
        self._task, self._hints, self._instead_of = task, list(task.hints), instead_of
        fields, self._read, write = inputs(task)
        self._status, self._feedback = widgets.HTML(), widgets.HTML()
        check = widgets.Button(description="Check my answer", tooltip="Save the answer and get feedback")
        hint = widgets.Button(description="Hint", tooltip="One step at a time")
        check.on_click(lambda _: self.check())
        hint.on_click(lambda _: self.hint())
        self._restore(write)
        for widget in fields:
            if not isinstance(widget, widgets.HTML):
                widget.observe(lambda _: self.keep(), "value")
        buttons = widgets.HBox([check, hint] if self._hints else [check])
        if instead_of and (claims := claims_of(task)):  # the lists of this lesson do not hold them
            fields = [read_claims(claims, "Claims for this task:"), *fields]
        super().__init__([*fields, buttons, self._status, self._feedback], heading=_heading(task))

    def _restore(self, write: Callable[[object], None]) -> None:
        try:
            answer = workbook.read().answers.get(self._task.task_id)
        except workbook.WorkbookError as error:
            self._say(str(error))
            return
        if answer is None:
            self._say("Not answered yet.")
        else:
            write(answer.value)
            self._say("Your answer is back.")
            if answer.tries:
                self._feedback.value = advice(self._task, answer.value, answer.tries)

    def _say(self, words: str) -> None:
        self._status.value = status(words)

    def keep(self) -> bool:
        """Save the answer as it stands and say so. Returns False, and says why, if it could not be saved."""
        try:
            ledger = tables.package()["version"]
            workbook.save(self._task.task_id, self._read(), ledger=ledger)
            if self._instead_of:
                workbook.save(setting(self._instead_of), self._task.task_id, ledger=ledger, section="settings")
        except workbook.WorkbookError as error:
            self._say(str(error))
            return False
        self._say("Saved.")
        return True

    def check(self) -> None:
        """Save the answer, then show what the key says of it."""
        value = self._read()
        if not value:
            self._feedback.value = status("Give an answer first.")
            return
        if not self.keep():
            return
        tries = 0
        if self._task.complete(value):  # what is half done is no try
            tries = workbook.count_try(self._task.task_id).answers[self._task.task_id].tries
        self._feedback.value = advice(self._task, value, tries)

    def hint(self) -> None:
        """Show the next hint; the last one stays."""
        shown = len(self._task.hints) - len(self._hints) + 1
        words = self._hints.pop(0) if len(self._hints) > 1 else self._hints[0]
        self._feedback.value = status(f"Hint {shown} of {len(self._task.hints)}: {words}")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | {
            "text/html": printed(self._task),
            "text/plain": plain(self._task),
        }


def advice(task: kinds.Task, value, tries: int = 2) -> str:
    """Return feedback on an answer as HTML: from the key, or that the key is the teacher's.

    What gives the solution away waits for the second try.
    """
    if not task.complete(value):
        return status("A part of the answer is still open. What you have is saved.")
    found = keys.feedback(task.task_id, value)
    if found is None:
        return status("Your answer is saved. Your teacher has the key.")
    return as_html(found, tries > 1)


def as_html(found: Feedback, reveal: bool) -> str:
    """Return feedback as HTML: the summary, the reasons and, to `reveal`, the answers."""
    shown = f"<p><strong>{escape(found.summary)}</strong></p>{_listed(found.reasons)}"
    if found.answers:
        later = "<p>After your next try you will see why.</p>"
        shown += f"<p>Why:</p>{_listed(found.answers)}" if reveal else later
    return f'<div role="status">{shown}</div>'


def _listed(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>" if lines else ""


def _heading(task: kinds.Task) -> str:
    paragraphs = "".join(f"<p>{prose(p)}</p>" for p in task.prompt)
    minutes = text.plural(task.minutes, "minute")
    return f"<h3>{escape(task.task_id)} {escape(task.title)}</h3><p><em>About {minutes}</em></p>{paragraphs}"


def asked(task: kinds.Task) -> str:
    """Return what a task asks, with its choices, as HTML."""
    return f"{_heading(task)}{_listed(tuple(task.parts()))}"


def printed(task: kinds.Task) -> str:
    """Return a task as HTML, for where no kernel runs."""
    return f"{asked(task)}<p><em>To answer here, run this cell: select it and press Shift and Enter.</em></p>"


def plain(task: kinds.Task) -> str:
    """Return a task as plain text."""
    return "\n".join(
        [
            f"{task.task_id} {task.title} (about {text.plural(task.minutes, 'minute')})",
            *task.prompt,
            *(f"- {p}" for p in task.parts()),
        ]
    )


def ask(task_id: str) -> Desk:
    """Show a task, and save its answer at once when it is given. Raises `UnknownTask` with the tasks there are.

    Above the ceiling that is set, a task of equal value takes its place.
    """
    asked = tasks.task(task_id)
    shown = equal(asked, ceiling())
    return Desk(shown, None if shown is asked else task_id)


def answer(task_id: str, value) -> Html:
    """Save an answer given in code and return the feedback on it. A set becomes a sorted list. Raises `UnknownTask`.

    None is no answer yet: nothing is saved. Without the key the teacher is named, as at the desk.
    """
    tasks.task(task_id)  # an unknown one is told before anything is saved
    if value is None:
        words = "No answer yet: put what your lines found in place of None, and run the cell again."
        return Html(status(words), words)
    value = sorted(value) if isinstance(value, set) else value
    try:
        workbook.save(task_id, value, ledger=tables.package()["version"])
    except workbook.WorkbookError as error:
        return Html(status(str(error)), str(error))
    return check(task_id, value)


def check(task_id: str, value) -> Html:
    """Return the feedback on an answer given in code. Nothing is saved. Raises `UnknownTask`."""
    task = tasks.task(task_id)
    found = keys.feedback(task_id, value) if task.complete(value) else None
    words = (
        "\n".join([found.summary, *(f"- {r}" for r in found.reasons)])
        if found
        else "No feedback: the answer has an open part, or the key is not here."
    )
    return Html(advice(task, value), words)
