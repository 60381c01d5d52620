"""A path of judgement is looked at by what was read, never by the answer that it ends in."""

import ipywidgets as widgets
import pytest

from zhanaozen import desk, evidence, standing, workbook

COMPLETE, MORE, OPEN = evidence.question("count_complete").positions


def source_with(*positions):
    """A text whose claims on the count hold exactly these answers."""
    for source in standing.documents("count_complete"):
        held = {c.position for c in evidence.claims_on("count_complete") if c.source == source} - {None}
        if held == set(positions):
            return source.source_id
    raise AssertionError(positions)


def path(*steps):
    """Notes on steps given as (position, confidence, source id, why)."""
    entries = {
        standing.key(stage, "count_complete"): dict(zip(("position", "confidence", "source", "why"), step, strict=False))
        for stage, step in zip(standing.STAGES, steps, strict=False)
    }
    return standing.review(standing.read(entries)[evidence.question("count_complete")])


@pytest.mark.parametrize(("mine", "other"), [(COMPLETE, MORE), (MORE, COMPLETE)])
def test_the_same_move_earns_the_same_whichever_answer_it_leaves(mine, other):
    for_mine, against = source_with(mine), source_with(other)
    why = "it says how the number was made and who made it"
    assert [n.met for n in path((mine, "probable"), (mine, "possible", against))] == [True], "less sure"
    assert [n.met for n in path((mine, "possible"), (mine, "probable", for_mine))] == [True], "surer"
    assert [n.met for n in path((mine, "probable"), (other, "possible", against))] == [True], "turned"
    assert [n.met for n in path((mine, "probable"), (mine, "probable", against, why))] == [True], "held, and said why"
    assert [n.met for n in path((mine, "probable"), (mine, "probable", against))] == [False], "held without a word"
    assert [n.met for n in path((mine, "possible"), (mine, "probable", against))] == [False], "surer by its opposite"
    assert [n.met for n in path((mine, "probable"), (other, "possible", for_mine))] == [False], "turned by its opposite"
    assert [n.met for n in path((mine, "possible"), (mine, "certain", for_mine))] == [False], "certain"
    assert [n.met for n in path((mine, "possible"), (other, "possible"))] == [False], "named nothing"


def test_what_each_text_moved_is_told():
    against = source_with(MORE)
    entries = {
        "before/count_complete": {"position": COMPLETE, "confidence": "certain"},
        "05/count_complete": {"position": COMPLETE, "confidence": "possible", "source": against},
    }
    [(source, told)] = standing.moved_by(standing.read(entries)).items()
    assert source.source_id == against
    assert told == [f"{evidence.question('count_complete').question} You became less sure (certain, now possible)."]


@pytest.mark.parametrize("value", [None, 3, "x", [], {"position": "gone"}, {"position": MORE, "confidence": []}])
def test_whatever_stands_in_the_workbook_is_read_without_a_fall(value):
    assert not any(standing.read({"before/count_complete": value}).values())


def test_answers_are_saved_at_once_come_back_and_make_a_path(workbook_file):
    before = desk.where_i_stand("before")
    before._fields["count_complete"]["position"].value = MORE
    before._fields["count_complete"]["confidence"].value = "probable"
    after = desk.where_i_stand("05")
    for name, given in (("position", OPEN), ("confidence", "open"), ("source", source_with(OPEN)), ("why", "<b>no list")):
        after._fields["count_complete"][name].value = given
    again = desk.where_i_stand("05")
    assert again._fields["count_complete"]["why"].value == "<b>no list"
    assert "back" in again._status.value
    again.show()
    assert "1 of 1 steps follow what you read" in again._path.value
    assert "turned from" in again._path.value
    assert set(workbook.read().judgements) == {"before/count_complete", "05/count_complete"}


def test_every_field_has_a_label_and_before_any_document_none_is_asked_for():
    for stage in standing.STAGES:
        fields = [f for of_one in desk.where_i_stand(stage)._fields.values() for f in of_one.values()]
        assert all(f.description for f in fields)
        assert len(fields) == (6 if stage == "before" else 12)
        assert all(isinstance(f, widgets.Dropdown | widgets.Textarea) for f in fields)


def test_an_unknown_stage_is_answered_with_those_there_are():
    with pytest.raises(desk.standing.UnknownStage, match="before, 04, 05, 07"):
        desk.where_i_stand("06")
