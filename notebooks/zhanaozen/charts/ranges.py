"""Numbers side by side: a row for each claim, a point, a range or an open end for its number."""

import re
import textwrap
from collections.abc import Iterable, Sequence

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.charts.parts import (
    LABEL_WIDTH,
    ROW_WIDTH,
    Row,
    Rows,
    beside,
    ends,
    figure,
    laid_out,
    mark_row,
    picker,
    points,
    rows_named,
    spans,
    with_numbers,
)
from zhanaozen.tables import Claim

#: In words, up to so many claims are said one by one; more of them are summed up.
SAID_ONE_BY_ONE = 24
#: Where most claims belong; any other place is written beside its number.
UNNAMED_PLACES = ("zhanaozen", "zhanaozen_unsplit", "linden_pitch", None)
#: How a publisher's name tells that the text is a copy, which a row's label says in one word.
COPIED = re.compile(r", (copied|mirror) .*")
TWO_LINES = {"max_lines": 2, "placeholder": " …"}
SCOPE_WIDTH = 66
"""Characters in a line of what is counted."""
SMALL_LETTER, SMALL_LINE = 5.1, 11
"""Pixels of a letter, on average, and from line to line, at 10 pixels."""


def ranges(claims: Iterable[Claim], title: str, cannot: str, by_voice: bool = False) -> display.Figure:
    """Draw each claim's number as a point or a range, under a heading for each thing that is counted.

    'At least 64' is a line that runs on to the right from 64, 'up to 64' a short one to the left of it. Below a
    mark stands what exactly is counted, where unit and place do not say it. `cannot` says in a sentence what the
    chart does not show. `by_voice` puts texts that pass on one voice's number into one row, under that voice's
    standpoint. Raises `NothingToDraw`.
    """
    claims = with_numbers(claims)
    groups: dict[str, list[Claim]] = {}
    for c in claims:
        groups.setdefault(_voice(c) if by_voice else c.claim_id, []).append(c)
    end = 1.15 * max(v for c in claims for v in (c.value_low, c.value_high) if v is not None)
    picked = picker(next(iter(groups)))
    stands = {mark: evidence.voice_standpoint(g[0]) if by_voice else g[0].standpoint for mark, g in groups.items()}
    units = sorted({c.unit for c in claims}, key=text.unit_order)
    rows = {mark: _row(mark, group, stands[mark], end) for mark, group in groups.items()}
    heights: dict[str, Row] = {}
    for unit in units:
        heights[unit] = Row([f"{_capital(unit)}:"], 16, 4, bold=True)
        of_unit = [mark for mark, group in groups.items() if group[0].unit == unit]
        heights |= {m: Row(_label(groups[m], stands[m]), 20, 11 + SMALL_LINE * len(rows[m]["scope"])) for m in of_unit}
    layout = laid_out(heights)
    marks = [row | {"y": layout.middles[mark]} for mark, row in rows.items()]
    scales = display.by_standpoint(set(stands.values()), columns=2)
    view, drawn = _view(marks, layout, _counted(units), end, picked, scales)
    return figure(
        [view],
        drawn,
        groups,
        picked,
        title=title,
        lines=(_how(marks, by_voice), cannot),
        words=_words(claims),
        width=ROW_WIDTH,
    )


def _counted(units: Sequence[str]) -> str:
    """Return the title of the axis: what all these units count."""
    kinds = {unit.split()[0].strip(",") for unit in units}
    if kinds <= {"people", "police"}:
        return "People"
    return _capital(units[0] if len(units) == 1 else kinds.pop() if len(kinds) == 1 else "number")


def _capital(unit: str) -> str:
    return unit[0].upper() + unit[1:]


def _how(rows: Sequence[dict], by_voice: bool) -> str:
    """Return how to read what is drawn, and nothing else."""
    arrows = {row["arrow"] for row in rows}
    row = "voice with one number, however many texts pass it on; the mark is that voice's" if by_voice else "claim"
    how = [f"Each row is one {row}."]
    if any(row["scope"] for row in rows):
        how.append("Small words below a mark say what exactly is counted.")
    if any(row["from"] != row["to"] and not row["tip"] for row in rows):
        how.append("A solid line runs from the lowest to the highest number given.")
    if "at least" in arrows:
        how.append("A dashed line with an arrow to the right means 'at least' or 'more than'.")
    if "up to" in arrows:
        how.append("A short dashed line with an arrow to the left means 'up to' or 'nearly'.")
    if not all(row["fill"] for row in rows):
        how.append("A hollow mark means 'about'.")
    return " ".join(how)


