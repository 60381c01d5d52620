"""Corroboration: which numbers are given by whom, and which of them opposed sides share."""

import textwrap
from collections.abc import Callable, Iterable, Sequence

from zhanaozen import display, evidence, text
from zhanaozen.charts.grid import AROUND, grid
from zhanaozen.charts.parts import LABEL_WIDTH, ROW_WIDTH, NothingToDraw, Row, figure, mark_row, picker, with_numbers
from zhanaozen.tables import Claim

HOW = "A mark stands under those whose count it is; the figure beside it says in how many voices."
SHARED = "Shaded rows are given by the official side and by another."
HOLLOW = "A hollow mark means 'about'."
CANNOT = (
    "Agreement is not proof: offices of one state may repeat one count, and texts one report that they do not name."
)


def corroboration(
    claims: Iterable[Claim], title: str, keep: Callable[[evidence.Figure], bool] = lambda figure: True
) -> display.Figure:
    """Draw which numbers are given by whom: a row for each number, a column for each standpoint.

    The number in a cell counts independent voices, not texts. Rows that the official side and another side
    share are shaded. `keep` chooses figures. Raises `NothingToDraw`.
    """
    figures = [f for f in evidence.figures(with_numbers(claims)) if keep(f)]
    if not figures:
        raise NothingToDraw("None of these numbers is left. Choose others.")
    found = {evidence.voice_standpoint(c) for f in figures for c in f.claims}
    standpoints = [s for s in display.STANDPOINTS if s in found]
    groups, cells = {}, []
    for number, f in enumerate(figures):
        for standpoint in standpoints:
            if said := [c for c in f.claims if evidence.voice_standpoint(c) == standpoint]:
                mark = f"{number}|{standpoint}"
                groups[mark] = said
                cells.append(mark_row(mark, said) | {
                    "row": str(number),
                    "column": standpoint,
                    "count": len({c.voice for c in said}),
                    "standpoint": display.label(standpoint),
                    "who": text.listing([text.who(c) for c in f.speakers if c in said]),
                })  # fmt: skip
    picked = picker(cells[0]["mark"])
    view, rows = grid(
        {str(number): Row(_label(f), AROUND, AROUND) for number, f in enumerate(figures)},
        {s: display.label(s) for s in standpoints},
        cells,
        [],
        {str(number) for number, f in enumerate(figures) if f.opposed},
        picked,
        display.by_standpoint(found, legend=None),
    )
    shared, hollow = any(f.opposed for f in figures), not all(cell["fill"] for cell in cells)
    how = " ".join([HOW, *([SHARED] if shared else []), *([HOLLOW] if hollow else [])])
    return figure(
        [view], rows, groups, picked, title=title, lines=(how, CANNOT), words=_words(figures), width=ROW_WIDTH
    )  # fmt: skip


def _label(f: evidence.Figure) -> list[str]:
    number = f"{text.span(f.low, f.high, f.hedge_kind)} {f.unit.removeprefix('people ')}"
    return [number, *textwrap.wrap(f.of, LABEL_WIDTH, max_lines=3, placeholder=" …")]


def _words(figures: Sequence[evidence.Figure]) -> str:
    said = []
    for f in figures:
        standpoints = list(f.voices.values())
        voices = [
            f"{text.plural(standpoints.count(s), 'voice')} ({display.label(s).lower()})"
            for s in dict.fromkeys(standpoints)
        ]
        of = f", {f.of}" if f.of else ""
        shared = "; shared across sides" if f.opposed else ""
        said.append(f"{text.counted(f.low, f.high, f.hedge_kind, f.unit)}{of}: {text.listing(voices)}{shared}.")
    return " ".join(said)
