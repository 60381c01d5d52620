"""The key to lesson 01. Every right answer is computed from the tables; the sentences say why it is right."""

import itertools
import re
from dataclasses import replace

from zhanaozen import checks, claim_checks, dates, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback, Note
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_01 as asked
from zhanaozen.tasks import task

#: The answer that it was about pay and work.
PAY_AND_WORK = evidence.question(asked.QUESTION).positions[0]
#: Words that keep Ageleuov's amount apart from other pay.
_KIND = re.compile(r"\b(declar|above[- ]?board|official|on paper)", re.IGNORECASE)
#: Words that add whose pay it is or for how long, and words with which a sentence says that this is not stated.
_ADDED = re.compile(
    r"\b(every|each|all|monthly|yearly|annual|(a|per) (month|year)|workers?|oilmen|strikers?)\b", re.IGNORECASE
)
_UNSAID = re.compile(r"\b(not|without|no|nor|unclear|unknown|whether)\b|n['’]t\b", re.IGNORECASE)


def another_measure(value) -> Feedback:
    """01.1: the one amount whose measure does not stand in its claim's scope."""
    claims = {i: tables.claim(i) for i in asked.SHOWN_AS}
    [swapped] = [i for i, of in asked.SHOWN_AS.items() if of not in claims[i].scope]
    reasons = {i: claim_checks.because(c, f"{text.number(c)}; {c.scope}.") for i, c in claims.items()}
    other = tables.claim(asked.DECLARED)
    reasons = {i: why if i == swapped else f"{why} So it is shown as its text has it." for i, why in reasons.items()}
    reasons[swapped] += f" It is {text.number(other)} that the same speaker calls the amount above board."
    return checks.choice(value, swapped, reasons)


def declared_pay(value) -> Feedback:
    """01.2: a sentence that keeps owner, range, unit and what kind of pay it is, and adds no month and no workers."""
    asks = task("01.2")
    found = rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)
    words = value if isinstance(value, str) else ""
    kind = Note(
        "It says what kind of pay is meant",
        bool(_KIND.search(words)),
        "keep the word that sets it apart from other pay",
    )
    bare = Note(
        "It adds neither whose pay it is nor for how long",
        bool(words) and (not _ADDED.search(words) or bool(_UNSAID.search(words))),
        "read on the card what is not said, and leave it open",
    )
    reasons = (*found.reasons, kind.told, bare.told)
    if kind.met and bare.met:
        return replace(found, reasons=reasons)
    met = sum(reason.startswith("Yes") for reason in reasons)
    summary = f"{met} of {len(reasons)} points hold."
    return replace(found, points=min(found.points, 0.8), summary=summary, reasons=reasons)


def people_by_end_of_2011(value) -> Feedback:
    """01.3: lowest and highest number of inhabitants said by the end of 2011."""
    known = [c for c in evidence.claims_on("population", said_by=asked.END_OF_2011) if c.unit]
    numbers = [v for c in known for v in (c.value_low, c.value_high) if v is not None]
    told = text.listing([f"{text.who(c)} ({text.number(c)})" for c in known])
    sides = text.listing(sorted({c.standpoint for c in known}))
    census = [c for c in evidence.claims_on("population") if c.when_start == "2009"]
    later = text.listing([text.number(c) for c in census])
    reason = (
        f"By then we hold {told}; standpoint: {sides}. "
        f"Two encyclopedia entries, written later, give two results of the census of 2009: {later}."
    )
    return checks.number_range(value, min(numbers), max(numbers), reason)


def no_amount_of_pay(value) -> Feedback:
    """01.4: core documents without an amount of pay."""
    core = [s for s in tables.sources() if s.core]
    amounts: dict[str, list[Claim]] = {}
    for c in evidence.claims_on("wages", core=True):
        if c.unit:
            amounts.setdefault(c.source_id, []).append(c)
    reasons = {}
    for s in core:
        name = s.author or s.publisher
        if s.source_id in amounts:
            told = text.listing([f"{text.number(c)} ({c.scope})" for c in amounts[s.source_id]])
            reasons[s.source_id] = f"{name} gives {told}."
        else:
            on_pay = [
                c for c in tables.claims() if c.source == s and (c.topic == "wages" or c.position == PAY_AND_WORK)
            ]
            on_pay.sort(key=lambda c: c.topic != "wages")
            reasons[s.source_id] = " ".join((f"{name} gives no amount.", *(c.claim for c in on_pay[:1])))
    return checks.pick(value, [s.source_id for s in core if s.source_id not in amounts], reasons)


