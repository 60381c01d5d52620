"""Feedback whose right answers are read from claims, for the keys in `solutions/`.

Each function takes a student's value and the task, finds what is right in the tables, and says why.
"""

from collections.abc import Callable, Mapping

from zhanaozen import checks, tables, text
from zhanaozen.checks import Feedback
from zhanaozen.tables import Claim
from zhanaozen.tasks import kinds


def names(task: kinds.Match) -> dict[str, str]:
    """Return the items of a task, by key, in the words in which it shows them."""
    return {item.key: item.words for item in task.items}


def claims_of(task: kinds.Match | kinds.Pick) -> dict[str, Claim]:
    """Return the claims that are the items of a task, by id."""
    return {item.key: tables.claim(item.key) for item in task.items}


def because(c: Claim, what: str) -> str:
    """Return a reason with its owner: 'a hospital worker (Human Rights Watch, p38): ...'."""
    locator = "in its opening" if c.locator == "excerpt" else c.locator
    publisher = "" if text.who(c) == c.source.publisher else f"{c.source.publisher}, "
    return f"{text.who(c)} ({publisher}{locator}): {what}"


def column(value, task: kinds.Match, name: str, told: Callable[[Claim], str]) -> Feedback:
    """Check a match of claims with a column of theirs: 'unit', 'directness', 'position', 'place_id', ...

    `told` says of a claim why it belongs where it does.
    """
    claims = claims_of(task)
    right = {i: str(getattr(c, name)) for i, c in claims.items()}
    return checks.match(value, right, {i: because(c, told(c)) for i, c in claims.items()}, names(task))


def directness(value, task: kinds.Match) -> Feedback:
    """Check a sorting of claims by how their speakers come to know."""
    return column(value, task, "directness", lambda c: f"{text.DIRECTNESS[c.directness]}. {c.claim}")


def order_said(value, task: kinds.Order) -> Feedback:
    """Check an order of claims by the day on which each was said; claims of one day may stand either way round."""
    claims = claims_of(task)
    days = sorted({c.said_on for c in claims.values()})
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    reasons = {i: because(c, f"{_said(c)} ({text.day(c.said_on)}).") for i, c in claims.items()}
    return checks.order(value, ranks, reasons, names(task))


def _said(c: Claim) -> str:
    """Return what a claim answers, or the claim itself if it answers nothing that a list or a number holds."""
    return text.answer(c) if text.answers(c) else c.claim.rstrip(".")


def picked(value, task: kinds.Pick, fits: Callable[[Claim], bool], told: Callable[[Claim], str]) -> Feedback:
    """Check a selection of claims: those that fit, and no others. `told` says of a claim why it does or does not."""
    claims = claims_of(task)
    reasons = {i: because(c, told(c)) for i, c in claims.items()}
    return checks.pick(value, [i for i, c in claims.items() if fits(c)], reasons)


def swapped_unit(value, task: kinds.Choice) -> Feedback:
    """Check which one of several claims is shown with a unit that is not its own."""
    claims = {o.key: tables.claim(o.key) for o in task.options}
    shown = {o.key: o.words for o in task.options}
    [wrong] = [i for i, c in claims.items() if f" {c.unit} (" not in shown[i]]
    reasons = {i: because(c, f"“{c.phrase}” counts {c.unit}.") for i, c in claims.items()}
    return checks.choice(value, wrong, reasons)


def hedge(value, task: kinds.Quote, c: Claim) -> Feedback:
    """Check the hedge copied out of a claim's words."""
    return checks.quote(value, c.hedge, task.passage, because(c, f"“{c.hedge}” limits what is said."))


def grid(
    value, task: kinds.Grid, stances: Mapping[tuple[str, str], str], told: Mapping[tuple[str, str], str]
) -> Feedback:
    """Check a grid. `stances` give for each (row, column) 'says', 'contradicts' or 'silent'; `told` the reasons."""
    right = {f"{row}|{column}": stance for (row, column), stance in stances.items()}
    return checks.match(value, right, {f"{r}|{c}": why for (r, c), why in told.items()}, names(task))


def stances_on_positions(
    task: kinds.Grid, claims: list[Claim]
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
    """Return stances and reasons of a grid whose rows are texts and whose columns are positions of questions.

    A text says a position if a claim of it holds it, says otherwise if it only holds another, and is silent if none
    of its claims answers the question. A text that passes on several positions says each of them.
    """
    stances, told = {}, {}
    for col in task.columns:
        asked = {c.question_id for c in claims if c.position == col.key}
        for row in task.rows:
            held = [c for c in claims if c.source_id == row.key and c.position and c.question_id in asked]
            mine = [c for c in held if c.position == col.key]
            stances[row.key, col.key] = "says" if mine else "contradicts" if held else "silent"
            shown = [because(c, c.claim) for c in (mine or held)[:2]]
            told[row.key, col.key] = " ".join(shown) or f"{row.words}: no claim of it answers this."
    return stances, told
