"""What the charts share: marks by standpoint, the claims behind a selected mark, title lines.

The first chart of a lesson is what a reader waits for, so these modules spare Altair work. A view names its
rows and `figure` attaches them at the end, since Altair copies a chart at every step; axes, scales and
legends are plain dicts, since its objects hold every property there is; and channels take arguments, since
each method of theirs reads its own documentation first. Together they cost a fifth of the usual way.
"""

import json
import textwrap
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import altair as alt

from zhanaozen import cards, ceiling, display, text
from zhanaozen.ceiling import CALM
from zhanaozen.tables import Claim

WIDTH = 540
ROW_WIDTH = 390
"""Pixels of a plot that has row labels beside it, so that both fit into a notebook on a small screen."""
LABEL_WIDTH = 36
"""Characters in a line of a row's label."""
LABEL_LINE = 13
"""Pixels from one line of a row's label to the next."""
LETTER = 5.8
"""Pixels of a letter, on average, at 11 pixels."""
BESIDE = 11
"""Pixels from the middle of a mark to the words beside it."""
STUB = 44
"""Pixels of a line that stands for 'up to' or 'nearly': longer, it would claim that any smaller number is meant."""
#: Arrowheads as SVG paths within -1 to 1. Open ones, so that nobody takes them for the mark of a standpoint.
TIPS = {"at least": "M-.5,-.9L.5,0L-.5,.9", "up to": "M.5,-.9L-.5,0L.5,.9"}
#: The band behind a row that opposed sides share. Its edge shows in greyscale too.
SHARED, SHARED_EDGE = "#f0e2b6", "#8a7430"
SHOWN_BEHIND = 2
"""How many claims of a mark are printed below a chart; the table beside it holds all."""
_BLANK = "\u200b"
"""A line without words; Vega trims spaces, and would leave out a line that has no character."""
VEILED = "This claim describes violence. It is in the list of claims, for those who choose to read it."

#: The axis of rows. A row's label holds its key behind a tab, so that rows that read alike stay apart. Vega puts the
#: first line of a label at the middle of its row; it is lifted so that the label's own middle stands there.
_LABEL = "split(split(datum.label, '\\t')[0], '\\n')"
ROW_LABELS = {
    "labelExpr": _LABEL,
    "labelLimit": 230,
    "labelFontSize": 11,
    "labelLineHeight": LABEL_LINE,
    "labelOffset": {"expr": f"-{LABEL_LINE / 2} * (length({_LABEL}) - 1)"},
}


class NothingToDraw(ValueError):
    """No claim was given, or none with a number."""


