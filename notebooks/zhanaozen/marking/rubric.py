"""The rubric for what students write: four things to read for, each on four levels, the same for every answer."""

from zhanaozen.markup import Html, grid

#: Criterion, what to ask of the text, and the levels from the highest to the lowest.
RUBRIC = (
    (
        "Sources",
        "Who says it, how do they know, and what is their interest?",
        (
            "Says of each source that carries the conclusion how it knows; weighs interests on every side alike.",
            "Says who speaks and how they know; weighs interests on one side only.",
            "Names who speaks, and does not say how they know.",
            "States things without an owner.",
        ),
    ),
    (
        "Corroboration",
        "Which independent voices agree, which contradict, who is silent?",
        (
            "Keeps voices apart from repetition, uses opposed sides, and reads silence with care.",
            "Uses opposed sides, but counts voices as independent without asking where they have it from.",
            "Uses several sources of one side, and the other at most to reject it.",
            "Rests on one source, or on none.",
        ),
    ),
    (
        "Numbers, words and hedges",
        "Does it claim no more than its sources?",
        (
            "Keeps measure, place, date, range and hedge throughout.",
            "Slips here and there, but never where the conclusion rests on it.",
            "Loses what the conclusion rests on: a ceiling becomes a number, shot becomes killed.",
            "Most numbers and strong words stand alone.",
        ),
    ),
    (
        "Argument",
        "Does the evidence carry the conclusion, and is the strongest evidence against it met?",
        (
            "States the strongest evidence against, answers it fairly, and is as sure as that allows.",
            "Names evidence against and sets it aside without a reason.",
            "Gives evidence, and meets none against it.",
            "A conclusion without evidence.",
        ),
    ),
)


def as_table() -> Html:
    """Return the rubric as a table, a row for each criterion."""
    rows = [[f"{name}: {asks}", *levels] for name, asks, levels in RUBRIC]
    return grid("Rubric for written answers and the account", ["Criterion", "4", "3", "2", "1"], rows)
