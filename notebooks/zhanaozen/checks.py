"""Feedback on answers that are right or wrong, with the reason.

The right answers are not here: a key in `solutions/` recomputes them from the tables and hands them in.
No function raises on an answer, whatever a student or a damaged file put into it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zhanaozen import text


@dataclass(frozen=True)
class Feedback:
    """What to tell a student: points from 0 to 1, a first sentence, and reasons in the order of the parts.

    `answers` give the solution away; the desk keeps them back until the second try.
    """

    points: float
    summary: str
    reasons: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """True if nothing is missing."""
        return self.points == 1

    def with_caution(self, *more: str) -> "Feedback":
        """Return this feedback with further reasons if the answer is right; a wrong one is not told them."""
        return replace(self, reasons=(*self.reasons, *more)) if self.right else self


@dataclass(frozen=True)
class Note:
    """One thing looked at in what somebody wrote: its name, whether it is met, and what would make it stronger."""

    name: str
    met: bool
    tip: str

    @property
    def told(self) -> str:
        """The note as a student reads it."""
        if self.met:
            return f"Yes: {self.name}."
        return f"Not yet: {self.name}. {self.tip[0].upper()}{self.tip[1:]}."


def noted(notes: Sequence[Note], needed: Note, summary: str, more: Sequence[str] = ()) -> Feedback:
    """Return feedback from notes: an equal share for each that is met; without the `needed` one 0.4 at most.

    `more` are reasons to tell after the notes.
    """
    share = sum(n.met for n in notes) / len(notes)
    points = share if needed.met else min(share, 0.4)
    return Feedback(round(points, 2), summary, (*(n.told for n in notes), *more))


def choice(value, right: str, reasons: Mapping[str, str]) -> Feedback:
    """Check one chosen option; `reasons` say for every option why it holds or does not."""
    reason = (reasons[value],) if isinstance(value, str) and value in reasons else ()
    return Feedback(1, "Yes.", reason) if value == right else Feedback(0, "Not quite.", reason or ("Choose one.",))


def number(value, right: float, unit: str, reason: str) -> Feedback:
    """Check a number and its unit apart, so that a right number with a wrong unit is told so."""
    given = _number(part(value, "number"))
    if given is None:
        return Feedback(0, "Write the number in digits.")
    same, same_unit = given == right, part(value, "unit") == unit
    if same and same_unit:
        return Feedback(1, "Yes.", (reason,))
    if same:
        again = ("What do the claims count? Read the words behind the number.",)
        return Feedback(0.5, "The number is right, its unit is not.", again, (f"What is counted here is {unit}.",))
    return Feedback(
        0.25 if same_unit else 0,
        "Not that number." + (" The unit is right." if same_unit else ""),
        ("Read the claims again: which number does each give, and of what?",),
    )


def number_range(
    value,
    low: float,
    high: float,
    reason: str,
    again: str = "Go through the claims by the day on which they were made.",
) -> Feedback:
    """Check the two ends of a range apart; `again` says where to look if one is wrong."""
    ends = [_number(part(value, end)) for end in ("low", "high")]
    if None in ends:
        return Feedback(0, "Write both ends in digits.")
    if ends[0] > ends[1]:
        return Feedback(0, "Your lowest number is larger than your highest.", ("Swap them and look again.",))
    hits = [ends[0] == low, ends[1] == high]
    if all(hits):
        return Feedback(1, "Yes.", (reason,))
    words = {
        (True, False): "The lower end is right, the upper end is not.",
        (False, True): "The upper end is right, the lower end is not.",
    }
    return Feedback(
        sum(hits) / 2,
        words.get(tuple(hits), "Neither end is right yet."),
        (again,),
    )


def match(value, right: Mapping[str, str], reasons: Mapping[str, str], names: Mapping[str, str]) -> Feedback:
    """Check each pair. `names` say which items are wrong, `reasons` why an item belongs where it does."""
    given = {key: part(value, key) for key in right}
    wrong = [key for key in right if given[key] != right[key]]
    if not wrong:
        return Feedback(1, "Yes, all of them.", tuple(reasons[key] for key in right))
    hits = len(right) - len(wrong)
    summary = f"{hits} of {len(right)} fit. Look again at:" if hits else "None of them fits yet. Look again at:"
    again, told = tuple(names[key] for key in wrong), tuple(reasons[key] for key in wrong)
    return Feedback(round(hits / len(right), 2), summary, again, told)


def order(value, ranks: Mapping[str, int], reasons: Mapping[str, str], names: Mapping[str, str]) -> Feedback:
    """Check an order pair by pair. Items with one rank (said on one day) may stand either way round."""
    given = {key: _number(part(value, key)) for key in ranks}
    if None in given.values() or len(set(given.values())) < len(given):
        return Feedback(0, "Give each item a place of its own.")
    pairs = [(a, b) for a in ranks for b in ranks if ranks[a] < ranks[b]]
    good = [given[a] < given[b] for a, b in pairs]
    if all(good):
        return Feedback(1, "Yes.", tuple(reasons[key] for key in sorted(ranks, key=ranks.get)))
    wrong = set(ranks) - _in_order(sorted(ranks, key=given.get), ranks)
    again = tuple(names[key] for key in ranks if key in wrong)
    told = tuple(reasons[key] for key in ranks if key in wrong)
    return Feedback(round(sum(good) / len(pairs), 2), "Not yet. The others are in order; look again at:", again, told)


def _in_order(keys: Sequence[str], ranks: Mapping[str, int]) -> set[str]:
    """Return the largest set of keys that stand in the order of their ranks: the others are out of place."""
    best: list[list[str]] = []
    for key in keys:
        before = [run for run in best if ranks[run[-1]] <= ranks[key]]
        best.append([*max(before, key=len, default=[]), key])
    return set(max(best, key=len, default=[]))


def pick(value, right: Sequence[str], reasons: Mapping[str, str]) -> Feedback:
    """Check a selection: every right item counts for, every wrong one against."""
    given = {v for v in value if isinstance(v, str)} if isinstance(value, list) else set()
    wanted = set(right)
    if given == wanted:
        return Feedback(1, "Yes, these and no others.", tuple(reasons[k] for k in reasons if k in wanted))
    extra, missing, hits = given - wanted, wanted - given, given & wanted
    told = tuple(reasons[k] for k in reasons if k in extra)
    if missing:
        told += (f"{text.plural(len(missing), 'item')} still missing.",)
    later = tuple(reasons[k] for k in reasons if k in missing)
    found = f" {len(hits)} of your ticks {'fits' if len(hits) == 1 else 'fit'}." if hits else ""
    return Feedback(round(max(0, len(hits) - len(extra)) / len(wanted), 2), f"Not yet.{found}", told, later)


def quote(value, right: str, passage: str, reason: str) -> Feedback:
    """Check words copied out of a passage: part of the right words, or others of the passage, are told apart."""
    given, wanted, around = (_plain(v) for v in (value, right, passage))
    if not given:
        return Feedback(0, "Copy the words out of the passage.")
    if given == wanted:
        return Feedback(1, "Yes.", (reason,))
    if f" {given} " not in f" {around} ":
        return Feedback(0, "Not quite.", ("These words do not stand in the passage. Copy them as they are.",))
    if f" {wanted} " in f" {given} ":
        return Feedback(0.5, "You have it, with more around it.", ("Which of these words could not be left out?",))
    if f" {given} " in f" {wanted} ":
        return Feedback(0.5, "That is a part of it.", ("Is there a word before or after that belongs to it?",))
    return Feedback(0, "Not quite.", ("These words stand in the passage, but do another work there.",))


def computed(value, right: float | str | Sequence[str], reason: str) -> Feedback:
    """Check what a student's code found: a number, a text, or a list whose order does not matter."""
    if isinstance(right, str | int | float):
        same = type(value) is not bool and value == right
        asked = "one text" if isinstance(right, str) else "one number"
        fits = isinstance(value, str) if isinstance(right, str) else isinstance(value, int | float)
    else:
        given = [v for v in value if isinstance(v, str)] if isinstance(value, list) else []
        same, asked, fits = sorted(given) == sorted(right), "a list of texts", isinstance(value, list)
    if same:
        return Feedback(1, "Yes.", (reason,))
    if not fits:
        return Feedback(0, "Not yet.", (f"The answer is {asked}.",))
    if isinstance(right, str | int | float):
        return Feedback(0, "Not yet.", ("Print the claims that you counted, and read the task again.",))
    extra, missing = len(set(given) - set(right)), len(set(right) - set(given))
    told = [f"{text.plural(extra, 'entry').replace('entrys', 'entries')} too many"] * bool(extra)
    told += [f"{missing} missing"] * bool(missing) or ["each one once"] * (not extra)
    return Feedback(0, "Not yet.", (f"{text.listing(told).capitalize()}.",))


def _plain(words) -> str:
    return " ".join(re.findall(r"\w+", words.lower())) if isinstance(words, str) else ""


def part(value, key: str) -> str:
    """Return one text of an answer with several parts; an empty text if there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _number(given: str) -> float | None:
    """Return the number in an answer such as '11', ' 1,300 ' or '75 people'; None if there is none or several."""
    plain = re.sub(r"(?<=\d)[., \u00a0](?=\d{3}\b)", "", given[:100])  # 1,300 and 1 300 and 1.300
    found = re.findall(r"-?\d+(?:\.\d+)?", plain)
    return float(found[0]) if len(found) == 1 else None
