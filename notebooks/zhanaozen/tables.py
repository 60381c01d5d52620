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
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from zhanaozen.rules import BrokenRule, DataError, broken_in_claim, broken_in_source, cell_parser

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
    "medical": "participant", "union": "participant",
}  # fmt: skip


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


# --- records -------------------------------------------------------------------------------------------

_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "list": tuple}


def _record(table: str) -> Callable[[type], type]:
    """Make a class a frozen record with one field for each column of a table, before fields of its own."""

    def decorate(cls: type) -> type:
        columns = {f["name"]: _TYPES[f["type"]] | None for f in schema()[table]["schema"]["fields"]}
        cls.__annotations__ = columns | inspect.get_annotations(cls)
        return dataclass(frozen=True, eq=False)(cls)  # a row is itself, not what reads like it

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
        _obey(broken_in_claim(claim), "claims.csv", number)
        claims.append(claim)
    for number, source in enumerate(sources.values(), 2):
        _obey(broken_in_source(source), "sources.csv", number)
    return Tables(tuple(sources.values()), tuple(questions.values()), tuple(places.values()), tuple(claims))


def _obey(broken: tuple[str, str, str] | None, file: str, row: int) -> None:
    if broken:
        column, rule, mend = broken
        raise DataError(file, rule, mend, row=row, column=column)


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