def with_numbers(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that give a number. Raises `NothingToDraw` if none does."""
    found = [c for c in claims if c.unit]
    if not found:
        raise NothingToDraw("None of these claims gives a number. Choose another question, place or day.")
    return found


def mark_row(mark: str, claims: Sequence[Claim]) -> dict:
    """Return what every mark needs: its number, standpoint, and whether it is drawn hollow."""
    c = claims[0]
    return {
        "mark": mark,
        "at": c.value_high if c.value_low is None else c.value_low,
        "standpoint": display.label(c.standpoint),
        "fill": 0 if c.hedge_kind == "approximate" else 1,
        "arrow": "at least" if c.value_high is None else "up to" if c.value_low is None else "",
        "words": text.number(c),
        "who": text.who(c),
        "say": f"{text.who(c)}: {text.number(c)}, {text.place(c)}",
    }


def ends(low: float | None, high: float | None, end: float) -> dict:
    """Return from where to where a number's line runs, and where its arrow stands: a missing end has one.

    `end` is the right edge of the axis. 'At least' runs on to it, 'up to' goes a short way to the left.
    """
    start = max(0, high - STUB * end / ROW_WIDTH) if low is None else low
    return {
        "from": start,
        "to": end if high is None else high,
        "open": end if high is None else start,
        "tip": TIPS["at least"] if high is None else TIPS["up to"] if low is None else "",
    }


def spans(
    rows: Sequence[dict], across: Mapping, y: alt.Y, scales: display.Encodings
) -> tuple[list[alt.Chart], dict[str, list[dict]]]:
    """Return the lines of numbers that are no point, dashed with an arrow where an end is open, and their rows by name.

    `across` is what their ends share with the axis. Layers that draw nothing are left out: an empty one would be a
    picture without a name to a screen reader.
    """
    lines, tips = [row for row in rows if row["from"] != row["to"]], [row for row in rows if row["tip"]]
    layers, drawn = [], {name: of_layer for name, of_layer in (("lines", lines), ("tips", tips)) if of_layer}
    if lines:
        dash = alt.StrokeDashValue([1, 0], condition={"test": "datum.tip != ''", "value": [6, 3]})
        line = rows_named("lines").mark_rule(strokeWidth=3, aria=False)
        layers.append(line.encode(alt.X("from:Q", **across), alt.X2("to:Q"), y, scales.colour, dash))
    if tips:
        tip = rows_named("tips").mark_point(filled=False, fillOpacity=0, strokeWidth=2.5, size=110, aria=False)
        shape = alt.Shape("tip:N", scale=None, legend=None)
        layers.append(tip.encode(alt.X("open:Q", **across), y, scales.outline, shape))
    return layers, drawn


class Row(NamedTuple):
    """A row of its own height: the lines of its label, and the pixels that are drawn above and below its middle."""

    label: Sequence[str]
    above: float
    below: float
    bold: bool = False


class Rows(NamedTuple):
    """Rows laid out one below the other: the middle and the edges of each in pixels, their axis, the height of all."""

    middles: Mapping[str, int]
    edges: Mapping[str, tuple[int, int]]
    axis: Mapping
    """What every end of a mark needs to share the axis that labels the rows."""
    height: int


def laid_out(rows: Mapping[str, Row]) -> Rows:
    """Return each row in the height that it needs; rows of one height would be as high as the highest of them."""
    middles, edges, height = {}, {}, 0
    for key, row in rows.items():
        half_a_label = LABEL_LINE * len(row.label) / 2
        middles[key] = round(height + max(row.above, half_a_label) + 3)
        edges[key] = height, (height := round(middles[key] + max(row.below, half_a_label) + 3))
    labels = {middles[key]: row.label for key, row in rows.items()}
    lifts = {y: LABEL_LINE * (1 - len(label)) / 2 for y, label in labels.items()}
    axis = {
        "values": list(labels),
        # Vega-Lite would count ticks by the height, and Vega would then leave out some of the values.
        "tickCount": len(labels),
        "labelExpr": f"{json.dumps(labels, ensure_ascii=False)}[datum.value]",
        "labelOffset": {"expr": f"{json.dumps(lifts)}[datum.value]"},
        "labelOverlap": False,
        "description": "One row below the other",
    }
    if bold := [f"datum.value === {middles[key]}" for key, row in rows.items() if row.bold]:
        axis["labelFontWeight"] = {"condition": {"test": " || ".join(bold), "value": "bold"}, "value": "normal"}
    scale = {"domain": [height, 0], "nice": False, "zero": False}
    return Rows(middles, edges, {"title": None, "scale": scale, "axis": ROW_LABELS | axis}, height)


def beside(at: float, words: str) -> dict:
    """Return how words stand that begin or end beside a mark (all in pixels), or above it if they would not fit."""
    width = LETTER * len(words)
    if at + BESIDE + width <= ROW_WIDTH:
        return {"align": "left", "dx": BESIDE}
    if at - BESIDE - width >= 0:
        return {"align": "right", "dx": -BESIDE}
    return {"align": "left", "dx": round(ROW_WIDTH - at - width)}


def picker(first: str) -> alt.Parameter:
    """Return the selection of a mark; `first` is selected before anybody selects."""
    return alt.selection_point(name="picked", fields=["mark"], value=[{"mark": first}], empty=False)


def rows_named(name: str, **properties) -> alt.Chart:
    """Return a chart of rows that `figure` will attach under this name."""
    return alt.Chart({"name": name}, **properties)


def points(base: alt.Chart, picked: alt.Parameter, scales: display.Encodings, view: str) -> alt.Chart:
    """Return marks coloured and shaped by standpoint, hollow for 'about', larger when selected."""
    return (
        base.mark_point(strokeWidth=2, cursor="pointer")
        .encode(
            *scales,
            alt.FillOpacity("fill:Q", scale=None, legend=None),
            alt.SizeValue(90, condition={"param": picked.name, "empty": False, "value": 280}),
            alt.Description("say:N"),
            alt.Tooltip(["words:N", "who:N"]),
        )
        .properties(name=view)
        .add_params(picked)
    )


def figure(
    views: Sequence[alt.Chart | alt.LayerChart],
    rows: Mapping[str, list[dict]],
    groups: Mapping[str, Sequence[Claim]],
    picked: alt.Parameter,
    *,
    title: str,
    lines: Sequence[str],
    words: str,
    width: int = WIDTH,
    table: tuple[Sequence[str], Sequence[Sequence[str]]] | None = None,
    known: str | None = None,
) -> display.Figure:
    """Return views one below the other, and below them the claims behind the selected mark.

    `rows` are the rows of each view by name, `groups` the claims of each mark, `lines` how to read the chart
    and what it cannot show, `words` what its rows say, for those who do not see it. `table` is head and rows of the
    table below; without it, the claims behind all marks. `known`, if there is a menu of days, is the test that a
    mark must pass for its claims to be printed.
    """
    claims = list(dict.fromkeys(c for group in groups.values() for c in group))
    counts = text.plural(len(claims), "claim"), text.plural(len({c.source_id for c in claims}), "text")
    source = f"From {counts[0]} in {counts[1]}; select a mark to read those behind it."
    subtitle = [part for line in (*lines, source) for part in textwrap.wrap(line, 92)]
    told = _behind_rows(groups, width)
    with warnings.catch_warnings():
        # One selection is meant for all views; Altair finds it in several, merges it, and warns.
        warnings.filterwarnings("ignore", "Automatically deduplicated selection parameter")
        return display.Figure(
            vconcat=[*views, _behind(told, picked, width, known)],
            title={"text": title, "subtitle": subtitle},
            description=" ".join([title, *lines, words]),
            # Tuples, since Altair would copy lists row by row.
            datasets={name: tuple(of_view) for name, of_view in {**rows, "behind": told}.items()},
            table=table or cards.columns(claims),
            claims=claims,
        )


def _behind_rows(groups: Mapping[str, Sequence[Claim]], width: int) -> list[dict]:
    """Return for each mark the lines that print its first claims, one below the other."""
    highest = ceiling.ceiling()
    rows = []
    for mark, of_mark in groups.items():
        claims = [c for c in of_mark if c.intensity <= highest]
        shown = [_printed(c, f"Claim {i} of {len(claims)}", width) for i, c in enumerate(claims[:SHOWN_BEHIND], 1)]
        told = [line for lines in shown for line in (*lines, _BLANK)][:-1]
        if (hidden := len(claims) - len(shown)) > 0:
            told.append(f"And {hidden} more, in the table or list of these claims.")
        rows += [{"mark": mark, "told": told}] if told else []
    return rows


def _printed(c: Claim, heading: str, width: int) -> list[str]:
    """Return a claim in lines that fit; of one that describes violence only who made it, where and how directly."""
    calm = c.intensity <= CALM
    said = [
        c.claim if calm else VEILED,
        f"{text.who(c)} ({text.role(c)}), {text.day(c.said_on)} · {text.place(c)}",
        f"In {text.where(c)}",
        " · ".join(
            [
                text.DIRECTNESS[c.directness],
                f"hedge: {text.hedge(c)}" if c.hedge else "no hedge",
                *([f"“{c.phrase}”"] if calm else []),
            ]
        ),
    ]
    line = width // 6  # characters that fit, at 12 pixels
    return [f"{heading} · {c.claim_id}", *(part for sentence in said for part in textwrap.wrap(sentence, line))]


def _behind(rows: Sequence[dict], picked: alt.Parameter, width: int, known: str | None) -> alt.Chart:
    """Return the panel that prints the claims behind the selected mark; it needs no kernel."""
    height = 16 * max((len(row["told"]) for row in rows), default=1)
    heading = {"text": "Claims behind the selected mark", "fontSize": 13, "frame": "group"}
    panel = rows_named("behind", title=heading, width=width, height=height).transform_filter(picked)
    return (
        (panel.transform_filter(known) if known else panel)
        .mark_text(align="left", baseline="top")
        .encode(alt.XValue(0), alt.YValue(0), alt.Text("told:N"))
    )
