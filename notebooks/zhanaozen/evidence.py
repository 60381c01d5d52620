"""Questions asked of the tables: who says what, known when, how far apart, how independent.

Every function takes and gives claims, so that an answer can always be followed back to its sources.
"""

import difflib
import functools
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhanaozen import names, tables
from zhanaozen.dates import last_day
from zhanaozen.tables import Claim, Question

#: Corroboration counts for more when it crosses sides, since their interests differ.
SIDES = {
    "state": "official", "company": "official", "state_aligned": "official",
    "press": "outside", "human_rights": "outside", "international": "outside", "academic": "outside",
    "participant": "on_the_spot", "advocacy": "on_the_spot", "opposition": "on_the_spot",
}  # fmt: skip

#: With these hedges a number is another number; the others say whose it is or how sure.
CHANGING_A_NUMBER = ("approximate", "more_than", "less_than")

#: In these roles a speaker may pass on somebody else's voice.
PASSING_ON = ("author", "journalist")
DOUBTS = ("attributed", "doubtful", "preliminary")
"""Kinds of hedges that bear on what is said, and not on a number in it."""


class UnknownQuestion(KeyError):
    """There is no question with that id. The message lists those there are."""

    def __str__(self) -> str:
        return self.args[0]


def question(question_id: str, data: tables.Tables | None = None) -> Question:
    """Return one disputed question. Raises `UnknownQuestion` with the known ids if there is none."""
    known = (data or tables.load()).by_key("questions")
    if question_id not in known:
        raise UnknownQuestion(f"There is no question '{question_id}'. There are: {', '.join(known)}.")
    return known[question_id]


def claims_on(
    *question_ids: str,
    said_by: str | None = None,
    place_id: str | None = None,
    core: bool | None = None,
    data: tables.Tables | None = None,
) -> list[Claim]:
    """Return the claims that answer one or more questions, in the order in which they were made.

    `said_by` (ISO date) leaves out what was said later, so that a class can stand on that day; `place_id`
    keeps one place, `core` the six core documents (True) or all others (False). `data` are other tables
    than those of `data/`, such as the practice case. Raises `UnknownQuestion`.
    """
    data = data or tables.load()
    asked = dict.fromkeys(question(q, data).question_id for q in question_ids)
    found = [
        c
        for question_id in asked
        for c in data.by_question.get(question_id, ())
        if (place_id is None or c.place_id == place_id) and (core is None or c.source.core == core)
    ]
    return in_order_said(known_by(found, said_by) if said_by else found)


