"""The key to lesson 09. Every right answer is computed from the tables; the sentences say why it is right."""

from collections.abc import Iterable
from dataclasses import replace

from zhanaozen import account, checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_09 as asked
from zhanaozen.tasks import task
from zhanaozen.tasks.kinds import STANCES


def _names(speakers: Iterable[Claim]) -> str:
    told = list(dict.fromkeys(text.who(c) for c in speakers))
    return text.listing([*told[:2], f"{len(told) - 2} more"] if len(told) > 3 else told) or "none in our tables"


def _sides(a: evidence.Answer) -> str:
    """Return who gives an answer, on the official side and on the others."""
    official = [c for c in a.speakers if evidence.SIDES[evidence.voice_standpoint(c)] == "official"]
    return f"Official: {_names(official)}. Others: {_names(c for c in a.speakers if c not in official)}."


def _answers(found: Iterable[evidence.Answer]) -> str:
    return text.listing([f"“{text.answer(a.claims[0])}”" for a in found])


def state_of_answers(value) -> Feedback:
    """09.1: whether opposed sides share an answer, and whether another one excludes it."""
    asks, right, reasons = task("09.1"), {}, {}
    for claim_id, c in claim_checks.claims_of(asks).items():
        mine = evidence.supporters(c)
        others = [a for a in evidence.answers(c.question_id) if a.excludes(mine)]
        right[claim_id] = "apart" if not mine.opposed else "excluded" if others else "free"
        beside = f"Also given: {_answers(others)}." if others else "No other answer is in the tables."
        reasons[claim_id] = f"{claim_checks.names(asks)[claim_id]}. {_sides(mine)} {beside}"
    return checks.match(value, right, reasons, claim_checks.names(asks))


def true_on_a_day(value) -> Feedback:
    """09.2: the hedge that ties a statement to its day."""
    c = tables.claim(asked.FOR_NOW)
    reason = f"“{c.hedge}” holds for {text.day(c.when_start)}, of which she tells; the essay was printed on {text.day(c.said_on)}. An account gives the time with the words."
    return checks.quote(value, c.hedge, task("09.2").passage, claim_checks.because(c, reason))


def both_hedges(value) -> Feedback:
    """09.3: the section in which both claims keep hedge and speaker."""
    claims = [tables.claim(i) for i in asked.ON_THE_INQUIRY]
    lost = {
        o.key: [
            f"“{c.hedge}” ({text.who(c)})"
            if text.who(c) in o.words
            else f"that it is {text.who(c)} who says “{c.hedge}”"
            for c in claims
            if c.hedge not in o.words or text.who(c) not in o.words
        ]
        for o in task("09.3").options
    }
    [right] = [key for key, missing in lost.items() if not missing]
    kept = f"It keeps {text.listing([f'“{c.hedge}” ({text.who(c)}, {text.day(c.said_on)})' for c in claims])}."
    why = {
        "experts": "That they could be included is no promise.",
        "partial": "To question is not yet to find.",
        "nobody": "Without a speaker a reader takes both for facts, or for your own view.",
    }
    reasons = {key: f"Lost here: {'; '.join(missing)}. {why.get(key, '')}".strip() for key, missing in lost.items()}
    return checks.choice(value, right, reasons | {right: kept})


def _positions(claims: Iterable[Claim]) -> str:
    return text.listing(list(dict.fromkeys(f"“{c.position}”" for c in claims)))


def voices_on_the_order(value) -> Feedback:
    """09.4: the number of voices behind six claims."""
    claims = [tables.claim(i) for i in asked.ON_THE_ORDER]
    by_voice: dict[str, list[Claim]] = {}
    for c in claims:
        by_voice.setdefault(c.voice, []).append(c)
    told = [f"{text.who(group[0])}, with {_positions(group)}" for group in by_voice.values()]
    texts = len({c.source_id for c in claims})
    reason = f"{len(claims)} claims in {texts} texts hold {len(by_voice)} voices: {text.listing(told)}. Who is reported with two answers is still one voice."
    found = checks.number(value, len(by_voice), "voices", reason)
    if not found.reasons:  # no number yet
        return found
    if found.points in (0, 0.25):  # the common words speak of two claims
        return replace(found, reasons=("Put the six claims into groups, one for each person or office that speaks.",))
    if not found.right:
        return replace(
            found, reasons=("One who speaks in two texts is one: go by who speaks, not by where it is printed.",)
        )
    return found


def both_ends_in_december(value) -> Feedback:
    """09.5: the lowest and the highest number of dismissed people among what was said in one month."""
    claims = [c for c in evidence.claims_on("dismissed") if c.unit and (c.said_on or "").startswith(asked.MONTH)]
    numbers = [v for c in claims for v in (c.value_low, c.value_high) if v is not None]
    told = [f"{text.who(c)}, {text.number(c)} ({c.scope})" for c in claims]
    reason = f"{'; '.join(told)}. They do not all count the same people, and a section says so."
    again = "Look at every claim of that month in the list: its day, and the number behind its hedge."
    return checks.number_range(value, min(numbers), max(numbers), reason, again)


