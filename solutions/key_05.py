"""The key to lesson 05. Every right answer is computed from the tables; the sentences say why it is right."""

from dataclasses import replace

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_05 as asked
from zhanaozen.tasks import task

#: The answer to "killed_by_police_fire" that leaves it open.
OPEN = "it is not said whose fire killed"


def units_of_sixty_four(value) -> Feedback:
    """05.1: the unit of each claim."""
    return claim_checks.column(value, task("05.1"), "unit", lambda c: f"“{c.phrase}” counts {c.unit}.")


def no_more_than_the_source(value) -> Feedback:
    """05.2: the option that keeps ceiling, unit and owner."""
    c = tables.claim("kostyuchenko-2018.01")
    right = "floor" if c.value_high is None else "ceiling" if c.value_low is None else "exact"
    return checks.choice(
        value,
        right,
        {
            "floor": "'At least' fixes the lower end. The source fixes the upper one: 'up to'.",
            "exact": "The hedge is gone, and so is the owner of the number.",
            "ceiling": f"It keeps the ceiling, the unit ({c.unit}) and whose number it is.",
            "unit": f"The source counts {c.unit}. Its author speaks of people shot two paragraphs later: another claim.",
        },
    )


def hospital_minus_prosecutor(value) -> Feedback:
    """05.3: hospital count less the prosecutor's, both of gunshot wounds."""
    hospital, prosecutor = tables.claim("hrw-letter-2012.19"), tables.claim("hrw-letter-2012.02")
    gap = hospital.value_low - prosecutor.value_low
    reason = f"The hospital worker's count is {hospital.value_low}, the prosecutor's {prosecutor.value_low}; both count {hospital.unit}. The letter does not explain the difference."
    found = checks.number(value, gap, hospital.unit, reason)
    if found.points != 0.5:
        return found
    return replace(found, reasons=("Read the quoted words of both claims: which words stand behind the number?",))


def days_of_the_official_count(value) -> Feedback:
    """05.4: order by the day on which each was said; claims of one day may stand either way."""
    return claim_checks.order_said(value, task("05.4"))


def prosecutor_by_18_december(value) -> Feedback:
    """05.5: lowest and highest number for Zhanaozen alone from that office by that day."""
    known = [
        c
        for c in evidence.claims_on("killed", said_by="2011-12-18", place_id="zhanaozen")
        if c.voice == "prosecutor_general" and c.unit == "people killed"
    ]
    numbers = [v for c in known for v in (c.value_low, c.value_high) if v is not None]
    steps = dict.fromkeys(
        f"{text.number(c) if c.value_high else 'no victims'} ({text.day(c.said_on)})"
        for c in sorted(known, key=lambda c: (c.said_on, c.value_low or 0))
    )
    told = f"By then the office had given for Zhanaozen: {text.listing(list(steps))}."
    return checks.number_range(value, min(numbers), max(numbers), told)


def directness(value) -> Feedback:
    """05.6: how each speaker knows."""
    return claim_checks.directness(value, task("05.6"))


def same_count_across_sides(value) -> Feedback:
    """05.7: those of the claims that belong to a figure shared by opposed sides."""
    shared = {c.claim_id for f in evidence.shared_by_opposed(evidence.claims_on("wounded")) for c in f.claims}
    found = claim_checks.picked(
        value,
        task("05.7"),
        lambda c: c.claim_id in shared,
        lambda c: f"{text.number(c)}; {c.scope or text.place(c)}.",
    )
    caution = "All of them may rest on one hospital register: the same number on two sides is not yet two counts."
    return found.with_caution(caution)


def voices_behind_fifteen(value) -> Feedback:
    """05.8: the number of independent voices among three claims."""
    claims = [tables.claim(i) for i in asked.FIFTEEN]
    voices = {c.voice for c in claims}
    told = text.listing([f"{text.who(c)} ({c.source.publisher}, {c.locator})" for c in claims])
    owners = "Look on each card for whose number it is, in the line 'Says'."
    return checks.choice(
        value,
        str(len(voices)),
        {
            "3": f"Different authors are not yet different counts. {owners}",
            "2": f"The side on which an author stands does not make a count. {owners}",
            "1": f"The owners of the number: {told}. Two authors name the authorities; Kantor names nobody, and no count of her own. If you hold that she had another source, you would have to show it.",
            "0": f"A count without names is harder to check, and that is a good objection. It is still a count. {owners}",
        },
    )


