"""Every test, and every notebook that a test runs, has an empty workbook of its own."""

import os
import tempfile
from pathlib import Path

import pytest

# Set before any kernel starts: a test must neither read nor touch the answers of whoever runs it.
os.environ["ZHANAOZEN_WORKBOOK"] = str(Path(tempfile.mkdtemp(prefix="zhanaozen-tests-")) / "workbook.json")


@pytest.fixture
def workbook_file(tmp_path, monkeypatch) -> Path:
    """The path of an empty workbook for one test."""
    path = tmp_path / "my_workbook.json"
    monkeypatch.setenv("ZHANAOZEN_WORKBOOK", str(path))
    return path
