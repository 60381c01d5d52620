"""Tasks of lesson 05: how many were killed and wounded, and who counted what?"""

from zhanaozen import evidence, tables
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted, paraphrased, said
from zhanaozen.tasks.kinds import Choice, Code, Item, Judgement, Match, Number, Order, Pick, Range, Rewrite

QUESTION = "count_complete"


SIXTY_FOUR = (
    "kostyuchenko-2018.01",
    "kostyuchenko-2018.03",
    "hrw-letter-2012.02",
    "odf-2011-12-oil-river-counts.03",
)
OFFICIAL_DAYS = (
    "tass-2011-12-20-kasymov-cabinet.02",
    "rferl-2011-12-17-state-of-emergency.01",
    "uralskweek-2011-12-16-prosecutors-deny-deaths.02",
    "hrw-letter-2012.03",
    "eurasianet-2012-01-13-lillis.01",
    "reuters-2011-12-16-ten-killed.01",
)
HOW_KNOWN = (
    "hrw-letter-2012.02",
    "oreanda-2011-12-21-kabylov.04",
    "jones-2012.03",
    "jones-2012.05",
    "kostyuchenko-2018.09",
)
AT_THE_HOSPITAL = (
    "hrw-letter-2012.18",
    "hrw-letter-2012.19",
    "hrw-letter-2012.02",
    "oreanda-2011-12-21-kabylov.04",
    "reuters-2011-12-17-oilmen-avoid-work.02",
    "eurasianet-2011-12-20-wounded-shed-light.01",
    "ageleuov-2020.04",
)
FIFTEEN = ("kostyuchenko-2018.04", "jones-2012.02", "kantor-2012.02")
OFFICIAL_TOTALS = (
    "hrw-letter-2012.03",
    "tass-2011-12-20-kasymov-cabinet.02",
    "reuters-2012-01-26-police-prosecuted.02",
    "reuters-2012-01-26-police-prosecuted.03",
    "mondediplo-2012-07-99-per-cent.01",
)
PLACES = ("zhanaozen", "zhanaozen_shetpe", "shetpe", "zhanaozen_unsplit")
#: Claims to weigh in the judgement: both sides, several ways of knowing, none that describes a wound or a body.
TO_WEIGH = (
    "uralskweek-2011-12-16-prosecutors-deny-deaths.02",
    "businessweek-2011-12-20-opposition-warns.01",
    "oreanda-2011-12-21-kabylov.05",
    "hrw-letter-2012.03",
    "tass-2011-12-20-kasymov-cabinet.02",
    "reuters-2012-01-26-police-prosecuted.02",
    "kantor-2012.02",
    "ageleuov-2020.21",
    "jones-2012.03",
    "kostyuchenko-2018.01",
    "kostyuchenko-2018.10",
    "odf-2011-12-oil-river-counts.03",
    "rferl-2011-12-21-video.04",
    "campaignkazakhstan-2012-01-12.06",
    "campaignkazakhstan-2012-01-12.03",
    "kostyuchenko-2018.07",
    "azh-2011-12-shetpe-morgue.01",
)

