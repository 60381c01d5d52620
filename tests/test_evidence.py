"""The questions asked of the tables give what a careful reader would find in the rows."""

import csv
from pathlib import Path

import pytest

from zhanaozen import dates, evidence, search, tables

PRACTICE = tables.practice()


def test_an_unknown_question_is_answered_with_those_there_are():
    with pytest.raises(evidence.UnknownQuestion, match="There are: accountability, attacks_linked"):
        evidence.claims_on("kiled")


def test_what_was_known_on_a_day_holds_nothing_said_later_or_dated_vaguely():
    known = evidence.claims_on("killed", said_by="2011-12-16")
    assert {(c.value_low, c.value_high) for c in known if c.unit == "people killed"} == {(0, 0), (10, 10)}
    assert not [c for c in known if c.said_on == "2011-12"], "'December 2011' is certain only on the 31st"
    assert [c for c in evidence.claims_on("killed", said_by="2011-12-31") if c.said_on == "2011-12"]


def test_claims_come_in_the_order_in_which_they_were_said():
    days = [dates.last_day(c.said_on) for c in evidence.claims_on("killed") if c.said_on]
    assert days == sorted(days)


def test_texts_that_pass_on_one_report_are_one_voice():
    twelve = next(f for f in evidence.figures(PRACTICE.claims) if f.unit == "goats" and f.low == 12 and f.high is None)
    assert len(twelve.voices) == 1
    fifteen = [tables.claim(c) for c in ("kostyuchenko-2018.04", "jones-2012.02", "kantor-2012.02")]
    [figure] = evidence.figures(fifteen)
    assert figure.alone
    assert not figure.opposed, "an official figure repeated by its critics is no agreement of opposed sides"


def test_the_same_digits_of_different_things_are_different_figures():
    seventy_five = [f for f in evidence.figures(evidence.claims_on("wounded")) if (f.low, f.high) == (75, 75)]
    assert {f.unit for f in seventy_five} == {"people wounded", "people with gunshot wounds"}


def test_the_hospital_and_the_state_share_the_number_of_people_registered():
    shared = evidence.shared_by_opposed(evidence.claims_on("wounded", place_id="zhanaozen"))
    assert [(f.low, f.high, f.unit) for f in shared] == [(99, 99, "people wounded")]


def test_a_range_runs_from_the_lowest_to_the_highest_of_a_source_in_one_unit():
    [found] = [r for r in evidence.ranges(PRACTICE.claims) if r.source_id == "linden-office"]
    assert (found.low, found.high, found.unit) == (0, 4, "goats")


def test_police_fire_is_named_on_every_side():
    answers = evidence.positions("killed_by_police_fire")
    sides = {evidence.SIDES[c.standpoint] for c in answers["police fire killed people"]}
    assert sides == {"official", "outside", "on_the_spot"}


def test_silence_lists_the_sources_that_say_nothing():
    core = sorted(s.source_id for s in tables.sources() if s.core)
    assert evidence.silent(core, "count_complete") == ["hrw-letter-2012", "kantor-2012", "rferl-2012"]


def test_every_standpoint_is_on_a_side():
    assert set(evidence.SIDES) == set(tables.vocabulary("sources", "standpoint"))
    assert set(tables.ROLE_STANDPOINT) | {"author"} == set(tables.vocabulary("claims", "speaker_role"))


# --- nothing that the core documents dispute, or share, is lost -----------------------------------------

with (Path(__file__).parent / "contradictions.csv").open(encoding="utf-8", newline="") as file:
    #: Points on which the six core documents differ (1 to 60) or opposed ones agree (a to t), as careful readers of
    #: the texts listed them: each with the question to ask of the tables, and the claims that must come back.
    POINTS = list(csv.DictReader(file))

ASK = {
    "question": evidence.claims_on,
    "about": evidence.about,
    "search": search.find,
    "event": lambda event_id: [c for c in tables.claims() if c.event_id == event_id],
    "place": lambda place_id: [c for c in tables.claims() if c.place_id == place_id],
}


def test_all_sixty_disagreements_and_twenty_agreements_are_asked_for():
    assert {p["point"] for p in POINTS} == {*map(str, range(1, 61)), *"abcdefghijklmnopqrst"}


@pytest.mark.parametrize("point", POINTS, ids=[f"row{n}-point-{p['point']}" for n, p in enumerate(POINTS, 2)])
def test_a_point_comes_out_of_the_tables_by_a_query(point):
    claims = [tables.claim(claim_id) for claim_id in point["claims"].split("|")]
    match point["query"]:
        case "agreement":
            shared = evidence.agreements()[evidence.question(point["argument"])]
            assert any(set(claims) <= set(answer.claims) for answer in shared)
            sides = {evidence.SIDES[evidence.voice_standpoint(c)] for c in claims}
            assert "official" in sides
            assert len(sides) > 1
        case "within":
            source_id, question_id = point["argument"].split()
            found = evidence.against_itself(source_id)[evidence.question(question_id)]
            assert set(claims) <= set(found)
            assert len({(c.position, c.unit, c.value_low, c.value_high, c.hedge_kind) for c in claims}) > 1
        case query:
            assert set(claims) <= set(ASK[query](point["argument"]))
            if query == "question":
                assert len({(c.position, c.unit, c.value_low, c.value_high, c.hedge_kind) for c in claims}) > 1


def test_what_supports_a_claim_counts_each_voice_once():
    fifteen = evidence.supporters(tables.claim("kostyuchenko-2018.04"))
    assert len(fifteen.voices) < len(fifteen.claims)
    assert not fifteen.opposed, "critics who repeat an official count are not on its side"
    assert evidence.supporters(tables.claim("kantor-2012.14")).opposed
    with pytest.raises(ValueError, match="answers no question"):
        evidence.supporters(next(c for c in tables.claims() if not c.question_id))


def test_terms_in_prison_of_different_people_are_no_agreement_and_no_dispute():
    for figure in evidence.figures(evidence.claims_on("prison_terms")):
        assert len({c.scope for c in figure.claims}) == 1


def test_standpoints_that_are_silent_on_a_question_make_no_claim_on_it():
    speaking = {c.standpoint for c in evidence.claims_on("torture")}
    silent = evidence.silent_standpoints("torture")
    assert not speaking & set(silent)
    assert speaking | set(silent) == set(evidence.SIDES)


def test_everything_about_a_person_is_found_under_any_spelling_and_nobody_unnamed_is_added():
    found = evidence.about("Тулетаева")
    assert found == evidence.about("Roza Tuletayeva")
    unnamed = [c for c in tables.claims() if c.source_id == "kostyuchenko-2018" and "activist" in c.claim + c.speaker]
    assert unnamed
    assert not set(found) & set(unnamed)
