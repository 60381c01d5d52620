"""The rules of the tables: what a cell may hold, and how the columns of a row must fit each other.

Rules of a single column come from `data/datapackage.json`; here is how each is checked, and how it is said.
"""

import functools
import re
from collections.abc import Callable

from zhanaozen.dates import EDTF, first_day, last_day


class DataError(ValueError):
    """A table breaks a rule. The message names file, row (as a spreadsheet counts it), column, rule and mend."""

    def __init__(self, file: str, rule: str, mend: str, *, row: int | None = None, column: str | None = None):
        self.file, self.row, self.column, self.rule, self.mend = file, row, column, rule, mend
        place = file + (f", row {row}" if row else "") + (f", column '{column}'" if column else "")
        super().__init__(f"{place}: {rule} To mend it: {mend}")


class BrokenRule(ValueError):
    """A cell breaks the rule of its column; `mend` says how to put it right."""

    def __init__(self, rule: str, mend: str):
        self.rule, self.mend = rule, mend
        super().__init__(rule)


def cell_parser(spec: dict) -> Callable[[str], object]:
    """Return a function that types and checks a cell of a column, given its field of the schema.

    It raises `BrokenRule`. Where a column holds few different words, what was read once is remembered.
    """
    kind, rules = spec["type"], spec.get("constraints", {})
    enum, pattern = rules.get("enum"), "pattern" in rules and re.compile(rules["pattern"])
    low, high = rules.get("minimum"), rules.get("maximum")
    shortest, longest = rules.get("minLength", 0), rules.get("maxLength")
    is_date = spec.get("rdfType") == EDTF

    def parse(cell: str):
        if cell == "":
            if rules.get("required"):
                raise BrokenRule("the cell is blank.", "fill it in; this column is never blank.")
            return () if kind == "list" else None
        if cell != cell.strip() or not cell.isprintable():
            rule = "has spaces at an end, or a line break or control character."
            raise BrokenRule(f"{_shown(cell)} {rule}", "remove them.")
        if cell[0] in "=+@" or (cell[0] == "-" and kind == "string"):
            mend = "begin it with another character."
            raise BrokenRule(f"{_shown(cell)} would run as a formula in a spreadsheet.", mend)
        if is_date and not _is_date(cell):
            mend = "write 2011-12-16, 2011-12 or 2011; a spreadsheet may have changed it."
            raise BrokenRule(f"{_shown(cell)} is not a date.", mend)
        if enum and cell not in enum:
            raise BrokenRule(f"{_shown(cell)} is not a word of this column.", f"use one of: {', '.join(enum)}.")
        if pattern and not pattern.search(cell):
            raise BrokenRule(f"{_shown(cell)} does not have the form {pattern.pattern}.", spec["description"])
        if (longest and len(cell) > longest) or len(cell) < shortest:
            raise BrokenRule(f"it has {len(cell)} characters.", f"keep it between {shortest} and {longest}.")
        if kind == "string":
            return cell
        if kind == "list":
            items = tuple(cell.split(spec["delimiter"]))
            if len(set(items)) < len(items) or any(i != i.strip() or not i for i in items):
                raise BrokenRule(f"{_shown(cell)} has an item twice, or blank, or with spaces.", "write a|b|c.")
            return items
        if kind == "boolean":
            if cell not in ("true", "false"):
                raise BrokenRule(f"{_shown(cell)} is neither true nor false.", "write true or false.")
            return cell == "true"
        try:
            value = int(cell) if kind == "integer" or re.fullmatch(r"-?\d+", cell) else float(cell)
        except ValueError:
            mend = "write digits, with a full stop before decimals and no thousands separator."
            raise BrokenRule(f"{_shown(cell)} is not a number.", mend) from None
        if (low is not None and not value >= low) or (high is not None and not value <= high):
            most = "any number" if high is None else high
            raise BrokenRule(f"{cell} is out of range.", f"keep it between {low} and {most}.")
        return value

    many_alike = kind != "string" or enum or is_date or (pattern and not rules.get("unique"))
    return functools.cache(parse) if many_alike else parse


def _shown(cell: str) -> str:
    return repr(cell if len(cell) <= 60 else cell[:57] + "...")


def _is_date(cell: str) -> bool:
    try:
        return bool(first_day(cell))
    except ValueError:
        return False


Broken = tuple[str, str, str]


