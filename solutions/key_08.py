"""The key to lesson 08. Every right answer is computed from the tables; the sentences say why it is right."""

import re

from zhanaozen import checks, claim_checks, evidence, judgement, rewriting, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim, Indicator, Series
from zhanaozen.tasks import lesson_08 as asked
from zhanaozen.tasks import task


def reasons_for_closing(value) -> Feedback:
    """08.1: the position of each speaker."""
    asks = task("08.1")
    found = claim_checks.column(value, asks, "position", lambda c: f"{c.claim} The reason: {c.position}.")
    official = [c for c in claim_checks.claims_of(asks).values() if evidence.SIDES[c.standpoint] == "official"]
    return found.with_caution(
        f"{len(official)} of these claims pass on official words, in {len({c.voice for c in official})} voices: two statements of one office are one voice. "
        "What the court held is known here only through groups that defend the press. To pass on a reason is not to share it.",
    )


def held_by_both(value) -> Feedback:
    """08.2: the statement that an official voice and another make, each in its own name."""
    stated = {o: tuple(tables.claim(i) for i in ids) for o, ids in asked.ON_THE_LINES.items()}
    right = next((o for o, claims in stated.items() if evidence.Answer(claims).opposed), "")
    whose = {o: " ".join(claim_checks.because(c, c.claim) for c in claims) for o, claims in stated.items()}
    return checks.choice(
        value,
        right,
        {
            "kept": f"Only one side says this. {whose['kept']} The ministry gives another reason.",
            "damaged": f"Both texts have it, and it is one voice: Reporters Without Borders passes on what officials say. {whose['damaged']}",
            "twitter": f"Two groups say this, and they differ on the day when it came back. Of the ministry we hold no word on Twitter. {whose['twitter']}",
            "lost": f"{whose['lost']} They agree on what was lost and differ on why. Both could be right, each of another place or line.",
        },
    )


def silent_on_speaking(value) -> Feedback:
    """08.3: core documents without a claim on the question."""
    claims = evidence.claims_on("memory_open", core=True)
    silent = evidence.silent([i.key for i in asked.CORE], "memory_open")
    first = {c.source_id: c for c in reversed(claims)}
    texts = tables.load().by_key("sources")
    day = tables.load().by_key("events")["first_anniversary"].start
    reasons = {}
    for item in asked.CORE:
        published = texts[item.key].published
        when = f"It is of {text.day(published)}" + (
            ", before the first anniversary" if published < day[: len(published)] else ""
        )
        reasons[item.key] = (
            f"{item.words} does give an answer. {claim_checks.because(first[item.key], first[item.key].claim)}"
            if item.key in first
            else f"{item.words}: we hold no claim of it on this. {when}."
        )
    found = checks.pick(value, silent, reasons)
    sides = {evidence.SIDES[texts[s].standpoint] for s in silent}
    both = "A text that defends the state and one that accuses it: silence does not follow sides here. "
    return found.with_caution(
        f"{both if len(sides) > 1 else ''}Not to speak of mourning is not to deny it: what was each text written for?",
    )


def meal_and_square(value) -> Feedback:
    """08.4: the sentence that keeps owner, year, and what was refused."""
    meal, square, earlier = (tables.claim(i) for i in (asked.MEAL, asked.SQUARE, asked.BAN_OF_2012))
    limits_place = "square" in (square.scope or "") and "allowed" in (square.scope or "")
    return checks.choice(
        value,
        "place" if limits_place else "banned",
        {
            "banned": f"{meal.claim} What he refused is narrower: {square.scope}.",
            "place": f"{meal.claim} {square.claim} We have it from one side: the mayor's own words are not among our texts.",
            "fear": f"That reason is of {text.day(earlier.said_on)} and of another act: {earlier.claim} In the claims on {text.day(square.said_on)} the mayor's reason is not told.",
            "free": f"{square.claim} Leave for one place is not leave for each.",
        },
    )


#: Words with which a reason for holding back would be given.
_REASON = re.compile(r"\b(because|since|afraid|fear\w*|shield\w*|protect\w*|indifferen\w*|car(?:e|ed|ing))\b")


def two_silences(value) -> Feedback:
    """08.5: the sentence without a reason, since neither claim gives one."""
    twins, spokesman = tables.claim(asked.TWINS), tables.claim(asked.SPOKESMAN)
    told = [c for c in (twins, spokesman) if _REASON.search(f"{c.claim} {c.phrase}".lower())]
    same = f"{twins.claim} {spokesman.claim}"
    return checks.choice(
        value,
        "fear" if told else "held",
        {
            "fear": f"It may be so, and other texts speak of fear [kostyuchenko-2018.29, hrw-letter-2012.185]. These two claims do not: {same}",
            "care": f"The spokesman may have thought so. What we hold of him does not say it: {spokesman.claim}",
            "shield": f"To give no active support is not yet to shield anybody. What we hold of the spokesman gives no reason: {spokesman.claim}",
            "held": f"{same} Neither says why. A prosecutor could hear a lack of support in it, a reporter could hear fear. Both would be readings.",
            "all": "Two teenagers, and people who gave no active support, are not everybody. In the same essay wounded people talk of new jobs and a shop owner of her lawsuit [kostyuchenko-2018.27, kostyuchenko-2018.42].",
        },
    )


