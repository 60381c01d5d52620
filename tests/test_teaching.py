"""A teacher's plans fit, and no cut loses one side, the agreement or the closing; packs are fair; a grid keeps silence."""

import re

import pytest

from zhanaozen import desk, evidence, tables, tasks, workbook
from zhanaozen.authoring import __main__ as authoring
from zhanaozen.teaching import curve, packs, planner, run_sheet, sections, task_cards

LESSONS = list(sections.lessons())


def sides(steps):
    return frozenset().union(*(step.sides for step in steps))


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_plan_from_20_to_200_minutes_keeps_what_may_never_be_cut(lesson):
    *body, closing = sections.sections(lesson)
    whole = frozenset().union(*(s.sides for s in body))
    for minutes in range(run_sheet.SHORTEST, run_sheet.LONGEST + 1):
        steps = run_sheet.plan(lesson, minutes).steps
        where = f"lesson {lesson}, {minutes} minutes"
        assert sum(step.minutes for step in steps) == minutes, where
        assert all(step.minutes > 0 for step in steps), where
        assert steps[0].kind == "agreement", where
        assert [step.kind for step in steps[-2:]] == ["talk", "closing"], where
        assert steps[-1].title == closing.title, where
        assert all(step.intensity <= 1 for step in steps), where
        asked = {step.title.split()[1].rstrip(":") for step in steps if step.kind == "task"}
        assert all(tasks.task(i).mirror in ("", *asked) for i in asked), where
        read = sides(step for step in steps if step.kind == "section")
        assert ("official" in read) == ("official" in whole), where
        assert bool(read - {"official"}) == bool(whole - {"official"}), where


def test_tasks_that_mirror_each_other_say_so_of_each_other():
    mirrored = [t for lesson in LESSONS for t in tasks.of_lesson(lesson) if t.mirror]
    assert len(mirrored) >= 6
    assert all(tasks.task(t.mirror).mirror == t.task_id for t in mirrored)


def test_a_cut_that_drops_one_side_is_no_fair_cut():
    both = frozenset({"official", "outside"})
    assert run_sheet._fair(both, both)
    assert not run_sheet._fair(frozenset({"official"}), both)
    assert not run_sheet._fair(frozenset({"outside"}), both)
    assert run_sheet._fair(frozenset({"outside"}), frozenset({"outside"}))


def test_more_time_gives_more_of_the_lesson_then_tasks_then_packs_and_a_break():
    short, middle, long = (run_sheet.plan("03", minutes) for minutes in (20, 45, 180))
    assert short.left_out or any("rest at home" in step.does for step in short.steps)
    kinds = [{step.kind for step in sheet.steps} for sheet in (short, middle, long)]
    assert "task" not in kinds[0]
    assert "task" in kinds[1]
    assert {"jigsaw", "write", "break"} <= kinds[2]
    asked = [step.title.split()[1].rstrip(":") for step in long.steps if step.kind == "task"]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("minutes", [19, 201, 0, -5, 45.5, "45", None, True])
def test_a_time_that_no_lesson_fits_is_answered_with_those_there_are(minutes):
    with pytest.raises(run_sheet.NoSuchPlan, match="20 to 200"):
        run_sheet.plan("05", minutes)


def test_students_write_after_the_tasks_that_prepare_it():
    titles = [step.title for step in run_sheet.plan("09", 90).steps]
    assert titles.index(run_sheet.WRITING) > max(n for n, title in enumerate(titles) if title.startswith("Task"))


def test_an_unknown_lesson_is_answered_with_those_there_are():
    with pytest.raises(sections.UnknownLesson, match="00, 01, 02"):
        run_sheet.plan("10", 45)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_minutes_of_a_lesson_are_those_of_its_sections(lesson):
    """The opening says how long it takes; its sections add up to that, with room to breathe."""
    opening = sections._cells(lesson)[0][1]
    said = int(re.search(r"About (\d+) minutes", opening)[1])
    needed = sum(s.minutes for s in sections.sections(lesson))
    assert needed <= said <= needed + 7, needed


