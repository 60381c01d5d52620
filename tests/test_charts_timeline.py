"""Time from left to right: events and statements stand where the tables put them, and no more exactly."""

import dataclasses
import itertools

import pytest

from zhanaozen import charts, display, evidence, tables, text

EVENTS = tables.load().by_key("events")
STRIKE = [e for e in tables.load().events if e.phase == "strike"]
FIRE = evidence.claims_on("killed_by_police_fire")


def drawn(chart) -> dict:
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def timeline(*event_ids) -> dict[str, dict]:
    """The rows of a timeline by event."""
    spec = drawn(charts.timeline([EVENTS[e] for e in event_ids], "When?", "Nothing else."))
    return {row["mark"]: row for row in spec["datasets"]["events"]}


def statements(claims) -> dict:
    return drawn(charts.statements(claims, "Who said it when?", "Nothing else."))


@pytest.mark.parametrize(
    "chart",
    [charts.timeline(STRIKE, "When?", "Nothing else."), charts.statements(FIRE, "When?", "Nothing else.")],
    ids=["timeline", "statements"],
)
def test_a_chart_of_time_has_title_reading_lines_and_short_words(chart):
    spec = drawn(chart)
    assert spec["title"]["text"] == "When?"
    assert "Nothing else." in spec["title"]["subtitle"]
    assert spec["description"].startswith("When?")
    assert len(spec["description"]) < 1500


def test_events_stand_in_time_order_with_the_claims_that_the_tables_hold():
    rows = drawn(charts.timeline(reversed(STRIKE), "When?", "Nothing."))["datasets"]["events"]
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    for row in rows:
        held = sum(c.event_id == row["mark"] for c in tables.claims())
        assert row["label"].endswith(f"· {held} claim{'' if held == 1 else 's'}" if held else "· no claim"), row["mark"]


def test_an_event_without_a_day_is_a_span_and_only_what_is_certain_is_thick():
    asked = ("ozenmunaigaz_strike", "bozhenko_killed", "dismissals", "emergency")
    spec = drawn(charts.timeline([EVENTS[e] for e in asked], "When?", "Nothing else."))
    rows = {row["mark"]: row for row in spec["datasets"]["events"]}
    dashes: dict[str, list] = {}
    for row in spec["datasets"]["dashes"]:
        dashes.setdefault(row["mark"], []).append((row["dash"], row["dash_right"]))
    assert {event: row["kind"] for event, row in rows.items()} == {
        "ozenmunaigaz_strike": "day",
        "bozhenko_killed": "vague",
        "dismissals": "lasted",
        "emergency": "lasted",
    }
    assert dashes == {
        "bozhenko_killed": [("2012-10-01", "2012-11-01")],
        "dismissals": [("2011-06-01", "2011-06-30"), ("2011-12-02", "2012-01-01")],
    }, "what is known to the day is never dashed"
    assert (rows["dismissals"]["sure"], rows["dismissals"]["sure_right"]) == ("2011-06-30", "2011-12-02")
    assert rows["bozhenko_killed"]["label"].startswith("some time in October 2012")
    assert "A thin dashed bar: somewhere in this span" in " ".join(spec["title"]["subtitle"])


def test_an_event_on_which_sources_differ_is_hollow():
    rows = timeline("camp_raid", "dismissals", "moratorium_ends", "hunger_strikes")
    assert [(row["fill"], row["paper"] == "white") for row in rows.values()].count((0, True)) == 2
    assert all((row["fill"] == 0) == EVENTS[event].contested for event, row in rows.items())


def test_an_event_about_which_no_claim_is_held_is_drawn_faint_and_said_to_be_so():
    bare = dataclasses.replace(EVENTS["moratorium_ends"], event_id="bare", title="An event without a claim")
    spec = drawn(charts.timeline([bare, EVENTS["camp_raid"]], "When?", "Nothing."))
    rows = {row["mark"]: row for row in spec["datasets"]["events"]}
    assert rows["bare"]["ink"] != rows["camp_raid"]["ink"]
    assert rows["bare"]["label"].endswith("no claim")
    assert "we hold no claim about it" in " ".join(spec["title"]["subtitle"])


def test_words_beside_an_event_stay_in_the_picture():
    for row in drawn(charts.timeline(STRIKE, "When?", "Nothing."))["datasets"]["events"]:
        assert (row["align"], row["dx"] >= 0) in {("left", True), ("right", False), ("right", True)}
        assert row["dy"] == 0 or row["kind"] != "day", "words of a day stand beside it"