def no_more_than_the_ambassador(value) -> Feedback:
    """09.6: a sentence that keeps owner, number, unit and hedge."""
    return rewriting.rewritten(value, tables.claim(asked.AMBASSADOR), task("09.6").sentence)


def says_or_is_silent(value) -> Feedback:
    """09.7: what each text does with each statement."""
    asks = task("09.7")
    stances, told = claim_checks.stances_on_positions(asks, evidence.claims_on(*asked.STATEMENTS))
    shown, stance = {c.key: c.words for c in asks.columns}, {s.key: s.words for s in STANCES}
    told = {
        (row, column): f"“{shown[column]}”: {stance[stances[row, column]]}. {words}"
        for (row, column), words in told.items()
    }
    return claim_checks.grid(value, asks, stances, told)


def _section(question_id: str, words: str) -> account.Section:
    return account.Section(evidence.question(question_id), "probable", words)


def _against(section: account.Section, claims: Iterable[Claim], first: Iterable[Claim]) -> dict[str, str]:
    """Return for each claim what it does to a section; `first` are those that the desk puts first."""
    first, voices = list(first), {c.voice for c in first}
    held = {c.position for c in section.cited if c.question == section.question}
    reasons = {}
    for c in claims:
        if c.question != section.question:
            does = f"it gives no answer to the question of the section. {c.claim}"
        elif c.position in held:
            does = "the same answer as the section, so it speaks for it."
        elif c in first:
            does = f"“{c.position}”, {text.DIRECTNESS[c.directness]}. Nothing in the list that speaks against the section is closer."
        elif c.voice in voices:
            does = f"“{c.position}”, but the same voice stands in this list at closer hand."
        else:
            does = f"“{c.position}”, {text.DIRECTNESS[c.directness]}. Another claim here comes from closer by."
        reasons[c.claim_id] = claim_checks.because(c, does)
    return reasons


def first_to_meet(value) -> Feedback:
    """09.8: the claim that the desk would put first against a section that leans to the police."""
    section = _section("police_armed", asked.NO_WEAPONS)
    first = account.strongest_against(section, 1)
    claims = [tables.claim(o.key) for o in task("09.8").options]
    return checks.choice(value, first[0].claim_id, _against(section, claims, first))


def first_two_to_meet(value) -> Feedback:
    """09.9: the two claims that the desk would put first against a section that leans to the strikers."""
    section = _section("accountability", asked.NOT_PUNISHED)
    first = account.strongest_against(section, 2)
    claims = claim_checks.claims_of(task("09.9")).values()
    return checks.pick(value, [c.claim_id for c in first], _against(section, claims, first))


def _bearing(c: Claim) -> str | None:
    """Return the answer that a claim speaks for; what answers another question speaks for none here."""
    return c.position if c.question_id == asked.QUESTION else None


