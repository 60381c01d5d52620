"""Wording: how often each core document uses a word, beside how often the others do."""

import difflib
import math
import textwrap
from collections.abc import Iterable, Sequence

import altair as alt

from zhanaozen import display, tables, text
from zhanaozen.charts.parts import ROW_LABELS, ROW_WIDTH, NothingToDraw, picker, points, rows_named
from zhanaozen.tables import Source, Wording

HOW = (
    "A column is a term, a row a document. The mark's place is uses per 1,000 words, the figure beside it the plain "
    "count; a stroke at the left edge means never. With a star there is something to mind: select it."
)
COLUMNS = 4
"""Terms beside each other; more of them go on below."""
REACH = 0.55
"""Share of a column's width that the highest rate takes; the rest is for the count written beside it."""
MARGIN = 0.1
"""Share of a column's width to the left of zero."""
SAID_ONE_BY_ONE = 8
"""In words, up to so many terms are said document by document; more of them are summed up."""


def wording(terms: Sequence[str | tuple[str, str]], title: str, cannot: str) -> display.Figure:
    """Draw how often each core document uses each term, per 1,000 words, with the plain count beside the mark.

    `terms` are terms of `data/wording.csv`, or pairs of group and term. `cannot` says in a sentence what the
    chart does not show. A selected mark prints what to mind about its count. Raises `NothingToDraw`, which names
    the nearest terms, if a term was not counted.
    """
    counted = [_counts(term) for term in dict.fromkeys(terms)]
    if not counted:
        raise NothingToDraw("No term was given. Choose one or more from wording.csv.")
    everything = [w for counts in counted for w in counts]
    sources = sorted({w.source for w in everything}, key=lambda s: list(display.STANDPOINTS).index(s.standpoint))
    width = max(map(_rate, everything)) / REACH or 1
    slots = min(len(counted), COLUMNS)
    picked = picker(_mark(everything[0]))
    scales = [display.by_standpoint({s.standpoint for s in sources}, legend=first) for first in (True, False)]
    rows, views = {}, []
    for first in range(0, len(counted), COLUMNS):
        band, name = counted[first : first + COLUMNS], f"counts-{first // COLUMNS}"
        rows[name] = [_row(w, column, width) for column, counts in enumerate(band) for w in counts]
        heads = f"terms-{first // COLUMNS}"
        rows[heads] = [_head(counts[0].term, column, width, slots) for column, counts in enumerate(band)]
        views.append(_view((name, heads), rows[name], sources, width, slots, picked, scales[first > 0]))
    rows["behind"] = [_behind_row(w) for w in everything]
    words = sum(s.total for s in {w.source_id: _Words(w.total_words) for w in everything}.values())
    source = (
        f"From {text.plural(len(sources), 'core document')}, {words:,} words in all, titles included and picture "
        "captions left out; select a mark to read about its count."
    )
    lines = (HOW, cannot, source)
    return display.Figure(
        vconcat=[*views, _behind(rows["behind"], picked)],
        title={"text": title, "subtitle": [part for line in lines for part in textwrap.wrap(line, 92)]},
        description=" ".join([title, HOW, cannot, _words(counted)]),
        datasets={name: tuple(of_view) for name, of_view in rows.items()},
    )
