"""The key to lesson 06. Every right answer is computed from the tables; the sentences say why it is right."""

import re

from zhanaozen import checks, claim_checks, evidence, judgement, tables, text, wanted
from zhanaozen.checks import Feedback
from zhanaozen.keys import Model
from zhanaozen.tables import Claim
from zhanaozen.tasks import lesson_06 as asked
from zhanaozen.tasks import task

DENIED = "the reports of abuse are denied"


def swapped(value) -> Feedback:
    """06.1: the count that is shown with a unit of another."""
    found = claim_checks.swapped_unit(value, task("06.1"))
    return found.with_caution(
        "That a list names people to be charged does not say that an order of arrest was given for them."
    )


def _called_arrested() -> list[Claim]:
    known = evidence.claims_on("detained", said_by="2011-12-21", place_id="zhanaozen")
    arrested = [c for c in known if c.unit == "people arrested"]
    return [c for c in arrested if evidence.SIDES[evidence.voice_standpoint(c)] == "official"]


def arrested_by_21_december(value) -> Feedback:
    """06.2: lowest and highest number of people whom official speakers call arrested, in Zhanaozen, by that day."""
    claims = _called_arrested()
    numbers = sorted({v for c in claims for v in (c.value_low, c.value_high) if v is not None})
    said: dict[str, list[str]] = {}
    for c in claims:
        said.setdefault(text.number(c), []).append(f"{text.who(c)} ({text.day(c.said_on)})")
    told = " ".join(f"‘{words}’ is from {text.listing(speakers)}." for words, speakers in said.items())
    held = tables.claim("abai-2011-12-17-kasymov-seventy-five.04")
    return checks.number_range(value, numbers[0], numbers[-1], told).with_caution(
        f"The two ends need not clash. A text in Kazakh has {text.who(held)}, on {text.day(held.said_on)}, give {text.number(held)} [{held.claim_id}]. "
        "If ‘arrested’ in the English reports of that day means the same, all of it fits. That is our reading; no text says so.",
    )


def how_they_know(value) -> Feedback:
    """06.3: how each speaker knows."""
    found = claim_checks.directness(value, task("06.3"))
    return found.with_caution("Five ways of knowing, and one text that chose what to pass on.")


def without_one_voice(value) -> Feedback:
    """06.4: the claims that stand if neither the texts nor the words of one organisation may be used."""
    name = tables.claim("hrw-letter-2012.48").source.publisher

    def lost(c: Claim) -> str:
        if c.source.publisher == name:
            return f"this reaches us only through a text of {name}. "
        return f"these are words of {name}, printed elsewhere. " if c.voice == asked.ONE_VOICE else ""

    found = claim_checks.picked(value, task("06.4"), lambda c: not lost(c), lambda c: lost(c) + c.claim)
    left = [c for c in claim_checks.claims_of(task("06.4")).values() if not lost(c)]
    denials = [c for c in left if c.position == DENIED]
    reports = len({c.voice for c in left}) - len({c.voice for c in denials})
    return found.with_caution(
        f"{text.plural(reports, 'voice')} that report abuse are left, and {len(denials)} that denies it. "
        "So the reports do not rest on one organisation alone. But texts about one trial may rest on the same people in it.",
        f"A denial is lost too: we read that of {text.day(tables.claim(asked.COMMISSION).said_on)} only in the letter [{asked.COMMISSION}].",
    )


def no_more_than_the_office(value) -> Feedback:
    """06.5: the sentence that leaves a statement with the office that made it."""
    c = tables.claim(asked.COMMISSION)
    holds = {
        "nobody": "independent" in c.claim,
        "everyone": "everyone" in c.claim,
        "says": c.directness == "official_statement" and c.position == DENIED,
    }
    right = next((option for option, true in holds.items() if true), "")
    return checks.choice(
        value,
        right,
        {
            "says": "It keeps whose finding it is, and what was done for it. It says what was said, and does not say whether it is so.",
            "nobody": "The statement does not call the commission independent, and to call rumours groundless on a visit is less than to find that nobody was ever ill-treated.",
            "everyone": "How many people they spoke with is not said, nor how many people were held. ‘Everyone’ and ‘all’ are added.",
            "knew": "That claims too much against the office: the statement does not show what it knew, or what it wanted. That would need evidence of its own.",
        },
    )


