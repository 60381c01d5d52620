"""The key to lesson 07. Every right answer is computed from the tables; the sentences say why it is right."""

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_07 as asked
from zhanaozen.tasks import task


def counts_of_one_judgment(value) -> Feedback:
    """07.1: the unit of each of Kantor's numbers."""
    found = claim_checks.column(value, task("07.1"), "unit", lambda c: f"“{c.phrase}” counts {c.unit} ({c.scope}).")
    by_unit = {c.unit: c.value_low for c in claim_checks.claims_of(task("07.1")).values()}
    tried, convicted, jailed, suspended, amnestied, acquitted = (by_unit.get(unit, 0) for unit in asked.OUTCOMES)
    sums = (
        f"Her numbers add up: {amnestied} and {suspended} and {jailed} make {convicted}, "
        f"and {convicted} and {acquitted} make {tried}. That shows care in counting, and nothing about the verdicts."
    )
    whole = amnestied + suspended + jailed == convicted and convicted + acquitted == tried
    return found.with_caution(sums) if whole else found


def swapped(value) -> Feedback:
    """07.2: the count that is shown with a unit of another."""
    return claim_checks.swapped_unit(value, task("07.2"))


def hedge_of_a_charge(value) -> Feedback:
    """07.3: the words with which Kantor leaves a charge open."""
    c = tables.claim(asked.TO_PROVE)
    reason = f"“{c.hedge}” says whose view it is, and that a court has still to decide. An accused person is not a convicted one, police officer or striker."
    return checks.quote(value, c.hedge, task("07.3").passage, reason)


def counts_in_texts(value) -> Feedback:
    """07.4: what each text does with each count of the trial of the 37."""
    asks = task("07.4")
    verdicts = evidence.claims_on("verdicts")
    stances, told = {}, {}
    for row in asks.rows:
        for col in asks.columns:
            count = tables.claim(col.key)
            theirs = [
                c for c in verdicts if c.source_id == row.key and (c.event_id, c.unit) == (count.event_id, count.unit)
            ]
            same = [c for c in theirs if (c.value_low, c.value_high) == (count.value_low, count.value_high)]
            stances[row.key, col.key] = "says" if same else "contradicts" if theirs else "silent"
            others = [c for c in verdicts if c.source_id == row.key and c.unit == count.unit]
            told[row.key, col.key] = f"{col.words}: " + _why(row.words, same or theirs, others)
    found = claim_checks.grid(value, asks, stances, told)
    return found.with_caution(
        "To say otherwise is not yet to be wrong: two texts may not count in the same way, and not all say how they count.",
    )


def _why(row: str, theirs: list[Claim], elsewhere: list[Claim]) -> str:
    if theirs:
        return "; ".join(claim_checks.because(c, c.claim) for c in theirs)
    if elsewhere:
        return f"{row} is silent on this trial. It speaks of another: {' '.join(c.claim for c in elsewhere)}"
    return f"{row} gives no such count."


def same_count_on_two_sides(value) -> Feedback:
    """07.5: those of the claims that belong to a figure which opposed sides share."""
    claims = evidence.claims_on("tried", "verdicts", "police_tried")
    shared = {c.claim_id for figure in evidence.shared_by_opposed(claims) for c in figure.claims}
    found = claim_checks.picked(
        value,
        task("07.5"),
        lambda c: c.claim_id in shared,
        lambda c: (
            f"{text.number(c)}; {c.scope or c.event.title}."
            + ("" if c.claim_id in shared else " The official side and another do not share this number of this thing.")
        ),
    )
    return found.with_caution("To agree on how a trial ended is not to agree on whether it was fair.")