def official_names(value) -> Feedback:
    """08.6: order by the day on which each was said; names of one day may stand either way."""
    asks = task("08.6")
    claims = claim_checks.claims_of(asks)
    days = sorted({c.said_on for c in claims.values()})
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    reasons = {i: f"{text.day(c.said_on)}: {asked.OFFICIAL_NAMES[i]} ({text.who(c)})." for i, c in claims.items()}
    found = checks.order(value, ranks, reasons, claim_checks.names(asks))
    said = {d: [i for i, c in claims.items() if c.said_on == d] for d in days}
    translated = [
        f"On {text.day(d)} one office has two names in two English texts: {text.listing([asked.OFFICIAL_NAMES[i] for i in ids])}. The English word may be the choice of whoever translated."
        for d, ids in said.items()
        if len(ids) > 1 and len({claims[i].voice for i in ids}) == 1
    ]
    names = [asked.OFFICIAL_NAMES[i] for d in days for i in said[d]]
    at = names.index(asked.MOURNS)
    more = "Six names cannot show how all officials spoke."
    if 0 < at < len(names) - 1:
        more = f"“{asked.MOURNS}” stands between “{names[at - 1]}” and “{names[at + 1]}”: in these six no line runs from hard to mild, or back. {more}"
    return found.with_caution(*translated, more)


def both_names(value) -> Feedback:
    """08.7: core documents in which a word for each doer was counted."""
    counts = {(w.source_id, w.term): w for w in tables.load().wording}
    reasons, both = {}, []
    for item in asked.CORE:
        crowd = [counts[item.key, term] for term in asked.OF_THE_CROWD]
        fired = counts[item.key, asked.OF_THOSE_WHO_FIRED]
        riots = sum(w.count for w in crowd)
        if riots and fired.count:
            both.append(item.key)
        told = [
            f"‘{w.term.partition(' (')[0]}’ {w.count}" + (f" ({w.note.rstrip('.')})" if w.note and w.count else "")
            for w in (*crowd, fired)
        ]
        reasons[item.key] = f"{item.words}: {text.listing(told)}."
    return checks.pick(value, both, reasons).with_caution(
        "The names do not sort the texts into two heaps. Ask of each word who says it.",
    )


def passed_on(value) -> Feedback:
    """08.8: the hedge with which Jones passes on a statement."""
    c = tables.claim(asked.ALL_ALONG)
    name = asked.OF_THOSE_WHO_FIRED
    own = next(w for w in tables.load().wording if w.source_id == c.source_id and w.term == name)
    reason = (
        f"“{c.hedge}” gives the statement to {c.speaker.partition(',')[0]}, and says that they made it from the start."
    )
    if name in c.phrase and "his own voice" in (own.note or ""):
        reason += f" But “{name}” is his word, which he uses {text.plural(own.count, 'time')}: a text can report what somebody says and choose the name for it."
    return checks.quote(value, c.hedge, task("08.8").passage, reason)


#: Words, in the module's three languages, with which people tell an aim from a result.
_AIM = re.compile(
    r"\b(aim\w*|meant|(?:were|was|is|are) to|should|would|intend\w*|intention|goal|purpose|in order|so that|wants?|wanted|plan\w*"
    r"|designed|supposed|expected|hoped?|чтобы|должн\w*|цел\w*|призван\w*|мақсат\w*|үшін|тиіс\w*)\b"
)


#: Whom the law was to make stronger, in the same languages.
_UNIONS = re.compile(r"\b(trade union|unions?|профсоюз|кәсіподақ)")


def stronger_unions(value) -> Feedback:
    """08.9: a sentence that keeps the owner, and an aim as an aim."""
    asks = task("08.9")
    found = rewriting.rewritten(value, tables.claim(asks.claim_id), asks.sentence)
    aim = checks.Note(
        "The aim stays an aim",
        isinstance(value, str) and bool(_AIM.search(value.lower()) and _UNIONS.search(value.lower())),
        "say what the law was meant to do for unions; what it did is not told",
    )
    told = (*found.reasons, aim.told)
    met = sum(line.startswith("Yes") for line in told)
    share = met / len(told)
    summary = found.summary if met == len(told) else f"{met} of {len(told)} points hold."
    # As for every rewriting, the first point is that the sentence is new.
    return Feedback(round(share if told[0].startswith("Yes") else min(share, 0.4), 2), summary, told)


