"""Trials: how many were tried, convicted, jailed, freed, and by whose count."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

import altair as alt

from zhanaozen import display, evidence, tables, text
from zhanaozen.charts.parts import (
    ROW_LABELS,
    ROW_WIDTH,
    NothingToDraw,
    ends,
    figure,
    mark_row,
    picker,
    points,
    rows_named,
    spans,
)
from zhanaozen.tables import Outcome, Trial

HOW = (
    "A row is one outcome. A mark is one number from one standpoint, with its independent voices beside it if there "
    "are several. An arrow is 'at least' or 'up to', a hollow mark 'about'; 'no count' means that we hold none."
)
PASSES_ON = "Whoever passes on another's count has a mark here; lists count such words as the other's."
#: What may be asked of any trial; where we hold no count of it, the chart says so.
ASKED = ("tried", "convicted", "prison", "suspended", "acquitted")
#: Outcomes that need other words than their key.
LABELS = {
    "prison": "sent to prison",
    "suspended": "suspended sentence",
    "found_tortured": "found to have been tortured",
}
UNCOUNTED = "any outcome"
"""The row of a trial of which we hold no count at all."""
HEADING_START, HEADING_LENGTH = -160, 92
"""Where headings begin, in pixels from the plot's left edge, and how many characters a line of them holds."""
STEP, CHARACTER = 24, 6.2
"""Pixels of a row, and of a character beside a mark."""
SAID_AT_MOST = 1_200
"""Characters of all counts in words; if there are more, what only one number is given of is left out."""


def outcomes(trial_ids: Iterable[str], title: str, cannot: str) -> display.Figure:
    """Draw each count of outcomes of these trials: a heading for each trial, a row for each outcome.

    Counts that take several trials together stand under headings of their own. `cannot` says in a sentence what
    the chart does not show. Raises `NothingToDraw` if there is no such trial, or no count of any.
    """
    trials = [_trial(trial_id) for trial_id in dict.fromkeys(trial_ids)]
    counted = [o for o in tables.load().outcomes if set(o.trials) <= set(trials)]
    if not counted:
        raise NothingToDraw("We hold no count of outcomes of these trials. Choose another trial.")
    end = 1.15 * max(v for o in counted for v in (o.count_low, o.count_high) if v is not None)
    together = sorted({o.trials for o in counted if len(o.trials) > 1}, key=len)
    domain, headings, marks, silence, groups, told = [], [], [], [], {}, []
    for tried in [*((t,) for t in trials), *together]:
        name = _name(tried)
        for number, line in enumerate(textwrap.wrap(name, HEADING_LENGTH)):
            domain.append(f"\t{name}|{number}")
            headings.append({"row": domain[-1], "words": line})
        said = {}
        for outcome, found in _by_outcome([o for o in counted if o.trials == tried], tried).items():
            rows = [_row(f"{name}|{mark}", group, end) for mark, group in found.items()]
            groups |= {f"{name}|{mark}": [o.claim for o in group] for mark, group in found.items()}
            said[outcome] = rows
            for number, line in enumerate(_lines(rows, end)):
                # Only the first line of an outcome is labelled; the key behind the tab keeps its lines apart.
                domain.append(f"{'' if number else _label(outcome)}\t{name}|{outcome}|{number}")
                marks += [row | {"row": domain[-1]} for row in line]
                silence += [] if line else [{"row": domain[-1]}]
        told.append((name, said))
    picked = picker(marks[0]["mark"])
    rows = {"marks": marks, "headings": headings} | ({"silence": silence} if silence else {})
    view, drawn = _view(rows, domain, end, picked, {o.claim.standpoint for o in counted})
    passed = any(o.claim.standpoint != evidence.voice_standpoint(o.claim) for o in counted)
    lines, words = (f"{HOW} {PASSES_ON}" if passed else HOW, cannot), _words(told)
    return figure([view], drawn, groups, picked, title=title, lines=lines, words=words, width=ROW_WIDTH)


def _trial(trial_id: str) -> Trial:
    known = tables.load().by_key("trials")
    if trial_id not in known:
        raise NothingToDraw(f"There is no trial '{trial_id}'. There are: {', '.join(known)}.")
    return known[trial_id]


def _name(tried: Sequence[Trial]) -> str:
    names = " + ".join(t.name for t in tried)
    return f"Counted together: {names}" if len(tried) > 1 else names


def _label(outcome: str) -> str:
    return LABELS.get(outcome, outcome.replace("_", " "))


def _by_outcome(counts: Sequence[Outcome], tried: Sequence[Trial]) -> dict[str, dict[str, list[Outcome]]]:
    """Return, for each outcome in the order of the schema, the counts that give one number from one standpoint.

    What may be asked of any trial has a place even if nobody counts it.
    """
    if not counts:
        return {UNCOUNTED: {}}
    found = {}
    for outcome in tables.vocabulary("outcomes", "outcome"):
        same: dict[str, list[Outcome]] = {}
        for o in counts:
            if o.outcome == outcome:
                key = "|".join(map(str, (outcome, o.count_low, o.count_high, o.claim.standpoint)))
                same.setdefault(key, []).append(o)
        if same or (outcome in ASKED and len(tried) == 1):
            found[outcome] = same
    return found


