"""The tables of `data/` as frozen, typed records that know their relations.

`claims()` gives every claim; `claim.source.title` is the title of its text. Columns, types and rules
are described in one place, `data/datapackage.json`; a table that breaks one raises `DataError`.
Nothing here touches the network.
"""

import calendar
import csv
import dataclasses
import functools
import inspect
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
PRACTICE = Path(__file__).parent / "practice"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

#: A claim that a text makes in its own voice has the text's standpoint; a quoted speaker has that of the role.
ROLE_STANDPOINT = {
    "journalist": "press",
    "government": "state", "prosecutor": "state", "police": "state", "court": "state",
    "company": "company",
    "ngo": "human_rights",
    "foreign_body": "international",
    "opposition": "opposition",
    "academic": "academic",
    "resident": "participant", "striker": "participant", "victim_family": "participant",
    "medical": "participant", "union": "participant",
}  # fmt: skip


class DataError(ValueError):
    """A table breaks a rule. The message names file, row (as a spreadsheet counts it), column, rule and mend."""

    def __init__(self, file: str, rule: str, mend: str, *, row: int | None = None, column: str | None = None):
        self.file, self.row, self.column, self.rule, self.mend = file, row, column, rule, mend
        place = file + (f", row {row}" if row else "") + (f", column '{column}'" if column else "")
        super().__init__(f"{place}: {rule} To mend it: {mend}")


@functools.cache
def package() -> dict:
    """Return `data/datapackage.json`: title, licence, and the version of the evidence."""
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


@functools.cache
def schema() -> dict[str, dict]:
    """Return each table's description, by table name."""
    return {resource["name"]: resource for resource in package()["resources"]}


def vocabulary(table: str, column: str) -> list[str]:
    """Return the words that a column allows, in the order of the schema."""
    return _field(table, column)["constraints"]["enum"]


def _field(table: str, column: str) -> dict:
    return next(f for f in schema()[table]["schema"]["fields"] if f["name"] == column)


# --- dates ---------------------------------------------------------------------------------------------


@functools.cache
def first_day(edtf: str) -> date:
    """Return the first day of an EDTF date: 2011-12 gives 1 December 2011. Raises ValueError if it is none."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", edtf):
        raise ValueError(edtf)
    year, month, day = [int(part) for part in edtf.split("-")] + [1] * (2 - edtf.count("-"))
    return date(year, month, day)


@functools.cache
def last_day(edtf: str) -> date:
    """Return the last day of an EDTF date: 2011-12 gives 31 December 2011. Raises ValueError if it is none."""
    first = first_day(edtf)
    if edtf.count("-") == 2:
        return first
    month = first.month if "-" in edtf else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


# --- records -------------------------------------------------------------------------------------------

_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "list": tuple}


def _record(table: str) -> Callable[[type], type]:
    """Make a class a frozen record with one field for each column of a table, before fields of its own."""

    def decorate(cls: type) -> type:
        columns = {f["name"]: _TYPES[f["type"]] | None for f in schema()[table]["schema"]["fields"]}
        cls.__annotations__ = columns | inspect.get_annotations(cls)
        return dataclass(frozen=True)(cls)

    return decorate


@_record("sources")
class Source:
    """One text: who wrote it, when, for whom, and how much of it was read."""


@_record("questions")
class Question:
    """One question on which sources differ, with the answers or units it allows."""


@_record("places")
class Place:
    """One place, or one set of places that sources count together."""


@_record("claims")
class Claim:
    """One source saying one thing at one place in its text."""

    source: Source = field(repr=False, compare=False)
    question: Question | None = field(repr=False, compare=False)
    place: Place | None = field(repr=False, compare=False)

    @property
    def standpoint(self) -> str:
        """Where the speaker stands: the text's own standpoint if it speaks itself, else that of the role quoted."""
        return ROLE_STANDPOINT.get(self.speaker_role) or self.source.standpoint


@dataclass(frozen=True)
class Tables:
    """All tables of one folder."""

    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]


def load(folder: Path = DATA) -> Tables:
    """Read and check every table in a folder. Raises `DataError` at the first rule that is broken."""
    return _load(Path(folder))


@functools.cache
def _load(folder: Path) -> Tables:
    sources = _by_key(Source, read_rows("sources", folder))
    questions = _by_key(Question, read_rows("questions", folder))
    places = _by_key(Place, read_rows("places", folder))
    claims = []
    for number, row in enumerate(read_rows("claims", folder), 2):
        found = {}
        for column, table in (("source_id", sources), ("question_id", questions), ("place_id", places)):
            key = row[column]
            if key is not None and key not in table:
                raise DataError(
                    "claims.csv", f"'{key}' is not a key of {column.removesuffix('_id')}s.csv.",
                    "correct the key, or add its row to that table.", row=number, column=column,
                )  # fmt: skip
            found[column.removesuffix("_id")] = table.get(key)
        claim = Claim(**row, **found)
        _check_claim(claim, number)
        claims.append(claim)
    for number, source in enumerate(sources.values(), 2):
        _check_source(source, number)
    return Tables(tuple(sources.values()), tuple(questions.values()), tuple(places.values()), tuple(claims))


