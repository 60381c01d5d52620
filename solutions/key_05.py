"""The key to lesson 05. Every right answer is computed from the tables; the sentences say why it is right."""

from dataclasses import replace

from zhanaozen import checks, evidence, judgement, tables, text
from zhanaozen.checks import Feedback
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_05 as asked
from zhanaozen.tasks import task

#: The answer to "killed_by_police_fire" that leaves it open.
OPEN = "it is not said whose fire killed"


def _claims(ids) -> dict[str, Claim]:
    return {i: tables.claim(i) for i in ids}


def _names(task_id: str) -> dict[str, str]:
    """Return the items of a task in the words in which it shows them."""
    return {item.key: item.words for item in task(task_id).items}


def _because(c: Claim, what: str) -> str:
    return f"{text.who(c)} ({c.source.publisher}, {c.locator}): {what}"


def units_of_sixty_four(value) -> Feedback:
    """05.1: the unit of each claim."""
    claims = _claims(asked.SIXTY_FOUR)
    return checks.match(
        value,
        {i: c.unit for i, c in claims.items()},
        {i: _because(c, f"“{c.phrase}” counts {c.unit}.") for i, c in claims.items()},
        _names("05.1"),
    )


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
    return checks.number(value, gap, hospital.unit, reason)


def days_of_the_official_count(value) -> Feedback:
    """05.4: order by the day on which each was said; claims of one day may stand either way."""
    claims = _claims(asked.OFFICIAL_DAYS)
    days = sorted({c.said_on for c in claims.values()})
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    return checks.order(
        value,
        ranks,
        {i: f"{text.number(c)}: said on {text.day(c.said_on)}, for {text.place(c)}." for i, c in claims.items()},
        _names("05.4"),
    )


def prosecutor_by_18_december(value) -> Feedback:
    """05.5: lowest and highest number for Zhanaozen alone from that office by that day."""
    known = [
        c
        for c in evidence.claims_on("killed", said_by="2011-12-18", place_id="zhanaozen")
        if c.voice == "prosecutor_general" and c.unit == "people killed"
    ]
    numbers = [v for c in known for v in (c.value_low, c.value_high) if v is not None]
    steps = list(dict.fromkeys(f"{text.number(c)} ({text.day(c.said_on)})" for c in known))
    return checks.number_range(value, min(numbers), max(numbers), f"By then the office had said {text.listing(steps)}.")


def directness(value) -> Feedback:
    """05.6: how each speaker knows."""
    claims = _claims(asked.HOW_KNOWN)
    reasons = {i: _because(c, f"{text.DIRECTNESS[c.directness]}. {c.claim}") for i, c in claims.items()}
    return checks.match(value, {i: c.directness for i, c in claims.items()}, reasons, _names("05.6"))


def same_count_across_sides(value) -> Feedback:
    """05.7: those of the claims that belong to a figure shared by opposed sides."""
    shared = {c.claim_id for f in evidence.shared_by_opposed(evidence.claims_on("wounded")) for c in f.claims}
    claims = _claims(asked.AT_THE_HOSPITAL)
    reasons = {i: _because(c, f"{text.number(c)}; {c.scope or text.place(c)}.") for i, c in claims.items()}
    found = checks.pick(value, [i for i in claims if i in shared], reasons)
    caution = "All of them may rest on one hospital register: the same number on two sides is not yet two counts."
    return replace(found, reasons=(*found.reasons, caution)) if found.right else found


def voices_behind_fifteen(value) -> Feedback:
    """05.8: the number of independent voices among three claims."""
    claims = _claims(asked.FIFTEEN)
    voices = {c.voice for c in claims.values()}
    told = text.listing([f"{text.who(c)} in {c.source.publisher}" for c in claims.values()])
    shown = f"The number is given by {told}. Two name the authorities as its owner; Kantor names nobody, and no count of her own."
    return checks.choice(
        value,
        str(len(voices)),
        {
            "3": f"Different authors are not different counts. {shown}",
            "2": f"The side an author stands on does not make a count. {shown}",
            "1": f"{shown} So one count can be shown. If you hold that Kantor had another source, you would have to show it.",
            "0": f"A count without names can still be a count; it is weaker, since nobody can check it. {shown}",
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
    claims = _claims(asked.OFFICIAL_TOTALS)
    reasons = {
        i: _because(c, f"{text.number(c)}, {text.place(c)}" + (f" ({c.scope})." if c.scope else "."))
        for i, c in claims.items()
    }
    return checks.match(value, {i: c.place_id for i, c in claims.items()}, reasons, _names("05.10"))


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
}
