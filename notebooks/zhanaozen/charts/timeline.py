"""Time from left to right: what happened, and what was said about one question, by whom and when."""

import math
import textwrap
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import altair as alt

from zhanaozen import display, evidence, tables, text
from zhanaozen.charts.parts import (
    LABEL_WIDTH,
    LETTER,
    ROW_LABELS,
    ROW_WIDTH,
    NothingToDraw,
    figure,
    picker,
    points,
    rows_named,
)
from zhanaozen.dates import first_day, last_day
from zhanaozen.tables import Claim, Event

#: In words, up to so many events or claims are said one by one; more of them are summed up.
SAID_ONE_BY_ONE = 14
#: An event has no standpoint: it is dark grey, or light grey where no claim is held.
INK, FAINT, PALE = "#333333", "#8a8a8a", "#c9c9c9"
NEUTRAL = display.Encodings(
    alt.Color("ink:N", scale=None, legend=None), alt.Stroke("ink:N", scale=None), alt.ShapeValue("circle")
)
LEAST = 10
"""Pixels of the shortest bar and of the shortest span, or it could not be seen."""
SLIVER = 3
"""Pixels of the certain part of a bar at least."""
GAP = 10
"""Pixels between a mark and the words beside it."""

#: How to read each kind of mark. Only what is drawn is explained.
HOW_EVENTS = {
    "day": "A dot is one day.",
    "lasted": "A thick bar lasted from end to end.",
    "wider": "The shortest bars are drawn wider, or they could not be seen.",
    "vague": "A thin dashed bar: somewhere in this span, for the sources name only its month or year.",
    "hollow": "White inside: sources differ on its date, place, course or makers.",
}
NO_CLAIM = "Light grey: we hold no claim about it, only texts that date it."

#: Days from which on time is drawn at another speed: most was said in the first weeks, some of it years later.
BREAKS = (date(2011, 12, 16), date(2012, 1, 1), date(2013, 1, 1))
LANE = 18
"""Pixels of a lane. Marks that would cover each other stand in lanes of one row."""
NARROWEST = 64
"""Pixels of the narrowest stretch of time."""
TICK = 34
"""Pixels that the label of a tick takes at least."""
MARGIN = 12
"""Pixels between the end of a stretch and the first mark in it."""


def timeline(events: Iterable[Event], title: str, cannot: str) -> display.Figure:
    """Draw events in time order, from top to bottom and from left to right, with the claims about each.

    What is dated only by month or year happened somewhere in a dashed span, and so did the end of a range that is
    known no better. `cannot` says in a sentence what the chart does not show. Raises `NothingToDraw` without events,
    or if no claim is held about any of them.
    """
    events = sorted(events, key=lambda e: (first_day(e.start), last_day(e.end), e.event_id))
    if not events:
        raise NothingToDraw("There is no event to draw. Choose at least one.")
    groups = {
        e.event_id: evidence.in_order_said(c for c in tables.claims() if c.event_id == e.event_id) for e in events
    }
    if not any(groups.values()):
        raise NothingToDraw("No claim is held about any of these events. Choose others.")
    first, last = first_day(events[0].start), max(last_day(e.end) for e in events)
    margin = max(timedelta(days=2), (last - first) / 25)
    window = first - margin, last + margin
    rows = [_event_row(e, len(groups[e.event_id]), window) for e in events]
    kinds = {row["kind"] for row in rows} | {"vague" for row in rows if row["dashes"]}
    kinds |= {"hollow" for e in events if e.contested} | {"wider" for row in rows if row.pop("wider")}
    how = [words for kind, words in HOW_EVENTS.items() if kind in kinds]
    if not all(groups.values()):
        how.append(NO_CLAIM)
    picked = picker(next(event_id for event_id, claims in groups.items() if claims))
    dashes = [row | dash for row in rows for dash in row.pop("dashes")]
    return figure(
        [_event_view(rows, dashes, window, picked)],
        {"events": rows, **({"dashes": dashes} if dashes else {})},
        groups,
        picked,
        title=title,
        lines=(" ".join(how), cannot),
        words=_event_words(events, groups),
        width=ROW_WIDTH,
        table=(
            ("Event", "When", "Place", "Sources differ", "Claims"),
            [
                [
                    e.title,
                    text.period(e),
                    e.place.name if e.place else "",
                    "yes" if e.contested else "no",
                    str(len(of_event)),
                ]
                for e, of_event in zip(events, groups.values(), strict=True)
            ],
        ),
    )


