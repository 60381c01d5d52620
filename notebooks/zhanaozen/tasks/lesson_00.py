"""Practice tasks of lesson 00, on an invented and harmless case: goats on a pitch."""

from zhanaozen import tables, text
from zhanaozen.tables import Claim
from zhanaozen.tasks import items
from zhanaozen.tasks.kinds import Choice, Grid, Item, Match, Range

GOATS: dict[str, Claim] = {c.claim_id: c for c in tables.practice().claims}
SOURCES = {s.source_id: s for s in tables.practice().sources}
LOCATED = "linden-farm.02"
HOW_KNOWN = ("linden-keeper.01", "linden-echo.01", "linden-farm.01", "linden-office.01")
SPEAKING = ("linden-blog", "linden-echo", "linden-keeper", "linden-office")
TWELVE = ("linden-echo.01", "linden-echo.02", "linden-farm.02")


def _said(claim_id: str) -> Item:
    c = GOATS[claim_id]
    return Item(claim_id, f"“{c.phrase}” ({text.who(c)})")


TASKS = (
    Match(
        task_id="00.1",
        title="Twelve of what?",
        minutes=2,
        prompt=("Three people say 'twelve'. What does each of them count?",),
        items=tuple(_said(c) for c in TWELVE),
        options=tuple(Item(u, u) for u in tables.practice().questions[0].units),
        hints=("Read the word behind the number.",),
    ),
    Choice(
        task_id="00.2",
        title="Where does it say so?",
        minutes=1,
        prompt=("Somebody tells you that the farmer wrote of “twelve metres of your fence”. Where would you look?",),
        options=tuple(Item(p, p) for p in ("p1", "p2", "p3", "p4")),
        hints=("Read the chart's list of claims: it gives the place in the text.",),
    ),
    Match(
        task_id="00.3",
        title="How do they know?",
        minutes=2,
        prompt=("Four people say something about goats. How does each of them come to know it?",),
        items=tuple(_said(c) for c in HOW_KNOWN),
        options=items.directness(("eyewitness", "hearsay", "analysis", "official_statement")),
        hints=("Who was there, and who was told?", "Whoever works a number out from another one has not counted."),
    ),
    Choice(
        task_id="00.4",
        title="No more than she says",
        minutes=2,
        prompt=("The farmer writes: “no more than five of mine”. Which sentence claims no more than that?",),
        options=(
            Item("exact", "Five of her goats were out."),
            Item("ceiling", "By her own account, five of her goats at most were out."),
            Item("total", "There were at most five goats on the pitch."),
            Item("floor", "At least five of her goats were out."),
        ),
        hints=("Which end of the range does she fix?", "Could there be goats that are not hers?"),
    ),
    Match(
        task_id="00.5",
        title="What is at stake for them?",
        minutes=2,
        prompt=("Read the head-notes above. What does each text have to lose or to win?",),
        items=tuple(Item(key, f"{s.publisher}: {s.title}") for key, s in SOURCES.items()),
        options=tuple(
            Item(key, s.standpoint_note) for key, s in sorted(SOURCES.items(), key=lambda kv: kv[1].standpoint_note)
        ),
        hints=("An interest is no lie: it tells which mistakes to expect.",),
    ),
    Range(
        task_id="00.6",
        title="The office changes its count",
        minutes=2,
        prompt=("What are the lowest and the highest number of goats that the school office has given?",),
        unit="goats",
        hints=("A denial is a number too.",),
    ),
    Choice(
        task_id="00.7",
        title="How many voices?",
        minutes=2,
        prompt=(
            "The student paper and the village blog both speak of twelve goats. How many independent counts can you show?",
        ),
        options=(Item("1", "One"), Item("2", "Two"), Item("0", "None")),
        hints=("Read the words that the blog uses.",),
    ),
    Grid.of(
        task_id="00.8",
        title="Says, says otherwise, is silent",
        minutes=3,
        prompt=("Four texts, two statements. What does each text do with each of them?",),
        rows=tuple(Item(key, SOURCES[key].publisher) for key in SPEAKING),
        columns=(
            Item("more than ten", "There were more than ten goats on the pitch."),
            Item("hoof prints", "There were hoof prints near the goal."),
        ),
        hints=("Silence is not denial.", "A lower number says otherwise; no number says nothing."),
    ),
)
