"""The key to lesson 04. Every right answer is computed from the tables; the sentences say why it is right."""

from collections.abc import Iterable
from dataclasses import replace

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim, Wording
from zhanaozen.tasks import lesson_04 as asked
from zhanaozen.tasks import task
from zhanaozen.tasks.kinds import STANCES


def _official(standpoint: str) -> bool:
    return evidence.SIDES[standpoint] == "official"


def _kind(c: Claim) -> str:
    """Return what kind of voice speaks in a claim, in a word or two."""
    return c.standpoint.replace("_", " ")


def sides_of_the_words(value) -> Feedback:
    """04.1: whether the speaker of each phrase is of the official side."""
    asks = task("04.1")
    claims = claim_checks.claims_of(asks)
    right = {i: "official" if _official(c.standpoint) else "independent" for i, c in claims.items()}
    reasons = {i: claim_checks.because(c, f"{right[i]}, {_kind(c)}. {c.claim}") for i, c in claims.items()}
    return checks.match(value, right, reasons, claim_checks.names(asks))


def two_answers_on_each_side(value) -> Feedback:
    """04.2: the position of each claim."""
    found = claim_checks.column(
        value, task("04.2"), "position", lambda c: f"{c.position}. Said: {text.day(c.said_on)}."
    )
    claims = claim_checks.claims_of(task("04.2")).values()
    divided = {side: {c.position for c in claims if _official(c.standpoint) is side} for side in (True, False)}
    if found.right and all(len(positions) > 1 for positions in divided.values()):
        both = "Both answers are given on the official side, within days of each other, and both are given by others."
        return replace(found, reasons=(*found.reasons, both))
    return found


def _hedge(value, task_id: str, c: Claim) -> Feedback:
    """Check a hedge, and say the same of it on either side: it is no mark against who speaks."""
    reason = f"“{c.hedge}” leaves it open. The speaker holds it to be possible, and does not say that it is so."
    return checks.quote(value, c.hedge, task(task_id).passage, claim_checks.because(c, reason))


def hedge_of_the_minister(value) -> Feedback:
    """04.3: the hedge in the minister's words."""
    return _hedge(value, "04.3", tables.claim(asked.MINISTER))


def hedge_of_the_letter(value) -> Feedback:
    """04.4: the hedge in the words of Human Rights Watch."""
    return _hedge(value, "04.4", tables.claim(asked.LETTER))


def accounts_that_move(value) -> Feedback:
    """04.5: order by the day on which each was said; claims of one day may stand either way."""
    asks = task("04.5")
    claims = claim_checks.claims_of(asks)
    days = sorted({c.said_on for c in claims.values()})
    reasons = {i: claim_checks.because(c, f"said on {text.day(c.said_on)}. {c.claim}") for i, c in claims.items()}
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    return checks.order(value, ranks, reasons, claim_checks.names(asks))


def _rate(w: Wording) -> float:
    return 1000 * w.count / w.total_words


def _counts(term: str) -> list[Wording]:
    """Return the counts of a term in the core documents, the highest rate first."""
    return sorted((w for w in tables.load().wording if w.term == term), key=_rate, reverse=True)


def documents_of_the_words(value) -> Feedback:
    """04.6: the document in which each word stands most often per 1,000 words."""
    asks = task("04.6")
    writers = {o.key: o.words for o in asks.options}

    def told(w: Wording) -> str:
        return f"{writers[w.source_id]}: {w.count} in {w.total_words:,} words, {_rate(w):.1f} per 1,000. {w.note or ''}"

    right, reasons = {}, {}
    for item in asks.items:
        first, *others = (w for w in _counts(item.key) if w.count)
        right[item.key] = first.source_id
        # The document with the highest plain count misleads most.
        beside = (
            f"Beside it, {told(max(others, key=lambda w: w.count))}" if others else "No other core document has it."
        )
        reasons[item.key] = f"{item.words}. {told(first).strip()} {beside}".strip()
    return checks.match(value, right, reasons, claim_checks.names(asks))


#: What a text does with a statement, in words.
STANCE = {stance.key: stance.words for stance in STANCES}


def says_or_is_silent(value) -> Feedback:
    """04.7: what each text does with each statement, question by question."""
    asks = task("04.7")
    stances, told = {}, {}
    for question_id, position in asked.STATEMENTS.items():
        one = replace(asks, columns=tuple(c for c in asks.columns if c.key == position))
        found, why = claim_checks.stances_on_positions(one, evidence.claims_on(question_id))
        stances |= found
        told |= {
            (row, column): f"“{one.columns[0].words}”: {STANCE[found[row, column]]}. {words.replace('.; ', '. Also ')}"
            for (row, column), words in why.items()
        }
    return claim_checks.grid(value, asks, stances, told)


