"""Plain words for values: dates, numbers with their hedges, lists. No mark-up, no HTML."""

from collections.abc import Sequence

from zhanaozen.dates import first_day
from zhanaozen.tables import Claim, Event

#: What `unit` counts, as one would say it behind a number.
SHORT_UNIT = {
    "people killed": "killed",
    "people shot": "shot",
    "people with gunshot wounds": "with gunshot wounds",
    "people wounded": "wounded",
    "police officers injured": "police officers injured",
    "people detained": "detained",
    "people arrested": "arrested",
    "people dismissed": "dismissed",
    "people on strike": "on strike",
    "tenge per month": "tenge",
    "tenge, month or year not stated": "tenge",
}


#: How a unit begins when there is one of it.
_ONE = {
    "people given suspended sentences": "person given a suspended sentence",
    "people": "person", "police officers": "police officer", "years": "year", "months": "month", "minutes": "minute",
    "bodies": "body", "defendants": "defendant",
}  # fmt: skip


def unit_order(unit: str) -> tuple[int, str]:
    """Return a sort key for units: people first and the graver first, then what is not people, by name."""
    known = list(SHORT_UNIT)
    return (known.index(unit) if unit in known else len(known), unit)


def day(edtf: str | None) -> str:
    """Return a date as people write it: 2011-12-16 gives '16 December 2011', 2011-12 'December 2011'."""
    if not edtf:
        return "date not stated"
    first = first_day(edtf)
    return [f"{first:%Y}", f"{first:%B %Y}", f"{first.day} {first:%B %Y}"][edtf.count("-")]


def span(low: float | None, high: float | None, hedge_kind: str | None = None) -> str:
    """Return a range in words: 'at least 64', 'more than 700', 'up to 64', 'nearly 1,000', '30 to 70', 'about 70'."""
    if low is None and high is None:
        return "no number"
    if low is None:
        return f"{'nearly' if hedge_kind == 'less_than' else 'up to'} {high:,}"
    if high is None:
        return f"{'more than' if hedge_kind == 'more_than' else 'at least'} {low:,}"
    words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"about {words}" if hedge_kind == "approximate" else words


def counted(low: float | None, high: float | None, hedge_kind: str | None, unit: str) -> str:
    """Return a range with what it counts: 'at least 64 people shot', '1 person acquitted'."""
    words = span(low, high, hedge_kind)
    if words.split()[-1] == "1":
        many = next((many for many in _ONE if unit.startswith(many)), "")
        unit = _ONE.get(many, "") + unit.removeprefix(many)
    return f"{words} {unit}"


def number(claim: Claim) -> str:
    """Return a claim's number with what it counts: 'at least 64 shot'; 'no number' if it gives none."""
    if not claim.unit:
        return "no number"
    unit = SHORT_UNIT.get(claim.unit, claim.unit)
    return counted(claim.value_low, claim.value_high, claim.hedge_kind, unit)


def answers(claim: Claim) -> bool:
    """Return whether a claim answers its question with a position or a number."""
    return bool(claim.question and (claim.position or claim.unit))


def answer(claim: Claim) -> str:
    """Return what a claim answers to its question: its position or its number; a dash if it gives neither."""
    return claim.position or (number(claim) if claim.unit else "–")


def period(event: Event) -> str:
    """Return when an event happened: '16 December 2011', 'May 2011 to July 2011', 'between June 2011 and July 2011'."""
    if event.start == event.end:
        return day(event.start)
    if event.precision == "between":
        return f"between {day(event.start)} and {day(event.end)}"
    return f"{day(event.start)} to {day(event.end)}"


def listing(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: 'a, b and c'; with semicolons if a comma stands in one of them."""
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return "; ".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: 1 gives '1 claim', 3 gives '3 claims'."""
    return f"{count} {noun}" + ("" if count == 1 else "s")


def who(claim: Claim) -> str:
    """Return who speaks: the author's name where a text speaks in its own voice and the row says only 'author'."""
    if claim.speaker == "author":
        return claim.source.author or claim.source.publisher
    return claim.speaker


def role(claim: Claim) -> str:
    """Return in what role somebody speaks, and from what standpoint: 'author; press'."""
    words, standpoint = claim.speaker_role.replace("_", " "), claim.standpoint.replace("_", " ")
    return words if words == standpoint else f"{words}; {standpoint}"


def place(claim: Claim) -> str:
    """Return the place that a claim speaks of."""
    return claim.place.name if claim.place else "place not stated"


def where(claim: Claim) -> str:
    """Return the text and the place in it: 'Letter to the Prosecutor General (Human Rights Watch, 2012), p38'."""
    source = claim.source
    year = source.published[:4] if source.published else "date not stated"
    place = "in its opening" if claim.locator == "excerpt" else claim.locator
    return f"{source.title or source.source_id} ({source.publisher}, {year}), {place}"


#: How the text comes to know it, as one would say it.
DIRECTNESS = {
    "document": "from a document",
    "official_statement": "an official statement",
    "eyewitness": "seen by the speaker",
    "participant": "lived by the speaker",
    "reporting": "reported",
    "hearsay": "heard from others",
    "analysis": "worked out or argued",
}


def hedge(claim: Claim) -> str:
    """Return the hedge and what it does, or that there is none."""
    return f"“{claim.hedge}” ({claim.hedge_kind.replace('_', ' ')})" if claim.hedge else "no hedge"


def hardness(claim: Claim) -> str:
    """Return how hard a claim is to read, 0 to 3, with what it is about: '1 of 3 (death)'."""
    return f"{claim.intensity} of 3 ({claim.intensity_kind.replace('_', ' ')})"
