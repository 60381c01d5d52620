"""What a lesson holds, section by section, read from its notebook: minutes, whose evidence, how hard to read.

Nothing here is kept by hand: change a lesson, and its plans change with it.
"""

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zhanaozen import evidence, tables
from zhanaozen.charts.parts import CALM

NOTEBOOKS = Path(__file__).parents[2]
_HEADING = re.compile(r"^## (?:\d+\. )?(.+?)(?: \((\d+) minutes?\))?$", re.MULTILINE)
_CITED = re.compile(r"[a-z0-9][a-z0-9_-]*\.\d{2,3}")
_LISTED = re.compile(r"(?:read_claims|keep)\(\s*evidence\.claims_on\(([^)]*)\)")
AGREEMENT = "Before a class begins"
CLOSING = "What this settles and what it does not"


class UnknownLesson(KeyError):
    """There is no such lesson. The message lists those there are."""

    def __str__(self) -> str:
        return self.args[0]


@dataclass(frozen=True)
class Section:
    """One section of a lesson.

    `sides` are the sides whose claims its text cites (`evidence.SIDES`); `intensity` is that of its own page (0 or 1,
    since what describes violence is never told there); `boxed` is the highest (0 to 3) of the claims that it cites or
    lists, which a reader may open. `tasks` are the numbers of the tasks that it asks.
    """

    title: str
    minutes: int
    sides: frozenset[str]
    intensity: int
    boxed: int
    tasks: tuple[str, ...] = ()

    @property
    def closing(self) -> bool:
        """True for the section that says what is settled and what is not."""
        return self.title == CLOSING


def lessons() -> dict[str, Path]:
    """Return the notebook of each lesson, by its two digits."""
    return {path.name[:2]: path for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))}


def question(lesson: str) -> str:
    """Return the question that a lesson asks: its title."""
    first = _cells(lesson)[0][1]
    return re.search(r"^# (.+)$", first, re.MULTILINE)[1]


@functools.cache
def sections(lesson: str) -> tuple[Section, ...]:
    """Return the sections of a lesson that take time, in order; the closing is the last. Raises `UnknownLesson`."""
    found = [_section(title, minutes, cells) for title, minutes, cells in _parts(lesson) if minutes or title == CLOSING]
    return tuple(sorted(found, key=lambda s: s.closing))


@functools.cache
def _cells(lesson: str) -> list[tuple[str, str]]:
    known = lessons()
    if lesson not in known:
        raise UnknownLesson(f"There is no lesson '{lesson}'. There are: {', '.join(known)}.")
    notebook = json.loads(known[lesson].read_text(encoding="utf-8"))
    return [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]


def _parts(lesson: str) -> Iterator[tuple[str, int, list[tuple[str, str]]]]:
    """Yield title, minutes and cells of each part that begins with a heading of the second level."""
    title, minutes, inside = "", 0, []
    for kind, source in _cells(lesson):
        if kind == "markdown" and (heading := _HEADING.search(source)):
            yield title, minutes, inside
            title, minutes, inside = heading[1], int(heading[2] or 0), []
        inside.append((kind, source))
    yield title, minutes, inside


def _section(title: str, minutes: int, cells: list[tuple[str, str]]) -> Section:
    claims = tables.load().by_key("claims")
    prose = " ".join(source for kind, source in cells if kind == "markdown")
    cited = [claims[i] for i in _CITED.findall(prose) if i in claims]
    listed = [
        c
        for kind, source in cells
        if kind == "code"
        for asked in _LISTED.findall(source)
        for question_id in re.findall(r'"(\w+)"', asked)
        for c in evidence.claims_on(question_id)
    ]
    hardest = max((c.intensity for c in (*cited, *listed)), default=0)
    return Section(
        title,
        minutes or 2,
        frozenset(evidence.SIDES[c.standpoint] for c in cited),
        min(hardest, CALM),
        hardest,
        tuple(i for kind, source in cells if kind == "code" for i in re.findall(r'ask\("([\d.]+)"\)', source)),
    )