def broken_in_claim(c) -> Broken | None:
    """Return the first rule between columns that a claim breaks, as (column, rule, mend); None if it keeps all."""
    numbers = [v for v in (c.value_low, c.value_high) if v is not None]
    units = c.question.units if c.question else ()
    if c.claim_id.rpartition(".")[0] != c.source_id:
        return "claim_id", f"'{c.claim_id}' does not begin with its source_id.", f"begin it with '{c.source_id}.'."
    if numbers != sorted(numbers):
        mend = "swap them; 'at least' has no value_high, 'up to' no value_low."
        return "value_low", f"{c.value_low} is larger than value_high, {c.value_high}.", mend
    if bool(numbers) != bool(c.unit):
        return "unit", "a number and its unit stand together.", "fill in both, or leave both blank."
    if c.unit and c.unit not in units:
        mend = f"use one of: {', '.join(units)}." if units else "leave number and unit blank."
        return "unit", f"'{c.unit}' is not a unit of question '{c.question_id or '(none)'}'.", mend
    if c.position and not (c.question and c.position in c.question.positions):
        return "position", f"'{c.position}' is not in the list of '{c.question_id}'.", "copy one from questions.csv."
    if broken := _phrase(c.phrase):
        return broken
    if bool(c.hedge) != bool(c.hedge_kind):
        return "hedge_kind", "a hedge and its kind stand together.", "fill in both, or leave both blank."
    if not bool(c.when_start) == bool(c.when_end) == (c.when_precision != "unknown"):
        mend = "fill in both dates, or leave both blank with precision 'unknown'."
        return "when_start", "when_start, when_end and when_precision do not fit.", mend
    if bool(c.said_on) != (c.said_on_basis != "unknown"):
        return (
            "said_on",
            "said_on and said_on_basis do not fit.",
            "give a date, or leave it blank with basis 'unknown'.",
        )
    if c.when_start and first_day(c.when_start) > last_day(c.when_end):
        return "when_end", f"{c.when_end} is before when_start, {c.when_start}.", "swap them."
    if c.when_start and c.said_on and last_day(c.said_on) < first_day(c.when_start):
        rule = f"{c.said_on} is before {c.when_start}, of which it speaks."
        return "said_on", rule, "look both dates up in the source."
    return None


def broken_in_source(s) -> Broken | None:
    """Return the rule between columns that a source breaks, as (column, rule, mend); None if it keeps all."""
    return _precision(s.published, s.published_precision, "published_precision")


def broken_in_question(q) -> Broken | None:
    """Return the rule between columns that a question breaks, as (column, rule, mend); None if it keeps all."""
    filled, other = ("units", "positions") if q.kind == "number" else ("positions", "units")
    if not getattr(q, filled) or getattr(q, other):
        return filled, f"a question about a {q.kind} has {filled} and no {other}.", f"fill in {filled} alone."
    if unknown := set(q.compared_within) - {"place_id", "event_id", "scope"}:
        mend = "use place_id, event_id or scope."
        return "compared_within", f"'{min(unknown)}' is no column by which numbers are compared.", mend
    return None


def broken_in_event(e) -> Broken | None:
    """Return the rule between columns that an event breaks, as (column, rule, mend); None if it keeps all."""
    if first_day(e.start) > last_day(e.end):
        return "end", f"{e.end} is before start, {e.start}.", "swap them."
    if (e.precision in ("range", "between")) != (e.start != e.end):
        mend = "write 'range' or 'between', or mend the dates."
        return "precision", f"'{e.precision}' does not fit {e.start} to {e.end}.", mend
    return None if e.start != e.end else _precision(e.start, e.precision, "precision")


def broken_in_person(p) -> Broken | None:
    """Return the rule between columns that a person's row breaks, as (column, rule, mend); None if it keeps all."""
    if re.fullmatch(r"(\w+ )?\w{1,2}\.", p.name):
        return "name", f"'{p.name}' is a pseudonym or an initial.", "take the row out: who is not named is not listed."
    return None


def broken_in_outcome(o) -> Broken | None:
    """Return the rule between columns that an outcome breaks, as (column, rule, mend); None if it keeps all."""
    counted, claimed = (o.count_low, o.count_high), (o.claim.value_low, o.claim.value_high)
    if counted == (None, None):
        return "count_low", "there is no count.", "give at least one end of it."
    if o.claim.unit and counted != claimed:
        return "count_low", f"{counted} is not what {o.claim_id} counts, {claimed}.", "copy the numbers of the claim."
    return None


def broken_in_indicator(i) -> Broken | None:
    """Return the rule between columns that an indicator breaks, as (column, rule, mend); None if it keeps all."""
    start, _, end = i.period.partition("/")
    if not (_is_date(start) and _is_date(end or start)) or first_day(start) > last_day(end or start):
        return "period", f"'{i.period}' is no period.", "write 2011, 2011-06 or 2011-05-26/2011-06-28."
    for low, high, column in ((i.value, i.value_high, "value_high"), (i.low, i.high, "high")):
        if low is not None and high is not None and low > high:
            return column, f"{high} is smaller than {low}.", "swap the two ends."
    return _phrase(i.phrase) if i.phrase else None


def broken_in_quotation(row) -> Broken | None:
    """Return the rule that a row with a phrase breaks, as (column, rule, mend); None if it keeps all."""
    return _phrase(row.phrase)


def _phrase(phrase: str) -> Broken | None:
    words = len(phrase.split())
    return ("phrase", f"it has {words} words.", "keep at most eight.") if words > 8 else None


def _precision(date: str | None, precision: str, column: str) -> Broken | None:
    known = ("year", "month", "day")[date.count("-")] if date else "unknown"
    if precision == known:
        return None
    rule = f"'{precision}' does not fit the date {date or '(blank)'}."
    return column, rule, f"write '{known}', or mend the date."


#: What the rows of each table are held to, beyond the rules of their cells.
BROKEN: dict[str, Callable[[object], Broken | None]] = {
    "claims": broken_in_claim,
    "sources": broken_in_source,
    "questions": broken_in_question,
    "events": broken_in_event,
    "people": broken_in_person,
    "outcomes": broken_in_outcome,
    "indicators": broken_in_indicator,
    "defendants": broken_in_quotation,
    "provisions": broken_in_quotation,
}