def who_ordered(value) -> Feedback:
    """09.10: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.judgement(value, evidence.claims_on(asked.QUESTION), _bearing)


#: What each record could show of an order, and what it could not.
TELLS = {
    "plan": "It could show what was to happen if a crowd broke through, and who was to decide. What was decided on the spot is not in it.",
    "calls": "It could show when the ministry spoke with the region, and perhaps who asked for what. It is kept by those who would answer for it.",
    "operator": "It could show who called whom at which minute. It does not hold a word of what was said.",
    "words": "It could show which of two reports has the minister's words right. It shows what he said, and not what was done.",
    "judgment": "It could show on what evidence the court found who commanded. It judges those who were charged, and nobody else.",
    "statements": "They could show what officers said of orders before they knew each other's answers. Each had an interest in having been ordered.",
    "observers": "They could show what was asked in the hall about orders, and what was not. They hold what one listener found worth noting.",
}


def what_would_move_you(value) -> Feedback:
    """09.11: reasons for two sources; which ones is open."""
    return wanted.wanted(value, task("09.11"), TELLS)


def silent_officially() -> list[str]:
    """Return the questions that are answered in words, but by no official speaker."""
    claims = [c for c in tables.claims() if c.position]
    official = {c.question_id for c in claims if evidence.SIDES[c.standpoint] == "official"}
    return sorted({c.question_id for c in claims} - official)


def official_silence(value) -> Feedback:
    """09.12: the questions without an official answer."""
    told = text.listing([f"“{evidence.question(q).question}”" for q in silent_officially()])
    reason = f"{told}. Silence in our tables is not denial: we may not have found what was said."
    return checks.computed(value, silent_officially(), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "09.6": (
        Model(
            "A good sentence",
            "Kazakhstan's ambassador to the United States spoke of almost 2,000 dismissed oil workers, for whom work was being looked for.",
        ),
        Model(
            "Another good sentence",
            "By the ambassador's word, somewhat fewer than 2,000 people had been dismissed as oil workers in 2011, and the search for new jobs was still going on.",
        ),
        Model(
            "A weak sentence: it has no speaker and no hedge, and another number",
            "Everybody knows that at least 2,500 workers were thrown out and nobody helped them.",
            good=False,
        ),
    ),
    "09.10": (
        Model(
            "A good answer: commanders of the local police, probably. It rests on a court's finding, and counts it once.",
            {
                "position": "commanders of the local police",
                "claim": "The order to fire probably came from commanders of the police in the region and the town.",
                "evidence": ["ageleuov-2020.142", "ageleuov-2020.106", "reuters-2012-05-28-police-jailed.07"],
                "reasoning": "A court heard the officers and gave seven years to the deputy chief of the regional police, who coordinated the action. Ageleuov, a rights defender with no reason to shield the ministry, says that those on trial had ordered the firing, and a translator's note says that one of them was convicted for it. All three go back to the trial of the officers, so I count the court as one voice and Ageleuov, who reports on it, as a second. The note says April and the agency 28 May, so I give no date.",
                "counter": ["ageleuov-2020.114", "belfast-telegraph-2011-12-19-kazakhs-defiant.05"],
                "answer_to_counter": "Ageleuov himself finds it very unlikely that local officers dared to decide alone. That is a conclusion, and he names nobody above them. The minister said that there was no order; he spoke three days after and answers for the police. Both keep me below certain: a court judges those who stand before it, and others may have stood behind them.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with another conclusion: somebody above the local police, possibly. It says how weak its best claim is.",
            {
                "position": "the interior minister or others above the local police",
                "claim": "The decision to use weapons possibly came from above the local police, though nobody shows it.",
                "evidence": ["jones-2012.25", "ageleuov-2020.114", "ageleuov-2020.108"],
                "reasoning": "Jones reports that the interior minister said the order was his. If he said it, it is a statement against his own interest, and such words weigh more than a denial. Ageleuov concludes that two senior officers of the region could not have taken the decision themselves. These are two voices of opposed sides, but the first reaches us through a campaigner, and the second is an argument and no testimony.",
                "counter": ["belfast-telegraph-2011-12-19-kazakhs-defiant.05", "ageleuov-2020.106"],
                "answer_to_counter": "The same minister is reported in December with the opposite: no order, each officer for himself. One of the two reports may be wrong, and I cannot tell which. By a translator's note a court found that a regional commander gave the order; but who gives an order may have been given one. So I say possibly, and no more.",
                "confidence": "possible",
            },
        ),
        Model(
            "A good answer that leaves it open. It says why, and what would settle it.",
            {
                "position": "it is not known",
                "claim": "From the claims we have it is not known who gave the order, or if there was one.",
                "evidence": [
                    "bbc-2012-07-12-pillay.03",
                    "campaignkazakhstan-2014-01-hearing.03",
                    "hrw-letter-2012.174",
                ],
                "reasoning": "The UN commissioner said in July 2012 that it was not clear, two unionists said the same two years after the day, and Human Rights Watch asked the investigators who bears responsibility, if anyone. They are independent voices, and none of them had to protect an office. The one person who must know, the minister, is reported with two answers that exclude each other.",
                "counter": [
                    "ageleuov-2020.106",
                    "belfast-telegraph-2011-12-19-kazakhs-defiant.05",
                    "amnesty-2013-annual-p1.04",
                ],
                "answer_to_counter": "A translator's note says that an officer was convicted of giving the order, and some officers are reported to have told a court that there was none either way. Both come to us at second hand, and they cannot both be the whole story. Until somebody publishes the judgment or the log of calls, neither closes the question.",
                "confidence": "open",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "the interior minister or others above the local police",
                "claim": "Everybody knows that it came from the very top.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "no order was given",
                "claim": "Everybody knows that nobody gave any order that day.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "09.11": (
        Model(
            "A good choice: what the minister said, and who spoke with whom",
            {
                "first": "words",
                "second": "operator",
                "why": "If the tape has the minister say that the order was his, I would move away from the local commanders; if it has him say that there was none, Jones's report falls and I would stay. The operator's list could show if the region called the ministry before the shots. If no call came, an order from above becomes unlikely. But a tape shows only what he said, and a list of calls holds no words; an order may also have gone by radio.",
            },
        ),
        Model(
            "A good choice with other records: what the court knew, and what it did not ask",
            {
                "first": "judgment",
                "second": "observers",
                "why": "The judgment could show whether witnesses or documents prove who commanded. If it rests on several officers who do not gain by it, I would hold local commanders as probable; if it rests on one accused who blames another, I would leave it open. The observers' notes could show whether anybody asked about higher offices. The court looks only at those who were charged, and observers may not have heard everything.",
            },
        ),
        Model(
            "A weak choice: it does not say what a find would change, nor what may be missing",
            {"first": "calls", "second": "plan", "why": "They prove that it was planned at the top."},
            good=False,
        ),
    ),
    "09.12": (Model("By the tables", silent_officially()),),
}

CHECKS = {
    "09.1": state_of_answers,
    "09.2": true_on_a_day,
    "09.3": both_hedges,
    "09.4": voices_on_the_order,
    "09.5": both_ends_in_december,
    "09.6": no_more_than_the_ambassador,
    "09.7": says_or_is_silent,
    "09.8": first_to_meet,
    "09.9": first_two_to_meet,
    "09.10": who_ordered,
    "09.11": what_would_move_you,
    "09.12": official_silence,
}