def _names(claims: Iterable[Claim]) -> str:
    told = list(dict.fromkeys(text.who(c) for c in claims))
    return text.listing([*told[:2], f"{len(told) - 2} more"] if len(told) > 3 else told) or "none in our tables"


def shared_answers(value) -> Feedback:
    """04.8: the answers that official voices and others both give."""
    right, reasons = [], {}
    for question_id, position in asked.ANSWERS:
        key = f"{question_id}|{position}"
        [found] = [a for a in evidence.answers(question_id) if a.position == position]
        official = [c for c in found.speakers if _official(evidence.voice_standpoint(c))]
        others = [c for c in found.speakers if c not in official]
        reasons[key] = (
            f"{position[0].upper()}{position[1:]}. Official voices: {_names(official)}. Others: {_names(others)}."
        )
        if found.opposed:
            right.append(key)
    return checks.pick(value, right, reasons)


def as_the_prosecutor_would_sign(value) -> Feedback:
    """04.9: a sentence that keeps owner and hedge of the official claim."""
    return rewriting.rewritten(value, tables.claim(asked.PROSECUTOR), task("04.9").sentence)


def as_the_rights_group_would_sign(value) -> Feedback:
    """04.10: a sentence that keeps owner and hedge of the independent claim."""
    return rewriting.rewritten(value, tables.claim(asked.RIGHTS_GROUP), task("04.10").sentence)


