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
        parts = kinds.told(task, model.value)
        listed = "".join(f"<li><strong>{escape(name)}</strong> {escape(said)}</li>" for name, said in parts)
        words = "\n".join([model.title, *(f"- {name} {said}" for name, said in parts)])
        head = f"<h4>{escape(model.title)}</h4><ul>{listed}</ul>"
        shown += [Html(head, words), check(task_id, model.value)]
    return below(shown)
