"""The student's desk: `ask("05.3")` shows a task, keeps the answer at once, and gives feedback.

Answers live in the workbook, never in widget state: run a cell again and its answer is back.
"""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from zhanaozen import download, keys, tables, tasks, workbook
from zhanaozen.checks import Feedback
from zhanaozen.explorers import Panel
from zhanaozen.markup import Html
from zhanaozen.tasks import kinds

_WIDE = widgets.Layout(width="auto")
#: An empty text, not None: ipywidgets shows nothing at all for None.
_CHOOSE = ("Choose…", "")


# --- inputs: each function returns the widgets of a kind of task, how to read a value, how to put one back ---

Inputs = tuple[list[widgets.Widget], Callable[[], object], Callable[[object], None]]


def _dropdown(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=[_CHOOSE, *options], description=label, layout=_WIDE)


def _put(widget: widgets.Widget, value) -> None:
    """Put a saved value back where it fits; a value that no longer fits stays in the workbook only."""
    if isinstance(widget, widgets.Dropdown | widgets.Select):
        if value in [v for _, v in widget.options]:
            widget.value = value
    elif isinstance(value, type(widget.value)):
        widget.value = value


def _get(value, key):
    return value.get(key) if isinstance(value, dict) else None


def _choice(task: kinds.Choice) -> Inputs:
    select = widgets.Select(
        options=[(o.words, o.key) for o in task.options], value=None, rows=len(task.options),
        description="Your answer:", layout=_WIDE,
    )  # fmt: skip
    return [select], lambda: select.value, lambda value: _put(select, value)


def _form(fields: dict[str, widgets.Widget]) -> Inputs:
    """Return inputs whose value is a dict with one entry for each field that is filled in."""

    def read():
        return {key: w.value for key, w in fields.items() if w.value not in (None, "")}

    def write(value) -> None:
        for key, widget in fields.items():
            _put(widget, _get(value, key))

    return list(fields.values()), read, write


def _number(task: kinds.Number) -> Inputs:
    return _form(
        {
            "number": widgets.Text(description="Number:", layout=widgets.Layout(width="16em")),
            "unit": _dropdown("Unit:", [(u, u) for u in task.units]),
        }
    )


def _range(task: kinds.Range) -> Inputs:
    narrow = widgets.Layout(width="22em")
    return _form(
        {
            "low": widgets.Text(description=f"Lowest ({task.unit}):", layout=narrow),
            "high": widgets.Text(description=f"Highest ({task.unit}):", layout=narrow),
        }
    )


def _match(task: kinds.Match) -> Inputs:
    options = [(o.words, o.key) for o in task.options]
    return _form({i.key: _dropdown(f"{i.words}:", options) for i in task.items})


def _boxes(items: tuple[kinds.Item, ...], legend: str) -> Inputs:
    boxes = {i.key: widgets.Checkbox(description=i.words, indent=False, layout=_WIDE) for i in items}

    def write(value) -> None:
        for key, box in boxes.items():
            box.value = isinstance(value, list) and key in value

    shown = [widgets.HTML(f"<p>{escape(legend)}</p>"), *boxes.values()]
    return shown, lambda: [key for key, box in boxes.items() if box.value], write


def _pick(task: kinds.Pick) -> Inputs:
    return _boxes(task.items, "Tick every one that fits:")


def _judgement(task: kinds.Judgement) -> Inputs:
    def area(label: str) -> widgets.Textarea:
        return widgets.Textarea(description=label, layout=_WIDE)

    position, read_position, write_position = _form(
        {
            "position": _dropdown("My answer:", [(p, p) for p in task.positions]),
            "claim": widgets.Text(description="In one sentence of my own:", layout=_WIDE),
        }
    )
    pro, read_pro, write_pro = _boxes(task.items, "Claims on which my answer rests:")
    why, read_why, write_why = _form({"reasoning": area("Why they carry it:")})
    con, read_con, write_con = _boxes(task.items, "The strongest claims against my answer:")
    end, read_end, write_end = _form(
        {
            "answer_to_counter": area("What they change:"),
            "confidence": _dropdown("How sure I am:", [(c.words, c.key) for c in kinds.CONFIDENCE]),
        }
    )

    def read():
        lists = {key: ids for key, ids in (("evidence", read_pro()), ("counter", read_con())) if ids}
        return read_position() | read_why() | read_end() | lists

    def write(value) -> None:
        for put in (write_position, write_why, write_end):
            put(value)
        write_pro(_get(value, "evidence"))
        write_con(_get(value, "counter"))

    return [*position, *pro, *why, *con, *end], read, write