def lawful(value) -> Feedback:
    """04.11: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.on_positions(value, asked.QUESTION)


#: What each record could show of a plan, and what it could not.
TELLS = {
    "orders": "It could show if riot police were prepared for one way only. It is kept by those who would answer for it, and what is said aloud is not in it.",
    "file": "It could show if the people named gave money or orders. It was made for a trial, and may leave out what spoke against the charge.",
    "party": "It could show what its visitors meant to do. A party may have kept no paper of a plan, or none that harms it.",
    "strikers": "It could show if violence was spoken of before the day. It holds what the meetings wrote down, and not what others did.",
    "company": "It could show if the holiday event was put where the strikers stood on purpose. A purpose is seldom written down.",
    "film": "It shows who moved first within the picture. What happened outside it, or before, it cannot show.",
    "hotels": "They could show if groups of strangers came, and when. They do not say who sent them or what they did.",
    "hearings": "It could show how many saw strangers, and how alike they tell it. What people say in court after months may be shaped by others.",
}


def what_next(value) -> Feedback:
    """04.12: reasons for two sources; which ones is open."""
    return wanted.wanted(value, task("04.12"), TELLS)


def _sides_by_answer() -> dict[tuple[str, str], set[bool]]:
    """Return for each question and answer whether official speakers give it, others, or both."""
    found: dict[tuple[str, str], set[bool]] = {}
    for c in tables.claims():
        if c.position:
            found.setdefault((c.question_id, c.position), set()).add(_official(c.standpoint))
    return found


def questions_with_common_ground() -> set[str]:
    """Return the questions on which official speakers and others give one answer."""
    return {question_id for (question_id, _), sides in _sides_by_answer().items() if len(sides) == 2}


def common_ground(value) -> Feedback:
    """04.13: on how many questions official speakers and others give one answer."""
    shared, every = questions_with_common_ground(), {q for q, _ in _sides_by_answer()}
    still = sum(len(evidence.answers(q)) > 1 for q in shared)
    reason = (
        f"{len(shared)} of the {len(every)} questions that are answered in words. A shared answer is not the end of a "
        f"dispute: on {still} of these {len(shared)} another answer has its tellers too."
    )
    return checks.computed(value, len(shared), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "04.9": (
        Model(
            "A good sentence",
            "According to the Prosecutor General, officers in Zhanaozen acted in most cases within the law.",
        ),
        Model(
            "Another good sentence: it keeps his reason too",
            "In most cases, the Prosecutor General held, the police did what the law allows, since people were in real danger.",
        ),
        Model(
            "A weak sentence: his words have no owner and no limit any more",
            "Everybody knows that the police did nothing wrong on that day.",
            good=False,
        ),
    ),
    "04.10": (
        Model(
            "A good sentence",
            "In the view of Human Rights Watch, several facts suggest more force than the threat called for.",
        ),
        Model(
            "Another good sentence",
            "Human Rights Watch writes of facts which suggest that the police answered a threat with too much force.",
        ),
        Model(
            "A weak sentence: the letter's words have no owner and no limit any more",
            "Everybody knows that the police did everything wrong on that day.",
            good=False,
        ),
    ),
    "04.11": (
        Model(
            "A good answer: lawful in most cases and excessive in some, probably. It begins with what costs the official side something, and meets two outside voices.",
            {
                "position": "it was lawful in most cases and excessive in some",
                "claim": "The force was probably lawful in most cases, and in some it went too far.",
                "evidence": [
                    "hrw-letter-2012.38",
                    "belfast-telegraph-2011-12-19-kazakhs-defiant.10",
                    "hrw-letter-2012.89",
                ],
                "reasoning": "The prosecutor says 'in most cases' and not 'always'. A prosecutor who gives up a part of his own side's case pays for it, so I believe him more than somebody who grants nothing. He names the danger: civilians and officers. The minister had already said that no other way was left; he leads the police, so his word alone counts for less. The rights group doubts the force, but its hedge is 'suggest', and it points to the same official statement.",
                "counter": ["rferl-2012-07-12-pillay.01", "hrw-2013-world-report.08"],
                "answer_to_counter": "The UN commissioner and the report of 2013 speak of the force without limiting it to some cases, and neither has to defend a police. But both keep a hedge, and in what we read neither says how many shots they mean. They keep me from being sure, and do not turn my answer round.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with another conclusion: unlawful or excessive, probably. The points are the same.",
            {
                "position": "it was unlawful or excessive",
                "claim": "The force that the police used was probably more than the law allows.",
                "evidence": ["hrw-letter-2012.57", "rferl-2012-07-12-pillay.01", "ageleuov-2020.115"],
                "reasoning": "Three voices of different kinds come to one conclusion: a rights group from what several witnesses told it, the UN commissioner in a statement on the facts known by July, a rights defender from the means that could have been used. I cannot show that they are independent of each other, but they speak at different times and for different reasons. The rule to which the letter holds the police is that deadly force comes last [hrw-letter-2012.58], so it matters if rubber bullets were left out. On the official side the state judges its own police, and its words went from 'no other way' to 'in most cases'.",
                "counter": ["hrw-letter-2012.38", "belfast-telegraph-2011-12-19-kazakhs-defiant.10"],
                "answer_to_counter": "The strongest thing against me is the real danger of which the prosecutor speaks: if lives were in danger, some shots were lawful. It does not decide the question, because the words quoted here do not say in how many cases that was so, nor how each case was checked.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer that leaves it open. It says what is missing on both sides.",
            {
                "position": "it is too early to say",
                "claim": "From the claims that we have here nobody can yet say if the force was lawful.",
                "evidence": ["hrw-letter-2012.66", "amnesty-2013-annual-p1.03"],
                "reasoning": "The rights group itself warned that one conclusion may come too soon, and that cuts both ways. The officers pleaded self-defence in court, but we have that at second hand, through a report, and they speak for themselves. What is lawful depends on each shot: who was in danger, when, and what else could be done. No source here lists the cases, some speak of Shetpe and some of both places, and 'in most cases' and 'suggest' leave the number open.",
                "counter": ["hrw-letter-2012.38", "rferl-2012-07-12-pillay.01"],
                "answer_to_counter": "The prosecutor has an answer for most cases, and the UN commissioner sees facts that point to too much force. They pull in opposite directions, and behind neither can we see the records on which it rests. So each makes the other less sure.",
                "confidence": "open",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "it was lawful",
                "claim": "It is clear to everybody that the police had no choice.",
                "reasoning": "Anyone who thinks about it can see that.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "it was unlawful or excessive",
                "claim": "It is clear to everybody that the police had a choice.",
                "reasoning": "Anyone who thinks about it can see that.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "04.12": (
        Model(
            "A good answer: one record that could trouble each account, made by different hands",
            {
                "first": "orders",
                "second": "party",
                "why": "If the orders of November prepare the riot police for live fire and nothing else, I would believe more in a planned response; if they plan for shields and gas, less. If the party's letters speak of a march or of unrest on the holiday, the charge against the organisers would gain; if they speak only of food and lawyers, it would lose. Each is kept by those whom it could harm, so a clean file may only mean that something was left out.",
            },
        ),
        Model(
            "A good answer with other sources: they show what was done, and not what was meant",
            {
                "first": "film",
                "second": "hotels",
                "why": "Both sides argue from the conduct of strangers. Uncut film with the time would show if men in black moved first, and whether the police left them alone. Guest books could show whether groups from other places had come before. If neither shows strangers, both stories of a plan become weaker. But film shows only what stands in its picture, and a guest book has names and no purposes.",
            },
        ),
        Model(
            "A weak answer: it does not say what a find would change, nor what may be missing",
            {"first": "file", "second": "orders", "why": "They prove who planned everything."},
            good=False,
        ),
    ),
    "04.13": (Model("By the tables", len(questions_with_common_ground())),),
}

CHECKS = {
    "04.1": sides_of_the_words,
    "04.2": two_answers_on_each_side,
    "04.3": hedge_of_the_minister,
    "04.4": hedge_of_the_letter,
    "04.5": accounts_that_move,
    "04.6": documents_of_the_words,
    "04.7": says_or_is_silent,
    "04.8": shared_answers,
    "04.9": as_the_prosecutor_would_sign,
    "04.10": as_the_rights_group_would_sign,
    "04.11": lawful,
    "04.12": what_next,
    "04.13": common_ground,
}