def silent_on_the_wounded(value) -> Feedback:
    """05.9: core documents without a number of wounded."""
    speaking: dict[str, list[Claim]] = {}
    for c in evidence.claims_on("wounded", core=True):
        if c.unit:
            speaking.setdefault(c.source_id, []).append(c)
    core = [s for s in tables.sources() if s.core]
    reasons = {
        s.source_id: f"{s.author or s.publisher} gives {text.listing([text.number(c) for c in speaking[s.source_id]])}."
        if s.source_id in speaking
        else f"{s.author or s.publisher} gives no number of people wounded in Zhanaozen; officers are left aside here. {s.standpoint_note}"
        for s in core
    }
    elsewhere = tables.claim("kantor-2012.61")
    reasons[elsewhere.source_id] += f" {elsewhere.claim}"
    return checks.pick(value, [s.source_id for s in core if s.source_id not in speaking], reasons)


def places_of_the_totals(value) -> Feedback:
    """05.10: the place that each official number is for."""
    return claim_checks.column(
        value,
        task("05.10"),
        "place_id",
        lambda c: f"{text.number(c)}, {text.place(c)}" + (f" ({c.scope})." if c.scope else "."),
    )


def agreed_across_sides(value) -> Feedback:
    """05.11: the statement that core documents of the official side and of others make; to leave it open is none."""
    answers = evidence.positions("killed_by_police_fire", evidence.claims_on("killed_by_police_fire", core=True))
    sides = {p: {evidence.SIDES[c.standpoint] for c in claims} for p, claims in answers.items()}
    [agreed] = [p for p, found in sides.items() if p != OPEN and "official" in found and len(found) > 1]
    reasons = {}
    for p, claims in answers.items():
        names = text.listing(sorted({text.who(c) for c in claims})) or "nobody"
        said = f"In the core documents this is said by {names}."
        if p == OPEN:
            reasons[p] = (
                f"In the core documents {names} leave it open, or speak of deaths without saying whose fire it was. "
                "That is no answer which the sides could share."
            )
        elif p == agreed:
            reasons[p] = (
                f"{said} They part over whether the fire was lawful and who brought it about. "
                "The prosecutor says it of some cases, not of every death."
            )
        else:
            reasons[p] = f"{said} So it is not shared by the official side and the others."
    return checks.choice(value, agreed, reasons)


def bearing(c: Claim) -> str | None:
    """Return the position on completeness that a claim speaks for, or None.

    An official number speaks for the official count, and a number of people killed or of bodies above every
    official one against it, whether or not the speaker says so. A denial speaks for neither.
    """
    if c.question_id == asked.QUESTION:
        return c.position
    complete, more, _ = evidence.question(asked.QUESTION).positions
    if c.question_id != "killed" or c.unit not in ("people killed", "bodies") or c.value_high == 0:
        return None
    if evidence.SIDES[evidence.voice_standpoint(c)] == "official":
        return complete
    number = c.value_high if c.value_low is None else c.value_low
    return more if number > _highest_official() else None


def _highest_official() -> float:
    official = [c for c in evidence.claims_on("killed") if evidence.SIDES[evidence.voice_standpoint(c)] == "official"]
    return max(v for c in official for v in (c.value_low, c.value_high) if v is not None)


