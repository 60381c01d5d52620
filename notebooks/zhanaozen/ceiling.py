"""How hard to read it may get: a ceiling from 0 to 3 that a student sets, or a teacher for the class.

What is harder is left out of lists, and tasks of equal value take the place of harder ones, without a word.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from zhanaozen import tables, workbook
from zhanaozen.tables import Claim

#: What each level lets through. Nothing above 1 is ever shown before a box is ticked.
LEVELS = {
    0: "Plain only: nothing that names death, injury or abuse in lists and tasks",
    1: "Death, injury and abuse may be named, never described",
    2: "Boxes may be opened, up to violence that is described",
    3: "Boxes may be opened to everything, also torture and sexual violence",
}
_HIGHEST = max(LEVELS)
_SETTING = "ceiling"


def class_file() -> Path:
    """Return the file in which a teacher sets a ceiling for everybody who uses this folder."""
    return workbook.path().with_name("class_ceiling.txt")


def ceiling() -> int:
    """Return the ceiling in force: the lowest of the student's, the class's, and $ZHANAOZEN_CEILING; 3 if none is set.

    A setting that cannot be read counts as none for the student's own, and as 1 for the class's: care first.
    """
    return min(own(), _of_class(), _number(os.environ.get("ZHANAOZEN_CEILING"), _HIGHEST))


def within(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are no harder than the ceiling in force."""
    highest = ceiling()
    return [c for c in claims if c.intensity <= highest]


def of_equal_value(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims to read in place of a list of which nothing is left under the ceiling.

    They answer a question of the same kind (a number, or a position), of the nearest lesson that has as many plain
    enough; as many as the list held. None if it held none that answers a question.
    """
    highest = ceiling()
    asked = next((c.question for c in claims if c.question), None)
    if asked is None:
        return []
    plain = {
        q: [c for c in tables.load().by_question.get(q.question_id, ()) if c.intensity <= highest]
        for q in tables.load().questions
        if q.kind == asked.kind
    }
    wanted = min(len(claims), max(map(len, plain.values())))
    enough = [q for q, found in plain.items() if len(found) >= wanted]
    return plain[min(enough, key=lambda q: abs(int(q.lesson) - int(asked.lesson)))][: len(claims)]


def own() -> int:
    """Return the student's own ceiling, 3 if none is set."""
    try:
        entry = workbook.read().settings.get(_SETTING)
    except workbook.WorkbookError:
        return _HIGHEST
    return _number(entry.value if entry else None, _HIGHEST)


def set_own(level: int) -> None:
    """Set the student's own ceiling in the workbook. Raises `WorkbookError` if it cannot be saved."""
    workbook.save(_SETTING, level, ledger="", section="settings")


def set_for_class(level: int | None) -> None:
    """Set the ceiling for everybody who uses this folder; None takes it away. Raises ValueError, OSError."""
    if level is None:
        class_file().unlink(missing_ok=True)
    elif level in LEVELS:
        class_file().write_text(f"{level}\n", encoding="utf-8")
    else:
        raise ValueError(f"A ceiling is 0, 1, 2 or 3; {level!r} is none of these.")


def _of_class() -> int:
    try:
        return _number(class_file().read_text(encoding="utf-8").strip(), 1)
    except FileNotFoundError:
        return _HIGHEST
    except (OSError, UnicodeDecodeError):
        return 1


def _number(value: object, otherwise: int) -> int:
    if type(value) is int and value in LEVELS:
        return value
    return int(value) if isinstance(value, str) and value in "0123" and len(value) == 1 else otherwise
