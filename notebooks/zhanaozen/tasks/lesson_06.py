"""Tasks of lesson 06: what happened to the detained, and how do we know? No claim here describes what was done."""

from zhanaozen import evidence, tables
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted_as, paraphrased, stated
from zhanaozen.tasks.kinds import Choice, Code, Grid, Item, Judgement, Match, Next, Order, Pick, Quote, Range, Wanted

QUESTION = "torture"

#: Counts of people held, each with the unit in which the task shows it: one is another's.
SHOWN_AS = {
    "trend-2011-12-18-thirteen-dead.07": "people detained",
    "hrw-letter-2012.27": "people arrested",
    "hrw-letter-2012.25": "people arrested",
    "hrw-letter-2012.24": "people detained",
    "tengrinews-2012-02-23-instigators.01": "people arrested",
}
HOW_KNOWN = (
    "hrw-letter-2012.186",
    "hrw-letter-2012.24",
    "hrw-letter-2012.151",
    "hrw-letter-2012.126",
    "hrw-letter-2012.162",
)
ONE_VOICE = "human_rights_watch"
WITHOUT_IT = (
    "jones-2012.45",
    "bbc-2012-05-abuse-claims.02",
    "hrw-letter-2012.93",
    "washingtontimes-2012-04-27-torture.02",
    "moscowtimes-2012-04-23-hrw.01",
    "gazetaru-2011-12-north.03",
    "moscowtimes-2012-04-23-hrw.02",
    "rferl-2012.27",
    "csp-2012-06-preliminary.02",
)
COMMISSION = "hrw-letter-2012.32"
FIRST_ACCOUNT = "hrw-letter-2012.30"
CHARGE = "eurasianet-2012-01-26-top-brass-go-free.10"
REPORTER = "hrw-letter-2012.111"
#: Statements on one man's case, in words that name no day, and in no order.
CASE = {
    CHARGE: "A news site: the officer in charge of the detention centre is charged with negligence",
    "ageleuov-2020.136": "Galym Ageleuov: Asem Kenzhebaeva and a reporter made it known, and a trial followed",
    "hrw-letter-2012.109": "A relative: after his release he feared a new arrest, and stayed away from the hospital",
    "radiosvoboda-2012-05-28-police.04": "A broadcaster: the head of a detention centre got five years",
    FIRST_ACCOUNT: "The Prosecutor General's Office: he died of wounds from the disturbances",
    REPORTER: "Human Rights Watch: what relatives say agrees with what he himself told a reporter",
}
#: Three statements, and what may be asked of each. The key reads from the rows what each of them does.
STATEMENTS = {
    FIRST_ACCOUNT: "The Prosecutor General's Office on 22 December",
    "hrw-letter-2012.112": "The same office, no day given",
    "hrw-letter-2012.109": "A relative on 28 December",
}
RELEASED = "16 December"
SAID = {
    "release": f"He was released on {RELEASED}",
    "hospital": "At first he did not stay in a hospital",
    "fear": "He was afraid of a new arrest",
    "disorder": "He died of wounds from the disorder",
}
CONFESSED = "hrw-letter-2012.99"
BY_TELEPHONE, IN_COURT, WALKED_OUT = (
    "mutabar-2012-10-bozhenko.01",
    "mutabar-2012-10-bozhenko.02",
    "kostyuchenko-2018.62",
)
SOON = "2011-12-31"
CLOSE = ("participant", "eyewitness")
TESTED = (
    "hrw-letter-2012.117",
    "hrw-letter-2012.32",
    "hrw-letter-2012.126",
    "mutabar-2012-10-bozhenko.02",
    "hrw-letter-2012.109",
    "bbc-2012-05-abuse-claims.02",
    "hrw-letter-2012.31",
    "hrw-letter-2012.129",
)
#: Claims to weigh in the judgement: reports, denials, and calls to look into them; none describes what was done.
TO_WEIGH = (
    "gazetaru-2011-12-north.03",
    "hrw-letter-2012.125",
    "hrw-letter-2012.186",
    "hrw-letter-2012.32",
    "lada-2012-01-26-regional-prosecutor.03",
    "hrw-letter-2012.93",
    "hrw-letter-2012.94",
    "hrw-letter-2012.98",
    "moscowtimes-2012-04-23-hrw.02",
    "jones-2012.45",
    "bbc-2012-05-abuse-claims.02",
    "radiosvoboda-2012-05-28-police.04",
    "csp-2012-06-preliminary.02",
    "mutabar-2012-10-bozhenko.03",
    "rferl-2012.27",
    "amnesty-2013-annual-p1.05",
    "rferl-2018-10-dosmagambetov-buried.03",
    "ageleuov-2020.148",
    "ageleuov-2020.161",
)


