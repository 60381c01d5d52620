"""The key to lesson 03. Every right answer is computed from the tables; the sentences say why it is right."""

from dataclasses import replace

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.charts import CALM
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_03 as asked
from zhanaozen.tasks import task

#: The two answers to this question are two steps of one story, so to give one is not to say otherwise than the other.
TWO_STEPS = "police_returned"
#: The letter sets this count of officers against the prosecutors' word on firearms; its row answers another question.
AGAINST_FIREARMS = "hrw-letter-2012.15"


def limiting_words(value) -> Feedback:
    """03.1: the hedge of the Prosecutor General."""
    c, others = tables.claim(asked.IN_MOST_CASES), tables.claim("hrw-letter-2012.01")
    reason = claim_checks.because(
        c,
        f"“{c.hedge}” allows other cases. On {text.day(others.said_on)} he spoke of those too: “{others.hedge}” "
        f"force went beyond the threat [{others.claim_id}].",
    )
    return checks.quote(value, c.hedge, task("03.1").passage, reason)


def who_began(value) -> Feedback:
    """03.2: the position of each claim."""
    return claim_checks.column(value, task("03.2"), "position", lambda c: f"{c.position}. {c.claim}")


def swapped_unit(value) -> Feedback:
    """03.3: the number that is shown with another's unit."""
    found = claim_checks.swapped_unit(value, task("03.3"))
    if not found.right:
        return found
    return replace(found, reasons=(*found.reasons, "So it does not contradict the number of everybody on the square."))


def directness(value) -> Feedback:
    """03.4: how each speaker knows."""
    return claim_checks.directness(value, task("03.4"))


def no_more_than_the_prosecutors(value) -> Feedback:
    """03.5: a sentence that keeps owner and hedge."""
    asks = task("03.5")
    return rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)


def order_on_a_warning(value) -> Feedback:
    """03.6: order by the day on which each was said."""
    return claim_checks.order_said(value, task("03.6"))


def steps_and_tellers(value) -> Feedback:
    """03.7: what each teller does with each statement, from the positions of the claims of that teller."""
    asks = task("03.7")
    stances, told = {}, {}
    for row in asks.rows:
        for column in asks.columns:
            question_id = asked.STATEMENTS[column.key]
            held = [c for c in _claims_of(row.key) if c.question_id == question_id]
            mine = [c for c in held if c.position == column.key]
            others = [] if question_id == TWO_STEPS else held
            stances[row.key, column.key] = "says" if mine else "contradicts" if others else "silent"
            told[row.key, column.key] = f"{column.words}. " + (
                "; ".join(claim_checks.because(c, f"{c.claim} [{c.claim_id}]") for c in (mine or others)[:2])
                or f"{row.words}: we hold no claim on it."
            )
    return claim_checks.grid(value, asks, stances, told)


def _claims_of(row: str) -> list[Claim]:
    """Return the calm claims of a row of the grid."""
    source_id, standpoint = asked.SPEAKERS[row]
    return [
        c
        for c in evidence.claims_on(*asked.STATEMENTS.values())
        if c.source_id == source_id and standpoint in (None, c.standpoint) and c.intensity <= CALM
    ]


def from_two_sides(value) -> Feedback:
    """03.8: claims whose answer the official side and another side give."""
    found = claim_checks.picked(value, task("03.8"), lambda c: _shared(c).opposed, _who_shares)
    caution = "The same answer on two sides does not show that two people saw it: two texts may rest on one film, or on each other."
    return found.with_caution(caution)


def _shared(c: Claim) -> evidence.Answer:
    """Return the answer of a claim with the calm claims that give it: those that the list shows with its box closed."""
    found = evidence.supporters(c)
    return replace(found, claims=tuple(o for o in found.claims if o.intensity <= CALM))


def _who_shares(c: Claim) -> str:
    """Return who gives the answer of a claim: the official side, then the others."""
    given = _shared(c).speakers
    official = [text.who(o) for o in given if evidence.SIDES[evidence.voice_standpoint(o)] == "official"]
    others = [text.who(o) for o in given if evidence.SIDES[evidence.voice_standpoint(o)] != "official"]
    return f"{text.answer(c)}. On the official side: {'; '.join(official[:2]) or 'nobody'}. On another: {'; '.join(others[:2]) or 'nobody'}."


def silent_on_shetpe(value) -> Feedback:
    """03.9: core documents without a claim on that day at Shetpe."""
    core = [s for s in tables.sources() if s.core]
    speaking = {
        s.source_id: [c for c in tables.claims() if c.source_id == s.source_id and c.event_id == asked.SHETPE]
        for s in core
    }
    reasons = {
        s.source_id: claim_checks.because(speaking[s.source_id][0], speaking[s.source_id][0].claim)
        if speaking[s.source_id]
        else f"{s.author}: we hold no claim on it. {s.standpoint_note}"
        for s in core
    }
    return checks.pick(value, [s for s, found in speaking.items() if not found], reasons)


def bearing(c: Claim) -> str | None:
    """Return the answer on firearms that a claim speaks for, or None."""
    if c.question_id == asked.QUESTION:
        return c.position
    return evidence.question(asked.QUESTION).positions[1] if c.claim_id == AGAINST_FIREARMS else None


