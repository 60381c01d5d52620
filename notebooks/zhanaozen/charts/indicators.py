"""Numbers year by year: series of measurements, each in a panel of its own, with every source named.

These are rows of `indicators`, not claims, so a selected mark shows its rows. What the other charts say holds
here too: a hollow mark is 'about', an arrow 'at least' or 'up to', colour and shape are a standpoint.
"""

import math
import re
import string
import textwrap
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import altair as alt

from zhanaozen import display, tables, text
from zhanaozen.charts import labels, measures
from zhanaozen.charts.parts import NothingToDraw, picker, points, rows_named
from zhanaozen.dates import first_day, last_day
from zhanaozen.tables import Indicator, Series, Source

WIDTH = 520
AXIS = 66
"""Pixels left of a plot, the same in each panel, so that the years stand below each other."""
HEIGHT, LOW_HEIGHT = 130, 56
"""Pixels of a panel, and of one with a few single figures."""
FEW = 3
CROWD = 24
"""A panel of more marks than these draws them small."""
BESIDE = 11
"""Pixels between marks that would cover each other."""
STEPS, STEP = (1, 2, 5, 10, 20, 50), 16
"""Steps of a scale that may be written at an axis, and the pixels that one takes at least."""
LINE = 102
"""Characters in a line above a panel."""
EVENT = date(2011, 12, 16)
#: How to read each layer of a panel. Only what is drawn is explained.
HOW = {
    "marks": "A mark stands in the middle of the time that it is for.",
    "time": "A pale bar shows that time.",
    "line": "A line joins years or months of one source that follow each other.",
    "band": "A pale band shows the bounds of an estimate.",
    "hollow": "A hollow mark means 'about', a forecast or a plan.",
    "arrow": "An arrow means 'at least' or 'up to'.",
    "range": "An upright line is a range.",
    "silent": "A cross is a year without a figure here.",
    "event": "The grey line is 16 December 2011.",
}


class Window(NamedTuple):
    """The time that all panels show."""

    start: date
    end: date
    years: range
    """Years in which some series has a figure, and all years between them."""

    def pixel(self, day: date) -> float:
        """Return where noon of a day is drawn, in pixels from the left."""
        return WIDTH * ((day - self.start).days + 0.5) / (self.end - self.start).days

    def moment(self, pixel: float) -> str:
        """Return the moment that is drawn at a pixel, as Vega reads it."""
        drawn = datetime.combine(self.start, time()) + (self.end - self.start) * (pixel / WIDTH)
        return f"{drawn.isoformat(timespec='seconds')}Z"


Groups = Mapping[str, Sequence[Indicator]]
"""The rows of each mark: those that say the same of the same time, from the same standpoint."""


