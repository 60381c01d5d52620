"""Workbook files of a folder, each with the student it belongs to, or the reason why it cannot be read.

Files come from strangers' machines: links are not followed, sizes are looked at before reading, and what a name or a
file holds is only ever shown as text.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from zhanaozen import workbook
from zhanaozen.workbook import Workbook, WorkbookError

#: Names that say nothing of the student: then the folder does, as in a download from a learning platform.
_UNNAMED = re.compile(r"(zhanaozen-workbook|my_workbook)( ?\(\d+\)|-\d+)?", re.IGNORECASE)
_COPY = re.compile(r" ?\(\d+\)$")
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Handed:
    """One file that was handed in: the student's name as the file or folder gives it, and the path."""

    student: str
    path: Path


@dataclass(frozen=True)
class Unread:
    """A file that was not marked, and why."""

    name: str
    reason: str


def files(folder: Path) -> list[Handed]:
    """Return every file below a folder that could be a workbook, by student and path; hidden ones are left out.

    Raises `NotADirectoryError` if there is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder. Give the folder that holds the students' workbook files.")
    found = [
        Handed(student_of(path, folder), path)
        for path in folder.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and (path.is_symlink() or not path.is_dir())
    ]
    return sorted(found, key=lambda h: (h.student.casefold(), str(h.path)))


def student_of(path: Path, folder: Path) -> str:
    """Return whose file it is: its name, or that of its folder if the file has the name of the download."""
    stem = _COPY.sub("", path.stem)
    parent = path.parent.name if path.parent != folder else stem
    name = workbook.CONTROLS.sub("", parent if _UNNAMED.fullmatch(path.stem) else stem)
    name = name.encode("utf-8", "replace").decode("utf-8")  # a name may hold bytes that are no text
    return " ".join(name.split())[:_LONGEST_NAME] or "without a name"


def read(handed: Handed) -> Workbook | Unread:
    """Return the workbook in one file, or why it cannot be read. Never raises, whatever the file holds."""
    path = handed.path
    name = shown(path)
    try:
        if path.is_symlink():
            return Unread(name, "is a link to another file; ask for the file itself")
        if not path.is_file():
            return Unread(name, "is no file that can be read")
        if path.suffix.lower() != ".json":
            return Unread(name, f"is no workbook: it ends in “{path.suffix[:12]}”, a workbook ends in .json")
        if path.stat().st_size > workbook.MAX_BYTES:
            return Unread(name, f"is larger than {workbook.MAX_BYTES // 1_000_000} MB, too large for a workbook")
        return workbook.parse(path.read_bytes())
    except WorkbookError as error:
        return Unread(name, str(error))
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return Unread(name, f"cannot be read ({type(error).__name__})")


def shown(path: Path) -> str:
    """Return the end of a path as text that can be shown: the folder and the name."""
    return workbook.CONTROLS.sub("", str(Path(*path.parts[-2:]))).encode("utf-8", "replace").decode("utf-8")


def last_saved(book: Workbook) -> str:
    """Return when the last entry of a workbook was saved; an empty text for an empty one."""
    sections = (book.answers, book.kept, book.judgements, book.account)
    return max((entry.saved_at for section in sections for entry in section.values()), default="")


def one_for_each_student(handed: list[Handed]) -> tuple[list[Handed], list[Unread]]:
    """Return one file for each student, the one saved last, and the others with the reason why they are left out."""
    by_student = defaultdict(list)
    for each in handed:
        by_student[each.student.casefold()].append(each)
    chosen, left = [], []
    for same in by_student.values():
        last = max(same, key=_when) if len(same) > 1 else same[0]
        chosen.append(last)
        left += [
            Unread(shown(h.path), f"is an earlier file of “{last.student}”; {shown(last.path)} was marked")
            for h in same
            if h is not last
        ]
    return chosen, left


def _when(handed: Handed) -> str:
    book = read(handed)
    return "" if isinstance(book, Unread) else last_saved(book)
