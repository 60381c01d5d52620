"""The cutter: a run sheet for one lesson that fits the minutes there are.

It may leave out or shorten sections, but never one side's evidence, the agreement at the beginning, or the closing;
and before the closing there is always talk, so that no lesson ends on violence.
"""

import functools
import itertools
import math
from dataclasses import dataclass

from zhanaozen import tasks
from zhanaozen.markup import Html, grid
from zhanaozen.tasks.kinds import Code, Judgement, Task
from zhanaozen.teaching import packs
from zhanaozen.teaching.sections import AGREEMENT, Section, question, sections

SHORTEST, LONGEST = 20, 200
#: The section in which students write: it comes after the tasks, which prepare it.
WRITING = "Write"
_AGREEMENT, _QUESTION, _TALK, _LONGEST_TALK = 2, 1, 2, 10
_BREAK_AFTER, _BREAK = 90, 10
#: From so many minutes on, a part of them is for tasks: what is only read is soon forgotten.
_TASKS_FROM, _SHARE_OF_TASKS = 30, 0.3
#: A long section is worth more than a short one, but two sections more than one of their length.
_WEIGHT = 0.85


class NoSuchPlan(ValueError):
    """A lesson cannot be planned for that time. The message says which times there are."""


@dataclass(frozen=True)
class Step:
    """One line of a run sheet: what it is, what to do, its minutes, whose evidence it shows, how hard it is to read."""

    kind: str
    title: str
    minutes: int
    does: str
    sides: frozenset[str] = frozenset()
    intensity: int = 0


@dataclass(frozen=True)
class RunSheet:
    """The steps of one lesson in order; their minutes add up to `minutes`. `left_out` names sections that had to go."""

    lesson: str
    minutes: int
    steps: tuple[Step, ...]
    left_out: tuple[str, ...]


def plan(lesson: str, minutes: int) -> RunSheet:
    """Return a run sheet of a lesson for so many minutes (20 to 200).

    Raises `NoSuchPlan` for other times, and `UnknownLesson`.
    """
    *body, closing = _content(lesson)
    if type(minutes) is not int or not SHORTEST <= minutes <= LONGEST:
        raise NoSuchPlan(f"Give {SHORTEST} to {LONGEST} minutes, in whole minutes; {minutes!r} is none of these.")
    pause = _BREAK if minutes > _BREAK_AFTER + _BREAK else 0
    free = minutes - _AGREEMENT - _QUESTION - _TALK - closing.minutes - pause
    asked = _asked(lesson, body)
    for_tasks = round(minutes * _SHARE_OF_TASKS) if asked and minutes >= _TASKS_FROM else 0
    forms = _best(lesson, free - for_tasks) or _best(lesson, free)
    if forms is None:
        raise NoSuchPlan(f"Lesson {lesson} does not fit {minutes} minutes without losing one side.")
    read = [_section_step(s, form) for s, form in zip(body, forms, strict=True) if form]
    free -= sum(step.minutes for step in read)
    done = [_task_step(t) for t in _tasks(asked, free)]
    free -= sum(step.minutes for step in done)
    more = _more(lesson, free)
    free -= sum(step.minutes for step in more)
    talk = min(free, _LONGEST_TALK - _TALK)
    steps = [
        Step("agreement", "The agreement", _AGREEMENT, "Read the five points of lesson 00 aloud; add your own."),
        Step("question", question(lesson), _QUESTION, "Ask it, and say what is hard to read today, and where."),
        *(step for step in read if step.title != WRITING),
        *done,
        *(step for step in read if step.title == WRITING),
        *more,
    ]
    if pause:
        _insert_break(steps)
    if free > talk:
        steps.append(Step("hand", "Time in hand", free - talk, "For questions, and for those who need longer."))
    asks = "Which sentence of today would both sides sign? Which not, and why?"
    reads = "Read it aloud. Nobody leaves with a number as the last word."
    steps.append(Step("talk", "Talk in pairs", _TALK + talk, asks))
    steps.append(Step("closing", closing.title, closing.minutes, reads, closing.sides, closing.intensity))
    left = tuple(s.title for s, form in zip(body, forms, strict=True) if not form)
    return RunSheet(lesson, minutes, tuple(steps), left)


def _content(lesson: str) -> list[Section]:
    """Return the sections of a lesson without the agreement, which has a step of its own."""
    return [s for s in sections(lesson) if s.title != AGREEMENT]


def _asked(lesson: str, body: list[Section]) -> list[Task]:
    """Return the tasks of the exercise that the lesson itself does not ask; those in code are left to other classes."""
    inside = {i for s in body for i in s.tasks}
    return [t for t in tasks.of_lesson(lesson) if t.task_id not in inside and not isinstance(t, Code)]


