"""Who speaks of what, and who is silent: texts by events, questions by standpoints."""

import itertools
import textwrap
from collections.abc import Container, Iterable, Mapping, Sequence

import altair as alt

from zhanaozen import display, evidence, tables, text
from zhanaozen.charts.parts import (
    LABEL_WIDTH,
    LETTER,
    SHARED,
    SHARED_EDGE,
    NothingToDraw,
    Row,
    figure,
    laid_out,
    picker,
    points,
    rows_named,
)
from zhanaozen.dates import first_day
from zhanaozen.tables import Claim, Event, Question, Source

SAID_AT_LENGTH = 900
"""Letters of the words for a chart that names everything; longer ones are summed up."""
WIDTH = 380
"""Pixels of the columns: headings that stand askew need room at their right."""
WIDEST = 96
"""Pixels of the widest column."""
LINE = 12
"""Pixels from one line of a heading to the next."""
BEYOND = 10
"""Pixels that the band of a row goes on beyond the last column, for the figure beside its mark."""
AROUND = 11
"""Pixels that a mark takes above and below its middle."""
MANY = 12
"""More questions than these stand below a heading for each lesson that asks them."""
SPLIT = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1ZM0,-1A1,1,0,0,0,0,1Z"
"""A ring of which one half is filled: the outline runs one way, the empty half the other."""
NOTHING, NOTHING_IN_OPENING, ELSEWHERE, PASSED_ON = "–", "○", "·", "»"

HOW_PHASES = (
    "A mark means that the text speaks of the event, its colour and shape where the text stands; the figure counts "
    f"claims, and a hollow mark means that all are hedged. {NOTHING} says nothing in what we hold."
)
IN_OPENING = f"{NOTHING_IN_OPENING} says nothing in its opening, the only part that was read."
NOT_DRAWN = f"{ELSEWHERE} speaks of it only in claims that are not drawn here."

HOW_STANDPOINTS = (
    "Filled mark: the voices of that standpoint give one answer, or numbers that can all be right. Half-filled ring: "
    "they, or one of them, give answers that differ. Hollow: only with a hedge. "
    f"A dash ({NOTHING}): silence. The figure counts voices. "
    "Shaded: the official side and another give the same answer."
)
ONLY_PASSES_ON = "only passes on another's answer"
PASSES_ON = f"{PASSED_ON} {ONLY_PASSES_ON}, which counts as the other's."


def phases(claims: Iterable[Claim], events: Iterable[Event], title: str, cannot: str) -> display.Figure:
    """Draw which text speaks of which event: a row for each text of `claims`, a column for each event in time order.

    A text that says nothing of an event has a dash there, or a ring if only its opening was read. `cannot`
    says in a sentence what the chart does not show. Events of one day keep the order in which they were given.
    Raises `NothingToDraw` if no claim speaks of these events.
    """
    claims, events = list(claims), sorted(events, key=lambda e: first_day(e.start))
    sources = sorted({c.source for c in claims}, key=lambda s: (s.published or "9999", s.source_id))
    cells = {(s, e): [c for c in claims if c.source is s and c.event_id == e.event_id] for s in sources for e in events}
    if not any(cells.values()):
        raise NothingToDraw("None of these claims speaks of any of these events. Choose others.")
    held = {(c.source_id, c.event_id) for c in tables.claims()}
    groups, marks, signs = {}, [], []
    for (source, event), said in cells.items():
        place = {"row": source.source_id, "column": event.event_id}
        if said:
            mark = f"{source.source_id}|{event.event_id}"
            groups[mark] = said
            marks.append(place | _phase_mark(mark, event, said))
        else:
            sign, silence = _silence(source, (source.source_id, event.event_id) in held)
            signs.append(place | _sign(sign, silence, f"{source.author or source.publisher}; {event.title}"))
    seen = {row["sign"] for row in signs}
    how = [HOW_PHASES, *(line for line in (IN_OPENING, NOT_DRAWN) if line[0] in seen)]
    picked = picker(marks[0]["mark"])
    scales = display.by_standpoint({s.standpoint for s in sources}, "Where the text stands", columns=2)
    names = {s.source_id: Row(_short_name(s), AROUND, AROUND) for s in sources}
    view, rows = grid(names, {e.event_id: e.title for e in events}, marks, signs, set(), picked, scales)
    return figure(
        [view],
        rows,
        groups,
        picked,
        title=title,
        lines=(" ".join(how), cannot),
        words=_phase_words(sources, events, cells),
        width=WIDTH,
    )


