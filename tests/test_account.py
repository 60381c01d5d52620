"""The argument desk judges the use of evidence, keeps what is written, and gives away a clean document."""

import re
from pathlib import Path

import nbformat
import pytest

from zhanaozen import account, desk, evidence, tables, workbook

SOLUTION = Path(__file__).parents[1] / "solutions" / "09_your_account.ipynb"
FOR_FIRE = (
    "The prosecutor says of some cases that the use of weapons cost lives [hrw-letter-2012.01], and a writer who defends "
    "the police accepts it too, though both add that officers were attacked first and had little choice "
    "[kantor-2012.09]. A broadcaster outside says the same [rferl-2012.03]."
)


def section(question_id, words, held="probable"):
    return account.Section(evidence.question(question_id), held, words)


def met(written) -> dict[str, bool]:
    return {note.name: note.met for note in account.review(written)}


def test_an_answer_that_opposed_sides_share_may_be_held_as_settled_and_a_disputed_one_not():
    shared = section(
        "police_count",
        "Ageleuov and Kantor, who stand far apart, both speak of 100 officers who went out against the crowd with arms [ageleuov-2020.102, kantor-2012.32].",
        "settled",
    )
    against = account.strongest_against(shared)
    assert met(shared)["How sure you are fits"] == (not against)
    warned = evidence.positions("warning")
    [one, *_] = warned["there was no warning"]
    disputed = section(
        "warning", f"There was no warning at all, says the witness whom we trust [{one.claim_id}].", "settled"
    )
    assert not met(disputed)["How sure you are fits"]
    assert not met(disputed)["The strongest evidence against is met"]


def test_two_good_sections_with_opposite_answers_are_judged_alike():
    warned = evidence.positions("warning")
    yes = next(c for c in warned["there was a warning, in words or shots"] if c.standpoint == "state")
    no = next(c for c in warned["there was no warning"] if evidence.SIDES[c.standpoint] != "official")
    words = "weighs more for me than {}, because the first speaker was closer to the square and says how it was known [{}, {}]. Each has an interest, so the other account stays possible."
    for_warning = section(
        "warning",
        f"What officials say of shots fired as a warning {words.format('what witnesses deny', yes.claim_id, no.claim_id)}",
    )
    for_none = section(
        "warning",
        f"What witnesses say of fire without any warning {words.format('what officials claim', no.claim_id, yes.claim_id)}",
    )
    assert met(for_warning) == met(for_none)
    assert all(met(for_none).values())


def test_bare_certainty_and_a_heap_of_copied_ids_are_not_enough():
    certain = section("killed", "Everybody knows that it was a massacre and that is that.", "settled")
    assert not met(certain)["Two voices or more"]
    assert not met(certain)["How sure you are fits"]
    ids = ", ".join(c.claim_id for c in evidence.claims_on("killed")[:30])
    assert not met(section("killed", f"[{ids}]"))["Your own words"]


def test_a_hedge_that_was_lost_and_an_end_of_a_range_that_was_left_out_are_named():
    notes = {
        n.name: n
        for n in account.review(
            section(
                "killed", "Sixty-four were killed, that is 64 [kostyuchenko-2018.01], or 15 [kostyuchenko-2018.04]."
            )
        )
    }
    assert not notes["The hedge of kostyuchenko-2018.01 is kept"].met
    kept = met(section("killed", "Up to 64 were killed [kostyuchenko-2018.01], or 15 [kostyuchenko-2018.04]."))
    assert "The hedge of kostyuchenko-2018.01 is kept" not in kept
    assert kept["The whole range is given"]
    assert not met(section("killed", "Up to 64 were killed [kostyuchenko-2018.01, kostyuchenko-2018.04]."))[
        "The whole range is given"
    ]


def test_a_range_is_of_what_counts_the_same_and_its_ends_may_be_written_with_spaces_or_points():
    terms = {c.scope: c for c in evidence.claims_on("prison_terms") if c.value_low == c.value_high}
    kozlov, officer = terms["Vladimir Kozlov"], terms["Kabdygali Utegaliev"]
    apart = section("prison_terms", f"Two courts, two men [{kozlov.claim_id}, {officer.claim_id}].")
    assert "The whole range is given" not in met(apart), "the term of one is no end of a range for the other"
    fewer, more = "ep-2012-03-15-resolution.03", "ageleuov-2020.90"
    low, high = tables.claim(fewer).value_low, tables.claim(more).value_high
    for words in (f"{low:,} and {high:,}", f"{low:,} and {high:,}".replace(",", " ")):
        assert met(section("crowd_size", f"From {words} [{fewer}, {more}]."))["The whole range is given"]
    assert not met(section("crowd_size", f"At least {low:,} [{fewer}, {more}]."))["The whole range is given"]


