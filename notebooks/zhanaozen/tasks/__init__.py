"""The tasks of every lesson, by number. What is right stands in `solutions/`, not here."""

import functools
import importlib
import pkgutil

from zhanaozen.tasks.kinds import Task


class UnknownTask(KeyError):
    """There is no task with that number. The message lists those there are."""

    def __str__(self) -> str:
        return self.args[0]


@functools.cache
def lessons() -> dict[str, tuple[Task, ...]]:
    """Return the tasks of each lesson that has any, in order, by the two digits of the lesson."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("lesson_"))
    return {name[-2:]: importlib.import_module(f"{__name__}.{name}").TASKS for name in names}


def task(task_id: str) -> Task:
    """Return one task. Raises `UnknownTask` with the numbers of its lesson, or of all lessons."""
    of_lesson = {t.task_id: t for t in lessons().get(str(task_id).partition(".")[0], ())}
    if task_id not in of_lesson:
        known = ", ".join(of_lesson) or f"tasks for lessons {', '.join(lessons())}"
        raise UnknownTask(f"There is no task '{task_id}'. There are: {known}.")
    return of_lesson[task_id]
