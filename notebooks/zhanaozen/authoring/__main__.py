"""`python -m zhanaozen.authoring COMMAND`, where COMMAND is one of

build            run lessons and solutions, store their outputs, make exercises and the data dictionary
geo              make the map outlines of data/geo from Natural Earth
plan             print a run sheet: --lesson 05 --minutes 37
verify FOLDER    check that the quoted words of the core claims stand in the texts in FOLDER
bench            measure how soon a lesson shows its first chart, and how long each notebook runs
bench search     measure how search time and memory grow with the ledger
bench marking    measure files marked in a second, memory, and what a save costs
bench explorers  measure how soon each explorer answers in a browser (needs Chromium)
"""

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


def plan(lesson: str, minutes: str) -> int:
    """Print a run sheet for a lesson; return 2, with the reason, if there is none."""
    from zhanaozen.teaching import run_sheet, sections

    try:
        print(run_sheet.as_table(run_sheet.plan(lesson, int(minutes) if minutes.isdecimal() else minutes)).words)
    except (run_sheet.NoSuchPlan, sections.UnknownLesson) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def main(arguments: list[str]) -> int:
    """Run one command; return the exit code."""
    match arguments:
        case ["build"]:
            build()
        case ["bench", "search"]:
            from zhanaozen.authoring import search_bench

            return search_bench.main()
        case ["bench", "marking"]:
            from zhanaozen.authoring import marking_bench

            return marking_bench.main()
        case ["bench", "explorers", *rest]:
            from zhanaozen.authoring import explorers_bench

            return explorers_bench.main(rest)
        case ["bench", *rest]:
            from zhanaozen.authoring import bench

            return bench.main(rest) or 0
        case ["geo"]:
            from zhanaozen.authoring import geometry

            geometry.build()
        case ["plan", "--lesson", lesson, "--minutes", minutes]:
            return plan(lesson, minutes)
        case ["verify", *rest]:
            from zhanaozen.authoring import verify

            return verify.main(rest)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
