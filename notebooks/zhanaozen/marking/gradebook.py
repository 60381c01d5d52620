"""The gradebook: CSV files that spreadsheets and learning platforms open, in which no cell is a formula."""

import csv
from collections.abc import Sequence
from typing import TextIO

from zhanaozen import tasks
from zhanaozen.marking.scoring import Row
from zhanaozen.tasks.kinds import Code

_HEAD = ("student", "lesson", "task", "title", "state", "points", "to_read", "tries", "saved_at", "ledger", "feedback")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that begins as a formula is put behind a quote."""
    bare = cell.lstrip(" \u00a0\ufeff")
    return f"'{cell}" if bare[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠") else cell


class Gradebook:
    """Writes one row for each student and task, and one row for each student with the points of each lesson.

    The first layout is for reading and for spreadsheets; the second is what Moodle and Canvas import: a column with
    the student, and a column for each piece of work, as per cent.
    """

    def __init__(self, by_task: TextIO, by_student: TextIO):
        self._tasks = csv.writer(by_task, lineterminator="\r\n")
        self._students = csv.writer(by_student, lineterminator="\r\n")
        self._lessons = list(tasks.lessons())
        self._tasks.writerow(_HEAD)
        self._students.writerow(["Student", *(f"Lesson {lesson} (per cent)" for lesson in self._lessons)])

    def add(self, student: str, rows: Sequence[Row]) -> None:
        """Write the rows of one student."""
        for row in rows:
            self._tasks.writerow(
                harmless(cell)
                for cell in (
                    student,
                    row.task.lesson,
                    row.task.task_id,
                    row.task.title,
                    row.state,
                    "" if row.points is None else f"{row.points:g}",
                    "yes" if row.to_read else "no",
                    str(row.tries),
                    row.saved_at,
                    row.ledger,
                    row.feedback.summary.removesuffix(" Look again at:") if row.feedback else "",
                )
            )
        self._students.writerow([harmless(student), *(_per_cent(rows, lesson) for lesson in self._lessons)])


def _per_cent(rows: Sequence[Row], lesson: str) -> str:
    """Return the share of points of a lesson's tasks, without those in code; blank if none was answered."""
    asked = [r for r in rows if r.task.lesson == lesson and not isinstance(r.task, Code)]
    if all(r.points is None for r in asked):
        return ""
    return f"{100 * sum(r.points or 0 for r in asked) / len(asked):.0f}"
