"""The tables of `data/` as frozen, typed records that know their relations.

`claims()` gives every claim; `claim.source.title` is the title of its text. Columns, types and rules
are described in one place, `data/datapackage.json`; a table that breaks one raises `DataError`.
Nothing here touches the network.
"""

import csv
import dataclasses
import functools
import inspect
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from zhanaozen.rules import BROKEN, BrokenRule, DataError, cell_parser

DATA = Path(__file__).parents[2] / "data"
PRACTICE = Path(__file__).parent / "practice"

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
    "medical": "participant", "union": "participant", "lawyer": "participant",
}  # fmt: skip


@functools.cache
def package() -> dict:
    """Return `data/datapackage.json`: title, licence, and the version of the evidence."""
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


@functools.cache
def schema() -> dict[str, dict]:
    """Return each table's description, by table name."""
    return {resource["name"]: resource for resource in package()["resources"] if "schema" in resource}


def vocabulary(table: str, column: str) -> list[str]:
    """Return the words that a column allows, in the order of the schema."""
    return next(f for f in _fields(table) if f["name"] == column)["constraints"]["enum"]


def _fields(table: str) -> list[dict]:
    return schema()[table]["schema"]["fields"]


@functools.cache
def references(table: str) -> dict[str, str]:
    """Return, for each column that holds keys of another table, the name of that table.

    Foreign keys of the standard hold one key; a column of several keys says `references` in the schema.
    """
    single = {k["fields"][0]: k["reference"]["resource"] for k in schema()[table]["schema"].get("foreignKeys", [])}
    return single | {f["name"]: f["references"] for f in _fields(table) if "references" in f}


# --- records -------------------------------------------------------------------------------------------

_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "list": tuple}
_RECORDS: dict[str, type] = {}


def _record(table: str) -> Callable[[type], type]:
    """Make a class a frozen record with one field for each column of a table, before fields of its own."""

    def decorate(cls: type) -> type:
        columns = {f["name"]: _TYPES[f["type"]] | None for f in _fields(table)}
        cls.__annotations__ = columns | inspect.get_annotations(cls)
        _RECORDS[table] = dataclass(frozen=True, eq=False)(cls)  # a row is itself, not what reads like it
        return _RECORDS[table]

    return decorate


def _related() -> dataclasses.Field:
    """Return a field that holds the row (or rows) whose key stands in the column of the same name."""
    return field(repr=False, compare=False)


@_record("sources")
class Source:
    """One text: who wrote it, when, for whom, and how much of it was read."""


@_record("questions")
class Question:
    """One question on which sources differ, with the answers or units it allows."""


@_record("places")
class Place:
    """One place, or one set of places that sources count together."""


@_record("events")
class Event:
    """One dated happening, as far as sources support it."""

    place: Place | None = _related()
    sources: tuple[Source, ...] = _related()


@_record("claims")
class Claim:
    """One source saying one thing at one place in its text."""

    source: Source = _related()
    question: Question | None = _related()
    event: Event | None = _related()
    place: Place | None = _related()

    @property
    def standpoint(self) -> str:
        """Where the speaker stands: the text's own standpoint if it speaks itself, else that of the role quoted."""
        return ROLE_STANDPOINT.get(self.speaker_role) or self.source.standpoint


@_record("people")
class Person:
    """One person whom public sources name and the lessons need, under every spelling."""

    sources: tuple[Source, ...] = _related()


@_record("organisations")
class Organisation:
    """One company, union, party, office, newsroom, group or body, under every spelling."""

    sources: tuple[Source, ...] = _related()


@_record("trials")
class Trial:
    """One trial: where, when, for what."""

    place: Place | None = _related()
    event: Event | None = _related()
    sources: tuple[Source, ...] = _related()


@_record("defendants")
class Defendant:
    """One named defendant in one trial, as the cited text gives it."""

    trial: Trial = _related()
    person: Person = _related()
    source: Source = _related()


@_record("outcomes")
class Outcome:
    """One count of outcomes, as one claim gives it."""

    trials: tuple[Trial, ...] = _related()
    claim: Claim = _related()


@_record("wording")
class Wording:
    """One term counted in one core document."""

    source: Source = _related()


@_record("series")
class Series:
    """One measure: what it shows, in which unit, on what terms."""


@_record("indicators")
class Indicator:
    """One value of one series from one source."""

    series: Series = _related()
    source: Source = _related()


@_record("provisions")
class Provision:
    """One rule of law, as the cited text gives it."""

    source: Source = _related()


@_record("glossary")
class Term:
    """One term or name in three languages."""