def _event_row(e: Event, held: int, window: tuple[date, date]) -> dict:
    """Return a row with the part of an event that is certain, the spans (`dashes`) in which the rest lies, and words.

    A range is certain from the last day on which it can have begun to the first on which it can have ended.
    """
    pixel = (window[1] - window[0]) / ROW_WIDTH
    left, right = first_day(e.start), last_day(e.end) + timedelta(days=1)
    sure_left, sure_right = last_day(e.start), first_day(e.end) + timedelta(days=1)
    between = e.precision == "between"
    kind = "day" if left == last_day(e.end) else "vague" if between or e.start == e.end else "lasted"
    wider = kind != "day" and right - left < LEAST * pixel
    if wider:
        left, right = _widened(left, right, LEAST * pixel)
        sure_left, sure_right = left, right
    elif kind == "lasted":
        sure_left, sure_right = _widened(sure_left, max(sure_left, sure_right), SLIVER * pixel)
    spans = {"day": [], "vague": [(left, right)], "lasted": [(left, sure_left), (sure_right, right)]}[kind]
    claims = text.plural(held, "claim") if held else "no claim"
    differ = "; sources differ on it" if e.contested else ""
    when = f"some time in {text.period(e)}" if kind == "vague" and not between else text.period(e)
    words = f"{when} · {claims}"
    ink = INK if held else FAINT
    return {
        "mark": e.event_id,
        "row": "\n".join(textwrap.wrap(e.title, LABEL_WIDTH)) + f"\t{e.event_id}",
        "start": left.isoformat(),
        "right": right.isoformat(),
        "sure": sure_left.isoformat(),
        "sure_right": sure_right.isoformat(),
        "dashes": [{"dash": a.isoformat(), "dash_right": b.isoformat()} for a, b in spans if a < b],
        "kind": kind,
        "wider": wider,
        "fill": 0 if e.contested else 1,
        "ink": ink,
        "paper": "white" if e.contested else ink,
        "pale": "white" if e.contested else PALE,
        "label": words,
        "words": e.title,
        "who": f"{when}: {claims}{differ}",
        "say": f"{when}: {e.title}, {claims}{differ}",
    } | _beside((left - window[0]) / pixel, (right - window[0]) / pixel, len(words) * LETTER)


def _widened(start: date, end: date, least: timedelta) -> tuple[date, date]:
    """Return a span that is grown at both ends alike until it has a least length."""
    more = max(timedelta(), least - (end - start)) / 2
    return start - more, end + more


def _beside(left: float, right: float, width: float) -> dict:
    """Return where words of a width fit: right of a mark, left of it, or above it (all in pixels)."""
    if right + GAP + width <= ROW_WIDTH:
        return {"anchor": "right", "align": "left", "dx": GAP, "dy": 0}
    if left - GAP - width >= 0:
        return {"anchor": "start", "align": "right", "dx": -GAP, "dy": 0}
    if left + width <= ROW_WIDTH:
        return {"anchor": "start", "align": "left", "dx": 0, "dy": -13}
    return {"anchor": "right", "align": "right", "dx": 0, "dy": -13}


