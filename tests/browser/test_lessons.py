"""A person's visit: open a lesson with the network cut, look, choose, answer, come back."""

import pytest
from harness import CHART, OUTPUTS, axe, open_notebook, run_all, shot, wait_idle

LESSONS = ["notebooks/00_start_here.ipynb", "notebooks/05_how_many.ipynb", "exercises/05_how_many.ipynb"]
CHARTS = {"notebooks/00_start_here.ipynb": 1, "notebooks/05_how_many.ipynb": 5, "exercises/05_how_many.ipynb": 0}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_draws_its_charts_without_a_network_before_and_after_it_is_run(page, lesson):
    open_notebook(page, lesson)
    assert page.locator(f"{CHART} svg").count() == CHARTS[lesson], "before it is run"
    shot(page, f"{lesson.replace('/', '-')}-stored")
    run_all(page)
    assert page.locator(f"{CHART} svg").count() == CHARTS[lesson], "after it is run"
    shot(page, f"{lesson.replace('/', '-')}-run")


@pytest.mark.parametrize("lesson", LESSONS)
def test_axe_finds_no_barrier_in_what_a_lesson_shows(page, lesson):
    open_notebook(page, lesson)
    run_all(page)
    assert axe(page, OUTPUTS) == []
