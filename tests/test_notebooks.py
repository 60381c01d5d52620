"""Notebooks in git are in one form, say only what the tables say, and exercises are made from solutions.

That each runs and gives the outputs it holds is checked by nbval, which `.pytest.ini` turns on.
"""

import os
import re

import pytest
from nbclient import NotebookClient

from zhanaozen import display, tables, tasks, workbook
from zhanaozen.authoring import dictionary, notebooks
from zhanaozen.tasks import kinds

WRITTEN = notebooks.lessons()
EXERCISES = notebooks.exercises()
EVERY = WRITTEN + [exercise for _, exercise in EXERCISES]


def short(path):
    return str(path.relative_to(notebooks.ROOT)) if hasattr(path, "relative_to") else path[1].name


def text_of(notebook, kind):
    return [(n, c.source) for n, c in enumerate(notebook.cells, 1) if c.cell_type == kind]


@pytest.mark.parametrize("path", EVERY, ids=short)
def test_a_notebook_is_in_the_form_that_git_holds(path):
    assert path.read_text(encoding="utf-8") == notebooks.written(notebooks.normalised(notebooks.read(path)))


@pytest.mark.parametrize("path", EVERY, ids=short)
def test_a_notebook_holds_no_error_no_path_and_no_random_id(path):
    raw = path.read_text(encoding="utf-8")
    assert '"output_type": "error"' not in raw
    assert "IPY_MODEL_" not in raw
    assert not re.search(r"/(home|root|tmp|Users)/", raw)


@pytest.mark.parametrize("path", EVERY, ids=short)
def test_every_stored_chart_has_words_and_a_picture(path):
    for cell in notebooks.read(path).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if display.MIME in data:
                assert data["text/plain"] == data[display.MIME]["description"]
                assert data["image/png"].startswith("iVBOR")
                assert output["metadata"]["image/png"]["alt"] == data["text/plain"]


@pytest.mark.parametrize("pair", EXERCISES, ids=short)
def test_an_exercise_is_its_solution_without_the_cells_that_solve(pair):
    solution, exercise = pair
    made = notebooks.written(notebooks.exercise_of(notebooks.read(solution)))
    assert exercise.read_text(encoding="utf-8") == made
    assert "solution" not in " ".join(tag for c in notebooks.read(exercise).cells for tag in c.metadata.get("tags", []))


@pytest.mark.parametrize("pair", EXERCISES, ids=short)
def test_an_exercise_asks_every_task_of_its_lesson_once_and_says_how_long_they_take(pair):
    _, path = pair
    exercise, asked = notebooks.read(path), tasks.of_lesson(path.name[:2])
    code = "\n".join(source for _, source in text_of(exercise, "code"))
    assert re.findall(r'ask\("([\d.]+)"\)', code) == [t.task_id for t in asked]
    [minutes] = re.findall(r"about (\d+) minutes", exercise.cells[0].source)
    needed = sum(t.minutes for t in asked if not isinstance(t, kinds.Code))
    assert needed <= int(minutes) <= needed + 12, f"its tasks take {needed} minutes"


@pytest.mark.parametrize("pair", EXERCISES, ids=short)
def test_before_the_long_judgement_an_exercise_says_to_download(pair):
    _, path = pair
    judgements = [t.task_id for t in tasks.of_lesson(path.name[:2]) if isinstance(t, kinds.Judgement)]
    sources = [c.source for c in notebooks.read(path).cells]
    for task_id in judgements:
        assert "download your workbook" in sources[sources.index(f'ask("{task_id}")') - 1]


def test_cells_run_in_any_order_and_again_from_the_top_lose_no_answer(tmp_path):
    """After the imports: backwards, then from the top, with answers of another day in the workbook."""
    [path] = [exercise for _, exercise in EXERCISES if exercise.name.startswith("05")]
    file = tmp_path / "my_workbook.json"
    workbook.save("05.2", "ceiling", ledger="0.1.0", path=file)
    workbook.save("05.12", {"claim": "ж" * 10_000}, ledger="0.1.0", path=file)
    before = file.read_bytes()
    notebook = notebooks.read(path)
    code = [n for n, c in enumerate(notebook.cells) if c.cell_type == "code"]
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(path.parent)}})
    with client.setup_kernel(env=os.environ | {"ZHANAOZEN_WORKBOOK": str(file)}):
        for n in (code[0], *reversed(code), *code):
            client.execute_cell(notebook.cells[n], n)
    assert file.read_bytes() == before
    outputs = str([c.get("outputs") for c in notebook.cells])
    assert "is back" in str(client.widget_state) or "is back" in outputs


@pytest.mark.parametrize("path", EVERY, ids=short)
def test_every_claim_that_prose_cites_is_in_the_tables(path):
    known = {c.claim_id for c in tables.claims()}
    for n, prose in text_of(notebooks.read(path), "markdown"):
        for group in re.findall(r"\[([^\]]*\.\d\d[^\]]*)\](?!\()", prose):
            for key in group.split(", "):
                assert key in known, f"{short(path)}, cell {n}: [{key}] is no claim"


@pytest.mark.parametrize("path", WRITTEN, ids=short)
def test_every_link_leads_to_a_file(path):
    for n, prose in text_of(notebooks.read(path), "markdown"):
        for target in re.findall(r"\]\(([^)#]+)\)", prose):
            assert target.startswith("https://") or (path.parent / target).exists(), (
                f"{short(path)}, cell {n}: {target}"
            )


@pytest.mark.parametrize("path", [p for p in WRITTEN if p.parent.name == "notebooks"], ids=short)
def test_a_lesson_opens_and_closes_as_lessons_do(path):
    prose = "\n".join(source for _, source in text_of(notebooks.read(path), "markdown"))
    opening = notebooks.read(path).cells[0].source
    assert re.search(r"^# .+\?$", opening, re.MULTILINE), "the title is a question"
    assert "**You will**" in opening
    assert re.search(r"About \d+ minutes", opening)
    assert "What this settles and what it does not" in prose


@pytest.mark.parametrize("path", WRITTEN, ids=short)
def test_code_in_a_lesson_is_short_enough_to_read(path):
    for n, code in text_of(notebooks.read(path), "code"):
        limit = 14 if path.parent.name == "solutions" else 8
        assert len(code.strip().splitlines()) <= limit, f"{short(path)}, cell {n}"


def test_no_function_is_defined_in_a_notebook():
    for path in WRITTEN:
        for n, code in text_of(notebooks.read(path), "code"):
            assert "def " not in code, f"{short(path)}, cell {n}: put it into the package"


def test_the_data_dictionary_is_made_from_the_schema():
    assert (tables.DATA / "README.md").read_text(encoding="utf-8") == dictionary.readme()
