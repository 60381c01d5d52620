"""The questions asked of the tables give what a careful reader would find in the rows."""

import pytest

from zhanaozen import dates, evidence, tables

PRACTICE = tables.practice()


def test_an_unknown_question_is_answered_with_those_there_are():
    with pytest.raises(evidence.UnknownQuestion, match="There are: count_complete, detained"):
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
