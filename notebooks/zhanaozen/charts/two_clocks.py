"""Two clocks: one stands still at the event, the other runs on with what is said about it."""

import itertools
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.charts import parts
from zhanaozen.charts.parts import WIDTH, figure, mark_row, picker, points, rows_named, with_numbers
from zhanaozen.dates import first_day, last_day
from zhanaozen.tables import Claim

EVENT = date(2011, 12, 16)
EVER = "9999-12-31"
"""The day of the menu on which everything has been said."""
DAY, MENU = "day", "Stand on this day:"
#: Whether a mark was known by the chosen day: its key begins with a day. (Vega makes numbers of the fields with dates.)
KNOWN = f"slice(datum.mark, 0, 10) <= {DAY}"
FIRST = 270
"""Pixels of the panel of the first weeks: higher, since official counts of one day differ by one."""
NEWS, LINE = 3, 92
"""How many of a day's new numbers are told above the chart, and the characters of a line."""
LOW = 25
"""Most numbers lie below this one. Higher ones have panels of their own, or a step of one could not be seen."""

#: Stretches of time: first day, title of the axis, tick format, ticks, and how many days two marks are set apart.
STRETCHES = (
    (EVENT, "The first two weeks: day of December 2011 on which it was said", "%-d", "day", 0.3),
    (date(2012, 1, 1), "The year 2012: month in which it was said", "%b", "month", 7),
    (date(2013, 1, 1), "Later years: year in which it was said", "%Y", "year", 90),
)
HOW = (
    f"Left to right is when it was said, bottom to top how many; numbers above {LOW} stand in a panel of their own. "
    "A wide pale line: on some day in this span, at the latest at its mark. A thin upright line: from the lowest to "
    "the highest number given. A hollow mark means 'about', an arrow 'at least' or 'up to'. The grey stair is the "
    "Prosecutor General's count for Zhanaozen in December 2011. The menu keeps what had been said by the end of a day."
)
CANNOT = "It does not show who was right, nor claims without a number ('several times more')."


class Stretch(NamedTuple):
    """The marks of one panel: a stretch of time, and its numbers up to `LOW` or those above it."""

    rows: list[dict]
    window: tuple[date, date]
    """Its first day, and the first after it."""
    people: tuple[float, float]
    height: int
    axis: Sequence


def two_clocks(claims: Iterable[Claim], title: str) -> display.Figure:
    """Draw what was said about the event against the day on which it was said.

    A menu keeps what had certainly been said by the end of a day. It is a part of the chart, so that it needs no
    kernel; axes stay as they are, so that two days can be compared. Raises `NothingToDraw`.
    """
    everything = evidence.in_order_said(with_numbers(c for c in claims if c.said_on))
    groups: dict[str, list[Claim]] = {}
    for c in everything:
        groups.setdefault(moment(c), []).append(c)
    days = [EVER, *evidence.days_said(everything)]
    known = [_known(everything, d) for d in days]
    picked, day = picker(next(iter(groups))), _menu(days)
    standpoints = {c.standpoint for c in everything}
    panels, stretches = [_news(known, day)], _stretches(_rows(groups))
    for name, stretch in stretches.items():
        scales = display.by_standpoint(standpoints, legend="Who says it" if len(panels) == 1 else None)
        panels.append(_panel(name, stretch, picked, scales))
    return figure(
        panels,
        {"known": known} | {name: stretch.rows for name, stretch in stretches.items()},
        groups,
        picked,
        title=title,
        lines=(HOW, CANNOT),
        words=_words(everything),
        known=KNOWN,
    )


def _menu(days: Sequence[str]) -> alt.Parameter:
    labels = ["Everything said so far", *map(text.day, days[1:])]
    menu = alt.binding_select(options=list(days), labels=labels, name=MENU)
    return alt.param(name=DAY, value=days[0], bind=menu)


def _known(everything: Sequence[Claim], day: str) -> dict:
    """Return what had been said by the end of a day: what was new on it, in lines to be shown, and all in words."""
    shown = evidence.known_by(everything, day)
    if day == EVER:
        told = f"Everything said so far: {text.plural(len(shown), 'claim')}."
    else:
        on_the_day = [c for c in shown if last_day(c.said_on).isoformat() == day]
        new = list(dict.fromkeys(f"{text.number(c)} ({text.who(c)})" for c in on_the_day))
        more = f"; and {text.plural(len(new) - NEWS, 'number')} more" if len(new) > NEWS else ""
        told = f"As known by the end of {text.day(day)}. New on that day: {'; '.join(new[:NEWS])}{more}."
    return {"day": day, "told": textwrap.wrap(told, LINE), "words": f"{told} {_words(shown)}"}


def _news(known: Sequence[dict], day: alt.Parameter) -> alt.Chart:
    """Return the lines that tell what had been said by the chosen day, with the words for those who do not see it."""
    line = parts.rows_named("known", width=WIDTH, height=16 * max(len(row["told"]) for row in known))
    written = line.transform_filter(f"datum.day === {DAY}").mark_text(align="left", baseline="top")
    return written.encode(alt.XValue(0), alt.YValue(0), alt.Text("told:N"), alt.Description("words:N")).add_params(day)


def _stretches(marks: Sequence[dict]) -> dict[str, Stretch]:
    """Return the panels by name, in the order in which they stand: stretch by stretch, high numbers above low ones."""
    top = 1.08 * max(mark["to"] for mark in marks)
    after = date.fromisoformat(max(mark["end"] for mark in marks)) + timedelta(days=1)
    windows = itertools.pairwise([*(start for start, *_ in STRETCHES), after])
    stretches = {}
    for number, (window, (_, *axis)) in enumerate(zip(windows, STRETCHES, strict=True)):
        inside = [mark for mark in marks if window[0].isoformat() <= mark["start"] < window[1].isoformat()]
        high, low = [mark for mark in inside if mark["at"] > LOW], [mark for mark in inside if mark["at"] <= LOW]
        if high:
            stretches[f"high-{number}"] = Stretch(high, window, (LOW, top), 80, axis)
        if inside:
            stretches[f"low-{number}"] = Stretch(low, window, (0, LOW), 170 if number else FIRST, axis)
    return stretches