@pytest.mark.parametrize("lesson", LESSONS[1:-1])
def test_the_map_of_lesson_00_says_how_hard_each_lesson_is(lesson):
    opening = "\n".join(source for _, source, _ in sections._cells("00"))
    [(page, boxed)] = re.findall(rf"^\| \[{lesson} .*?\|.*?\| ([^|]*) \| ([^|]*) \|$", opening, re.MULTILINE) or [
        ("", "")
    ]
    parts = sections.sections(lesson)
    assert str(max(s.intensity for s in parts)) in page
    hardest = max(s.boxed for s in parts)
    assert max(re.findall(r"\d", boxed), default="0") == (str(hardest) if hardest > 1 else "0"), boxed


# --- packs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", packs.LESSONS)
def test_every_pack_carries_half_an_answer_and_none_carries_violence(lesson):
    dealt = packs.deal(lesson)
    assert list(dealt) == list(packs.PACKS)
    for pack, by_question in dealt.items():
        assert sum(bool(claims) for claims in by_question.values()) >= 3, pack
        for question, claims in by_question.items():
            assert all(c.question == question and packs.pack_of(c) == pack and c.intensity <= 1 for c in claims)
            assert not claims or any(c.directness != "hearsay" for c in claims), "hearsay carries no answer alone"
            sides = [{evidence.SIDES[s] for s in (c.standpoint, c.source.standpoint)} for c in claims]
            assert {"official", "on_the_spot"} not in sides, "no side is told by its opponent"
            voices = [evidence.SIDES[evidence.voice_standpoint(c)] == evidence.SIDES[c.standpoint] for c in claims]
            assert all(voices), "nobody passes on another side"
    ids = [c.claim_id for by_question in dealt.values() for claims in by_question.values() for c in claims]
    assert len(ids) == len(set(ids)), "no claim is in two packs"


def test_a_prosecutor_is_in_the_court_record_and_a_minister_in_the_official_one():
    roles = {}
    for c in (c for q in evidence.agreements() for c in evidence.claims_on(q.question_id)):
        roles.setdefault(c.speaker_role, packs.pack_of(c))
    assert roles["prosecutor"] == roles["court"] == "court"
    assert roles["government"] == roles["police"] == "official"
    assert roles["victim_family"] == roles["striker"] == "people"
    own_page = tables.claim("prosecutor-general-2011-12-16-statement.01")
    assert (own_page.speaker_role, packs.pack_of(own_page)) == ("author", "court")


def test_a_lesson_without_packs_is_answered_with_those_that_have_some():
    with pytest.raises(packs.NoPacks, match="03, 04, 05, 07"):
        packs.deal("01")


def found(pack, **answers):
    return {"pack": pack, "found": answers}


def test_the_class_grid_tells_agreed_contradicted_one_and_silent_apart():
    grid = packs.merge(
        "03",
        [
            found("official", warning="there was a warning, in words or shots", strikers_violent="silent"),
            found("court", warning="there was a warning, in words or shots"),
            found("people", who_began="the police began it", crowd_armed="silent"),
            found("independent", who_began="people in the crowd began it", gathering="a protest by the oil workers"),
        ],
    )
    marks = {line.question.question_id: line.mark for line in grid}
    assert marks == {
        "warning": "agreed",
        "who_began": "contradicted",
        "gathering": "one",
        "strikers_violent": "silent",
        "crowd_armed": "silent",
    }
    assert len({line.ask for line in grid}) == 4
    row = next(line for line in grid if line.question.question_id == "strikers_violent")
    assert row.found == ("silent", "", "", ""), "a pack that nobody opened is not silent"


def test_two_groups_with_one_pack_that_read_it_differently_are_both_shown():
    grid = packs.merge("03", [found("people", warning="silent"), found("people", warning="there was no warning")])
    line = next(line for line in grid if line.question.question_id == "warning")
    assert line.found[3] == "silent / there was no warning"
    assert line.mark == "one"


@pytest.mark.parametrize(
    "value",
    [None, 3, "x", [], {}, {"pack": "official"}, {"pack": [], "found": {}}, found("official", warning={"x": 1})],
)
def test_whatever_a_file_holds_for_a_grid_is_read_without_a_fall(value):
    assert {line.mark for line in packs.merge("03", [value])} == {"silent"}