def lines(
    series_ids: Iterable[str], title: str, cannot: str, since: str | None = None, until: str | None = None
) -> display.Figure:
    """Draw series of indicators one below the other, over the same time, each in its own unit.

    `series_ids` are keys of `series`. `cannot` says in a sentence what the chart does not show; what each series
    cannot show stands above its panel. `since` and `until` (a day, month or year, ISO) keep what touches that
    time. Raises `NothingToDraw` if no row is left; KeyError for an unknown series.
    """
    known = tables.load().by_key("series")
    series = [known[series_id] for series_id in dict.fromkeys(series_ids)]
    found = {s: [i for i in tables.load().indicators if i.series is s and _inside(i, since, until)] for s in series}
    drawn = {s: sorted(of_series, key=measures.days) for s, of_series in found.items() if of_series}
    if not drawn:
        raise NothingToDraw("None of these series has a figure in this time. Choose others, or a longer time.")
    everything = [i for of_series in drawn.values() for i in of_series]
    window = _window(everything)
    picked = picker(_key(max(everything, key=lambda i: (measures.days(i)[0] <= EVENT, measures.days(i)))))
    standpoints = {i.source.standpoint for i in everything}
    rows, panels, cautions = {}, [], []
    for number, (s, of_series) in enumerate(drawn.items()):
        domain, own = _domain(s, drawn)
        height = LOW_HEIGHT if len(of_series) <= FEW and s.frequency not in measures.JOINED else HEIGHT
        layers = _rows(s, of_series, window, domain, height)
        rows |= {f"{name}-{number}": of_layer for name, of_layer in layers.items()}
        scales = display.by_standpoint(standpoints, legend=None if panels else "Who says it")
        panel = _panel(number, layers, window, _up(s, of_series, domain, height), picked, scales)
        panels.append(panel.properties(title=_heading(s, of_series, domain, own, cautions), width=WIDTH, height=height))
        cautions.append(s.caution)
    rows["behind"] = [measures.told(mark, group) for mark, group in _groups(everything).items()]
    silent = [s.title for s in series if s not in drawn]
    silence = [f"No figure in this time: {text.listing(silent)}."] if silent else []
    counts = text.plural(len(everything), "row"), text.plural(len({i.source_id for i in everything}), "text")
    source = f"From {counts[0]} of indicators in {counts[1]}; select a mark to read those behind it."
    reading = (_how(rows), *silence, cannot)
    with warnings.catch_warnings():
        # One selection is meant for all views; Altair finds it in several, merges it, and warns.
        warnings.filterwarnings("ignore", "Automatically deduplicated selection parameter")
        return display.Figure(
            vconcat=[*panels, _behind(rows["behind"], picked)],
            title={"text": title, "subtitle": [p for line in (*reading, source) for p in textwrap.wrap(line, 92)]},
            description=" ".join([title, *reading, measures.words(drawn, window.years)]),
            datasets={name: tuple(of_view) for name, of_view in rows.items()},
            table=measures.columns(everything),
        )


def _how(rows: Mapping[str, Sequence[dict]]) -> str:
    """Return how to read what is drawn."""
    drawn = {name.rsplit("-", 1)[0] for name in rows}
    marks = (row for name, of_layer in rows.items() if name.startswith("marks") for row in of_layer)
    drawn |= {"hollow" for row in marks if not row["fill"]}
    return " ".join(how for name, how in HOW.items() if name in drawn)


def _letters(of_series: Sequence[Indicator]) -> dict[Source, str]:
    """Return a letter for each text; no letter where all rows come from one."""
    sources = list(dict.fromkeys(i.source for i in of_series))
    return dict(zip(sources, string.ascii_letters, strict=False)) if len(sources) > 1 else {sources[0]: ""}


def _heading(
    s: Series, of_series: Sequence[Indicator], domain: tuple[float, float], own: bool, before: Sequence[str]
) -> dict:
    """Return the title of a panel: what is measured, who says so, and what it cannot show."""
    texts = [
        f"{letter}: {measures.publication(source)}" if letter else measures.publication(source)
        for source, letter in _letters(of_series).items()
    ]
    again = s.caution in before
    said = [
        f"{'Sources' if len(texts) > 1 else 'Source'}: {'; '.join(texts)}.",
        f"As above: {re.split('[:.]', s.caution)[0]}." if s.caution and again else s.caution or "",
        _extent(s, domain),
        "Its axis is its own, since others in this unit are far larger." if own else "",
    ]
    return {
        "text": textwrap.wrap(f"{s.title} ({s.unit})", 84),
        "subtitle": textwrap.wrap(" ".join(filter(None, said)), LINE),
        "fontSize": 13,
        "subtitleFontSize": 11,
        "subtitlePadding": 3,
        "offset": 8,
    }  # fmt: skip


def _scale(s: Series) -> tuple[float, float] | None:
    """Return the ends of the scale that a unit such as 'points, 0-60' names; None for what is no scale."""
    found = re.search(r"(\d+)-(\d+)$", s.unit)
    return (float(found[1]), float(found[2])) if found else None


def _extent(s: Series, domain: tuple[float, float]) -> str:
    """Return in a sentence what part of a scale the axis shows, and which end of it is the good one."""
    if domain == _scale(s):
        meaning = s.measure.rsplit(": ", 1)[-1]  # '1 is best, 7 worst.'
        return f"The axis is the whole scale: {meaning}"
    return f"The axis shows only {domain[0]:,g} to {domain[1]:,g}." if domain[0] > 0 else ""


# --- rows -----------------------------------------------------------------------------------------------


