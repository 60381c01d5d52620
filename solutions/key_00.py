"""The key to the practice tasks of lesson 00, computed from the practice tables."""

from zhanaozen import checks, text
from zhanaozen.checks import Feedback
from zhanaozen.tasks import task
from zhanaozen.tasks.lesson_00 import GOATS, TWELVE


def units_of_twelve(value) -> Feedback:
    """00.1: the unit of each claim."""
    right = {i: GOATS[i].unit for i in TWELVE}
    names = {item.key: item.words for item in task("00.1").items}
    return checks.match(
        value,
        right,
        {i: f"{text.who(GOATS[i])} counts {unit}: “{GOATS[i].phrase}”." for i, unit in right.items()},
        names,
    )


def no_more_than_she_says(value) -> Feedback:
    """00.2: the option that keeps ceiling and owner."""
    c = GOATS["linden-farm.01"]
    right = "floor" if c.value_high is None else "ceiling" if c.value_low is None else "exact"
    return checks.choice(
        value,
        right,
        {
            "exact": "'No more than' is gone: she leaves room for fewer.",
            "ceiling": "It keeps the upper end, and says whose account it is.",
            "total": "She speaks of her own goats. Others may have been there too.",
            "floor": "That turns the upper end into the lower one.",
        },
    )


def range_of_the_office(value) -> Feedback:
    """00.3: lowest and highest number from the office."""
    numbers = [c.value_low for c in GOATS.values() if c.voice == "linden_office"]
    return checks.number_range(
        value,
        min(numbers),
        max(numbers),
        "First it denied, then it gave a number “according to first reports”.",
    )


def voices_behind_twelve(value) -> Feedback:
    """00.4: the number of voices behind 'twelve goats'."""
    twelve = [c for c in GOATS.values() if c.unit == "goats" and c.value_low == GOATS["linden-echo.01"].value_low]
    copied = "The blog writes “Twelve goats, says the Echo”: it passes the paper's number on."
    return checks.choice(
        value,
        str(len({c.voice for c in twelve})),
        {
            "1": copied,
            "2": copied,
            "0": "The paper does not say how it counted, but it gives a number of its own.",
        },
    )


CHECKS = {
    "00.1": units_of_twelve,
    "00.2": no_more_than_she_says,
    "00.3": range_of_the_office,
    "00.4": voices_behind_twelve,
}
