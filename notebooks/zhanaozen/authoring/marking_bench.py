"""`python -m zhanaozen.authoring bench marking`: how fast workbooks are marked, how memory grows, what a save costs.

The class is made up by `tests/made_workbooks.py`. Beside the files per second stands what it would cost to run each
student's notebook instead, as graders that execute do: a ratio, so that machines can be compared. Needs Linux.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from types import ModuleType

from zhanaozen import keys, tasks, workbook
from zhanaozen.authoring import notebooks
from zhanaozen.marking import run

#: Workbooks in a class, a school, a country.
SIZES = (150, 1_500, 10_000)
#: Seconds for a class; times the size for the largest, so growth is linear; megabytes that memory may grow by.
CLASS_SECONDS, LINEAR, GROWTH = 5, 1.5, 60
#: Milliseconds that a save may take at the median.
SAVE = 20
_DIFFERENT = 150


def main() -> int:
    """Measure and print; return 1 if something misses what it is held to."""
    missed = False
    with tempfile.TemporaryDirectory() as scratch:
        made = [_generator().student(n) for n in range(_DIFFERENT)]
        print(f"{'files':>7}  {'time':>8}  {'files/s':>8}  {'memory':>8}")
        found = []
        for size in SIZES:
            folder = _repeated(made, Path(scratch, f"in-{size}"), size)
            found.append(_in_a_process_of_its_own(folder, Path(scratch, f"out-{size}")))
            seconds, megabytes = found[-1]
            print(f"{size:7,}  {seconds:6.2f} s  {size / seconds:8.0f}  {megabytes:5.0f} MB")
        first, last = found[0], found[-1]
        per_file = [seconds / size for (seconds, _), size in zip(found, SIZES, strict=True)]
        missed |= first[0] > CLASS_SECONDS or per_file[-1] > LINEAR * per_file[1] or last[1] > found[1][1] + GROWTH
        executed = _executed()
        print(f"Executing one notebook with one student's answers: {executed:.2f} s, {executed / per_file[0]:.0f} x")
        saves = _saves(Path(scratch, "workbook.json"))
        missed |= saves > SAVE
        print(f"A save, median, workbook of a diligent student: {saves:.1f} ms (held to {SAVE} ms)")
    print(f"A class in {CLASS_SECONDS} s, linear growth, flat memory, quick saves:", "missed." if missed else "met.")
    return int(missed)


def measure(folder: str, out: str) -> None:
    """Mark a folder and print, as JSON, the seconds and the highest memory of this process in megabytes."""
    import resource

    start = time.perf_counter()
    run.mark(Path(folder), Path(out))
    seconds = time.perf_counter() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def _in_a_process_of_its_own(folder: Path, out: Path) -> tuple[float, float]:
    code = f"from zhanaozen.authoring import marking_bench; marking_bench.measure({str(folder)!r}, {str(out)!r})"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return tuple(json.loads(ran.stdout))


def _generator() -> ModuleType:
    """Return the tests' generator of workbooks: it is no part of the package, so it is loaded by its path."""
    path = notebooks.ROOT / "tests" / "made_workbooks.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _repeated(made: list[str], folder: Path, size: int) -> Path:
    folder.mkdir()
    for n in range(size):
        (folder / f"student-{n:05}.json").write_text(made[n % len(made)], encoding="utf-8")
    return folder


def _executed() -> float:
    """Return the seconds that it takes to execute one exercise, as a grader would that runs students' notebooks."""
    exercise = notebooks.ROOT / "exercises" / "05_how_many.ipynb"
    start = time.perf_counter()
    notebooks.run(exercise)
    return time.perf_counter() - start


def _saves(path: Path) -> float:
    """Return the median milliseconds of a save into a workbook that holds good answers to every task."""
    for of_lesson in tasks.lessons().values():
        for task in of_lesson:
            model = next(iter(keys.models(task.task_id)), None)
            workbook.save(task.task_id, model.value if model else "an answer", ledger="", path=path)
    times = []
    for n in range(50):
        start = time.perf_counter()
        workbook.save(
            "05.12", {"claim": f"A sentence that grows {n}", "reasoning": "words " * 200}, ledger="", path=path
        )
        times.append(time.perf_counter() - start)
    return 1000 * median(times)
