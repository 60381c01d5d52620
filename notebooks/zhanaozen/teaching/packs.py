"""The blind jigsaw: a lesson's evidence dealt into four packs, and what groups find put together again.

Each group sees one pack and answers the same questions from it. Together the answers show what is agreed, what is
contradicted, what only one pack says, and what none does.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zhanaozen import ceiling, evidence, tables, text
from zhanaozen.ceiling import CALM
from zhanaozen.checks import part
from zhanaozen.tables import Claim, Question

#: The packs: the word that is saved, and what stands on the envelope.
PACKS = {
    "official": "Official record",
    "independent": "Independent reports",
    "court": "Court record",
    "people": "Workers and families",
}
#: Who speaks in each pack.
INSIDE = {
    "official": "Offices of the state, companies, and those who defend the state.",
    "independent": "Press, rights groups, international bodies and scholars, in their own words.",
    "court": "Courts, prosecutors and lawyers.",
    "people": "People on the spot, opposition, and campaigners for the strikers.",
}
LESSONS = ("03", "04", "05", "07")
#: What a group may find besides an answer.
SILENT, SEVERAL = "silent", "several"

_COURT = ("court", "prosecutor", "lawyer")
_SIDE = {"official": "official", "outside": "independent", "on_the_spot": "people"}
_QUESTIONS, _CLAIMS = 5, 2
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?")
_MOST = 20  # so many different findings on one question from one pack
_CLOSENESS = ("document", "eyewitness", "participant", "official_statement", "reporting", "analysis", "hearsay")


class NoPacks(KeyError):
    """A lesson has no packs. The message lists those that have."""

    def __str__(self) -> str:
        return self.args[0]


def pack_of(claim: Claim) -> str:
    """Return the pack of a claim: what courts, prosecutors and lawyers say, or else the side its speaker stands on."""
    if claim.speaker_role in _COURT or (claim.standpoint == "state" and claim.voice in _court_voices()):
        return "court"
    return _SIDE[evidence.SIDES[claim.standpoint]]


@functools.cache
def _court_voices() -> frozenset[str]:
    """Return the voices of courts and prosecutors: a prosecutor's own web page is the prosecutor's word too."""
    return frozenset(c.voice for c in tables.claims() if c.speaker_role in _COURT)


def _told_fairly(claim: Claim) -> bool:
    """Return whether a claim speaks for its pack: it neither passes on another side nor is told by an opponent."""
    own, voice = evidence.SIDES[claim.standpoint], evidence.SIDES[evidence.voice_standpoint(claim)]
    return own == voice and {own, evidence.SIDES[claim.source.standpoint]} != {"official", "on_the_spot"}


def deal(lesson: str, level: int | None = None) -> dict[str, dict[Question, list[Claim]]]:
    """Return for each pack the questions of the jigsaw, each with the pack's claims on it; none means silence.

    Five questions at most, chosen so that every pack can answer as many as possible, then those that most claims
    answer. Only calm claims are dealt, in the words of the pack's own side, the closest to what happened first.
    `level` is the ceiling, that in force if it is not given. Below `CALM` the questions are those on which nobody
    names harm, or a pack would look silent that is not; they come from the nearest lessons. Raises `NoPacks`.
    """
    if lesson not in LESSONS:
        raise NoPacks(f"Lesson {lesson} has no packs. These have: {', '.join(LESSONS)}.")
    return _deal(lesson, min(CALM, ceiling.ceiling() if level is None else level))


@functools.cache
def _deal(lesson: str, level: int) -> dict[str, dict[Question, list[Claim]]]:
    asked = [q for q in tables.load().questions if (q.lesson == lesson if level == CALM else ceiling.plain(q))]
    held = {q: _dealt(q) for q in asked}

    def worth(chosen: tuple[Question, ...]) -> tuple[int, int, int, int]:
        covered = [sum(bool(held[q].get(pack)) for q in chosen) for pack in PACKS]
        away = sum(abs(int(q.lesson) - int(lesson)) for q in chosen)
        return min(covered), sum(covered), -away, sum(len(evidence.claims_on(q.question_id)) for q in chosen)

    chosen = max(itertools.combinations(asked, min(_QUESTIONS, len(asked))), key=worth)
    return {pack: {q: held[q].get(pack, []) for q in chosen} for pack in PACKS}


def _dealt(question: Question) -> dict[str, list[Claim]]:
    by_pack: dict[str, list[Claim]] = {}
    answering = [
        c
        for c in evidence.claims_on(question.question_id)
        if c.intensity <= CALM and (c.unit or c.position) and _told_fairly(c)
    ]
    for c in sorted(answering, key=lambda c: (_CLOSENESS.index(c.directness), not c.source.core)):
        found = by_pack.setdefault(pack_of(c), [])
        if len(found) < _CLAIMS and all(text.answer(c) != text.answer(other) for other in found):
            found.append(c)
    # Hearsay may stand beside another claim; alone it carries no answer.
    return {pack: found for pack, found in by_pack.items() if any(c.directness != "hearsay" for c in found)}


@dataclass(frozen=True)
class Together:
    """One line of the class grid: a question, what each pack's groups found, and what follows from it together.

    `found` has one text for each pack, in the order of `PACKS`, blank where no group had that pack; `mark` is
    "agreed", "contradicted", "one" or "silent".
    """

    question: Question
    found: tuple[str, ...]
    mark: str

    @property
    def together(self) -> str:
        """The mark in words."""
        return {"agreed": "agreed", "contradicted": "contradicted", "one": "said by one only", "silent": "silent"}[
            self.mark
        ]

    @property
    def ask(self) -> str:
        """The question that this mark asks of the class."""
        return {
            "agreed": "Do they know it apart from each other, or does one repeat the other?",
            "contradicted": "Do they speak of the same thing, place and time? Who was closer to it?",
            "one": "Who else should know it, and why do they not say it?",
            "silent": "Who could have said it, and where would it be written down?",
        }[self.mark]


class ClassGrid:
    """The grid of a class: add what each group filled in, then read the lines. No file can make it grow."""

    def __init__(self, lesson: str):
        usual, plain = (list(next(iter(deal(lesson, level).values()))) for level in (CALM, 0))
        self._usual, self._asked = usual, list(dict.fromkeys(usual + plain))
        self._found = {(pack, q.question_id): set() for pack in PACKS for q in self._asked}

    def add(self, value: object) -> None:
        """Add what one group filled in; whatever is no such grid is left out."""
        filled = value.get("found") if isinstance(value, Mapping) else None
        pack = part(value, "pack")
        if pack in PACKS and isinstance(filled, Mapping):
            for q in self._asked:
                found = self._found[pack, q.question_id]
                if (said := _said(q, filled.get(q.question_id))) and len(found) < _MOST:
                    found.add(said)

    def lines(self) -> list[Together]:
        """Return a line for each question, and for those of a low ceiling if a group was asked them."""
        found = {q: [self._found[pack, q.question_id] for pack in PACKS] for q in self._asked}
        return [_together(q, said) for q, said in found.items() if q in self._usual or any(said)]

    @property
    def empty(self) -> bool:
        """True until a group has filled in something."""
        return not any(self._found.values())


def merge(lesson: str, values: Iterable[object]) -> list[Together]:
    """Return the class grid of a lesson from the grids that groups filled in. Raises `NoPacks`."""
    grid = ClassGrid(lesson)
    for value in values:
        grid.add(value)
    return grid.lines()


def _said(question: Question, value: object) -> str:
    """Return what a group found on a question in words; blank if it left it open or wrote what cannot be one."""
    if value == SILENT:
        return SILENT
    if question.kind == "position":
        return value if value in question.positions else "more than one answer" if value == SEVERAL else ""
    low, high = (_digits(part(value, end)) for end in ("low", "high"))
    if not (low or high):
        return ""
    unit = part(value, "unit")
    counted = f" {unit}" if unit in question.units else ""
    return (low if low == high else f"{low or '?'} to {high or '?'}") + counted


def _digits(given: str) -> str:
    """Return the number in a text such as '7.5 years' or '3,000', in digits; blank if there is none."""
    found = _NUMBER.search(re.sub(r"(?<=\d)[., \u00a0](?=\d{3}\b)", "", given[:100]))
    return found[0].replace(",", ".") if found else ""


def _together(question: Question, found: list[set[str]]) -> Together:
    speaking = [said - {SILENT} for said in found if said - {SILENT}]
    if not speaking:
        mark = SILENT
    elif len(speaking) == 1:
        mark = "one"
    else:
        mark = "agreed" if len(set().union(*speaking)) == 1 else "contradicted"
    return Together(question, tuple(" / ".join(sorted(said)) for said in found), mark)