def _up_is_worse(series: Series) -> bool:
    """Return whether a higher number is less freedom, as the series itself says."""
    return bool(re.search(r"\b1 is best|higher score means less", series.measure))


def _number(series_id: str, period: str) -> Indicator | None:
    return next((i for i in tables.load().indicators if i.series_id == series_id and i.period == period), None)


def scores(value) -> Feedback:
    """08.10: what each score shows of two pairs of years, and that none shows a cause."""
    asks = task("08.10")
    known = tables.load().by_key("series")
    stances, told = {}, {}
    for row in asks.rows:
        series = known[row.key]
        for key, years in asked.COMPARED.items():
            numbers = [_number(row.key, year) for year in years]
            if None in numbers:
                missing = [year for year, i in zip(years, numbers, strict=True) if i is None]
                stances[row.key, key] = "silent"
                told[row.key, key] = f"{row.words}: no number for {text.listing(missing)} here."
                continue
            first, last = (i.value for i in numbers)
            worse = last > first if _up_is_worse(series) else last < first
            stances[row.key, key] = "says" if worse else "contradicts"
            how = "worse" if worse else "the same" if first == last else "better"
            told[row.key, key] = (
                f"{row.words}: {first:g} in {years[0]}, {last:g} in {years[1]} ({series.unit}). That is {how}."
            )
        cause_shown = "proves no cause" not in series.caution
        stances[row.key, asked.CAUSE] = "says" if cause_shown else "silent"
        told[row.key, asked.CAUSE] = f"{row.words}: {series.caution}"
    return claim_checks.grid(value, asks, stances, told).with_caution(
        "One maker has a score that falls and one that stands still: the scale decides, too. All are judgements on a whole country, and none is about one town.",
    )


