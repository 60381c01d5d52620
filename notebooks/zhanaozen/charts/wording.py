"""Wording: how often each core document uses a term, beside how often the others do."""

import difflib
import textwrap
import warnings
from collections.abc import Sequence

import altair as alt

from zhanaozen import display, tables, text
from zhanaozen.charts.parts import ROW_LABELS, ROW_WIDTH, NothingToDraw, picker, points, rows_named
from zhanaozen.tables import Source, Wording

HOW = (
    "A column is a term, a row a document. A mark stands at the uses per 1,000 words, with the plain count beside it; "
    "an upright stroke means never. A star says that there is something to mind: select it."
)
COLUMNS = 4
"""Terms side by side; more of them go on below."""
LEFT, REACH = 0.1, 0.55
"""Parts of a column's width: left of zero, and from zero to the highest rate. The rest is for the count."""
TICKS = (50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1)
"""Rates that may stand at an axis, beside zero."""
NEVER = "M-.1,-.9H.1V.9H-.1Z"
"""The shape of a count of zero, an upright stroke, as an SVG path within -1 to 1."""
SAID_ONE_BY_ONE = 3
"""In words, up to so many terms are said document by document; more of them are summed up."""


def wording(terms: Sequence[str | tuple[str, str]], title: str, cannot: str) -> display.Figure:
    """Draw how often each core document uses each term, per 1,000 words, with the plain count beside the mark.

    `terms` are terms of `data/wording.csv`, or pairs of group and term. `cannot` says in a sentence what the
    chart does not show. A selected mark prints what to mind about its count. Raises `NothingToDraw` if no term is
    given, or one that was not counted; it then names the nearest.
    """
    counted = {term: _counts(term) for term in terms}
    if not counted:
        raise NothingToDraw("No term was given. Choose some from data/wording.csv.")
    everything = [w for counts in counted.values() for w in counts]
    documents = _documents(everything)
    top = max(map(rate, everything)) or 1
    picked = picker(_mark(everything[0]))
    rows, views, columns = {}, [], list(counted.values())
    for band, first in enumerate(range(0, len(columns), COLUMNS)):
        shown = columns[first : first + COLUMNS]
        rows[f"counts-{band}"] = [_row(w, top, column) for column, counts in enumerate(shown) for w in counts]
        rows[f"terms-{band}"] = [_heading(counts[0], top, column) for column, counts in enumerate(shown)]
        scales = display.by_standpoint({s.standpoint for s in documents}, legend=None if views else "Whose text")
        slots = min(len(columns), COLUMNS)
        views.append(_view(band, len(shown), documents, top, slots, picked, scales))
    rows["notes"] = [_note(w) for w in everything]
    total = sum({w.source_id: w.total_words for w in everything}.values())
    source = (
        f"From {text.plural(len(documents), 'core document')}, {total:,} words in all, with titles and without "
        "picture captions; select a mark to read about its count."
    )
    with warnings.catch_warnings():
        # One selection is meant for all views; Altair finds it in several, merges it, and warns.
        warnings.filterwarnings("ignore", "Automatically deduplicated selection parameter")
        return display.Figure(
            vconcat=[*views, _notes(rows["notes"], picked)],
            title={
                "text": title,
                "subtitle": [part for line in (HOW, cannot, source) for part in textwrap.wrap(line, 92)],
            },
            description=" ".join([title, HOW, cannot, _words(columns)]),
            datasets={name: tuple(of_view) for name, of_view in rows.items()},
            table=(
                ("Term", "Document", "Count", "Per 1,000 words", "To mind"),
                [[w.term, w.source_id, str(w.count), f"{rate(w):.1f}", w.note or ""] for w in everything],
            ),
        )


def rate(w: Wording) -> float:
    """Return how often a term stands in a document, per 1,000 of its words."""
    return 1000 * w.count / w.total_words


def _counts(term: str | tuple[str, str]) -> list[Wording]:
    """Return the counts of one term, a row for each document."""
    group, word = (None, term) if isinstance(term, str) else term
    counted = [w for w in tables.load().wording if group in (None, w.group)]
    found = [w for w in counted if w.term == word]
    if not found:
        near = difflib.get_close_matches(word, {w.term for w in counted}, n=4)
        hint = f"Near to it: {text.listing(near, 'or')}." if near else "Choose one from data/wording.csv."
        raise NothingToDraw(f"'{word}' was not counted{f' in the group {group!r}' if group else ''}. {hint}")
    return found


def _documents(counts: Sequence[Wording]) -> list[Source]:
    """Return the documents in the order of the standpoints, so that neighbours stand near each other."""
    order = list(display.STANDPOINTS)
    return sorted({w.source for w in counts}, key=lambda s: (order.index(s.standpoint), s.source_id))


def _mark(w: Wording) -> str:
    return f"{w.term}|{w.source_id}"


