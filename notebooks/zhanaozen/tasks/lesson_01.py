"""Tasks of lesson 01: why did a town that lives on oil strike, and who says what of pay, oil, law and politics?"""

from zhanaozen import evidence, tables, text
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted, counted_as, paraphrased
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
    Range,
    Rewrite,
    Wanted,
)

QUESTION = "strike_political"

#: Amounts of pay, each with what it is shown to be of. The words stand in the claim's scope, but for one.
SHOWN_AS = {
    "nashmir-2011-09-10-average-wage.01": "all employees in the country, average",
    "tengrinews-copy-mangystau-wage-157.01": "all sectors, Mangystau region, 2012, average",
    "minspace-2011-09-09-how-protest-ripened.02": "average pay of OzenMunaiGaz workers",
    "minspace-2011-09-09-how-protest-ripened.03": "well-repair crews",
    "1917-2011-ersai-wife.02": "one worker's pay",
    "ageleuov-2020.77": "declared pay",
}
DECLARED = "ageleuov-2020.76"
#: The day on which a student stands to read off how many people the town was said to have.
END_OF_2011 = "2011-12-31"
ABOUT_THE_YEAR = "ap-2011-07-27-fires-striking-workers.05"
OIL_LOST = (
    "bloomberg-2012-01-09-output-drops.04",
    "kmgep-2011-06-28-update-umg.05",
    "ap-2011-07-27-fires-striking-workers.04",
    "reuters-2011-10-10-kmgep-output.02",
    "kmgep-2011-06-28-update-umg.03",
    "ap-2011-07-27-fires-striking-workers.05",
)
#: Two counts of the oil lost since the strike began, the earlier one first.
ON_THE_WAY = ("kmgep-2011-06-28-update-umg.03", "ap-2011-07-27-fires-striking-workers.04")
HOW_KNOWN = (
    "ageleuov-2020.50",
    "spirani-2010-03-28-strike.01",
    "carnegie-2012-01-27-olcott.02",
    "diapazon-2010-03-omg-losses.01",
    "azattyq-2012-09-aminov-trial.01",
)
#: The strike of March 2010: the ruling, and how it ended.
MARCH_2010 = ("spirani-2010-03-28-strike.04", "spirani-2010-03-28-strike.02")
#: A court's finding on the extra pay, as one writer has it.
PAID_IN_FULL = "registan-2012-01-14-wild-west.01"
#: What the exercise lists of the years before 2011.
BEFORE = (
    *HOW_KNOWN,
    *MARCH_2010,
    "spirani-2010-03-28-strike.03",
    "azattyq-2012-09-aminov-trial.02",
    "ageleuov-2020.40",
    "ca-news-2010-03-13-zhanaozen-strike.01",
)
#: The rows of the grid, and its columns: an answer to a question, in a sentence.
TEXTS = ("kmgep-2011-06-28-update-umg", "un-2012-08-24-kazakhstan-reply", "kantor-2012", "jones-2012", "rferl-2012")
COMPARED = ("strike_political", "strike_legal")
STATEMENTS = {
    "it was a dispute about pay and work": "It was a dispute about pay and work",
    "it was also a protest against those in power": "It was also a protest against those in power",
    "the strike was illegal": "The strike was illegal",
}
#: Claims to weigh in the judgement: of the state and its defenders, of observers, of people close to the strikers.
TO_WEIGH = (
    "un-2012-08-24-kazakhstan-reply.04",
    "kantor-2012.17",
    "kantor-2012.18",
    "eurasianet-2012-kozlov-appeals.04",
    "hrw-letter-2012.138",
    "hrw-letter-2012.139",
    "registan-2012-01-14-wild-west.02",
    "bne-2011-09-kazakhstan-simmers.04",
    "osw-2011-12-21.01",
    "hrw-2012-09-striking-oil.04",
    "reuters-2011-12-19-zhanaozen-hospital.10",
    "rferl-2012.14",
    "rferl-2012.15",
    "jones-2012.14",
    "jones-2012.21",
    "odf-2011-07-13-crackdown.02",
    "ageleuov-2020.54",
    "ageleuov-2020.55",
    "ageleuov-2020.72",
    "ageleuov-2020.73",
)


def _counted(number: int) -> str:
    """Return one of the two counts on the way with its unit."""
    return text.number(tables.claim(ON_THE_WAY[number]))