def why_closed(value) -> Feedback:
    """08.11: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.on_positions(value, asked.QUESTION)


#: What each record could show, and what not.
TELLS = {
    "judgments": "they could show which passages a court held against which outlet, and why. They leave out what the defence was not allowed to say, and what was decided before.",
    "reports": "they could show whether anything in them calls for violence. They do not show what the court looked at, and editors may not have kept all.",
    "faults": "it could show which lines failed, when, and whether an order came before. It shows lines and no websites, and a company may not write down each order.",
    "requests": "it could show what was asked for, refused, and with what reason. People who did not dare or wish to ask are not in it.",
    "talks": "they could show why some were silent, in their own words. Those who still will not talk are missing, nobody owes an answer, and memory changes.",
    "notes": "they could show whether an expert thought of Zhanaozen at all. They show how a score was made, and not what happened in the town.",
}


def wanted_next(value) -> Feedback:
    """08.12: reasons for two sources, whichever they are."""
    return wanted.wanted(value, task("08.12"), TELLS)


def _of_shared_places() -> list[Claim]:
    """Return the claims of places in which one text tells of each answer."""
    claims = [
        c for c in evidence.claims_on("memory_open") if c.place_id and c.position in (asked.HELD, asked.PREVENTED)
    ]
    held, prevented = ({c.place_id for c in claims if c.position == p} for p in (asked.HELD, asked.PREVENTED))
    return [c for c in claims if c.place_id in held & prevented]


def _shared_place() -> str:
    return ", ".join(sorted({c.place_id for c in _of_shared_places()}))


def one_place_two_answers(value) -> Feedback:
    """08.13: the place for which both answers are given."""
    claims = _of_shared_places()
    years = {p: sorted({c.when_start[:4] for c in claims if c.position == p}) for p in (asked.HELD, asked.PREVENTED)}
    voices = len({c.voice for c in claims})
    reason = (
        f"{text.listing(sorted({text.place(c) for c in claims}))}: held in {text.listing(years[asked.HELD])}, prevented or punished in {text.listing(years[asked.PREVENTED])}. "
        f"A year alone or a place alone does not tell who may mourn. These claims are the report of {text.plural(voices, 'voice')}."
    )
    return checks.computed(value, _shared_place(), reason)


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "08.9": (
        Model(
            "A good sentence",
            "A representative of the government said in 2017 that the union law and the labour code were meant to strengthen trade unions.",
        ),
        Model(
            "Another good sentence",
            "By the account that the Government of Kazakhstan gave to the ILO, a firmer basis for trade unions was the aim of both laws.",
        ),
        Model(
            "A weak sentence: no owner, and the aim has become a result",
            "Everybody knows that unions definitely became stronger under the new law.",
            good=False,
        ),
    ),
    "08.11": (
        Model(
            "A good answer: for extremism, possibly. It says what it has not seen, and lets that set the limit.",
            {
                "position": "for extremism or calls to violence",
                "claim": "Courts possibly closed these media because they took what was published for calls to violence.",
                "evidence": ["tengrinews-2012-11-media-suit.01", "cpj-2012-12-06-stan-tv.02", "rferl-2012.31"],
                "reasoning": "A spokesman of the prosecutors and a court name the same kind of ground. How do I know what the court found? From a local press freedom group that complains about the hearing, and it has no interest in making the court look good. RFE/RL, another independent voice, says that calls to overthrow the government by force are extremism by law. So the ground exists in law, and the office that asked and the court that decided agree on it.",
                "counter": ["rsf-2012-12-city-cut-off.06", "rferl-2012.26", "cpj-2012-12-06-stan-tv.04"],
                "answer_to_counter": "Reporters Without Borders sees the reporting itself as the reason, and one of the reports that the judge named was on an unsolved killing, which, as described, calls for nothing. I cannot answer that without the programmes. RFE/RL only puts two sentences side by side. So I say no more than possible.",
                "confidence": "possible",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: for what they reported, probably. The points are the same.",
            {
                "position": "because of what they reported",
                "claim": "The media were probably closed because of how they reported on Zhanaozen and on the government.",
                "evidence": ["cpj-2012-12-06-stan-tv.04", "rsf-2012-12-city-cut-off.06", "rferl-2012.26"],
                "reasoning": "The strongest source for me is the report on the judge, since it tells which programmes were named: one was on a killing that nobody had cleared up, one criticised how the government treats human rights. As described, neither calls for violence. Reporters Without Borders and RFE/RL see the same link from outside. They are three voices, but two of them defend the press and have an interest, and RFE/RL only suggests the link.",
                "counter": ["tengrinews-2012-11-media-suit.01", "cpj-2012-12-06-stan-tv.03"],
                "answer_to_counter": "Prosecutors say that these media called for violence, and a court followed them in the case of Stan TV. In the claims that we hold they name no sentence that does so. If a judgment printed one, I would change my mind; so I say probable and not certain.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer with a third conclusion: because of the party, possibly.",
            {
                "position": "because they were tied to the convicted opposition",
                "claim": "The media were possibly closed as a next step after the verdict on the party leader Kozlov.",
                "evidence": [
                    "iwpr-2012-11-27-media.01",
                    "tengrinews-2012-11-media-suit.02",
                    "vladimirkozlov-2016-08-release-order.03",
                ],
                "reasoning": "Prosecutors asked for the bans one day after he lost his appeal, and their spokesman argued from his verdict that the party was extremist. A foundation that stood up for him says that the verdict was the ground for banning party and media together. These two are on opposed sides and share the step from the verdict to the party, which counts for more than either of them alone; the step to the media only the foundation makes. And to come after something is no proof of coming from it.",
                "counter": ["rsf-2012-12-city-cut-off.06", "tengrinews-2012-11-media-suit.01"],
                "answer_to_counter": "Both the prosecutors and Reporters Without Borders speak of what was published, for opposite reasons, and neither needs the party to explain it. The ties to a banker are said of a part of the media only. That leaves my answer possible.",
                "confidence": "possible",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "because of what they reported",
                "claim": "Everybody knows that they only wanted to silence the press.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "for extremism or calls to violence",
                "claim": "Everybody knows that these media wanted to bring down the state.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "08.12": (
        Model(
            "A good choice: what the court held against the media, and what they had published",
            {
                "first": "judgments",
                "second": "reports",
                "why": "If the judgments quote passages that call for violence, and the programmes have them in the same words, I would take the official reason more seriously. If the passages are only news and criticism, I would say that reporting was punished. The court may leave out what speaks against its decision, and the editors have an interest in keeping only what makes them look good, so each checks the other.",
            },
        ),
        Model(
            "A good choice with other records: what was asked and refused, and what people themselves say",
            {
                "first": "requests",
                "second": "talks",
                "why": "The town hall's file could show whether memorials were refused as such or only on the square, and whether a reason was written down. If there are hardly any requests, people may have been content or may not have dared to ask. Only they could tell me which, and some would still not want to talk. The file may leave out what was said by telephone.",
            },
        ),
        Model(
            "A weak choice: one record, and no word on what it would change",
            {"first": "faults", "second": "faults", "why": "It is important to know everything."},
            good=False,
        ),
    ),
    "08.13": (Model("By the tables", _shared_place()),),
}

CHECKS = {
    "08.1": reasons_for_closing,
    "08.2": held_by_both,
    "08.3": silent_on_speaking,
    "08.4": meal_and_square,
    "08.5": two_silences,
    "08.6": official_names,
    "08.7": both_names,
    "08.8": passed_on,
    "08.9": stronger_unions,
    "08.10": scores,
    "08.11": why_closed,
    "08.12": wanted_next,
    "08.13": one_place_two_answers,
}