def calm(*question_ids: str) -> list[tables.Claim]:
    """Return the claims on questions that do not describe violence: those that this exercise shows."""
    return [c for c in evidence.claims_on(*question_ids) if c.intensity <= 1]


def _quoted(claim_id: str) -> Item:
    """Return a claim as an item: its quoted words and its text, but not who speaks in it."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"“{c.phrase}” ({c.source.publisher}) [{claim_id}]")


_LEFT_OUT = len(evidence.claims_on(QUESTION)) - len(calm(QUESTION))

TASKS = (
    Choice(
        task_id="06.1",
        title="A unit that is not its own",
        minutes=3,
        prompt=(
            "Five counts of people held. Four are shown as their texts give them. One has been given the unit of another count. Which?",
        ),
        options=tuple(counted_as(c, unit) for c, unit in SHOWN_AS.items()),
        hints=(
            "To detain somebody is one act. To arrest by an order is another, and to bring a charge a third.",
            "Read the quoted words of each on its card, and not the size of the number.",
        ),
    ),
    Range(
        task_id="06.2",
        title="One word, used by officials",
        minutes=4,
        prompt=(
            "Up to 21 December 2011 ministers, prosecutors, the commandant and the state agency give numbers of people arrested in Zhanaozen alone. Use a number only where it is given as ‘arrested’.",
            "What are the lowest and the highest number?",
        ),
        unit="people arrested",
        hints=(
            "The list of claims on people detained or arrested is in order of days. Stop at 21 December.",
            "Leave Shetpe out, and totals for both places. ‘Detained’ is another word.",
        ),
    ),
    Match(
        task_id="06.3",
        title="How can they know?",
        minutes=3,
        prompt=(
            "All five reach us through one letter, of Human Rights Watch. But each goes back to one person or office. How do they know, or come to think so? Decide from the sentences.",
            "Each of the five ways fits one statement.",
        ),
        items=tuple(stated(c) for c in HOW_KNOWN),
        options=items.directness(("official_statement", "eyewitness", "participant", "hearsay", "analysis")),
        hints=(
            "Put your finger on the one who knows, not on the one who passes it on.",
            "Was it done to the speaker, seen, told by others, concluded, or announced by an office?",
        ),
    ),
    Pick(
        task_id="06.4",
        title="Take one voice away",
        minutes=5,
        prompt=(
            "Human Rights Watch campaigns against abuse, so it has a stake too. Suppose that nothing of it may be used: neither its own letter, nor its words in the texts of others.",
            "Which of these reports and denials would you still have? The cards in the list above say who speaks.",
        ),
        items=tuple(_quoted(c) for c in WITHOUT_IT),
        hints=(
            "Who prints a statement and who makes it are two questions.",
            "Look at the line ‘Says’ on each card: a newspaper may quote an organisation.",
        ),
    ),
    Choice(
        task_id="06.5",
        title="No more than the office says",
        minutes=3,
        prompt=(
            f"On 29 December 2011 the Prosecutor General's Office told what members of a commission had found [{COMMISSION}]. Which sentence claims no more than that statement?",
        ),
        options=(
            Item(
                "nobody",
                "By the office's account, an independent commission found that nobody had been ill-treated in custody.",
            ),
            Item("knew", "The office called the reports rumours, to cover up what it knew of ill-treatment."),
            Item(
                "says",
                "By the office's account, members of a commission spoke with detained people and called the rumours groundless.",
            ),
            Item(
                "everyone",
                "By the office's account, members of a commission spoke with everyone who was held, and found all of them well.",
            ),
        ),
        hints=(
            "A sentence can claim too much for the office, and too much against it.",
            "Compare word by word: who the visitors were, how many people they met, what somebody knew.",
        ),
    ),
    Order.of(
        task_id="06.6",
        title="One man's case, as it was told",
        minutes=5,
        prompt=(
            "Six statements on the case of Bazarbai Kenzhebaev. Put them in the order in which they were made: 1 is the first. If a later text sums up what was said before it, take the day of that text.",
            "The list of the case shows the days. In the part that we read, the broadcaster does not name the man who died.",
        ),
        items=tuple(Item(claim_id, words) for claim_id, words in CASE.items()),
        hints=(
            "Look for the line ‘Said’ on each card. When a thing happened is another line.",
            "Which of them could be said only after a court had sat? Which looks back over years?",
        ),
    ),
    Grid.of(
        task_id="06.7",
        title="Says, says otherwise, is silent",
        minutes=6,
        prompt=(
            "Three statements on the case: two of the Prosecutor General's Office [hrw-letter-2012.30, hrw-letter-2012.112] and one of a relative [hrw-letter-2012.109].",
            "Go by these three cards alone. What does each do with the four sentences? Another day for the same thing is ‘says otherwise’. What a card leaves out, it is silent on.",
        ),
        rows=tuple(Item(claim_id, f"{words} [{claim_id}]") for claim_id, words in STATEMENTS.items()),
        columns=tuple(Item(key, words) for key, words in SAID.items()),
        hints=(
            "Read one card at a time, and ask it all four sentences.",
            "To give no reason is not to deny the reason that somebody else gives.",
            "One of the four sentences is supported from both sides.",
        ),
    ),
    Quote(
        task_id="06.8",
        title="How many confessed?",
        minutes=2,
        prompt=(
            f"On 25 January 2012 the Prosecutor General spoke of 34 people who had been arrested, as Human Rights Watch quotes him [{CONFESSED}].",
            "Which words keep him from saying it of all of them? Copy as few as will do.",
        ),
        passage=tables.claim(CONFESSED).phrase,
        hints=(
            "What the people did is not asked, nor what they are said to have confirmed.",
            "Look at the beginning: who is meant?",
        ),
    ),
    Choice(
        task_id="06.9",
        title="Two statements by one witness",
        minutes=3,
        prompt=(
            f"Alexander Bozhenko gave evidence and took it back, as one site tells [{BY_TELEPHONE}, {IN_COURT}]. The reporter Elena Kostyuchenko tells of it too [{WALKED_OUT}].",
            "Which sentence says no more than these three claims?",
        ),
        options=(
            Item("true", "By the site's account, the second statement is the true one, since it came later."),
            Item("name", "By the site's account, only the second statement was made under his own name."),
            Item(
                "gain",
                "By the site's account, the accused had won him over, since the second statement helped them.",
            ),
            Item("both", "By the site's account and the reporter's, he first gave evidence by telephone."),
        ),
        hints=(
            "Later is not the same as freer, and helpful is not the same as false.",
            "Compare how each statement was made: in what way, and under which name?",
        ),
    ),
    Pick(
        task_id="06.10",
        title="Two tests that do not ask who gains",
        minutes=4,
        prompt=(
            "Everyone here has a stake: some want to go free, some grieve, some campaign, some defend their office. So first use two tests that do not depend on it: how soon, and how close?",
            "Which of these had been said by 31 December 2011, as the cards have it, by a speaker who lived or saw what is told? Tick what passes both tests.",
        ),
        items=tuple(paraphrased(c) for c in TESTED),
        hints=(
            "The cards have a line for each test: ‘Said’ and ‘How known’.",
            "Somebody may be close and be heard late, or speak early and from an office.",
        ),
    ),
    Judgement(
        task_id="06.11",
        title="Your judgement",
        minutes=15,
        prompt=(
            "Were detained people tortured or ill-treated? Choose the answer that, in your view, the record carries best, and say for whom it holds: all, many, some, one. To choose ‘denied’ is to hold that the denials carry more than the reports.",
            f"The feedback looks at your use of evidence and never at the answer. You need no more than these claims. But know that {_LEFT_OUT} others describe what was done and are left out here; they report abuse, and most who speak in them say that they lived or saw it, or are near to one who did.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Nobody here is neutral. Which statements can be checked, were made early, or go against the speaker's own side?",
            "Who listened? Several speakers in one text are not several texts.",
            "Say what the strongest claim against you would need to be decisive: a list, a doctor, a record.",
        ),
    ),
    Next(
        task_id="06.12",
        title="What would you want to see next?",
        minutes=6,
        prompt=(
            "A stake can be tested against a record. You may ask for two that we do not have. Which two, and why?",
            "For each, say what you would conclude if it showed one thing, and what if another; and what it may leave out. Any two can be a good choice.",
        ),
        items=(
            Wanted("duty", "The duty records of the police station, 16 to 19 December 2011", "police"),
            Wanted("report", "The whole report of the commission that called the rumours groundless", "prosecutors"),
            Wanted("monitors", "The notes of the public monitoring commission on its visits", "monitors"),
            Wanted("doctors", "The papers of a hospital on people who came to it from detention", "doctors"),
            Wanted("reporter", "The notes of the reporter to whom Kenzhebaev spoke", "reporter"),
            Wanted("judgment", "The judgment on the head of the detention centre, with its reasons", "court"),
        ),
        hints=(
            "What exactly do you want to know: who was there, what was seen, or how complaints were answered?",
            "Two records made by the same hands cannot check each other.",
            "What interest has the maker of the record? What would not be written down there?",
        ),
    ),
    Code(
        task_id="06.13",
        title="For computing classes: whose voices deny?",
        minutes=6,
        prompt=(
            "Whose voices deny the reports of abuse? Answer with the different voices, `c.voice`, of the claims whose `c.position` is ‘the reports of abuse are denied’.",
            "The next cell holds the claims on the question, without those that describe violence.",
        ),
        hints=(
            "A claim has one position: compare it with `==`.",
            "A set holds each voice once: `{c.voice for c in ... if ...}`.",
        ),
    ),
)