def _key(i: Indicator) -> str:
    """Return the key of the mark that a row belongs to."""
    return "|".join(
        map(str, (i.series_id, i.period, i.value, i.value_high, i.low, i.qualifier, i.source.standpoint))
    )  # fmt: skip


def _groups(of_series: Sequence[Indicator]) -> Groups:
    groups: dict[str, list[Indicator]] = {}
    for i in of_series:
        groups.setdefault(_key(i), []).append(i)
    return groups


def _inside(i: Indicator, since: str | None, until: str | None) -> bool:
    start, end = measures.days(i)
    return (since is None or end >= first_day(since)) and (until is None or start <= last_day(until))


def _window(everything: Sequence[Indicator]) -> Window:
    """Return the time from the first day to the last, with a margin."""
    start, end = min(measures.days(i)[0] for i in everything), max(measures.days(i)[1] for i in everything)
    margin = max((end - start) / 30, timedelta(days=30))
    return Window(start - margin, end + margin, range(start.year, end.year + 1))


def _values(of_series: Iterable[Indicator]) -> list[float]:
    return [v for i in of_series for v in (i.value, i.value_high, i.low, i.high) if v is not None]


def _domain(s: Series, drawn: Mapping[Series, Sequence[Indicator]]) -> tuple[tuple[float, float], bool]:
    """Return the ends of the axis, and whether the series has it for itself while others share its unit.

    Series in one unit share an axis, unless one of them would lie flat on it. A scale such as 'points, 0-60' is
    shown whole, an amount from zero. Estimates with bounds are shown as far as the bounds go, or nobody could
    compare a change with them.
    """
    tops = {other: max(map(abs, _values(rows))) for other, rows in drawn.items() if other.unit == s.unit}
    own = tops[s] < max(tops.values()) / 20
    values = _values(i for other in ([s] if own else tops) for i in drawn[other])
    low, high = min(values), max(values)
    if any(i.low is not None for i in drawn[s]):
        room = (high - low) / 10
        return (round(low - room, 3), round(high + room, 3)), own
    if scale := _scale(s):
        return scale, False
    low, high = min(0, low), max(0, high)
    room = (high - low) / 5 or 1
    return (low - room if low < 0 else 0, high + room if high > 0 or low == 0 else 0), own


def _runs(of_series: Sequence[Indicator]) -> Iterator[list[Indicator]]:
    """Give rows of one source that follow each other without a gap: what a line may join."""
    plain = [i for i in of_series if i.series.frequency in measures.JOINED and i.qualifier not in measures.NOT_RESULTS]
    for source in dict.fromkeys(i.source for i in plain):
        run: list[Indicator] = []
        for i in (i for i in plain if i.source is source):
            if run and measures.days(i)[0] != measures.days(run[-1])[1] + timedelta(days=1):
                yield run
                run = []
            run.append(i)
        yield run


def _rows(
    s: Series, of_series: Sequence[Indicator], window: Window, domain: tuple[float, float], height: int
) -> dict[str, list[dict]]:
    """Return the rows of each layer of a panel, without layers that have none."""
    runs = [run for run in _runs(of_series) if len(run) > 1]
    joined = {_key(i) for run in runs for i in run}
    groups = _groups(of_series)
    at = _pixels(groups, joined, window, domain, height)
    marks = {key: _mark(key, groups[key], window.moment(x)) for key, (x, _) in at.items()}
    single = [mark for key, mark in marks.items() if key not in joined]
    ends = {_key(run[-1]) for run in runs}
    letters = _letters(of_series)
    named = {key: name for key in marks if (key in ends or key not in joined) and (name := _name(groups[key], letters))}
    arrows = [labels.around(at[key][0], at[key][1] + mark["shift"]) for key, mark in marks.items() if mark["arrow"]]
    taken = [*(labels.around(*xy) for xy in at.values()), *arrows]
    spots = labels.beside([(*at[key], name) for key, name in named.items()], (WIDTH, height), taken)
    names = [
        {"px": spot.x, "py": spot.y, "align": spot.align, "name": name, "from_x": at[key][0], "from_y": at[key][1]}
        for (key, name), spot in zip(named.items(), spots, strict=True)
    ]
    line = [marks[_key(i)] | {"run": number} for number, run in enumerate(runs) for i in run]
    silent = measures.silent_years(s, of_series, window.years)
    rows = {
        "event": [{"x": _noon(EVENT)}] if window.start < EVENT < window.end else [],
        "silent": [{"x": _noon(date(year, 7, 2)), "say": f"{year}: no figure here"} for year in silent],
        "band": [row for row in line if "low" in row],
        "line": line,
        "time": [mark for mark in single if mark["start"][:10] != mark["end"][:10]],
        "range": [mark for mark in marks.values() if mark["to"] != mark["at"]],
        "arrow": [mark for mark in marks.values() if mark["arrow"]],
        "marks": list(marks.values()),
        "leaders": [name for name, spot in zip(names, spots, strict=True) if spot.apart],
        "names": names,
    }
    return {name: of_layer for name, of_layer in rows.items() if of_layer}