TASKS = (
    Match(
        task_id="05.1",
        title="Sixty-four of what?",
        minutes=3,
        prompt=(
            "Here are four of the passages that give the number 64. Read the quoted words, and only those. What does each of them count?",
            "In the lesson, answer before you read on. If you have answered there, your answer is back here.",
        ),
        items=tuple(said(c) for c in SIXTY_FOUR),
        options=items.words("people killed", "people shot", "people with gunshot wounds", "bodies", "people detained"),
        hints=(
            "Look for the noun and the verb behind the number.",
            "'Shot' may mean killed or wounded. If the words do not say which, neither do you.",
        ),
    ),
    Choice(
        task_id="05.2",
        title="No more than the source says",
        minutes=2,
        prompt=(
            "The editors of Kostyuchenko's essay write “up to 64 people were killed”, from unofficial statistics. Which sentence claims no more than that?",
        ),
        options=(
            Item("floor", "At least 64 people were killed."),
            Item("exact", "64 people were killed."),
            Item("ceiling", "The editors report unofficial figures that go as high as 64 killed."),
            Item("unit", "The editors report that 64 people were hit by bullets."),
        ),
        hints=(
            "Which end of the range does 'up to' fix?",
            "Whose statistics? The sentence must not lose that.",
        ),
    ),
    Number(
        task_id="05.3",
        title="Two counts in one letter",
        minutes=3,
        prompt=(
            "In the letter of Human Rights Watch a hospital worker counts a part of those whom the hospital registered [hrw-letter-2012.19]. The Prosecutor General counts the same kind of thing [hrw-letter-2012.02].",
            "By how many do the two numbers differ, and what do both of them count?",
        ),
        units=("people killed", "people shot", "people with gunshot wounds", "people wounded"),
        hints=(
            "Find both claims in the list on people wounded, and read the quoted words.",
            "Subtract the smaller number from the larger. Keep the unit that both share.",
        ),
    ),
    Order.of(
        task_id="05.4",
        title="The count as it was announced",
        minutes=4,
        prompt=(
            "Here are six numbers of people killed that were given as official. Put them in the order in which they were said: 1 is the first. A denial that there were victims stands here as 0.",
            "The cards in the list on people killed show the days, in the line 'Said'.",
        ),
        items=tuple(counted(c) for c in OFFICIAL_DAYS),
        hints=(
            "A number can stand still while its meaning changes, so go by the day and not by size.",
            "Two of them were said on one day. If you cannot tell which came first, either order is accepted.",
        ),
    ),
    Range(
        task_id="05.5",
        title="Stand on 18 December 2011",
        minutes=3,
        prompt=(
            "It is the evening of 18 December 2011. What are the lowest and the highest number of people killed in Zhanaozen alone that the Prosecutor General's Office has given so far? If it has denied that there were victims, count that as 0.",
        ),
        unit="people killed",
        hints=(
            "Set the two-clock chart of the lesson to 18 December, or look through the list on people killed.",
            "Leave out numbers for Zhanaozen and Shetpe together, and those of other offices.",
        ),
    ),
    Match(
        task_id="05.6",
        title="How do they know?",
        minutes=4,
        prompt=(
            "Five numbers. How did each of them reach the person who wrote it down for us, as far as the text tells? An official number that a text quotes is still an official statement.",
            "Decide first. Then compare with the line 'How known' on the cards.",
        ),
        items=tuple(counted(c) for c in HOW_KNOWN),
        options=items.directness(("official_statement", "eyewitness", "hearsay", "analysis")),
        hints=(
            "Who was there, and who only passes on what others saw?",
            "A writer was not there and names nobody as a source. What is left?",
        ),
    ),
    Pick(
        task_id="05.7",
        title="The same count from two sides",
        minutes=4,
        prompt=(
            "Some of these claims about Zhanaozen give the same number of the same thing, on the official side and on another. Tick them.",
            "Official are the prosecutor, the minister, the commandant and the official count; the people of the hospital are not. Whoever was registered or received at the hospital counts as wounded here.",
        ),
        items=tuple(counted(c) for c in AT_THE_HOSPITAL),
        hints=(
            "The same digits are not enough: compare the units.",
            "'About' and a bare number are not the same claim.",
        ),
    ),
    Choice(
        task_id="05.8",
        title="Fifteen, three times",
        minutes=3,
        prompt=(
            "Kostyuchenko (p10), Jones (p8) and Kantor (p6) all give 15 killed [kostyuchenko-2018.04, jones-2012.02, kantor-2012.02]. They stand on different sides.",
            "How many counts, each made by itself, can you show from these three passages?",
        ),
        options=(
            Item("3", "Three: three authors, three sides"),
            Item("2", "Two: one for the state, one against it"),
            Item("1", "One: the official count, passed on three times"),
            Item("0", "None: a number without a list of names is no count"),
        ),
        hints=(
            "Read the cards: whose number is it, by the words of each author?",
            "An author who names no count of her own cannot be shown to have made one.",
        ),
    ),
    Pick(
        task_id="05.9",
        title="Who is silent?",
        minutes=3,
        prompt=(
            "Which of the six core documents give no number of people wounded in Zhanaozen? Numbers of hurt police officers, and numbers for other countries, do not count here.",
        ),
        items=tuple(
            Item(s.source_id, f"{items.source(s.source_id).words} [{s.source_id}]")
            for s in sorted((s for s in tables.sources() if s.core), key=lambda s: s.published)
        ),
        hints=(
            "Go through the list of claims on people wounded: whose texts are missing?",
            "Silence is not denial. What kind of text is it, and for whom was it written?",
        ),
    ),
    Match(
        task_id="05.10",
        title="Fourteen, fifteen, sixteen, seventeen",
        minutes=4,
        prompt=("All these numbers of people killed are given as official. For which place is each?",),
        items=tuple(counted(c) for c in OFFICIAL_TOTALS),
        options=tuple(
            Item(p.place_id, p.name)
            for p in sorted(
                (p for p in tables.load().places if p.place_id in PLACES),
                key=lambda p: PLACES.index(p.place_id),
            )
        ),
        hints=(
            "Open the cards and read the line 'Place'.",
            "If the text does not say whether Shetpe is counted, that is your answer.",
        ),
    ),
    Choice(
        task_id="05.11",
        title="What opposed sources agree on",
        minutes=3,
        prompt=(
            "Did police fire kill people? One of these statements is made, or accepted, on the official side and on the other sides alike. Which? (To leave the question open is not a statement about it.)",
        ),
        options=tuple(Item(p, p[0].upper() + p[1:]) for p in evidence.question("killed_by_police_fire").positions),
        hints=(
            "Read what the Prosecutor General said on 25 January 2012, as quoted in the letter [hrw-letter-2012.01].",
            "Agreement that it happened is not agreement that it was lawful.",
        ),
    ),
    Judgement(
        task_id="05.12",
        title="Your judgement",
        minutes=14,
        prompt=(
            "Is the official count of the dead complete? Choose an answer, rest it on claims, and meet the strongest evidence against it.",
            "Any of the three answers can be argued well. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Start with the claim that troubles your answer most.",
            "Say of each claim how the speaker knows, and what exactly was counted.",
            "No text here prints a list of the names of the dead. How sure can anybody be without one?",
        ),
    ),
    Rewrite(
        task_id="05.13",
        title="No more than the prosecutors say",
        minutes=4,
        prompt=(
            "On 17 December 2011 prosecutors, as a text of that month quotes them, spoke of “more than 70 people injured” in Zhanaozen [odf-2011-12-oil-river-counts.02].",
            "Rewrite the sentence below so that it claims no more than this source.",
        ),
        claim_id="odf-2011-12-oil-river-counts.02",
        sentence="It is proven that 70 people were shot in Zhanaozen.",
        hints=(
            "Whose number is it?",
            "Which end of the range do the two words before the number set?",
            "Is everybody who is injured also shot? Say what is counted.",
        ),
    ),
    Code(
        task_id="05.14",
        title="For computing classes: who gives a number of the killed?",
        minutes=6,
        prompt=(
            "How many different voices give a number of people killed in the six core documents?",
            "A voice is whose number it is, `c.voice`; a number has a unit, `c.unit`. The next cell holds the claims.",
        ),
        hints=(
            "Keep the claims whose unit is 'people killed'.",
            "A set holds each voice once: `{c.voice for c in ...}`.",
        ),
    ),
)
