"""Tasks of lesson 03: what can be said about 16 December and Shetpe the day after, and by whom?"""

from zhanaozen import evidence, tables, text
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted_as, paraphrased
from zhanaozen.tasks.kinds import (
    Choice,
    Code,
    Grid,
    Item,
    Judgement,
    Match,
    Next,
    Order,
    Pick,
    Quote,
    Rewrite,
    Wanted,
)

#: The question of the judgement.
QUESTION = "crowd_armed"

IN_MOST_CASES = "hrw-letter-2012.38"
BEGINNINGS = (
    "prosecutor-general-2011-12-16-statement.03",
    "ageleuov-2020.121",
    "hrw-2011-12-17-investigate.04",
    "rferl-2011-12-16-at-least-10.03",
    "ntv-2011-12-16-stan.06",
)
#: Numbers of the day, each with its own unit but for the one in SWAPPED.
COUNTS = (
    "ep-2012-03-15-resolution.03",
    "hrw-2011-12-17-investigate.01",
    "ageleuov-2020.90",
    "hrw-letter-2012.76",
    "ageleuov-2020.103",
)
SWAPPED = {"hrw-2011-12-17-investigate.01": "people in the crowd"}
HOW_KNOWN = (
    "hrw-letter-2012.60",
    "kantor-2012.34",
    "rferl-2012.11",
    "lenta-2011-12-17-video.03",
    "ageleuov-2020.100",
    "kantor-2012.42",
)
FIFTY = "tengrinews-2011-12-18-shetpe-one-killed.04"
ON_A_WARNING = (
    "jones-2012.30",
    "hrw-letter-2012.74",
    "intellinews-2012-01-26-probe.05",
    "ntv-2011-12-16-stan.01",
    "hrw-letter-2012.60",
)
#: The rows of the grid: the text, and the standpoint of those it quotes where only they are meant.
SPEAKERS = {
    "authorities": ("hrw-letter-2012", "state"),
    "witnesses": ("hrw-letter-2012", "participant"),
    "kantor": ("kantor-2012", None),
    "jones": ("jones-2012", None),
    "kostyuchenko": ("kostyuchenko-2018", None),
}
#: The columns of the grid: an answer and its question, in the order of the day.
STATEMENTS = {
    "the first police line gave way": "police_returned",
    "rioting or burning came first": "fire_order",
    "there was a warning, in words or shots": "warning",
}
FROM_TWO_SIDES = (
    "kantor-2012.25",
    "kantor-2012.30",
    "ageleuov-2020.102",
    "ageleuov-2020.103",
    "rferl-2011-12-21-video.06",
    "kantor-2012.42",
    "hrw-letter-2012.77",
    "hrw-letter-2012.90",
)
SHETPE = "shetpe_17_december"
#: Claims to weigh in the judgement: both answers, several ways of knowing, none that describes a wound.
TO_WEIGH = (
    "prosecutor-general-2011-12-16-statement.05",
    "trend-2011-12-18-thirteen-dead.05",
    "oreanda-2011-12-21-kabylov.06",
    "hrw-letter-2012.88",
    "kantor-2012.06",
    "kantor-2012.44",
    "tengrinews-2012-police-veterans.05",
    "bureau-kaliev-2014-12-justice.05",
    "focus-2011-12-video.03",
    "rferl-2011-12-21-video.08",
    "azattyq-2012-01-16-one-month.04",
    "hrw-letter-2012.90",
    "hrw-letter-2012.15",
    "jones-2012.31",
    "rferl-2012.06",
    "ageleuov-2020.28",
)
#: Six questions on what happened on the square: for the lines of code.
ON_THE_SQUARE = ("who_began", "police_returned", "fire_order", "warning", "running_away", "where_aimed")


def _told(claim_id: str) -> Item:
    """Return a claim as an item: our sentence for it, who says so and where. No number, since some hold a date."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"{c.claim} ({'; '.join(dict.fromkeys((text.who(c), c.source.publisher)))})")


def _weighed(claim_id: str) -> Item:
    """Return a claim as an item to weigh: our sentence for it, whose voice it is, and its number."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"{c.claim} ({text.who(c)}) [{claim_id}]")


