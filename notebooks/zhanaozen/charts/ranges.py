"""Numbers side by side: a row for each claim, a point, a range or an open end for its number."""

import textwrap
from collections.abc import Iterable, Sequence

import altair as alt

from zhanaozen import display, text
from zhanaozen.charts.parts import (
    LABEL_WIDTH,
    ROW_LABELS,
    ROW_WIDTH,
    figure,
    mark_row,
    picker,
    points,
    rows_named,
    with_numbers,
)
from zhanaozen.tables import Claim

#: In words, up to so many claims are said one by one; more of them are summed up.
SAID_ONE_BY_ONE = 24
#: Where most claims belong; any other place is written beside its number.
UNNAMED_PLACES = ("zhanaozen", "zhanaozen_unsplit", "linden_pitch", None)
#: Marks a label as the heading of the rows below it.
HEADING = "\theading"


def ranges(claims: Iterable[Claim], title: str, cannot: str, by_voice: bool = False) -> display.Figure:
    """Draw each claim's number as a point or a range, under a heading for each thing that is counted.

    'At least 64' is a line that runs on to the right from 64, 'up to 64' one that ends there. `cannot` says
    in a sentence what the chart does not show. `by_voice` puts texts that pass on one voice's number into one
    row. Raises `NothingToDraw`.
    """
    claims = with_numbers(claims)
    groups: dict[str, list[Claim]] = {}
    for c in claims:
        groups.setdefault(_voice(c) if by_voice else c.claim_id, []).append(c)
    end = 1.15 * max(v for c in claims for v in (c.value_low, c.value_high) if v is not None)
    picked = picker(next(iter(groups)))
    rows = {mark: _row(mark, group, end) for mark, group in groups.items()}
    labels = []
    for unit in sorted({c.unit for c in claims}, key=text.unit_order):
        labels.append(f"{unit[0].upper()}{unit[1:]}:{HEADING}")
        labels += [rows[mark]["row"] for mark, group in groups.items() if group[0].unit == unit]
    counted = "People" if all(c.unit.split()[0] in ("people", "police") for c in claims) else "Number"
    view = _view(labels, counted, end, picked, display.by_standpoint({c.standpoint for c in claims}))
    what = "voice with one number, however many texts pass it on" if by_voice else "claim"
    how = f"Each row is one {what}. A line with an arrow has no upper or no lower end; a hollow mark means 'about'."
    lines, told = (how, cannot), _words(claims)
    return figure(
        [view],
        {"rows": list(rows.values())},
        groups,
        picked,
        title=title,
        lines=lines,
        words=told,
        width=ROW_WIDTH,
    )


def _voice(c: Claim) -> str:
    """Return the key of a row that holds every text with one voice's number."""
    return "|".join(map(str, (c.voice, c.value_low, c.value_high, c.unit, c.place_id)))


def _row(mark: str, claims: Sequence[Claim], end: float) -> dict:
    c, row = claims[0], mark_row(mark, claims)
    elsewhere = "" if c.place_id in UNNAMED_PLACES else f", {text.place(c)}"
    return row | {
        "words": row["words"] + elsewhere,
        "row": f"{_label(claims)}\t{mark}",
        "from": 0 if c.value_low is None else c.value_low,
        "to": end if c.value_high is None else c.value_high,
        "open": end if c.value_high is None else 0,
        "tip": "→" if c.value_high is None else "←" if c.value_low is None else "",
    }


def _label(claims: Sequence[Claim]) -> str:
    """Return in up to three lines who speaks, and where: one place in a text, or in how many texts."""
    c, texts = claims[0], len({c.source_id for c in claims})
    year = c.source.published[:4] if c.source.published else "no date"
    where = f"in {texts} texts" if texts > 1 else f"{c.source.publisher}, {year}, {c.locator}"
    return "\n".join([*textwrap.wrap(text.who(c), LABEL_WIDTH), *textwrap.wrap(where, LABEL_WIDTH)][:3])


def _view(
    labels: list[str], title: str, end: float, picked: alt.Parameter, scales: display.Encodings
) -> alt.LayerChart:
    """Return rows below headings that say what is counted, over one axis."""
    weight = {
        "condition": {"test": f"indexof(datum.label, '{HEADING}') > 0", "value": "bold"},
        "value": "normal",
    }
    axis = ROW_LABELS | {"labelFontWeight": weight}
    y = alt.Y("row:N", title=None, scale={"domain": labels}, axis=axis)
    people = {
        "title": title,
        "scale": {"domain": [-0.02 * end, end], "nice": False},
        "axis": {"tickMinStep": 1, "format": ",d", "labelFlush": False},
    }
    at, from_, open_ = (alt.X(f"{name}:Q", **people) for name in ("at", "from", "open"))
    base = rows_named("rows")
    # Words beside a mark far to the right would run out of the picture, so there they end at it.
    right = f"datum.at > {0.6 * end}"
    align, dx = alt.expr(f"{right} ? 'right' : 'left'"), alt.expr(f"{right} ? -11 : 11")
    name = base.mark_text(align=align, dx=dx, dy=-9, fontSize=11)
    return alt.layer(
        base.mark_rule(strokeWidth=3).encode(from_, alt.X2("to:Q"), y, scales.colour),
        base.mark_text(fontSize=19, fontWeight="bold").encode(open_, y, scales.colour, alt.Text("tip:N")),
        points(base.encode(at, y), picked, scales, "view-rows"),
        name.encode(at, y, alt.Text("words:N")),
        width=ROW_WIDTH,
        height=alt.Step(42),
    )


def _words(claims: Sequence[Claim]) -> str:
    if len(claims) <= SAID_ONE_BY_ONE:
        return " ".join(f"{text.who(c)}, in {c.source.publisher}: {text.number(c)}." for c in claims)
    sums = []
    for unit in sorted({c.unit for c in claims}, key=text.unit_order):
        of_unit = [c for c in claims if c.unit == unit]
        ends = [v for c in of_unit for v in (c.value_low, c.value_high) if v is not None]
        sums.append(f"{unit}: {text.plural(len(of_unit), 'claim')}, numbers from {min(ends):,} to {max(ends):,}")
    return f"{'; '.join(sums)}."
