"""The tables keep their rules, and a table that breaks one is told so in a clear sentence."""

import csv
import dataclasses
import re
import shutil

import pytest

from zhanaozen import evidence, rules, tables
from zhanaozen.dates import first_day, last_day

TABLES = list(tables.schema())
FILES_HELD = [path for folder in (tables.DATA, tables.PRACTICE) for path in sorted(folder.glob("*.csv"))]


def test_every_table_keeps_every_rule():
    assert tables.load().check().claims
    assert tables.practice().claims


@pytest.mark.parametrize("path", FILES_HELD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_reading_and_writing_a_table_changes_no_byte(path):
    assert tables.write_rows(path.stem, tables.read_rows(path.stem, path.parent)) == path.read_bytes().decode()


@pytest.mark.parametrize("table", TABLES)
def test_a_record_has_every_column_of_its_table(table):
    columns = [f["name"] for f in tables.schema()[table]["schema"]["fields"]]
    [row, *_] = getattr(tables.load(), table)
    assert [f.name for f in dataclasses.fields(row)][: len(columns)] == columns


def test_every_source_question_and_series_is_used():
    data = tables.load()
    used = {row.source_id for table in ("claims", "defendants", "indicators", "provisions") for row in getattr(data, table)}
    assert {s.source_id for s in data.sources} == used
    assert {q.question_id for q in data.questions} == {c.question_id for c in data.claims} - {None}
    assert {s.series_id for s in data.series} == {i.series_id for i in data.indicators}


def test_every_position_and_every_unit_on_a_list_is_taken_by_a_source():
    taken = {(c.question_id, words) for c in tables.claims() for words in (c.position, c.unit) if words}
    listed = {(q.question_id, words) for q in tables.load().questions for words in (*q.positions, *q.units)}
    assert listed == taken


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


def test_a_claim_names_only_people_whom_its_own_text_names():
    """Sources are never joined to find out who somebody is."""
    joined = [
        (person.name, c.claim_id)
        for person in tables.load().people
        for c in evidence.about(person.name)
        if c.source_id not in person.source_ids
    ]
    assert not joined


def test_those_named_for_their_trial_stand_in_a_trial_and_the_dead_hold_no_office():
    data = tables.load()
    tried = {d.person_id for d in data.defendants}
    tiers = {tier: {p.person_id for p in data.people if p.display_tier == tier} for tier in TIERS}
    assert tiers["convicted"] <= tried
    assert not tiers["named_victim"] & tried
    assert all(people for people in tiers.values())


def test_a_trial_lists_the_texts_that_its_defendants_and_outcomes_rest_on():
    data = tables.load()
    rests_on = {t.trial_id: set() for t in data.trials}
    for d in data.defendants:
        rests_on[d.trial_id] |= {d.source_id, *d.also_in}
    for o in data.outcomes:
        for trial_id in o.trial_ids:
            rests_on[trial_id].add(o.claim.source_id)
    missing = {t.trial_id: rests_on[t.trial_id] - set(t.source_ids) for t in data.trials}
    assert not any(missing.values()), missing


def test_a_part_of_an_event_begins_within_it():
    for event in tables.load().events:
        if event.part_of:
            whole = tables.load().by_key("events")[event.part_of]
            assert first_day(whole.start) <= first_day(event.start) <= last_day(whole.end), event.event_id


TIERS = tables.vocabulary("people", "display_tier")


def test_what_is_hard_to_read_is_marked_as_such():
    """The words that a class should not meet unprepared stand only in rows marked 2 or 3."""
    words = re.compile(r"\b(tortur\w+ (him|her|them)|raped?|naked|suffocat\w+|electric)\b", re.IGNORECASE)
    assert not [c.claim_id for c in tables.claims() if words.search(c.claim) and c.intensity < 2]


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
    "an event that ends before it starts": ("events", "end", "1901", "before start"),
    "a whole that is no event": ("events", "part_of", "doomsday", "not a key of events.csv"),
    "a text in a list that is none": ("events", "source_ids", "nobody-2011", "not a key of sources.csv"),
    "a spelling given twice": ("organisations", "names", "A|A", "twice"),
    "a pseudonym among the people": ("people", "name", "Temir T.", "pseudonym"),
    "a tier that is none": ("people", "display_tier", "suspect", "not a word"),
    "a defendant who is no person": ("defendants", "person_id", "nobody", "not a key of people.csv"),
    "a count that its claim does not give": ("outcomes", "count_low", "9999", "is not what"),
    "a period that is none": ("indicators", "period", "2011-13", "is no period"),
    "a bound above the other": ("indicators", "value_high", "-9999999", "smaller"),
    "a rule of law quoted at length": ("provisions", "phrase", "one two three four five six seven eight nine", "eight"),
    "a question that a rule cannot bear on": ("provisions", "bears_on", "weather", "not a key of questions.csv"),
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
        tables.load(folder).check()
    assert (error.value.file, error.value.row) == (f"{table}.csv", row)
    assert error.value.column in (column, "hedge_kind", "claim_id"), error.value
    assert words in str(error.value)
    assert "To mend it: " in str(error.value)


def test_ends_of_a_range_that_are_swapped_are_named(folder):
    row = plain_claim()
    change(folder, "claims", row, "value_high", "0")
    change(folder, "claims", row, "value_low", "9")
    with pytest.raises(rules.DataError, match="larger than value_high"):
        tables.load(folder).check()


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
        tables.load(folder).check()
    assert str(error.value).startswith("claims.csv")
    assert "To mend it: " in str(error.value)


def test_nobody_without_a_name_is_one_voice_with_somebody_who_has_one():
    """Charts that put a voice into one row name one of its speakers: an unnamed person would get a name."""
    voices: dict[str, set[bool]] = {}
    for c in tables.claims():
        if c.speaker_role in ("medical", "resident", "striker", "victim_family"):
            named = re.match(r"[A-Z][\w-]+ [A-Z][\w-]+(?!'s)\b", c.speaker.split(",")[0])
            voices.setdefault(c.voice, set()).add(bool(named))
    assert True in set().union(*voices.values())
    assert not [voice for voice, kinds in voices.items() if len(kinds) > 1]
