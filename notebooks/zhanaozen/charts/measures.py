"""What rows of indicators say, in words: how much, for what time, by whom, with what caution."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from zhanaozen import text
from zhanaozen.dates import first_day, last_day
from zhanaozen.tables import Indicator, Series, Source

SAID = 1300
"""Characters of the alt text above which it is put more shortly."""
JOINED = ("year", "month")
"""Series given so often are joined by a line; in others a line would invent the years between."""
NOT_RESULTS = ("forecast", "plan")
ARROWS = {"at_least": "at least", "more_than": "at least", "up_to": "up to"}
HEDGES = {"about": "approximate", "more_than": "more_than"}


def amount(i: Indicator) -> str:
    """Return a value with its hedge and unit: 'about 60,000 people', 'forecast: 40 billion tenge'."""
    high = i.value if i.value_high is None else i.value_high
    arrow = ARROWS.get(i.qualifier)
    ends = (i.value, None) if arrow == "at least" else (None, i.value) if arrow else (i.value, high)
    words = text.span(*ends, HEDGES.get(i.qualifier))
    named = f"{words} ({i.series.unit})" if "," in i.series.unit else f"{words} {i.series.unit}"
    return f"{i.qualifier}: {named}" if i.qualifier in (*NOT_RESULTS, "census") else named


def period(i: Indicator) -> str:
    """Return the time that a value is for: '2011', 'January 2011 to September 2011'."""
    return " to ".join(text.day(part) for part in i.period.split("/"))


def days(i: Indicator) -> tuple[date, date]:
    """Return the first and the last day of the time that a value is for."""
    first, *rest = i.period.split("/")
    return first_day(first), last_day(rest[0] if rest else first)


def publication(source: Source) -> str:
    """Return a text in a few words; of a dataset the title too, since its publisher only passes it on."""
    title = f"{source.title}, " if source.kind == "dataset" else ""
    year = f", {source.published[:4]}" if source.published else ""
    return f"{title}{source.publisher}{year}"


def silent_years(s: Series, of_series: Sequence[Indicator], years: range) -> list[int]:
    """Return the years for which a series that is given every year or month has no figure here."""
    given = {year for i in of_series for year in range(days(i)[0].year, days(i)[1].year + 1)}
    return [year for year in years if year not in given] if s.frequency in JOINED else []


def told(mark: str, group: Sequence[Indicator]) -> dict:
    """Return rows in words, for the panel that shows what is behind the selected mark."""
    first = group[0]
    said = [f"{first.series.title}, {period(first)}: {amount(first)}"]
    for i in group:
        year = i.source.published[:4] if i.source.published else "date not stated"
        where = "in its opening" if i.locator == "excerpt" else i.locator
        said += [
            f"In {i.source.title or i.source_id} ({i.source.publisher}, {year}), {where}",
            f"Bounds of the estimate: {i.low:,} to {i.high:,}" if i.low is not None else "",
            f"“{i.phrase}”" if i.phrase else "",
            i.note or "",
        ]
    said.append(f"Measured: {first.series.measure}")
    return {"mark": mark, "told": [part for line in said if line for part in textwrap.wrap(line, 88)]}


def columns(indicators: Iterable[Indicator]) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows of a table of indicators."""
    rows = [
        [i.series.title, period(i), amount(i), i.source.title or i.source_id, i.source.publisher, i.note or ""]
        for i in indicators
    ]
    return ["Series", "Time", "Value", "Text or dataset", "Publisher", "Note"], rows


def words(drawn: Mapping[Series, Sequence[Indicator]], years: range) -> str:
    """Return what the rows say: each of them if there is room, else less of long series, else no cautions."""
    sentences = (part for s in drawn if s.caution for part in re.split(r"(?<=\.) ", s.caution))
    cautions = " ".join(dict.fromkeys(sentences))
    each = " ".join(
        f"{s.title}: {'; '.join(map(_sentence, of_series))}{_silence(s, of_series, years)}."
        for s, of_series in drawn.items()
    )
    summed = " ".join(_sum(of_series) + _silence(s, of_series, years) + "." for s, of_series in drawn.items())
    ways = (f"{each} {cautions}", f"{summed} {cautions}", f"{summed} What a series cannot show stands above it.")
    return next((said for said in ways if len(said) <= SAID), ways[-1]).strip()


def _sentence(i: Indicator) -> str:
    bounds = "" if i.low is None else f" (bounds {i.low:,} to {i.high:,})"
    return f"{period(i)}, {amount(i)}{bounds}, {i.source.publisher}"


def _sum(of_series: Sequence[Indicator]) -> str:
    """Return what a series says: how much, from when to when, and between which results."""
    s, results = of_series[0].series, [i for i in of_series if i.qualifier not in NOT_RESULTS] or of_series
    if len(of_series) == 1:
        return f"{s.title}: {period(of_series[0])}, {amount(of_series[0])}"
    low, high = (ends(results, key=lambda i: i.value) for ends in (min, max))
    first, last = of_series[0].period.split("/")[0], of_series[-1].period.split("/")[-1]
    low_words = amount(low).removesuffix(f" ({s.unit})").removesuffix(f" {s.unit}")
    return (
        f"{s.title}: {len(of_series)} figures, {text.day(first)} to {text.day(last)}, "
        f"lowest {low_words} ({period(low)}), highest {amount(high)} ({period(high)})"
    )


def _silence(s: Series, of_series: Sequence[Indicator], years: range) -> str:
    silent = silent_years(s, of_series, years)
    return f"; no figure for {text.listing([str(year) for year in silent])}" if silent else ""
