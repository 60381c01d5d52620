"""Tasks of equal value: another one of the same skill takes the place of a task that is too hard to read."""

import functools
import re

from zhanaozen import ceiling, tables, tasks
from zhanaozen.tables import Claim
from zhanaozen.tasks.kinds import Task

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\.\d{2,3}")


def claims_of(task: Task) -> list[Claim]:
    """Return the claims that a task shows or names, each once."""
    known = tables.load().by_key("claims")
    shown = [i.key for name in ("items", "options") for i in getattr(task, name, ())]
    named = _ID.findall(_words(task))
    return [known[k] for k in dict.fromkeys((*shown, *named, getattr(task, "claim_id", ""))) if k in known]


@functools.cache
def intensity(task: Task) -> int:
    """Return how hard a task is to read, 0 to 3: that of its hardest claim, and 1 at least if it names harm."""
    return max([c.intensity for c in claims_of(task)] + [int(ceiling.names_harm(_words(task)))])


def _words(task: Task) -> str:
    return " ".join((task.title, *task.prompt, *task.hints, *task.parts()))


def equal(task: Task, highest: int) -> Task:
    """Return the task itself if it is no harder than `highest`; or else the nearest one of its skill that is not.

    It comes from another lesson, since this one asks its own anyway. If none is plain enough, it is the easiest of
    the skill.
    """
    if intensity(task) <= highest:
        return task
    same = [t for of_lesson in tasks.lessons().values() for t in of_lesson if t.skill == task.skill]
    hard = [t for t in same if t.lesson == task.lesson and intensity(t) > highest]
    others = [t for t in same if intensity(t) <= highest and t.lesson != task.lesson]
    if not others:
        return min(same, key=intensity)
    # The first too hard task of a lesson takes the nearest, the second the next: no student gets one task twice.
    others.sort(key=lambda t: abs(int(t.lesson) - int(task.lesson)))
    return others[hard.index(task) % len(others)]


def setting(task_id: str) -> str:
    """Return the name of the workbook's setting that says which task stood in for this one."""
    return f"instead/{task_id}"
