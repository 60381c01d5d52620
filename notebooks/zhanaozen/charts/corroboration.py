"""Corroboration: which numbers are given by whom, and which of them opposed sides share."""

import textwrap
from collections.abc import Callable, Iterable, Sequence

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.charts.parts import (
    LABEL_WIDTH,
    ROW_LABELS,
    ROW_WIDTH,
    NothingToDraw,
    figure,
    mark_row,
    picker,
    points,
    rows_named,
    with_numbers,
)
from zhanaozen.tables import Claim

HOW = (
    "A mark stands under those whose count it is; the figure beside it says in how many voices. "
    "Shaded rows are given by the official side and by another."
)
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
    for f in figures:
        for standpoint in standpoints:
            if said := [c for c in f.claims if evidence.voice_standpoint(c) == standpoint]:
                mark = f"{_label(f)}\t{standpoint}"
                groups[mark] = said
                voices = {
                    "row": _label(f),
                    "voices": len({c.voice for c in said}),
                    "standpoint": display.label(standpoint),
                }
                who = {"who": text.listing([text.who(c) for c in f.speakers if c in said])}
                cells.append(mark_row(mark, said) | voices | who)
    picked = picker(cells[0]["mark"])
    rows = {"cells": cells}
    if shared := [{"row": _label(f)} for f in figures if f.opposed]:
        rows["shared"] = shared  # an empty layer would be a picture without a name to a screen reader
    grid = _grid([_label(f) for f in figures], standpoints, picked, "shared" in rows)
    return figure(
        [grid], rows, groups, picked, title=title, lines=(HOW, CANNOT), words=_words(figures), width=ROW_WIDTH
    )  # fmt: skip


def _label(f: evidence.Figure) -> str:
    number = f"{text.span(f.low, f.high, f.hedge_kind)} {f.unit.removeprefix('people ')}"
    return "\n".join([number, *textwrap.wrap(f.of, LABEL_WIDTH)][:3])


def _grid(labels: list[str], standpoints: Sequence[str], picked: alt.Parameter, shared: bool) -> alt.LayerChart:
    columns = [display.label(s) for s in standpoints]
    y = alt.Y("row:N").title(None).sort(labels).scale(domain=labels).axis(ROW_LABELS)
    x = alt.X("standpoint:N").title(None).sort(columns).scale(domain=columns)
    base = rows_named("cells").encode(x.axis({"orient": "top", "labelAngle": -30, "labelFontSize": 11}), y)
    band = rows_named("shared").mark_bar(color="#f0e2b6", height=alt.RelativeBandSize(0.94))
    bands = [band.encode(y, alt.XValue(0), alt.X2Value(ROW_WIDTH))] if shared else []
    return alt.layer(
        *bands,
        points(base, picked, display.by_standpoint(set(standpoints), legend=None), "view-grid"),
        base.mark_text(dx=17, fontSize=11).encode(alt.Text("voices:N")),
        width=ROW_WIDTH,
        height=alt.Step(38),
    )


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
        said.append(f"{text.span(f.low, f.high, f.hedge_kind)} {f.unit}{of}: {text.listing(voices)}{shared}.")
    return " ".join(said)
