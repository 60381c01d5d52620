"""Tasks of lesson 02: how did a pay dispute become a strike of seven months, and who said what of it?"""

from zhanaozen import evidence
from zhanaozen.tasks import items
from zhanaozen.tasks.items import counted, paraphrased, stated
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

QUESTION = "persecution"

PRESIDENT = "hrw-letter-2012.138"
HOW_KNOWN = (
    "asianews-2011-06-06-karazhanbas.03",
    "kmgep-2011-06-28-update-umg.04",
    "jones-2012.19",
    "azattyq-2020-05-witnesses.03",
    "belfast-telegraph-2011-12-19-kazakhs-defiant.02",
)
OS5 = ("ageleuov-2020.42", "ageleuov-2020.68")
KANTOR = ("kantor-2012.17", "kantor-2012.18")
PEAKS = ("kmgep-2011-06-28-update-umg.01", "lada-2011-07-number-of-strikers.01")
OFFICIAL_MONTHS = (
    "hrw-letter-2012.139",
    "bne-2011-09-kazakhstan-simmers.01",
    "interfax-kz-2011-12-26-aidarbayev.01",
    "kmgep-2011-06-28-update-umg.06",
    "belfast-telegraph-2011-12-19-kazakhs-defiant.02",
    "ap-2011-07-27-fires-striking-workers.06",
)
SAME_NUMBER = (
    "belfast-telegraph-2011-12-19-kazakhs-defiant.03",
    "bne-2011-09-kazakhstan-simmers.01",
    "ageleuov-2020.85",
    "kmgep-2011-06-28-update-umg.01",
    "hrw-letter-2012.143",
    "ahrca-2011-07-13-reprisals.02",
    "kostyuchenko-2018.14",
    "iwpr-2011-09-strikes-take-toll.02",
)
#: The questions of the grid, and its statements: one answer to each, in a sentence.
COMPARED = ("strike_start", "strike_political", "negotiation")
STATEMENTS = {
    "in May 2011": "The strike began in May 2011.",
    "it was a dispute about pay and work": "It was a dispute about pay and work.",
    "employers or the state refused to negotiate or failed to settle": (
        "Employers or the state refused to negotiate, or failed to settle."
    ),
}
TEXTS = {
    "hrw-letter-2012": "Human Rights Watch, letter of 2012",
    "jones-2012": "Robert Jones, article of 2012",
    "kantor-2012": "Alina Kantor, article of 2012",
    "rferl-2012": "RFE/RL, report of 2012",
    "ageleuov-2020": "Galym Ageleuov, interview of 2020",
}
#: Claims to weigh in the judgement: of courts, police and prosecutors, of those accused, of those who object.
TO_WEIGH = (
    "un-2012-08-24-kazakhstan-reply.02",
    "un-2012-08-24-kazakhstan-reply.03",
    "hrw-2011-08-sokolova-trial.04",
    "azattyq-2011-08-aminov.03",
    "rittmann-2015-iur.07",
    "eurasianet-2012-03-sokolova-release.02",
    "eurasianet-2012-03-sokolova-release.03",
    "reuters-2011-08-09-sokolova.03",
    "hrw-letter-2012.163",
    "hrw-letter-2012.166",
    "odf-2012-04-no-thaw.02",
    "iphr-2011-10-18-briefing.02",
    "amnesty-2011-07-22-oil-workers.01",
    "jones-2012.15",
    "ageleuov-2020.66",
    "hrw-2012-09-striking-oil.05",
)