def how_sure_of_the_year(value) -> Feedback:
    """01.5: the hedge of the company's forecast."""
    c = tables.claim(asked.ABOUT_THE_YEAR)
    reason = f"“{c.hedge}” holds two things back: the number is expected and not counted, and it is not exact. Meant is: {c.scope}."
    return checks.quote(value, c.hedge, task("01.5").passage, claim_checks.because(c, reason))


def days_of_the_loss(value) -> Feedback:
    """01.6: order by the day on which each was said; claims of one day may stand either way."""
    found = claim_checks.order_said(value, task("01.6"))
    if not found.right:
        return found
    claims = evidence.in_order_said(tables.claim(i) for i in asked.OIL_LOST)
    told = [f"{text.day(c.said_on)}: {text.number(c)}; {c.scope or 'not stated of what'}." for c in claims]
    caution = "So they are not six values of one thing: oil lost so far, oil expected to be lost in the year, and a fall against the year before stand side by side."
    return replace(found, reasons=(*told, caution))


def _paces() -> tuple[float, float]:
    """Return the tonnes lost a day, by the company's counts, until the first count and between the two."""
    first, second = (tables.claim(i) for i in asked.ON_THE_WAY)
    begun, one, two = (dates.first_day(d) for d in (first.when_start, first.when_end, second.when_end))
    return first.value_low / (one - begun).days, (second.value_low - first.value_low) / (two - one).days


def two_counts_on_the_way(value) -> Feedback:
    """01.7: the option that keeps to the pace of the loss."""
    before, after = (round(pace, -2) for pace in _paces())
    paces = f"about {before:,.0f} tonnes a day until the first count, about {after:,.0f} between the two"
    falling, peak = tables.claim("kmgep-2011-06-28-update-umg.02"), tables.claim("lada-2011-07-number-of-strikers.01")
    return checks.choice(
        value,
        "faster" if after > before else "same",
        {
            "strikers": f"The two counts are of oil and not of people. Of people the company says: {text.number(falling)} ({falling.scope}) [{falling.claim_id}], {text.number(peak)} ({peak.scope}) [{peak.claim_id}]. So it may be so; but these are other statements, and oil can be lost for other reasons too.",
            "same": f"Divide: {paces}.",
            "faster": f"Divide: {paces}. The sentence gives no reason, since the counts give none. How the company counted, it does not say.",
            "padded": f"Nobody else gives tonnes, so nobody here can show this, and nobody can rule it out. The counts give a pace: {paces}.",
        },
    )


def directness(value) -> Feedback:
    """01.8: how each statement is known."""
    return claim_checks.directness(value, task("01.8"))


def march_2010(value) -> Feedback:
    """01.9: the option that keeps to what one text tells of one strike."""
    ruling, end = (tables.claim(i) for i in asked.MARCH_2010)
    told = f"{ruling.claim} {end.claim}"
    one_text = ruling.source == end.source and ruling.event == end.event
    return checks.choice(
        value,
        "both" if one_text else "always",
        {
            "wrong": f"How a strike ends says nothing on whether a ruling was right. The blog gives both: {told}",
            "both": f"It keeps both and adds nothing. On the text: {ruling.source.standpoint_note}",
            "hope": f"The blog wrote this on {text.day(ruling.said_on)}, so it cannot say why people struck in 2011. To join the two is an inference.",
            "always": f"Two claims on one strike carry no rule for all strikes. {told}",
        },
    )