def moment(c: Claim) -> str:
    """Return the key of the mark that a claim belongs to: same day, number, place and standpoint.

    It begins with the day by which the claim had certainly been made.
    """
    known = last_day(c.said_on).isoformat()
    return "|".join(map(str, (known, c.said_on, c.value_low, c.value_high, c.unit, c.place_id, c.standpoint)))


def _rows(groups: Mapping[str, Sequence[Claim]]) -> list[dict]:
    """Return mark rows with their place in time.

    Marks of one day with one number stand side by side. A mark whose day is not known stands at the end of
    its stretch, for only then is it certain that it had been said.
    """
    rows, taken = [], {}
    for order, (mark, claims) in enumerate(groups.items()):
        c, row = claims[0], mark_row(mark, claims)
        # Nothing can be said of an event before it: 'December 2011' begins on the day itself.
        start, end = max(first_day(c.said_on), EVENT), last_day(c.said_on)
        beside = taken.setdefault((end, row["at"]), [])
        beside.append(mark)
        step = next(apart for first, *_, apart in reversed(STRETCHES) if start >= first)
        said = datetime.combine(end, time()) + timedelta(days=step * (len(beside) - 1))
        rows.append(
            row
            | {
                "start": start.isoformat(),
                "end": end.isoformat(),
                "said": f"{said.isoformat(timespec='seconds')}Z",
                "order": order,
                "vague": c.said_on.count("-") < 2,
                "stair": c.voice == "prosecutor_general" and c.place_id == "zhanaozen" and end < STRETCHES[1][0],
                "words": f"{row['words']} ({text.place(c)})",
                "from": row["at"] if c.value_low is None else c.value_low,
                "to": row["at"] if c.value_high is None else c.value_high,
            }
        )
    return rows


def _panel(name: str, stretch: Stretch, picked: alt.Parameter, scales: display.Encodings) -> alt.LayerChart:
    """Return one panel: marks, vague dates as wide lines, and the official count as a stair."""
    window, (title, ticks, step, _) = stretch.window, stretch.axis
    margin = (window[1] - window[0]) / 30
    edges = [datetime.combine(window[0], time()) - margin, datetime.combine(window[1], time()) + margin]
    people = {"tickMinStep": 1, "tickCount": max(4, stretch.height // 30), "grid": True, "gridColor": "#e6e6e6"}
    lower = stretch.people[0] == 0
    across = {
        "scale": {"type": "utc", "domain": [f"{edge.isoformat(timespec='seconds')}Z" for edge in edges], "nice": False},
        "axis": {"format": ticks, "tickCount": step, "labelOverlap": True, "labels": lower, "ticks": lower},
        "title": title if lower else None,
    }
    up = {
        # Below zero a little room, or a mark at zero would cover the days.
        "scale": {"domain": [stretch.people[0] - lower, stretch.people[1]], "nice": False},
        "title": "People" if lower else f"above {LOW}",
        "axis": people,
    }
    base = rows_named(name)
    x, y = alt.X("said:T", **across), alt.Y("at:Q", **up)
    # What these layers show, the description of each point says too: a screen reader may pass over them.
    vague = base.transform_filter("datum.vague").mark_rule(strokeWidth=6, opacity=0.3, clip=True, aria=False)
    stair = base.transform_filter("datum.stair")
    stair = stair.mark_line(interpolate="step-after", color="#999", strokeWidth=1.2, aria=False)
    upward = base.transform_filter("datum.arrow == 'at least'").mark_text(text="↑", dy=-14, fontSize=15, aria=False)
    downward = base.transform_filter("datum.arrow == 'up to'").mark_text(text="↓", dy=14, fontSize=15, aria=False)
    reach = base.transform_filter("datum.from != datum.to").mark_rule(strokeWidth=2, aria=False)
    layers = {
        "vague": vague.encode(alt.X("start:T", **across), alt.X2("end:T"), y, scales.colour),
        "stair": stair.encode(x, y, alt.Order("order:Q")),
        "at least": upward.encode(x, y, scales.colour),
        "up to": downward.encode(x, y, scales.colour),
        "range": reach.encode(x, alt.Y("from:Q", **up), alt.Y2("to:Q"), scales.colour),
    }
    return alt.layer(
        *(layer for key, layer in layers.items() if key in _kinds(stretch.rows)),
        points(base.encode(x, y), picked, scales, f"view-{name}"),
        width=WIDTH,
        height=stretch.height,
    ).transform_filter(KNOWN)


def _kinds(rows: Sequence[dict]) -> set[str]:
    """Return the kinds of marks, besides points, that rows are drawn with."""
    ranges = {"range" for row in rows if row["from"] != row["to"]}
    return ranges | {row["arrow"] for row in rows} | {key for key in ("vague", "stair") for row in rows if row[key]}


def _words(claims: Sequence[Claim]) -> str:
    sides = {"Official side": [], "Others": []}
    for c in claims:
        side = "Official side" if evidence.SIDES[c.standpoint] == "official" else "Others"
        sides[side].append(f"{text.day(c.said_on)}, {text.number(c)}")
    return " ".join(f"{side}: {'; '.join(dict.fromkeys(said))}." for side, said in sides.items() if said)