TASKS = (
    Quote(
        task_id="03.1",
        title="The words that limit",
        minutes=2,
        prompt=(
            "On 25 January 2012 the Prosecutor General judged how police had acted in Zhanaozen. Human Rights Watch quotes him. Here are the first words of a sentence; it goes on to say that they acted in accordance with the law.",
            "Which words keep his statement from being about every officer and every shot? Copy them.",
        ),
        passage=tables.claim(IN_MOST_CASES).phrase,
        hints=(
            "Try the sentence without a part of it: when does it claim more than before?",
            "The rest would then hold for all cases. Which words rule that out?",
        ),
    ),
    Match(
        task_id="03.2",
        title="Who began it?",
        minutes=3,
        prompt=(
            "Five claims on how the violence began. Which answer does each of them give, or pass on from others?",
            "Go by the first act that the claim tells, and by who does it. Whether the claim is right is not asked.",
        ),
        items=tuple(_told(c) for c in BEGINNINGS),
        options=items.words(*evidence.question("who_began").positions),
        hints=(
            "Look for the one who does the first thing in the sentence.",
            "To pass on an answer is not to share it: a channel that says what others say still brings their answer.",
            "Pressing people back and setting about to clear a whole square are two answers here.",
        ),
    ),
    Choice(
        task_id="03.3",
        title="A number with another's unit",
        minutes=3,
        prompt=(
            "Five numbers of 16 December. One of them is shown with a unit that is not its own, and so seems to contradict another. Which one?",
            "One of the lists above shows what each of them counts.",
        ),
        options=tuple(counted_as(c, SWAPPED.get(c, tables.claim(c).unit)) for c in COUNTS),
        hints=(
            "Which two numbers with one unit lie far apart?",
            "Open the cards of both and read the quoted words: which noun stands behind the number?",
        ),
    ),
    Match(
        task_id="03.4",
        title="How do they know?",
        minutes=4,
        prompt=(
            "Six claims on the day. Ask of the one who makes each claim: how does this person or office come to know it? A film counts as a document.",
            "Decide first. Then compare with the line 'How known' on the cards.",
        ),
        items=tuple(paraphrased(c) for c in HOW_KNOWN),
        options=items.directness(("official_statement", "eyewitness", "document", "hearsay", "analysis")),
        hints=(
            "Who was there, who saw a film, and who tells what others said?",
            "Some pass on what they did not see. Some say what it meant. Which of the two is it?",
            "To say what somebody's task or plan was, one has to draw a conclusion.",
        ),
    ),
    Rewrite(
        task_id="03.5",
        title="Shetpe: no more than the prosecutors say",
        minutes=5,
        prompt=(
            "On 18 December 2011 prosecutors told of the evening before at Shetpe: “about 50 hooligans resisted the police” [tengrinews-2011-12-18-shetpe-one-killed.04].",
            "Rewrite the sentence below so that it claims no more than this source. The word for the people is the prosecutors' own; you may keep it, if you say whose it is.",
        ),
        claim_id=FIFTY,
        sentence="It is certain that a mob attacked the police at Shetpe.",
        hints=(
            "Whose statement is it?",
            "Is 'to resist' the same as 'to attack'? Who came first, by this account?",
            "A small word stands before the number. Keep it.",
        ),
    ),
    Order.of(
        task_id="03.6",
        title="A warning, as it was told",
        minutes=4,
        prompt=(
            "Five statements on whether there was a warning before the shooting. Put them in the order in which they were said: 1 is the first.",
            "The line 'Said' on each card, in the first list, gives the day. A text may be printed long after the words that it quotes; the day of the words counts.",
        ),
        items=tuple(_told(c) for c in ON_A_WARNING),
        hints=(
            "Find each claim in the list by its speaker: two of them come from the prosecutors, at different times.",
            "A letter of February 2012 quotes words of December 2011: what counts here is the day of the words.",
        ),
    ),
    Grid.of(
        task_id="03.7",
        title="Three steps of the day, five accounts",
        minutes=8,
        prompt=(
            "For each step of the day there is one statement. Look through the first list: does each of the five say it, say otherwise (give another answer to the same question), or say nothing on it?",
            "The letter of Human Rights Watch has two rows, since it quotes the authorities and people whom it interviewed. 'Is silent' means that we hold no claim on it; it is no denial.",
        ),
        rows=(
            Item("authorities", "The authorities, quoted by Human Rights Watch, 2012"),
            Item("witnesses", "People interviewed by Human Rights Watch, 2012"),
            Item("kantor", "Alina Kantor, 2012"),
            Item("jones", "Robert Jones, 2012"),
            Item("kostyuchenko", "Elena Kostyuchenko's essay, 2018"),
        ),
        columns=(
            Item("the first police line gave way", "First clash: the first police line gave way"),
            Item("rioting or burning came first", "Fires: rioting or burning came before the shooting"),
            Item("there was a warning, in words or shots", "Shooting: there was a warning, in words or shots"),
        ),
        hints=(
            "Take one text at a time: find its name at the beginning of the claim numbers.",
            "Somebody who tells of the same step may still give no other answer. To leave a step out is not to say otherwise.",
            "If a text has no line in the list on that step, it is silent, whatever you expect of it.",
        ),
    ),
    Pick(
        task_id="03.8",
        title="The same answer from two sides",
        minutes=7,
        prompt=(
            "Each of these claims gives an answer to some question. Tick it if somebody on the official side and somebody on another side both give that answer. Kantor, who defends the police, counts as official here.",
            "Use the lists on numbers and on weapons: look for the same answer behind other names.",
        ),
        items=tuple(paraphrased(c) for c in FROM_TWO_SIDES),
        hints=(
            "Find the answer of each claim in the list. Who else gives it?",
            "Two speakers of one side are not two sides.",
            "The prosecutors, ministers, police veterans and Kantor stand on one side here; residents, reporters, rights groups and Jones do not.",
        ),
    ),
    Pick(
        task_id="03.9",
        title="Who is silent on Shetpe?",
        minutes=3,
        prompt=(
            "We read the six core documents from end to end. Which of them tell nothing of what happened at Shetpe on 17 December? The list on Shetpe holds what we have; the last part of a line names the text.",
        ),
        items=tuple(
            Item(s.source_id, f"{items.source(s.source_id).words} [{s.source_id}]")
            for s in sorted((s for s in tables.sources() if s.core), key=lambda s: s.published)
        ),
        hints=(
            "The claims in the list stand by the name of their text: which of the six names do not come up?",
            "An interviewer's question is a part of the text too.",
        ),
    ),
    Judgement(
        task_id="03.10",
        title="Your judgement",
        minutes=14,
        prompt=(
            "Did people in the crowd on 16 December have firearms? Choose an answer, rest it on claims, and meet the strongest evidence against it.",
            "Either answer can be argued well, and 'How sure' has a step for an open question. You may limit your sentence to a place or an hour. The feedback looks at your use of evidence, never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(_weighed(c) for c in TO_WEIGH),
        hints=(
            "Start with the claim that troubles your answer most.",
            "One office may speak several times: how many voices are there behind your claims?",
            "Which place and which hour does each claim speak of: the square, or the town; when police fired, or later?",
        ),
    ),
    Next(
        task_id="03.11",
        title="Which two sources next?",
        minutes=6,
        prompt=(
            "In what we read nobody shows the minute of the first shot at people, nor when each fire began. Suppose that you may see two more sources; we do not know which of them still exist.",
            "Which two would you want, to learn in which order fires, warning and shots came? Say what each would show, and what not.",
        ),
        items=(
            Wanted("radio", "A recording of the police radio of that day", "police"),
            Wanted("weapons", "The police register of weapons and rounds given out and returned", "police"),
            Wanted("fire", "The fire brigade's log of calls, with times", "fire brigade"),
            Wanted("ambulance", "The ambulance station's log of calls, with times", "ambulance station"),
            Wanted("window", "The whole film from a window, uncut, with the time at which it was made", "residents"),
            Wanted("lines", "The telephone operator's record of the hour when lines failed", "telephone operator"),
            Wanted("court", "The full record of what officers and witnesses told the court", "court"),
        ),
        hints=(
            "Which of them were made minute by minute on the day, and which from memory?",
            "Take two that were made by different hands: where they meet, each supports the other.",
            "Say it with 'if': if the log shows this, then …; if it shows that, then …",
        ),
    ),
    Code(
        task_id="03.12",
        title="For computing classes: who saw it?",
        minutes=6,
        prompt=(
            "Many speak of the first clash, the fires and the shooting. How many different voices tell what they saw or lived through themselves?",
            "A voice is `c.voice`; how it knows is `c.directness`, with words such as 'eyewitness', 'participant', 'hearsay'. The next cell holds the claims on six questions.",
        ),
        hints=(
            "Keep the claims whose directness is 'eyewitness' or 'participant'.",
            "A set holds each voice once: `{c.voice for c in ...}`.",
        ),
    ),
)
