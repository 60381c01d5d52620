"""Claims drawn: each function takes claims and returns an Altair chart with its alt text.

In every chart a colour and a shape are a standpoint, a hollow mark is 'about', a line with an arrow is
'at least' or 'up to', and a mark can be selected to read the claims behind it, with or without a kernel.
"""

import textwrap
import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta

import altair as alt

from zhanaozen import display, evidence, text
from zhanaozen.tables import Claim, first_day, last_day

WIDTH = 560
SHOWN_BEHIND = 2
"""How many claims of a mark are printed below a chart; the table beside it holds all."""

CALM = 1
"""Up to this intensity a claim is printed below a chart; a harder one is only named, and read by choice."""
VEILED = "This claim describes violence. It is in the list of claims, for those who choose to read it."


def _mark_rows(groups: dict[str, Sequence[Claim]]) -> list[dict]:
    """Return one row per mark: its number, standpoint, and whether it is drawn hollow."""
    rows = []
    for mark, claims in groups.items():
        c = claims[0]
        rows.append(
            {
                "mark": mark,
                "low": c.value_low,
                "high": c.value_high,
                "at": c.value_high if c.value_low is None else c.value_low,
                "standpoint": display.label(c.standpoint),
                "about": c.hedge_kind == "approximate",
                "words": text.number(c),
                "who": text.who(c),
            }
        )
    return rows


def _behind(groups: dict[str, Sequence[Claim]], picked: alt.Parameter, width: int = WIDTH) -> alt.Chart:
    """Return the panel that prints the claims behind the selected mark; it needs no kernel."""
    line = width // 6  # characters that fit, at 12 pixels
    rows = []
    for mark, claims in groups.items():
        for number, c in enumerate(claims[:SHOWN_BEHIND], 1):
            told = [
                *textwrap.wrap(c.claim if c.intensity <= CALM else VEILED, line),
                *textwrap.wrap(f"{text.who(c)} ({display.label(c.standpoint).lower()}), {text.day(c.said_on)} · {text.place(c)}", line),
                *textwrap.wrap(f"In {text.where(c)}", line),
                *textwrap.wrap(f"{text.DIRECTNESS[c.directness]} · hedge: {text.hedge(c)}" + (f" · “{c.phrase}”" if c.intensity <= CALM else ""), line),
            ]
            head = f"Claim {number} of {len(claims)}: {c.claim_id}"
            rows.append({"mark": mark, "number": number, "head": head, "told": told})
    deepest = max(row["number"] for row in rows)
    step = 16 * (max(len(row["told"]) for row in rows) + 2)
    base = (
        alt.Chart(alt.Data(values=rows), title=alt.TitleParams("Claims behind the selected mark", fontSize=13, frame="group"))
        .transform_filter(picked)
        .encode(y=alt.Y("number:O").axis(None).scale(domain=list(range(1, deepest + 1))), x=alt.value(0))
    )
    return alt.layer(
        base.mark_text(align="left", baseline="top", fontWeight="bold", dy=-step / 2).encode(text="head:N"),
        base.mark_text(align="left", baseline="top", dy=17 - step / 2).encode(text="told:N"),
    ).properties(width=width, height=alt.Step(step))


def _picker(first: str) -> alt.Parameter:
    return alt.selection_point(name="picked", fields=["mark"], value=[{"mark": first}], empty=False)


def _points(base: alt.Chart, picked: alt.Parameter, scales: display.Encodings, view: str) -> alt.Chart:
    """Return marks coloured and shaped by standpoint, hollow for 'about', larger when selected."""
    return (
        base.mark_point(strokeWidth=2, cursor="pointer")
        .encode(
            *scales,
            fillOpacity=alt.when("datum.about").then(alt.value(0)).otherwise(alt.value(1)),
            size=alt.when(picked).then(alt.value(280)).otherwise(alt.value(90)),
            tooltip=[alt.Tooltip("words:N").title("Number"), alt.Tooltip("who:N").title("Who")],
        )
        .properties(name=view)
        .add_params(picked)
    )


