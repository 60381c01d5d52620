"""Tasks of lesson 04: how do the official and the independent accounts each make sense of it?

Each task asks of both sides alike: as many items of the one as of the other, or two tasks that mirror each other.
"""

from zhanaozen import evidence, tables
from zhanaozen.tasks import items
from zhanaozen.tasks.items import paraphrased, said
from zhanaozen.tasks.kinds import Code, Grid, Item, Judgement, Match, Next, Order, Pick, Quote, Rewrite, Wanted

QUESTION = "force_lawful"

#: Words that one may not expect of those who say them: four of each side.
UNEXPECTED = (
    "registan-2012-01-14-wild-west.02",
    "interfax-kz-2011-12-26-aidarbayev.04",
    "osw-2011-12-21.01",
    "kantor-2012.17",
    "tengrinews-2012-01-31-emergency-lifted.06",
    "ageleuov-2020.55",
    "forum-copy-2011-12-nazarbayev-organised-crime.03",
    "bbc-2011-12-16-oil-strike.04",
)
#: Four official and four other claims on one question; neither side is of one mind.
TWO_MINDS = (
    "jones-2012.09",
    "uralskweek-2011-12-16-video.01",
    "bbc-2011-12-16-oil-strike.04",
    "hrw-letter-2012.140",
    "abai-2011-12-17-kasymov-seventy-five.06",
    "ageleuov-2020.88",
    "reuters-2011-12-19-zhanaozen-hospital.08",
    "ecag-2012-conflict-western-kazakhstan.02",
)
MINISTER, LETTER = "belfast-telegraph-2011-12-19-kazakhs-defiant.11", "hrw-letter-2012.66"
#: What each side said of the shooting as time went on: three statements each.
ON_THE_SHOOTING = (
    "hrw-letter-2012.38",
    "hrw-2013-world-report.08",
    "belfast-telegraph-2011-12-19-kazakhs-defiant.10",
    "hrw-letter-2012.89",
    "hrw-2011-12-17-investigate.02",
    "hrw-letter-2012.60",
)
#: Two words that point to the crowd, and two that point to those who shot.
LOADED = ("hooligans", "massacre", "riots", "shooting")
TEXTS = ("un-2012-08-24-kazakhstan-reply", "jones-2012", "kantor-2012", "ageleuov-2020")
#: The statements of the grid, each an answer to the question before it.
STATEMENTS = {
    "strike_political": "it was a dispute about pay and work",
    "planned_response": "the armed response was planned",
    "men_in_black": "organisers of the unrest sent them",
}
#: Answers that both sides give (four), that only officials give (two), and that only others give (two).
ANSWERS = (
    ("strike_political", "it was a dispute about pay and work"),
    ("strike_political", "pressure from the authorities made it political"),
    ("strike_political", "it was also a protest against those in power"),
    ("cause", "outside organisers or money"),
    ("cause", "corruption or neglect by those in power"),
    ("cause", "the dispute was badly handled"),
    ("strikers_violent", "the violent people were not the strikers"),
    ("planned_unrest", "organisers of the unrest planned it"),
)
PROSECUTOR, RIGHTS_GROUP = "hrw-letter-2012.38", "hrw-letter-2012.89"
#: Claims to weigh in the judgement: seven of official voices, seven of others.
TO_WEIGH = (
    "hrw-letter-2012.59",
    "belfast-telegraph-2011-12-19-kazakhs-defiant.10",
    "hrw-letter-2012.38",
    "hrw-letter-2012.65",
    "reuters-2012-01-26-police-prosecuted.06",
    "hrw-letter-2012.57",
    "hrw-letter-2012.66",
    "hrw-letter-2012.81",
    "hrw-letter-2012.89",
    "rferl-2012-07-12-pillay.01",
    "hrw-2013-world-report.08",
    "amnesty-2013-annual-p1.03",
    "bureau-kaliev-2014-12-justice.04",
    "ageleuov-2020.115",
)


def _phrase(claim_id: str) -> Item:
    """Return a claim as an item by its quoted words alone, so that the words have to speak."""
    return Item(claim_id, f"“{tables.claim(claim_id).phrase}”")


def _answer(question_id: str, position: str) -> Item:
    """Return an answer with its question as an item."""
    words = f"{evidence.question(question_id).question} {position[0].upper()}{position[1:]}."
    return Item(f"{question_id}|{position}", words)


def _author(source: tables.Source) -> str:
    return (source.author or source.publisher).partition(" (")[0]


def _writer(source: tables.Source) -> Item:
    """Return a text as an item by author, publisher and year: a title may hold the word that is asked for."""
    return Item(source.source_id, f"{_author(source)}, {source.publisher}, {source.published[:4]}")


def _text(source_id: str) -> Item:
    """Return a text as an item by author and id, with which its claims begin in the lists."""
    return Item(source_id, f"{_author(tables.load().by_key('sources')[source_id])} ({source_id})")