def in_order_said(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in the order in which they were certainly said; those without a date come last."""

    def when(c: Claim) -> tuple:
        return last_day(c.said_on) if c.said_on else date.max, c.said_order or 99, c.claim_id

    return sorted(claims, key=when)


def known_by(claims: Iterable[Claim], day: str) -> list[Claim]:
    """Return the claims that had certainly been made by the end of a day (ISO date).

    A claim dated only '2012' counts from 31 December 2012 on: before that day nobody can be sure.
    """
    limit = date.fromisoformat(day)
    return [c for c in claims if c.said_on and last_day(c.said_on) <= limit]


def is_hedged(claim: Claim) -> bool:
    """Return whether an answer is given with a doubt or on another's word; 'about 70' hedges a number, no position."""
    return claim.hedge_kind in DOUBTS if claim.position else bool(claim.hedge_kind)


def days_said(claims: Iterable[Claim]) -> list[str]:
    """Return the days (ISO dates) on which something new was said, first day first."""
    return sorted({last_day(c.said_on).isoformat() for c in claims if c.said_on})


def voice_standpoint(claim: Claim) -> str:
    """Return where the voice behind a claim stands.

    A newspaper that repeats the official count in its own words passes on a voice of the state. So the
    voice's standpoint is that of the claims in which it is quoted, if there are any.
    """
    return _voice_standpoints().get(claim.voice, claim.standpoint)


@functools.cache
def _voice_standpoints() -> dict[str, str]:
    quoted = [c for c in tables.claims() if c.speaker_role not in PASSING_ON]
    return {c.voice: c.standpoint for c in quoted}


@dataclass(frozen=True)
class Range:
    """What one source allows in one unit: its lowest and highest number, and the claims behind them.

    `low` or `high` is None where none of its claims sets that end.
    """

    source_id: str
    unit: str
    low: float | None
    high: float | None
    claims: tuple[Claim, ...]


def ranges(claims: Iterable[Claim]) -> list[Range]:
    """Return the lowest and highest number of each source in each unit, over all that it passes on."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        if c.unit:
            groups.setdefault((c.source_id, c.unit), []).append(c)
    return [
        Range(
            source_id,
            unit,
            min((c.value_low for c in group if c.value_low is not None), default=None),
            max((c.value_high for c in group if c.value_high is not None), default=None),
            tuple(group),
        )
        for (source_id, unit), group in groups.items()
    ]


@dataclass(frozen=True)
class Answer:
    """What some claims say alike: a number or a position, with every claim that gives it."""

    claims: tuple[Claim, ...]

    @property
    def voices(self) -> dict[str, str]:
        """Each independent voice with its standpoint. Many texts that repeat one report are one voice."""
        return {c.voice: voice_standpoint(c) for c in self.claims}

    @property
    def speakers(self) -> list[Claim]:
        """One claim for each voice: one in which it is quoted, if there is one, rather than passed on."""
        found: dict[str, Claim] = {}
        for c in sorted(self.claims, key=lambda c: c.speaker_role in PASSING_ON):
            found.setdefault(c.voice, c)
        return list(found.values())

    @property
    def sides(self) -> set[str]:
        """The sides that give it: official, outside, on_the_spot."""
        return {SIDES[standpoint] for standpoint in self.voices.values()}

    @property
    def opposed(self) -> bool:
        """True if the official side and another side give it, in voices of their own."""
        return "official" in self.sides and len(self.sides) > 1

    @property
    def alone(self) -> bool:
        """True if only one voice gives it."""
        return len(self.voices) == 1


@dataclass(frozen=True)
class Figure(Answer):
    """One number in one unit, of what the question compares, with every claim that gives it.

    `within` are the values that these claims share in the columns of `question.compared_within`: the place of the
    dead, the trial of a verdict, whose term in prison.
    """

    unit: str
    low: float | None
    high: float | None
    hedge_kind: str | None
    within: tuple[str | None, ...]

    @property
    def of(self) -> str:
        """What the number is of, in words: the place, the event or the people meant; blank if nothing is compared."""
        first = self.claims[0]
        words = {
            "place_id": first.place.name if first.place else "place not stated",
            "event_id": first.event.title if first.event else "event not stated",
            "scope": first.scope or "not stated of whom",
        }
        return ", ".join(words[column] for column in first.question.compared_within)

    def excludes(self, other: "Figure") -> bool:
        """Return True if both count the same and cannot both be right: the numbers do not meet."""
        if (self.unit, self.within) != (other.unit, other.within):
            return False
        return (self.low or 0) > _top(other.high) or (other.low or 0) > _top(self.high)


def _top(high: float | None) -> float:
    return math.inf if high is None else high


@dataclass(frozen=True)
class Position(Answer):
    """One position on one question, with every claim that takes it."""

    question: Question
    position: str

    def excludes(self, other: "Position") -> bool:
        """Return True if both answer one question and differ: positions exclude each other by their wording."""
        return self.question == other.question and self.position != other.position


def figures(claims: Iterable[Claim]) -> list[Figure]:
    """Return each number with the claims that give it, from the smallest to the largest in each unit.

    Two claims give the same number only if unit, floor, ceiling and what their question compares are the same, and
    'about', 'more than' or 'nearly' stands in both or in neither.
    """
    groups: dict[tuple, list[Claim]] = {}
    for c in claims:
        if c.unit:
            groups.setdefault(_figure(c), []).append(c)
    found = [Figure(tuple(group), *figure) for figure, group in groups.items()]
    return sorted(found, key=lambda f: (f.unit, f.high if f.low is None else f.low, f.of))


def _figure(c: Claim) -> tuple:
    hedge_kind = c.hedge_kind if c.hedge_kind in CHANGING_A_NUMBER else None
    within = tuple(getattr(c, column) for column in c.question.compared_within)
    return c.unit, c.value_low, c.value_high, hedge_kind, within


def answers(question_id: str, claims: Iterable[Claim] | None = None) -> list[Figure] | list[Position]:
    """Return every answer that claims give to a question: its numbers, or its positions in the order of its list.

    Raises `UnknownQuestion`.
    """
    asked = question(question_id)
    if claims is None:
        pool = tables.load().by_question.get(question_id, ())
    else:
        pool = [c for c in claims if c.question_id == question_id]
    if asked.kind == "number":
        return figures(pool)
    taken = positions(question_id, pool)
    return [Position(tuple(found), asked, position) for position, found in taken.items() if found]


def shared_by_opposed(claims: Iterable[Claim]) -> list[Answer]:
    """Return the numbers and positions that the official side and another side both give."""
    claims = list(claims)
    asked = dict.fromkeys(c.question_id for c in claims if c.question_id)
    return [a for question_id in asked for a in answers(question_id, claims) if a.opposed]


def agreements() -> dict[Question, list[Answer]]:
    """Return, for each question on which opposed sides agree, the answers that they share."""
    found = {q: [a for a in answers(q.question_id) if a.opposed] for q in tables.load().questions}
    return {q: shared for q, shared in found.items() if shared}


def disagreements() -> dict[Question, list[Answer]]:
    """Return, for each question that has answers which exclude each other, all its answers.

    Positions exclude each other by their wording; numbers do if they count the same and do not meet.
    """
    found = {}
    for q in tables.load().questions:
        given = answers(q.question_id)
        if _differ(given):
            found[q] = given
    return found


def _differ(given: list[Answer]) -> bool:
    return any(a.excludes(b) for a, b in itertools.combinations(given, 2))


@dataclass(frozen=True)
class Comparison:
    """What two texts say on one question, whether in their own voice or in that of somebody they quote."""

    question: Question
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]

    @property
    def alone(self) -> bool:
        """True if only one of the two makes a claim on it."""
        return not (self.first and self.second)

    @property
    def shared(self) -> list[Answer]:
        """The answers that both give."""
        given = answers(self.question.question_id, self.first + self.second)
        return [a for a in given if set(a.claims) & set(self.first) and set(a.claims) & set(self.second)]

    @property
    def only(self) -> tuple[list[Answer], list[Answer]]:
        """The answers that the first gives and the second does not, and the other way round."""
        common = {c for a in self.shared for c in a.claims}
        one, other = (answers(self.question.question_id, claims) for claims in (self.first, self.second))
        return [a for a in one if not common & set(a.claims)], [b for b in other if not common & set(b.claims)]

    @property
    def apart(self) -> bool:
        """True if they share no answer, and one of the first excludes one of the second."""
        return not self.shared and any(a.excludes(b) for a, b in itertools.product(*self.only))


def compared(first: str, second: str) -> list[Comparison]:
    """Return what two texts (source ids) say on each question on which at least one of them makes a claim."""
    found: dict[Question, dict[str, list[Claim]]] = {q: {first: [], second: []} for q in tables.load().questions}
    for c in tables.claims():
        if c.question and c.source_id in (first, second):
            found[c.question][c.source_id].append(c)
    return [Comparison(q, tuple(by[first]), tuple(by[second])) for q, by in found.items() if by[first] or by[second]]


def against_itself(source_id: str) -> dict[Question, list[Claim]]:
    """Return the questions on which one text gives more than one answer, with its claims on each.

    A text may pass on several speakers, or write the same number of two things; both are worth a second look.
    """
    found: dict[Question, list[Claim]] = {}
    for c in tables.claims():
        if c.source_id == source_id and c.question and (c.position or c.unit):
            found.setdefault(c.question, []).append(c)
    return {q: group for q, group in found.items() if len({c.position or _figure(c) for c in group}) > 1}


def supporters(claim: Claim) -> Answer:
    """Return the answer that a claim gives with everyone who gives it; each voice counts once.

    Raises ValueError if the claim answers no question.
    """
    if not claim.position and not claim.unit:
        raise ValueError(f"{claim.claim_id} answers no question, so nothing can support it. Choose one that does.")
    return next(a for a in answers(claim.question_id) if claim in a.claims)


def about(name: str) -> list[Claim]:
    """Return everything said about a person, organisation or place, or by them, under any spelling, in order said.

    A claim counts if a spelling stands in it, in its phrase, speaker or scope, or if it speaks of the place. Someone
    whom a text does not name is not found by what another text tells. Raises `names.UnknownName`.
    """
    found = names.find(name)
    pattern = names.pattern(names.spellings(found))
    place_id = getattr(found, "place_id", None)
    return in_order_said(
        c for c in tables.claims() if (place_id and c.place_id == place_id) or pattern.search(_told(c))
    )


@functools.cache
def _told(c: Claim) -> str:
    """Return the folded words in which a name may stand, kept: who follows one name often follows another."""
    return " ".join(names.words(f"{c.claim} / {c.phrase} / {c.speaker} / {c.scope or ''}"))


def positions(question_id: str, claims: Iterable[Claim] | None = None) -> dict[str, list[Claim]]:
    """Return the claims for each answer of a question, answers in the order of the question's list.

    An answer that no claim gives has an empty list: silence shows. Raises `UnknownQuestion`.
    """
    asked = question(question_id)
    pool = tables.load().by_question.get(question_id, ()) if claims is None else claims
    return {p: [c for c in pool if c.question_id == question_id and c.position == p] for p in asked.positions}


def silent(source_ids: Iterable[str], question_id: str) -> list[str]:
    """Return those of the sources that make no claim on a question in the tables, in the order given.

    Silence means that we hold no claim of the source; for a text read only in its opening it means little.
    """
    question(question_id)
    speaking = {c.source_id for c in tables.claims() if c.question_id == question_id}
    return [s for s in source_ids if s not in speaking]


def silent_standpoints(question_id: str) -> list[str]:
    """Return the standpoints that make no claim on a question in the tables, in the order of the vocabulary."""
    speaking = {c.standpoint for c in tables.claims() if c.question_id == question(question_id).question_id}
    return [s for s in tables.vocabulary("sources", "standpoint") if s not in speaking]


def answers_by_standpoint(question_id: str) -> dict[str, list[Answer]]:
    """Return the answers that each standpoint gives or passes on, standpoints in the order of the vocabulary.

    A standpoint that gives none has an empty list: silence shows. Raises `UnknownQuestion`.
    """
    asked = claims_on(question_id)
    return {
        s: answers(question_id, [c for c in asked if c.standpoint == s])
        for s in tables.vocabulary("sources", "standpoint")
    }


def nearest(name: str, count: int = 5) -> list[str]:
    """Return the names of people, organisations and places that are spelt most like this, the nearest first."""
    spelled = {
        " ".join(names.words(spelling)): row.name
        for table in names.NAMED
        for row in getattr(tables.load(), table)
        for spelling in names.spellings(row)
    }
    near = difflib.get_close_matches(" ".join(names.words(name)), spelled, n=3 * count)
    return list(dict.fromkeys(spelled[spelling] for spelling in near))[:count]
