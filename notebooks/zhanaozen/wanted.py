"""Which sources would you want next, and why? Judged is the reasoning, never which sources are chosen."""

import re
from collections.abc import Mapping

from zhanaozen import checks
from zhanaozen.checks import Feedback, Note, part
from zhanaozen.judgement import own_words
from zhanaozen.tasks.kinds import Next

#: Words with which people say what a find would change.
_WOULD = re.compile(r"\b(if|whether|would|could|might|until|unless|если|бы|может|ли|егер|болса|еді|мүмкін)\b")
#: Words with which people say what a record may leave out, or whose interest it serves.
_LIMIT = re.compile(
    r"\b(but|only|not|interest|miss|incomplete|later?|chang|hide|hidden|left out|may|own|cannot|no list|forged|biased"
    r"|side|но|только|неполн|интерес|скры|сам|бірақ|тек|толық емес|мүдде|жасыр|өз)"
)


def wanted(value, task: Next, tells: Mapping[str, str]) -> Feedback:
    """Judge a choice of two sources in five points; `tells` say of each source what it could show and what not."""
    first, second, why = part(value, "first"), part(value, "second"), part(value, "why")
    by_key = {i.key: i for i in task.items}
    chosen = [by_key[k] for k in dict.fromkeys((first, second)) if k in by_key]
    mine = own_words(why, [])
    low = why.lower()
    reasons = Note("Your own reasons", len(set(mine)) >= 15, "say more: what would each of them show")
    notes = [
        Note("Two sources", len(chosen) == 2, "choose two different ones"),
        Note("Made by different hands", len({i.hands for i in chosen}) == 2, "take two that can check each other"),
        reasons,
        Note(
            "What a find would change",
            bool(_WOULD.search(low)),
            "say what you would conclude if it showed one thing, and what if another",
        ),
        Note(
            "What it may leave out",
            bool(_LIMIT.search(low)),
            "say what such a record may leave out, or whose interest it serves",
        ),
    ]
    summary = f"{sum(n.met for n in notes)} of {len(notes)} points, for the reasons and not for the sources chosen."
    return checks.noted(notes, reasons, summary, [f"{i.words}: {tells[i.key]}" for i in chosen])
