"""The key to the practice tasks of lesson 00, computed from the practice tables."""

from zhanaozen import checks, claim_checks, text
from zhanaozen.checks import Feedback
from zhanaozen.tasks import task
from zhanaozen.tasks.lesson_00 import GOATS, HOW_KNOWN, LOCATED, SOURCES, SPEAKING, TWELVE


def units_of_twelve(value) -> Feedback:
    """00.1: the unit of each claim."""
    right = {i: GOATS[i].unit for i in TWELVE}
    return checks.match(
        value,
        right,
        {i: f"{text.who(GOATS[i])} counts {unit}: “{GOATS[i].phrase}”." for i, unit in right.items()},
        claim_checks.names(task("00.1")),
    )


def no_more_than_she_says(value) -> Feedback:
    """00.4: the option that keeps ceiling and owner."""
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
    """00.6: lowest and highest number from the office."""
    numbers = [c.value_low for c in GOATS.values() if c.voice == "linden_office"]
    return checks.number_range(
        value,
        min(numbers),
        max(numbers),
        "First it denied, then it gave a number “according to first reports”.",
    )


def voices_behind_twelve(value) -> Feedback:
    """00.7: the number of voices behind 'twelve goats'."""
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


def place_in_the_text(value) -> Feedback:
    """00.2: the locator of the claim on the fence."""
    there = {c.locator: c for c in GOATS.values() if c.source_id == GOATS[LOCATED].source_id}
    reasons = {
        option.key: f"There stands: “{there[option.key].phrase}”."
        if option.key in there
        else "We hold no claim from that place in her letter."
        for option in task("00.2").options
    }
    return checks.choice(value, GOATS[LOCATED].locator, reasons)


def how_they_know(value) -> Feedback:
    """00.3: how each speaker comes to know."""
    right = {i: GOATS[i].directness for i in HOW_KNOWN}
    why = {i: f"{text.who(GOATS[i])}: {text.DIRECTNESS[known]}. {GOATS[i].claim}" for i, known in right.items()}
    return checks.match(value, right, why, claim_checks.names(task("00.3")))


def at_stake(value) -> Feedback:
    """00.5: the interest of each text, as its head-note gives it."""
    why = {key: f"{s.publisher}: {s.standpoint_note}" for key, s in SOURCES.items()}
    return checks.match(value, {key: key for key in SOURCES}, why, claim_checks.names(task("00.5")))


def said_or_silent(value) -> Feedback:
    """00.8: what each text does with two statements."""
    stances, why = {}, {}
    for key in SPEAKING:
        mine = [c for c in GOATS.values() if c.source_id == key]
        goats = [c for c in mine if c.unit == "goats"]
        more = any((c.value_low or 0) > 10 for c in goats)
        stances[key, "more than ten"] = "says" if more else "contradicts" if goats else "silent"
        prints = [c for c in mine if c.unit == "hoof prints"]
        stances[key, "hoof prints"] = "says" if prints else "silent"
        name = SOURCES[key].publisher
        why[key, "more than ten"] = f"{name}: {text.listing([text.number(c) for c in goats]) or 'no number'}."
        why[key, "hoof prints"] = f"{name}: {text.listing([c.claim for c in prints]) or 'not a word on hoof prints.'}"
    return claim_checks.grid(value, task("00.8"), stances, why)


CHECKS = {
    "00.1": units_of_twelve,
    "00.2": place_in_the_text,
    "00.3": how_they_know,
    "00.4": no_more_than_she_says,
    "00.5": at_stake,
    "00.6": range_of_the_office,
    "00.7": voices_behind_twelve,
    "00.8": said_or_silent,
}
