"""How hard to read it may get: a ceiling from 0 to 3 that a student sets, or a teacher for the class.

What is harder is left out of lists; and tasks, charts and tables of equal value take the place of harder ones, without
a word. A chart is shown whole or not at all: without its harder claims, those who speak of harm would look silent.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from zhanaozen import tables, workbook
from zhanaozen.tables import Claim, Question

#: What each level lets through. Nothing above 1 is ever shown before a box is ticked.
LEVELS = {
    0: "Plain only: nothing that names death, injury or abuse in lists, tasks, charts and tables",
    1: "Death, injury and abuse may be named, never described",
    2: "Boxes may be opened, up to violence that is described",
    3: "Boxes may be opened to everything, also torture and sexual violence",
}
CALM = 1
"""Up to this intensity a claim is printed in charts, tables and packs; a harder one is read by choice."""
_HIGHEST = max(LEVELS)
#: Words that name death, injury or abuse: what has one of them is not plain, whatever claims it shows. (An
#: 'international body' is a standpoint, and abuse of office is a charge.)
_HARM = re.compile(
    r"\b(kill|dead|death|die[sd]?\b|dying|shot|shoot|fire[sd]? (?:on|at|into)|gunshot|wound|injur|morgue|grave|tortur"
    r"|(?<!international )bod(?:y|ies)\b|beat|ill-treat|abuse(?! of office)|murder|suicid|rape)",
    re.IGNORECASE,
)
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


def names_harm(words: str) -> bool:
    """Return whether words name death, injury or abuse."""
    return bool(_HARM.search(words))


def lets(claims: Iterable[Claim], words: str = "") -> bool:
    """Return whether a chart or table may be shown: `claims` stand behind it, `words` are written on it."""
    return ceiling() >= CALM or not (names_harm(words) or any(c.intensity for c in claims))


def questions(asked: Sequence[Question]) -> list[Question]:
    """Return the questions of which everything may be shown; if there are none, others of equal value."""
    if ceiling() >= CALM:
        return list(asked)
    return [q for q in asked if plain(q)] or list(dict.fromkeys(map(_instead, asked)))


def of_equal_value(claims: Sequence[Claim], kind: str = "") -> list[Claim]:
    """Return claims to read in place of others: all those on one question of which everything may be shown.

    The question is of the same kind as that of the claims, or of `kind` ("number" or "position").
    """
    asked = next((c.question for c in claims if c.question and kind in ("", c.question.kind)), None)
    return _claims(_instead(asked or next(q for q in tables.load().questions if q.kind == (kind or "position"))))


def _instead(asked: Question) -> Question:
    """Return the plain question that takes the place of another: the n-th of a kind takes the n-th plain one.

    So each has its own, the same wherever it is asked, and a lesson does not show one of them again and again.
    """
    same = [q for q in tables.load().questions if q.kind == asked.kind]
    highest = ceiling()
    easier = [q for q in same if plain(q, highest)]
    return easier[same.index(asked) % len(easier)]


def plain(q: Question, highest: int = 0) -> bool:
    """Return whether nobody says anything harder on a question than `highest`, nor the question itself."""
    return all(c.intensity <= highest for c in _claims(q)) and (highest >= CALM or not names_harm(q.question))


def _claims(q: Question) -> list[Claim]:
    return list(tables.load().by_question.get(q.question_id, ()))


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