def test_the_strongest_claim_against_gives_another_answer_and_knows_most_closely():
    one = evidence.positions("warning")["there was a warning, in words or shots"][0]
    [first, *_] = account.strongest_against(section("warning", f"[{one.claim_id}]"))
    assert first.position == "there was no warning"
    others = evidence.positions("warning")["there was no warning"]
    closeness = account._CLOSENESS.index
    assert closeness(first.directness) == min(closeness(c.directness) for c in others)
    assert account.strongest_against(section("warning", "I cite nothing.")) == []


def test_nobody_is_sent_to_a_claim_above_the_ceiling_that_is_set(workbook_file, monkeypatch):
    hard = next(
        (s, c)
        for q in tables.load().questions
        for a in evidence.answers(q.question_id)
        for s in [section(q.question_id, f"[{a.claims[0].claim_id}]")]
        for c in account.strongest_against(s)
        if c.intensity > 1
    )
    written, claim = hard
    mine = desk.write_account(written.question.question_id)
    mine._text.value = written.words
    mine.read_section()
    assert f"behind its box: {claim.claim_id}" in mine._notes.value or claim.claim_id in mine._notes.value
    assert claim.claim not in mine._notes.value, "what describes violence waits behind the box"
    monkeypatch.setenv("ZHANAOZEN_CEILING", "1")
    mine.read_section()
    assert claim.claim_id not in mine._notes.value


def test_an_id_that_is_not_in_the_ledger_is_named():
    notes = account.review(section("warning", "It is so [nobody-2011.01]."))
    assert "nobody-2011.01" in notes[0].tip
    assert not notes[0].met


WRITTEN = {
    "title": "<b>What I hold</b>",
    "killed_by_police_fire": {
        "held": "settled",
        "text": FOR_FIRE + "\n\nSecond paragraph with Жаңаөзен, {braces} and \\ backslash.",
    },
    "no_such_question": {"held": "open", "text": "lost"},
    "warning": "broken",
}


def test_the_page_numbers_its_citations_and_lists_each_claim_once_with_its_source():
    page = account.as_html(account.read(WRITTEN))
    assert "<b>" not in page
    assert "lives [1], and" in page
    rows = re.findall(r"<tr><td>(\d+)</td><td>([^<]+)</td>", page)
    assert rows == [("1", "hrw-letter-2012.01"), ("2", "kantor-2012.09"), ("3", "rferl-2012.03")]
    assert tables.claim("kantor-2012.09").source.title in page
    assert not re.search(r"/(home|root|tmp|Users)/|https?://(?!creativecommons)", page)


def test_the_word_processor_file_holds_a_table_with_a_row_for_each_claim():
    rows = account.as_rtf(account.read(WRITTEN)).split("\\trowd")[1:]
    assert len(rows) == 1 + len({"hrw-letter-2012.01", "kantor-2012.09", "rferl-2012.03"})
    assert {row.count("\\cellx") for row in rows} == {len(account._HEAD)}
    assert {len(re.findall(r"\\cell\b", row)) for row in rows} == {len(account._HEAD)}


def test_the_word_processor_file_is_plain_ascii_with_balanced_groups():
    made = account.as_rtf(account.read(WRITTEN))
    assert made.isascii()
    assert made.startswith("{\\rtf1")
    bare = re.sub(r"\\[\\{}]", "", made)
    assert bare.count("{") == bare.count("}")
    assert "\\u1046?" in made, "the first letter of Жаңаөзен"
    assert "\\{braces\\} and \\\\ backslash" in made


@pytest.mark.parametrize("value", [None, 5, [], "x", {"warning": []}, {"warning": {"text": None}}, {"title": 7}])
def test_whatever_stands_in_the_workbook_is_read_without_a_fall(value):
    assert account.read(value).sections == ()
    assert "<h1>My account</h1>" in account.as_html(account.read(value))


