"""Answers against the key: one row for each student and task. What a file says of its own points is not looked at."""

import functools
import json
import re
from dataclasses import dataclass

from zhanaozen import keys, tasks
from zhanaozen.checks import Feedback
from zhanaozen.tasks import equal, kinds
from zhanaozen.teaching import packs
from zhanaozen.workbook import Entry, Workbook

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_VERSION = re.compile(r"[\w.+-]{1,20}")
_MOST_TRIES = 1_000_000

#: Tasks that a teacher reads: the check looks at how evidence is used, and no program at how good the reasoning is.
TO_READ = (kinds.Judgement, kinds.Rewrite, kinds.Next)


@dataclass(frozen=True)
class Row:
    """How a student did one task.

    `state` is "open" (no answer), "part" (something is missing) or "answered"; `points` run from 0 to 1 and are None
    without an answer or a key; `feedback` is what the student was told. `value` is None where a task of equal value
    was answered in its place.
    """

    task_id: str
    state: str
    points: float | None
    tries: int
    saved_at: str
    ledger: str
    value: object
    feedback: Feedback | None

    @property
    def task(self) -> kinds.Task:
        """The task that was asked."""
        return every_task()[self.task_id]

    @property
    def to_read(self) -> bool:
        """True if a teacher has to read the answer."""
        return isinstance(self.task, TO_READ)


@dataclass(frozen=True)
class Marked:
    """What is taken from one workbook: a row for each task, by key the judgements and parts of the account, and by
    lesson the grids of the jigsaw.
    """

    rows: list[Row]
    judgements: dict[str, object]
    account: dict[str, object]
    grids: dict[str, object]


@functools.cache
def every_task() -> dict[str, kinds.Task]:
    """Return the tasks of all lessons in order, by number; those in code count too."""
    return {t.task_id: t for of_lesson in tasks.lessons().values() for t in of_lesson}


def marked(book: Workbook) -> Marked:
    """Return what a workbook holds, with a row for every task, answered or not. Never raises, whatever it holds."""
    rows = [_row(task, *_given(task, book)) for task in every_task().values()]
    judgements, account = (
        {key: entry.value for key, entry in section.items()} for section in (book.judgements, book.account)
    )
    grids = {lesson: book.answers[key].value for lesson in packs.LESSONS if (key := f"{lesson}.jigsaw") in book.answers}
    return Marked(rows, judgements, account, grids)


def _given(task: kinds.Task, book: Workbook) -> tuple[kinds.Task, Entry | None]:
    """Return the task that was answered, and its entry: under a ceiling, one of equal value may stand in."""
    named = book.settings.get(equal.setting(task.task_id))
    other = every_task().get(named.value) if named and isinstance(named.value, str) else None
    if task.task_id in book.answers or other is None or other.skill != task.skill:
        return task, book.answers.get(task.task_id)
    return other, book.answers.get(other.task_id)


def _row(task: kinds.Task, answered: kinds.Task, entry: Entry | None) -> Row:
    if entry is None or entry.value in (None, "", [], {}):
        return Row(task.task_id, "open", None, 0, "", "", None, None)
    complete = answered.complete(entry.value)
    found = _feedback(answered.task_id, json.dumps(entry.value, sort_keys=True)) if complete else None
    return Row(
        task.task_id,
        "answered" if complete else "part",
        found.points if found else None,
        max(0, min(entry.tries, _MOST_TRIES)),
        entry.saved_at if _TIME.fullmatch(entry.saved_at) else "",
        entry.ledger if _VERSION.fullmatch(entry.ledger) else "",
        entry.value if answered is task else None,
        found,
    )


@functools.lru_cache(maxsize=2000)
def _feedback(task_id: str, value: str) -> Feedback | None:
    """Return what the key says of an answer given as JSON: in a class, many students give the same one."""
    return keys.feedback(task_id, json.loads(value))