def _short_name(source: Source) -> list[str]:
    """Return in up to three lines who wrote a text and who published it when."""
    author = source.author or ""
    publisher = textwrap.shorten(source.publisher, 44, placeholder=" …")
    lines = textwrap.wrap(f"{publisher}, {text.day(source.published)}", LABEL_WIDTH)
    if author in ("", source.publisher):
        return lines
    return [textwrap.shorten(author.split(" (")[0], LABEL_WIDTH, placeholder=" …"), *lines]


def _phase_mark(mark: str, event: Event, claims: Sequence[Claim]) -> dict:
    source, count = claims[0].source, text.plural(len(claims), "claim")
    return {
        "mark": mark,
        "count": len(claims),
        "standpoint": display.label(source.standpoint),
        "fill": _fill(claims),
        "words": f"{event.title}: {count}",
        "who": f"{source.author or source.publisher} ({display.label(source.standpoint)})",
        "say": f"{source.author or source.publisher}, {event.title}: {count}",
    }


def _fill(claims: Iterable[Claim]) -> int:
    """Return 0, hollow, if every claim is hedged."""
    return 0 if all(evidence.is_hedged(c) for c in claims) else 1


def _silence(source: Source, held: bool) -> tuple[str, str]:
    """Return the sign and the words for a text without a claim on an event; `held` if it has one that is not drawn."""
    if held:
        return ELSEWHERE, "speaks of it only in claims that are not drawn here"
    if source.read == "opening":
        return NOTHING_IN_OPENING, "says nothing in its opening, the only part that was read"
    return NOTHING, "says nothing in what we hold"


def _sign(sign: str, silence: str, where: str) -> dict:
    return {"sign": sign, "words": silence, "who": where, "say": f"{where}: {silence}"}


def grid(
    rows: Mapping[str, Row],
    columns: Mapping[str, str],
    cells: Sequence[dict],
    signs: Sequence[dict],
    shared: Container[str],
    picked: alt.Parameter,
    scales: display.Encodings,
) -> tuple[alt.LayerChart, dict[str, list[dict]]]:
    """Return a grid and the rows of its layers; layers without rows are left out.

    `rows` are labels by key, `columns` headings by key. `cells` are marks with a count and `signs` are signs of
    silence; each knows its `row` and `column`. `shared` are the keys of rows to be shaded.
    """
    step = min(WIDEST, WIDTH / len(columns))
    width, layout = round(step * len(columns)), laid_out(rows)
    headings, askew = _headings(columns, step)
    y, x = alt.Y("y:Q", **layout.axis), alt.X("column:N", title=None, scale={"domain": list(columns)}, axis=None)
    bands = [
        {"top": top, "bottom": bottom, "shared": key in shared}
        for key, (top, bottom) in layout.edges.items()
        if not rows[key].bold
    ]
    placed = {name: [row | {"y": layout.middles[row["row"]]} for row in of_layer]
              for name, of_layer in (("cells", cells), ("signs", signs))}  # fmt: skip
    drawn = {name: of for name, of in {"bands": bands, **placed, "headings": headings}.items() if of}
    fill, edge = (
        {"condition": {"test": "datum.shared", "value": on}, "value": off}
        for on, off in ((SHARED, "white"), (SHARED_EDGE, "#e6e6e6"))
    )
    band = rows_named("bands").mark_bar(strokeWidth=0.8, aria=False)
    band = band.encode(
        alt.Y("top:Q", **layout.axis), alt.Y2("bottom:Q"), alt.XValue(0), alt.X2Value(width + BEYOND), alt.Fill(**fill),
        alt.Stroke(**edge),
    )  # fmt: skip
    marks = rows_named("cells").encode(x, y)
    size = alt.SizeValue(130, condition={"param": picked.name, "empty": False, "value": 300})
    views = [band, points(marks, picked, scales, "view-grid").encode(size)]
    views.append(marks.mark_text(dx=13, align="left", fontSize=11).encode(alt.Text("count:N")))
    if signs:
        said = alt.Description("say:N"), alt.Tooltip(["words:N", "who:N"])
        silence = rows_named("signs").mark_text(fontSize=13, fill="#444").encode(x, y)
        views.append(silence.encode(alt.Text("sign:N"), *said))
    stands = {"align": "left", "angle": 300} if askew else {"align": "center"}
    words = rows_named("headings").mark_text(fontSize=11, dy=alt.expr("datum.down"), **stands)
    views.append(words.encode(x, alt.YValue(-LINE), alt.Text("words:N")))
    return alt.layer(*views, width=width, height=layout.height), drawn