def _below(*charts: alt.Chart | alt.LayerChart) -> alt.VConcatChart:
    """Return charts one below the other, sharing one selection: a mark chosen in any is chosen in all."""
    with warnings.catch_warnings():
        # Altair warns that it found the selection more than once and merged it, which is what is meant.
        warnings.filterwarnings("ignore", "Automatically deduplicated selection parameter")
        return alt.vconcat(*charts)


def _title(title: str, *lines: str) -> alt.TitleParams:
    return alt.TitleParams(title, subtitle=[part for line in lines for part in textwrap.wrap(line, 92)])


def _from(claims: Sequence[Claim]) -> str:
    texts = len({c.source_id for c in claims})
    return f"From {text.plural(len(claims), 'claim')} in {text.plural(texts, 'text')}; select a mark to read those behind it."


#: The label of a row holds its key behind a tab, so that rows that read alike stay apart.
_LABEL_LINES = "split(split(datum.label, '\\t')[0], '\\n')"
LABEL_WIDTH = 36
"""Characters in a line of a row's label."""
ROW_WIDTH = 430
"""Pixels of the plot beside row labels, so that both fit into a notebook on a small screen."""


class NothingToDraw(ValueError):
    """No claim was given, or none with a number."""


def _with_numbers(claims: Iterable[Claim]) -> list[Claim]:
    found = [c for c in claims if c.unit]
    if not found:
        raise NothingToDraw("None of these claims gives a number. Choose another question, place or day.")
    return found


# --- ranges --------------------------------------------------------------------------------------------


def ranges(claims: Iterable[Claim], title: str, cannot: str, by_voice: bool = False) -> alt.VConcatChart:
    """Draw each claim's number as a point or a range, one block for each thing that is counted.

    'At least 64' is a line that runs on to the right from 64, 'up to 64' one that ends there. `cannot` says
    in a sentence what the chart does not show. `by_voice` puts texts that pass on one voice's number into one
    row. Raises `NothingToDraw`.
    """
    claims = _with_numbers(claims)
    groups: dict[str, list[Claim]] = {}
    for c in claims:
        groups.setdefault("|".join(map(str, (c.voice, c.value_low, c.value_high, c.unit, c.place_id))) if by_voice else c.claim_id, []).append(c)
    top = max(v for c in claims for v in (c.value_low, c.value_high) if v is not None)
    end = top * 1.15
    picked = _picker(next(iter(groups)))
    standpoints = {c.standpoint for c in claims}
    units = sorted({c.unit for c in claims}, key=text.unit_order)
    blocks = []
    for unit in units:
        scales = display.by_standpoint(standpoints, legend=unit == units[-1])
        of_unit = {m: g for m, g in groups.items() if g[0].unit == unit}
        rows = _mark_rows(of_unit)
        for row, behind in zip(rows, of_unit.values(), strict=True):
            c = behind[0]
            row |= {
                "row": f"{_row_label(behind)}\t{row['mark']}",
                "from": 0 if c.value_low is None else c.value_low,
                "to": end if c.value_high is None else c.value_high,
                "arrow": "▶" if c.value_high is None else "◀" if c.value_low is None else "",
                "arrow_at": end if c.value_high is None else 0,
            }
        base = alt.Chart(alt.Data(values=rows)).encode(
            y=alt.Y("row:N").title(None).sort(None).axis(labelExpr=_LABEL_LINES, labelLimit=240, labelFontSize=11)
        )
        scale = alt.Scale(domain=[-0.02 * end, end], nice=False)
        x = alt.X("at:Q").title("People" if unit == units[-1] else None).scale(scale).axis(tickMinStep=1, format=",d", labelFlush=False)
        line = base.mark_rule(strokeWidth=3).encode(
            alt.X("from:Q").scale(scale).title("People" if unit == units[-1] else None), alt.X2("to:Q"), scales.colour
        )
        blocks.append(
            alt.layer(
                line,
                base.mark_text(fontSize=13).encode(alt.X("arrow_at:Q").scale(scale), scales.colour, text="arrow:N"),
                _points(base.encode(x), picked, scales, f"block_{len(blocks)}"),
                base.mark_text(align="left", dx=11, dy=-9, fontSize=11).encode(alt.X("at:Q").scale(scale), text="words:N"),
            ).properties(width=ROW_WIDTH, height=alt.Step(42), title=alt.TitleParams(unit[0].upper() + unit[1:], fontSize=13, anchor="start", frame="group"))
        )  # fmt: skip
    drawn = _below(*blocks, _behind(groups, picked, ROW_WIDTH))
    what = "voice with one number, however many texts pass it on" if by_voice else "claim"
    how = f"Each row is one {what}. A line with an arrow has no upper or no lower end; a hollow mark means 'about'."
    return drawn.properties(
        title=_title(title, how, cannot, _from(claims)),
        description=f"{title} {how} {cannot} {_say_ranges(claims)}",
    ).resolve_scale(x="shared")


