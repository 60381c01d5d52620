"""Does a rewritten sentence claim no more than its source? The same rules for every source.

Looked at are the number with its hedge and unit, whose statement it is, words that claim more, and whether the words
are the student's own. Whether the sentence reads well, a teacher says.
"""

import re

from zhanaozen import account, checks, text
from zhanaozen.checks import Feedback, Note
from zhanaozen.judgement import own_words
from zhanaozen.tables import Claim

#: Words that claim more than a source can carry, unless the source itself uses them.
STRONGER = re.compile(
    r"\b(proved?|proves|proven|certain(?:ly)?|undoubtedly|obvious(?:ly)?|clearly|of course|everybody|everyone knows"
    r"|no doubt|in fact|the truth|definitely|always|never|all of them|confirm(?:s|ed)?|admit(?:s|ted)?"
    r"|reveal(?:s|ed)?)\b"
)
#: Other words for what a unit counts, by the beginning of the unit's own word.
_SAME = {
    "kille": "kill|dead|death|died|die",
    "shot": "shot|shoot",
    "wound": "wound|injur|hurt",
    "injur": "injur|wound|hurt",
    "detai": "detain|custody|held",
    "dismi": "dismiss|fired|sacked",
    "strik": "strike|striking|struck",
    "sente": "sentenc|term",
    "priso": "prison|jail|colony|behind bars",
    "tried": "tried|trial",
}
_SMALL = {"people", "with", "month", "year", "years", "from", "their", "stated"}


def rewritten(value, claim: Claim, sentence: str) -> Feedback:
    """Judge a sentence written in place of `sentence`, which claims more than `claim` does. Never raises."""
    words = value.strip() if isinstance(value, str) else ""
    low = " ".join(words.lower().split())
    new = Note("It is a new sentence", _is_new(words, sentence, claim), "write one whole sentence of your own")
    notes = [
        new,
        Note("It says whose statement it is", _owned(low, claim), f"name who says so: {text.who(claim)}"),
        Note(
            "No word claims more than the source",
            bool(low) and not _stronger(low, claim),
            "leave out words that add certainty",
        ),
    ]
    if claim.unit:
        notes.append(
            Note(
                "The number is the source's", _numbers(words) == _given(claim), "give the source's number and no other"
            )
        )
        notes.append(Note("What is counted is named", _unit(low, claim.unit), f"say what is counted: {claim.unit}"))
    if claim.hedge:
        notes.append(Note("The hedge is kept", _hedged(low, claim), f"keep the hedge: “{claim.hedge}”"))
    met = sum(n.met for n in notes)
    summary = "It claims no more than its source." if met == len(notes) else f"{met} of {len(notes)} points hold."
    # A sentence that is copied is no rewriting, whatever else holds.
    return checks.noted(notes, new, summary)


def _is_new(words: str, sentence: str, claim: Claim) -> bool:
    mine = set(own_words(words, [claim]))
    return len(mine) >= 5 and " ".join(words.lower().split()) != " ".join(sentence.lower().split())


def _owned(low: str, claim: Claim) -> bool:
    source = claim.source
    owners = [o for o in (text.who(claim), source.author, source.publisher, claim.speaker_role) if o]
    names = {w for o in owners for w in re.findall(r"[^\W\d_]{4,}|[A-Z]{2,}", o)}
    initials = {"".join(re.findall(r"\b[A-ZА-Я]", o)) for o in owners}  # Human Rights Watch is also HRW
    known = {n.lower() for n in names | {i for i in initials if len(i) > 2}} - _NO_NAME
    return any(re.search(rf"\b{re.escape(name)}(?:s|['’]s)?\b", low) for name in known)


#: Words of a speaker's description that say nobody's name.
_NO_NAME = {"author", "quoted", "about", "unnamed", "their", "from", "with", "some", "people", "named", "through"}


def _stronger(low: str, claim: Claim) -> bool:
    theirs = f"{claim.claim} {claim.phrase}".lower()
    return any(word not in theirs for word in (m[1] for m in STRONGER.finditer(low)))


def _numbers(words: str) -> set[float]:
    """Return the numbers in a sentence, in digits or small ones in words, without days and years."""
    bare = re.sub(r"\[[^\]]*\]|\b\d{1,2} (?:[A-Z][a-z]+)\b|\b(?:19|20)\d\d\b", " ", words)
    digits = {float(n.replace(",", "").replace("\u00a0", "")) for n in re.findall(r"\d[\d,\u00a0]*(?:\.\d+)?", bare)}
    return digits | {float(_WORDS.index(w)) for w in re.findall(r"[a-z]+", bare.lower()) if w in _WORDS[2:]}


#: Small numbers in words; "one" is too often no number.
_WORDS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
]


def _given(claim: Claim) -> set[float]:
    return {float(v) for v in (claim.value_low, claim.value_high) if v is not None}


def _unit(low: str, unit: str) -> bool:
    stems = [w[:5] for w in re.findall(r"[a-z]{4,}", unit.lower()) if w not in _SMALL]
    return all(re.search(rf"\b({_SAME.get(stem, stem)})", low) for stem in stems)


#: Words that keep a hedge, by what the hedge does.
_KEEPS = account.KEEPS | {
    "attributed": r"said|says?|according to|report(?:s|ed)?|claim(?:s|ed)?|tells?|told|writes?|wrote|cit(?:es|ed|ing)",
    "preliminary": r"so far|preliminary|at first|first reports|initial(?:ly)?|early|by then|as yet|at that time",
    "doubtful": r"alleged(?:ly)?|reported(?:ly)?|unconfirmed|may|might|seems?|apparently|perhaps|possibl[ey]|rumou?rs?"
    r"|unofficial|not (?:been )?(?:verified|confirmed|checked)",
}


def _hedged(low: str, claim: Claim) -> bool:
    kept = _KEEPS.get(claim.hedge_kind)
    return claim.hedge.lower() in low or bool(kept and re.search(rf"\b({kept})\b", low))