def test_every_dated_statement_is_behind_a_mark_in_the_row_of_its_answer():
    spec = statements(FIRE)
    heads = {row["mark"]: row["told"][0] for row in spec["datasets"]["behind"]}
    assert sum(int(head.split(" of ")[1].split(" ·")[0]) for head in heads.values()) == len(FIRE)
    positions = evidence.question("killed_by_police_fire").positions
    for row in spec["datasets"]["said"]:
        position, *_ = row["mark"].split("|")
        assert row["row"].split("\t")[1].split(".")[0] == str(positions.index(position))


def test_rows_follow_the_list_of_answers_and_an_answer_that_nobody_gives_is_told():
    spec = statements([c for c in FIRE if c.position == "police fire killed people"])
    labels = [lane["row"].split("\t")[0] for lane in spec["datasets"]["lanes"]]
    assert [label for label in labels if label] == list(evidence.question("killed_by_police_fire").positions)
    silent = [lane for lane in spec["datasets"]["lanes"] if lane["middle"] and not lane["said"]]
    assert len(silent) == 2
    assert "in none of these claims" in spec["description"]


def test_a_statement_without_a_day_is_a_span_that_ends_in_its_mark():
    rows = statements(FIRE)["datasets"]["said"]
    for row in rows:
        said = row["mark"].split("|")[1]
        assert row["vague"] == (said.count("-") < 2), said
        assert (row["from"] < row["to"]) == row["vague"], said


def test_later_days_stand_further_right_however_fast_time_runs():
    claims = evidence.claims_on("strike_legal") + evidence.claims_on("strikers_violent")
    days = sorted((row["mark"].split("|")[1], row["to"]) for row in statements(claims)["datasets"]["said"])
    exact = [(day, x) for day, x in days if day.count("-") == 2]
    assert len(exact) > 5
    assert all(a[1] <= b[1] for a, b in itertools.pairwise(exact))


def test_nothing_is_said_of_an_event_before_it():
    said = [c for c in FIRE if c.said_on == "2012" and c.when_start == "2011-12"]
    assert said, "or this proves nothing"
    early = [dataclasses.replace(c, said_on="2011", when_start="2011-12-16") for c in said]
    row = statements([*early, *evidence.claims_on("killed_by_police_fire", said_by="2011-12-17")])["datasets"]["said"]
    first = min(r["to"] for r in row)
    assert all(r["from"] >= first for r in row)


def test_a_hedged_statement_is_hollow():
    rows = statements(FIRE)["datasets"]["said"]
    hollow = {c.said_on for c in FIRE if c.hedge_kind in evidence.DOUBTS}
    assert hollow
    assert {c.said_on for c in FIRE if c.hedge_kind} > hollow, "'about 70' hedges a number and no answer"
    assert {row["mark"].split("|")[1] for row in rows if row["fill"] == 0} == hollow


def test_marks_of_one_lane_do_not_cover_each_other():
    lanes: dict[str, list] = {}
    for row in statements(evidence.claims_on("torture"))["datasets"]["said"]:
        lanes.setdefault(row["row"], []).append((row["from"], row["to"]))
    for of_lane in lanes.values():
        assert all(b[0] - a[1] >= 18 for a, b in itertools.pairwise(sorted(of_lane)))


def test_claims_on_several_questions_get_a_row_for_each_speaker():
    claims = [c for c in tables.claims() if c.voice == "prosecutor_general" and c.said_on == "2012-01-25"]
    assert len({c.question_id for c in claims}) > 1
    for said in (claims, [FIRE[0], *claims]):
        labels = [lane["row"].split("\t")[0] for lane in statements(said)["datasets"]["lanes"] if lane["middle"]]
        assert len(labels) == len({text.who(c) for c in said})


def test_claims_without_a_date_are_counted_as_left_out():
    claims = [*FIRE, dataclasses.replace(FIRE[0], said_on=None)]
    assert "1 claim without a date is left out" in " ".join(statements(claims)["title"]["subtitle"])


def test_numbers_are_sent_to_the_charts_that_draw_them():
    with pytest.raises(charts.NothingToDraw, match=r"charts\.two_clocks .* charts\.ranges"):
        charts.statements(evidence.claims_on("killed"), "Killed?", "Nothing.")


def test_nothing_to_draw_in_time_is_said():
    with pytest.raises(charts.NothingToDraw, match="no event"):
        charts.timeline([], "When?", "Nothing.")
    with pytest.raises(charts.NothingToDraw, match="No claim is held"):
        charts.timeline([dataclasses.replace(EVENTS["camp_raid"], event_id="bare")], "When?", "Nothing.")
    with pytest.raises(charts.NothingToDraw, match="dated"):
        charts.statements([], "When?", "Nothing.")