def _voice(c: Claim) -> str:
    """Return the key of a row that holds every text with one voice's number."""
    return "|".join(map(str, (c.voice, c.value_low, c.value_high, c.unit, c.place_id)))


def _row(mark: str, claims: Sequence[Claim], standpoint: str, end: float) -> dict:
    c, row = claims[0], mark_row(mark, claims)
    words = row["words"] + ("" if c.place_id in UNNAMED_PLACES else f", {text.place(c)}")
    scopes = "; ".join(dict.fromkeys(c.scope for c in claims if c.scope))
    scope = textwrap.wrap(scopes, SCOPE_WIDTH, max_lines=3, placeholder=" …")
    at = ROW_WIDTH * row["at"] / end
    below = {
        "standpoint": display.label(standpoint),
        "words": words,
        "scope": scope,
        # Pixels by which the words below a mark stand to the left of it, so that they end inside the picture.
        "back": min(0, round(ROW_WIDTH - at - SMALL_LETTER * max(map(len, scope), default=0))),
    }
    return row | ends(c.value_low, c.value_high, end) | beside(at, words) | below


def _label(claims: Sequence[Claim], standpoint: str) -> list[str]:
    """Return in up to four lines who speaks, and where: one place in a text, or in how many texts."""
    c, texts = claims[0], len({c.source_id for c in claims})
    year = c.source.published[:4] if c.source.published else "no date"
    publisher = COPIED.sub(" (copy)", c.source.publisher)
    who = text.who(c) if standpoint == c.standpoint else f"passed on by {text.who(c)}"
    where = f"in {texts} texts" if texts > 1 else f"{publisher}, {year}, {c.locator}"
    return [line for part in (who, where) for line in textwrap.wrap(part, LABEL_WIDTH, **TWO_LINES)]


def _view(
    rows: list[dict], layout: Rows, title: str, end: float, picked: alt.Parameter, scales: display.Encodings
) -> tuple[alt.LayerChart, dict[str, list[dict]]]:
    """Return marks with words above them and what exactly is counted below, over one axis, and the rows by name."""
    scale = {"domain": [-0.035 * end, end], "nice": False}
    # A label that would run out of the picture is left out.
    axis = {"tickMinStep": 1, "tickCount": 7, "format": ",d", "labelFlush": False, "labelBound": True}
    across = {"title": title, "scale": scale}
    # One layer brings the axes: Altair would copy them with each.
    x, y = alt.X("at:Q", **across), alt.Y("y:Q", title=None, scale=layout.axis["scale"])
    marks = rows_named("rows").encode(alt.X("at:Q", axis=axis, **across), alt.Y("y:Q", **layout.axis))
    name = rows_named("rows").mark_text(align=alt.expr("datum.align"), dx=alt.expr("datum.dx"), dy=-13, fontSize=11)
    layers, lines = spans(rows, across, y, scales)
    layers += [points(marks, picked, scales, "view-rows"), name.encode(x, y, alt.Text("words:N"))]
    scopes = [row for row in rows if row["scope"]]
    if scopes:
        small = {"align": "left", "baseline": "top", "fontSize": 10, "lineHeight": SMALL_LINE, "fill": "#444"}
        scope = rows_named("scopes").mark_text(**small, dx=alt.expr("datum.back"), dy=10)
        layers.append(scope.encode(x, y, alt.Text("scope:N")))
    drawn = {"rows": rows, **lines, **({"scopes": scopes} if scopes else {})}
    return alt.layer(*layers, width=ROW_WIDTH, height=layout.height), drawn


def _words(claims: Sequence[Claim]) -> str:
    if len(claims) <= SAID_ONE_BY_ONE:
        return " ".join(f"{text.who(c)}, in {c.source.publisher}: {text.number(c)}." for c in claims)
    sums = []
    for unit in sorted({c.unit for c in claims}, key=text.unit_order):
        of_unit = [c for c in claims if c.unit == unit]
        ends = [v for c in of_unit for v in (c.value_low, c.value_high) if v is not None]
        sums.append(f"{unit}: {text.plural(len(of_unit), 'claim')}, numbers from {min(ends):,} to {max(ends):,}")
    return f"{'; '.join(sums)}."