TASKS = (
    Quote(
        task_id="02.1",
        title="Did he mean every demand?",
        minutes=2,
        prompt=(
            "On 22 December 2011 the president spoke of what the workers had asked for. A rights group quotes him from the media [hrw-letter-2012.138].",
            "Which words in this passage show that he does not say it of every demand? Copy them. The passage is all you need.",
        ),
        passage="demands were, in general, justified",
        hints=(
            "Leave out a word or two at a time: when does a sentence remain that says more?",
            "Copy the words that could go, and no others.",
        ),
    ),
    Match(
        task_id="02.2",
        title="How do they know?",
        minutes=5,
        prompt=(
            "Five statements about the strike. How do we have each of them? When a newspaper prints what somebody said in public, it is still that person's own statement.",
            "Decide first. Then compare with the line 'How known' on the cards, in the list on law and talks.",
        ),
        items=tuple(paraphrased(c) for c in HOW_KNOWN),
        options=items.directness(("official_statement", "participant", "hearsay", "analysis")),
        hints=(
            "Who speaks for an office or a company?",
            "Who tells what happened to them? And whose words do we have only because somebody else repeated them?",
            "What does it take to say of many months that something never happened?",
        ),
    ),
    Choice(
        task_id="02.3",
        title="What Kantor says of the strike",
        minutes=3,
        prompt=(
            "Kantor defends the police and the authorities. Read her two claims on the strike in the list of the core documents [kantor-2012.17, kantor-2012.18].",
            "Which sentence claims no more than she does?",
        ),
        options=(
            Item("labour", "Kantor says that it was a labour dispute, and that nobody from outside had a hand in it."),
            Item("fed", "Kantor says that the opposition began the strike for political ends."),
            Item("both", "Kantor calls the strike a labour dispute, and says that envoys of the opposition fed it."),
            Item("shown", "It is shown that the opposition fed a dispute about pay."),
        ),
        hints=(
            "She makes two statements. Does your sentence deny one of them, or add a third?",
            "To begin something and to feed it are two things.",
            "Whose statement is it? The sentence must not lose that.",
        ),
    ),
    Choice(
        task_id="02.4",
        title="One man, two dates",
        minutes=3,
        prompt=(
            "In one answer Ageleuov has a picket at the facility OS-5 driven off, with the help of riot police, in early June 2011 (p73). In another, riot police attack the workers of OS-5 in early July (p85) [ageleuov-2020.42, ageleuov-2020.68].",
            "Which sentence claims no more than the interview carries?",
        ),
        options=(
            Item("july", "The picket was attacked in early July; June is a slip."),
            Item("twice", "Police acted against OS-5 twice, in June and in July."),
            Item("open", "Ageleuov gives two dates, and does not say whether one is a slip or two events are meant."),
            Item("useless", "Ageleuov contradicts himself, so nothing that he says of OS-5 can be used."),
        ),
        hints=(
            "What does the interview say about the two dates taken together?",
            "That other texts support one date does not show that nothing happened at the other.",
            "A doubt about a date: how far does it reach?",
        ),
    ),
    Rewrite(
        task_id="02.5",
        title="Say no more than the group does",
        minutes=4,
        prompt=(
            "A local rights group spoke of the strikers on the square of Zhanaozen on the morning of 16 December: “The estimated 100 to 150 strikers were peaceful” [hrw-2011-12-17-investigate.01]. The card stands in the list of numbers.",
            "Rewrite the sentence below so that it claims no more than this source.",
        ),
        claim_id="hrw-2011-12-17-investigate.01",
        sentence="It is certain that just 150 workers were still on strike on 16 December.",
        hints=(
            "Whose number is it?",
            "Both ends of the range belong to it, and so does the word that says how it was reached.",
            "Does it count everybody who was still on strike, or those who stood in one place?",
        ),
    ),
    Range(
        task_id="02.6",
        title="When was it at its largest?",
        minutes=4,
        prompt=(
            "It is the end of July 2011. The company's side has said twice how many were on strike in Zhanaozen when the strike was at its largest. The two numbers differ.",
            "Which is the lower number, and which the higher? Write digits only, without a point or a comma.",
        ),
        unit="people on strike",
        hints=(
            "Look through the list of numbers for KMG EP, the mother company, and for OzenMunaiGas.",
            "On the cards, the line 'Meant' says which day or moment a number is for.",
        ),
    ),
    Order.of(
        task_id="02.7",
        title="The official side, from June to December",
        minutes=5,
        prompt=(
            "Six statements of the state and the company. Put them in the order in which they were said: 1 is the first.",
            "The cards in the lists show the days. When the order is right, read the statements from 1 to 6: what changes?",
        ),
        items=tuple(stated(c) for c in OFFICIAL_MONTHS),
        hints=(
            "Four of them stand in the list on law and talks, two in the list of numbers.",
            "Go by the day on which it was said, not by what the statement looks back on.",
        ),
    ),
    Pick(
        task_id="02.8",
        title="The same number from two sides",
        minutes=4,
        prompt=(
            "Some of these numbers are given by the official side and by another side too, and they count the same thing. Tick every claim that belongs to such a pair or group.",
            "The state and the company count as official here.",
        ),
        items=tuple(counted(c) for c in SAME_NUMBER),
        hints=(
            "First find the numbers that come up more than once.",
            "Then open their cards: which firms does each number count? And who gives it, only one side or both?",
        ),
    ),
    Grid.of(
        task_id="02.9",
        title="Who says it, and who is silent?",
        minutes=7,
        prompt=(
            "Five core documents, three statements. For each text: does it say so, say otherwise, or is it silent?",
            "A text says a thing also when it quotes somebody who says it, or when it adds something else. Count what is said, not what you could work out. Use the list of the core documents: if no claim of a text is about a statement, the text is silent.",
        ),
        rows=tuple(Item(s, f"{words} [{s}]") for s, words in TEXTS.items()),
        columns=tuple(Item(position, words) for position, words in STATEMENTS.items()),
        hints=(
            "Take one statement at a time and look who has a claim on it.",
            "In the letter of Human Rights Watch other people speak too. Who?",
            "To be silent is not to deny. To say otherwise, a text must give another answer to the same question.",
        ),
    ),
    Judgement(
        task_id="02.10",
        title="Your judgement",
        minutes=15,
        prompt=(
            "Texts of both sides tell of arrests or sentences before December 2011. Were strikers and their leaders persecuted, or were they lawfully held to account? Choose the answer that you find better supported, rest it on claims, and meet the strongest evidence against it.",
            "If you think that each answer is true in part, choose the nearer one and say so in your sentence; 'How sure' has a step for an open question. The feedback looks at your use of evidence, never at the answer you choose.",
        ),
        question_id=QUESTION,
        positions=evidence.question(QUESTION).positions,
        items=tuple(paraphrased(c) for c in TO_WEIGH),
        hints=(
            "Start with the claim that troubles your answer most.",
            "What act is somebody blamed for, who says so, and is there a document? What do the two sides tell alike?",
            "That a court ruled so, and that the ruling was right, are two questions. Which one does your answer need?",
        ),
    ),
    Next(
        task_id="02.11",
        title="Which two sources next?",
        minutes=6,
        prompt=(
            "In June the company said that its managers went on talking, in July that the strikers had not entered into talks [kmgep-2011-06-28-update-umg.06, ap-2011-07-27-fires-striking-workers.06]. Jones says that neither employer nor government held any serious talks [jones-2012.19].",
            "Nothing that we read records the talks. Which two of these would you look for first, if they exist, and why?",
        ),
        items=(
            Wanted("minutes", "Minutes of the meetings with strikers, kept by the company", "the company"),
            Wanted(
                "letters", "The strikers' letters with their demands, and the answers that they kept", "the strikers"
            ),
            Wanted(
                "commission",
                "Papers of the commission that paused the dismissals in July",
                "the region and the state oil company",
            ),
            Wanted("ruling", "The full court ruling on the strike at OzenMunaiGaz", "the court"),
            Wanted("inspectors", "Reports of labour inspectors on the company in 2011", "labour inspectors"),
            Wanted("films", "Uncut films of meetings between managers and strikers", "reporters"),
        ),
        hints=(
            "Who makes such a record, and for whom?",
            "Take two that can check each other: made by people with different interests.",
            "Say what you would conclude if it showed one thing, and what if another.",
        ),
    ),
    Code(
        task_id="02.12",
        title="For computing classes: who gives more than one number?",
        minutes=8,
        prompt=(
            "Which voices give more than one number of people on strike? The answer is a list of voices.",
            "A voice is whose number it is, `c.voice`; a number is the pair `(c.value_low, c.value_high)`, and only claims with a unit, `c.unit`, have one. The next cell holds the claims.",
        ),
        hints=(
            "Collect the numbers of each voice in a dictionary of sets: `numbers.setdefault(c.voice, set()).add(...)`.",
            "Keep the voices whose set has more than one member.",
        ),
    ),
)