def test_what_is_written_is_saved_at_once_and_is_back_with_a_new_desk(workbook_file):
    mine = desk.write_account("warning")
    mine._title.value = "What I hold"
    mine._text.value = "First words on the warning."
    mine._held.value = "open"
    mine._question.value = "killed"
    assert mine._text.value == ""
    mine._text.value = "Other words on the dead."
    mine._question.value = "warning"
    assert (mine._text.value, mine._held.value) == ("First words on the warning.", "open")
    again = desk.write_account("killed")
    assert (again._title.value, again._text.value) == ("What I hold", "Other words on the dead.")
    assert set(workbook.read().account) == {"title", "warning", "killed"}


def test_two_tabs_that_write_different_sections_lose_neither(workbook_file):
    left, right = desk.write_account("warning"), desk.write_account("killed")
    left._text.value, right._text.value = "On the warning.", "On the dead."
    assert {s.question.question_id for s in left.account.sections} == {"warning", "killed"}


def test_a_section_that_could_not_be_saved_stays_on_the_desk_until_it_can(workbook_file):
    mine = desk.write_account("warning")
    mine._text.value = "x" * 9_999
    mine._text.value = "y" * 10_001
    assert "10,001 characters" in mine._status.value
    mine._question.value = "killed"
    mine._question.value = "warning"
    assert mine._text.value == "y" * 10_001
    assert workbook.read().account["warning"].value["text"] == "x" * 9_999
    mine._text.value = "y" * 9_000
    assert desk.write_account("warning")._text.value == "y" * 9_000


def test_citing_puts_the_number_of_the_chosen_claim_into_the_section(workbook_file):
    mine = desk.write_account("warning")
    mine.cite()
    [claim] = mine.account.sections[0].cited
    assert claim == mine._reader.chosen
    mine.read_section()
    assert "Not yet: Two voices or more" in mine._notes.value


def test_evidence_is_kept_with_its_note_and_is_offered_at_the_argument_desk(workbook_file):
    reader = desk.keep(evidence.claims_on("warning"))
    first, second = (reader._list.options[n][1] for n in (0, 1))
    reader._note.value = "closest to the square"
    reader.keep()
    reader._list.value = second
    assert reader._note.value == ""
    reader._list.value = first
    assert reader._note.value == "closest to the square"
    mine = desk.write_account("warning")
    mine._only_kept.value = True
    assert [key for _, key in mine._reader._list.options] == [first]
    shown = desk.my_evidence()
    assert "closest to the square" in shown._table.value
    shown._one.value = first
    shown.give_up()
    assert workbook.read().kept == {}
    assert "no claim yet" in shown._table.value


def test_the_model_sections_that_disagree_are_judged_alike_and_the_weak_one_low():
    solution = nbformat.read(SOLUTION, as_version=4)
    cells = {cell["id"]: cell.source for cell in solution.cells}

    def model(name):
        quoted = [line.removeprefix("> ") for line in cells[name].splitlines() if line.startswith("> ")]
        return section("fire_order", " ".join(quoted))

    riot, shooting, weak = map(model, ("section-riot", "section-shooting", "section-weak"))
    first, second = ({c.position for c in s.cited[:1]} for s in (riot, shooting))
    assert first.isdisjoint(second), "they begin with claims for opposite answers"
    assert met(riot) == met(shooting)
    assert all(met(riot).values())
    assert sum(met(weak).values()) <= len(met(weak)) / 3


def test_an_account_without_a_section_is_neither_shown_nor_downloaded(workbook_file):
    mine = desk.write_account("warning")
    mine.show()
    mine.save_copy("html")
    assert "There is no section yet" in mine._whole.value
    assert mine._out.outputs == ()


def test_the_account_shown_below_follows_what_is_written_above(workbook_file):
    mine = desk.write_account("warning")
    mine._text.value = "First words."
    mine.show()
    mine._text.value = "Later words."
    assert "Later words." in mine._whole.value
    assert "First words." not in mine._whole.value


def test_a_list_of_kept_claims_that_is_empty_says_so_and_nothing_is_cited_from_it(workbook_file):
    mine = desk.write_account("warning")
    mine._only_kept.value = True
    assert "You keep no claim on this question" in mine._claims.children[0].value
    mine.cite()
    assert mine._text.value == ""
    assert "Choose a claim first" in mine._status.value


def test_a_section_that_cites_nothing_meets_nothing_about_evidence():
    nothing = met(
        section("warning", "I simply know how it was, and everybody whom I asked in the town knows it too.", "probable")
    )
    assert not nothing["Cited claims are in the ledger"]
    assert not met(section("warning", "Nobody can ever know how it was.", "open"))["How sure you are fits"]
    assert not nothing["The strongest evidence against is met"]
    assert not nothing["How sure you are fits"]
