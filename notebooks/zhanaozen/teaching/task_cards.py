"""Teacher's cards: one task each with its answer and reasons, for a second screen or print."""

import json
from collections.abc import Iterator
from html import escape

from zhanaozen import tasks
from zhanaozen.desk import asking
from zhanaozen.markup import Html, below
from zhanaozen.teaching.sections import NOTEBOOKS

SOLUTIONS = NOTEBOOKS.parent / "solutions"


class NoSolutions(FileNotFoundError):
    """The folder `solutions/` does not hold the solution of a lesson."""


def task_cards(lesson: str) -> Html:
    """Return a card for each task of a lesson: what is asked, the minutes, the hints, the answer with its reasons.

    The answers are those that the solution's notebook shows. Raises `NoSolutions`.
    """
    shown = dict(_solved(lesson))
    return below([_card(task, shown.get(task.task_id, [])) for task in tasks.of_lesson(lesson)])


def _card(task: tasks.Task, answers: list[Html]) -> Html:
    hints = "".join(f"<li>{escape(hint)}</li>" for hint in task.hints)
    head = f'<div style="break-inside:avoid;border-top:2px solid #555;padding:0.5em 0">{asking.asked(task)}'
    closing = Html(f"<p>Hints:</p><ol>{hints}</ol></div>", "\n".join(f"Hint: {hint}" for hint in task.hints))
    return below([Html(head, asking.plain(task)), *answers, closing])


def _solved(lesson: str) -> Iterator[tuple[str, list[Html]]]:
    """Yield each task's number with what the solution shows after it, as its notebook holds it."""
    found = sorted(SOLUTIONS.glob(f"{lesson}_*.ipynb"))
    if not found:
        raise NoSolutions(f"There is no solution of lesson {lesson} in solutions/. Cards need it.")
    task_id, answers = None, []
    for cell in json.loads(found[0].read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if source.startswith('ask("'):
            if task_id:
                yield task_id, answers
            task_id, answers = source.split('"')[1], []
        elif "solution" in cell["metadata"].get("tags", []):
            answers += _outputs(cell) if cell["cell_type"] == "code" else [_paragraph(source)]
    if task_id:
        yield task_id, answers


def _outputs(cell: dict) -> list[Html]:
    data = [output.get("data", {}) for output in cell["outputs"]]
    return [Html("".join(d["text/html"]), "".join(d["text/plain"])) for d in data if "text/html" in d]


def _paragraph(source: str) -> Html:
    return Html(f"<p>{escape(source)}</p>", source)
