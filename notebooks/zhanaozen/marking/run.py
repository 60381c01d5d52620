"""Marking a folder: every file read and scored in parallel, results written one student at a time."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from zhanaozen.marking import reading, scoring
from zhanaozen.marking.class_view import ClassView
from zhanaozen.marking.gradebook import Gradebook
from zhanaozen.marking.reading import Handed, Unread
from zhanaozen.marking.scoring import Marked
from zhanaozen.marking.summary import Summary

#: Below so many files, starting other processes takes longer than it saves.
_FEW = 20
_CHUNK = 8


@dataclass(frozen=True)
class Result:
    """How many files were marked, which were not and why, and the files that were written."""

    marked: int
    unread: list[Unread]
    written: list[Path]


def mark(
    folder: Path, out: Path, progress: Callable[[int, int], None] | None = None, cores: int | None = None
) -> Result:
    """Mark every workbook below `folder` and write three files to `out`.

    `progress` is called with the number of files done and of all; `cores` defaults to those of the machine. A file
    that cannot be read is listed with its reason, and the others are still marked. Raises `NotADirectoryError`.
    """
    handed, unread = reading.one_for_each_student(reading.files(folder))
    out.mkdir(parents=True, exist_ok=True)
    names = [out / name for name in ("gradebook.csv", "gradebook_by_student.csv", "class_view.html")]
    summary, marked = Summary(), 0
    # A spreadsheet takes a file with a byte-order mark for UTF-8.
    with (
        names[0].open("w", encoding="utf-8-sig", newline="") as by_task,
        names[1].open("w", encoding="utf-8-sig", newline="") as by_student,
        names[2].open("w", encoding="utf-8", newline="\n") as page,
    ):
        gradebook, view = Gradebook(by_task, by_student), ClassView(page)
        for done, (each, found) in enumerate(zip(handed, _scored(handed, cores), strict=True), 1):
            if isinstance(found, Unread):
                unread.append(found)
            else:
                gradebook.add(each.student, found.rows)
                view.add(each.student, found)
                summary.add(found)
                marked += 1
            if progress:
                progress(done, len(handed))
        view.close(summary, unread)
    return Result(marked, unread, names)


def _scored(handed: list[Handed], cores: int | None) -> Iterator[Marked | Unread]:
    cores = cores or os.cpu_count() or 1
    if cores == 1 or len(handed) < _FEW:
        yield from map(score, handed)
        return
    # Handed out in portions, so that results wait nowhere and memory does not grow with the number of files.
    portion = cores * _CHUNK * 4
    with ProcessPoolExecutor(cores) as pool:
        for start in range(0, len(handed), portion):
            yield from pool.map(score, handed[start : start + portion], chunksize=_CHUNK)


def score(handed: Handed) -> Marked | Unread:
    """Return what one file holds, scored, or why it was not marked."""
    book = reading.read(handed)
    if isinstance(book, Unread):
        return book
    try:
        return scoring.marked(book)
    except Exception as error:  # one strange file must not cost the others
        return Unread(reading.shown(handed.path), f"could not be marked ({type(error).__name__}: {error!s:.80})")
