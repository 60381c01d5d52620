"""Under every ceiling every learning goal of every lesson can be reached, and what is harder does not come up."""

import pytest

from zhanaozen import ceiling, desk, keys, tables, tasks, workbook
from zhanaozen.marking import scoring
from zhanaozen.tasks import equal

EVERY = [t for of_lesson in tasks.lessons().values() for t in of_lesson]


@pytest.mark.parametrize("level", ceiling.LEVELS)
def test_every_goal_of_every_lesson_can_be_reached(level):
    for task in EVERY:
        other = equal.equal(task, level)
        assert equal.intensity(other) <= level, task.task_id
        assert other.skill == task.skill
        if equal.intensity(task) <= level:
            assert other is task


def test_no_lesson_gives_one_task_twice_while_others_of_the_skill_are_left():
    for of_lesson in tasks.lessons().values():
        hard = [t for t in of_lesson if equal.intensity(t) > 0]
        for skill in {t.skill for t in hard}:
            mine = [equal.equal(t, 0) for t in hard if t.skill == skill]
            others = [t for t in EVERY if t.skill == skill and equal.intensity(t) == 0 and t not in of_lesson]
            assert len(set(mine)) == min(len(mine), max(len(others), 1))
            assert not others or not set(mine) & set(of_lesson)


def test_a_task_that_names_harm_is_not_plain():
    assert equal.intensity(tasks.task("05.5")) == 1, "it shows no claim but speaks of people killed"
    assert equal.intensity(tasks.task("00.1")) == 0


def test_the_lowest_of_the_ceilings_holds(workbook_file, monkeypatch):
    assert ceiling.ceiling() == 3
    ceiling.set_own(2)
    assert ceiling.ceiling() == 2
    ceiling.set_for_class(1)
    assert ceiling.ceiling() == 1
    monkeypatch.setenv("ZHANAOZEN_CEILING", "0")
    assert ceiling.ceiling() == 0
    monkeypatch.setenv("ZHANAOZEN_CEILING", "much")
    ceiling.set_for_class(None)
    assert ceiling.ceiling() == 2
    with pytest.raises(ValueError, match="0, 1, 2 or 3"):
        ceiling.set_for_class(7)


@pytest.mark.parametrize("damaged", [b"", b"high", b"\xff\xfe", b"12", b"-1"])
def test_a_class_ceiling_that_cannot_be_read_is_a_low_one(workbook_file, damaged):
    ceiling.class_file().write_bytes(damaged)
    assert ceiling.ceiling() == 1


@pytest.mark.parametrize("value", ["x", None, 9, [], True])
def test_a_setting_that_is_none_is_left_out(workbook_file, value):
    workbook.save("ceiling", value, ledger="", section="settings")
    assert ceiling.ceiling() == 3


def test_under_a_ceiling_the_desk_asks_a_task_of_equal_value(workbook_file):
    assert "05.1 " in desk.ask("05.1").children[0].value
    desk.my_ceiling()._level.value = 0
    shown = desk.ask("05.1").children[0].value
    assert "05.1 " not in shown
    assert f"{equal.equal(tasks.task('05.1'), 0).task_id} " in shown


def test_an_answer_to_a_task_that_stood_in_counts_for_the_one_that_was_asked(workbook_file):
    ceiling.set_own(0)
    other = equal.equal(tasks.task("05.12"), 0)
    shown = desk.ask("05.12")
    assert shown._task is other
    workbook.save(other.task_id, keys.models(other.task_id)[0].value, ledger="")
    desk.ask("05.12").keep()
    [row] = [r for r in scoring.marked(workbook.read()).rows if r.task_id == "05.12"]
    assert (row.state, row.points, row.value) == ("answered", 1, None)
    workbook.save(equal.setting("05.1"), "05.12", ledger="", section="settings")
    [row] = [r for r in scoring.marked(workbook.read()).rows if r.task_id == "05.1"]
    assert row.state == "open", "a task of another skill does not count"


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_list_holds_nothing_above_the_ceiling_even_with_its_box_open(workbook_file, level):
    ceiling.set_own(level)
    every = [c for c in tables.claims() if c.question_id in ("torture", "killed", "warning", "strike_months")]
    assert {c.intensity for c in every} == {0, 1, 2, 3}
    reader = desk.keep(every)
    for box in reader.children:
        if getattr(box, "description", "").startswith("Show also"):
            box.value = True
    shown = {tables.claim(key).intensity for _, key in reader._list.options}
    assert shown == set(range(level + 1))


def test_a_list_of_which_nothing_is_left_gives_others_of_equal_value_without_a_word(workbook_file):
    hard = [c for c in tables.claims() if c.question_id == "killed" and c.intensity > 0]
    ceiling.set_own(0)
    reader = desk.keep(hard, "Claims on people killed:")
    shown = [tables.claim(key) for _, key in reader._list.options]
    assert len(shown) >= 10
    assert {c.intensity for c in shown} == {0}
    assert {c.question.kind for c in shown} == {"number"}
    assert reader._list.description == "Claims:"


def test_for_every_question_there_are_claims_of_equal_value_under_every_ceiling(workbook_file):
    for level in ceiling.LEVELS:
        ceiling.set_own(level)
        for question_id, claims in tables.load().by_question.items():
            assert ceiling.within(claims) or ceiling.of_equal_value(claims), question_id
