"""The workbook: the one JSON file in which a student's answers live and which the student hands in.

A save replaces the file in one step while a lock is held, so a crash, a full disk or a second notebook
never costs an answer. A file that is not a good workbook is never overwritten. Wherever a function takes
`path`, the default is the student's own file.

The file has five sections: `answers` to tasks, `kept` evidence by claim, `judgements` by question and stage, the
parts of the student's `account`, and `settings`. Every entry is saved on its own, so two tabs that write different
parts lose none.
"""

import json
import math
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

FORMAT, SCHEMA = "zhanaozen-workbook", 2
SECTIONS = ("answers", "kept", "judgements", "account", "settings")
MAX_TEXT = 10_000  # characters in one text
MAX_BYTES = 20_000_000
LOCK_SECONDS = 5.0
UNSAVED = "Nothing was saved; your answer is still on the screen."
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and newline

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class WorkbookError(Exception):
    """Says in full sentences why the workbook was not read or changed, and what to do."""


@dataclass(frozen=True)
class Entry:
    """What was answered or kept, when (ISO 8601, UTC), how often it was checked, and with which ledger version."""

    value: Json
    saved_at: str
    tries: int
    ledger: str


@dataclass(frozen=True)
class Workbook:
    """The entries of each section, as they were when the file was read.

    Keys: `answers` by task id, `kept` by claim id, `judgements` by stage and question ("before/count_complete"),
    `account` by question id, and "title"; `settings` by name.
    """

    answers: dict[str, Entry]
    kept: dict[str, Entry]
    judgements: dict[str, Entry]
    account: dict[str, Entry]
    settings: dict[str, Entry]


def path() -> Path:
    """Return the file named by $ZHANAOZEN_WORKBOOK, or else `exercises/my_workbook.json` of this project."""
    named = os.environ.get("ZHANAOZEN_WORKBOOK")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "exercises" / "my_workbook.json"


def read(path: str | Path | None = None) -> Workbook:
    """Return the workbook in the file `path`, empty if there is no such file.

    Raises `WorkbookError` if the file is damaged, foreign, from a newer edition, too large or cannot be read.
    """
    return _view(_load(_file(path)))


def parse(data: bytes) -> Workbook:
    """Return the workbook in the bytes of a file, as plain data: nothing in it is run.

    Raises `WorkbookError` with half a sentence ("is damaged: ...") if they are not a good workbook.
    """
    return _view(_document(data))


def save(key: str, value: Json, *, ledger: str, section: str = "answers", path: str | Path | None = None) -> Workbook:
    """Save `value` under `key` in a section, made with that `ledger` version, and return the workbook.

    Control characters other than newline and tab are removed from texts, lone surrogates are replaced by
    U+FFFD, and tuples become lists. An unchanged value is not written again. Raises `WorkbookError`, with
    the file as it was, if a text is longer than MAX_TEXT, the value is not JSON, `read` would fail, another
    notebook holds the file for LOCK_SECONDS, or the disk refuses.
    """
    value = _clean(value)
    with _changes(_file(path)) as document:
        entries = document[section]
        old = entries.get(key)
        if old is None or _bytes(old["value"]) != _bytes(value):  # as JSON, because in Python 1 == True
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            new = {"value": value, "saved_at": now, "ledger": ledger}
            entries[key] = (old or {"tries": 0}) | new
    return _view(document)


def drop(key: str, *, section: str, path: str | Path | None = None) -> Workbook:
    """Take one entry out of a section, if it is there, and return the workbook. Raises `WorkbookError` as `save`."""
    with _changes(_file(path)) as document:
        document[section].pop(key, None)
    return _view(document)


def count_try(task_id: str, path: str | Path | None = None) -> Workbook:
    """Add one to the times the answer to `task_id` was checked, and return the workbook.

    Raises `WorkbookError` as `save` does, and if the task has no saved answer.
    """
    with _changes(_file(path)) as document:
        if task_id not in document["answers"]:
            raise WorkbookError(f"Task {task_id} has no saved answer yet. Save one, then check it.")
        document["answers"][task_id]["tries"] += 1
    return _view(document)


