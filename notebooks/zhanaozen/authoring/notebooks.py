"""Notebooks in the one form that git holds: run from top to bottom, the same outputs every time, nothing else.

A chart keeps its live form and alt text, and gains a small picture for viewers that draw nothing. Widgets
keep what is readable without a kernel. Exercises are their solutions without the cells tagged `solution`.
"""

import base64
import copy
import itertools
import os
import struct
import tempfile
import zlib
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from zhanaozen import display

ROOT = Path(__file__).parents[3]
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"
#: What a cell may say of itself: nbval's tags, our `solution`, and the alt text of nothing else.
CELL_METADATA = {"tags"}


def lessons() -> list[Path]:
    """Return the notebooks that are written by hand: lessons, solutions and the teacher's, in reading order."""
    return sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")) + sorted((ROOT / "solutions").glob("*.ipynb"))


def exercises() -> list[tuple[Path, Path]]:
    """Return each solution with the exercise that is made from it."""
    return [(s, ROOT / "exercises" / s.name) for s in sorted((ROOT / "solutions").glob("[0-9]*.ipynb"))]


def read(path: Path) -> nbformat.NotebookNode:
    """Return a notebook in nbformat 4."""
    return nbformat.read(path, as_version=4)


def normalised(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy without widget state, timings and editor metadata; ids and outputs stay.

    Code cells are counted from 1, as after one run from the top: nbval takes a cell without a count for unrun.
    """
    notebook = copy.deepcopy(notebook)
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = itertools.count(1)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k in CELL_METADATA})
        if cell.cell_type == "code":
            cell.execution_count = next(count)
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = cell.execution_count
                output.get("data", {}).pop(WIDGET, None)
    return notebook


def written(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as the text that its file holds."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def exercise_of(solution: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the exercise made from a solution: every cell not tagged `solution`, ids included."""
    exercise = copy.deepcopy(solution)
    exercise.cells = [c for c in exercise.cells if "solution" not in c.metadata.get("tags", [])]
    return normalised(exercise)


def run(path: Path, timeout: int = 120) -> nbformat.NotebookNode:
    """Return a notebook with fresh outputs, run with an empty workbook. Raises nbclient's CellExecutionError."""
    notebook = read(path)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"ZHANAOZEN_WORKBOOK": str(Path(folder) / "workbook.json")}
        # Widget state must stay on while it runs: off, an Output widget ends in a KeyError.
        client = NotebookClient(
            notebook, timeout=timeout, record_timing=False, resources={"metadata": {"path": str(path.parent)}}
        )
        with client.setup_kernel(env=environment):
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)
    return normalised(notebook)


def with_pictures(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy in which every chart also has a picture. Needs vl-convert, a builder's tool."""
    import vl_convert

    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if spec := output.get("data", {}).get(display.MIME):
                png = vl_convert.vegalite_to_png(spec, vl_version="5.21", scale=1.4)
                output.data["image/png"] = base64.b64encode(_packed(png)).decode("ascii") + "\n"
                output.metadata["image/png"] = {"alt": spec["description"]}
    return notebook


def _packed(png: bytes) -> bytes:
    """Return the same picture in fewer bytes: one data chunk at the highest compression."""
    chunks, data, at = [], b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        at += 12 + size
        if kind == b"IDAT":
            data += body
        else:
            chunks.append((kind, body))
    chunks.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(data), 9)))
    return png[:8] + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