def test_numbers_of_a_pack_are_shown_as_a_range():
    grid = packs.merge(
        "05", [found("court", killed={"low": "14", "high": "16"}), found("official", killed={"low": "14"})]
    )
    line = next(line for line in grid if line.question.question_id == "killed")
    assert line.found == ("14 to ?", "", "14 to 16", "")
    assert line.mark == "contradicted"
    same = {"low": " 15 killed", "high": "15", "unit": "people killed"}
    grid = packs.merge("05", [found("court", killed=same), found("people", killed=same | {"low": "15"})])
    assert next(line for line in grid if line.question.question_id == "killed").mark == "agreed"
    grid = packs.merge("05", [found("court", killed=same), found("people", killed=same | {"unit": "bodies"})])
    assert next(line for line in grid if line.question.question_id == "killed").mark == "contradicted"


@pytest.mark.parametrize(
    ("written", "shown"), [("7.5", "7.5"), ("7,5 years", "7.5"), ("3,000", "3000"), ("3 000", "3000"), ("many", "")]
)
def test_a_number_of_a_pack_keeps_its_decimals(written, shown):
    line = next(
        line
        for line in packs.merge("07", [found("court", prison_terms={"low": written, "high": written})])
        if line.question.question_id == "prison_terms"
    )
    assert line.found[2] == shown


def test_a_group_opens_its_pack_fills_the_grid_and_finds_it_again(workbook_file):
    mine = desk.open_pack("05")
    assert mine._sheet.children == ()
    mine._pack.value = "court"
    mine._fields["count_complete"]["answer"].value = "the official count is complete"
    mine._fields["killed"]["low"].value = "14"
    mine._fields["killed"]["high"].value = "16"
    mine._fields["wounded"]["answer"].value = packs.SILENT
    again = desk.open_pack("05")
    assert again._pack.value == "court"
    assert again._fields["killed"]["high"].value == "16"
    saved = workbook.read().answers["05.jigsaw"].value
    marks = {line.question.question_id: line.mark for line in packs.merge("05", [saved])}
    assert (marks["killed"], marks["count_complete"], marks["wounded"]) == ("one", "one", "silent")


@pytest.mark.parametrize("lesson", packs.LESSONS)
def test_printed_packs_hold_every_dealt_claim_and_a_line_to_write_on(lesson):
    page = desk.print_packs(lesson)
    dealt = [c for by_question in packs.deal(lesson).values() for claims in by_question.values() for c in claims]
    assert all(c.claim_id in page.html for c in dealt)
    assert page.html.count("break-before:page") == len(packs.PACKS)
    assert page.words.count("Our pack says:") == sum(map(len, packs.deal(lesson).values()))


def test_every_lesson_with_packs_has_tasks_too():
    assert all(tasks.of_lesson(lesson) for lesson in packs.LESSONS)


# --- the teacher's notebook ----------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", [n for n in LESSONS if n != "00"])
def test_every_task_has_a_card_with_its_answer(lesson):
    made = task_cards.task_cards(lesson)
    for task in tasks.of_lesson(lesson):
        assert f"{task.task_id} {task.title}" in made.words
    rights = made.words.count("Yes")
    assert rights >= len(tasks.of_lesson(lesson)), "an answer and its reasons for each"


def test_cards_without_the_solutions_say_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(task_cards, "SOLUTIONS", tmp_path)
    with pytest.raises(task_cards.NoSolutions, match="lesson 05"):
        task_cards.task_cards("05")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_curve_shows_every_section_and_says_so_in_words(lesson):
    drawn = curve.curve(lesson).to_dict()
    parts = sections.sections(lesson)
    assert [(r["page"], r["boxed"]) for r in drawn["datasets"]["sections"]] == [(s.intensity, s.boxed) for s in parts]
    assert all(f"{s.title}: {s.intensity} on the page" in drawn["description"] for s in parts)


def test_the_planner_answers_what_cannot_be_planned_with_a_sentence():
    shown = planner.plan_lesson("05", 45)
    shown._minutes.value = "12"
    assert "20 to 200" in shown._sheet.value
    shown._minutes.value = "²"
    assert "20 to 200" in shown._sheet.value
    shown._minutes.value = "60"
    assert "Lesson 05 in 60 minutes" in shown._sheet.value
    shown._lesson.value = "03"
    assert "Lesson 03 in 60 minutes" in shown._sheet.value


def test_the_command_prints_a_run_sheet_or_the_reason_why_not(capsys):
    assert authoring.main(["plan", "--lesson", "05", "--minutes", "37"]) == 0
    assert "Lesson 05 in 37 minutes" in capsys.readouterr().out
    assert authoring.main(["plan", "--lesson", "05", "--minutes", "7"]) == 2
    assert "20 to 200" in capsys.readouterr().err
