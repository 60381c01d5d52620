"""Practice tasks of lesson 00, on an invented and harmless case: goats on a pitch."""

from zhanaozen import tables, text
from zhanaozen.tables import Claim
from zhanaozen.tasks.kinds import Choice, Item, Match, Range

GOATS: dict[str, Claim] = {c.claim_id: c for c in tables.practice().claims}
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
    Range(
        task_id="00.3",
        title="The office changes its count",
        minutes=2,
        prompt=("What are the lowest and the highest number of goats that the school office has given?",),
        unit="goats",
        hints=("A denial is a number too.",),
    ),
    Choice(
        task_id="00.4",
        title="How many voices?",
        minutes=2,
        prompt=(
            "The student paper and the village blog both speak of twelve goats. How many independent counts can you show?",
        ),
        options=(Item("1", "One"), Item("2", "Two"), Item("0", "None")),
        hints=("Read the words that the blog uses.",),
    ),
)