def days_of_the_case(value) -> Feedback:
    """06.6: order by the day on which each was said."""
    asks = task("06.6")
    claims = claim_checks.claims_of(asks)
    days = sorted({c.said_on for c in claims.values()})
    ranks = {i: days.index(c.said_on) for i, c in claims.items()}
    names = claim_checks.names(asks)
    reasons = {i: f"{names[i]} ({text.day(c.said_on)})." for i, c in claims.items()}
    more = [
        f"What Kenzhebaev told the reporter was said on 19 December, before all of these. We hold it only as the letter sums it up [{asked.REPORTER}].",
    ]
    if ranks[asked.FIRST_ACCOUNT] < ranks[asked.CHARGE] < ranks[asked.REPORTER]:
        more.append(
            "The charge came after an account that named another cause, and before the letter: so the letter did not bring it about. What did, the order does not show. "
            "The news site reports on the prosecutor's statement of 25 January, which the lesson has as D."
        )
    return checks.order(value, ranks, reasons, names).with_caution(*more)


def _day_of_release(c: Claim) -> str | None:
    found = re.search(r"\breleased? on (\d+ \w+)", c.claim)
    return found[1] if found else None


def _stance(c: Claim, column: str) -> str:
    """Return what one statement does with one sentence of the grid, read from its row."""
    if column == "release":
        day = _day_of_release(c)
        return "silent" if not day else "says" if day == asked.RELEASED else "contradicts"
    if column == "disorder":
        _, disorder = evidence.question("kenzhebaev_death").positions
        return "silent" if not c.position else "says" if c.position == disorder else "contradicts"
    word = {"hospital": "hospital", "fear": "feared"}[column]
    return "says" if word in c.claim else "silent"


def said_of_the_case(value) -> Feedback:
    """06.7: what each of three statements does with each of four sentences."""
    asks = task("06.7")
    claims = {row.key: tables.claim(row.key) for row in asks.rows}
    stances, told = {}, {}
    for col in asks.columns:
        for key, c in claims.items():
            stance = stances[key, col.key] = _stance(c, col.key)
            does = {"says": "says it", "silent": "is silent", "contradicts": f"says {_day_of_release(c)}"}[stance]
            told[key, col.key] = f"“{col.words}”. {asked.STATEMENTS[key]}: {does}."
    shared = [
        f"Both sides say it: {col.words[0].lower()}{col.words[1:]}. They do not share a reason: the office says that he refused, the relative that he was afraid."
        for col in asks.columns
        if {c.standpoint for key, c in claims.items() if stances[key, col.key] == "says"} == {"state", "participant"}
    ]
    return claim_checks.grid(value, asks, stances, told).with_caution(
        *shared,
        "On the day of release the office and the relative differ. A register of the place of detention could decide it; we have none.",
    )


def hedge_of_confessions(value) -> Feedback:
    """06.8: the words with which the Prosecutor General speaks of some and not of all."""
    c = tables.claim(asked.CONFESSED)
    reason = f"“{c.hedge}” leaves out somebody, and how many is not said. Who confessed to what, after how long and with whom beside them, is what the letter goes on to ask [hrw-letter-2012.183]."
    passage, shortest = task("06.8").passage, c.hedge.split()[0]
    found = [checks.quote(value, words, passage, reason) for words in (c.hedge, shortest)]
    return max(found, key=lambda f: f.points)


def two_statements(value) -> Feedback:
    """06.9: the one sentence that three claims on a witness carry."""
    first, second, reporter = (tables.claim(i) for i in (asked.BY_TELEPHONE, asked.IN_COURT, asked.WALKED_OUT))
    holds = {
        "name": "alias" in first.claim and "under his own name" in second.claim,
        "both": all("telephone" in c.claim for c in (first, reporter)),
    }
    right = next((option for option, true in holds.items() if true), "")
    return checks.choice(
        value,
        right,
        {
            "name": f"{claim_checks.because(first, first.claim)} {claim_checks.because(second, second.claim)} A name can cost its owner something, and a full room can press a witness too. So it is a reason to weigh, and no proof.",
            "true": "Later is only later. Somebody may be pressed the first time or the second: ask before whom each was made, and at what risk.",
            "gain": "That a statement helps somebody does not show that it was bought. None of the three claims says so.",
            "both": f"{claim_checks.because(reporter, reporter.claim)} She does not speak of a telephone. By her account and the site's, he would in the end not speak against the accused.",
        },
    )