def _label(s: Source) -> str:
    """Return in two lines whose document it is, without those who asked or translated, and where it stands."""
    author = (s.author or s.publisher).split(" (")[0].split(",")[0]
    return f"{author}\n{s.publisher}, {s.published[:4]}\t{s.source_id}"


def _said(w: Wording) -> str:
    return f"{w.count} ({rate(w):.1f} per 1,000 words)" if w.count else "never"


def _said_in(w: Wording) -> str:
    """Return a count with its document, and not with an author: who uses the word there is another question."""
    return f"{w.source_id} {_said(w)}{', with a note' if w.note else ''}"


def _row(w: Wording, top: float, column: int) -> dict:
    return {
        "mark": _mark(w),
        "row": _label(w.source),
        "at": _across(rate(w), top, column),
        "term": w.term,
        "count": w.count,
        "rate": round(rate(w), 2),
        "standpoint": display.label(w.source.standpoint),
        "fill": 1,
        "beside": f"{w.count}{' *' if w.note else ''}",
        "words": f"“{w.term}”: {_said(w)}",
        "who": w.source_id,
        "say": f"{w.source_id}, “{w.term}”: {_said(w)}. {w.note or ''}".strip(),
    }


def _across(value: float, top: float, column: int) -> float:
    """Return where a rate stands, counted in columns from the left edge."""
    return round(column + LEFT + REACH * value / top, 4)


def _heading(w: Wording, top: float, column: int) -> dict:
    return {"at": _across(0, top, column), "lines": textwrap.wrap(w.term, 15)}


def _view(
    band: int,
    terms: int,
    documents: Sequence[Source],
    top: float,
    slots: int,
    picked: alt.Parameter,
    scales: display.Encodings,
) -> alt.LayerChart:
    """Return some columns over one axis, each with its own zero and all with one scale."""
    tick = next(t for t in TICKS if t <= top)
    axis = {
        "values": [_across(value, top, column) for column in range(terms) for value in (0, tick)],
        "labelExpr": f"datum.value % 1 < {LEFT + REACH * tick / top / 2} ? '0' : '{tick:g}'",
    }
    x = alt.X("at:Q", title="Uses per 1,000 words", scale={"domain": [0, slots], "nice": False}, axis=axis)
    y = alt.Y("row:N", title=None, scale={"domain": [_label(s) for s in documents]}, axis=ROW_LABELS)
    base = rows_named(f"counts-{band}").encode(x, y)
    scales.shape["condition"] = {"test": "datum.count == 0", "value": NEVER}
    name = rows_named(f"terms-{band}").mark_text(
        align="left", baseline="bottom", fontWeight="bold", fontSize=11, lineHeight=13, dx=-5,
        dy=alt.expr("-4 - 13 * (length(datum.lines) - 1)"),
    )  # fmt: skip
    return alt.layer(
        points(base, picked, scales, f"view-counts-{band}"),
        base.mark_text(align="left", dx=11, fontSize=11).encode(alt.Text("beside:N")),
        name.encode(x, alt.YValue(0), alt.Text("lines:N")),
        width=ROW_WIDTH,
        height=alt.Step(32),
    )


def _note(w: Wording) -> dict:
    times = f"{text.plural(w.count, 'time')}, {rate(w):.1f} per 1,000" if w.count else "never"
    told = [f"“{w.term}” in {w.source_id} ({w.source.publisher}): {times}, in {w.total_words:,} words."]
    told.append(f"To mind: {w.note}" if w.note else "Nothing to mind is noted about this count.")
    return {"mark": _mark(w), "told": [part for line in told for part in textwrap.wrap(line, ROW_WIDTH // 6)]}


def _notes(rows: Sequence[dict], picked: alt.Parameter) -> alt.Chart:
    """Return the panel that prints what to mind about the selected count; it needs no kernel."""
    heading = {"text": "About the selected count", "fontSize": 13, "frame": "group"}
    return (
        rows_named("notes", title=heading, width=ROW_WIDTH, height=16 * max(len(row["told"]) for row in rows))
        .transform_filter(picked)
        .mark_text(align="left", baseline="top")
        .encode(alt.XValue(0), alt.YValue(0), alt.Text("told:N"))
    )


def _words(columns: Sequence[Sequence[Wording]]) -> str:
    told = []
    for counts in columns:
        used = sorted((w for w in counts if w.count), key=rate, reverse=True)
        if not used:
            said = "never in any"
        elif len(columns) > SAID_ONE_BY_ONE:
            said = f"in {len(used)} of {len(counts)}, most often in {_said_in(used[0])}"
        else:
            never = [w.source_id for w in counts if not w.count]
            said = "; ".join([*map(_said_in, used), *([f"never in {text.listing(never)}"] if never else [])])
        told.append(f"“{counts[0].term}”: {said}.")
    return " ".join(told)