_INPUTS: dict[type, Callable[[kinds.Task], Inputs]] = {
    kinds.Choice: _choice,
    kinds.Number: _number,
    kinds.Range: _range,
    kinds.Match: _match,
    kinds.Order: _match,
    kinds.Pick: _pick,
    kinds.Judgement: _judgement,
}


# --- the desk ------------------------------------------------------------------------------------------


class Desk(Panel):
    """One task on the screen. Where no kernel runs, its stored text is shown."""

    def __init__(self, task: kinds.Task):
        self._task, self._hints = task, list(task.hints)
        inputs, self._read, write = _INPUTS[type(task)](task)
        self._status, self._feedback = widgets.HTML(), widgets.HTML()
        check = widgets.Button(description="Check my answer", tooltip="Save the answer and get feedback")
        hint = widgets.Button(description="Hint", tooltip="One step at a time")
        check.on_click(lambda _: self.check())
        hint.on_click(lambda _: self.hint())
        self._restore(write)
        for widget in inputs:
            if not isinstance(widget, widgets.HTML):
                widget.observe(lambda _: self.keep(), "value")
        buttons = widgets.HBox([check, hint] if self._hints else [check])
        super().__init__([*inputs, buttons, self._status, self._feedback], heading=_heading(task))

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
        self._status.value = f'<p role="status">{escape(words)}</p>'

    def keep(self) -> bool:
        """Save the answer as it stands and say so. Returns False, and says why, if it could not be saved."""
        try:
            workbook.save(self._task.task_id, self._read(), ledger=tables.package()["version"])
        except workbook.WorkbookError as error:
            self._say(str(error))
            return False
        self._say("Saved.")
        return True

    def check(self) -> None:
        """Save the answer, then show what the key says of it."""
        value = self._read()
        if not value:
            self._feedback.value = _words("Give an answer first.")
            return
        if not self.keep():
            return
        counted = workbook.count_try(self._task.task_id)
        self._feedback.value = advice(self._task, value, counted.answers[self._task.task_id].tries)

    def hint(self) -> None:
        """Show the next hint; the last one stays."""
        shown = len(self._task.hints) - len(self._hints) + 1
        words = self._hints.pop(0) if len(self._hints) > 1 else self._hints[0]
        self._feedback.value = _words(f"Hint {shown} of {len(self._task.hints)}: {words}")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | {
            "text/html": _printed(self._task),
            "text/plain": _plain(self._task),
        }


def advice(task: kinds.Task, value, tries: int = 2) -> str:
    """Return feedback on an answer as HTML: from the key, or that the key is the teacher's.

    What gives the solution away waits for the second try.
    """
    if not task.complete(value):
        return _words("A part of the answer is still open. What you have is saved.")
    found = keys.feedback(task.task_id, value)
    if found is None:
        return _words("Your answer is saved. Your teacher has the key.")
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


def _words(words: str) -> str:
    return f'<p role="status">{escape(words)}</p>'


def _heading(task: kinds.Task) -> str:
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in task.prompt)
    return (
        f"<h3>{escape(task.task_id)} {escape(task.title)}</h3><p><em>About {task.minutes} minutes</em></p>{paragraphs}"
    )


def _printed(task: kinds.Task) -> str:
    run = "<p><em>To answer here, run this cell: select it and press Shift and Enter.</em></p>"
    return f"{_heading(task)}{_listed(tuple(task.parts()))}{run}"


def _plain(task: kinds.Task) -> str:
    return "\n".join(
        [
            f"{task.task_id} {task.title} (about {task.minutes} minutes)",
            *task.prompt,
            *(f"- {p}" for p in task.parts()),
        ]
    )


def ask(task_id: str) -> Desk:
    """Show a task, and save its answer at once when it is given. Raises `UnknownTask` with the tasks there are."""
    return Desk(tasks.task(task_id))


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
            self._list.value = _words(str(error))
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
            self._list.value = _words(str(error))
            return
        download.start(self._out, script)

    def erase(self) -> None:
        """Erase all answers, if the box is ticked."""
        if not self._sure.value:
            self._list.value = _words("Nothing is erased. Tick the box first, if you are sure.")
            return
        workbook.forget()
        self._sure.value = False
        self._list.value = _words("Everything is erased. Run the cells again to see empty tasks.")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = "Run this cell to see which tasks are answered, to download your workbook, or to erase it."
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def my_workbook(lesson: str | None = None) -> Shelf:
    """Show what the workbook holds, for one lesson or all, with a button that downloads the one file to hand in."""
    return Shelf(lesson)


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