def restore_previous(path: str | Path | None = None) -> Workbook:
    """Put the version before back in place and return it.

    The file there now is kept as `my_workbook.damaged-1.json` (or -2, ...). Raises `WorkbookError` if there
    is no good version before, another notebook holds the file, or the disk refuses.
    """
    file = _file(path)
    with _alone(file):
        previous = _beside(file, "previous")
        if not previous.exists():
            raise WorkbookError(f"There is no {previous.name} to go back to. Nothing was changed.")
        document = _load(previous)
        if file.exists():
            _set_aside(file)
        _put(file, previous.read_bytes())
    return _view(document)


def restore(data: bytes, path: str | Path | None = None) -> Workbook:
    """Put the entries of a downloaded workbook back and return the workbook. Of two entries the later one stays.

    A file that is there and is no good workbook is kept as `my_workbook.damaged-1.json` (or -2, ...). Raises
    `WorkbookError` if the bytes are not a good workbook, another notebook holds the file, or the disk refuses; then
    nothing is changed.
    """
    try:
        saved = _document(data)
    except WorkbookError as fault:
        raise WorkbookError(f"The file you chose {fault}. Nothing was changed.") from None
    file = _file(path)
    try:
        _load(file)
    except WorkbookError:
        with _alone(file):
            _set_aside(file)
            file.unlink()
    with _changes(file) as document:
        for section in SECTIONS:
            for key, entry in saved[section].items():
                there = document[section].get(key)
                if there is None or there["saved_at"] <= entry["saved_at"]:
                    document[section][key] = entry
    return _view(document)


def forget(path: str | Path | None = None) -> None:
    """Erase all answers: the workbook, the version before, and what a restore or a crash left beside them.

    Raises `WorkbookError` if the file is not a good workbook (delete it by hand), another notebook holds it,
    or the disk refuses.
    """
    file = _file(path)
    with _alone(file):
        _load(file)
        left = [*file.parent.glob(f"{file.stem}.damaged-*"), *file.parent.glob(f".{file.stem}.*.tmp")]
        # The workbook goes last: while any answer is left, the student still sees answers and can ask again.
        for each in [*left, _beside(file, "previous"), file]:
            each.unlink(missing_ok=True)


def download_script(path: str | Path | None = None) -> str:
    """Return JavaScript with which the browser downloads the file's bytes as `zhanaozen-workbook.json`.

    Raises `WorkbookError` if `read` would, or if there is no answer yet.
    """
    document = _load(_file(path))
    if not any(document[section] for section in SECTIONS):
        raise WorkbookError("There is nothing saved to download yet.")
    # Imported here, since only a download needs the widgets that this module loads.
    from zhanaozen import download

    return download.script(_bytes(document), "zhanaozen-workbook.json", "application/json")


def _file(given: str | Path | None) -> Path:
    return Path(given or path()).resolve()  # so that a link to a file elsewhere stays a link


def _beside(file: Path, kind: str) -> Path:
    return file.with_name(f"{file.stem}.{kind}{file.suffix}")


def _set_aside(file: Path) -> None:
    names = (_beside(file, f"damaged-{n}") for n in count(1))
    _put(next(name for name in names if not name.exists()), file.read_bytes())


def _view(document: dict[str, Any]) -> Workbook:
    fields = Entry.__dataclass_fields__

    def entries(section: str) -> dict[str, Entry]:
        return {key: Entry(**{f: kept[f] for f in fields}) for key, kept in document[section].items()}

    return Workbook(*map(entries, SECTIONS))


def _bytes(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True) + "\n").encode()


def _clean(value: Any) -> Json:
    match value:
        case str():
            # By way of UTF-16, two halves of one character join and a lone half is replaced.
            text = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            text = CONTROLS.sub("", text)
            if len(text) <= MAX_TEXT:
                return text
            problem = f"a text of {len(text):,} characters; it keeps up to {MAX_TEXT:,}, so shorten yours"
        case None | bool() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case list() | tuple():
            return [_clean(item) for item in value]
        case dict() if all(isinstance(key, str) for key in value):
            return {str(_clean(key)): _clean(item) for key, item in value.items()}
        case _:
            problem = f"{value!r:.50}; it keeps text, finite numbers, and lists of them"
    raise WorkbookError(f"The workbook cannot keep {problem}. {UNSAVED}")


def _load(file: Path) -> dict[str, Any]:
    try:
        return _parse(file)
    except FileNotFoundError:
        return {"format": FORMAT, "schema": SCHEMA} | {section: {} for section in SECTIONS}
    except WorkbookError as fault:
        previous = _beside(file, "previous")
        try:
            _parse(previous)
            advice = f"The version before, {previous.name}, is good; workbook.restore_previous() restores it."
        except (OSError, WorkbookError):
            advice = "Move the file to another folder, or ask your teacher to look at it."
        raise WorkbookError(f"{file.name} {fault}. Nothing was overwritten. {advice}") from None


