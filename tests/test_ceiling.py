"""Under every ceiling every learning goal of every lesson can be reached, and what is harder does not come up."""

import ast
import json
import re
from pathlib import Path

import ipywidgets as widgets
import pytest

from zhanaozen import cards, ceiling, charts, desk, display, evidence, explorers, keys, tables, tasks, workbook
from zhanaozen.marking import scoring
from zhanaozen.tasks import equal
from zhanaozen.teaching import packs

LESSONS = sorted((Path(__file__).parents[1] / "notebooks").glob("0*.ipynb"))
ID = re.compile(r"[a-z0-9][a-z0-9_-]*\.\d{2,3}")

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
    [question] = {c.question for c in shown}
    assert question.kind == "number"
    assert set(shown) == set(evidence.claims_on(question.question_id)), "all of it: nobody looks silent who is not"
    assert {c.intensity for c in shown} == {0}
    assert reader._list.description == "Claims:"


def test_for_every_question_there_are_claims_of_equal_value_under_every_ceiling(workbook_file):
    for level in ceiling.LEVELS:
        ceiling.set_own(level)
        for question_id, claims in tables.load().by_question.items():
            assert ceiling.within(claims) or ceiling.of_equal_value(claims), question_id


def shown(value) -> list[str]:
    """Return the words of what a cell shows, each chart, table or widget in full."""
    if isinstance(value, widgets.Output):
        return [words for output in value.outputs for words in strings(output["data"].get(display.MIME, {}))]
    if isinstance(value, widgets.Widget):
        own = [getattr(value, "description", ""), value.value if isinstance(value, widgets.HTML) else ""]
        options = [str(option[0]) for option in getattr(value, "options", ()) if isinstance(option, tuple)]
        return [*own, *options, *(words for child in getattr(value, "children", ()) for words in shown(child))]
    if isinstance(value, display.Figure):
        return strings(value._repr_mimebundle_()[0][display.MIME]) + strings(value.as_table().words)
    return strings(getattr(value, "words", repr(value)))


def strings(value) -> list[str]:
    if isinstance(value, dict):
        value = [v for key, v in value.items() if key not in ("vconcat", "config")]
    return (
        [value]
        if isinstance(value, str)
        else [s for v in value for s in strings(v)]
        if isinstance(value, (list, tuple))
        else []
    )


