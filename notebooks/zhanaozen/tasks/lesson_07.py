"""Tasks of lesson 07: who was tried, for what, and was it fair?"""

from zhanaozen import evidence, tables
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted, counted_as, paraphrased, said
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

QUESTION = "trial_fair"

OUTCOMES = (
    "people tried",
    "people convicted",
    "people sentenced to prison",
    "people given suspended sentences",
    "people amnestied",
    "people acquitted",
)
SHETPE = ("kantor-2012.47", "kantor-2012.49", "kantor-2012.50", "kantor-2012.51", "kantor-2012.52", "kantor-2012.53")
#: Counts of outcomes in the trial of the 37, each with the unit in which the task shows it: one is another's.
SHOWN_AS = {
    "khpg-reuters-2012-06-verdict.01": "people sentenced to prison",
    "odf-2015-zhanaozen-list.04": "people given suspended sentences",
    "signalfire-2012-08-appeal.09": "people sentenced to prison",
    "eurasianet-2012-06-shoes.04": "people amnestied",
    "khpg-reuters-2012-06-verdict.03": "people acquitted",
}
TO_PROVE = "kantor-2012.01"
#: Texts, and the outcomes of the trial of the 37 on which each may speak; the claims give number and unit.
TEXTS = (
    "eurasianet-2012-06-shoes",
    "bbc-2012-07-12-pillay",
    "kantor-2012",
    "amnesty-2013-annual-p1",
    "ageleuov-2020",
)
COUNTS = ("eurasianet-2012-06-shoes.01", "eurasianet-2012-06-shoes.02", "eurasianet-2012-06-shoes.05")
TWO_SIDES = (
    "odf-2012-04-trial-chronology.01",
    "zhanaozen-eu-campaign.05",
    "kantor-2012.53",
    "kantor-2012.14",
    "kantor-2012.51",
    "reuters-2012-01-26-police-prosecuted.05",
    "jones-2012.07",
    "ageleuov-2020.141",
    "ageleuov-2020.158",
    "odf-2015-zhanaozen-list.06",
)
SEVEN_YEARS = ("ageleuov-2020.163", "reuters-2012-05-28-police-jailed.07")
THREE_TO_SEVEN = "jones-2012.33"
NINETEEN = "ageleuov-2020.159"
TORTURE = (
    "bbc-2012-05-abuse-claims.02",
    "ageleuov-2020.161",
    "jones-2012.45",
    "amnesty-2013-annual-p1.05",
    "csp-2012-10-unfair.02",
    "rferl-2018-10-dosmagambetov-buried.03",
)
OFFICIALS = (
    "reuters-2012-05-28-police-jailed.07",
    "belfast-telegraph-2011-12-19-kazakhs-defiant.05",
    "mutabar-2012-10-kozlov-reactions.01",
    "gazetaru-2012-03-27-trial.01",
    "kz-prosecutor-2012-07-12-pillay.01",
    "hrw-letter-2012.01",
)
#: Claims to weigh in the judgement: what speaks for fair trials, against them, and in both directions; none is hard.
TO_WEIGH = (
    "gazetaru-2012-03-27-trial.01",
    "odf-2012-04-trial-chronology.05",
    "jones-2012.41",
    "csp-2012-06-preliminary.03",
    "eurasianet-2012-06-shoes.06",
    "khpg-reuters-2012-06-verdict.02",
    "kantor-2012.49",
    "kantor-2012.56",
    "kz-prosecutor-2012-07-12-pillay.01",
    "interfax-2012-07-13-mfa-pillay.04",
    "mutabar-2012-10-kozlov-reactions.01",
    "eu-2012-10-09-ashton-kozlov.02",
    "signalfire-2012-08-appeal.02",
    "csp-2012-10-unfair.01",
    "hrw-2012-11-15-kozlov-appeal.02",
    "odf-2013-03-kozlov-cassation.02",
    "amnesty-2013-annual-p1.05",
    "ageleuov-2020.152",
    "ageleuov-2020.160",
)


def _told(claim_id: str) -> Item:
    """Return a claim as an item: our sentence for it, without its id, which may hold its date."""
    return Item(claim_id, tables.claim(claim_id).claim.rstrip("."))


def _count(claim_id: str) -> Item:
    """Return what a claim counts as a statement, without its owner."""
    c = tables.claim(claim_id)
    return Item(claim_id, f"{c.value_low:,} {c.unit}")


