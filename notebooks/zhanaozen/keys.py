"""The key to a lesson's tasks, if `solutions/` is there: a class can be handed the exercises without it."""

import functools
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from zhanaozen import tasks
from zhanaozen.checks import Feedback

SOLUTIONS = Path(__file__).parents[2] / "solutions"


@dataclass(frozen=True)
class Model:
    """A model answer to an open task: what kind of answer it is, the answer, and whether it is a good one."""

    title: str
    value: object
    good: bool = True


@functools.cache
def _key(path: Path) -> ModuleType:
    """Return the key of a lesson: `CHECKS`, a check for each task, and `MODELS`, answers to its open tasks."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def feedback(task_id: str, value, folder: Path = SOLUTIONS) -> Feedback | None:
    """Return what the key says of an answer; None if the key is not here or the task has no answer yet.

    Raises `UnknownTask`.
    """
    task = tasks.task(task_id)
    path = folder / f"key_{task.lesson}.py"
    if not path.is_file() or not task.complete(value):
        return None
    return _key(path).CHECKS[task_id](value)


def checks_of(lesson: str, folder: Path = SOLUTIONS) -> dict[str, Callable[[object], Feedback]]:
    """Return the checks of a lesson, by task. Raises FileNotFoundError if its key is not here."""
    return _key(folder / f"key_{lesson}.py").CHECKS


def models(task_id: str, folder: Path = SOLUTIONS) -> tuple[Model, ...]:
    """Return the model answers to an open task: good ones that differ, then weak ones. Empty for other tasks.

    Raises `UnknownTask`, and FileNotFoundError if the key is not here.
    """
    lesson = tasks.task(task_id).lesson
    return getattr(_key(folder / f"key_{lesson}.py"), "MODELS", {}).get(task_id, ())