def short(section: Section) -> int:
    """Return the minutes of a section in its short form: its first chart and the text right after it."""
    return max(2, math.ceil(section.minutes / 2))


def _best(lesson: str, free: int) -> tuple[int, ...] | None:
    """Return for each section 0 (left out), 1 (short) or 2 (whole): the most of the lesson that fits and is fair."""
    fitting = [(worth, forms) for minutes, (worth, forms) in _cuts(lesson).items() if minutes <= free]
    return max(fitting)[1] if fitting else None


@functools.cache
def _cuts(lesson: str) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Return for each number of minutes the worthiest fair cut that takes exactly so long."""
    body = _content(lesson)[:-1]
    wanted = frozenset().union(*(s.sides for s in body))
    costs = [(0, short(s), s.minutes) for s in body]
    worths = [(0, 0.7 * s.minutes**_WEIGHT, s.minutes**_WEIGHT) for s in body]
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for forms in itertools.product((0, 1, 2), repeat=len(body)):
        kept = frozenset().union(*(s.sides for s, form in zip(body, forms, strict=True) if form))
        if _fair(kept, wanted):
            minutes = sum(cost[form] for cost, form in zip(costs, forms, strict=True))
            worth = sum(w[form] for w, form in zip(worths, forms, strict=True))
            best[minutes] = max(best.get(minutes, (0, ())), (worth, forms))
    return best


def _fair(kept: frozenset[str], wanted: frozenset[str]) -> bool:
    """Return whether a cut keeps the official side and another, where the whole lesson has them."""
    return ("official" in kept or "official" not in wanted) and (bool(kept - {"official"}) or not wanted - {"official"})


def _tasks(asked: list[Task], free: int) -> list[Task]:
    """Return the tasks that fit, in the exercise's order: first one of each kind, then more; mirrored ones together."""
    chosen, seen = [], set()
    first_of_kind = [t for t in asked if type(t) not in seen and not seen.add(type(t))]
    for task in (*first_of_kind, *asked):
        both = [t for t in asked if t is task or t.task_id == task.mirror]
        minutes = sum(t.minutes for t in both)
        if task not in chosen and minutes <= free:
            chosen += both
            free -= minutes
    return [t for t in asked if t in chosen]


def _more(lesson: str, free: int) -> list[Step]:
    """Return what a long lesson has room for after all tasks: packs for groups, writing, reading each other."""
    if lesson == "00":
        return []  # nobody writes an account of goats
    offers = [
        Step(
            "write",
            "Write a section at the argument desk",
            25,
            "One question of this lesson; the desk is in lesson 09.",
        ),
        Step("read", "Read each other", 10, "Swap sections. Which claim weighs differently for you, and why?"),
    ]
    if lesson in packs.LESSONS:
        offers.insert(0, Step("jigsaw", "Evidence in packs", 35, "Deal the packs, fill the grid, put it together."))
    fitting = []
    for step in offers:
        if step.minutes <= free:
            fitting.append(step)
            free -= step.minutes
    return fitting


def _section_step(section: Section, form: int) -> Step:
    whole = form == 2
    does = "As in the notebook." if whole else "The first chart, and the text right after it; the rest at home."
    minutes = section.minutes if whole else short(section)
    return Step("section", section.title, minutes, does, section.sides, section.intensity)


def _task_step(task: Task) -> Step:
    how = "Alone, then in pairs." if isinstance(task, Judgement) else "In pairs; one answer each."
    return Step("task", f"Task {task.task_id}: {task.title}", task.minutes, how)


def _insert_break(steps: list[Step]) -> None:
    """Put the break between two steps, as near to the middle of the long session as it can be."""
    passed = list(itertools.accumulate(step.minutes for step in steps))
    middle = min(range(len(steps)), key=lambda n: abs(passed[n] - passed[-1] / 2))
    steps.insert(middle + 1, Step("break", "Break", _BREAK, "Outside, if you can."))


def as_table(sheet: RunSheet) -> Html:
    """Return a run sheet as a table: from which minute, how long, what, and what to do."""
    starts = itertools.accumulate((s.minutes for s in sheet.steps), initial=0)
    rows = [[f"{start}", str(s.minutes), s.title, s.does] for start, s in zip(starts, sheet.steps, strict=False)]
    left = f" Left out: {'; '.join(sheet.left_out)}" if sheet.left_out else ""
    caption = f"Lesson {sheet.lesson} in {sheet.minutes} minutes.{left}"
    return grid(caption, ["From minute", "Minutes", "What", "How"], rows)
