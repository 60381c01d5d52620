"""How well a written judgement uses its evidence: the same rules whichever answer it gives.

What is judged is form: who is cited, whether both sides and the strongest counter-evidence are met, whether
there are words of one's own about how speakers know, and whether confidence fits. Whether the reasoning is
good, no program can tell: a teacher reads that.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from zhanaozen import evidence, tables
from zhanaozen.checks import Feedback, part
from zhanaozen.tables import Claim

#: More claims than this on one side are a heap and no choice.
FEW = 6

#: Words, in the module's three languages, with which people reason about sources.
_SOURCING = re.compile(
    r"\b(count|regist|record|list|name|certificat|hospital|morgue|witness|saw|seen|heard|hearsay|rumou?r|interest|official"
    r"|independent|report|repeat|source|statement|measure|unit|wounded|killed|shot|gunshot|least|hedge|unofficial|later"
    r"|earlier|dated?|place|prove|proof|alone|agree|silen|court|charge|ruling|verdict|document|quot|testimon|law|said|says"
    r"|счит|счет|посчит|список|списк|имен|больниц|морг|свидетел|видел|слыш|слух|официальн|независим|сообщ|источник|заявл"
    r"|ранен|убит|застрел|позже|раньше|место|доказ|справк|повтор|прокур"
    r"|сана|тізім|есім|аурухан|мәйіт|куә|көр|есті|ресми|тәуелсіз|хабар|дерек|мәлім|жарал|өлтір|қаза|кейін|бұрын|дәлел|прокур)\w*"
)
_LEVELS = ((11, "A well-supported judgement"), (8, "A supported judgement"), (5, "A judgement on its way"))


def judgement(value, pool: Sequence[Claim], bearing: Callable[[Claim], str | None]) -> Feedback:
    """Judge the use of evidence in six criteria with 0 to 2 points each; the reasons say what would be stronger.

    `pool` holds the claims on the question, and `bearing` says which position a claim speaks for, or None.
    A claim that is cited on both sides counts on neither. Never raises.
    """
    position, confidence = part(value, "position"), part(value, "confidence")
    both = set(_ids(value, "evidence")) & set(_ids(value, "counter"))
    cited, against = (_claims(set(_ids(value, key)) - both) for key in ("evidence", "counter"))
    claims = [*cited, *against]
    reasoning, answer = (own_words(part(value, key), claims) for key in ("reasoning", "answer_to_counter"))
    sides = {evidence.SIDES[c.standpoint] for c in claims}
    opposing = [c for c in against if bearing(c) not in (None, position)]
    disputed = any(bearing(c) not in (None, position) for c in pool)

    marks = [
        _clear(position, set(_words(part(value, "claim")))),
        _evidence(cited),
        ("Both sides heard", 2 * ("official" in sides and len(sides) > 1), "cite the official side and another"),
        _reasoning(reasoning),
        _against(opposing, answer),
        _confidence(
            confidence, {c.voice for c in cited}, reasoning, disputed and not (opposing and len(answer) >= 12), disputed
        ),
    ]
    total = sum(points for _, points, _ in marks)
    told = tuple(
        f"{name}: {points} of 2." + (f" To make it stronger, {tip}." if points < 2 else "")
        for name, points, tip in marks
    )
    reached = total if marks[3][1] else min(total, 7)  # without reasoning nothing is supported
    level = next((words for floor, words in _LEVELS if reached >= floor), "An opinion so far")
    summary = f"{level} ({total} of 12 points, for the use of evidence and not for the answer chosen; no mark)."
    return Feedback(round(total / 12, 2), summary, (*told, "Whether your reasoning is good, your teacher reads."))


def on_positions(value, question_id: str) -> Feedback:
    """Judge the use of evidence on a question whose claims say which of its positions they hold."""
    pool = evidence.claims_on(question_id)
    return judgement(value, pool, lambda c: c.position if c.question_id == question_id else None)


Mark = tuple[str, int, str]


def _clear(position: str, words: set[str]) -> Mark:
    tip = "say it in one sentence of six different words or more" if position else "choose an answer"
    return "A clear answer", bool(position) + (len(words) >= 6), tip


def _evidence(cited: Sequence[Claim]) -> Mark:
    points = min(2, len({c.voice for c in cited}))
    if len(cited) > FEW:
        return "Evidence", min(1, points), f"choose the few claims that carry your answer, {FEW} at most"
    return "Evidence", points, "cite claims of at least two voices, each on one side only"


def _reasoning(words: Sequence[str]) -> Mark:
    distinct, sourcing = len(set(words)), len(set(_SOURCING.findall(" ".join(words))))
    points = (distinct >= 12) + (distinct >= 20 and sourcing >= 3)
    if points == 1 and sourcing < 3:
        return "Reasoning", 1, "say how these speakers know, and what exactly they counted"
    return "Reasoning", points, "say more in your own words: how do these speakers know, and what did they count"


def _against(opposing: Sequence[Claim], answer: Sequence[str]) -> Mark:
    if not opposing:
        return "The strongest evidence against", 0, "cite a claim that speaks for another answer than yours"
    if len(opposing) > FEW:
        return "The strongest evidence against", 1, f"choose the strongest, {FEW} at most"
    return "The strongest evidence against", 1 + (len(set(answer)) >= 10), "say in your own words what it changes"


def _confidence(word: str, voices: set[str], reasoning: Sequence[str], unmet: bool, disputed: bool) -> Mark:
    """Return how well confidence fits the evidence. `unmet`: opposing evidence exists and is not answered."""
    name, weighed = "Confidence that fits", len(voices) >= 2 and len(set(reasoning)) >= 12
    if not word or not voices:
        return name, 0, "say how sure you are, and cite what makes you so"
    if word == "certain" and disputed:
        return name, 0, "choose a lower step: the record holds claims for another answer"
    if not weighed:
        return name, int(word in ("possible", "open")), "weigh two voices before you say how sure you are"
    if word == "probable" and unmet:
        return name, 1, "answer the strongest evidence against it before you call it probable"
    return name, 2, ""


def _ids(value, key: str) -> list[str]:
    ids = value.get(key) if isinstance(value, dict) else None
    return [i for i in ids if isinstance(i, str)] if isinstance(ids, list) else []


def _claims(ids: Iterable[str]) -> list[Claim]:
    wanted = set(ids)
    return [c for c in tables.claims() if c.claim_id in wanted]


def _words(passage: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", passage.lower())


def own_words(passage: str, claims: Sequence[Claim]) -> list[str]:
    """Return the words of a passage without claim ids and without runs of words copied from the claims."""
    words = _words(re.sub(r"[\w-]+\.\d{2,3}\b", " ", passage))
    copied = set()
    for c in claims:
        theirs = f" {' '.join(_words(c.claim))} | {' '.join(_words(c.phrase or ''))} "
        for i in range(len(words) - 4):
            if f" {' '.join(words[i : i + 5])} " in theirs:
                copied.update(range(i, i + 5))
    return [w for i, w in enumerate(words) if i not in copied]
