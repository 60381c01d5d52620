"""Two clocks: one stands still at the event, the other runs on with what is said about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.charts.parts import WIDTH, figure, mark_row, picker, points, rows_named, with_numbers
from zhanaozen.tables import Claim, first_day, last_day

EVENT = date(2011, 12, 16)
NEW_YEAR = date(2012, 1, 1)

#: For each stretch of time: title of its axis, tick format, ticks, height, and margin around the window.
PANELS = {
    "early": (
        "The first two weeks: day of December 2011 on which it was said",
        "%-d",
        "day",
        250,
        timedelta(hours=12),
    ),
    "late": ("The years after: year in which it was said", "%Y", "year", 190, timedelta(days=60)),
}
HOW = (
    "Left to right is when it was said, bottom to top how many. A wide line means that the day is not known, a "
    "hollow mark 'about', an arrow 'at least' or 'up to'. The grey stair is the Prosecutor General's count for "
    "Zhanaozen."
)
CANNOT = "It does not show who was right, nor claims without a number ('several times more')."


def two_clocks(claims: Iterable[Claim], title: str, day: str | None = None) -> display.Figure:
    """Draw what was said about the event against the day on which it was said.

    `day` (ISO date) keeps what had been said by its end; the axes stay the same, so that two days can be
    compared. Raises `NothingToDraw`.
    """
    everything = with_numbers(c for c in claims if c.said_on)
    shown = with_numbers(evidence.known_by(everything, day)) if day else everything
    groups: dict[str, list[Claim]] = {}
    for c in shown:
        groups.setdefault(moment(c), []).append(c)
    rows = _rows(groups)
    picked = picker(next(iter(groups)))
    top = 1.08 * max(v for c in everything for v in (c.value_low, c.value_high) if v is not None)
    windows = {"early": (EVENT, NEW_YEAR), "late": (NEW_YEAR, max(last_day(c.said_on) for c in everything))}
    standpoints = {c.standpoint for c in everything}
    inside = {
        name: [r for r in rows if start.isoformat() <= r["start"] < end.isoformat()]
        for name, (start, end) in windows.items()
    }
    panels = [_panel(name, inside[name], windows[name], top, picked, standpoints) for name in PANELS]
    stand = f"As known by the end of {text.day(day)}. " if day else ""
    return figure(panels, inside, groups, picked, title=title, lines=(stand + HOW, CANNOT), words=_words(shown))


def moment(c: Claim) -> str:
    """Return the key of the mark that a claim belongs to: same day, number, place and standpoint."""
    return "|".join(map(str, (c.said_on, c.value_low, c.value_high, c.unit, c.place_id, c.standpoint)))


def _rows(groups: Mapping[str, Sequence[Claim]]) -> list[dict]:
    """Return mark rows with their place in time. Marks of one day with one number stand side by side."""
    rows, taken = [], {}
    for mark, claims in groups.items():
        c, row = claims[0], mark_row(mark, claims)
        # Nothing can be said of an event before it: 'December 2011' begins on the day itself.
        start, end = max(first_day(c.said_on), EVENT), last_day(c.said_on) + timedelta(days=1)
        middle = datetime.combine(start, time()) + (end - start - timedelta(days=1)) / 2
        beside = taken.setdefault((c.said_on, row["at"]), [])
        beside.append(mark)
        rows.append(
            row
            | {
                "start": start.isoformat(),
                "end": end.isoformat(),
                "said": f"{(middle + timedelta(hours=6 * (len(beside) - 1))).isoformat()}Z",
                "vague": c.said_on.count("-") < 2,
                "stair": c.voice == "prosecutor_general" and c.place_id == "zhanaozen" and end <= NEW_YEAR,
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
    top: float,
    picked: alt.Parameter,
    standpoints: set[str],
) -> alt.LayerChart:
    """Return one stretch of time: marks, vague dates as wide lines, and the official count as a stair."""
    title, ticks, step, height, margin = PANELS[name]
    edges = [datetime.combine(window[0], time()) - margin, datetime.combine(window[1], time()) + margin]
    scale = alt.Scale(type="utc", domain=[f"{edge.isoformat()}Z" for edge in edges], nice=False)
    base = rows_named(name)
    x = alt.X("said:T").scale(scale).title(title).axis({"format": ticks, "tickCount": step, "labelOverlap": True})
    people = {"tickMinStep": 1, "grid": True, "gridColor": "#e6e6e6"}
    y = alt.Y("at:Q").scale(domain=[0, top], nice=False).title("People").axis(people)
    colour = display.by_standpoint(standpoints, legend=name == "early").colour
    vague = base.transform_filter("datum.vague").mark_rule(strokeWidth=6, opacity=0.3, clip=True)
    stair = base.transform_filter("datum.stair").mark_line(interpolate="step-after", color="#999", strokeWidth=1.2)
    upward = base.transform_filter("datum.arrow == 'at least'").mark_text(text="▲", dy=-13, fontSize=11)
    downward = base.transform_filter("datum.arrow == 'up to'").mark_text(text="▼", dy=13, fontSize=11)
    return alt.layer(
        vague.encode(alt.X("start:T").scale(scale).title(title), alt.X2("end:T"), y, colour),
        *([stair.encode(x, y)] if any(row["stair"] for row in rows) else []),
        base.mark_rule(strokeWidth=2).encode(x, alt.Y("from:Q").title("People"), alt.Y2("to:Q"), colour),
        upward.encode(x, y, colour),
        downward.encode(x, y, colour),
        points(
            base.encode(x, y),
            picked,
            display.by_standpoint(standpoints, legend=name == "early"),
            f"view-{name}",
        ),
    ).properties(width=WIDTH, height=height)


def _words(claims: Sequence[Claim]) -> str:
    sides = {"Official side": [], "Others": []}
    for c in claims:
        side = "Official side" if evidence.SIDES[c.standpoint] == "official" else "Others"
        sides[side].append(f"{text.day(c.said_on)}, {text.number(c)}")
    return " ".join(f"{side}: {'; '.join(dict.fromkeys(said))}." for side, said in sides.items() if said)
