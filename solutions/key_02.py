"""The key to lesson 02. Every right answer is computed from the tables; the sentences say why it is right."""

from dataclasses import replace

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_02 as asked
from zhanaozen.tasks import task


def room_left(value) -> Feedback:
    """02.1: the hedge in the president's words."""
    c = tables.claim(asked.PRESIDENT)
    reason = f"“{c.hedge}” allows exceptions, and he does not say which. The media quote him, and the letter quotes the media."
    return checks.quote(value, c.hedge, task("02.1").passage, claim_checks.because(c, reason))


def directness(value) -> Feedback:
    """02.2: how each statement is known."""
    return claim_checks.directness(value, task("02.2"))


def what_kantor_says(value) -> Feedback:
    """02.3: the option that keeps both of her statements, and whose they are."""
    labour, fed = (tables.claim(i) for i in asked.KANTOR)
    hers = [c.position == evidence.question(c.question_id).positions[0] for c in (labour, fed)]
    right = "both" if all(hers) else "labour" if hers[0] else "fed"
    return checks.choice(
        value,
        right,
        {
            "labour": f"The second half is not hers. {fed.claim}",
            "fed": f"She names another beginning. {labour.claim} To feed a conflict is not to begin it.",
            "both": f"It keeps both statements, and says whose they are: “{labour.phrase}” and “{fed.phrase}” ({fed.locator}). How she comes to them: {text.DIRECTNESS[fed.directness]}.",
            "shown": f"The owner is gone, and “shown” is more than her statement can carry, which is {text.DIRECTNESS[fed.directness]}. {fed.claim}",
        },
    )


def two_dates(value) -> Feedback:
    """02.4: the option that leaves both dates standing."""
    one, other = (tables.claim(i) for i in asked.OS5)
    days = f"{text.day(one.when_start)} ({one.locator}) and {text.day(other.when_start)} ({other.locator})"
    elsewhere = tables.claim("rittmann-2015-iur.05")
    return checks.choice(
        value,
        "open" if one.when_start != other.when_start else "july",
        {
            "july": f"Another text supports July. {elsewhere.claim} [{elsewhere.claim_id}] It does not say that nothing happened in June, and Ageleuov takes neither date back.",
            "twice": f"The interview has {days}, but in neither place does it speak of two events. That is your conclusion, and you may be right; it is more than he says.",
            "open": f"It keeps both, {days}, and what is not said. The interview came out on {text.day(one.said_on)}, more than eight years later.",
            "useless": f"The doubt is about a month: {days}. Both times he has riot police act against the workers of OS-5. A doubt about a date does not reach everything else.",
        },
    )


def no_more_than_the_group(value) -> Feedback:
    """02.5: a sentence that keeps owner, both ends, hedge and unit."""
    asks = task("02.5")
    return rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)


def two_peaks(value) -> Feedback:
    """02.6: the two numbers that the company's side gives for the strike at its largest."""
    claims = [tables.claim(i) for i in asked.PEAKS]
    numbers = [c.value_low for c in claims]
    told = "; ".join(claim_checks.because(c, f"{text.number(c)} ({c.scope})") for c in claims)
    found = checks.number_range(
        value,
        min(numbers),
        max(numbers),
        f"{told}. Both cannot be the largest number of one thing. Perhaps they were counted differently, or the second is the largest of July only: the texts, read in their opening, do not say, so neither a lie nor a slip is shown.",
    )
    which = "Take only those two whose card says, in the line 'Meant', that this was the largest."
    return found if found.right or not found.reasons else replace(found, reasons=(*found.reasons, which))


def official_months(value) -> Feedback:
    """02.7: order by the day on which each was said."""
    found = claim_checks.order_said(value, task("02.7"))
    reasons = [f"{text.day(c.said_on)}: {claim_checks.because(c, c.claim)}" for c in _in_order()]
    return replace(found, reasons=tuple(reasons)) if found.right else found


def _in_order() -> list[Claim]:
    return evidence.in_order_said(tables.claim(i) for i in asked.OFFICIAL_MONTHS)