def _pixels(
    groups: Groups, joined: set[str], window: Window, domain: tuple[float, float], height: int
) -> dict[str, tuple[float, float]]:
    """Return where each mark is drawn.

    Marks on a line keep their place. Another one that would cover a mark steps aside, but not out of its time.
    """
    places, taken = {}, []
    for key in sorted(groups, key=lambda key: key not in joined):
        start, end = (window.pixel(day) for day in measures.days(groups[key][0]))
        x, y = (start + end) / 2, height * (domain[1] - groups[key][0].value) / (domain[1] - domain[0])
        if key not in joined:
            aside = [to for way in (0, 1, -1, 2, -2) if start <= (to := x + way * BESIDE) <= end]
            x = next((to for to in aside if not any(labels.around(to, y).meets(other) for other in taken)), x)
        taken.append(labels.around(x, y))
        places[key] = x, y
    return places


def _name(group: Sequence[Indicator], letters: Mapping[Source, str]) -> str:
    """Return what stands beside a mark: the letters of its texts, and that it is no result."""
    said = dict.fromkeys(letters[i.source] for i in group)
    return " ".join(filter(None, (*said, group[0].qualifier if group[0].qualifier in measures.NOT_RESULTS else "")))


def _mark(key: str, group: Sequence[Indicator], moment: str) -> dict:
    i = group[0]
    start, end = measures.days(i)
    arrow, bounds = measures.ARROWS.get(i.qualifier), {} if i.low is None else {"low": i.low, "high": i.high}
    who = "; ".join(dict.fromkeys(measures.publication(other.source) for other in group))
    return bounds | {
        "mark": key,
        "x": moment,
        "start": f"{start.isoformat()}T00:00:00Z",
        "end": f"{end.isoformat()}T23:59:59Z",
        "at": i.value,
        "to": i.value if i.value_high is None else i.value_high,
        "arrow": {"at least": "↑", "up to": "↓"}.get(arrow, ""),
        "shift": -14 if arrow == "at least" else 14,
        "fill": 0 if i.qualifier in ("about", *measures.NOT_RESULTS) else 1,
        "standpoint": display.label(i.source.standpoint),
        "words": f"{measures.period(i)}: {measures.amount(i)}",
        "who": who,
        "say": f"{measures.period(i)}: {measures.amount(i)}, {who}",
    }


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"


# --- views ----------------------------------------------------------------------------------------------


