"""Tasks of lesson 08: who may speak about it since, and how?"""

from zhanaozen import evidence, tables
from zhanaozen.tasks import items
from zhanaozen.tasks.items import paraphrased, said
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

QUESTION = "media_closures"

#: Reasons in official words and in those of others; a text may pass on what it does not hold.
REASONS = (
    "tengrinews-2012-11-media-suit.01",
    "rsf-2012-12-city-cut-off.06",
    "cpj-2012-12-06-stan-tv.03",
    "vladimirkozlov-2016-08-release-order.03",
    "cpj-2012-12-06-stan-tv.02",
)
#: Four statements about the lost lines, and the claims that make them or pass them on.
ON_THE_LINES = {
    "kept": ("rsf-2012-12-city-cut-off.05",),
    "damaged": ("glavnoe-2011-12-18-fourteen.02", "rsf-2011-12-19-cut-off.02"),
    "twitter": ("rsf-2011-12-19-cut-off.04", "cpj-2011-12-20-censor.02"),
    "lost": ("glavnoe-2011-12-18-fourteen.02", "rsf-2011-12-19-cut-off.01"),
}
MEAL, SQUARE, BAN_OF_2012 = "azattyq-2013-12-pominki.01", "azattyq-2013-12-pominki.02", "rferl-2012.20"
TWINS, SPOKESMAN = "kostyuchenko-2018.59", "tengrinews-2012-02-23-instigators.06"
#: What state bodies called the day, each with the name as it stands in the quoted words.
OFFICIAL_NAMES = {
    "hrw-letter-2012.34": "mass disorder",
    "kazembassy-uk-2011-12-30-update.01": "tragic events",
    "tengrinews-2012-02-23-instigators.02": "clashes",
    "hrw-letter-2012.08": "riots",
    "eurasianet-2012-01-26-top-brass-go-free.04": "mass unrest",
    "kazinform-2011-12-20-sequence.01": "mass riots",
}
MOURNS = "tragic events"
#: Terms of the wording table: two that make the crowd the doer, and one that accuses those who fired.
OF_THE_CROWD, OF_THOSE_WHO_FIRED = ("riots", "riot (not riot police, riot troops)"), "massacre"
ALL_ALONG = "jones-2012.52"
STRONGER_UNIONS = "ilo-2017-cas-c087.01"
SCORES = (
    "fh_civil_liberties",
    "fh_civil_liberties_rating",
    "fh_trade_unions",
    "bti_freedom_of_expression",
    "rsf_press_freedom",
)
#: The years that a statement compares; the last statement is about a cause.
COMPARED = {"2010-2012": ("2010", "2012"), "2013-2014": ("2013", "2014")}
CAUSE = "cause"
HELD, PREVENTED = "commemoration was held in public", "mourning or speaking was prevented or punished"
#: Claims to weigh in the judgement: each reason, who gives it, and what is known of the courts.
TO_WEIGH = (
    "tengrinews-2012-11-media-suit.01",
    "tengrinews-2012-11-media-suit.02",
    "iwpr-2012-11-27-media.01",
    "iwpr-2012-11-27-media.02",
    "cpj-2012-12-06-stan-tv.01",
    "cpj-2012-12-06-stan-tv.02",
    "cpj-2012-12-06-stan-tv.03",
    "cpj-2012-12-06-stan-tv.04",
    "rferl-2012.26",
    "rferl-2012.31",
    "rsf-2012-12-city-cut-off.06",
    "rsf-2012-12-media-silenced.02",
    "novinite-2012-12-25-media.01",
    "ep-2013-04-18-resolution.01",
    "vladimirkozlov-2016-08-release-order.03",
)


CORE = tuple(
    items.source(s.source_id) for s in sorted((s for s in tables.sources() if s.core), key=lambda s: s.published)
)

