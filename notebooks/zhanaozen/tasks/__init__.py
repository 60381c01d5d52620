"""The tasks of every lesson, by number. What is right stands in `solutions/`, not here."""

import functools
import importlib
import importlib.util
import pkgutil

from zhanaozen.tasks.kinds import Task


class UnknownTask(KeyError):
    """There is no task with that number. The message lists those there are."""

    def __str__(self) -> str:
        return self.args[0]


def lessons() -> dict[str, tuple[Task, ...]]:
    """Return the tasks of each lesson that has any, in order, by the two digits of the lesson."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("lesson_"))
    return {name[-2:]: of_lesson(name[-2:]) for name in names}


@functools.cache
def of_lesson(lesson: str) -> tuple[Task, ...]:
    """Return the tasks of one lesson; none if it has none. Only this lesson is loaded."""
    name = f"{__name__}.lesson_{lesson}"
    return importlib.import_module(name).TASKS if importlib.util.find_spec(name) else ()


def task(task_id: str) -> Task:
    """Return one task. Raises `UnknownTask` with the numbers of its lesson, or of all lessons."""
    asked = {t.task_id: t for t in of_lesson(str(task_id).partition(".")[0])}
    if task_id not in asked:
        known = ", ".join(asked) or f"tasks for lessons {', '.join(lessons())}"
        raise UnknownTask(f"There is no task '{task_id}'. There are: {known}.")
    return asked[task_id]
