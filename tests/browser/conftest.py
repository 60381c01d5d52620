"""A browser that reaches this machine only, and JupyterLab for it to look at."""

import importlib.util
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from harness import FLAGS, chromium, jupyterlab

REPOSITORY = Path(__file__).parents[2]
TOOLS = {"playwright": "playwright", "axe_playwright_python": "axe-playwright-python"}


def leave_out(reason):
    """Skip the test with a plain sentence, or fail where browser tests are required."""
    if os.environ.get("ZHANAOZEN_REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def tools():
    """The maintainers' packages that browser tests need."""
    missing = [name for module, name in TOOLS.items() if importlib.util.find_spec(module) is None]
    if missing:
        leave_out(f"Browser tests need {' and '.join(missing)}: pip install -r .requirements-builder.txt")


@pytest.fixture(scope="module")
def browser(tools):
    """Chromium, closed after each module: its event loop must not run when the notebooks' turn comes."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        executable = chromium(playwright)
        if executable is None:
            leave_out("Browser tests need Chromium: apt install chromium, or set $CHROMIUM to its path.")
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lab(tools, tmp_path_factory):
    """The address of a JupyterLab that serves the repository and writes nothing into it."""
    with jupyterlab(REPOSITORY, tmp_path_factory.mktemp("lab")) as url:
        yield url


@pytest.fixture
def page(browser, lab):
    """An empty page 1280 by 900. The test fails if anything in it asks another machine for something."""
    outside = []

    def refuse(route):
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def note(socket):
        if urlsplit(socket.url).hostname != "127.0.0.1":
            outside.append(socket.url)

    context = browser.new_context(base_url=lab, viewport={"width": 1280, "height": 900})
    context.route("**/*", refuse)
    page = context.new_page()
    page.on("websocket", note)
    yield page
    page.evaluate("() => window.jupyterapp?.serviceManager.sessions.shutdownAll()")
    context.close()
    assert not outside, f"the page asked other machines for {outside}"