def _row_label(claims: Sequence[Claim]) -> str:
    """Return in up to three lines who speaks, and where: one place in a text, or in how many texts."""
    c, texts = claims[0], len({c.source_id for c in claims})
    year = c.source.published[:4] if c.source.published else "no date"
    where = f"in {texts} texts" if texts > 1 else f"{c.source.publisher}, {year}, {c.locator}"
    return "\n".join([*textwrap.wrap(text.who(c), LABEL_WIDTH), *textwrap.wrap(where, LABEL_WIDTH)][:3])


def _say_ranges(claims: Sequence[Claim]) -> str:
    if len(claims) > 24:
        units = dict.fromkeys(c.unit for c in claims)
        return " ".join(_say_unit(unit, [c for c in claims if c.unit == unit]) for unit in units)
    return " ".join(f"{text.who(c)}, in {c.source.publisher}: {text.number(c)}." for c in claims)


def _say_unit(unit: str, claims: Sequence[Claim]) -> str:
    ends = [v for c in claims for v in (c.value_low, c.value_high) if v is not None]
    return f"{unit[0].upper()}{unit[1:]}: {text.plural(len(claims), 'claim')}, numbers from {min(ends):,} to {max(ends):,}."


# --- two clocks ----------------------------------------------------------------------------------------

EVENT = date(2011, 12, 16)
NEW_YEAR = date(2012, 1, 1)


def two_clocks(claims: Iterable[Claim], title: str, day: str | None = None) -> alt.VConcatChart:
    """Draw what was said about one event against the day on which it was said.

    One clock stands still at the event, the other runs on with what is said of it. `day` (ISO date) keeps
    what had been said by its end; the axes stay the same, so that two days can be compared.
    Raises `NothingToDraw`.
    """
    everything = _with_numbers(c for c in claims if c.said_on)
    top = max(v for c in everything for v in (c.value_low, c.value_high) if v is not None)
    shown = evidence.known_by(everything, day) if day else everything
    shown = _with_numbers(shown)
    last = max(last_day(c.said_on) for c in everything)
    picked = _picker(_moment(shown[0]))
    standpoints = {c.standpoint for c in everything}
    groups: dict[str, list[Claim]] = {}
    for c in shown:
        groups.setdefault(_moment(c), []).append(c)
    rows = _clock_rows(groups)
    early = _clock_panel("early", rows, (EVENT, NEW_YEAR), top, picked, standpoints)
    late = _clock_panel("late", rows, (NEW_YEAR, last), top, picked, standpoints)
    how = (
        "Left to right is when it was said, bottom to top how many. A wide line means that the day is not known, a hollow mark "
        "'about', an arrow 'at least' or 'up to'. The grey stair is the Prosecutor General's count for Zhanaozen."
    )
    cannot = "It does not show who was right, nor claims without a number ('several times more')."
    stand = f"As known by the end of {text.day(day)}. " if day else ""
    return (
        _below(early, late, _behind(groups, picked))
        .properties(title=_title(title, stand + how, cannot, _from(shown)), description=f"{title} {stand}{how} {cannot} {_say_clocks(shown)}")
        .resolve_scale(color="shared", shape="shared")
    )