def _panel(
    number: int,
    rows: Mapping[str, list[dict]],
    window: Window,
    up: Mapping,
    picked: alt.Parameter,
    scales: display.Encodings,
) -> alt.LayerChart:
    """Return one series: its lines or its single figures, over the time that all panels share.

    `up` is what other ends of a mark need to share the axis of values.
    """
    x, across = _across(window)
    y = alt.Y("at:Q", **up)

    def base(name: str) -> alt.Chart:
        return rows_named(f"{name}-{number}")

    marks = points(base("marks").encode(x, y), picked, scales, f"view-{number}")
    if len(rows["marks"]) > CROWD:
        size = alt.SizeValue(10, condition={"param": picked.name, "empty": False, "value": 160})
        marks = marks.encode(size, alt.StrokeWidthValue(1))
    pixels = alt.X("px:Q", scale=None, axis=None), alt.Y("py:Q", scale=None, axis=None)
    hidden = {"aria": False}
    layers = {
        "event": base("event").mark_rule(color="#888", **hidden).encode(x),
        "silent": base("silent").mark_text(text="×", color="#555", fontSize=14, dy=-7).encode(
            x, alt.YValue("height"), alt.Description("say:N"), alt.Tooltip("say:N")
        ),
        "band": base("band").mark_area(opacity=0.25, **hidden).encode(
            x, alt.Y("low:Q", **up), alt.Y2("high:Q"), scales.colour, alt.Detail("run:N")
        ),
        "line": base("line").mark_line(strokeWidth=1.5, **hidden).encode(x, y, scales.colour, alt.Detail("run:N")),
        "time": base("time").mark_rule(strokeWidth=6, opacity=0.3, **hidden).encode(
            alt.X("start:T", **across), alt.X2("end:T"), y, scales.colour
        ),
        "range": base("range").mark_rule(strokeWidth=2, **hidden).encode(x, y, alt.Y2("to:Q"), scales.colour),
        "arrow": base("arrow").mark_text(dy=alt.expr("datum.shift"), fontSize=15, **hidden).encode(
            x, y, scales.colour, alt.Text("arrow:N")
        ),
        "leaders": base("leaders").mark_rule(color="#888", **hidden).encode(
            *pixels, alt.X2("from_x:Q"), alt.Y2("from_y:Q")
        ),
        "marks": marks,
        "names": base("names").mark_text(fontSize=11, align=alt.expr("datum.align"), **hidden).encode(
            *pixels, alt.Text("name:N")
        ),
    }  # fmt: skip
    return alt.layer(*(layer for name, layer in layers.items() if name in rows))


def _across(window: Window) -> tuple[alt.X, dict]:
    """Return the axis of time, and what other ends of a mark need to share it."""
    days = (window.end - window.start).days
    form, step = ("%Y", "year") if days > 800 else ("%b %Y", "month") if days > 80 else ("%-d %b", "week")
    edges = [f"{day.isoformat()}T00:00:00Z" for day in (window.start, window.end)]
    across = {
        "title": None,
        "scale": {"type": "utc", "domain": edges, "nice": False},
        "axis": {"format": form, "tickCount": step, "labelOverlap": True, "labelSeparation": 8, "labelFontSize": 11},
    }
    return alt.X("x:T", **across), across


def _up(s: Series, of_series: Sequence[Indicator], domain: tuple[float, float], height: int) -> dict:
    """Return the axis of values."""
    form = ",d" if domain[1] - domain[0] >= 4 else ",.2~f"
    axis = {"format": form, "grid": True, "gridColor": "#eee", "minExtent": AXIS, "maxExtent": AXIS}
    ticks = height // 28
    if all(value == int(value) for value in _values(of_series)):
        ticks = min(ticks, math.ceil(domain[1] - domain[0]))  # no half deaths, also where all are zero
    axis |= {"values": _steps(domain, height)} if domain == _scale(s) else {"tickCount": ticks}
    return {"title": None, "scale": {"domain": list(domain), "nice": False, "zero": False}, "axis": axis}


def _steps(scale: tuple[float, float], height: int) -> list[float]:
    """Return the steps of a scale that have room at an axis, and its ends."""
    low, high = scale
    step = next(step for step in STEPS if step * height >= STEP * (high - low))
    inside = [value for value in range(0, int(high), step) if low + step / 2 < value <= high - step / 2]
    return [low, *inside, high]


def _behind(rows: list[dict], picked: alt.Parameter) -> alt.Chart:
    """Return the panel that prints what is behind the selected mark; it needs no kernel."""
    heading = {"text": "What is behind the selected mark", "fontSize": 13, "frame": "group"}
    height = 16 * (max(len(row["told"]) for row in rows) + 1)
    return (
        rows_named("behind", title=heading, width=WIDTH, height=height)
        .transform_filter(picked)
        .mark_text(align="left", baseline="top")
        .encode(alt.XValue(0), alt.YValue(0), alt.Text("told:N"))
    )