TASKS = (
    Match(
        task_id="07.1",
        title="One judgment, six counts",
        minutes=4,
        prompt=(
            "Alina Kantor defends the police and the authorities. Her article reports one judgment, of 21 May 2012, with six numbers. The English is rough: go by what happened to the people.",
            "Read the quoted words. What does each of them count?",
        ),
        items=tuple(said(c) for c in SHETPE),
        options=items.words(*OUTCOMES),
        hints=(
            "“Justified”, “pardoned generally”: which option could such odd words mean?",
            "Her numbers add up, first to those found guilty and then to all of them. Which ones are parts of which?",
            "Our tables use one word for a pardon and for an amnesty.",
        ),
    ),
    Choice(
        task_id="07.2",
        title="A unit that is not its own",
        minutes=3,
        prompt=(
            "Five counts of outcomes in the trial of the 37. Four are shown as their texts give them. In one, we changed the words after the number, so that it counts something else. Which one is it?",
        ),
        options=tuple(counted_as(c, unit) for c, unit in SHOWN_AS.items()),
        hints=(
            "Could all five be true of one group of 37 people?",
            "Look up the number that seems too large in the list of claims, and read its words.",
        ),
    ),
    Quote(
        task_id="07.3",
        title="A charge, as Kantor puts it",
        minutes=2,
        prompt=(
            "Five police officers are on trial when Alina Kantor writes. The words below are hers, on what they are charged with [kantor-2012.01].",
            f"The charge is not called true in them. Copy the {len(tables.claim(TO_PROVE).hedge.split())} words that leave it open.",
        ),
        passage=tables.claim(TO_PROVE).phrase,
        hints=(
            "Read “a fact” alone. Which of the other words say that it is not settled yet?",
            "Look for the whole verb: what is somebody still doing?",
        ),
    ),
    Grid.of(
        task_id="07.4",
        title="Who gives which count?",
        minutes=8,
        prompt=(
            "Five texts and three counts of the trial of the 37. A text says a count if the number stands in it, for this trial, whoever is speaking. Its introduction is a part of it.",
            "It says otherwise if it gives another number of the same thing. It is silent if it gives none, even if you could work it out.",
        ),
        rows=tuple(items.source(s) for s in TEXTS),
        columns=tuple(_count(c) for c in COUNTS),
        hints=(
            "The list of claims above is in the order of the texts: the last word of each line begins with the id of the text.",
            "The same outcome of another trial is not the same count: read on the card which trial is meant.",
            "Silence is not denial. Which trial was over when the text was written?",
        ),
    ),
    Pick(
        task_id="07.5",
        title="The same count from two sides",
        minutes=4,
        prompt=(
            "Find the pairs: an official voice and another voice that give the same number of the same thing in the same trial. Tick both of each pair.",
            "The official side is the state, the company and those who write in their defence, such as Kantor. If a text passes on a court's count, the court is the voice.",
        ),
        items=tuple(counted(c) for c in TWO_SIDES),
        hints=(
            "The same digits are not enough: compare what is counted, and in which trial.",
            "Those to be tried, those tried and those convicted are three groups.",
            "The items do not name the trial. Choose the claim in the list and read the lines ‘Meant’ and ‘Event’.",
        ),
    ),
    Choice(
        task_id="07.6",
        title="Seven years and seven years",
        minutes=3,
        prompt=(
            "Roza Tuletaeva, a voice of the strikers, got seven years [ageleuov-2020.163]. Colonel Utegaliev, who coordinated the police action, got seven years too [reuters-2012-05-28-police-jailed.07].",
            "Which sentence claims no more than these texts and the list of terms above?",
        ),
        options=(
            Item("deeds", "The courts held that what the two had done was equally serious."),
            Item("served", "Each of the two was in prison for seven years."),
            Item("longest", "Nobody tried over these events got a longer term than these two."),
            Item("terms", "At first, the two were sentenced to terms of the same length."),
        ),
        hints=(
            "A sentence is one thing. What it was for, and what became of it, are others.",
            "Go through the list of terms: which is the longest, and was every term served in full?",
        ),
    ),
    Rewrite(
        task_id="07.7",
        title="Say no more than he says",
        minutes=4,
        prompt=(
            "Robert Jones campaigns for the strikers. In an article of 27 May 2012 he writes of “Sentences of three to seven years” for oil workers then on trial [jones-2012.33].",
            "Rewrite the sentence below so that it claims no more than this source. Say also of what the years are: the card has it. Write numbers in digits.",
        ),
        claim_id=THREE_TO_SEVEN,
        sentence="It is certain that all the oil workers on trial get 7 years.",
        hints=(
            "Whose statement is it?",
            "He gives two ends. Keep both.",
            "Years of what? And what was not yet decided on that day?",
        ),
    ),
    Choice(
        task_id="07.8",
        title="Nineteen of them",
        minutes=3,
        prompt=(
            "In a passage on torture, Galym Ageleuov gives a number of the 37 accused: “19 of them said straight out” [ageleuov-2020.159]. Which sentence claims no more than that?",
        ),
        options=(
            Item("others", "The other accused had not been tortured."),
            Item("were", "By Ageleuov's account, 19 of the 37 accused were tortured."),
            Item("told", "By Ageleuov's account, 19 of the 37 accused told the court of torture."),
            Item("motive", "19 of the 37 accused spoke of torture so that their confessions would not count."),
        ),
        hints=(
            "What exactly is counted: what was done, what was said, or why it was said?",
            "What do we know from this claim about those who are not among the 19?",
        ),
    ),
    Match(
        task_id="07.9",
        title="Said, denied, to be looked into",
        minutes=4,
        prompt=(
            "Six claims on the statements about torture. For each, find out whose words are passed on: a text may report a speaker with whom it does not agree. What does that speaker hold?",
            "Who turns the complaints down is counted here with those who deny them. None of the claims describes what was done.",
        ),
        items=tuple(paraphrased(c) for c in TORTURE),
        options=items.words(*evidence.question("torture").positions),
        hints=(
            "Find in each sentence who answers, asks or tells. It may not be the first name.",
            "To ask for an inquiry is not to say how it will end.",
            "To report what somebody said is not to say it oneself. Go by the one who is reported.",
        ),
    ),
    Order.of(
        task_id="07.10",
        title="What officials said, step by step",
        minutes=4,
        prompt=(
            "Six statements from a minister, prosecutors and courts, on the shooting and on the trials. Put them in the order in which they were said: 1 is the first.",
            "The list of claims above this task shows the days.",
        ),
        items=tuple(_told(c) for c in OFFICIALS),
        hints=(
            "Which were said before any trial had opened?",
            "First 16 December, then an inquiry, then the trials, then the answer to critics: where does each belong?",
        ),
    ),
    Judgement(
        task_id="07.11",
        title="Your judgement",
        minutes=12,
        prompt=(
            "Were the trials fair? You may speak of one trial; then say of which. Choose an answer, rest it on claims, and meet the strongest evidence against it.",
            "Either answer can be argued well, and so can leaving it open: then choose the one you lean to, and ‘Open’ for how sure you are. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Say what you mean by fair: by the rules of the country, or by those of the UN Covenant that it has ratified?",
            "Who was in the hall, and who speaks from outside it? Of which trial?",
            "Some claims speak for one part of a trial and against another. They can carry a careful answer.",
        ),
    ),
    Next(
        task_id="07.12",
        title="What would you want to see next?",
        minutes=6,
        prompt=(
            "You may ask for two records that we do not have, to learn more about these trials. Which two, and why?",
            "For each, say what you would conclude if it showed one thing, and what if another; and what it may leave out. Any two can be a good choice.",
        ),
        items=(
            Wanted("judgment", "The whole judgment on the 37, with its reasons", "court"),
            Wanted("notes", "The notes that trial observers took in the hall, day by day", "observers"),
            Wanted("file", "The prosecutors' file on the complaints of torture", "prosecutors"),
            Wanted("doctors", "The papers of doctors who examined the accused after their arrest", "doctors"),
            Wanted("weapons", "The police register of weapons given out on 16 December 2011", "police"),
            Wanted("requests", "The requests of the defence lawyers, with the answers they got", "defence"),
        ),
        hints=(
            "Which question of the lesson do you want to answer: fairness, torture, or who fired?",
            "Two records made by the same hands cannot check each other.",
            "What is the maker of the record interested in? What would not be written down there?",
        ),
    ),
    Code(
        task_id="07.13",
        title="For computing classes: in which trials did somebody get seven years?",
        minutes=6,
        prompt=(
            "In which trials do texts give a term of exactly seven years: neither ‘up to’ seven, nor a range with seven at its end? Answer with the ids of the trials, `c.event_id`.",
            "The ends of a number are `c.value_low` and `c.value_high`. The next cell holds the claims that name a trial.",
        ),
        hints=(
            "A term is exact if its two ends are the same.",
            "A set holds each trial once: `{c.event_id for c in ... if ...}`.",
        ),
    ),
)
