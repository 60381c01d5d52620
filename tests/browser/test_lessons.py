"""A person's visit: open a lesson with the network cut, look, choose, answer, come back."""

import json

import pytest
from harness import CHART, OUTPUTS, axe, open_notebook, run_all, shot

from zhanaozen import display
from zhanaozen.authoring import notebooks

LESSONS = [str(path.relative_to(notebooks.ROOT)) for path in sorted(notebooks.ROOT.glob("[ne]*s/[0-9]*.ipynb"))]


def charts_in(lesson) -> int:
    """How many charts a notebook holds in its stored outputs."""
    cells = notebooks.read(notebooks.ROOT / lesson).cells
    return sum(display.MIME in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_draws_its_charts_without_a_network_before_and_after_and_bars_nobody(page, lesson):
    open_notebook(page, lesson)
    assert page.locator(f"{CHART} svg").count() == charts_in(lesson), "before it is run"
    shot(page, f"{lesson.replace('/', '-')}-stored")
    run_all(page)
    assert page.locator(f"{CHART} svg").count() == charts_in(lesson), "after it is run"
    shot(page, f"{lesson.replace('/', '-')}-run")
    assert axe(page, OUTPUTS) == []


def desk(page, task_id):
    """The part of the page that holds one task."""
    return page.locator(".zhanaozen", has=page.locator(f"h3:has-text('{task_id} ')")).last


def test_choosing_a_day_keeps_what_was_known_by_then_with_and_without_a_kernel(page):
    open_notebook(page, "notebooks/05_how_many.ipynb")
    stand_on_16_december(page)
    run_all(page)
    stand_on_16_december(page)
    shot(page, "stand-on-16-december", ".zhanaozen:has(.vega-bind) .vega-embed")
    menu = page.get_by_label("Stand on this day:")
    menu.focus()
    page.keyboard.press("ArrowDown")
    assert menu.input_value() == "2011-12-17", "the arrow keys belong to the menu, not to JupyterLab"
    page.wait_for_function("said => !!document.querySelector(said)", arg='[aria-label*="end of 17 December 2011"]')


def stand_on_16_december(page):
    page.get_by_label("Stand on this day:").select_option("Everything said so far")
    chart = page.locator(".vega-embed", has=page.get_by_label("Stand on this day:"))
    chart.locator('[aria-label^="Everything said so far"]').wait_for()
    points = chart.locator('.mark-symbol [aria-label*="killed"]')
    everything = points.count()
    page.get_by_label("Stand on this day:").select_option("16 December 2011")
    known = chart.locator('[aria-label^="As known by the end of 16 December 2011"]')
    known.wait_for()
    assert "New on that day: 0 killed" in known.get_attribute("aria-label")
    assert "about 90" not in known.get_attribute("aria-label")
    assert 0 < points.count() < everything / 10


def test_selecting_a_mark_prints_the_claim_behind_it_with_no_kernel(page):
    open_notebook(page, "notebooks/05_how_many.ipynb")
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    chart = page.locator(CHART).first
    assert "kantor-2012.02" not in chart.text_content()
    chart.locator(".mark-symbol path[aria-label*='Alina Kantor']").first.click()
    chart.locator("text=/Claim 1 of 1 · kantor-2012.02/").wait_for()
    shot(page, "claim-behind-a-mark", CHART)


def test_claims_that_describe_violence_wait_behind_a_box(page):
    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    claims = page.get_by_label("Claims on people killed:")
    calm = claims.locator("option").count()
    page.get_by_label("Show also").first.check()
    page.wait_for_function("n => document.querySelector('.zhanaozen select').options.length > n", arg=calm)


def test_an_answer_is_saved_when_given_and_is_back_after_a_reload(page):
    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    task = desk(page, "05.3")
    task.get_by_label("Number:").fill("11")
    task.get_by_label("Unit:").select_option("people with gunshot wounds")
    task.get_by_text("Saved.").wait_for()
    task.get_by_role("button", name="Check my answer").click()
    task.get_by_text("Yes.", exact=True).wait_for()
    shot(page, "answered", ".zhanaozen:has(h3:has-text('05.3 '))")

    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    task = desk(page, "05.3")
    assert task.get_by_label("Number:").input_value() == "11"
    task.get_by_text("is back").wait_for()


def test_one_button_downloads_the_workbook(page):
    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    desk(page, "05.2").get_by_label("Your answer:").select_option(index=1)
    desk(page, "05.2").get_by_text("Saved.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my workbook").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert download.value.suggested_filename == "zhanaozen-workbook.json"
    assert saved["answers"]["05.2"]["value"] == "exact"


def test_after_a_dead_session_the_last_download_brings_everything_back_in_three_clicks(page):
    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    page.get_by_label("Why I keep it:").first.fill("closest to the square")
    page.get_by_text("You keep 1 claim.").wait_for()
    desk(page, "05.2").get_by_label("Your answer:").select_option(index=2)
    desk(page, "05.2").get_by_text("Saved.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my workbook").click()
    page.get_by_label("I want to erase all my answers").check()
    page.get_by_role("button", name="Erase").click()
    page.get_by_text("Everything is erased.").wait_for()

    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    desk(page, "05.2").get_by_text("Not answered yet.").wait_for()
    with page.expect_file_chooser() as chooser:  # one click, and two in the browser's own window
        page.get_by_role("button", name="Bring a downloaded workbook back").click()
    chooser.value.set_files(download.value.path())
    page.get_by_text("Your workbook is back.").wait_for()
    run_all(page)
    desk(page, "05.2").get_by_text("Your answer is back.").wait_for()
    page.get_by_text("Claims kept: 1").wait_for()


def test_a_task_can_be_done_with_the_keyboard_alone(page):
    open_notebook(page, "exercises/05_how_many.ipynb")
    run_all(page)
    task = desk(page, "05.2")
    task.get_by_label("Your answer:").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    task.locator("[role=status] li").first.wait_for()


def test_the_ledger_is_searched_with_the_keyboard_in_three_languages(page):
    open_notebook(page, "notebooks/05_how_many.ipynb")
    run_all(page)
    words = page.get_by_label("Words in English, Russian or Kazakh:")
    panel = page.locator(".zhanaozen", has=words).last
    status = panel.locator("[role=status]")

    def changed_from(before):
        page.wait_for_function("([node, before]) => node.textContent !== before", arg=[panel.element_handle(), before])
        return status.text_content()

    first, shown = status.text_content(), panel.text_content()
    words.focus()
    words.fill("Төлетаева")
    page.keyboard.press("Enter")
    by_name = changed_from(shown)
    assert by_name != first
    assert "Tuletaeva" in panel.text_content()
    shown = panel.text_content()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # who says it: the first standpoint
    assert changed_from(shown) != by_name
    shot(page, "search", ".zhanaozen:has(input[type=text])")