@pytest.mark.parametrize("level", [0, 1])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_cell_of_a_lesson_shows_a_claim_above_the_ceiling(lesson, level, workbook_file):
    ceiling.set_own(level)
    known, names = tables.load().by_key("claims"), {}
    for cell in json.loads(lesson.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        code = ast.parse("".join(cell["source"]))
        last = code.body.pop() if isinstance(code.body[-1], ast.Expr) else None
        exec(compile(code, lesson.name, "exec"), names)
        if last is None:
            continue
        words = shown(eval(compile(ast.Expression(last.value), lesson.name, "eval"), names))
        # A chart names the claims behind its marks; what it prints of them begins with "Claim".
        said = [w for w in words if w.startswith("Claim ")] if level else words
        above = {key for w in said for key in ID.findall(w) if key in known and known[key].intensity > level}
        assert not above, ast.unparse(last)


def test_a_chart_is_drawn_whole_or_another_in_its_place(workbook_file):
    killed = evidence.claims_on("killed", core=True)
    usual = charts.ranges(killed, "How many were killed?", "Nothing else.")
    ceiling.set_own(1)
    assert charts.ranges(killed, "How many were killed?", "Nothing else.").to_dict() == usual.to_dict()
    ceiling.set_own(0)
    for made in (
        charts.ranges(killed, "How many were killed?", "Nothing else."),
        charts.two_clocks([c for c in killed if c.unit == "people killed"], "Killed?"),
        charts.statements(evidence.claims_on("warning"), "Was there a warning?", "Nothing else."),
        charts.wording(["massacre", "shooting"], "What is it called?", "Nothing else."),
        charts.lines(["ucdp_deaths_kazakhstan"], "Deaths", "Nothing else."),
    ):
        [question] = {c.question for c in made.claims}
        assert made.to_dict()["title"]["text"] == question.question
        held = evidence.claims_on(question.question_id)
        drawn = {c for c in held if (c.unit if question.kind == "number" else c.said_on)}
        assert set(made.claims) == drawn, "without a part of them a side looks silent"
        assert not any(c.intensity for c in held)


def test_a_grid_of_questions_keeps_those_that_are_plain_and_who_is_silent_on_them(workbook_file):
    asked = [q for q in tables.load().questions if q.lesson == "03" and q.kind == "position"]
    usual = charts.standpoint_grid(asked, "Who was shot at?", "Nothing else.").to_dict()["datasets"]
    ceiling.set_own(0)
    plain = charts.standpoint_grid(asked, "Who was shot at?", "Nothing else.")
    kept = {c.question_id for c in plain.claims}
    assert {"men_in_black", "police_armed"} <= kept < {q.question_id for q in asked}
    signs = plain.to_dict()["datasets"]["signs"]
    assert signs
    assert all(any((s["say"], s["sign"]) == (u["say"], u["sign"]) for u in usual["signs"]) for s in signs)


def test_a_grid_of_claims_that_answer_no_question_has_one_in_its_place(workbook_file):
    ceiling.set_own(0)
    event = tables.load().by_key("events")["day_shooting"]
    unasked = [c for c in tables.claims() if c.event_id == event.event_id and not c.question]
    assert any(c.intensity for c in unasked)
    made = charts.phases(unasked, [event], "Who tells of the shooting?", "Nothing else.")
    assert made.claims
    assert not any(c.intensity for c in made.claims)


def test_a_table_above_the_ceiling_is_one_of_equal_value(workbook_file):
    killed = evidence.claims_on("killed")
    usual = cards.table(killed, "All claims").words
    ceiling.set_own(1)
    assert cards.table(killed, "All claims").words == usual
    ceiling.set_own(0)
    other = cards.table(killed, "All claims").words
    assert not ceiling.names_harm(other.split("\n")[0])
    assert not {c.claim_id for c in killed} & set(ID.findall(other))
    assert "who_was_hit" not in cards.positions("who_was_hit").words
    assert not ceiling.names_harm(cards.positions("who_was_hit").words.split("\n")[0])
    shared = cards.shared(evidence.agreements()).words
    assert shared.count("\n") > 5
    assert not {k for k in ID.findall(shared) if tables.load().by_key("claims")[k].intensity}


def test_menus_of_questions_offer_what_is_plain(workbook_file):
    def offered(panel):
        menus = [w for w in panel.children if isinstance(w, widgets.Dropdown) and w.description == "Question:"]
        return [evidence.question(value) for _, value in menus[0].options]

    assert evidence.question("killed") in offered(explorers.compare_standpoints("killed"))
    assert evidence.question("killed") in offered(desk.write_account("killed"))
    ceiling.set_own(0)
    for panel in (explorers.compare_standpoints("killed"), desk.write_account("killed")):
        assert len(offered(panel)) > 10
        assert all(ceiling.plain(q) for q in offered(panel))
    asked = " ".join(shown(desk.where_i_stand("before")))
    assert evidence.question("trial_fair").question in asked
    assert not ceiling.names_harm(asked)


@pytest.mark.parametrize("lesson", packs.LESSONS)
def test_packs_under_a_ceiling_are_plain_and_each_pack_still_answers(lesson, workbook_file):
    usual = packs.deal(lesson)
    ceiling.set_for_class(0)
    dealt = packs.deal(lesson)
    assert dealt != usual
    for of_pack in dealt.values():
        assert all(ceiling.plain(q) for q in of_pack)
        assert sum(bool(claims) for claims in of_pack.values()) >= 3
    [plain, *_] = (q for q in dealt["people"] if q not in usual["people"] and q.kind == "position")
    ceiling.set_for_class(None)
    answer = {"pack": "people", "found": {plain.question_id: plain.positions[0]}}
    lines = {line.question: line for line in packs.merge(lesson, [answer])}
    assert lines[plain].mark == "one", "a group that had the plain packs stands in the grid of the class"
    assert set(lines) == {*usual["people"], plain}
