"""The class view in a browser: it shows what students did, runs nothing of theirs, and asks the network for nothing."""

import pytest
from harness import axe

from made_workbooks import PAYLOADS, hostile, student
from zhanaozen.marking import run


@pytest.fixture
def view(browser, tmp_path):
    """A function that marks workbooks, given by name, and opens their class view."""
    asked, contexts = [], []

    def show(**made):
        folder = tmp_path / "in"
        folder.mkdir()
        for name, text in made.items():
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        run.mark(folder, tmp_path / "out", cores=1)
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "out" / "class_view.html").as_uri())
        page.wait_for_selector("[data-ready=yes]")
        return page

    yield show
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []


def test_scripts_in_every_field_run_zero_times(view):
    page = view(**{f"s{n}": hostile(payload) for n, payload in enumerate(PAYLOADS)})
    for box in page.locator("details").all():
        box.evaluate("node => { node.open = true; }")
    tasks_, students = page.get_by_label("Task:"), page.get_by_label("Student:")
    for n in range(tasks_.locator("option").count()):
        tasks_.select_option(index=n)
        for k in range(students.locator("option").count()):
            students.select_option(index=k)
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.ran") is None
    assert "window.ran" in page.locator("main").inner_text(), "what they wrote is shown as text"


def test_names_are_hidden_until_they_are_asked_for_everywhere_and_in_print(view):
    page = view(Aigul=student(1), Boris=student(2), Chen="{")

    def shown():
        return page.locator("main").inner_text() + " ".join(page.locator("option").all_inner_texts())

    def hidden(text):
        return "Student 1" in text and not any(name in text for name in ("Aigul", "Boris", "Chen"))

    assert hidden(shown())
    page.emulate_media(media="print")
    assert hidden(shown())
    page.emulate_media(media="screen")
    page.get_by_label("Hide names").uncheck()
    assert all(name in shown() for name in ("Aigul", "Boris", "Chen.json"))
    page.get_by_label("Hide names").check()
    assert hidden(shown())


def test_a_comment_is_remembered_and_offered_again_and_the_page_bars_nobody(view):
    page = view(Aigul=student(1), Boris=student(2))
    page.get_by_label("Hide names").uncheck()
    page.get_by_label("Task:").select_option("account")
    page.get_by_label("Student:").select_option("Aigul")
    page.get_by_label("Your comment:").fill("Whose number is it?")
    page.get_by_role("button", name="Keep this comment for others").click()
    page.reload()
    page.wait_for_selector("[data-ready=yes]")
    assert "Aigul" not in page.locator("main").inner_text(), "names are hidden again after a reload"
    page.get_by_label("Hide names").uncheck()
    page.get_by_label("Task:").select_option("account")
    page.get_by_label("Student:").select_option("Aigul")
    assert page.get_by_label("Your comment:").input_value() == "Whose number is it?"
    page.get_by_role("button", name="Next student").click()
    assert page.get_by_label("Your comment:").input_value() == ""
    page.get_by_role("button", name="Whose number is it?").click()
    assert page.get_by_label("Your comment:").input_value() == "Whose number is it?"
    with page.expect_download() as download:
        page.get_by_text("Download my comments").click()
    assert download.value.path().read_text(encoding="utf-8").count("Whose number is it?") == 2
    for box in page.locator("details").all():
        box.evaluate("node => { node.open = true; }")
    assert axe(page, "main") == []
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Erase my comments").click()
    assert page.evaluate("() => localStorage.length") == 0