def seven_and_seven(value) -> Feedback:
    """07.6: the one sentence that holds for two equal terms."""
    hers, his = (tables.claim(i) for i in asked.SEVEN_YEARS)
    people = {d.defendant_id: d for d in tables.load().defendants}
    she, he = people["the_37.tuletaeva_roza"], people["police.utegaliev_kabdygali"]
    exact = {c.value_low for c in evidence.claims_on("prison_terms") if c.value_low == c.value_high}
    longer = sorted(n for n in exact if n > max(hers.value_low, his.value_low))
    holds = {
        "terms": hers.value_low == his.value_low,
        "served": all(int(d.released[:4]) - int(d.trial.end[:4]) >= d.term_years for d in (she, he)),
        "longest": not longer,
        "deeds": she.charge == he.charge,
    }
    right = next((option for option, true in holds.items() if true), "")
    return checks.choice(
        value,
        right,
        {
            "terms": f"Both first terms are {hers.value_low:g} years. This compares the terms and nothing else: the charges differ, and so does the time served.",
            "served": f"A term is not the time served. He was free in {text.day(he.released)}, a translator's note says [ageleuov-2020.107]; she was freed in {text.day(she.released)} [bureau-kaliev-2014-12-justice.01].",
            "longest": f"The list holds longer terms, each for one person: {text.listing([f'{n:g}' for n in longer])} years.",
            "deeds": f"No text says so. They were judged under different charges, as our table of defendants has them: hers “{she.charge}”, his “{he.charge}”. Equal numbers do not make the deeds equal.",
        },
    )


def no_more_than_jones(value) -> Feedback:
    """07.7: a sentence that keeps owner, both ends and unit."""
    asks = task("07.7")
    return rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)


def nineteen_told(value) -> Feedback:
    """07.8: what was said is counted, not what was done."""
    c = tables.claim(asked.NINETEEN)
    right = "told" if "alleging" in c.unit else "were"
    return checks.choice(
        value,
        right,
        {
            "told": f"“{c.phrase}” counts {c.unit}: what was said in court. That is a reason to look into it, not yet a finding.",
            "were": f"What is counted is {c.unit}. Ageleuov may believe them; in this claim he counts what they said.",
            "others": "To say nothing in court is not to say that nothing happened. The claim tells nothing about them.",
            "motive": "The claim says nothing about why they spoke. That somebody on trial has an interest is a question to ask, not a finding.",
        },
    )


def stands_on_torture(value) -> Feedback:
    """07.9: the position of each speaker."""
    asks = task("07.9")
    found = claim_checks.column(value, asks, "position", lambda c: f"{c.position}. {c.claim}")
    denied = evidence.question("torture").positions[1]
    bodies = [text.who(c) for c in claim_checks.claims_of(asks).values() if c.position == denied]
    return found.with_caution(
        f"The answers to the complaints come from: {'; '.join(bodies)}. No text that we read shows an independent inquiry into the complaints.",
    )


def days_of_the_officials(value) -> Feedback:
    """07.10: order by the day on which each was said."""
    asks = task("07.10")
    claims = claim_checks.claims_of(asks)
    days = sorted({c.said_on for c in claims.values()})
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    reasons = {i: f"{text.day(c.said_on)}: {c.claim}" for i, c in claims.items()}
    found = checks.order(value, ranks, reasons, claim_checks.names(asks))
    return found.with_caution(
        "The order shows what had been said before each statement. It does not show why a statement changed."
    )


