"""The teaching guide says what the module does: its ids, task numbers, minutes and rubric are those of the files."""

import re

import pytest

from zhanaozen import tables, tasks
from zhanaozen.authoring import notebooks
from zhanaozen.marking.rubric import RUBRIC
from zhanaozen.teaching import sections

GUIDE = (notebooks.ROOT / "solutions" / "teaching_guide.md").read_text(encoding="utf-8")


def part(lesson):
    return re.search(rf"^## Lesson {lesson}: .*?(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL)[0]


def test_every_claim_it_cites_is_in_the_tables():
    known = tables.load().by_key("claims")
    for group in re.findall(r"\[([a-z0-9][\w-]*\.\d\d[^\]]*)\](?!\()", GUIDE):
        for key in group.split(", "):
            assert key in known, key


def test_every_task_it_names_exists():
    for number in set(re.findall(r"\b(0\d\.\d{1,2})\b", GUIDE)):
        assert tasks.task(number)


def test_every_link_leads_to_a_file():
    for target in re.findall(r"\]\(([^)#]+)\)", GUIDE):
        assert target.startswith("https://") or (notebooks.ROOT / "solutions" / target).exists(), target


def test_every_link_within_the_page_leads_to_a_heading():
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = re.findall(r"\]\(#([^)]+)\)", GUIDE)
    assert set(linked) <= anchors
    assert {anchor for anchor in anchors if anchor.startswith("lesson-0")} <= set(linked), "each lesson is in the contents"


def test_the_rubric_is_that_of_the_class_view():
    for name, asks, levels in RUBRIC:
        for words in (name, asks, *levels):
            assert words in GUIDE, words


@pytest.mark.parametrize("lesson", sections.lessons())
def test_every_lesson_has_its_part_with_a_run_sheet_that_adds_up(lesson):
    text = part(lesson)
    assert sections.question(lesson) in text.splitlines()[0]
    for heading in ("Aim", "Hard to read", "Run sheet", "tend to say", "Board plan", "Discussion", "ut first"):
        assert heading in text, heading
    sheet = re.search(r"Run sheet.*?\n\|.*?\n\| ?-.*?\n((?:\|.*\n)+)", text, re.DOTALL)[1]
    minutes = [int(n) for n in re.findall(r"^\| *(\d+) *\|", sheet, re.MULTILINE)]
    assert sum(minutes) == 45, minutes


@pytest.mark.parametrize("lesson", sections.lessons())
def test_every_task_of_a_lesson_has_a_line_with_its_minutes(lesson):
    text = part(lesson)
    for task in tasks.of_lesson(lesson):
        assert re.search(rf"^\| *{re.escape(task.task_id)}\b[^|]*\| *{task.minutes}\b", text, re.MULTILINE), task.task_id