def _by_key(record: type, rows: list[dict]) -> dict:
    key = dataclasses.fields(record)[0].name
    return {row[key]: record(**row) for row in rows}


def claims() -> tuple[Claim, ...]:
    """Return every claim of `data/claims.csv`, in key order."""
    return load().claims


def claim(claim_id: str) -> Claim:
    """Return one claim by its id. Raises KeyError, which names the id, if there is none."""
    return _index(DATA)[claim_id]


@functools.cache
def _index(folder: Path) -> dict[str, Claim]:
    return {c.claim_id: c for c in load(folder).claims}


def sources() -> tuple[Source, ...]:
    """Return every text of `data/sources.csv`, in key order."""
    return load().sources


def questions() -> tuple[Question, ...]:
    """Return every disputed question of `data/questions.csv`, in key order."""
    return load().questions


# --- reading and checking ------------------------------------------------------------------------------


def read_rows(table: str, folder: Path = DATA) -> list[dict]:
    """Return the rows of one table with their values typed; blank cells are None.

    Raises `DataError` if the file is missing, is not UTF-8, or a cell breaks the rules of its column.
    """
    path = folder / f"{table}.csv"
    fields = schema()[table]["schema"]["fields"]
    names = [f["name"] for f in fields]
    header, *lines = _read_csv(path)
    if missing := [name for name in names if name not in header]:
        raise DataError(
            path.name,
            f"the column '{missing[0]}' is missing.",
            "put it back; data/README.md lists all columns.",
            row=1,
        )
    if header != names:
        raise DataError(
            path.name,
            f"the columns are {', '.join(header)}.",
            f"name and order them {', '.join(names)}.",
            row=1,
        )
    parsers = [_parser(path.name, f) for f in fields]
    rows, seen = [], {}
    for number, line in enumerate(lines, 2):
        if len(line) != len(names):
            raise DataError(
                path.name, f"it has {len(line)} cells, the header has {len(names)}.",
                'put cells that hold a comma in "quotes", and remove stray commas.', row=number,
            )  # fmt: skip
        row = {name: parse(cell, number) for name, parse, cell in zip(names, parsers, line, strict=True)}
        if (first := seen.setdefault(line[0], number)) != number:
            raise DataError(
                path.name,
                f"the key '{line[0]}' already stands in row {first}.",
                "give each row its own key.",
                row=number,
                column=names[0],
            )
        rows.append(row)
    return rows