def _soon_and_close() -> list[str]:
    soon = evidence.known_by([tables.claim(i) for i in asked.TESTED], asked.SOON)
    return [c.claim_id for c in soon if c.directness in asked.CLOSE]


def soon_and_close(value) -> Feedback:
    """06.10: the claims said by the end of 2011 by a speaker who lived or saw what is told."""
    passed = _soon_and_close()

    def told(c: Claim) -> str:
        late = "" if evidence.known_by([c], asked.SOON) else ", after the day of the first test"
        far = "" if c.directness in asked.CLOSE else ", not lived or seen by the speaker"
        visit = " Members of its commission saw people on a visit; here the office tells what they found."
        return f"{text.day(c.said_on)}{late}; {text.DIRECTNESS[c.directness]}{far}.{visit * (c.claim_id == asked.COMMISSION)}"

    found = claim_checks.picked(value, task("06.10"), lambda c: c.claim_id in passed, told)
    voices = len({tables.claim(i).voice for i in passed})
    return found.with_caution(
        f"{text.plural(len(passed), 'claim')}, {text.plural(voices, 'voice')}, one listener. Not to pass is no sign of untruth: an office can speak early and a witness late.",
        "A relative and Temir T. say that they were warned of court or prison if they talked [hrw-letter-2012.117, hrw-letter-2012.126]. If so, speaking had a price: that can weigh for a statement, and explain a hidden name.",
    )


def tortured(value) -> Feedback:
    """06.11: how well the judgement uses its evidence, whichever answer it gives."""
    return judgement.on_positions(value, asked.QUESTION)


#: What each record could show, and what not.
TELLS = {
    "duty": "they could show which officers were there and when. Human Rights Watch thinks that there should be such records [hrw-letter-2012.115]. They do not show what anybody did, and they were kept by people whom they concern.",
    "report": "it could show whom the commission met, alone or not, and what was asked. It is told by the office that had announced the commission.",
    "monitors": "they could show what was said on the days of the visits, and by how many. The visitors saw the places up to two weeks later, and chose what to write down.",
    "doctors": "they could show in what state somebody was on a certain day. They do not say who caused it, and people who stayed away are not in them.",
    "reporter": "they could show what he said himself, three days before he died. They are one person's account, heard by one listener.",
    "judgment": "it could show what a court found, and on what evidence. It speaks of one officer in one case, and leaves out what was not charged.",
}


def wanted_next(value) -> Feedback:
    """06.12: reasons for two records, whichever they are."""
    return wanted.wanted(value, task("06.12"), TELLS)


def _denying() -> list[Claim]:
    return [c for c in asked.calm(asked.QUESTION) if c.position == DENIED]


def voices_that_deny(value) -> Feedback:
    """06.13: the voices of the claims that deny the reports."""
    claims = _denying()
    voices = sorted({c.voice for c in claims})
    state = all(evidence.SIDES[evidence.voice_standpoint(c)] == "official" for c in claims)
    whose = " All of them are offices of the state." * state
    return checks.computed(
        value,
        voices,
        f"{text.plural(len(claims), 'claim')}, {text.plural(len(voices), 'voice')}.{whose} That tells where the denials come from, and not whether they are true.",
    )


