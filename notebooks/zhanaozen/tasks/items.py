"""Claims and texts as items of tasks: what is shown of a claim decides what a student has to find out."""

from collections.abc import Iterable

from zhanaozen import tables, text
from zhanaozen.tasks.kinds import Item


def _owner(c: tables.Claim) -> str:
    """Return who says it and where: 'a hospital worker; Human Rights Watch, p38', a name never twice."""
    locator = "opening" if c.locator == "excerpt" else c.locator
    who = text.who(c)
    return f"{who}, {locator}" if who == c.source.publisher else f"{who}; {c.source.publisher}, {locator}"


def said(claim_id: str) -> Item:
    """Return a claim as an item: its quoted words, who says them, and where."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"“{c.phrase}” ({_owner(c)})")


def counted(claim_id: str) -> Item:
    """Return a claim as an item: its number, what it counts, who says so, and where. No date, no place."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"{text.number(c)} ({_owner(c)})")


def counted_as(claim_id: str, unit: str) -> Item:
    """Return a claim as an item with its number and a unit that may be another's: for finding a swapped unit."""
    c = tables.claim(claim_id)
    digits = text.span(c.value_low, c.value_high, c.hedge_kind)
    return Item(claim_id, f"{digits} {unit} ({_owner(c)})")


def paraphrased(claim_id: str) -> Item:
    """Return a claim as an item: our sentence for it, with its id."""
    return Item(claim_id, f"{tables.claim(claim_id).claim} [{claim_id}]")


def source(source_id: str) -> Item:
    """Return a text as an item by author, publisher, year and id, with which the numbers of its claims begin.

    Its title is left out, since it may hold the word that is asked for.
    """
    s = tables.load().by_key("sources")[source_id]
    author, year = (s.author or s.publisher).partition(" (")[0], (s.published or "no date")[:4]
    where = year if author == s.publisher else f"{s.publisher}, {year}"
    return Item(source_id, f"{author} ({where}) [{source_id}]")


def words(*options: str) -> tuple[Item, ...]:
    """Return words as items whose key is the word itself: units, or the positions of a question."""
    return tuple(Item(o, o) for o in options)


def directness(levels: Iterable[str] = text.DIRECTNESS) -> tuple[Item, ...]:
    """Return ways in which a speaker may know, as options, in the order given."""
    return tuple(Item(level, text.DIRECTNESS[level]) for level in levels)


def stated(claim_id: str) -> Item:
    """Return a claim as an item: our sentence for it, without its id, which may name a day."""
    return Item(claim_id, tables.claim(claim_id).claim.removesuffix("."))