def _moment(c: Claim) -> str:
    """Return the key of the mark that a claim belongs to: same day, number, place and standpoint."""
    return "|".join(str(v) for v in (c.said_on, c.value_low, c.value_high, c.unit, c.place_id, c.standpoint))


def _clock_rows(groups: dict[str, list[Claim]]) -> list[dict]:
    """Return mark rows with their place in time. Marks of one day with one number stand side by side."""
    rows, taken = _mark_rows(groups), {}
    for row, claims in zip(rows, groups.values(), strict=True):
        c = claims[0]
        # Nothing can be said of an event before it: 'December 2011' begins on the day itself.
        start, end = max(first_day(c.said_on), EVENT), last_day(c.said_on) + timedelta(days=1)
        middle = datetime.combine(start, time()) + (end - start - timedelta(days=1)) / 2
        beside = taken.setdefault((c.said_on, row["at"]), [])
        beside.append(row)
        row |= {
            "start": start.isoformat(),
            "end": end.isoformat(),
            "said": f"{(middle + timedelta(hours=6 * (len(beside) - 1))).isoformat()}Z",
            "vague": c.said_on.count("-") < 2,
            "stair": c.voice == "prosecutor_general" and c.place_id == "zhanaozen" and end <= NEW_YEAR,
            "words": f"{row['words']} ({text.place(c)})",
            "from": row["at"] if c.value_low is None else c.value_low,
            "to": row["at"] if c.value_high is None else c.value_high,
            "arrow": "▲" if c.value_high is None else "▼" if c.value_low is None else "",
        }
    return rows


#: For each panel: title of its time axis, tick format, ticks, height, and how far the axis runs beyond the window.
_PANELS = {
    "early": ("The first two weeks: day of December 2011 on which it was said", "%-d", "day", 250, timedelta(hours=12)),
    "late": ("The years after: year in which it was said", "%Y", "year", 190, timedelta(days=60)),
}


def _clock_panel(view: str, rows: list[dict], window: tuple[date, date], top: float, picked: alt.Parameter, standpoints: set[str]) -> alt.LayerChart:
    """Return one stretch of time: marks, vague dates as wide lines, and the official count as a stair."""
    title, ticks, step, height, margin = _PANELS[view]
    start, end = window
    inside = [r for r in rows if start.isoformat() <= r["start"] < end.isoformat()]
    edges = [datetime.combine(start, time()) - margin, datetime.combine(end, time()) + margin]
    scale = alt.Scale(type="utc", domain=[f"{edge.isoformat()}Z" for edge in edges], nice=False)
    base = alt.Chart(alt.Data(values=inside))
    x = alt.X("said:T").scale(scale).title(title).axis(format=ticks, tickCount=step, labelOverlap=True)
    y = alt.Y("at:Q").scale(domain=[0, top * 1.08], nice=False).title("People").axis(tickMinStep=1, grid=True, gridColor="#e6e6e6")
    scales = display.by_standpoint(standpoints, legend=view == "late")
    vague = base.transform_filter("datum.vague").mark_rule(strokeWidth=6, opacity=0.3, clip=True)
    stair = [base.transform_filter("datum.stair").mark_line(interpolate="step-after", color="#999", strokeWidth=1.2).encode(x, y)]
    return alt.layer(
        vague.encode(alt.X("start:T").scale(scale).title(title), alt.X2("end:T"), y, scales.colour),
        *(stair if any(row["stair"] for row in inside) else []),
        base.mark_rule(strokeWidth=2).encode(x, alt.Y("from:Q").title("People"), alt.Y2("to:Q"), scales.colour),
        base.mark_text(dy=alt.expr("datum.arrow == '▲' ? -13 : 13"), fontSize=11).encode(x, y, scales.colour, text="arrow:N"),
        _points(base.encode(x, y), picked, scales, view),
    ).properties(width=WIDTH, height=height)


