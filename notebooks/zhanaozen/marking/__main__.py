"""`python -m zhanaozen.marking FOLDER`: read the workbooks in a folder, write a gradebook and a class view."""

import argparse
import sys
from pathlib import Path

from zhanaozen.marking import run


def main() -> None:
    """Mark a folder and say where the results are."""
    parser = argparse.ArgumentParser(prog="python -m zhanaozen.marking", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with the students' workbook files")
    parser.add_argument(
        "--out", type=Path, default=Path("build", "marking"), help="where to write (default: build/marking)"
    )
    given = parser.parse_args()
    try:
        result = run.mark(given.folder, given.out, progress=_bar if sys.stderr.isatty() else None)
    except NotADirectoryError as error:
        sys.exit(str(error))
    print(f"{result.marked} of {result.marked + len(result.unread)} files marked.")
    for each in result.unread:
        print(f"Not marked: {each.name} {each.reason}.")
    for path in result.written:
        print(f"Written: {path}")


def _bar(done: int, of: int) -> None:
    filled = 30 * done // max(of, 1)
    end = "\n" if done == of else ""
    print(f"\r[{'#' * filled}{' ' * (30 - filled)}] {done} of {of}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