def same_number(value) -> Feedback:
    """02.8: those of the claims that belong to a figure shared by opposed sides."""
    figures = evidence.shared_by_opposed(evidence.claims_on("strike_months", "on_strike", "dismissed"))
    shared = {c.claim_id for figure in figures for c in figure.claims}
    found = claim_checks.picked(value, task("02.8"), lambda c: c.claim_id in shared, _counted)
    caution = "The same number on two sides is not yet two counts: the reporter may have 2,500 from the company, and the minister speaks of a protest, the others of a strike."
    return found.with_caution(caution)


def _counted(c: Claim) -> str:
    """Return a claim's number with what it is of, or the words in which it stands if nothing is compared."""
    return f"{text.number(c)}; {c.scope}." if c.question.compared_within else f"“{c.phrase}”."


def said_by_the_core(value) -> Feedback:
    """02.9: what each core document does with each statement."""
    grid, stances, told = task("02.9"), {}, {}
    for question_id in asked.COMPARED:
        of_question = tuple(c for c in grid.columns if c.key in evidence.question(question_id).positions)
        found = claim_checks.stances_on_positions(
            replace(grid, columns=of_question), evidence.claims_on(question_id, core=True)
        )
        stances |= found[0]
        told |= {(row, col): f"{asked.STATEMENTS[col]} {why}" for (row, col), why in found[1].items()}
    return claim_checks.grid(value, grid, stances, told)


def bearing(c: Claim) -> str | None:
    """Return the position on persecution that a claim speaks for, or None.

    A ruling that the strike was illegal speaks for a lawful account, a breach of the right to strike against it,
    whether or not the speaker says so.
    """
    persecuted, lawful = evidence.question(asked.QUESTION).positions
    illegal, broken = evidence.question("strike_legal").positions
    return {persecuted: persecuted, lawful: lawful, illegal: lawful, broken: persecuted}.get(c.position)