def firearms(value) -> Feedback:
    """03.10: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.judgement(value, evidence.claims_on(asked.QUESTION), bearing)


#: What each source could show, and what not. None of these was read: the sentences say what such a record holds.
TELLS = {
    "radio": "it could give the minute of reports, calls and orders; it holds what officers said, not what they left unsaid.",
    "weapons": "it could show when arms were given out, to whom, and how many rounds came back; not when or at whom they were fired. It is kept by those who fired.",
    "fire": "it could show when each fire was reported; not who set it, nor a fire that nobody reported.",
    "ambulance": "it could show when the first call for someone wounded came; such a call comes after the shot, and not for everyone.",
    "window": "it could show what people and police did before and after the part that was published; only what lies in front of that window.",
    "lines": "it could show when nobody could telephone any more, and perhaps why; nothing of fires or shots.",
    "court": "it could show what people under oath said on hours, warning and orders; it was told from memory, months later, by people with much at stake.",
}


def two_more_sources(value) -> Feedback:
    """03.11: how well the choice of two sources is reasoned, whichever they are."""
    return wanted.wanted(value, task("03.11"), TELLS)


def _saw_it() -> set[str]:
    claims = evidence.claims_on(*asked.ON_THE_SQUARE)
    return {c.voice for c in claims if c.directness in ("eyewitness", "participant")}


def voices_that_saw(value) -> Feedback:
    """03.12: how many voices tell what they saw or lived through."""
    every = {c.voice for c in evidence.claims_on(*asked.ON_THE_SQUARE)}
    reason = f"{len(_saw_it())} of {len(every)} voices on these questions. The others pass on, draw conclusions, or describe a film."
    return checks.computed(value, len(_saw_it()), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "03.5": (
        Model(
            "A good sentence",
            "The Prosecutor General's Office said that about 50 people, whom it calls hooligans, resisted the police.",
        ),
        Model(
            "Another good sentence: it keeps who moved first",
            "In the prosecutors' account, about fifty of those still at the railway offered resistance once officers came.",
        ),
        Model(
            "A weak sentence: the owner and the hedge are gone, and certainty is added",
            "Everyone knows that a mob at Shetpe attacked the police first.",
            good=False,
        ),
    ),
    "03.10": (
        Model(
            "A good answer: some had firearms, probably. It says of what kind the traces are, and who reports them.",
            {
                "position": "some in the crowd had firearms",
                "claim": "Some people in the crowd probably had firearms, though nobody shows who or how many.",
                "evidence": [
                    "trend-2011-12-18-thirteen-dead.05",
                    "oreanda-2011-12-21-kabylov.06",
                    "kantor-2012.06",
                ],
                "reasoning": "The prosecutors' spokesman names a trace that can be checked: shotgun wounds, although police, he says, fired no such gun. The commandant speaks of firearms that were seized, and, by Kantor's report, shields with bullet holes are shown. These are three kinds of trace from three voices. All of them belong to the official side, which has an interest, and no list of weapons is among our texts, so I stop at probable.",
                "counter": ["hrw-letter-2012.90", "hrw-letter-2012.15"],
                "answer_to_counter": "Everyone interviewed denies weapons on the square, and none of the officers in that hospital had been shot. This weighs a lot; but nobody sees every hand in a large crowd, a shot can miss, and the square is not the whole town.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: no firearms, probably. The points are the same.",
            {
                "position": "the crowd had no firearms",
                "claim": "The people on the square at whom police fired probably had no firearms.",
                "evidence": ["hrw-letter-2012.90", "focus-2011-12-video.03", "hrw-letter-2012.15"],
                "reasoning": "All whom Human Rights Watch interviewed say the same of the square. The text beside the video finds stones in some hands and no gun, and it does not come from that organisation. A hospital worker reports that no officer who was brought in had a gunshot wound. These are three kinds of witness, and each of them could have said otherwise. The video shows only a part, so I stop at probable.",
                "counter": ["trend-2011-12-18-thirteen-dead.05", "oreanda-2011-12-21-kabylov.06"],
                "answer_to_counter": "Shotgun wounds weigh most against me, since they would mean that someone else fired. But in what we hold the spokesman gives no place or hour for them, and the commandant gave no details of what was seized. It can have been elsewhere in the town.",
                "confidence": "probable",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "some in the crowd had firearms",
                "claim": "Everybody knows that they came there with guns.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "the crowd had no firearms",
                "claim": "Everybody knows that nobody there had a gun.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "03.11": (
        Model(
            "A good choice: the fire brigade's log and the whole film",
            {
                "first": "fire",
                "second": "window",
                "why": "The log would say at what minute each building was reported to burn, and the film when police came and fired. If the town hall was reported before the first shot on the film, the order that Kantor gives would be supported; if after it, the order that Kostyuchenko gives. But the log may miss a fire that nobody reported, and a window shows only one part of the square.",
            },
        ),
        Model(
            "Another good choice: the police radio and the ambulance log. The points are the same.",
            {
                "first": "radio",
                "second": "ambulance",
                "why": "On the radio we could hear whether a commander told officers to warn people, and whether they asked for help first. The first ambulance call would then show whether people were already wounded at that minute. If both fit together, I would trust the hour. The police keep their own recording and have an interest in it, and ambulance calls come later than the shots.",
            },
        ),
        Model(
            "A weak choice: both are kept by one office, and no reason is given",
            {"first": "radio", "second": "weapons", "why": "These are the best ones."},
            good=False,
        ),
    ),
    "03.12": (Model("By the tables", len(_saw_it())),),
}

CHECKS = {
    "03.1": limiting_words,
    "03.2": who_began,
    "03.3": swapped_unit,
    "03.4": directness,
    "03.5": no_more_than_the_prosecutors,
    "03.6": order_on_a_warning,
    "03.7": steps_and_tellers,
    "03.8": from_two_sides,
    "03.9": silent_on_shetpe,
    "03.10": firearms,
    "03.11": two_more_sources,
    "03.12": voices_that_saw,
}
