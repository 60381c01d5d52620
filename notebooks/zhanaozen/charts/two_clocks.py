"""Two clocks: one stands still at the event, the other runs on with what is said about it."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.charts import parts
from zhanaozen.charts.parts import WIDTH, figure, mark_row, picker, points, rows_named, with_numbers
from zhanaozen.dates import first_day, last_day
from zhanaozen.tables import Claim

EVENT = date(2011, 12, 16)
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
    "A wide pale line: on some day in this span, at the latest at its mark. A hollow mark means 'about', an arrow "
    "'at least' or 'up to'. The grey stair is the Prosecutor General's count for Zhanaozen in December 2011."
)
CANNOT = "It does not show who was right, nor claims without a number ('several times more')."


class Said(NamedTuple):
    """What had been said by the end of a day, as the two clocks show it."""

    everything: list[Claim]
    groups: dict[str, list[Claim]]
    rows: dict[str, list[dict]]
    first: str
    lines: tuple[str, ...]
    words: str


def two_clocks(claims: Iterable[Claim], title: str, day: str | None = None) -> display.Figure:
    """Draw what was said about the event against the day on which it was said.

    `day` (ISO date) keeps what had been said by its end; axes stay the same, so that two days can be
    compared, and stretches that lie ahead are left out. Raises `NothingToDraw`.
    """
    return _drawn(_said(claims, day), title)


def two_clocks_by_day(claims: Iterable[Claim], title: str) -> Callable[[str | None], display.Spec]:
    """Return a function that gives the spec of `two_clocks` for a day, for readers who go from day to day.

    Most days differ in what is said and not in how it is drawn. So the form of a day already drawn is filled with
    what is new, and Altair, which takes most of the time, is asked only for a form that was not there before.
    """
    claims, forms = list(claims), {}

    def draw(day: str | None) -> display.Spec:
        said = _said(claims, day)
        facts = parts.facts(said.rows, said.groups, title=title, lines=said.lines, words=said.words)
        numbers, step = parts.room_behind(facts["datasets"]["behind"])
        form = (*((name, frozenset(_kinds(rows))) for name, rows in said.rows.items()), *numbers, step)
        if form not in forms:
            forms[form] = _drawn(said, title).to_dict(validate=False)
        params = [param | {"value": [{"mark": said.first}]} for param in forms[form]["params"]]
        return display.Spec(forms[form] | facts | {"params": params})

    return draw


def _said(claims: Iterable[Claim], day: str | None) -> Said:
    everything = with_numbers(c for c in claims if c.said_on)
    shown = with_numbers(evidence.known_by(everything, day)) if day else everything
    groups: dict[str, list[Claim]] = {}
    for c in evidence.in_order_said(shown):
        groups.setdefault(moment(c), []).append(c)
    marks = _rows(groups)
    new = [c for c in shown if day and c.said_on == day]
    rows = {}
    for number, (start, end) in enumerate(_windows(everything)):
        inside = [m for m in marks if start.isoformat() <= m["start"] < end.isoformat()]
        high, low = [m for m in inside if m["at"] > LOW], [m for m in inside if m["at"] <= LOW]
        rows |= ({f"high-{number}": high} if high else {}) | ({f"low-{number}": low} if inside else {})
    stand = f"As known by the end of {text.day(day)}. " if day else ""
    lines = (stand + HOW, *_news(new), CANNOT)
    return Said(everything, groups, rows, moment(new[0]) if new else next(iter(groups)), lines, _words(shown))


def _windows(claims: Sequence[Claim]) -> list[tuple[date, date]]:
    """Return the first day of each stretch of time, and the first after it."""
    starts = [start for start, *_ in STRETCHES]
    return list(itertools.pairwise([*starts, max(last_day(c.said_on) for c in claims) + timedelta(days=1)]))


def _drawn(said: Said, title: str) -> display.Figure:
    picked = picker(said.first)
    top = 1.08 * max(v for c in said.everything for v in (c.value_low, c.value_high) if v is not None)
    windows = _windows(said.everything)
    standpoints = {c.standpoint for c in said.everything}
    panels = []
    for name, rows in said.rows.items():
        height, number = name.split("-")
        span, pixels = ((LOW, top), 80) if height == "high" else ((0, LOW), 170)
        _, *axis = STRETCHES[int(number)]
        scales = display.by_standpoint(standpoints, legend=None if panels else "Who says it")
        panels.append(_panel(name, rows, windows[int(number)], span, pixels, axis, picked, scales))
    return figure(panels, said.rows, said.groups, picked, title=title, lines=said.lines, words=said.words)


def _news(new: Sequence[Claim]) -> list[str]:
    """Return what was said on the day itself, as a sentence."""
    said = list(dict.fromkeys(f"{text.number(c)} ({text.who(c)})" for c in new))
    more = f"; and {text.plural(len(said) - 4, 'number')} more" if len(said) > 4 else ""
    return [f"New on that day: {'; '.join(said[:4])}{more}."] if said else []


def moment(c: Claim) -> str:
    """Return the key of the mark that a claim belongs to: same day, number, place and standpoint."""
    return "|".join(map(str, (c.said_on, c.value_low, c.value_high, c.unit, c.place_id, c.standpoint)))


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


def _panel(
    name: str,
    rows: list[dict],
    window: tuple[date, date],
    span: tuple[float, float],
    height: int,
    axis: Sequence,
    picked: alt.Parameter,
    scales: display.Encodings,
) -> alt.LayerChart:
    """Return one stretch of time: marks, vague dates as wide lines, and the official count as a stair."""
    title, ticks, step, _ = axis
    margin = (window[1] - window[0]) / 30
    edges = [datetime.combine(window[0], time()) - margin, datetime.combine(window[1], time()) + margin]
    people = {"tickMinStep": 1, "tickCount": height // 30, "grid": True, "gridColor": "#e6e6e6"}
    lower = span[0] == 0
    across = {
        "scale": {"type": "utc", "domain": [f"{edge.isoformat(timespec='seconds')}Z" for edge in edges], "nice": False},
        "axis": {"format": ticks, "tickCount": step, "labelOverlap": True, "labels": lower, "ticks": lower},
        "title": title if lower else None,
    }
    up = {
        "scale": {"domain": list(span), "nice": False},
        "title": "People" if lower else f"above {LOW}",
        "axis": people,
    }
    base = rows_named(name)
    x, y = alt.X("said:T", **across), alt.Y("at:Q", **up)
    vague = base.transform_filter("datum.vague").mark_rule(strokeWidth=6, opacity=0.3, clip=True)
    stair = base.transform_filter("datum.stair").mark_line(interpolate="step-after", color="#999", strokeWidth=1.2)
    upward = base.transform_filter("datum.arrow == 'at least'").mark_text(text="↑", dy=-14, fontSize=15)
    downward = base.transform_filter("datum.arrow == 'up to'").mark_text(text="↓", dy=14, fontSize=15)
    # Only layers that draw something: an empty one would be an unnamed image to a screen reader.
    layers = {
        "vague": vague.encode(alt.X("start:T", **across), alt.X2("end:T"), y, scales.colour),
        "stair": stair.encode(x, y, alt.Order("order:Q")),
        "at least": upward.encode(x, y, scales.colour),
        "up to": downward.encode(x, y, scales.colour),
        "range": base.transform_filter("datum.from != datum.to")
        .mark_rule(strokeWidth=2)
        .encode(x, alt.Y("from:Q", **up), alt.Y2("to:Q"), scales.colour),
    }
    return alt.layer(
        *(layer for key, layer in layers.items() if key in _kinds(rows)),
        points(base.encode(x, y), picked, scales, f"view-{name}"),
        width=WIDTH,
        height=height,
    )


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
