"""The tables keep their rules, and a table that breaks one is told so in a clear sentence."""

import csv
import dataclasses
import re
import shutil

import pytest

from zhanaozen import rules, tables

TABLES = list(tables.schema())
FOLDERS = {"data": tables.DATA, "practice": tables.PRACTICE}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_table_keeps_every_rule(folder):
    assert tables.load(FOLDERS[folder]).claims


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("table", TABLES)
def test_reading_and_writing_a_table_changes_no_byte(table, folder):
    path = FOLDERS[folder] / f"{table}.csv"
    assert tables.write_rows(table, tables.read_rows(table, FOLDERS[folder])) == path.read_bytes().decode()


@pytest.mark.parametrize("table", TABLES)
def test_a_record_has_every_column_of_its_table(table):
    record = {
        "sources": tables.Source,
        "claims": tables.Claim,
        "questions": tables.Question,
        "places": tables.Place,
    }[table]
    columns = [f["name"] for f in tables.schema()[table]["schema"]["fields"]]
    assert [f.name for f in dataclasses.fields(record)][: len(columns)] == columns


def test_every_source_place_and_question_is_used():
    data = tables.load()
    assert {s.source_id for s in data.sources} == {c.source_id for c in data.claims}
    assert {p.place_id for p in data.places} == {c.place_id for c in data.claims} - {None}
    assert {q.question_id for q in data.questions} == {c.question_id for c in data.claims} - {None}


def test_the_core_documents_are_six_read_whole_with_every_claim_located():
    core = [s for s in tables.sources() if s.core]
    assert len(core) == 6
    assert {s.read for s in core} == {"whole"}
    unlocated = [c.claim_id for c in tables.claims() if c.source.core and not c.locator.startswith("p")]
    assert not unlocated


def test_no_paraphrase_repeats_its_phrase():
    def runs(text):
        words = text.lower().split()
        return {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}

    assert not [c.claim_id for c in tables.claims() if runs(c.claim) & runs(c.phrase)]


def test_no_speaker_is_given_a_name_beside_a_pseudonym():
    for c in tables.claims():
        if "pseudonym" in c.speaker:
            assert re.fullmatch(r"\w+ \w{1,2}\. \(pseudonym\)", c.speaker), f"{c.claim_id}: '{c.speaker}'"


def test_a_number_keeps_its_measure():
    """64 is a number of four different things; none of the four may be lost or merged."""
    units = {c.unit for c in tables.claims() if 64 in (c.value_low, c.value_high)}
    assert {"people killed", "people shot", "people with gunshot wounds", "bodies"} <= units


# --- bad input -----------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """A copy of the tables, to be damaged."""
    for table in TABLES:
        shutil.copy(tables.DATA / f"{table}.csv", tmp_path)
    return tmp_path


def change(folder, table, row, column, value):
    """Set one cell; `row` is counted as a spreadsheet does."""
    path = folder / f"{table}.csv"
    lines = list(csv.reader(path.open(encoding="utf-8", newline="")))
    lines[row - 1][lines[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


CELLS = {
    "a word outside the vocabulary": ("claims", "directness", "certain", "one of"),
    "a number that is none": ("claims", "value_low", "many", "not a number"),
    "a thousands separator": ("claims", "value_low", "1,300", "not a number"),
    "a date mangled by a spreadsheet": ("claims", "said_on", "16.12.2011", "not a date"),
    "a date that does not exist": ("claims", "said_on", "2011-02-30", "not a date"),
    "a blank that must be filled": ("claims", "claim", "", "blank"),
    "a paraphrase too long": ("claims", "claim", "long " * 70 + "end", "characters"),
    "a phrase too long": ("claims", "phrase", "one two three four five six seven eight nine", "eight"),
    "a line break in a cell": ("claims", "speaker", "a\nb", "line break"),
    "a space at an end": ("claims", "speaker", " a", "space"),
    "a formula": ("claims", "speaker", "=1+1", "formula"),
    "an orphan source": ("claims", "source_id", "nobody-2011", "not a key of sources.csv"),
    "an orphan place": ("claims", "place_id", "atlantis", "not a key of places.csv"),
    "a unit of another question": ("claims", "unit", "goats", "not a unit"),
    "a position that is not listed": ("claims", "position", "perhaps", "not in the list"),
    "a hedge without its kind": ("claims", "hedge", "about", "stand together"),
    "a claim made before its event": ("claims", "said_on", "2001-01-01", "before"),
    "a truth value that is none": ("sources", "core", "yes", "true nor false"),
    "an address that is none": ("sources", "url", "www.example.org", "form"),
    "a precision that does not fit": ("sources", "published_precision", "unknown", "does not fit"),
    "a latitude off the globe": ("places", "latitude", "143.3", "out of range"),
}


def plain_claim() -> int:
    """The spreadsheet row of a claim that fills in no hedge, position or range, but a place, a day and a number."""
    for row, c in enumerate(tables.claims(), 2):
        if c.unit and c.said_on and c.when_start and c.place_id and not (c.hedge or c.position):
            return row
    raise AssertionError


@pytest.mark.parametrize("case", CELLS)
def test_a_bad_cell_is_named_by_file_row_and_column_with_rule_and_mend(folder, case):
    table, column, value, words = CELLS[case]
    row = plain_claim() if table == "claims" else 3
    change(folder, table, row, column, value)
    with pytest.raises(rules.DataError) as error:
        tables.load(folder)
    assert (error.value.file, error.value.row) == (f"{table}.csv", row)
    assert error.value.column in (column, "hedge_kind", "claim_id"), error.value
    assert words in str(error.value)
    assert "To mend it: " in str(error.value)


def test_ends_of_a_range_that_are_swapped_are_named(folder):
    row = plain_claim()
    change(folder, "claims", row, "value_high", "0")
    change(folder, "claims", row, "value_low", "9")
    with pytest.raises(rules.DataError, match="larger than value_high"):
        tables.load(folder)


FILES = {
    "a missing table": (lambda p: p.unlink(), "missing"),
    "an empty table": (lambda p: p.write_text(""), "empty"),
    "a byte-order mark": (lambda p: p.write_bytes(b"\xef\xbb\xbf" + p.read_bytes()), "byte-order mark"),
    "Latin-1 bytes": (
        lambda p: p.write_bytes(p.read_bytes().replace(b"Zhanaozen", b"Zhana\xf6zen", 1)),
        "UTF-8",
    ),
    "a missing column": (
        lambda p: p.write_text(p.read_text("utf-8").replace("locator", "place_in_text", 1), "utf-8"),
        "'locator' is missing",
    ),
    "a column too many": (
        lambda p: p.write_text(p.read_text("utf-8").replace("claim_id", "x,claim_id", 1), "utf-8"),
        "columns are",
    ),
    "a row with a stray comma": (
        lambda p: p.write_text(p.read_text("utf-8").rstrip("\n") + ",\n", "utf-8"),
        "cells",
    ),
    "a quotation mark left open": (
        lambda p: p.write_text(p.read_text("utf-8") + '"', "utf-8"),
        "cannot be read as CSV",
    ),
    "a key used twice": (
        lambda p: p.write_text(p.read_text("utf-8") + p.read_text("utf-8").splitlines()[1] + "\n", "utf-8"),
        "already stands",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_bad_file_is_named_with_rule_and_mend(folder, case):
    damage, words = FILES[case]
    damage(folder / "claims.csv")
    with pytest.raises(rules.DataError, match=words) as error:
        tables.load(folder)
    assert str(error.value).startswith("claims.csv")
    assert "To mend it: " in str(error.value)