#: Model answers to the open tasks: good ones that differ, then weak ones.
MODELS = {
    "06.11": (
        Model(
            "A good answer: people were ill-treated, probably. It rests on listeners who differ, and says of whom it speaks.",
            {
                "position": "detained people were tortured or ill-treated",
                "claim": "Some of the people detained in December 2011 were probably ill-treated; how many, I cannot say.",
                "evidence": [
                    "gazetaru-2011-12-north.03",
                    "hrw-letter-2012.93",
                    "bbc-2012-05-abuse-claims.02",
                    "radiosvoboda-2012-05-28-police.04",
                ],
                "reasoning": "Three listeners who are not known to work together heard alike: a reporter in December, a visitor who put it in writing, and a court months later. The accused in court gain if they are believed, but the first two heard it before any trial had begun. And once the state's own court punished the head of a detention centre after a death, which goes against its side.",
                "counter": ["hrw-letter-2012.32", "amnesty-2013-annual-p1.05"],
                "answer_to_counter": "The commission had lists and could enter, which counts for it; but it went by health and talk on the day of its visit, and the reports speak mostly of the first days. The prosecutors turned the later complaints down without a reason that we can read. So I speak of some people and not of all.",
                "confidence": "probable",
            },
        ),
        Model(
            "A good answer that leaves it to an inquiry. It says why neither side's word decides. The points are the same.",
            {
                "position": "the reports of abuse should be looked into",
                "claim": "The record read here does not decide it, and somebody with no part in it should look into each report.",
                "evidence": ["hrw-letter-2012.98", "hrw-letter-2012.94", "hrw-letter-2012.186", "rferl-2012.27"],
                "reasoning": "Those who report and those who answer both have a stake. The office says that its commission got lists and could enter; a visitor writes that four people wished to speak with him alone, so who stands beside a witness matters. The statement of 25 January names no inquiry into the wider reports. No independent doctor or register is among the texts, and only such a check could decide.",
                "counter": ["bbc-2012-05-abuse-claims.02", "lada-2012-01-26-regional-prosecutor.03"],
                "answer_to_counter": "One accused after another told the court of abuse, and that weighs a lot, though each of them gains if a confession falls. The prosecutors say that even relatives saw the cells, but no report of that visit is among what we read. So each side has something, and neither shows a record.",
                "confidence": "open",
            },
        ),
        Model(
            "A good answer with the opposite conclusion: the denials carry more, possibly, and only for some. The points are the same.",
            {
                "position": "the reports of abuse are denied",
                "claim": "For the people whom the prosecutors' commissions met, the denial is possibly the better supported answer.",
                "evidence": [
                    "hrw-letter-2012.186",
                    "hrw-letter-2012.32",
                    "lada-2012-01-26-regional-prosecutor.03",
                    "rferl-2018-10-dosmagambetov-buried.03",
                ],
                "reasoning": "The office says early, within two weeks, how it came to its finding: with lists, inside the centre, by asking those who were held. The regional prosecutors add that relatives came along, who had no interest in hiding anything. A court that heard the accused later rejected what they told. These are three voices of one state, so they are not independent; but each names an act that could be checked.",
                "counter": ["hrw-letter-2012.93", "csp-2012-06-preliminary.02"],
                "answer_to_counter": "A visitor from outside wrote that many told him of ill-treatment, and observers heard it from nearly all the accused. That is why I do not go beyond those whom the commissions met, and only to possible. The prison term for the head of a detention centre shows that the denial cannot hold for everybody.",
                "confidence": "possible",
            },
        ),
        Model(
            "A weak answer: it is certain and cites nothing.",
            {
                "position": "detained people were tortured or ill-treated",
                "claim": "Everybody knows what goes on in such places.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
        Model(
            "A weak answer from the other side. It lacks the same.",
            {
                "position": "the reports of abuse are denied",
                "claim": "Everybody knows that the accused made it up.",
                "reasoning": "It is obvious to anyone who thinks about it.",
                "confidence": "certain",
            },
            good=False,
        ),
    ),
    "06.12": (
        Model(
            "A good choice: two visits to the same places, by opposed hands",
            {
                "first": "report",
                "second": "monitors",
                "why": "Both went in at the end of December. If the commission's report shows that people were asked alone, and if the monitors' notes name few complaints, I would trust the denial more. If the report lists nobody and the notes hold many accounts of the first days, I would trust it less. Neither saw the first days, and each serves the side that wrote it.",
            },
        ),
        Model(
            "A good choice with other records: who was there, and in what state people came out",
            {
                "first": "duty",
                "second": "doctors",
                "why": "Duty records would show which officers worked from 16 to 19 December, so that they could be asked; if pages are missing, that tells something too. Hospital papers could show in what state people came out, and on which day. If both are empty for those days, the reports get weaker. But police may have changed their own records, and people who were afraid to go to a hospital are in no paper.",
            },
        ),
        Model(
            "A weak choice: one record, and no word on what it would change",
            {"first": "judgment", "second": "judgment", "why": "It is important to know everything."},
            good=False,
        ),
    ),
    "06.13": (Model("By the tables", sorted({c.voice for c in _denying()})),),
}

CHECKS = {
    "06.1": swapped,
    "06.2": arrested_by_21_december,
    "06.3": how_they_know,
    "06.4": without_one_voice,
    "06.5": no_more_than_the_office,
    "06.6": days_of_the_case,
    "06.7": said_of_the_case,
    "06.8": hedge_of_confessions,
    "06.9": two_statements,
    "06.10": soon_and_close,
    "06.11": tortured,
    "06.12": wanted_next,
    "06.13": voices_that_deny,
}