class Tables:
    """All tables of one folder. Each is read and checked when it is first asked for, and then kept."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._read: dict[str, tuple] = {}
        self._by_key: dict[str, dict[str, object]] = {}

    def __getattr__(self, table: str) -> tuple:
        """Return every row of a table, in key order. Raises `DataError` if it breaks a rule."""
        if table not in schema():
            raise AttributeError(table)
        if table not in self._read:
            self._read[table] = tuple(self._records(table))
        return self._read[table]

    def by_key(self, table: str) -> dict[str, object]:
        """Return the rows of a table by the first column of its key."""
        if table not in self._by_key:
            key = _keys(table)[0]
            self._by_key[table] = {getattr(row, key): row for row in getattr(self, table)}
        return self._by_key[table]

    @functools.cached_property
    def by_question(self) -> dict[str, tuple[Claim, ...]]:
        """The claims on each question that has any, in key order."""
        found: dict[str, list[Claim]] = {}
        for c in self.claims:
            if c.question_id:
                found.setdefault(c.question_id, []).append(c)
        return {question_id: tuple(claims) for question_id, claims in found.items()}

    def check(self) -> "Tables":
        """Read every table; return the tables. Raises `DataError` at the first rule that is broken."""
        for table in schema():
            getattr(self, table)
        return self

    def _records(self, table: str) -> Iterable[object]:
        record, file, rows = _RECORDS[table], f"{table}.csv", read_rows(table, self.folder)
        own = dict.fromkeys(row[_keys(table)[0]] for row in rows)  # an event may be part of an event
        names = {f.name for f in dataclasses.fields(record)}
        # column, table it points to, and the field that holds the row found: source_id gives source
        links = [(c, target, re.sub("_id(s?)$", r"\1", c)) for c, target in references(table).items()]
        for number, row in enumerate(rows, 2):
            related = {}
            for column, target, name in links:
                cell = row[column]
                keys = cell if isinstance(cell, tuple) else (cell,) if cell else ()
                known = own if target == table else self.by_key(target) if keys else {}
                for key in keys:
                    if key not in known:
                        raise DataError(
                            file, f"'{key}' is not a key of {target}.csv.",
                            "correct the key, or add its row to that table.", row=number, column=column,
                        )  # fmt: skip
                if name in names and name != column:
                    related[name] = tuple(known[key] for key in keys) if isinstance(cell, tuple) else known.get(cell)
            # A frozen record's own way in sets each of its fields through a function; with 1,800 claims that is felt.
            made = object.__new__(record)
            made.__dict__.update(row, **related)
            if table in BROKEN and (broken := BROKEN[table](made)):
                column, rule, mend = broken
                raise DataError(file, rule, mend, row=number, column=column)
            yield made


@functools.cache
def load(folder: Path = DATA) -> Tables:
    """Return the tables of a folder. Each is read at first use; `load(folder).check()` reads them all."""
    return Tables(Path(folder))


def _keys(table: str) -> list[str]:
    return schema()[table]["schema"]["primaryKey"]


def claims() -> tuple[Claim, ...]:
    """Return every claim of `data/claims.csv`, in key order."""
    return load().claims


def claim(claim_id: str) -> Claim:
    """Return one claim by its id. Raises KeyError, which names the id, if there is none."""
    return load().by_key("claims")[claim_id]


def sources() -> tuple[Source, ...]:
    """Return every text of `data/sources.csv`, in key order."""
    return load().sources


# --- reading and checking ------------------------------------------------------------------------------


def read_rows(table: str, folder: Path = DATA) -> list[dict]:
    """Return the rows of one table with their values typed; blank cells are None.

    Raises `DataError` if the file is missing, is not UTF-8, or a cell breaks the rules of its column.
    """
    path = folder / f"{table}.csv"
    fields = _fields(table)
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
    parsers = [cell_parser(f) for f in fields]
    rows, seen = [], {}
    for number, line in enumerate(lines, 2):
        if len(line) != len(names):
            raise DataError(
                path.name, f"it has {len(line)} cells, the header has {len(names)}.",
                'put cells that hold a comma in "quotes", and remove stray commas.', row=number,
            )  # fmt: skip
        row = {}
        for name, parse, cell in zip(names, parsers, line, strict=True):
            try:
                row[name] = parse(cell)
            except BrokenRule as broken:
                raise DataError(path.name, broken.rule, broken.mend, row=number, column=name) from None
        key = "', '".join(line[names.index(name)] for name in _keys(table))
        if (first := seen.setdefault(key, number)) != number:
            raise DataError(
                path.name,
                f"the key '{key}' already stands in row {first}.",
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


def write_rows(table: str, rows: Iterable[dict]) -> str:
    """Return rows as the one spelling that files here have: UTF-8, LF, minimal quoting, key order."""
    fields = _fields(table)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(f["name"] for f in fields)
    for row in sorted(rows, key=lambda row: [row[name] for name in _keys(table)]):
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