def _parse(file: Path) -> dict[str, Any]:
    """Return the document in the file; raise `FileNotFoundError`, or `WorkbookError` with half a sentence."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise WorkbookError(f"cannot be read ({error.strerror})") from None
    return _document(data)


def _document(data: bytes) -> dict[str, Any]:
    """Return the document in the bytes of a file, in today's schema; raise `WorkbookError` with half a sentence."""
    if len(data) > MAX_BYTES:
        raise WorkbookError(f"is larger than {MAX_BYTES // 1_000_000} MB, too large for a workbook")
    try:
        document = json.loads(data.decode("utf-8-sig"))
        _bytes(document)  # what could not be written again (NaN, a lone surrogate) fails now, not in a save
    except (ValueError, RecursionError):
        raise WorkbookError("is damaged: it is not whole UTF-8 JSON; it was cut off or changed") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise WorkbookError("is not a workbook of this course")
    schema = document.get("schema")
    if type(schema) is int and schema > SCHEMA:
        raise WorkbookError("comes from a newer edition of this course; open it with that edition")
    if type(schema) is int and schema == 1:
        document = _from_schema_1(document)
    elif type(schema) is not int or schema != SCHEMA:
        raise WorkbookError(_CHANGED)
    for section in SECTIONS:
        entries = document.get(section)
        if not isinstance(entries, dict) or not all(map(_is_entry, entries.values())):
            raise WorkbookError(_CHANGED)
    return document


_CHANGED = "is damaged: something in it is not as this course writes it"


def _from_schema_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a workbook of the first schema in today's: its one section held the whole account as an answer."""
    answers = document.get("answers")
    if not isinstance(answers, dict) or not all(map(_is_entry, answers.values())):
        raise WorkbookError(_CHANGED)
    new = document | {section: {} for section in SECTIONS} | {"schema": SCHEMA}
    new["answers"] = {key: kept for key, kept in answers.items() if key != "09.account"}
    whole = answers.get("09.account")
    if whole and isinstance(whole["value"], dict):
        title, sections = whole["value"].get("title"), whole["value"].get("sections")
        parts = sections if isinstance(sections, dict) else {}
        new["account"] = {key: whole | {"value": part} for key, part in (parts | {"title": title}).items() if part}
    return new


def _is_entry(kept: Any) -> bool:
    types = {"saved_at": str, "tries": int, "ledger": str}
    return isinstance(kept, dict) and "value" in kept and all(type(kept.get(f)) is types[f] for f in types)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold the workbook's lock; a lock not to be had and a disk that refuses become `WorkbookError`."""
    # Imported here, since most visits begin with reading and the first chart should not wait for it.
    from filelock import FileLock, Timeout

    lock = file.with_name(f".{file.stem}.lock")
    try:
        with FileLock(lock, timeout=LOCK_SECONDS):  # makes the folder, too
            yield
    except Timeout:
        raise WorkbookError(
            f"Another notebook is saving. {UNSAVED} Wait a moment and try again; if this goes on, "
            f"shut down the other notebooks and delete {lock.name}."
        ) from None
    except OSError as error:
        raise WorkbookError(
            f"{file.name} could not be written ({error.strerror}). {UNSAVED} "
            "Make room on the disk, or make the folder writable, and try again."
        ) from error


@contextmanager
def _changes(file: Path) -> Iterator[dict[str, Any]]:
    """Lend the document; if it comes back changed, keep the version before and write the new one."""
    with _alone(file):
        document = _load(file)
        before = _bytes(document)
        yield document
        after = _bytes(document)
        if len(after) > MAX_BYTES:
            raise WorkbookError(f"The workbook is full. {UNSAVED}")
        if after != before:
            if file.exists():
                _put(_beside(file, "previous"), file.read_bytes())
            _put(file, after)


def _put(file: Path, data: bytes) -> None:
    """Replace the file in one step: whoever opens it finds the old bytes or the new, even after a crash."""
    aside = file.with_name(f".{file.name}.tmp")  # the lock makes one name safe, and crashes leave no pile
    try:
        with aside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(aside, file)
    finally:
        aside.unlink(missing_ok=True)