def says_otherwise_or_is_silent(value) -> Feedback:
    """01.10: what each text does with each statement."""
    grid, stances, told = task("01.10"), {}, {}
    for question_id in asked.COMPARED:
        of_question = tuple(c for c in grid.columns if c.key in evidence.question(question_id).positions)
        found = claim_checks.stances_on_positions(replace(grid, columns=of_question), evidence.claims_on(question_id))
        stances |= found[0]
        told |= found[1]
    work, protest, _ = (c.key for c in grid.columns)
    told["kmgep-2011-06-28-update-umg", work] += " It speaks of a dispute, and not of what the dispute is about."
    told["un-2012-08-24-kazakhstan-reply", protest] += (
        f" On its card: {tables.claim('un-2012-08-24-kazakhstan-reply.04').scope}."
    )
    return claim_checks.grid(value, grid, stances, told)


def bearing(c: Claim) -> str | None:
    """Return the position on work or politics that a claim speaks for, or None.

    Who says that opposition politicians stirred it up speaks for outsiders, whether or not the word is used.
    """
    if c.question_id == asked.QUESTION:
        return c.position
    _, _, outsiders, _ = evidence.question(asked.QUESTION).positions
    stirred = evidence.question("opposition_blamed").positions[0]
    return outsiders if c.position == stirred else None