def persecuted_or_held_to_account(value) -> Feedback:
    """02.10: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.judgement(value, evidence.claims_on(asked.QUESTION, "strike_legal"), bearing)


#: What each source could show, and what not.
TELLS = {
    "minutes": "They could show who came, what was offered and what was answered, on which day. Their maker is one of the two sides, and may leave out what does not suit it.",
    "letters": "They could show what was asked, and whether an answer came. They do not show what was said in a room, and letters that did not suit may be lost.",
    "commission": "They could show why dismissals were paused, and on what terms. The state oil company was part of it, and strikers may not have been heard.",
    "ruling": "It could show what each side told the court in May. It says nothing of the talks from June to December.",
    "inspectors": "They could show whether complaints were looked into, by people who are not the company. They work for the state, and may not have been at the talks.",
    "films": "They could show tone and words of a meeting, without anybody's memory between. A camera sees only what it is let into and pointed at.",
}


def two_sources(value) -> Feedback:
    """02.11: reasons for two sources that can check each other."""
    return wanted.wanted(value, task("02.11"), TELLS)


def _changing_voices() -> list[str]:
    numbers: dict[str, set[tuple]] = {}
    for c in evidence.claims_on("on_strike"):
        if c.unit:
            numbers.setdefault(c.voice, set()).add((c.value_low, c.value_high))
    return sorted(voice for voice, given in numbers.items() if len(given) > 1)


def changing_voices(value) -> Feedback:
    """02.12: the voices that give more than one number of people on strike."""
    reason = "More than one number is not yet a contradiction: look at the firm, the place and the day of each before you say so."
    return checks.computed(value, _changing_voices(), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "02.5": (
        Model(
            "A good sentence",
            "The Kazakhstan International Bureau for Human Rights put the strikers on the square that morning at roughly 100 to 150.",
        ),
        Model(
            "Another good sentence",
            "As a local rights group estimated, the strikers standing on the square that morning numbered 100 to 150; it does not say how many were on strike elsewhere.",
        ),
        Model(
            "A weak sentence: owner, hedge and one end are gone",
            "Everybody knows that just 100 workers had not given up by December.",
            good=False,
        ),
    ),
    "02.10": (
        Model(
            "A good answer: they were persecuted, probably. It says what both sides tell alike, and meets the confession.",
            {
                "position": "strikers and their leaders were persecuted",
                "claim": "Leaders of the strike were probably punished for what they said and not for harm that they did.",
                "evidence": [
                    "hrw-letter-2012.163",
                    "iphr-2011-10-18-briefing.02",
                    "ageleuov-2020.66",
                ],
                "reasoning": "Human Rights Watch writes of a charge for speaking about pay, two other groups of meetings broken up, of fines and arrests, Ageleuov of jail for very small things. None of them is a neutral source. But the indictment, an official document, names the same speech about unequal wages, beside calls to protest without permission. So both sides report the speech, and part on whether it was a crime.",
                "counter": [
                    "eurasianet-2012-03-sokolova-release.03",
                    "un-2012-08-24-kazakhstan-reply.02",
                ],
                "answer_to_counter": "A confession weighs a lot, but this one is told together with her release from prison, we have it from a newspaper that quotes the ruling, and activists are said to have seen it as forced. That a court found the strike illegal does not make each word about wages a crime.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: they were held to account by the law as it stood, probably. The points are the same.",
            {
                "position": "they were lawfully held to account",
                "claim": "By the law as courts read it at the time, the leaders probably answered for acts of their own.",
                "evidence": [
                    "un-2012-08-24-kazakhstan-reply.02",
                    "hrw-2011-08-sokolova-trial.04",
                    "eurasianet-2012-03-sokolova-release.03",
                ],
                "reasoning": "The government gives a day for the ruling on the strike at her company, and it came before the indictment. The indictment names acts that somebody can check: calling workers to protests without permission. By the ruling that a newspaper quotes, she later said that she was guilty. Persecution, in contrast, is a conclusion, drawn by people who stood up for the workers, however carefully they report.",
                "counter": [
                    "hrw-letter-2012.163",
                    "iphr-2011-10-18-briefing.02",
                ],
                "answer_to_counter": "Human Rights Watch says that she was charged for speaking about pay. If the law forbids too much, that speaks against the law; my answer is only that it was applied. The two groups themselves write that motives appear political, which is a hedge and not a proof.",
                "confidence": "probable",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "strikers and their leaders were persecuted",
                "claim": "Everybody knows that they were punished for nothing.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "they were lawfully held to account",
                "claim": "Everybody knows that they broke the law.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "02.11": (
        Model(
            "A good answer: one paper from each side of the dispute",
            {
                "first": "minutes",
                "second": "letters",
                "why": "Each side could check the other. If the minutes record meetings in July to which nobody from the strikers came, the company's sentence holds; if the letters ask for talks and have no answer, it does not. Both makers have an interest, so I would trust most what stands in both, and neither shows why somebody stayed away.",
            },
        ),
        Model(
            "Another good answer with two other sources: makers who are on neither side of the dispute, or claim to be",
            {
                "first": "commission",
                "second": "films",
                "why": "The commission could show on what terms dismissals were paused, and whether the strikers knew of the offer. A film would show the tone of a meeting without anybody's memory in between. But the state oil company sat on the commission, and a camera is only there when it is let in, so a meeting that is missing may still have happened.",
            },
        ),
        Model(
            "A weak answer: no reasons, nothing that it would change",
            {"first": "minutes", "second": "minutes", "why": "They show the truth."},
            good=False,
        ),
    ),
    "02.12": (Model("By the tables", _changing_voices()),),
}

CHECKS = {
    "02.1": room_left,
    "02.2": directness,
    "02.3": what_kantor_says,
    "02.4": two_dates,
    "02.5": no_more_than_the_group,
    "02.6": two_peaks,
    "02.7": official_months,
    "02.8": same_number,
    "02.9": said_by_the_core,
    "02.10": persecuted_or_held_to_account,
    "02.11": two_sources,
    "02.12": changing_voices,
}
