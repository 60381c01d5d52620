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
#: What a list says of the claims behind its box, in its stored output.
_BOXED = re.compile(r"describe violence \(up to (\d) of 3\)")
#: Panels with which a reader can reach every claim of the ledger.
_REACHING_ALL = ("compare_standpoints(", "compare_sources(", "search_claims(", "follow(")
_HARDEST = 3
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
def _cells(lesson: str) -> tuple[tuple[str, str, str], ...]:
    """Return kind, source and stored outputs of each cell."""
    known = lessons()
    if lesson not in known:
        raise UnknownLesson(f"There is no lesson '{lesson}'. There are: {', '.join(known)}.")
    notebook = json.loads(known[lesson].read_text(encoding="utf-8"))
    return tuple(
        (cell["cell_type"], "".join(cell["source"]), json.dumps(cell.get("outputs", []))) for cell in notebook["cells"]
    )


def _parts(lesson: str) -> Iterator[tuple[str, int, list[tuple[str, str, str]]]]:
    """Yield title, minutes and cells of each part that begins with a heading of the second level."""
    title, minutes, inside = "", 0, []
    for kind, source, outputs in _cells(lesson):
        if kind == "markdown" and (heading := _HEADING.search(source)):
            yield title, minutes, inside
            title, minutes, inside = heading[1], int(heading[2] or 0), []
        inside.append((kind, source, outputs))
    yield title, minutes, inside


def _section(title: str, minutes: int, cells: list[tuple[str, str, str]]) -> Section:
    claims = tables.load().by_key("claims")
    prose = " ".join(source for kind, source, _ in cells if kind == "markdown")
    cited = [claims[i] for i in _CITED.findall(prose) if i in claims]
    hardest = max((c.intensity for c in cited), default=0)
    code = [(source, outputs) for kind, source, outputs in cells if kind == "code"]
    boxed = [int(level) for _, outputs in code for level in _BOXED.findall(outputs)]
    if any(panel in source for source, _ in code for panel in _REACHING_ALL):
        boxed.append(_HARDEST)
    return Section(
        title,
        minutes or 2,
        frozenset(evidence.SIDES[c.standpoint] for c in cited),
        min(hardest, CALM),
        max([hardest, *boxed]),
        tuple(i for source, _ in code for i in re.findall(r'ask\("([\d.]+)"\)', source)),
    )