def work_or_politics(value) -> Feedback:
    """01.11: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.judgement(value, evidence.claims_on(asked.QUESTION, "opposition_blamed"), bearing)


#: What each source could show, and what not.
TELLS = {
    "slips": "They could show what was paid, and which extras stand on the slip. One crew is not the whole company, and what was owed does not stand on a slip.",
    "payroll": "It could show what was paid to everybody, extra by extra. Its maker is one side of the dispute.",
    "decree": "It could show what was promised, to whom and from when. It does not show what was paid.",
    "file": "It could show what each side put before the court, and what the court did not look at. What nobody handed in is not in it.",
    "union": "They could show what workers were told that they were owed. Their maker is the other side of the dispute, and was itself divided.",
    "tax": "It could show the sum that was paid, booked by neither side. It may not show which extras were in it.",
    "forms": "They could show pay by kind of work, so that no mean hides it. The numbers come from the companies.",
}


def two_sources(value) -> Feedback:
    """01.12: reasons for two sources that can check each other."""
    return wanted.wanted(value, task("01.12"), TELLS)


def _parting_years() -> list[str]:
    rows = tables.load().indicators
    price = {i.period: i.value for i in rows if i.series_id == "brent_year"}
    output = {
        i.period: i.value for i in rows if i.series_id == "kazakhstan_oil_production" and i.source_id == "gapminder-ei"
    }
    pairs = itertools.pairwise(sorted(price.keys() & output.keys()))
    return [year for last, year in pairs if (price[year] > price[last]) != (output[year] > output[last])]


def parting_years(value) -> Feedback:
    """01.13: the years in which price and output moved in opposite directions."""
    reason = "In most years they moved the same way. That two series move together, or part, does not show that one moves the other."
    return checks.computed(value, _parting_years(), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "01.2": (
        Model(
            "A good sentence",
            "Ageleuov puts the declared pay at 150,000 to 170,000 tenge, without saying whose pay it was or for how long.",
        ),
        Model(
            "Another good sentence",
            "In an interview of 2020 Galym Ageleuov says that 150,000 to 170,000 tenge was the amount paid above board; a month or a year is not named.",
        ),
        Model(
            "A weak sentence: the owner, one end and the kind of pay are gone",
            "Everybody knows that no oil worker got more than 150,000 tenge.",
            good=False,
        ),
    ),
    "01.11": (
        Model(
            "A good answer: it was about pay and work, probably. It says why voices from opposed sides weigh more together, and meets the call to resign.",
            {
                "position": "it was a dispute about pay and work",
                "claim": "The dispute was probably about pay and work, also when others saw politics in it.",
                "evidence": [
                    "un-2012-08-24-kazakhstan-reply.04",
                    "kantor-2012.17",
                    "hrw-2012-09-striking-oil.04",
                    "odf-2011-07-13-crackdown.02",
                ],
                "reasoning": "The government answers UN experts, Kantor defends the authorities, Human Rights Watch presses for labour rights, and all three name pay or work. With such different interests they had no reason to agree on a story. The list of demands is the closest source that I have, since it is a document of the strikers from the middle of the strike, and the line that we hold of it asks for money.",
                "counter": ["jones-2012.21", "ageleuov-2020.55"],
                "answer_to_counter": "Jones reports a call on the president to resign, which would be politics; but no day stands with it, and the government says that there was no such call. Ageleuov speaks of what refusals and arrests made of the strike later, and he too puts pay at the beginning.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with another conclusion: it became a protest against those in power too, probably. The points are the same.",
            {
                "position": "it was also a protest against those in power",
                "claim": "It began over pay and probably became a protest against those in power as well.",
                "evidence": ["jones-2012.21", "rferl-2012.15", "ageleuov-2020.73"],
                "reasoning": "Three sources, each in a voice of its own, tell of things that an employer alone cannot grant: a call on the president to go, anger at how the government holds labour rights, strikers who left the ruling party together. RFE/RL reports how the demonstrators saw it, and Ageleuov names an act that lists of members could prove. None of them was written on the day, but they point one way, and all of them put pay first. So I say: as well.",
                "counter": ["un-2012-08-24-kazakhstan-reply.04", "kantor-2012.17"],
                "answer_to_counter": "The government says that nobody asked the authorities to resign, and Kantor that politics had no part in it. In what I read neither shows how they know this of seven months, and a state has a reason not to hear a protest against itself. It does keep me from being certain.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with a third conclusion: outsiders made it political, possibly. It says that the outsiders are not the same ones.",
            {
                "position": "outsiders made it political",
                "claim": "It began over pay, and outsiders with aims of their own possibly made it political.",
                "evidence": [
                    "eurasianet-2012-kozlov-appeals.04",
                    "bne-2011-09-kazakhstan-simmers.04",
                    "kantor-2012.18",
                ],
                "reasoning": "Prosecutors argued it, Kantor writes of envoys who fed the conflict, and a business magazine saw politics mixed in three months before December. The magazine had no interest in a later trial, so its report weighs with me. But the magazine means clans and regional politicians, the other two the opposition; what prosecutors argue is not yet proof; and none of these sources, in what I read, shows a letter or a payment. So possible, and no more.",
                "counter": ["kantor-2012.17", "ageleuov-2020.55"],
                "answer_to_counter": "Kantor herself says that the strike had nothing to do with politics, so by her account it can only have been fed from beside it. Ageleuov explains the turn by refusals and arrests and needs no outsiders for it; both may have happened, which makes my answer weaker but not impossible.",
                "confidence": "possible",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "it was a dispute about pay and work",
                "claim": "Everybody knows that they only wanted their money.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "outsiders made it political",
                "claim": "Everybody knows that they were sent by somebody.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "01.12": (
        Model(
            "A good answer: what was owed, and what was paid",
            {
                "first": "decree",
                "second": "slips",
                "why": "The decree would show what was owed: if it gives 1.8 for this work, the workers had a ground, and if it speaks of another branch, they had none. The slips would show whether it was paid. But one crew is not the whole company, and a decree may have been changed later, so I would still say of whom and of which years this holds.",
            },
        ),
        Model(
            "Another good answer with two other sources: one from each side of the dispute",
            {
                "first": "payroll",
                "second": "union",
                "why": "If the payroll lists the extra for every month, the court's finding holds; if it is missing, it does not. The minutes would tell whether workers had been told a larger number than any rule gives. Each maker has an interest of its own, so I would trust most what both of them show, and ask what may be left out where they part.",
            },
        ),
        Model(
            "A weak answer: no reasons, nothing that it would change",
            {"first": "slips", "second": "slips", "why": "They show the truth."},
            good=False,
        ),
    ),
    "01.13": (Model("By the tables", _parting_years()),),
}

CHECKS = {
    "01.1": another_measure,
    "01.2": declared_pay,
    "01.3": people_by_end_of_2011,
    "01.4": no_amount_of_pay,
    "01.5": how_sure_of_the_year,
    "01.6": days_of_the_loss,
    "01.7": two_counts_on_the_way,
    "01.8": directness,
    "01.9": march_2010,
    "01.10": says_otherwise_or_is_silent,
    "01.11": work_or_politics,
    "01.12": two_sources,
    "01.13": parting_years,
}