def _event_view(
    rows: list[dict], dashes: list[dict], window: tuple[date, date], picked: alt.Parameter
) -> alt.LayerChart:
    days = (window[1] - window[0]).days
    ticks = {"format": "%Y" if days > 1100 else "%b %Y" if days > 60 else "%d %b", "tickCount": 6}
    across = {
        "title": None,
        "scale": {"type": "utc", "domain": [edge.isoformat() for edge in window], "nice": False},
        "axis": {"orient": "top", "offset": 6, "labelOverlap": True, "labelFontSize": 11} | ticks,
    }
    labels = [row["row"] for row in rows]
    y = alt.Y("row:N", title=None, scale={"domain": labels}, axis=ROW_LABELS)
    lines = max(label.count("\n") for label in labels) + 1
    base = rows_named("events")
    outline = alt.StrokeWidthValue(1.5, condition={"param": picked.name, "empty": False, "value": 3.5})
    ink, said = alt.Stroke("ink:N", scale=None), (alt.Description("say:N"), alt.Tooltip(["words:N", "who:N"]))
    layers = []
    if dashes:
        bar = rows_named("dashes").mark_bar(height=7, strokeDash=[3, 2], cursor="pointer")
        x, x2 = alt.X("dash:T", **across), alt.X2("dash_right:T")
        layers.append(bar.encode(x, x2, y, alt.Fill("pale:N", scale=None, legend=None), ink, outline, *said))
    if any(row["kind"] == "lasted" for row in rows):
        bar = base.transform_filter("datum.kind == 'lasted'").mark_bar(height=13, cursor="pointer")
        x, x2 = alt.X("sure:T", **across), alt.X2("sure_right:T")
        layers.append(bar.encode(x, x2, y, alt.Fill("paper:N", scale=None, legend=None), ink, outline, *said))
    # Layers share one selection, which must belong to one of them.
    if any(row["kind"] == "day" for row in rows):
        dots = base.transform_filter("datum.kind == 'day'").encode(alt.X("start:T", **across), y)
        layers.append(points(dots, picked, NEUTRAL, "view-events"))
    else:
        layers[0] = layers[0].properties(name="view-events").add_params(picked)
    for anchor in dict.fromkeys(row["anchor"] for row in rows):
        names = base.transform_filter(f"datum.anchor == '{anchor}'").mark_text(
            fontSize=11, align=alt.expr("datum.align"), dx=alt.expr("datum.dx"), dy=alt.expr("datum.dy")
        )
        layers.append(names.encode(alt.X(f"{anchor}:T", **across), y, alt.Text("label:N")))
    return alt.layer(*layers, width=ROW_WIDTH, height=alt.Step(max(34, 8 + 13 * lines)))


def _event_words(events: Sequence[Event], groups: dict[str, list[Claim]]) -> str:
    if len(events) <= SAID_ONE_BY_ONE:
        return " ".join(
            f"{text.period(e)}: {e.title} ({text.plural(len(groups[e.event_id]), 'claim')}"
            f"{', sources differ' if e.contested else ''})."
            for e in events
        )
    most = sorted(events, key=lambda e: -len(groups[e.event_id]))[:5]
    told = [f"{e.title}, {text.period(e)} ({text.plural(len(groups[e.event_id]), 'claim')})" for e in most]
    return (
        f"{len(events)} events, the first {events[0].title} ({text.period(events[0])}), the last {events[-1].title} "
        f"({text.period(events[-1])}); sources differ on {sum(e.contested for e in events)}, and no claim is held "
        f"about {sum(not claims for claims in groups.values())}. Most is said about: {text.listing(told)}."
    )


# --- what was said, and when ---------------------------------------------------------------------------


