"""`python -m zhanaozen.authoring build | bench`: make the files that are made, or measure."""

import sys

from zhanaozen.authoring import dictionary, notebooks


def build() -> None:
    """Run lessons and solutions, store their outputs, and make the exercises and the data dictionary."""
    (notebooks.ROOT / "data" / "README.md").write_text(dictionary.readme(), encoding="utf-8")
    for path in notebooks.lessons():
        print(path.relative_to(notebooks.ROOT), flush=True)
        made = notebooks.with_pictures(notebooks.run(path))
        path.write_text(notebooks.written(made), encoding="utf-8")
    for solution, exercise in notebooks.exercises():
        exercise.write_text(notebooks.written(notebooks.exercise_of(notebooks.read(solution))), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run one command; return the exit code."""
    match arguments:
        case ["build"]:
            build()
        case ["bench", *rest]:
            from zhanaozen.authoring import bench

            return bench.main(rest) or 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
