"""Where a student stands, before and after: the same three questions before any document and after three lessons.

Looked at is whether each step follows what the student read, by the same rules whichever answer is held.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhanaozen import evidence, tables
from zhanaozen.checks import Note, part
from zhanaozen.tables import Question, Source
from zhanaozen.tasks.kinds import CONFIDENCE

#: The questions asked each time: one on the day, one on the count, one on the courts.
QUESTIONS = ("who_began", "count_complete", "trial_fair")

#: When they are asked: the word that is saved, and what it means.
STAGES = {"before": "Before any document", "04": "After lesson 04", "05": "After lesson 05", "07": "After lesson 07"}

#: From open to certain.
_SURE = {item.key: rank for rank, item in enumerate(reversed(CONFIDENCE))}


@dataclass(frozen=True)
class Step:
    """Where somebody stands on a question at a stage, and which text moved or held them there, with why."""

    question: Question
    stage: str
    position: str
    confidence: str
    source: Source | None
    why: str


def key(stage: str, question_id: str) -> str:
    """Return the key under which a step is saved."""
    return f"{stage}/{question_id}"


def documents(question_id: str) -> list[Source]:
    """Return the texts with a position on a question: core documents first, then by publisher and title."""
    found = {c.source for c in evidence.claims_on(question_id) if c.position}
    return sorted(found, key=lambda s: (not s.core, s.publisher, s.title or "", s.source_id))


def named(source: Source) -> str:
    """Return a text by its publisher, year and title."""
    year = source.published[:4] if source.published else "date not stated"
    return f"{source.publisher} ({year}): {source.title or source.source_id}"


def read(entries: Mapping[str, object]) -> dict[Question, list[Step]]:
    """Return the steps on each question in the order of the stages, from saved values by key.

    A step without an answer or a confidence is left out, and so is what the desk does not write; never raises.
    """
    sources = tables.load().by_key("sources")
    paths = {}
    for question_id in QUESTIONS:
        question = evidence.question(question_id)
        paths[question] = [
            Step(
                question,
                stage,
                part(value, "position"),
                part(value, "confidence"),
                sources.get(part(value, "source")),
                part(value, "why"),
            )
            for stage in STAGES
            if part(value := entries.get(key(stage, question_id)), "position") in question.positions
            and part(value, "confidence") in _SURE
        ]
    return paths


def review(steps: Sequence[Step]) -> list[Note]:
    """Return a note on each step after the first: whether it follows what was read. Any answer may earn every note."""
    return [_note(before, after) for before, after in itertools.pairwise(steps)]


def _note(before: Step, after: Step) -> Note:
    surer = _SURE[after.confidence] - _SURE[before.confidence]
    turned = after.position != before.position
    name = f"{STAGES[after.stage]}: {_move(before, after)}"
    if after.source is None:
        if not (turned or surer):
            return Note(f"{name}, and named no text", False, "say which text might have moved you, and why it did not")
        return Note(f"{name}, and named no text", False, "say which text moved you")
    held = {c.position for c in evidence.claims_on(before.question.question_id) if c.source == after.source} - {None}
    name += f", with {named(after.source)}"
    if turned and after.position not in held:
        tip = "this text has no claim for your new answer: what in it moved you? Name the text that has one"
        return Note(name, False, tip)
    if not turned and surer > 0 and before.position not in held:
        return Note(name, False, "this text speaks for another answer: say which text made you surer")
    against = held - {before.position}
    if not turned and surer >= 0 and against and len(set(after.why.split())) < _FEW:
        return Note(name, False, "this text also speaks for another answer: say in a sentence why you hold to yours")
    if after.confidence == "certain" and len(evidence.answers(before.question.question_id)) > 1:
        return Note(name, False, "the record holds claims for other answers, so certain is more than it carries")
    return Note(name, True, "")


#: A reason has at least as many different words.
_FEW = 6


def _move(before: Step, after: Step) -> str:
    if after.position != before.position:
        return f"you turned from “{before.position}” to “{after.position}”"
    surer = _SURE[after.confidence] - _SURE[before.confidence]
    if surer == 0:
        return f"you stayed ({after.confidence})"
    return f"you became {'surer' if surer > 0 else 'less sure'} ({before.confidence}, now {after.confidence})"


def moved_by(paths: Mapping[Question, Sequence[Step]]) -> dict[Source, list[str]]:
    """Return, for each text that was named, what it moved: a sentence for each question and stage."""
    told: dict[Source, list[str]] = {}
    for question, steps in paths.items():
        for before, after in itertools.pairwise(steps):
            if after.source:
                move = _move(before, after).removeprefix("you ")
                told.setdefault(after.source, []).append(f"{question.question} You {move}.")
    return told
