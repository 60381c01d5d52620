"""Grids say who speaks, who is silent, and where answers differ, as the tables have it."""

import dataclasses
import re

import pytest

from zhanaozen import charts, display, evidence, tables

DAY = [e for e in tables.load().events if e.part_of == "day_16_december"]
CORE = [c for c in tables.claims() if c.source.core]
POSITIONS = [q for q in tables.load().questions if q.kind == "position"]


def drawn(chart) -> dict:
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def phases(claims, events=DAY) -> dict:
    return drawn(charts.phases(claims, events, "Who tells what?", "Nothing else."))


def standpoints(questions, claims=None) -> dict:
    return drawn(charts.standpoint_grid(questions, "Who answers?", "Nothing else.", claims))


def by_mark(spec) -> dict[str, dict]:
    return {row["mark"]: row for row in spec["datasets"]["cells"]}


@pytest.mark.parametrize(
    "chart",
    [
        charts.phases(CORE, DAY, "Who?", "Nothing else."),
        charts.standpoint_grid(POSITIONS[:8], "Who?", "Nothing else."),
        charts.standpoint_grid(tables.load().questions[:20], "Who?", "Nothing else."),
    ],
    ids=["phases", "8 questions", "20 questions"],
)
def test_a_grid_has_title_reading_lines_and_short_words(chart):
    spec = drawn(chart)
    assert spec["title"]["text"] == "Who?"
    assert "Nothing else." in spec["title"]["subtitle"]
    assert spec["description"].startswith("Who?")
    assert len(spec["description"]) < 1500


def test_a_cell_of_a_text_and_an_event_counts_its_claims_and_the_rest_is_silence():
    spec = phases(CORE)
    cells = by_mark(spec)
    sources = {c.source_id for c in CORE}
    for source_id in sources:
        for e in DAY:
            held = sum(c.source_id == source_id and c.event_id == e.event_id for c in CORE)
            assert cells.get(f"{source_id}|{e.event_id}", {"count": 0})["count"] == held
    assert len(cells) + len(spec["datasets"]["signs"]) == len(sources) * len(DAY)
    assert {row["words"] for row in spec["datasets"]["signs"]} == {"says nothing in what we hold"}


def test_the_silence_of_a_text_read_in_its_opening_has_a_sign_of_its_own():
    part = [c for c in tables.claims() if c.source_id == "reuters-2011-12-16-ten-killed"]
    assert part[0].source.read == "opening", "or this proves nothing"
    spec = phases([*CORE, *part])
    signs = {row["sign"]: row["words"] for row in spec["datasets"]["signs"]}
    assert len(signs) == 2
    assert "opening" in signs["○"]
    assert "○ says nothing in its opening" in " ".join(spec["title"]["subtitle"])


def test_a_text_whose_claims_were_left_out_is_not_called_silent():
    fire = [c for c in CORE if c.event_id == "day_shooting"]
    signs = phases(fire)["datasets"]["signs"]
    assert "·" in {row["sign"] for row in signs}
    hrw = next(r for r in signs if (r["row"], r["column"]) == ("hrw-letter-2012", "day_hospital"))
    assert hrw["words"] == "speaks of it only in claims that are not drawn here"


def test_a_cell_in_which_every_claim_is_hedged_is_hollow():
    for mark, row in by_mark(phases(CORE)).items():
        source_id, event_id = mark.split("|")
        said = [c for c in CORE if (c.source_id, c.event_id) == (source_id, event_id)]
        assert (row["fill"] == 0) == all(c.hedge_kind for c in said), mark


def test_texts_of_one_author_and_year_have_rows_of_their_own():
    two = [c for c in tables.claims() if c.source.publisher == "Reuters" and c.event_id in {e.event_id for e in DAY}]
    rows = {row["row"] for row in phases(two)["datasets"]["cells"]}
    assert len(rows) == len({c.source_id for c in two}) > 1


def test_columns_keep_the_order_of_time():
    events = [e for e in tables.load().events if e.event_id in ("trial_37", "day_shooting", "square_occupied")]
    headings = [row["column"] for row in phases(CORE, events)["datasets"]["headings"]]
    assert list(dict.fromkeys(headings)) == ["square_occupied", "day_shooting", "trial_37"]


def test_a_grid_of_standpoints_has_all_ten_and_tells_each_silence():
    spec = standpoints(POSITIONS[:8])
    columns = list(dict.fromkeys(row["column"] for row in spec["datasets"]["headings"]))
    assert columns == list(display.STANDPOINTS)
    assert len(spec["datasets"]["cells"]) + len(spec["datasets"]["signs"]) == 80