TASKS = (
    Match(
        task_id="04.1",
        title="Words that you might not expect",
        minutes=4,
        prompt=(
            "Eight phrases on the dispute and on the day. Whose words are they? Official means the state, its companies and those who defend the state; independent means anybody else.",
            "First guess from the words alone. Then look up in the two lists above what you are not sure of, and check.",
        ),
        items=tuple(_phrase(c) for c in UNEXPECTED),
        options=(Item("official", "official"), Item("independent", "independent")),
        hints=(
            "Four are official, four are not. A word that sounds like one side may be said by the other.",
            "In the list on what lay behind it, look at the answers on bad handling and on corruption: who gives them?",
            "For each phrase that is left, choose the claims whose answer fits it. On the card, read the lines ‘Says’ and ‘Words’.",
        ),
    ),
    Match(
        task_id="04.2",
        title="Neither side is of one mind",
        minutes=4,
        prompt=(
            "Were the strikers and the violent people the same? Four claims are by official voices, four by others. Which answer does each give?",
            "To say that strikers took part in it, led or organised it is the first answer. To reject that, or to name others in their place, is the second. Dismissed oil workers count as strikers.",
        ),
        items=tuple(paraphrased(c) for c in TWO_MINDS),
        options=items.words(*evidence.question("strikers_violent").positions),
        hints=(
            "Find the doer of the violence in each sentence. Is it the strikers, or somebody beside them?",
            "To reject a story that blames the strikers is to give the other answer.",
        ),
    ),
    Quote(
        task_id="04.3",
        mirror="04.4",
        title="How sure is the minister?",
        minutes=2,
        prompt=(
            "On 19 December 2011 the interior minister spoke of people hit by police fire. He did not state as a fact that some were killed.",
            f"Copy the {len(tables.claim(MINISTER).hedge.split())} words of the passage that keep it from being a plain statement [{MINISTER}].",
        ),
        passage=tables.claim(MINISTER).phrase,
        hints=(
            "Read the passage as a plain statement of fact. Which words had to change?",
            "“Some” says how many. Look for the words that say how sure.",
        ),
    ),
    Quote(
        task_id="04.4",
        mirror="04.3",
        title="How sure is the rights group?",
        minutes=2,
        prompt=(
            "On 1 February 2012 Human Rights Watch wrote about the view that the shooting was justified. It did not state as a fact that this view came too soon.",
            f"Copy the {len(tables.claim(LETTER).hedge.split())} words of the passage that keep it from being a plain statement [{LETTER}].",
        ),
        passage=tables.claim(LETTER).phrase,
        hints=(
            "Read the passage as a plain statement of fact. Which words had to change?",
            "“Premature” says what is wrong with the view. Look for the words that say how sure.",
        ),
    ),
    Order.of(
        task_id="04.5",
        title="Two accounts that move",
        minutes=4,
        prompt=(
            "Three things that officials said of the shooting and three that Human Rights Watch said of it. Put all six in the order in which they were said: 1 is the first.",
            "A text may quote what was said before it was written. The list on force gives the day of each.",
        ),
        items=tuple(said(c) for c in ON_THE_SHOOTING),
        hints=(
            "Go by the day on which the words were said, not by the text in which they stand.",
            "One letter holds words of three different days.",
            "Two of the six were said on one day. Either order of these two is accepted.",
        ),
    ),
    Match(
        task_id="04.6",
        title="A word and its document",
        minutes=4,
        prompt=(
            "Two words point to the crowd, two to those who shot. In which core document does each stand most often per 1,000 words?",
            "First guess: in whose text do you expect each word? Then read the chart above. It has the rates and the plain counts.",
        ),
        items=tuple(Item(term, f"“{term}”") for term in LOADED),
        options=tuple(_writer(s) for s in sorted((s for s in tables.sources() if s.core), key=lambda s: s.published)),
        hints=(
            "A long text has room for more of every word. Compare how far right the marks stand, not the counts beside them.",
            "Go down one column at a time and find the mark that stands farthest right.",
        ),
    ),
    Grid.of(
        task_id="04.7",
        title="Says, says otherwise, is silent",
        minutes=7,
        prompt=(
            "Two texts that speak for the state or defend it, and two that blame it. What does each do with these statements?",
            "A text says a statement if it makes it, whatever else it adds. It says otherwise if it only gives another answer to the same question. It is silent if it gives none, in what we hold of it.",
        ),
        rows=tuple(_text(s) for s in TEXTS),
        columns=tuple(
            Item(position, words)
            for position, words in zip(
                STATEMENTS.values(),
                (
                    "The strike was a dispute about pay and work",
                    "The armed response was planned",
                    "Organisers of the unrest sent the men in black",
                ),
                strict=True,
            )
        ),
        hints=(
            "Click into a list and type the first letters of a name: the list jumps to it. Go through one text after the other.",
            "Silence is not denial. If a text has no claim on the question, it is silent.",
            "The line ‘Answers’ on a card says which answer the claim gives. On the men in black, two texts give none.",
        ),
    ),
    Pick(
        task_id="04.8",
        title="What opposed sides both say",
        minutes=6,
        prompt=(
            "Which of these answers are given by an official voice and by another one too?",
            "One voice on each side is enough. It does not mean that the dispute is over.",
        ),
        items=tuple(_answer(q, p) for q, p in ANSWERS),
        hints=(
            "Each line of the lists gives the speaker and then the answer. Go through one answer at a time.",
            "Some officials blame other officials, or do not blame the strikers. Look at what the president and the Prosecutor General say.",
            "Two of the eight have official voices only, and two have none.",
        ),
    ),
    Rewrite(
        task_id="04.9",
        mirror="04.10",
        title="So that the prosecutor would sign it",
        minutes=4,
        prompt=(
            f"This is how an opponent might put what the Prosecutor General said of the police on 25 January 2012 [{PROSECUTOR}].",
            "Read the claim in the list on force. Rewrite the sentence so that he would sign it, and so that it claims no more than his words. If words limit what he says, keep them as they are.",
        ),
        claim_id=PROSECUTOR,
        sentence="The prosecutor claims that the police were always right.",
        hints=(
            "Choose the claim in the list on force and read its card. Of how many cases does he speak?",
            "Say whose statement it is, and keep the words that stand on the card in the line ‘Hedge’.",
        ),
    ),
    Rewrite(
        task_id="04.10",
        mirror="04.9",
        title="So that the rights group would sign it",
        minutes=4,
        prompt=(
            f"This is how an opponent might put what Human Rights Watch wrote of the police on 1 February 2012 [{RIGHTS_GROUP}].",
            "Read the claim in the list on force. Rewrite the sentence so that its authors would sign it, and so that it claims no more than their words. If a word limits what they say, keep it as it is.",
        ),
        claim_id=RIGHTS_GROUP,
        sentence="The rights group claims that the police were always wrong.",
        hints=(
            "Choose the claim in the list on force and read its card. Does the letter state it, or say what points to it?",
            "Say whose statement it is, and keep the word that stands on the card in the line ‘Hedge’.",
        ),
    ),
    Judgement(
        task_id="04.11",
        title="Your judgement",
        minutes=12,
        prompt=(
            "Was the use of force lawful? Choose an answer, rest it on claims, and meet the strongest evidence against it.",
            "Seven of the claims tell what official voices say and seven what others say. The feedback looks at your use of evidence and never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Begin with the account with which you agree less. Which claim would those who hold it put first?",
            "Say of each claim how the speaker knows, of which place, and which rule it rests on, if it says so.",
            "“In most cases” and “suggest” are hedges, one on each side. What would each side have to show to leave them out?",
        ),
    ),
    Next(
        task_id="04.12",
        title="What would you want to see next?",
        minutes=6,
        prompt=(
            "Each side says that the other prepared what happened, and in what we read neither prints a document of such a plan.",
            "Which two of these would you ask for next, to test both? Say what each could show, what you would then conclude, and what it may leave out.",
        ),
        items=(
            Wanted("orders", "The orders and duty lists of the region's police, from November 2011 on", "police"),
            Wanted(
                "file",
                "The investigators' whole file on the organisers they name: calls, payments, films",
                "prosecutors",
            ),
            Wanted(
                "party", "The opposition party's own letters and accounts on its visits to the town", "opposition party"
            ),
            Wanted("strikers", "Minutes and messages of the strikers' meetings in December 2011", "strikers"),
            Wanted(
                "company",
                "Notes of the company and the town on where and how to hold the holiday event",
                "company and town",
            ),
            Wanted(
                "film",
                "All that a television crew filmed on the square that morning, uncut and with the time",
                "television crew",
            ),
            Wanted("hotels", "Guest books and tickets: who came to the town in the weeks before", "hotels and railway"),
            Wanted("hearings", "A full record of what witnesses in court said about strangers in black", "court"),
        ),
        hints=(
            "Take one that could speak against the official account, and one that could speak against the other.",
            "Who made the record, when, and for whom? Two makers can check each other.",
            "Write: if it shows this, I would conclude that; if not, something else. What could be missing from it?",
        ),
    ),
    Code(
        task_id="04.13",
        title="For computing classes: on how many questions do both sides give one answer?",
        minutes=8,
        prompt=(
            "A claim with an answer in words has `c.question_id`, `c.position` and `c.standpoint`; `evidence.SIDES[c.standpoint]` is 'official' for the official side.",
            "On how many questions is there at least one answer that somebody on the official side gives, and somebody on another side too?",
        ),
        hints=(
            "Collect for each pair of question and answer the set of sides that give it.",
            "`sides.setdefault((c.question_id, c.position), set()).add(...)` fills such sets in a loop.",
            "Count the questions and not the answers: one question may have two answers that both sides give.",
        ),
    ),
)