def _read_csv(path: Path) -> list[list[str]]:
    if not path.is_file():
        raise DataError(
            path.name,
            "the file is missing.",
            f"put it back into the folder '{path.parent.name}' (git keeps every version).",
        )
    raw = path.read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        raise DataError(
            path.name, "it begins with a byte-order mark.", "save it as 'UTF-8', not 'UTF-8 with BOM'.", row=1
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise DataError(
            path.name, f"byte {error.start} is not UTF-8.", "save the file with the encoding UTF-8.", row=row
        ) from None
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise DataError(
            path.name,
            f"it cannot be read as CSV ({error}).",
            'look for a quotation mark that is not closed or not doubled ("").',
        ) from None
    if not lines:
        raise DataError(path.name, "it is empty.", "put the header row back.", row=1)
    return lines


def _parser(file: str, spec: dict) -> Callable[[str, int], object]:
    """Return a function that types and checks one cell of a column."""
    name, kind, rules = spec["name"], spec["type"], spec.get("constraints", {})
    enum, pattern = set(rules.get("enum", ())), "pattern" in rules and re.compile(rules["pattern"])
    low, high = rules.get("minimum"), rules.get("maximum")
    shortest, longest = rules.get("minLength", 0), rules.get("maxLength")
    is_date = spec.get("rdfType") == EDTF

    def fail(row: int, rule: str, mend: str) -> DataError:
        return DataError(file, rule, mend, row=row, column=name)

    def parse(cell: str, row: int):
        if cell == "":
            if rules.get("required"):
                raise fail(row, "the cell is blank.", "fill it in; this column is never blank.")
            return () if kind == "list" else None
        if cell != cell.strip() or not cell.isprintable():
            raise fail(
                row,
                f"{_short(cell)} has spaces at an end, or a line break or control character.",
                "remove them.",
            )
        if cell[0] in "=+@" or (cell[0] == "-" and kind == "string"):
            raise fail(
                row,
                f"{_short(cell)} would run as a formula in a spreadsheet.",
                "begin the cell with another character.",
            )
        if is_date:
            try:
                first_day(cell)
            except ValueError:
                raise fail(
                    row,
                    f"{_short(cell)} is not a date.",
                    "write 2011-12-16, 2011-12 or 2011; a spreadsheet may have changed it.",
                ) from None
        if enum and cell not in enum:
            raise fail(
                row,
                f"{_short(cell)} is not a word of this column.",
                f"use one of: {', '.join(rules['enum'])}.",
            )
        if pattern and not pattern.search(cell):
            raise fail(row, f"{_short(cell)} does not have the form {pattern.pattern}.", f"{spec['description']}")
        if (longest and len(cell) > longest) or len(cell) < shortest:
            raise fail(
                row,
                f"it has {len(cell)} characters.",
                f"keep it between {shortest} and {longest} characters.",
            )
        if kind == "string":
            return cell
        if kind == "list":
            return tuple(cell.split(spec["delimiter"]))
        if kind == "boolean":
            if cell not in ("true", "false"):
                raise fail(row, f"{_short(cell)} is neither true nor false.", "write true or false.")
            return cell == "true"
        try:
            value = int(cell) if kind == "integer" or re.fullmatch(r"-?\d+", cell) else float(cell)
        except ValueError:
            raise fail(
                row,
                f"{_short(cell)} is not a number.",
                "write digits, with a full stop before decimals and no thousands separator.",
            ) from None
        if (low is not None and not value >= low) or (high is not None and not value <= high):
            raise fail(
                row,
                f"{cell} is out of range.",
                f"keep it between {low} and {'any number' if high is None else high}.",
            )
        return value

    return parse


def _short(cell: str) -> str:
    return repr(cell if len(cell) <= 60 else cell[:57] + "...")


def _check_claim(c: Claim, row: int) -> None:
    """Check what no single column can tell: that the columns of a claim fit each other."""

    def require(ok: bool, column: str, rule: str, mend: str) -> None:
        if not ok:
            raise DataError("claims.csv", rule, mend, row=row, column=column)

    require(
        c.claim_id.rpartition(".")[0] == c.source_id,
        "claim_id",
        f"'{c.claim_id}' does not begin with its source_id.",
        f"begin it with '{c.source_id}.'.",
    )
    numbers = [v for v in (c.value_low, c.value_high) if v is not None]
    require(
        numbers == sorted(numbers),
        "value_low",
        f"{c.value_low} is larger than value_high, {c.value_high}.",
        "swap them; 'at least' has no value_high, 'up to' no value_low.",
    )
    require(
        bool(numbers) == bool(c.unit),
        "unit",
        "a number and its unit stand together.",
        "fill in both, or leave both blank.",
    )
    units = c.question.units if c.question else ()
    require(
        not c.unit or c.unit in units,
        "unit",
        f"'{c.unit}' is not a unit of question '{c.question_id or '(none)'}'.",
        f"use one of: {', '.join(units) or 'none, and leave the number blank'}.",
    )
    require(
        not c.position or (c.question and c.position in c.question.positions),
        "position",
        f"{_short(c.position or '')} is not in the list of '{c.question_id}'.",
        "copy one from questions.csv.",
    )
    require(len(c.phrase.split()) <= 8, "phrase", f"it has {len(c.phrase.split())} words.", "keep at most eight.")
    require(
        bool(c.hedge) == bool(c.hedge_kind),
        "hedge_kind",
        "a hedge and its kind stand together.",
        "fill in both, or leave both blank.",
    )
    require(
        bool(c.when_start) == bool(c.when_end) == (c.when_precision != "unknown"),
        "when_start",
        "when_start, when_end and when_precision do not fit.",
        "fill in both dates, or leave both blank with precision 'unknown'.",
    )
    require(
        bool(c.said_on) == (c.said_on_basis != "unknown"),
        "said_on",
        "said_on and said_on_basis do not fit.",
        "give a date, or leave it blank with basis 'unknown'.",
    )
    if c.when_start:
        require(
            first_day(c.when_start) <= last_day(c.when_end),
            "when_end",
            f"{c.when_end} is before when_start, {c.when_start}.",
            "swap them.",
        )
        if c.said_on:
            require(
                last_day(c.said_on) >= first_day(c.when_start),
                "said_on",
                f"{c.said_on} is before {c.when_start}, of which it speaks.",
                "look both dates up in the source.",
            )


def _check_source(source: Source, row: int) -> None:
    known = {0: "year", 1: "month", 2: "day"}[source.published.count("-")] if source.published else "unknown"
    if source.published_precision != known:
        raise DataError(
            "sources.csv", f"'{source.published_precision}' does not fit the date {source.published or '(blank)'}.",
            f"write '{known}', or mend the date.", row=row, column="published_precision",
        )  # fmt: skip


def write_rows(table: str, rows: Iterable[dict]) -> str:
    """Return rows as the one spelling that files here have: UTF-8, LF, minimal quoting, key order."""
    fields = schema()[table]["schema"]["fields"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(f["name"] for f in fields)
    for row in sorted(rows, key=lambda row: row[fields[0]["name"]]):
        writer.writerow([_cell(row[f["name"]], f) for f in fields])
    return out.getvalue()


def _cell(value, spec: dict) -> str:
    if value is None:
        return ""
    if spec["type"] == "list":
        return spec["delimiter"].join(value)
    if spec["type"] == "boolean":
        return str(value).lower()
    return str(value)


def practice() -> Tables:
    """Return the invented, harmless practice case of lesson 00: the same tables, about goats on a pitch."""
    return load(PRACTICE)