@pytest.mark.parametrize("question", POSITIONS, ids=lambda q: q.question_id)
def test_a_cell_is_split_exactly_if_voices_of_the_standpoint_take_different_positions(question):
    for mark, row in by_mark(standpoints([question])).items():
        standpoint = mark.split("|")[1]
        said = [c for c in evidence.claims_on(question.question_id) if evidence.voice_standpoint(c) == standpoint]
        assert row["differ"] == (len({c.position for c in said}) > 1), mark
        assert (row["shape"] == display.STANDPOINTS[standpoint][2]) == (not row["differ"])
        assert row["count"] == len({c.voice for c in said})
        assert said[0].position in {c.position for c in said if c.position in row["words"]}


def test_numbers_differ_if_they_cannot_all_be_right():
    killed = evidence.question("killed")
    state = [c for c in evidence.claims_on("killed") if evidence.voice_standpoint(c) == "state"]
    one = next(c for c in state if (c.value_low, c.value_high) == (16, 16))
    ten = dataclasses.replace(one, value_low=10, value_high=10)
    ten_elsewhere = dataclasses.replace(ten, place_id="shetpe")
    assert by_mark(standpoints([killed], [one, ten]))["killed|state"]["differ"]
    assert not by_mark(standpoints([killed], [one, ten_elsewhere]))["killed|state"]["differ"]


def test_shaded_rows_are_those_on_which_opposed_sides_agree():
    questions = tables.load().questions
    spec = standpoints(questions)
    at = {row["row"]: row["y"] for name in ("cells", "signs") for row in spec["datasets"][name]}
    shaded = [(band["top"], band["bottom"]) for band in spec["datasets"]["bands"] if band["shared"]]
    assert {row for row, y in at.items() if any(top < y < bottom for top, bottom in shaded)} == {
        q.question_id for q in evidence.agreements()
    }


def test_the_first_claims_behind_a_split_cell_show_that_answers_differ():
    spec = standpoints(POSITIONS)
    split = {row["mark"] for row in spec["datasets"]["cells"] if row["differ"]}
    behind = {
        row["mark"]: [tables.claim(line.split(" · ")[1]) for line in row["told"] if re.match(r"Claim \d of", line)]
        for row in spec["datasets"]["behind"]
    }
    assert split
    assert all(len({c.position for c in behind[mark]}) == 2 for mark in split)


def test_silence_among_chosen_claims_is_not_called_silence_in_all_we_hold():
    spec = standpoints(POSITIONS[:8], evidence.claims_on(POSITIONS[0].question_id))
    assert {row["words"] for row in spec["datasets"]["signs"]} == {"no answer in these claims"}


def test_who_only_passes_on_an_answer_is_not_called_silent():
    spec = standpoints([evidence.question("kenzhebaev_death")])
    signs = {row["column"]: row["sign"] for row in spec["datasets"]["signs"]}
    speaking = {c.standpoint for c in evidence.claims_on("kenzhebaev_death")}
    assert {column for column, sign in signs.items() if sign == "»"} == speaking & set(signs) == {"press"}
    assert "only passes on another's answer: Press" in spec["description"]
    assert "» only passes on another's answer" in " ".join(spec["title"]["subtitle"])


def test_many_questions_stand_below_the_lessons_that_ask_them():
    labels = standpoints(POSITIONS)["vconcat"][0]["layer"][0]["encoding"]["y"]["axis"]["labelExpr"]
    for lesson in {q.lesson for q in POSITIONS}:
        assert f'"Asked in lesson {lesson}"' in labels
    few = standpoints(POSITIONS[:8])["vconcat"][0]["layer"][0]["encoding"]["y"]["axis"]["labelExpr"]
    assert "Asked in" not in few


def test_nothing_to_draw_in_a_grid_is_said():
    with pytest.raises(charts.NothingToDraw, match="None of these claims"):
        charts.phases([c for c in CORE if not c.event_id], DAY, "Who?", "Nothing.")
    with pytest.raises(charts.NothingToDraw, match="No claim answers"):
        charts.standpoint_grid(POSITIONS[:2], "Who?", "Nothing.", claims=[])
    with pytest.raises(evidence.UnknownQuestion):
        charts.standpoint_grid([dataclasses.replace(POSITIONS[0], question_id="x")], "Who?", "Nothing.")
