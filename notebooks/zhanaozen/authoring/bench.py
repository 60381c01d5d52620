"""`python -m zhanaozen.authoring bench`: how soon a lesson shows its first chart, how much memory it holds.

A lesson is measured in turns with three others, so that a busy machine slows all of them alike: a kernel
that does nothing, a kernel that only imports altair and ipywidgets, and the usual way, which is the newest
JupyterLab, altair, ipywidgets and pandas in an environment of its own, drawing the same chart out of a DataFrame.
That environment is made once, in the user's cache folder; delete it to measure against newer releases.
Needs Linux.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from zhanaozen.authoring import notebooks

TIMEOUT = 120
PATIENCE = {"allow_stdin": False, "timeout": TIMEOUT}
USUAL = ("jupyterlab", "altair", "ipywidgets", "pandas")
CHART = "application/vnd.vegalite."

#: The share of memory that is this kernel's own, in kB.
MEMORY = "next(int(line.split()[1]) for line in open('/proc/self/smaps_rollup') if line.startswith('Pss:'))"

#: The lesson's first chart as most notebooks would draw it: a DataFrame, Altair's everyday syntax, its default renderer.
USUAL_CELL = f"""
import textwrap
import altair as alt, ipywidgets, pandas as pd

folder = {str(notebooks.ROOT / "data")!r}
claims = pd.read_csv(folder + "/claims.csv").merge(pd.read_csv(folder + "/sources.csv"), on="source_id")
claims = claims[(claims.question_id == "killed") & claims.core & claims.unit.notna()].sort_values("said_on")
end = 1.15 * claims[["value_low", "value_high"]].max().max()
rows = pd.DataFrame({{
    "mark": claims.claim_id,
    "row": claims.speaker + "\\n" + claims.publisher + ", " + claims.locator + "\\t" + claims.claim_id,
    "at": claims.value_low.fillna(claims.value_high),
    "from": claims.value_low.fillna(0),
    "to": claims.value_high.fillna(end),
    "open": (claims.value_low * 0 + end).where(claims.value_high.isna(), 0),
    "tip": claims.value_high.isna().map({{True: "→", False: ""}}) + claims.value_low.isna().map({{True: "←", False: ""}}),
    "about": claims.hedge_kind == "approximate",
    "standpoint": claims.standpoint,
    "words": claims.value_low.fillna(claims.value_high).astype(int).astype(str) + " " + claims.unit,
}})
told = pd.DataFrame({{"mark": claims.claim_id, "number": 1, "told": [
    [line for part in (c.claim_id, c.claim, f"{{c.speaker}}, {{c.said_on}}", f"In {{c.title}}", f"{{c.directness}} “{{c.phrase}}”")
     for line in textwrap.wrap(part, 66)] for c in claims.itertuples()]}})
picked = alt.selection_point(name="picked", fields=["mark"], value=[{{"mark": rows.mark.iloc[0]}}], empty=False)
base = alt.Chart(rows).encode(alt.Y("row:N").title(None).sort(None).axis(
    labelExpr="split(split(datum.label, '\\\\t')[0], '\\\\n')", labelLimit=230, labelFontSize=11))
x = lambda name: alt.X(name).scale(domain=[-0.02 * end, end], nice=False).title("People").axis(tickMinStep=1, format=",d")
colour = alt.Color("standpoint:N").legend(title="Who says it", orient="top", columns=4)
plot = alt.layer(
    base.mark_rule(strokeWidth=3).encode(x("from:Q"), alt.X2("to:Q"), colour),
    base.mark_text(fontSize=19).encode(x("open:Q"), colour, text="tip:N"),
    base.mark_point(filled=True, strokeWidth=2).encode(
        x("at:Q"), colour, stroke="standpoint:N", shape="standpoint:N",
        fillOpacity=alt.when("datum.about").then(alt.value(0)).otherwise(alt.value(1)),
        size=alt.when(picked).then(alt.value(280)).otherwise(alt.value(90)),
        tooltip=[alt.Tooltip("words:N"), alt.Tooltip("row:N")],
    ).add_params(picked),
    base.mark_text(align="left", dx=11, dy=-9, fontSize=11).encode(x("at:Q"), text="words:N"),
).properties(width=400, height=alt.Step(42))
behind = alt.Chart(told, title="Claims behind the selected mark").transform_filter(picked).mark_text(
    align="left", baseline="top").encode(alt.Y("number:O").axis(None), x=alt.value(0), text="told:N").properties(width=400, height=180)
alt.vconcat(plot, behind, title=alt.TitleParams("How many were killed?", subtitle=["How to read it.", "What it cannot show."]),
            description=" ".join(rows.words))