def _headings(columns: Mapping[str, str], step: float) -> tuple[list[dict], bool]:
    """Return the lines of all headings, and whether they stand askew because the columns are too narrow for them."""
    letters = int((step - 4) / LETTER)
    askew = max(len(word) for words in columns.values() for word in words.split()) > letters
    rows = []
    for key, words in columns.items():
        lines = _lines_askew(words, step) if askew else textwrap.wrap(words, letters)
        first = (1 - len(lines)) / (2 if askew else 1)  # lines that stand upright grow upwards
        rows += [{"column": key, "words": line, "down": (first + i) * LINE} for i, line in enumerate(lines)]
    return rows, askew


def _lines_askew(words: str, step: float) -> list[str]:
    """Return the lines of a heading that stands askew: as many as the column has room for, none very long."""
    room = max(1, int(0.87 * step / LINE))
    return next(lines for width in range(14, 99) if len(lines := textwrap.wrap(words, width)) <= room)


def _phase_words(
    sources: Sequence[Source], events: Sequence[Event], cells: Mapping[tuple[Source, Event], Sequence[Claim]]
) -> str:
    told = []
    for s in sources:
        said = [f"{e.title} ({len(cells[s, e])})" for e in events if cells[s, e]]
        part = " in its opening" if s.read == "opening" else ""
        told.append(f"{s.author or s.publisher}: {text.listing(said) or f'nothing{part}'}.")
    if sum(map(len, told)) <= SAID_AT_LENGTH:
        return "Claims of each text, by event; it is silent on the others. " + " ".join(told)
    told = [
        f"{e.title}: {sum(bool(cells[s, e]) for s in sources)} ({sum(len(cells[s, e]) for s in sources)} claims)"
        for e in events
    ]
    return f"How many of {len(sources)} texts speak of each event: {text.listing(told)}."


# --- questions by standpoints --------------------------------------------------------------------------


def standpoint_grid(
    questions: Iterable[Question], title: str, cannot: str, claims: Iterable[Claim] | None = None
) -> display.Figure:
    """Draw which standpoint gives which kind of answer: a row for each question, a column for each standpoint.

    `claims` are all that is held unless given. `cannot` says in a sentence what the chart does not show.
    Raises `NothingToDraw` if no claim answers any of the questions, `evidence.UnknownQuestion`.
    """
    questions = list(questions)
    pool = tables.claims() if claims is None else list(claims)
    given = {q: evidence.answers(q.question_id, pool) for q in questions}
    if not any(given.values()):
        raise NothingToDraw("No claim answers any of these questions. Choose others.")
    silence = "no answer in what we hold" if claims is None else "no answer in these claims"
    passing = _speaking(given)
    groups, marks, signs = {}, [], []
    for q, standpoint in itertools.product(questions, display.STANDPOINTS):
        found = _of(standpoint, given[q])
        place = {"row": q.question_id, "column": standpoint}
        if found:
            mark = f"{q.question_id}|{standpoint}"
            groups[mark] = _one_of_each_first(found)
            marks.append(place | _answer_mark(mark, q, standpoint, found, groups[mark]))
        else:
            said = (PASSED_ON, ONLY_PASSES_ON) if (q, standpoint) in passing else (NOTHING, silence)
            signs.append(place | _sign(*said, f"{display.label(standpoint)}; {q.question}"))
    shared = {q.question_id for q in questions if any(a.opposed for a in given[q])}
    picked = picker(marks[0]["mark"])
    scales = display.by_standpoint(set(display.STANDPOINTS), legend=None)
    scales = scales._replace(shape=alt.Shape("shape:N", scale=None, legend=None))
    columns = {s: display.label(s) for s in display.STANDPOINTS}
    view, rows = grid(_asked(questions), columns, marks, signs, shared, picked, scales)
    passes_on = [PASSES_ON] if any(row["sign"] == PASSED_ON for row in signs) else []
    return figure(
        [view],
        rows,
        groups,
        picked,
        title=title,
        lines=(" ".join([HOW_STANDPOINTS, *passes_on]), cannot),
        words=_standpoint_words(given),
        width=WIDTH,
    )