def _row(mark: str, counts: Sequence[Outcome], end: float) -> dict:
    """Return a mark for some counts of one number from one standpoint."""
    o, row = counts[0], mark_row(mark, [o.claim for o in counts])
    words = text.span(o.count_low, o.count_high, o.claim.hedge_kind)
    voices = len({o.claim.voice for o in counts})
    who = text.listing(list(dict.fromkeys(text.who(o.claim) for o in counts)))
    notes = " ".join(dict.fromkeys(o.note for o in counts if o.note))
    at = o.count_high if o.count_low is None else o.count_low
    return (
        row
        | ends(o.count_low, o.count_high, end)
        | {
            "at": at,
            "arrow": "",
            "left": at > 0.6 * end or o.count_high is None,
            "words": f"{words} {_label(o.outcome)}",
            "beside": f"{words} · {voices} voices" if voices > 1 else words,
            "who": f"{who}. {notes}".strip(),
            "say": f"{who}: {words} {_label(o.outcome)}. {notes}".strip(),
        }
    )


def _lines(rows: Sequence[dict], end: float) -> list[list[dict]]:
    """Return marks in as few lines as leave their words apart: from left to right, each in the first that has room."""
    lines: list[list[dict]] = []
    taken: list[float] = []
    order = [display.label(key) for key in display.STANDPOINTS]
    for row in sorted(rows, key=lambda row: (row["at"], order.index(row["standpoint"]))):
        place = ROW_WIDTH * row["at"] / end
        words = 14 + CHARACTER * len(row["beside"])
        start, stop = (place - words, place + 10) if row["left"] else (place - 10, place + words)
        stop = max(stop, ROW_WIDTH * row["to"] / end + 10)
        number = next((n for n, used in enumerate(taken) if used < start), len(lines))
        if number == len(lines):
            lines.append([])
            taken.append(0)
        lines[number].append(row)
        taken[number] = stop
    return lines or [[]]


def _view(
    rows: Mapping[str, Sequence[dict]],
    domain: Sequence[str],
    end: float,
    picked: alt.Parameter,
    standpoints: set[str],
) -> tuple[alt.LayerChart, dict[str, Sequence[dict]]]:
    """Return rows below headings over one axis of people, and the rows of all layers by name."""
    y = alt.Y("row:N", title=None, scale={"domain": domain}, axis=ROW_LABELS)
    people = {
        "title": "People",
        "scale": {"domain": [-0.02 * end, end], "nice": False},
        "axis": {"tickMinStep": 1, "format": "d", "labelFlush": False},
    }
    at = alt.X("at:Q", **people)
    scales = display.by_standpoint(standpoints, columns=2)
    base = rows_named("marks")
    # Words stand beside a mark where its line does not run, and never beyond the picture.
    beside = base.mark_text(
        fontSize=11, align=alt.expr("datum.left ? 'right' : 'left'"), dx=alt.expr("datum.left ? -11 : 11")
    )
    heading = rows_named("headings").mark_text(align="left", fontWeight="bold", fontSize=12)
    layers, lines = spans(rows["marks"], people, y, scales)
    if "silence" in rows:
        none = rows_named("silence").mark_text(align="left", fontSize=11, fontStyle="italic", color="#555")
        layers.append(none.encode(alt.XValue(8), y, alt.TextValue("no count")))
    layers += [
        points(base.encode(at, y), picked, scales, "view-marks"),
        beside.encode(at, y, alt.Text("beside:N")),
        heading.encode(alt.XValue(HEADING_START), y, alt.Text("words:N")),
    ]
    return alt.layer(*layers, width=ROW_WIDTH, height=alt.Step(STEP)), {**rows, **lines}


def _words(told: Sequence[tuple[str, Mapping[str, Sequence[dict]]]]) -> str:
    """Return the counts in words; if they are too many, only those on which sources differ."""
    every, differing = [], []
    for name, said in told:
        numbers = {
            _label(outcome): [row["beside"].split(" ·")[0] for row in sorted(rows, key=lambda row: row["at"])]
            for outcome, rows in said.items()
        }
        numbers = {label: list(dict.fromkeys(given)) for label, given in numbers.items()}
        given = [f"{label} {text.listing(words, 'or')}" for label, words in numbers.items() if words]
        silent = [label for label, words in numbers.items() if not words]
        every.append(f"{name}: {'; '.join(given + ([f'no count of {text.listing(silent)}'] if silent else []))}.")
        if apart := [words for words in given if " or " in words]:
            differing.append(f"{name}: {'; '.join(apart)}.")
    words = " ".join(every)
    if len(words) <= SAID_AT_MOST:
        return words
    marks = sum(len(rows) for _, said in told for rows in said.values())
    return f"{marks} marks. Sources give more than one number here: {' '.join(differing) or 'nowhere.'}"
