"""The class view: one HTML file that shows how a class did, on a screen or in print, with no request to anywhere.

What students wrote stands in it as JSON that no browser runs, and is shown as text only. Students are written to the
file one by one, so memory does not grow with their number.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from zhanaozen import account, tables, tasks
from zhanaozen.marking.reading import Unread
from zhanaozen.marking.rubric import RUBRIC
from zhanaozen.marking.scoring import TO_READ, Marked, Row
from zhanaozen.marking.summary import Summary, TaskCount, class_grids, moves
from zhanaozen.tasks import kinds

_HERE = Path(__file__).parent
#: A browser shows the writing of so many students; the gradebook holds all.
MOST_WRITERS = 500


def harmless_json(value) -> str:
    """Return JSON that can stand inside a script element: nothing in it can end the element or begin another."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


class ClassView:
    """Writes the file: `add` for each student, then `close` with the counts and the files that were not marked."""

    def __init__(self, out: TextIO):
        self._out, self._count = out, 0
        style = (_HERE / "class_view.css").read_text(encoding="utf-8")
        self._script = (_HERE / "class_view.js").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(self._script.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
        out.write(
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>Class view</title><style>{style}</style></head><body>"
            '<main id="view"><h1>Class view</h1><p>This page needs scripts to be allowed; it asks the network for '
            'nothing.</p></main>\n<script type="application/json" id="students">['
        )

    def add(self, student: str, marked: Marked) -> None:
        """Write what one student did: the state of each task, and what is to be read."""
        record = {
            "name": student,
            "states": "".join(row.state[0] for row in marked.rows),
            "texts": _texts(marked.rows) | _account(marked) if self._count < MOST_WRITERS else {},
        }
        self._out.write(f"{',' if self._count else ''}\n{harmless_json(record)}")
        self._count += 1

    def close(self, summary: Summary, unread: Sequence[Unread]) -> None:
        """Write the counts, the files that were not marked, and the page's own script."""
        package = tables.package()
        view = {
            "module": f"{package['title']}, version {package['version']}",
            "lessons": list(tasks.lessons()),
            "tasks": [_task(count) for count in summary.tasks.values()],
            "moves": moves(summary),
            "grid": class_grids(summary),
            "unread": [{"name": u.name, "reason": u.reason} for u in unread],
            "rubric": [{"name": name, "asks": asks, "levels": levels} for name, asks, levels in RUBRIC],
            "mostWriters": MOST_WRITERS,
        }
        self._out.write(
            f'\n]</script>\n<script type="application/json" id="class">{harmless_json(view)}</script>\n'
            f"<script>{self._script}</script></body></html>\n"
        )


def _texts(rows: Sequence[Row]) -> dict[str, dict]:
    """Return what a student wrote in tasks that are read by the teacher, with what the check said."""
    return {
        row.task.task_id: {
            "parts": kinds.told(row.task, row.value),
            "feedback": [row.feedback.summary, *row.feedback.reasons] if row.feedback else [],
        }
        for row in rows
        if row.to_read and row.state != "open"
    }


def _account(marked: Marked) -> dict[str, dict]:
    """Return the account as parts, each section under its question, with what was looked at in it."""
    written = account.read(marked.account)
    parts = [("Title:", written.title)] if written.title else []
    told = []
    for section in written.sections:
        held = account.HELD.get(section.held, "How sure: not said")
        parts.append((section.question.question, f"{held}\n\n{section.words}"))
        told += [f"{section.question.question} {note.told}" for note in account.review(section)]
    return {"account": {"parts": parts, "feedback": told}} if parts else {}


def _task(count: TaskCount) -> dict:
    asked = count.points.total()
    return {
        "id": count.task.task_id,
        "lesson": count.task.lesson,
        "title": count.task.title,
        "range": isinstance(count.task, kinds.Range),
        "read": isinstance(count.task, TO_READ),
        "states": dict(count.states),
        "mean": sum(p * n for p, n in count.points.items()) / asked if asked else None,
        "answers": count.answers.most_common(12),
        "key": sorted(count.right),
        "misread": count.misread.most_common(5),
    }
