"""Feedback on answers: why an answer is right or not, and how well a judgement uses its evidence.

The right answers are not here: a key in `solutions/` recomputes them from the tables and hands them in.
No function raises on an answer, whatever a student or a damaged file put into it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zhanaozen import evidence, tables, text
from zhanaozen.tables import Claim


@dataclass(frozen=True)
class Feedback:
    """What to tell a student: points from 0 to 1, a first sentence, and reasons in the order of the parts."""

    points: float
    summary: str
    reasons: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """True if nothing is missing."""
        return self.points == 1


def choice(value, right: str, reasons: Mapping[str, str]) -> Feedback:
    """Check one chosen option; `reasons` say for every option why it holds or does not."""
    reason = (reasons[value],) if isinstance(value, str) and value in reasons else ()
    return Feedback(1, "Yes.", reason) if value == right else Feedback(0, "Not quite.", reason)


def number(value, right: float, unit: str, reason: str) -> Feedback:
    """Check a number and its unit apart, so that a right number with a wrong unit is told so."""
    given = _number(_part(value, "number"))
    if given is None:
        return Feedback(0, "Write the number in digits.")
    same, same_unit = given == right, _part(value, "unit") == unit
    if same and same_unit:
        return Feedback(1, "Yes.", (reason,))
    if same:
        return Feedback(0.5, "The number is right, its unit is not.", (f"What is counted here is {unit}.",))
    return Feedback(
        0.25 if same_unit else 0,
        "Not that number." + (" The unit is right." if same_unit else ""),
        ("Read both claims again: which number does each give, and of what?",),
    )


def number_range(value, low: float, high: float, reason: str) -> Feedback:
    """Check the two ends of a range apart."""
    ends = [_number(_part(value, end)) for end in ("low", "high")]
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
        ("Go through the claims by the day on which they were made.",),
    )


def match(value, right: Mapping[str, str], reasons: Mapping[str, str]) -> Feedback:
    """Check each pair; `reasons` say for every item why it belongs where it does, and are given for every wrong one."""
    given = {key: _part(value, key) for key in right}
    hits = [key for key in right if given[key] == right[key]]
    if len(hits) == len(right):
        return Feedback(1, "Yes, all of them.", tuple(reasons[key] for key in right))
    wrong = tuple(reasons[key] for key in right if key not in hits)
    return Feedback(round(len(hits) / len(right), 2), f"{len(hits)} of {len(right)} are right. Look again at:", wrong)


def order(value, ranks: Mapping[str, int], reasons: Mapping[str, str]) -> Feedback:
    """Check an order pair by pair. Items with one rank (said on one day) may stand either way round."""
    given = {key: _number(_part(value, key)) for key in ranks}
    if None in given.values() or len(set(given.values())) < len(given):
        return Feedback(0, "Give each item a place of its own.")
    pairs = [(a, b) for a in ranks for b in ranks if ranks[a] < ranks[b]]
    good = [given[a] < given[b] for a, b in pairs]
    if all(good):
        return Feedback(1, "Yes.", tuple(reasons[key] for key in sorted(ranks, key=ranks.get)))
    wrong = {key for (a, b), ok in zip(pairs, good, strict=True) if not ok for key in (a, b)}
    return Feedback(
        round(sum(good) / len(pairs), 2),
        "Not yet. These stand wrongly to each other:",
        tuple(reasons[k] for k in ranks if k in wrong),
    )


def pick(value, right: Sequence[str], reasons: Mapping[str, str]) -> Feedback:
    """Check a selection: every right item counts for, every wrong one against."""
    given = {v for v in value if isinstance(v, str)} if isinstance(value, list) else set()
    wanted = set(right)
    if given == wanted:
        return Feedback(1, "Yes, these and no others.", tuple(reasons[k] for k in reasons if k in wanted))
    extra, missing = given - wanted, wanted - given
    told = tuple(reasons[k] for k in reasons if k in extra)
    if missing:
        told += (
            f"{text.plural(len(missing), 'claim')} more belong here."
            if len(missing) > 1
            else "One claim more belongs here.",
        )
    points = max(0, len(given & wanted) - len(extra)) / len(wanted)
    return Feedback(round(points, 2), "Not yet.", told)


# --- written judgements --------------------------------------------------------------------------------

#: Words with which people reason about sources. Finding some shows that an answer speaks of how
#: somebody knows and what was counted; it cannot show that the reasoning is good: a teacher reads that.
_SOURCING = re.compile(
    r"\b(count\w*|regist\w*|record\w*|list\w*|names?|certificat\w*|hospital\w*|morgue\w*|witness\w*|saw|seen|heard|hearsay|rumou?r\w*"
    r"|interest\w*|official\w*|independent\w*|report\w*|repeat\w*|source\w*|statement\w*|measure\w*|unit|wounded|killed|shot|gunshot"
    r"|floor|ceiling|least|about|hedge\w*|unofficial\w*|later|earlier|dated?|place|shetpe|prove\w*|proof|alone|agree\w*|silent|silence)\b"
)


def judgement(value, pool: Sequence[Claim], bearing: Callable[[Claim], str | None]) -> Feedback:
    """Judge how a written judgement uses evidence, never which answer it gives.

    `pool` holds the claims on the question, and `bearing` says which position a claim speaks for, or None.
    Six criteria with 0 to 2 points each; the reasons say for each what is there and what would make it
    stronger. The same rules hold for every position: two good answers with opposite conclusions get the same.
    """
    position, confidence = _part(value, "position"), _part(value, "confidence")
    cited, against = _cited(value, "evidence"), _cited(value, "counter")
    claims = {c.claim_id: c for c in [*cited, *against]}
    reasoning = _own_words(_part(value, "reasoning"), claims.values())
    answer = _own_words(_part(value, "answer_to_counter"), claims.values())

    voices = {c.voice for c in cited}
    sides = {evidence.SIDES[c.standpoint] for c in claims.values()}
    crossing = "official" in sides and len(sides) > 1
    opposing = [c for c in against if bearing(c) not in (None, position)]
    sourcing = len(set(_SOURCING.findall(" ".join(reasoning))))

    marks = [
        (
            "A clear answer",
            bool(position) + (len(_words(_part(value, "claim"))) >= 6),
            "choose an answer and say it in one full sentence",
        ),
        ("Evidence", min(2, len(voices)), "cite claims of at least two independent voices"),
        ("Both sides heard", 2 * crossing, "cite the official side and at least one other"),
        (
            "Reasoning",
            (len(reasoning) >= 12 and sourcing >= 1) + (len(reasoning) >= 25 and sourcing >= 3),
            "say in your own words how these speakers know, and what exactly they counted",
        ),
        (
            "The strongest evidence against",
            bool(opposing) + (bool(opposing) and len(answer) >= 12),
            "cite a claim that speaks for another answer, and say what it changes",
        ),
        (
            "Confidence that fits",
            _confidence(
                confidence,
                voices,
                reasoning,
                answer,
                bool(opposing),
                any(bearing(c) not in (None, position) for c in pool),
            ),
            "be only as sure as your evidence; 'certain' does not fit while the record holds claims for another answer",
        ),
    ]
    total = sum(points for _, points, _ in marks)
    told = tuple(
        f"{name}: {points} of 2." + (f" To make it stronger, {advice}." if points < 2 else "")
        for name, points, advice in marks
    )
    level = next(words for floor, words in _LEVELS if total >= floor)
    return Feedback(
        round(total / 12, 2),
        f"{level} ({total} of 12 points, for the use of evidence and not for the answer chosen.)",
        told,
    )


_LEVELS = (
    (11, "A well-supported judgement"),
    (8, "A supported judgement"),
    (5, "A judgement on its way"),
    (0, "An opinion so far"),
)


def _confidence(word: str, voices: set, reasoning: list, answer: list, met: bool, disputed: bool) -> int:
    """Return 0 to 2: how sure one may be with this much evidence, whichever the answer.

    `met` says that opposing evidence is cited, `disputed` that the record holds any.
    """
    weighed = len(voices) >= 2 and len(reasoning) >= 12
    if not word or not voices:
        return 0
    if word == "certain":
        return 0 if disputed else 2 * weighed
    if word == "probable":
        return weighed + (weighed and (not disputed or (met and len(answer) >= 12)))
    return 1 + weighed


def _part(value, key: str) -> str:
    part = value.get(key) if isinstance(value, dict) else None
    return part if isinstance(part, str) else ""


def _cited(value, key: str) -> list[Claim]:
    ids = value.get(key) if isinstance(value, dict) else None
    known = {c.claim_id: c for c in tables.claims()}
    return (
        [known[i] for i in dict.fromkeys(i for i in ids if isinstance(i, str)) if i in known]
        if isinstance(ids, list)
        else []
    )


def _words(passage: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", passage.lower())


def _own_words(passage: str, claims) -> list[str]:
    """Return the words of a passage without claim ids and without runs of words copied from the claims."""
    passage = re.sub(r"[\w-]+\.\d{2,3}\b", " ", passage.lower())
    words = _words(passage)
    copied = set()
    for c in claims:
        theirs = f" {' '.join(_words(c.claim))} "
        for i in range(len(words) - 4):
            if f" {' '.join(words[i : i + 5])} " in theirs:
                copied.update(range(i, i + 5))
    return [w for i, w in enumerate(words) if i not in copied]


def _number(given: str) -> float | None:
    """Return the number in an answer such as '11', ' 1,300 ' or '75 people'; None if there is none or several."""
    found = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[, \u00a0](?=\d{3}\b)", "", given[:100]))
    return float(found[0]) if len(found) == 1 else None
