"""Tasks of lesson 09: from kept evidence to a written account, with what each step of the desk asks for."""

from zhanaozen import evidence, tables, text
from zhanaozen.tasks import items
from zhanaozen.tasks.items import paraphrased
from zhanaozen.tasks.kinds import (
    Choice,
    Code,
    Grid,
    Item,
    Judgement,
    Match,
    Next,
    Number,
    Pick,
    Quote,
    Range,
    Rewrite,
    Wanted,
)

#: The question of the judgement.
QUESTION = "who_ordered"

#: One claim for each answer whose state is asked for.
ANSWERS = (
    "jones-2012.11",
    "kantor-2012.42",
    "rferl-2012.35",
    "hrw-letter-2012.139",
    "ageleuov-2020.100",
    "kantor-2012.38",
    "kantor-2012.54",
)
FOR_NOW = "kostyuchenko-2018.48"
#: Two hedged claims on the inquiry, one of each side, which the sections of the third task cite.
ON_THE_INQUIRY = ("hrw-letter-2012.41", "hrw-letter-2012.172")
#: Claims on the order to fire that a careless reader would count one by one.
ON_THE_ORDER = (
    "belfast-telegraph-2011-12-19-kazakhs-defiant.05",
    "jones-2012.25",
    "bbc-2012-07-12-pillay.03",
    "worldbulletin-2012-07-12-pillay.02",
    "ageleuov-2020.108",
    "ageleuov-2020.114",
)
MONTH = "2011-12"
AMBASSADOR = "kazinform-2011-12-idrissov-us.02"
TEXTS = ("hrw-letter-2012", "jones-2012", "kantor-2012", "rferl-2012", "ageleuov-2020")
#: The statements of the grid: an answer to each of three questions.
STATEMENTS = {
    "strike_peaceful": "the strike was peaceful",
    "gathering": "an Independence Day celebration",
    "accountability": "officers were tried and punished",
}
#: Two sections that lean to opposite sides, each with one claim, and claims from which to choose what they must meet.
NO_WEAPONS = (
    "Police probably got firearms only after the first clash. Kantor says that the officers on the square "
    "had none and drew back [kantor-2012.25]."
)
AGAINST_NO_WEAPONS = (
    "jones-2012.23",
    "ageleuov-2020.94",
    "bureau-2012-05-police-weapons.01",
    "kantor-2012.31",
    "fergananews-2012-05-weapons.01",
)
NOT_PUNISHED = (
    "Those responsible for the shooting were probably not punished. Jones says that the minister who, by his own "
    "word, ordered the fire has not been charged [jones-2012.26]."
)
AGAINST_NOT_PUNISHED = (
    "nomad-2012-05-31-liter.04",
    "kantor-2012.54",
    "rferl-2012.29",
    "ageleuov-2020.143",
    "reuters-2012-05-28-police-jailed.04",
    "rsf-2012-12-city-cut-off.07",
)
#: Claims to weigh in the judgement: all that answer it, and what a court, prosecutors and others say beside it.
TO_WEIGH = (
    "belfast-telegraph-2011-12-19-kazakhs-defiant.05",
    "hrw-letter-2012.53",
    "hrw-letter-2012.174",
    "jones-2012.23",
    "jones-2012.25",
    "reuters-2012-05-28-police-jailed.07",
    "bbc-2012-07-12-pillay.03",
    "kantor-2012.31",
    "kantor-2012.45",
    "amnesty-2013-annual-p1.04",
    "campaignkazakhstan-2014-01-hearing.03",
    "ageleuov-2020.106",
    "ageleuov-2020.108",
    "ageleuov-2020.114",
    "ageleuov-2020.142",
    "azattyq-debey-podcast-kk.01",
)


def _answer(claim_id: str) -> Item:
    """Return the answer that a claim gives as an item: its question, then the answer, and nobody's name."""
    c = tables.claim(claim_id)
    of = f" ({c.scope})" if "scope" in c.question.compared_within else ""
    answer = text.answer(c)
    return Item(claim_id, f"{c.question.question} {answer[0].upper()}{answer[1:]}{of}")