def fairness(value) -> Feedback:
    """07.11: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.on_positions(value, asked.QUESTION)


#: What each record could show, and what not.
TELLS = {
    "judgment": "it could show what each person was found to have done, and on what evidence. It leaves out what the court did not let in.",
    "notes": "they could show who was heard and what the judge did when torture was named. Observers see the hall, not the questioning before it, and they too choose what to write down.",
    "file": "it could show who was asked and what was looked at. It is made by the office that had brought the charges.",
    "doctors": "they could show the state of a person on a certain day. They may come late, and a mark does not say who made it.",
    "weapons": "it could show which officer had which weapon. Witnesses said that weapons were given out without papers [fergananews-2012-05-weapons.02], so it may be missing or be made later.",
    "requests": "they could show what the defence was refused, and with what reason. They show one side's choice of what to ask.",
}


def wanted_next(value) -> Feedback:
    """07.12: reasons for two sources, whichever they are."""
    return wanted.wanted(value, task("07.12"), TELLS)


def _exactly_seven() -> list[Claim]:
    years = tables.claim(asked.SEVEN_YEARS[0]).value_low
    terms = [c for c in evidence.claims_on("prison_terms") if c.event_id]
    return [c for c in terms if c.value_low == c.value_high == years]


def trials_with_seven(value) -> Feedback:
    """07.13: the trials in which a text gives seven years exactly."""
    claims = _exactly_seven()
    events = {c.event_id: c.event.title for c in claims}
    reason = f"{len(claims)} claims, {len(events)} trials: {text.listing(list(events.values()))}. A term that many texts repeat is still one term."
    return checks.computed(value, sorted(events), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "07.7": (
        Model(
            "A good sentence",
            "Robert Jones writes that prison terms of 3 to 7 years were being handed out to oil workers.",
        ),
        Model(
            "Another good sentence",
            "In The Moscow Times, Jones, who campaigns for the strikers, puts the prison sentences between 3 and 7 years.",
        ),
        Model(
            "A weak sentence: owner and lower end are gone",
            "Everybody knows that the oil workers definitely got 7 years.",
            good=False,
        ),
    ),
    "07.11": (
        Model(
            "A good answer: fair, possibly, and in a narrow sense. It says in which sense, and lets the strongest claim against it set the limit.",
            {
                "position": "the trials were fair",
                "claim": "The hearings of the 37 possibly kept to the rules of the country, and were fair in that sense.",
                "evidence": [
                    "csp-2012-06-preliminary.03",
                    "kz-prosecutor-2012-07-12-pillay.01",
                    "khpg-reuters-2012-06-verdict.02",
                ],
                "reasoning": "Observers of a platform of rights groups, who gain nothing by praising the court, watched this trial and granted in June that Kazakh procedure was followed. The Prosecutor General says that observers were let in, and on this point his interest and their presence agree. The court also let 24 people go home, so it told the accused apart. These are three different voices, and the first one is independent of the state.",
                "counter": ["csp-2012-10-unfair.01", "ageleuov-2020.160"],
                "answer_to_counter": "The same observers called the trial unfair in October, and Ageleuov says that torture was left to the police to look into. I cannot answer that with what I have. So I speak of the hearings only, not of the questioning before them, and say no more than possible.",
                "confidence": "possible",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: not fair, probably. The points are the same.",
            {
                "position": "the trials were not fair",
                "claim": "The trial of the 37 was probably not fair, since nobody independent looked at how statements were got.",
                "evidence": ["ageleuov-2020.160", "amnesty-2013-annual-p1.05", "csp-2012-10-unfair.01"],
                "reasoning": "A trial is no better than the statements it rests on. Ageleuov says that the judge gave the reports of torture to the town's police; Amnesty tells of prosecutors who turned them down. They differ on who answered, but neither names an independent body, and police and prosecutors had an interest in the answer. Observers who had sat in the hall concluded the same.",
                "counter": ["kz-prosecutor-2012-07-12-pillay.01", "kantor-2012.56"],
                "answer_to_counter": "Open doors are worth something, and observers could follow the trial; but a public hearing does not show how a statement was made before it. Kantor speaks of other judgments, over Shetpe and the police. Against me is also that accused people gain if confessions fall, so I do not call it certain.",
                "confidence": "probable",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "the trials were not fair",
                "claim": "Everybody knows that it was a show.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "the trials were fair",
                "claim": "Everybody knows that the court was right.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "07.12": (
        Model(
            "A good choice: two records of the same complaints, made by opposed hands",
            {
                "first": "file",
                "second": "notes",
                "why": "If the prosecutors' file shows that the accused themselves were questioned about torture and by whom, the answer to the judge rests on something; if it only repeats the police, it does not. The office had brought the charges, so its file may leave out what speaks against it. The observers' notes could show what the accused said in the hall, but not what happened before.",
            },
        ),
        Model(
            "A good choice with other records: the reasons of the court, and what the defence was refused",
            {
                "first": "judgment",
                "second": "requests",
                "why": "I would read in the judgment whether each conviction has evidence of its own or whether anonymous witnesses carry most of them. If the requests show that the defence named other witnesses and was refused without a reason, I would call the trial less fair; if they were mostly granted, I would doubt the complaints. Each shows only what its maker chose to write.",
            },
        ),
        Model(
            "A weak choice: one record, and no word on what it would change",
            {"first": "weapons", "second": "weapons", "why": "It is important to know everything."},
            good=False,
        ),
    ),
    "07.13": (Model("By the tables", sorted({c.event_id for c in _exactly_seven()})),),
}

CHECKS = {
    "07.1": counts_of_one_judgment,
    "07.2": swapped,
    "07.3": hedge_of_a_charge,
    "07.4": counts_in_texts,
    "07.5": same_count_on_two_sides,
    "07.6": seven_and_seven,
    "07.7": no_more_than_jones,
    "07.8": nineteen_told,
    "07.9": stands_on_torture,
    "07.10": days_of_the_officials,
    "07.11": fairness,
    "07.12": wanted_next,
    "07.13": trials_with_seven,
}