def completeness(value) -> Feedback:
    """05.12: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.judgement(value, evidence.claims_on(asked.QUESTION, "killed"), bearing)


def no_more_than_the_prosecutors(value) -> Feedback:
    """05.13: a sentence that keeps owner, floor and unit."""
    asks = task("05.13")
    return rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)


def _killed_in_core() -> list[Claim]:
    return [c for c in evidence.claims_on("killed", core=True) if c.unit == "people killed"]


def voices_in_core(value) -> Feedback:
    """05.14: how many voices give a number of people killed in the core documents."""
    claims = _killed_in_core()
    voices = sorted({c.voice for c in claims})
    reason = f"{len(claims)} claims hold {len(voices)} voices: the same number is often passed on."
    return checks.computed(value, len(voices), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "05.12": (
        Model(
            "A good answer: the count is complete, probably. It says how the official numbers came about, and meets the strongest claims against it.",
            {
                "position": "the official count is complete",
                "claim": "The official count of the dead in Zhanaozen is probably close to complete.",
                "evidence": [
                    "hrw-letter-2012.03",
                    "oreanda-2011-12-21-kabylov.05",
                    "reuters-2012-01-26-police-prosecuted.02",
                ],
                "reasoning": "The town's commandant, the prosecutor and the official data that an agency quotes stay between 14 and 16 for Zhanaozen over five weeks, and the two deaths that the prosecutor sets apart can explain the difference. The higher numbers come at second hand, mostly from people whom nobody names, and no text read here shows that a named person is missing from the count.",
                "counter": [
                    "odf-2011-12-oil-river-counts.03",
                ],
                "answer_to_counter": "People who carried bodies gave an exact hour and a number, which weighs a lot; but we have it through one reporter, nobody is named, and it is not said how each person died.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: more people died than were counted, probably. The points are the same.",
            {
                "position": "more people died than were counted",
                "claim": "More people probably died in Zhanaozen than the official count says.",
                "evidence": [
                    "odf-2011-12-oil-river-counts.03",
                    "ageleuov-2020.21",
                    "jones-2012.03",
                    "uralskweek-2011-12-16-prosecutors-deny-deaths.02",
                ],
                "reasoning": "People who carried the dead speak of 64 bodies in the morgue, and eyewitnesses of about 70 victims; neither is an official count. A rights defender describes how certificates with another cause would keep people off it. All official numbers come from the state whose police fired, and its prosecutors first denied any victims, so it had an interest in a low count.",
                "counter": [
                    "hrw-letter-2012.03",
                    "oreanda-2011-12-21-kabylov.05",
                ],
                "answer_to_counter": "The prosecutor prosecutes officers and gives his count in public, which speaks for him; but no list of his is among the texts, and the commandant insists on his count without saying in what we read how it was checked.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer that leaves the question open. It says why, and what would settle it.",
            {
                "position": "the sources seen do not settle it",
                "claim": "From the sources seen here nobody can say whether the official count is complete.",
                "evidence": [
                    "rferl-2011-12-21-video.04",
                    "campaignkazakhstan-2012-01-12.06",
                    "hrw-letter-2012.03",
                ],
                "reasoning": "A broadcaster could not check the higher toll, and a reporter who looked for the dead found them hard to count, partly since not all bodies had been released. The official number changed from statement to statement. Nobody prints a list of names with which a register could be compared, and most texts repeat somebody else's count.",
                "counter": [
                    "oreanda-2011-12-21-kabylov.05",
                    "odf-2011-12-oil-river-counts.03",
                ],
                "answer_to_counter": "The commandant insists on one number and people who carried bodies give another; each speaks firmly, but neither shows a list or says how it was checked.",
                "confidence": "open",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "more people died than were counted",
                "claim": "Everybody knows that it was not the real number.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "the official count is complete",
                "claim": "Everybody knows that it was the real number.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "05.13": (
        Model(
            "A good sentence",
            "Prosecutors put the injured in Zhanaozen at more than 70 on 17 December 2011.",
        ),
        Model(
            "Another good sentence",
            "By the word of the Prosecutor General's Office, as a text quotes it, over 70 people were hurt there; how is not said in these words.",
        ),
        Model(
            "A weak sentence: owner and hedge are gone",
            "Everybody knows that the police shot 70 of the townspeople.",
            good=False,
        ),
    ),
    "05.14": (Model("By the tables", len({c.voice for c in _killed_in_core()})),),
}

CHECKS = {
    "05.1": units_of_sixty_four,
    "05.2": no_more_than_the_source,
    "05.3": hospital_minus_prosecutor,
    "05.4": days_of_the_official_count,
    "05.5": prosecutor_by_18_december,
    "05.6": directness,
    "05.7": same_count_across_sides,
    "05.8": voices_behind_fifteen,
    "05.9": silent_on_the_wounded,
    "05.10": places_of_the_totals,
    "05.11": agreed_across_sides,
    "05.12": completeness,
    "05.13": no_more_than_the_prosecutors,
    "05.14": voices_in_core,
}
