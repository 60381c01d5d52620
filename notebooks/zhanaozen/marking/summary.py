"""What a class did, counted task by task. It grows with the number of tasks, not with the number of students."""

from collections import Counter
from dataclasses import dataclass, field

from zhanaozen import evidence, standing
from zhanaozen.checks import part
from zhanaozen.marking.scoring import Marked
from zhanaozen.tasks import kinds
from zhanaozen.teaching import packs

#: So many different answers to one task are counted; what comes later and is new counts as "other answers".
MOST_ANSWERS = 200
OTHER = "other answers"
_LONGEST = 120


@dataclass
class TaskCount:
    """How one task went: how many are in each state, the points, the answers, and what was misread.

    `right` are the parts of answers that were wholly right: empty for what a teacher reads, and if nobody had it.
    """

    task: kinds.Task
    states: Counter = field(default_factory=Counter)
    points: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    misread: Counter = field(default_factory=Counter)
    right: set[str] = field(default_factory=set)


class Summary:
    """Counts over all workbooks that were added."""

    def __init__(self):
        self.tasks: dict[str, TaskCount] = {}
        self.standing: Counter = Counter()
        self.grids = {lesson: packs.ClassGrid(lesson) for lesson in packs.LESSONS}
        self.students = 0

    def add(self, marked: Marked) -> None:
        """Count one student's rows and judgements."""
        self.students += 1
        for row in marked.rows:
            count = self.tasks.setdefault(row.task.task_id, TaskCount(row.task))
            count.states[row.state] += 1
            if row.points is not None:
                count.points[row.points] += 1
            if row.state == "answered" and row.value is not None:
                told = answers(row.task, row.value)
                for each in told:
                    capped(count.answers, each)
                if row.points == 1 and not row.to_read and len(count.right) < MOST_ANSWERS:
                    count.right.update(told)
            if row.feedback and not row.feedback.right:
                for reason in row.feedback.reasons:
                    if not reason.startswith(("Yes:", "Whether your")) and ": 2 of 2" not in reason:
                        capped(count.misread, reason)
        for lesson, value in marked.grids.items():
            self.grids[lesson].add(value)
        for question, steps in standing.read(marked.judgements).items():
            for step in steps:
                self.standing[question.question, step.stage, step.position, step.confidence] += 1


def capped(counter: Counter, told: str) -> None:
    """Count a text; a new one beyond the limit counts as another answer, so that no file can make this grow."""
    short = told if len(told) <= _LONGEST * 4 else f"{told[: _LONGEST * 4]}…"
    counter[short if short in counter or len(counter) < MOST_ANSWERS else OTHER] += 1


def answers(task: kinds.Task, value) -> list[str]:
    """Return an answer in words, one text for each part that can be counted; none for what is only to be read."""
    match task:
        case kinds.Choice():
            return [o.words for o in task.options if o.key == value]
        case kinds.Number():
            return [f"{part(value, 'number')[:_LONGEST].strip()} {part(value, 'unit')}"]
        case kinds.Range():
            return [f"{part(value, 'low')[:20].strip()} to {part(value, 'high')[:20].strip()}"]
        case kinds.Match():
            words = {o.key: o.words for o in task.options}
            given = ((item, words.get(part(value, item.key))) for item in task.items)
            return [f"{item.words}: {chosen}" for item, chosen in given if chosen]
        case kinds.Pick():
            return [item.words for item in task.items if item.key in value]
        case kinds.Quote():
            return [value[:_LONGEST].strip()]
        case kinds.Judgement():
            sure = {c.key: c.key for c in kinds.CONFIDENCE}.get(part(value, "confidence"), "")
            return [f"{p} ({sure})" for p in task.positions if p == part(value, "position")]
        case kinds.Next():
            chosen = (part(value, "first"), part(value, "second"))
            return [item.words for item in task.items if item.key in chosen]
    return []


def moves(summary: Summary) -> list[dict]:
    """Return, for each question that was answered, its stages, and for each answer and confidence a count per stage."""
    told = []
    for question in map(evidence.question, standing.QUESTIONS):
        found = Counter()
        for (q, stage, position, sure), n in summary.standing.items():
            if q == question.question:
                found.update({(stage, position): n, (stage, sure): n})
        stages = [stage for stage in standing.STAGES if any(s == stage for s, _ in found)]
        if stages:
            counted = {
                "answers": [[p, *(found[s, p] for s in stages)] for p in question.positions],
                "sure": [[c.key, *(found[s, c.key] for s in stages)] for c in kinds.CONFIDENCE],
            }
            names = [standing.STAGES[s] for s in stages]
            told.append({"question": question.question, "stages": names, **counted})
    return told


def class_grids(summary: Summary) -> list[dict]:
    """Return the jigsaw grid of each lesson that a group filled in, for the page."""
    return [
        {
            "lesson": lesson,
            "packs": list(packs.PACKS.values()),
            "rows": [
                {
                    "question": line.question.question,
                    "found": list(line.found),
                    "together": line.together,
                    "mark": line.mark,
                    "ask": line.ask,
                }
                for line in grid.lines()
            ],
        }
        for lesson, grid in summary.grids.items()
        if not grid.empty
    ]