def statements(claims: Iterable[Claim], title: str, cannot: str) -> display.Figure:
    """Draw what was said against the day of speaking: a row for each answer of the question, or each speaker.

    Claims on one question that has a list of answers get a row for each of them, also for those that no claim
    gives; any others get a row for each speaker. A day known only by month or year is a span that ends in the mark,
    since only then is it certain that it had been said. `cannot` says in a sentence what the chart does not
    show. Raises `NothingToDraw` if no claim is dated, or if all answer questions about numbers.
    """
    given = list(claims)
    dated = evidence.in_order_said(c for c in given if c.said_on)
    if given and all(c.question and c.question.kind == "number" for c in given):
        raise NothingToDraw(
            "These claims answer with numbers. Draw them with charts.two_clocks (against the day of speaking) or "
            "charts.ranges (side by side)."
        )
    if not dated:
        raise NothingToDraw("None of these claims is dated, so none can stand on a day. Choose others.")
    asked = dated[0].question if len({c.question_id for c in dated}) == 1 else None
    in_row: Callable[[Claim], str] = (lambda c: c.position) if asked else text.who
    groups: dict[tuple, list[Claim]] = {}
    for c in dated:
        groups.setdefault((in_row(c), c.said_on, _no_earlier(c), c.standpoint, evidence.is_hedged(c)), []).append(c)
    calendar = _Calendar([(first, last_day(said)) for _, said, first, *_ in groups])
    rows, lanes = [], []
    for number, name in enumerate(asked.positions if asked else dict.fromkeys(map(text.who, dated))):
        of_row = [_said_row(key, found, calendar) for key, found in groups.items() if key[0] == name]
        label = textwrap.wrap(name, LABEL_WIDTH)[:3]
        shown = "\n".join(label)
        used = _stack(of_row)
        count = max(used, 3 if len(label) > 1 else 1) | 1  # odd, so that one lane is the middle of the row
        keys = [f"{shown if i == count // 2 else ''}\t{number}.{i}" for i in range(count)]
        lanes += [{"row": key, "shade": number % 2, "said": bool(of_row), "middle": i == count // 2}
                  for i, key in enumerate(keys)]  # fmt: skip
        rows += [row | {"row": keys[row["lane"] + (count - used) // 2]} for row in of_row]
    edges = [{"at": left} for *_, left, _ in calendar.stretches[1:]]
    each = "answer to the question" if asked else "speaker"
    how = [
        f"Each row is one {each}, each mark what was said on one day from one standpoint; a figure counts claims.",
    ]
    if any(row["vague"] for row in rows):
        how.append("A wide pale line: on some day in this span, at the latest at its mark.")
    if any(not row["fill"] for row in rows):
        how.append("Hollow: hedged ('may', 'it is said').")
    if edges:
        how.append("Time runs at another speed behind each dashed line.")
    if any(c.standpoint != evidence.voice_standpoint(c) for c in dated):
        how.append("Whoever passes on another's words has a mark here; grids count such words as the other's.")
    if left_out := len(given) - len(dated):
        how.append(f"{text.plural(left_out, 'claim')} without a date {'is' if left_out == 1 else 'are'} left out.")
    marks = {_key(key): found for key, found in groups.items()}
    picked = picker(rows[0]["mark"])
    return figure(
        [_said_view(rows, lanes, calendar, picked, {c.standpoint for c in dated})],
        {"said": rows, "lanes": lanes, **({"edges": edges} if edges else {})},
        marks,
        picked,
        title=title,
        lines=(" ".join(how), cannot),
        words=_said_words(dated, in_row, asked.positions if asked else ()),
        width=ROW_WIDTH,
    )


def _no_earlier(c: Claim) -> date:
    """Return the first day on which it can have been said: not before what it speaks of."""
    first = first_day(c.said_on)
    return min(max(first, first_day(c.when_start or c.said_on)), last_day(c.said_on))


def _key(group: tuple) -> str:
    return "|".join(map(str, group))


class _Calendar:
    """Days as pixels, in stretches of time that each run at a speed of their own."""

    def __init__(self, spans: Sequence[tuple[date, date]]):
        earliest, latest = min(first for first, _ in spans), max(last for _, last in spans) + timedelta(days=1)
        starts = [earliest, *(max(earliest, day) for day in BREAKS)]
        ends = [*(min(latest, day) for day in BREAKS), latest]
        inside = [sum(start <= last < end for _, last in spans) for start, end in zip(starts, ends, strict=True)]
        held = [(start, end, count) for start, end, count in zip(starts, ends, inside, strict=True) if count]
        spare, left = ROW_WIDTH - NARROWEST * len(held), 0.0
        #: First day, day after the last, and from which pixel to which: for each stretch in which something was said.
        self.stretches: list[tuple[date, date, float, float]] = []
        for start, end, count in held:
            right = left + NARROWEST + spare * count / len(spans)
            self.stretches.append((start, end, left, right))
            left = right

    def pixel(self, day: date) -> int:
        """Return where a day stands, from 0 to `ROW_WIDTH`; a day before the first stretch, at its edge."""
        for start, end, left, right in self.stretches:
            if day < start:
                return round(left)
            if day < end:
                passed = (day - start).days / max(1, (end - start).days - 1)
                return round(left + MARGIN + (right - left - 2 * MARGIN) * passed)
        return ROW_WIDTH

    def ticks(self) -> dict[int, str]:
        """Return labels by pixel: days, months or years, as many as fit, with what they are of below the first."""
        labels = {}
        for start, end, left, right in self.stretches:
            days = [start + timedelta(days=i) for i in range((end - start).days)]
            if len(days) > 400:
                days, form, under = [d for d in days if (d.month, d.day) == (1, 1)], "%Y", ""
            elif len(days) > 40:
                days, form, under = [d for d in days if d.day == 1], "%b", "%Y"
            else:
                form, under = "%d", "%b %Y"
            for i, day in enumerate(days[:: math.ceil(len(days) * TICK / (right - left))]):
                labels[self.pixel(day)] = f"{day:{form}}".lstrip("0") + (f"\n{day:{under}}" if under and i == 0 else "")
        return labels


def _said_row(group: tuple, claims: Sequence[Claim], calendar: _Calendar) -> dict:
    name, said, first, standpoint, hedged = group
    vague, at = said.count("-") < 2, calendar.pixel(last_day(said))
    words = f"{text.day(said)}: {name}"
    who = f"{text.plural(len(claims), 'claim')}: {text.listing(list(dict.fromkeys(map(text.who, claims))))}"
    return {
        "mark": _key(group),
        # A month of a stretch in which time runs fast would be hidden by its mark.
        "from": min(calendar.pixel(first), at - LEAST) if vague else at,
        "to": at,
        "vague": vague,
        "standpoint": display.label(standpoint),
        "fill": 0 if hedged else 1,
        "count": str(len(claims)) if len(claims) > 1 else "",
        "words": words,
        "who": who,
        "say": f"{words}; {who}",
    }


def _stack(rows: list[dict]) -> int:
    """Give each row the first lane in which its mark and number cover no other; return how many lanes there are."""
    filled: list[int] = []
    for row in sorted(rows, key=lambda row: (row["from"], row["to"])):
        lane = next((i for i, taken in enumerate(filled) if taken < row["from"] - 9), len(filled))
        filled[lane:lane + 1] = [row["to"] + (22 if row["count"] else 9)]  # fmt: skip
        row["lane"] = lane
    return len(filled)


def _said_view(
    rows: list[dict], lanes: list[dict], calendar: _Calendar, picked: alt.Parameter, standpoints: set[str]
) -> alt.LayerChart:
    scales = display.by_standpoint(standpoints, columns=2)
    labels = {str(pixel): label for pixel, label in calendar.ticks().items()}
    axis = {
        "values": [int(pixel) for pixel in labels],
        "labelExpr": f"split({labels!r}[datum.value], '\\n')",
        "labelFontSize": 11,
        "labelOverlap": False,
        "grid": False,
    }
    across = {"title": "Day on which it was said", "scale": {"domain": [0, ROW_WIDTH], "nice": False}, "axis": axis}
    no_gaps = {"domain": [lane["row"] for lane in lanes], "padding": 0}
    y = alt.Y("row:N", title=None, scale=no_gaps, axis=ROW_LABELS)
    base, rest = rows_named("said"), rows_named("lanes")
    x = alt.X("to:Q", **across)
    band = alt.FillValue("white", condition={"test": "datum.shade == 1", "value": "#f1f1f1"})
    layers = [rest.mark_bar(aria=False).encode(y, alt.XValue(0), alt.X2Value(ROW_WIDTH), band)]
    if len(calendar.stretches) > 1:
        edge = rows_named("edges").mark_rule(strokeDash=[3, 3], stroke="#767676", aria=False)
        layers.append(edge.encode(alt.X("at:Q", **across)))
    if any(row["vague"] for row in rows):
        wide = base.transform_filter("datum.vague").mark_rule(strokeWidth=6, opacity=0.3)
        layers.append(wide.encode(alt.X("from:Q", **across), alt.X2("to:Q"), y, scales.colour))
    layers.append(points(base.encode(x, y), picked, scales, "view-said"))
    if any(row["count"] for row in rows):
        layers.append(base.mark_text(dx=10, align="left", fontSize=11).encode(x, y, alt.Text("count:N")))
    if not all(lane["said"] for lane in lanes):
        silent = rest.transform_filter("!datum.said && datum.middle").mark_text(align="left", fontSize=11, fill="#555")
        layers.append(silent.encode(alt.XValue(MARGIN), y, alt.TextValue("–  in none of these claims")))
    return alt.layer(*layers, width=ROW_WIDTH, height=alt.Step(LANE))


def _said_words(claims: Sequence[Claim], in_row: Callable[[Claim], str], listed: Sequence[str]) -> str:
    by_row = {name: [] for name in listed}
    for c in claims:
        by_row.setdefault(in_row(c), []).append(c)
    told = []
    for name, found in sorted(by_row.items(), key=lambda row: 0 if listed else -len(row[1])):
        if not found:
            told.append(f"{name}: in none of these claims.")
        elif len(claims) <= SAID_ONE_BY_ONE:
            told.append(f"{name}: {'; '.join(f'{text.day(c.said_on)}, {text.who(c)}' for c in found)}.")
        else:
            standpoints = [c.standpoint for c in found]
            counts = [f"{display.label(s)} {standpoints.count(s)}" for s in display.STANDPOINTS if s in standpoints]
            days = f"{text.day(found[0].said_on)} to {text.day(found[-1].said_on)}"
            told.append(f"{name}: {text.plural(len(found), 'claim')}, {days} ({', '.join(counts)}).")
    left_out = len(told) - SAID_ONE_BY_ONE // 2
    return " ".join(told[: SAID_ONE_BY_ONE // 2]) + (f" And {left_out} speakers more." if left_out > 0 else "")