TASKS = (
    Choice(
        task_id="01.1",
        title="A measure that is not its own",
        minutes=4,
        prompt=(
            "Six amounts of pay. Behind each stands whose pay, or which kind of pay, it is said to be. Five are as in their texts. One has been given words that belong to another amount. Which?",
        ),
        options=tuple(counted_as(c, f"tenge, {of}") for c, of in SHOWN_AS.items()),
        hints=(
            "Find the amounts in the first list and read the line 'Meant' on their cards.",
            "Some speakers give more than one amount in tenge. Begin with them.",
        ),
    ),
    Rewrite(
        task_id="01.2",
        title="Say no more than he says",
        minutes=4,
        prompt=(
            f"In an interview of 2020 Galym Ageleuov, a rights defender, speaks of “one amount above-board – 150,000-170,000 tenge” [{DECLARED}]. Above board means: declared, in the open.",
            "Rewrite the sentence below so that it claims no more than he does. Write numbers in digits.",
        ),
        claim_id=DECLARED,
        sentence="It is certain that every oil worker got just 150,000 tenge a month.",
        hints=(
            "Whose statement is it? Both ends of the range belong to it.",
            "Read the card: are a month, a year and whose pay it was stated?",
            "He sets this pay apart from other pay. Keep the word that does it.",
        ),
    ),
    Range(
        task_id="01.3",
        title="Stand at the end of 2011",
        minutes=3,
        prompt=(
            "Stand at the end of 2011 and use only what had been said by then. How many people live in Zhanaozen? Give the lowest and the highest number that the texts in the first list name.",
        ),
        unit="inhabitants",
        hints=(
            "The first list has the numbers of inhabitants. What counts is when something was said.",
            "An entry on a census of 2009 may be written years later.",
        ),
    ),
    Pick(
        task_id="01.4",
        title="Who gives no amount?",
        minutes=3,
        prompt=(
            "We read the six core documents from end to end. Which of them give no amount of pay, in what we hold?",
            "To call pay good or bad is not to give an amount.",
        ),
        items=tuple(
            items.source(s.source_id)
            for s in sorted((s for s in tables.sources() if s.core), key=lambda s: s.published)
        ),
        hints=(
            "In the first list the number of a claim begins with that of its text: which of the six give an amount of pay?",
            "Silence is not denial. For whom, and about what, was each of them written?",
        ),
    ),
    Quote(
        task_id="01.5",
        title="How sure is the company?",
        minutes=2,
        prompt=(
            f"In July 2011 the company spoke of the oil that the strike would cost over the whole year. A news agency has it in the words below [{ABOUT_THE_YEAR}].",
            "Copy the words that keep the number from being a plain and exact one.",
        ),
        passage=tables.claim(ABOUT_THE_YEAR).phrase,
        hints=(
            "Say it as a plain count. Which words had to go?",
            "Two things are held back: whether it will be so, and how exact it is.",
        ),
    ),
    Order.of(
        task_id="01.6",
        title="A loss and its days",
        minutes=5,
        prompt=(
            "Six numbers of oil, all of them the company's own. Put them in the order in which they were said: 1 is the first. Of two that were said on one day, either may come first.",
            "When you are done, look at them from 1 to 6. Are they six values of one thing?",
        ),
        items=tuple(counted(c) for c in OIL_LOST),
        hints=(
            "Do not go by size. A card has a line for the day on which something was said.",
            "The page number behind each item tells you which card of the first list is meant.",
        ),
    ),
    Choice(
        task_id="01.7",
        title="Two counts on the way",
        minutes=4,
        prompt=(
            f"By 28 June 2011 the company counted {_counted(0)} lost since 26 May [{ON_THE_WAY[0]}]. By 27 July it counted {_counted(1)} [{ON_THE_WAY[1]}].",
            "Divide by the days before you choose. Which sentence claims no more than these two counts show?",
        ),
        options=(
            Item(
                "strikers", "By these counts, more people were on strike in July than in June, since more oil was lost."
            ),
            Item("same", "By these counts, as much oil was lost a day after 28 June as before."),
            Item("faster", "By these counts, more oil was lost a day after 28 June than before."),
            Item("padded", "By these counts, the company made its loss of July look larger than it was."),
        ),
        hints=(
            "How many days lie between 26 May and 28 June, and how many between 28 June and 27 July?",
            "What was lost in the second stretch alone? Subtract first.",
            "A count says how much. What would it take to say why?",
        ),
    ),
    Match(
        task_id="01.8",
        title="Before 2011: how do they know?",
        minutes=4,
        prompt=(
            "Five statements on the years before the strike of 2011. How does each come to us? Decide from the sentences first; the cards say it too.",
            "A reporter who quotes somebody does not count as a step on the way. A speaker who tells what another speaker said does. Each of the five ways fits one statement.",
        ),
        items=tuple(paraphrased(c) for c in HOW_KNOWN),
        options=items.directness(("official_statement", "participant", "reporting", "hearsay", "analysis")),
        hints=(
            "Who tells of something that they did themselves, and who speaks for a company?",
            "Who sets two events side by side and draws a conclusion?",
            "A text that gives news is one thing; somebody who tells what one person said to others is another.",
        ),
    ),
    Choice(
        task_id="01.9",
        title="March 2010, and no more",
        minutes=3,
        prompt=(
            f"A labour blog tells of the strike of March 2010: what a court ruled, and how the strike ended [{', '.join(MARCH_2010)}].",
            "Which sentence claims no more than these two claims say?",
        ),
        options=(
            Item("wrong", "By this blog, the strike won, so the court was wrong to call it illegal."),
            Item("both", "By this blog, a court called the strike illegal, and the strike put an end to a pay plan."),
            Item("hope", "By this blog, workers struck in 2011 because the strike of 2010 had won."),
            Item(
                "always", "By this blog, courts in the town call strikes illegal, and companies give in all the same."
            ),
        ),
        hints=(
            "Two things are told of one strike. Which two?",
            "A sentence can add a judgement, a reason or a rule. Look for the one that adds nothing.",
        ),
    ),
    Grid.of(
        task_id="01.10",
        title="Says, says otherwise, is silent",
        minutes=8,
        prompt=(
            "A company, a government and a writer who defends it; a campaigner for the strikers and a broadcaster. What does the text of each do with these statements? Find its claims in the list above by the id, and read the line 'Meant' too.",
            "A text says a statement if it makes it or passes it on, whatever else it adds. It says otherwise if it only gives another answer to the same question. It is silent if it gives none, in what we hold of it.",
        ),
        rows=tuple(items.source(s) for s in TEXTS),
        columns=tuple(Item(position, words) for position, words in STATEMENTS.items()),
        hints=(
            "Work or politics is one question, legal or illegal another. Take one text at a time.",
            "If a text has two answers to one question, it says both.",
            "No claim of a text on a question: the text is silent. That is no denial.",
        ),
    ),
    Judgement(
        task_id="01.11",
        title="Your judgement",
        minutes=14,
        prompt=(
            "Was the dispute about work or about politics? Choose an answer, rest it on claims, and meet the strongest evidence against it. If you think that it changed, choose what it became, and say what it was before.",
            "Each of the four answers can be argued well. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Start with the claim that troubles your answer most.",
            "Of which months does each speaker speak, and how do they know: from a list of demands, from the square, from a file?",
            "Some speakers stand in your way and on your side at once. What do they say first, and what later?",
        ),
    ),
    Next(
        task_id="01.12",
        title="Which two sources next?",
        minutes=6,
        prompt=(
            f"By one account a court found that the extra pay had been paid in full; by another a promise of more had been broken [{PAID_IN_FULL}, ageleuov-2020.50]. In what we hold there is no pay slip, and no text of a decree. A coefficient is a number by which basic pay is multiplied.",
            "You want to learn whether more was owed, and you may see two more sources. Which two? We do not know which of them exist. Say what each would show, and what not.",
        ),
        items=(
            Wanted("slips", "Pay slips that one crew kept for two years", "workers"),
            Wanted("payroll", "The company's payroll of those years, with every extra listed", "company"),
            Wanted("decree", "The decree on the coefficient of which former workers speak, in full", "government"),
            Wanted("file", "The court's file: what each side handed in on the extra pay", "court"),
            Wanted("union", "Minutes of the union meetings at which the coefficient was explained", "union"),
            Wanted("tax", "What the tax office booked for each worker, month by month", "tax office"),
            Wanted("forms", "The forms on pay, by kind of work, that statisticians had collected", "statistics office"),
        ),
        hints=(
            "What was owed, and what was paid, are two questions. Which source speaks to which?",
            "Take two that were made by different hands: where they meet, each supports the other.",
            "Write: if it shows this, I would conclude that; if not, something else. What could be missing from it?",
        ),
    ),
    Code(
        task_id="01.13",
        title="For computing classes: when price and output part",
        minutes=8,
        prompt=(
            "In which years did the price of Brent oil and the oil output of the country move in opposite directions, each against the year before? Answer with a list of years as texts, such as ['2005', '2006'].",
            "The next cell holds both series as dictionaries, from 2000 to 2016. For the output it keeps one source, since a forecast or a rounded number of another would spoil the comparison.",
        ),
        hints=(
            "`sorted(price)` gives the years in order; `itertools.pairwise` gives each with the one before it.",
            "`price[year] > price[before]` is True if it rose. When do two such answers differ?",
        ),
    ),
)
