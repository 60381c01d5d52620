"""Find claims by words in English, Russian or Kazakh, and by who says it, on what, when and how directly.

Words are looked up in an index that is made once. A name finds all its spellings, a term of the glossary its
counterparts in the other languages, and a word whatever begins with its stem.
"""

import bisect
import functools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from zhanaozen import evidence, names, tables
from zhanaozen.dates import first_day
from zhanaozen.tables import Claim

#: A word of this length or more, if it is no name, also finds its other forms: so many letters are cut from its end.
LONG, CUT = 6, 2

#: What to look up for one name, term or word: any of these runs of beginnings of words.
Alternatives = list[tuple[str, ...]]


def find(
    text: str = "",
    *,
    standpoint: str | None = None,
    topic: str | None = None,
    question_id: str | None = None,
    directness: str | None = None,
    said_from: str | None = None,
    said_by: str | None = None,
    index: "Index | None" = None,
) -> list[Claim]:
    """Return the claims that hold every word of `text` and pass every filter, in the order in which they were said.

    Words may stand in the claim, its phrase, its speaker, its scope, its place, its event or the title and author of
    its text. `said_from` and `said_by` (ISO dates) keep what was certainly said within them. Without a text, the
    filters alone choose. `index` is another ledger than that of `data/`.
    """
    found = (index or ledger()).holding(text)
    if standpoint:
        found = [c for c in found if c.standpoint == standpoint]
    if topic:
        found = [c for c in found if c.topic == topic]
    if question_id:
        found = [c for c in found if c.question_id == question_id]
    if directness:
        found = [c for c in found if c.directness == directness]
    if said_from:
        first = date.fromisoformat(said_from)
        found = [c for c in found if c.said_on and first_day(c.said_on) >= first]
    if said_by:
        found = evidence.known_by(found, said_by)
    return found


class Index:
    """Which claims hold which word. Claims are numbered in the order in which they were said."""

    def __init__(self, claims: Iterable[Claim]):
        self._claims = evidence.in_order_said(claims)
        postings: dict[str, array] = defaultdict(functools.partial(array, "L"))
        of_source: dict[str, list[str]] = {}
        for number, c in enumerate(self._claims):
            if c.source_id not in of_source:
                of_source[c.source_id] = names.words(f"{c.source.title or ''} {c.source.author or ''}")
            own = names.words(" ".join(_texts(c)))
            for word in {*own, *of_source[c.source_id]}:
                postings[word].append(number)
        self._postings = dict(postings)
        self._words = sorted(postings)

    def holding(self, text: str) -> Sequence[Claim]:
        """Return the claims that hold every word of a text, or another spelling of it; all for a blank text."""
        if not text.strip():
            return self._claims
        hits: set[int] | None = None
        for alternatives in _units(names.words(text)):
            found = set().union(*(self._with_all(run) for run in alternatives))
            hits = found if hits is None else hits & found
        return [self._claims[number] for number in sorted(hits or ())]

    def _with_all(self, run: Sequence[str]) -> set[int]:
        return set.intersection(*map(self._beginning_with, run))

    def _beginning_with(self, stem: str) -> set[int]:
        first = bisect.bisect_left(self._words, stem)
        last = bisect.bisect_left(self._words, stem + "\U0010ffff")
        return set(chain.from_iterable(self._postings[w] for w in self._words[first:last]))


def _texts(c: Claim) -> Iterable[str]:
    yield from (c.claim, c.phrase, c.speaker, c.scope or "", c.topic.replace("_", " "))
    if c.place:
        yield c.place.name
    if c.event:
        yield c.event.title


@functools.cache
def ledger() -> Index:
    """Return the index of every claim of `data/`."""
    return Index(tables.claims())


def _units(asked: Sequence[str]) -> Iterable[Alternatives]:
    """Part a query into names, terms and single words, longest first; yield the alternatives for each."""
    at = 0
    while at < len(asked):
        longest = min(_longest(), len(asked) - at)
        size = next((n for n in range(longest, 0, -1) if tuple(asked[at : at + n]) in _rings()), 1)
        run = tuple(asked[at : at + size])
        yield _rings().get(run) or [_stems(run)]
        at += size


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word[:-CUT] if len(word) >= LONG else word for word in words)


@functools.cache
def _rings() -> dict[tuple[str, ...], Alternatives]:
    """Return, for each spelling of a name and each term of the glossary, all that mean the same."""
    data = tables.load()
    groups = [
        [(tuple(names.words(spelling)),) * 2 for spelling in names.spellings(row)]
        for table in names.NAMED
        for row in getattr(data, table)
    ]
    groups += [
        [(tuple(names.words(word)), _stems(names.words(word))) for word in (t.en, t.ru, t.kk) if word]
        for t in data.glossary
    ]
    rings: dict[tuple[str, ...], Alternatives] = {}
    for group in groups:
        for spelled, _ in group:
            rings[spelled] = list(dict.fromkeys([*rings.get(spelled, []), *(stems for _, stems in group)]))
    return rings


@functools.cache
def _longest() -> int:
    return max(map(len, _rings()), default=1)
