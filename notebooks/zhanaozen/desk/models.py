"""Model answers to open tasks, for the solutions."""

from html import escape

from zhanaozen import keys, tasks
from zhanaozen.desk.asking import check
from zhanaozen.markup import Html, below
from zhanaozen.tasks import kinds


def show_models(task_id: str) -> Html:
    """Return the model answers to an open task, each with what the check says of it. Raises `UnknownTask`.

    Needs `solutions/`.
    """
    task = tasks.task(task_id)
    shown = []
    for model in keys.models(task_id):
        parts = _answered(task, model.value)
        listed = "".join(f"<li><strong>{escape(name)}</strong> {escape(said)}</li>" for name, said in parts)
        words = "\n".join([model.title, *(f"- {name} {said}" for name, said in parts)])
        head = f"<h4>{escape(model.title)}</h4><ul>{listed}</ul>"
        shown += [Html(head, words), check(task_id, model.value)]
    return below(shown)


def _answered(task: kinds.Task, value) -> list[tuple[str, str]]:
    """Return the parts of an answer to an open task, each with its name."""
    if not isinstance(value, dict):
        return [("Answer:", str(value))]
    known = {i.key: i.words for i in getattr(task, "items", ())} | {c.key: c.words for c in kinds.CONFIDENCE}
    told = []
    for key, given in value.items():
        words = "; ".join(known.get(g, g) for g in given) if isinstance(given, list) else known.get(given, given)
        told.append((_PARTS.get(key, key), words))
    return told


#: What the parts of an answer to an open task are called, in the words of the desk.
_PARTS = {
    "position": "Answer:",
    "claim": "In one sentence:",
    "evidence": "Rests on:",
    "reasoning": "Why they carry it:",
    "counter": "Strongest against it:",
    "answer_to_counter": "What they change:",
    "confidence": "How sure:",
    "first": "One source:",
    "second": "Another source:",
    "why": "Why these two:",
}