def _asked(questions: Sequence[Question]) -> dict[str, Row]:
    """Return the labels of questions by key; many of them stand below headings, or nobody could find one."""
    lessons = sorted({q.lesson for q in questions})
    grouped = len(questions) > MANY and len(lessons) > 1
    rows: dict[str, Row] = {}
    for lesson in lessons if grouped else [None]:
        if grouped:
            rows[f"lesson {lesson}"] = Row([f"Asked in lesson {lesson}"], 14, 6, bold=True)
        of_lesson = (q for q in questions if lesson in (None, q.lesson))
        rows |= {q.question_id: Row(textwrap.wrap(q.question, LABEL_WIDTH), AROUND, AROUND) for q in of_lesson}
    return rows


def _speaking(given: Mapping[Question, Iterable[evidence.Answer]]) -> set[tuple[Question, str]]:
    """Return each question with each standpoint that speaks of it, be it only to pass on another's words."""
    return {(q, c.standpoint) for q, answers in given.items() for a in answers for c in a.claims}


def _of(standpoint: str, answers: Iterable[evidence.Answer]) -> dict[evidence.Answer, list[Claim]]:
    """Return the answers that voices of a standpoint give, each with their claims."""
    found = {a: [c for c in a.claims if evidence.voice_standpoint(c) == standpoint] for a in answers}
    return {a: said for a, said in found.items() if said}


def _one_of_each_first(answers: Mapping[evidence.Answer, Sequence[Claim]]) -> list[Claim]:
    """Return the claims of all answers, so ordered that the first ones show how the answers differ."""
    first = [said[0] for said in answers.values()]
    return first + [c for said in answers.values() for c in said[1:]]


def _differ(answers: Iterable[evidence.Answer]) -> bool:
    return any(a.excludes(b) for a, b in itertools.combinations(answers, 2))


def _answer_mark(
    mark: str,
    q: Question,
    standpoint: str,
    answers: Mapping[evidence.Answer, Sequence[Claim]],
    claims: Sequence[Claim],
) -> dict:
    told = list(dict.fromkeys(text.answer(said[0]) for said in answers.values()))
    more = [f"{len(told) - 4} more"] if len(told) > 4 else []
    differ = _differ(answers)
    words = text.listing([*told[:4], *more])
    where = display.label(standpoint)
    return {
        "mark": mark,
        "count": len({c.voice for c in claims}),
        "standpoint": where,
        "differ": differ,
        "shape": SPLIT if differ else display.STANDPOINTS[standpoint][2],
        "fill": 1 if differ else _fill(claims),
        "words": words,
        "who": where,
        "say": f"{q.question} {where}: {'answers that differ: ' if differ else ''}{words}",
    }


def _standpoint_words(given: Mapping[Question, Sequence[evidence.Answer]]) -> str:
    speaking = _speaking(given)
    kinds = {"one answer": {}, "answers that differ": {}, ONLY_PASSES_ON: {}, "silent": {}}
    for q, standpoint in itertools.product(given, display.STANDPOINTS):
        found = _of(standpoint, given[q])
        kind = "answers that differ" if _differ(found) else "one answer"
        if not found:
            kind = ONLY_PASSES_ON if (q, standpoint) in speaking else "silent"
        kinds[kind].setdefault(q, []).append(display.label(standpoint))
    told = [
        " ".join([q.question, *(f"{kind}: {', '.join(of[q])}." for kind, of in kinds.items() if q in of)])
        for q in given
    ]
    shared = [q.question for q in given if any(a.opposed for a in given[q])]
    across = f"An answer is shared across sides on {len(shared)} of {text.plural(len(given), 'question')}."
    if sum(map(len, told)) <= SAID_AT_LENGTH:
        return " ".join([*told, across])
    sums = []
    for standpoint in map(display.label, display.STANDPOINTS):
        counts = [f"{kind} {sum(standpoint in found for found in of.values())}" for kind, of in kinds.items()]
        sums.append(f"{standpoint}: {', '.join(counts)}.")
    return " ".join(["Questions, by standpoint:", *sums, across])