"""


@dataclass
class Subject:
    """A kernel to measure: its Python, its cells, and the beginning of its first chart's MIME type."""

    name: str
    python: Path
    cells: list[str]
    chart: str = ""
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def main(arguments: list[str]) -> None:
    """Measure and print two small tables: a lesson's start against the others, and each notebook's run."""
    usual_lesson = notebooks.ROOT / "notebooks" / "05_how_many.ipynb"
    parser = argparse.ArgumentParser(prog="python -m zhanaozen.authoring bench")
    parser.add_argument("notebook", nargs="?", type=Path, default=usual_lesson)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args(arguments)

    lesson = notebooks.read(chosen.notebook)
    here = Path(sys.executable)
    measured = [
        Subject("this lesson", here, [c.source for c in lesson.cells if c.cell_type == "code"], CHART),
        Subject("(a) a kernel that does nothing", here, ["1"]),
        Subject("(b) altair and ipywidgets imported", here, ["import altair, ipywidgets"]),
        Subject("(c) the usual way, with pandas", usual_python(), [USUAL_CELL], "text/html"),
    ]
    for turn in range(1, chosen.rounds + 1):
        print(f"round {turn} of {chosen.rounds}", file=sys.stderr)
        for subject in measured:
            measure(subject, chosen.notebook.resolve().parent)
    print(comparison(chosen.notebook.name, measured))
    print("\nTime to run a notebook, its kernel's start and end included")
    for path in notebooks.lessons():
        start = time.perf_counter()
        notebooks.run(path, TIMEOUT)
        print(f"{time.perf_counter() - start:6.1f} s  {path.relative_to(notebooks.ROOT)}")


def comparison(notebook: str, measured: list[Subject]) -> str:
    """Return the medians as a table, with what the lesson is held to."""
    lesson, _, imports, usual = measured
    lines = [f"{notebook}: median of {len(lesson.seconds)} rounds", f"{'':36}  first chart     memory"]
    lines += [f"{s.name:36}  {median(s.seconds):9.2f} s  {median(s.megabytes):6.0f} MB" for s in measured]
    lines += ["", f"{'':36}     measured  held to"]
    for what, other, limit in [
        ("seconds", imports, 1.2),
        ("seconds", usual, 0.4),
        ("megabytes", imports, 1.15),
        ("megabytes", usual, 0.6),
    ]:
        ratio = median(getattr(lesson, what)) / median(getattr(other, what))
        verdict = "met" if ratio <= limit else "missed"
        name = f"{what}, lesson against {other.name[:3]}"
        lines.append(f"{name:36}  {ratio:11.2f}  {limit:7.2f}  {verdict}")
    return "\n".join(lines)


def measure(subject: Subject, folder: Path) -> None:
    """Start a kernel, note when its first chart (or last answer) is there, run the rest, note its memory."""
    start = time.perf_counter()
    shown = None
    with kernel(subject.python, folder) as client:

        def look(message: dict) -> None:
            nonlocal shown
            types = message["content"].get("data", {})
            if shown is None and subject.chart and any(t.startswith(subject.chart) for t in types):
                shown = time.perf_counter()

        for source in subject.cells:
            reply = client.execute_interactive(source, output_hook=look, **PATIENCE)
            if reply["content"]["status"] != "ok":
                error = reply["content"]
                raise RuntimeError(f"{subject.name}: {error['ename']}: {error['evalue']}")
        end = time.perf_counter()
        if subject.chart and shown is None:
            raise RuntimeError(f"{subject.name}: no cell showed a chart")
        asked = client.execute_interactive("", user_expressions={"kB": MEMORY}, **PATIENCE)
        subject.seconds.append((shown or end) - start)
        subject.megabytes.append(int(asked["content"]["user_expressions"]["kB"]["data"]["text/plain"]) / 1024)


@contextmanager
def kernel(python: Path, folder: Path) -> Iterator:
    """Yield a client of a new kernel of that Python, with an empty workbook; end the kernel afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        spec = Path(scratch, "measured", "kernel.json")
        spec.parent.mkdir()
        argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        named = {"argv": argv, "display_name": "measured", "language": "python"}
        spec.write_text(json.dumps(named), encoding="utf-8")
        specs = KernelSpecManager(kernel_dirs=[scratch])
        sockets = {"transport": "ipc", "ip": str(Path(scratch, "socket"))}
        manager = KernelManager(kernel_name="measured", kernel_spec_manager=specs, **sockets)
        env = os.environ | {"ZHANAOZEN_WORKBOOK": str(Path(scratch, "workbook.json"))}
        # Compiled modules are kept, as where a reader runs a lesson: what is measured is not Python's compiler.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        manager.start_kernel(cwd=str(folder), env=env)
        client = manager.client()
        try:
            client.start_channels()
            client.wait_for_ready(timeout=TIMEOUT)
            yield client
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def usual_python() -> Path:
    """Return the Python of the environment with the usual packages; make it if it is not there."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(cache) / "zhanaozen-bench"
    python, finished = folder / "bin" / "python", folder / "finished"
    if not finished.exists():
        print(f"making {folder}, once", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--compile", *USUAL], check=True)
        finished.touch()
    return python