def _say_clocks(claims: Sequence[Claim]) -> str:
    official = [c for c in claims if evidence.SIDES[c.standpoint] == "official"]
    others = [c for c in claims if c not in official]
    return " ".join(
        f"{name}: {'; '.join(dict.fromkeys(f'{text.day(c.said_on)}, {text.number(c)}' for c in group))}."
        for name, group in (("Official side", official), ("Others", others))
        if group
    )


# --- corroboration -------------------------------------------------------------------------------------


def corroboration(claims: Iterable[Claim], title: str, keep: Callable[[evidence.Figure], bool] = lambda f: True) -> alt.VConcatChart:
    """Draw which numbers are given by whom: a row for each number, a column for each standpoint.

    The number in a cell counts independent voices, not texts. Rows that the official side and another side
    share are shaded. `keep` chooses figures. Raises `NothingToDraw`.
    """
    figures = [f for f in evidence.figures(_with_numbers(claims)) if keep(f)]
    if not figures:
        raise NothingToDraw("None of these numbers is left. Choose others.")
    used = [c for f in figures for c in f.claims]
    standpoints = [s for s in display.STANDPOINTS if s in {evidence.voice_standpoint(c) for c in used}]
    groups, cells, bands = {}, [], []
    for figure in figures:
        words = f"{text.span(figure.low, figure.high, figure.about)} {figure.unit.removeprefix('people ')}"
        row = f"{words}\n{figure.place.name if figure.place else 'place not stated'}"
        bands.append({"row": row, "shared": figure.opposed, "voices": len(figure.voices)})
        for standpoint in standpoints:
            said = [c for c in figure.claims if evidence.voice_standpoint(c) == standpoint]
            if said:
                mark = f"{row} {standpoint}"
                groups[mark] = said
                voices = len({c.voice for c in said})
                cells.append({"mark": mark, "row": row, "standpoint": display.label(standpoint), "voices": voices, "about": figure.about,
                              "words": words, "who": text.listing(sorted({text.who(c) for c in said}))})  # fmt: skip
    picked = _picker(cells[0]["mark"])
    columns = [display.label(s) for s in standpoints]
    y = alt.Y("row:N").title(None).sort([b["row"] for b in bands]).axis(labelExpr=_LABEL_LINES, labelLimit=240, labelFontSize=11)
    x = alt.X("standpoint:N").title(None).sort(columns).scale(domain=columns).axis(orient="top", labelAngle=-30, labelFontSize=11)
    base = alt.Chart(alt.Data(values=cells)).encode(x, y)
    grid = alt.layer(
        alt.Chart(alt.Data(values=[b for b in bands if b["shared"]])).mark_bar(color="#f0e2b6", height=alt.RelativeBandSize(0.94)).encode(y, x=alt.value(0), x2=alt.value(ROW_WIDTH)),
        _points(base, picked, display.by_standpoint(set(standpoints), legend=False), "grid"),
        base.mark_text(dx=17, fontSize=11).encode(text="voices:N"),
    ).properties(width=ROW_WIDTH, height=alt.Step(38))  # fmt: skip
    how = (
        "A mark stands under those whose count it is; the figure beside it says in how many independent voices. "
        "Shaded rows are given by the official side and by another."
    )
    cannot = "Agreement is not proof: voices may rest on one report that the texts do not name."
    return _below(grid, _behind(groups, picked, ROW_WIDTH)).properties(
        title=_title(title, how, cannot, _from(used)),
        description=f"{title} {how} {cannot} {_say_figures(figures)}",
    )  # fmt: skip


def _say_figures(figures: Sequence[evidence.Figure]) -> str:
    said = []
    for f in figures:
        voices = text.listing([f"{text.plural(list(f.voices.values()).count(s), 'voice')} ({display.label(s).lower()})" for s in dict.fromkeys(f.voices.values())])
        place = f" in {f.place.name}" if f.place else ""
        said.append(f"{text.span(f.low, f.high, f.about)} {f.unit}{place}: {voices}{'; shared across sides' if f.opposed else ''}.")
    return " ".join(said)