TASKS = (
    Match(
        task_id="08.1",
        title="Three reasons, and whose they are",
        minutes=4,
        prompt=(
            "Why were media closed in December 2012? Read these five sentences, and only those. Which reason does each speaker give or suggest?",
            "A text may pass on the reason of somebody with whom it does not agree. Go by the one whose reason it is.",
            "RSF is Reporters Without Borders. “The site” is that of a campaign for Vladimir Kozlov, who led the party Alga [rferl-2012.32].",
        ),
        items=tuple(paraphrased(c) for c in REASONS),
        options=items.words(*evidence.question(QUESTION).positions),
        hints=(
            "Put your finger on the one who gives the reason: a prosecutor, a court, or the writer?",
            "To say that a channel stirred up unrest is one reason. To say that it was closed for reporting at all is another.",
        ),
    ),
    Choice(
        task_id="08.2",
        title="What the ministry and its critics both say",
        minutes=3,
        prompt=(
            "On 18 December 2011 the Ministry of Communications spoke of telephone and internet in Zhanaozen [glavnoe-2011-12-18-fourteen.02]. Reporters Without Borders did so on the 19th [rsf-2011-12-19-cut-off.01, rsf-2011-12-19-cut-off.02] and looked back a year later [rsf-2012-12-city-cut-off.05].",
            "Which of these do both say in their own name? To pass on what somebody else says does not count.",
        ),
        options=(
            Item("kept", "The authorities kept news from getting out."),
            Item("damaged", "Lines had been damaged, and that is why the connections failed."),
            Item("twitter", "Twitter was off in the whole country."),
            Item("lost", "The town was left without telephone and internet."),
        ),
        hints=(
            "What happened is one thing, why it happened another.",
            "Look at the speaker of each card in the list: some official words stand in a text of the critics.",
        ),
    ),
    Pick(
        task_id="08.3",
        title="Who is silent?",
        minutes=3,
        prompt=(
            "May people speak and mourn in public? Which of the six core documents give no answer to this, in what we hold?",
            "An answer counts whoever gives it: the author, or somebody whom the text quotes. In the list, what stands before the dot in a claim's number is its text.",
        ),
        items=CORE,
        hints=(
            "Go through the list of claims on speaking and mourning. Whose texts are missing?",
            "Silence is not denial. When was each text written, and about what?",
        ),
    ),
    Choice(
        task_id="08.4",
        title="A meal and a square",
        minutes=3,
        prompt=(
            f"In December 2013 activists told what the mayor of Zhanaozen had answered to their plan for a memorial meal [{MEAL}, {SQUARE}]. A year before, RFE/RL had written of a ban [{BAN_OF_2012}].",
            "Which sentence claims no more than these three?",
        ),
        options=(
            Item("banned", "By the activists' account, the mayor forbade people to mourn in December 2013."),
            Item(
                "place",
                "By the activists' account, the mayor limited where they could meet, and did not refuse the meal.",
            ),
            Item(
                "fear",
                "By RFE/RL's account, the mayor refused the square in December 2013 because he feared new violence.",
            ),
            Item(
                "free", "By the activists' account, people could mourn in public wherever they wished in December 2013."
            ),
        ),
        hints=(
            "Whose words are these, and of which year?",
            "Look at the line 'Meant' of the card. One sentence fits both answers of the mayor.",
        ),
    ),
    Choice(
        task_id="08.5",
        title="Two who met silence",
        minutes=3,
        prompt=(
            f"In an essay printed in 2018 Elena Kostyuchenko tells how the twins of the family with whom she stayed spoke of “the events” [{TWINS}]. In February 2012 the prosecutors' spokesman spoke of people in the town, too [{SPOKESMAN}].",
            "Which sentence claims no more than these two claims show?",
        ),
        options=(
            Item("fear", "Both tell of people who held back because they were afraid."),
            Item("care", "Both tell of people who held back because the case did not matter to them."),
            Item("held", "Both tell of people who held back, for reasons that a reader can only guess."),
            Item("shield", "Both tell of people who held back in order to shield the guilty."),
            Item("all", "Both tell that nobody in the town was ready to say anything."),
        ),
        hints=(
            "How many people does each of them speak of?",
            "Look for a word that gives a reason, in what is quoted and in our sentence.",
        ),
    ),
    Order.of(
        task_id="08.6",
        title="What the state called it, day by day",
        minutes=4,
        prompt=(
            "Six names for the day, from state bodies, as English texts give them. Put them in the order in which they were said: 1 is the first. Before you do, guess: do they grow milder, harder, or neither?",
            "A text may quote words that are older than itself. The list above has the days.",
        ),
        items=tuple(said(c) for c in OFFICIAL_NAMES),
        hints=(
            "Go by the day on which the words were said, and not by the day of the text.",
            "Two of the six were said on one day. Either order of these two is accepted.",
        ),
    ),
    Pick(
        task_id="08.7",
        title="Two names in one text",
        minutes=4,
        prompt=(
            "“Riot” makes the crowd the doer; “massacre” accuses those who fired. In which core documents do both stand, whoever says them?",
            "The chart above gives the counts; “riots” and “riot” are one name here. “Riot” in “riot police” is left out. Select a mark with a star to read a note on it.",
        ),
        items=CORE,
        hints=(
            "Go along each row: is there a number in the column of 'massacre', and in one of the other two?",
            "A word in a text may be somebody else's: an editor's, or that of a person who is quoted. It counts here.",
        ),
    ),
    Quote(
        task_id="08.8",
        title="Whose statement is it?",
        minutes=2,
        prompt=(
            f"Robert Jones campaigns for the strikers. In an article of May 2012 he reports what leaders and prosecutors of Kazakhstan hold [{ALL_ALONG}].",
            "Which words of the passage show that he passes a statement on, and since when it was made? Copy them.",
        ),
        passage=tables.claim(ALL_ALONG).phrase,
        hints=(
            "Read the passage without its first words. Who would then be speaking?",
            "The verb tells that somebody else says it; what follows the verb tells for how long.",
        ),
    ),
    Rewrite(
        task_id="08.9",
        title="What the law was to do",
        minutes=4,
        prompt=(
            f"In 2017 a representative of the Government of Kazakhstan spoke at the labour conference about a union law and the labour code. Both were to, in the words of the record, “{tables.claim(STRONGER_UNIONS).phrase} …” [{STRONGER_UNIONS}].",
            "Rewrite the sentence below so that it claims no more than those words.",
        ),
        claim_id=STRONGER_UNIONS,
        sentence="In fact the new union law made all unions stronger.",
        hints=(
            "Who says so?",
            "Is it told what the law did, or what it was meant to do?",
            "Leave out each word that makes it surer or wider than what was said.",
        ),
    ),
    Grid.of(
        task_id="08.10",
        title="What a score says, and what it does not",
        minutes=6,
        prompt=(
            "Five scores and three statements about Kazakhstan. A score says a statement if its numbers show it, and says otherwise if they stayed the same or became better. It is silent if a number is missing here, or if numbers alone cannot show such a thing.",
            "“It” is what the score measures. Read the unit first: on some scales more is worse. The table under the chart has each number. A year is the year or the edition, as its maker gives it.",
        ),
        rows=tuple(Item(s, tables.load().by_key("series")[s].title) for s in SCORES),
        columns=(
            *(Item(key, f"In {last} it was worse than in {first}") for key, (first, last) in COMPARED.items()),
            Item(CAUSE, "December 2011 is what made it worse"),
        ),
        hints=(
            "Write the two numbers of a row side by side before you choose. Is one missing?",
            "Which end of the scale is the best? It stands above each panel.",
            "A number can fall after an event. What would it need to tell you that the event is the reason?",
        ),
    ),
    Judgement(
        task_id="08.11",
        title="Your judgement",
        minutes=12,
        prompt=(
            "Why were media closed in December 2012? Choose an answer, rest it on claims, and meet the strongest evidence against it.",
            "More than one reason can play a part: choose the one that you think carries most. Each can be argued well. If you want to leave it open, choose the one you lean to, and ‘Open’ for how sure you are. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "A reason that an office gives, and a reason that others see: what would show that the one or the other decided?",
            "Two statements of one office are one voice. A text that reports its opponents' reason is worth a closer look.",
            "One of these texts only sets two sentences side by side. Which, and how much can it carry?",
        ),
    ),
    Next(
        task_id="08.12",
        title="What would you want to see next?",
        minutes=6,
        prompt=(
            "You may ask for two records that we do not have, to learn who could speak and who could not. Which two, and why?",
            "For each, say what you would conclude if it showed one thing, and what if another; and what it may leave out. Any two can be a good choice.",
        ),
        items=(
            Wanted("judgments", "The judgments of December 2012, with the passages on which they rest", "court"),
            Wanted("reports", "The articles and programmes themselves, as they came out in 2011 and 2012", "editors"),
            Wanted(
                "faults", "The telephone company's log of faults, repairs and orders, 16 to 20 December 2011", "company"
            ),
            Wanted("requests", "The town hall's file of requests for memorials, with its answers", "town hall"),
            Wanted(
                "talks",
                "Talks with people of the town, each of whom decides whether to talk and how to be named",
                "townspeople",
            ),
            Wanted(
                "notes",
                "The notes of the experts behind a score of freedom: what they read, and why they gave it",
                "experts",
            ),
        ),
        hints=(
            "Which question do you want to answer: why media were closed, why lines failed, or why people are silent?",
            "Two records made by the same hands cannot check each other.",
            "What is the maker of the record interested in? Who would not be heard in it?",
        ),
    ),
    Code(
        task_id="08.13",
        title="For computing classes: one place, two answers",
        minutes=6,
        prompt=(
            "In which place do texts tell both of a commemoration that was held in public, and of mourning or speaking that was prevented or punished? Answer with the id of the place, `c.place_id`, as a text.",
            "What a claim answers is `c.position`. The next cell holds the claims and the two answers.",
        ),
        hints=(
            "Make two sets of places, one for each answer: `{c.place_id for c in ... if ...}`.",
            "`a & b` is what two sets share. It should be one place; take it out of the set.",
        ),
    ),
)