TASKS = (
    Match(
        task_id="09.1",
        title="What is shared, and what is not?",
        minutes=6,
        prompt=(
            "Seven answers from the lessons. Official means the state, its companies, and those who defend the state, as Kantor does. Go by the claims in the two lists above.",
            "Only an answer of the first kind may be called settled when you write your account below. The others can still be probable, or stay open.",
        ),
        items=tuple(_answer(c) for c in ANSWERS),
        options=(
            Item("free", "an official voice and another share it; no other answer is given"),
            Item("excluded", "an official voice and another share it; another answer is given too"),
            Item("apart", "only official voices give it, or only others"),
        ),
        hints=(
            "Two steps for each: who gives this answer, and does anybody give another one?",
            "The president, ministers, judges, police veterans and Kantor count as official.",
            "If only officials or only others give an answer, you need not look for another one.",
        ),
    ),
    Quote(
        task_id="09.2",
        title="True on a day",
        minutes=2,
        prompt=(
            "In an essay printed in January 2018 Elena Kostyuchenko tells of her visit in May 2012. These words are about an activist. You cite them years later [kostyuchenko-2018.48].",
            "Which words would you have to keep, so that your section does not say it of today? Copy them.",
        ),
        passage=tables.claim(FOR_NOW).phrase,
        hints=(
            "What do these words say about the weeks after the visit?",
            "Leave out a word or two at a time: when does the sentence hold for ever?",
        ),
    ),
    Choice(
        task_id="09.3",
        title="Which section keeps both hedges?",
        minutes=3,
        prompt=(
            "Four sections cite the same two claims on the inquiry, one of the president and one of Human Rights Watch. Read both cards [hrw-letter-2012.41, hrw-letter-2012.172].",
            "Which section claims no more than either of them, and says who speaks?",
        ),
        options=(
            Item(
                "experts",
                "President Nursultan Nazarbayev promised an inquiry with independent experts. For Human Rights Watch, to charge peaceful oil workers “raises serious questions” about how impartial it is.",
            ),
            Item(
                "both",
                "President Nursultan Nazarbayev said that the inquiry “could include independent experts”. For Human Rights Watch, to charge peaceful oil workers “raises serious questions” about it.",
            ),
            Item(
                "partial",
                "President Nursultan Nazarbayev said that the inquiry “could include independent experts”. Human Rights Watch found that it was not impartial, since peaceful oil workers were charged.",
            ),
            Item(
                "nobody",
                "An inquiry was opened that “could include independent experts”. But that peaceful oil workers were charged “raises serious questions” about how impartial it is.",
            ),
        ),
        hints=(
            "Take the two claims one at a time. Which words of each keep it from saying more?",
            "A promise is more than a possibility, and a finding is more than a question.",
            "A section must also leave each statement to the one who made it.",
        ),
    ),
    Number(
        task_id="09.4",
        title="Six claims, six sources?",
        minutes=3,
        prompt=(
            "A classmate writes: “Six sources tell us about the order to fire” and cites [belfast-telegraph-2011-12-19-kazakhs-defiant.05, jones-2012.25, bbc-2012-07-12-pillay.03].",
            "And also [worldbulletin-2012-07-12-pillay.02, ageleuov-2020.108, ageleuov-2020.114].",
            "Mend the sentence: choose what can be counted here as independent of each other, and say how many of them there are.",
        ),
        units=("claims", "texts", "voices", "sides"),
        hints=(
            "Read the six cards: whose word is it, whoever prints it?",
            "One who speaks twice, or in two newspapers, is still one.",
            "One of them is reported with two answers that do not fit together. That makes no second speaker.",
        ),
    ),
    Range(
        task_id="09.5",
        title="Both ends",
        minutes=4,
        prompt=(
            "Imagine that you write on the dismissed workers at the end of December 2011. Take only what was said in that month, by anybody: the company, the state, the press.",
            "What are the lowest and the highest number of people dismissed? Leave hedges aside here, but never when you write an account.",
        ),
        unit="people dismissed",
        hints=(
            "The list stands in the order in which things were said. Find the first and the last claim of December.",
            "A claim dated 'December 2011' was said in that month too.",
            "Compare all of them before you choose. The two ends need not come from opposed sides.",
        ),
    ),
    Rewrite(
        task_id="09.6",
        title="No more than the ambassador says",
        minutes=4,
        prompt=(
            "In December 2011 Kazakhstan's ambassador to the United States said that jobs were being looked for. They were meant for “almost 2,000 oil workers” laid off that year [kazinform-2011-12-idrissov-us.02].",
            "Rewrite the sentence below so that it claims no more than this source.",
        ),
        claim_id=AMBASSADOR,
        sentence="It is certain that more than 2,000 workers lost their jobs and that all of them were hired again.",
        hints=(
            "Whose statement is it?",
            "Does the small word before the number go up or down from 2,000?",
            "To look for jobs is not to have found them. And what exactly is counted?",
        ),
    ),
    Grid.of(
        task_id="09.7",
        title="Whom can you cite for what?",
        minutes=6,
        prompt=(
            "Five core documents and three statements. A text says a statement if it makes it or passes it on, whatever else it adds.",
            "It says otherwise if it only gives another answer to the same question. It is silent if it gives none, in what we hold of it.",
            "The list above has the strike and the gathering; claims on who was punished stand in the second list of this exercise.",
        ),
        rows=tuple(items.source(s) for s in TEXTS),
        columns=tuple(
            Item(position, words)
            for position, words in zip(
                STATEMENTS.values(),
                (
                    "The strike was peaceful before 16 December",
                    "The gathering of 16 December was an Independence Day celebration",
                    "Officers were tried and punished",
                ),
                strict=True,
            )
        ),
        hints=(
            "What stands before the dot in a claim's number is its text. Take one text after the other.",
            "When was each text written? A letter of February 2012 cannot report a verdict of May.",
            "To say that some were punished and others not is still to say that some were.",
        ),
    ),
    Choice(
        task_id="09.8",
        mirror="09.9",
        title="Against a section that leans to the police",
        minutes=3,
        prompt=(
            f"A section reads: “{NO_WEAPONS}”",
            "The desk puts first what gives another answer from closest by: a document, then what a speaker saw, then lived through, then an office's statement, then a report, an opinion, hearsay.",
            "Which of these must the section answer first? Read their cards in the list on the order to fire.",
        ),
        options=tuple(paraphrased(c) for c in AGAINST_NO_WEAPONS),
        hints=(
            "Which of them answer the question when police were given live ammunition?",
            "Two of these pass on one voice. Through which of the two are you closer to it?",
            "It need not come from the other side: officers spoke in court too. Which of these tells when weapons were handed out?",
        ),
    ),
    Pick(
        task_id="09.9",
        mirror="09.8",
        title="Against a section that leans to the strikers",
        minutes=3,
        prompt=(
            f"A section reads: “{NOT_PUNISHED}”",
            "By the same rule: which two of these would the desk put first? Their cards are in the second list of this exercise.",
        ),
        items=tuple(paraphrased(c) for c in AGAINST_NOT_PUNISHED),
        hints=(
            "Leave out what gives the same answer as the section.",
            "Of the rest, read the line on the card that says how the speaker knows.",
            "The two come from writers who agree on little else.",
        ),
    ),
    Judgement(
        task_id="09.10",
        title="Your judgement",
        minutes=13,
        prompt=(
            "Who gave the order to fire? Choose an answer, rest it on claims, and meet the strongest evidence against it. Speak of offices rather than of people where you can.",
            "Each of the four answers has its speakers, and each can be argued. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Start with the claim that troubles your answer most.",
            "One speaker is reported with two answers. How do we have each of them?",
            "To command on the square, to be convicted, and to have decided: which of these does each claim speak of?",
        ),
    ),
    Next(
        task_id="09.11",
        title="What would move you?",
        minutes=6,
        prompt=(
            "You have judged who gave the order. Suppose that you may see two more records; we do not know which of them still exist.",
            "Which two could move you most, towards your answer or away from it? Say what you would conclude if one showed this or that, and what it may leave out.",
        ),
        items=(
            Wanted("plan", "The plan of operations of the regional police for December 2011", "regional police"),
            Wanted("calls", "The ministry's own log of calls to the region on 16 December", "interior ministry"),
            Wanted("operator", "The telephone operator's list of calls between offices that day", "telephone operator"),
            Wanted("words", "The minister's words of December 2011 on tape, uncut", "reporters who recorded him"),
            Wanted("judgment", "The whole judgment on the five officers, with its reasons", "court"),
            Wanted("statements", "What officers told investigators in their first days", "investigators"),
            Wanted("observers", "Notes of people who watched the officers' trial from the hall", "trial observers"),
        ),
        hints=(
            "Which claim against your answer could you not meet? Look for a record that would test it.",
            "Two makers with different interests can check each other.",
            "Say it with 'if', once for each of the two.",
        ),
    ),
    Code(
        task_id="09.12",
        title="For computing classes: where is the official side silent?",
        minutes=6,
        prompt=(
            "On which questions do the tables hold answers in words, but none from an official speaker? A section on one of them cannot set two sides against each other, and should say so.",
            "Answer with a list of question ids, `c.question_id`. Where a speaker stands is `c.standpoint`; `evidence.SIDES` turns it into 'official' or another side. The next cell holds the claims.",
        ),
        hints=(
            "Make two sets of question ids: of all claims, and of those whose side is 'official'.",
            "One set minus another leaves what only the first one holds: `list(first - second)`.",
        ),
    ),
)
