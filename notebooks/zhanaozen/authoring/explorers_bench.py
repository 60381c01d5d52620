"""`python -m zhanaozen.authoring bench explorers`: how soon an explorer shows what was asked of it.

A notebook with every explorer is opened in JupyterLab in a headless Chromium. Each control is changed again and
again; the time runs from the change to the frame in which the last of the answer is on the screen. It is given beside
that of a bare dropdown that prints one line, so that slow and fast machines can be compared. Needs Chromium.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from nbformat.v4 import new_code_cell, new_notebook

from zhanaozen.authoring import browser, notebooks

HELD_TO = 100
"""Milliseconds that an explorer may take at the median."""

BARE = """
import ipywidgets
from zhanaozen import evidence, explorers

menu, line = ipywidgets.Dropdown(options="abcdefghij", description="Bare:"), ipywidgets.HTML("a")
menu.observe(lambda change: setattr(line, "value", f"<p>{change['new']}</p>"), "value")
ipywidgets.VBox([menu, line])
"""
DAYS = """
toll = [c for c in evidence.claims_on("killed") if c.unit == "people killed" and c.said_on]
explorers.stand_on_this_day(toll, "People killed")
"""


@dataclass(frozen=True)
class Subject:
    """A cell that shows a panel, the label of the control to change, and the words to write into it if it is a field.

    A menu or list is gone through from top to bottom, so that nearly every choice is a new one.
    """

    name: str
    cell: str
    label: str
    words: tuple[str, ...] = ()


SUBJECTS = (
    Subject("a bare dropdown", BARE, "Bare:"),
    Subject("stand_on_this_day", DAYS, "Stand on this day:"),
    Subject("compare_standpoints", "explorers.compare_standpoints()", "Question:"),
    Subject("compare_sources", "explorers.compare_sources()", "Second text:"),
    Subject("follow", "explorers.follow()", "Name of a person, organisation or place, in any spelling:",
            ("Kozlov", "Sokolova", "Aminov", "Tuletaeva")),
    Subject("read_claims", "explorers.read_claims(evidence.claims_on('killed'), 'Claims:')", "Claims:"),
    Subject("search_claims", "explorers.search_claims()", "About:"),
    Subject("search_claims, words", "explorers.search_claims()", "Words in English, Russian or Kazakh:",
            ("police", "забастовка", "Tuletayeva", "court")),
)  # fmt: skip

#: Returns the milliseconds of each change. An answer is over when no text or mark has changed for half a second; the
#: frame after the last change is on the screen when the next task runs.
CHANGES = """async ([cell, label, words, times]) => {
    const area = document.querySelectorAll(".jp-CodeCell")[cell].querySelector(".jp-OutputArea");
    const { control } = [...area.querySelectorAll("label")].find(node => node.textContent.trim().startsWith(label));
    const change = turn => {
        const count = control.options?.length;
        if (words.length) control.value = words[turn % words.length];
        else control.selectedIndex = (control.selectedIndex + Math.max(1, Math.floor(count / times))) % count;
        control.dispatchEvent(new Event("change", {bubbles: true}));
    };
    const measure = turn => new Promise((resolve, reject) => {
        const start = performance.now();
        let shown, over = setTimeout(() => reject(new Error(`${label} nothing changed`)), 10000);
        const observer = new MutationObserver(() => {
            clearTimeout(over);
            over = setTimeout(() => { observer.disconnect(); resolve(shown - start); }, 500);
            requestAnimationFrame(() => setTimeout(() => { shown = performance.now(); }));
        });
        observer.observe(area, {characterData: true, childList: true, subtree: true});
        change(turn);
    });
    const taken = [];
    for (let turn = 0; turn < times; turn++) taken.push(await measure(turn));
    return taken;
}"""


def main(arguments: list[str]) -> int:
    """Measure every explorer and print a table; return 1 if one takes longer than it is held to."""
    parser = argparse.ArgumentParser(prog="python -m zhanaozen.authoring bench explorers")
    parser.add_argument("--changes", type=int, default=20, help="how often each control is changed")
    taken = measure(parser.parse_args(arguments).changes)
    bare = taken[0]
    print(f"{'':24}  {'median':>9}  against a bare dropdown")
    for subject, milliseconds in zip(SUBJECTS, taken, strict=True):
        print(f"{subject.name:24}  {milliseconds:6.0f} ms  {milliseconds / bare:6.1f}")
    missed = max(taken) > HELD_TO
    print(f"Each held to {HELD_TO} ms:", "missed." if missed else "met.")
    return int(missed)


def measure(changes: int) -> list[float]:
    """Return the median milliseconds of each subject. Raises RuntimeError if there is no Chromium."""
    from playwright.sync_api import sync_playwright

    notebook = new_notebook(cells=[new_code_cell(subject.cell) for subject in SUBJECTS])
    with tempfile.TemporaryDirectory() as root, tempfile.TemporaryDirectory() as scratch:
        Path(root, "explorers.ipynb").write_text(notebooks.written(notebooks.normalised(notebook)), encoding="utf-8")
        with browser.jupyterlab(Path(root), Path(scratch)) as url, sync_playwright() as playwright:
            executable = browser.chromium(playwright)
            if executable is None:
                raise RuntimeError("No Chromium was found: apt install chromium, or set $CHROMIUM to its path.")
            chromium = playwright.chromium.launch(executable_path=executable, args=browser.FLAGS)
            page = chromium.new_page(base_url=url, viewport={"width": 1280, "height": 900})
            browser.open_notebook(page, "explorers.ipynb")
            browser.run_all(page)
            taken = []
            for cell, subject in enumerate(SUBJECTS):
                print(subject.name, file=sys.stderr)
                taken.append(median(page.evaluate(CHANGES, [cell, subject.label, subject.words, changes])))
            chromium.close()
    return taken
