"""The kinds of task: what each asks, and what a full answer to it looks like. No answers and no widgets here."""

from dataclasses import dataclass
from typing import ClassVar

# eq and repr are left out: making them for every kind takes a tenth of the time that the package needs to load.


@dataclass(frozen=True, eq=False)
class Item:
    """One thing to choose, match, order or pick: a key that is saved and the words that are shown."""

    key: str
    words: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Task:
    """What every task has: its number, title, minutes, what is asked (paragraphs), and hints in steps.

    `skill` is the learning goal that its kind serves: tasks of one skill are of equal value. `mirror` is the number of
    the task that does the same to the other side's words: a plan has both or neither.
    """

    skill: ClassVar[str]

    task_id: str
    title: str
    minutes: int
    prompt: tuple[str, ...]
    hints: tuple[str, ...] = ()
    mirror: str = ""

    @property
    def lesson(self) -> str:
        """The two digits of the lesson: '05' for task 05.3."""
        return self.task_id.partition(".")[0]

    def parts(self) -> list[str]:
        """Return the choices as lines of text, for readers with paper or no kernel."""
        return []

    def complete(self, value) -> bool:
        """Return whether a saved value answers every part of the task. Never raises, whatever the value."""
        raise NotImplementedError


def _filled(value, keys: tuple[str, ...]) -> bool:
    return isinstance(value, dict) and all(value.get(k) not in (None, "", []) for k in keys)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Choice(Task):
    """Choose one option. Value: the key of the option."""

    skill: ClassVar[str] = "close reading"

    options: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [o.words for o in self.options]

    def complete(self, value) -> bool:
        return value in [o.key for o in self.options]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Number(Task):
    """Give a number with its unit. Value: {"number": text, "unit": unit}."""

    skill: ClassVar[str] = "reasoning with numbers"

    units: tuple[str, ...]

    def parts(self) -> list[str]:
        return [f"Number and unit ({'; '.join(self.units)})"]

    def complete(self, value) -> bool:
        return _filled(value, ("number", "unit"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Range(Task):
    """Give a lowest and a highest number. Value: {"low": text, "high": text}."""

    skill: ClassVar[str] = "reasoning with numbers"

    unit: str

    def parts(self) -> list[str]:
        return [f"Lowest and highest number of {self.unit}"]

    def complete(self, value) -> bool:
        return _filled(value, ("low", "high"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Match(Task):
    """Give each item one of the options. Value: {item key: option key}."""

    skill: ClassVar[str] = "sourcing"

    items: tuple[Item, ...]
    options: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [i.words for i in self.items] + [f"To match with: {'; '.join(o.words for o in self.options)}"]

    def complete(self, value) -> bool:
        return _filled(value, tuple(i.key for i in self.items))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Order(Match):
    """Number the items from first to last. Value: {item key: "1", "2", ...}."""

    skill: ClassVar[str] = "chronology"

    @classmethod
    def of(cls, items: tuple[Item, ...], **kwargs) -> "Order":
        """Return a task with as many places as items."""
        return cls(items=items, options=tuple(Item(str(n), str(n)) for n in range(1, len(items) + 1)), **kwargs)

    def complete(self, value) -> bool:
        return super().complete(value) and len({str(value[i.key]) for i in self.items}) == len(self.items)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Pick(Task):
    """Pick all items that fit. Value: list of item keys."""

    skill: ClassVar[str] = "corroboration"

    items: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [i.words for i in self.items]

    def complete(self, value) -> bool:
        return isinstance(value, list) and bool(value)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Grid(Match):
    """Say of each text and each statement whether the text says it, says otherwise, or is silent.

    Value: {"row key|column key": option key}, so that every cell is an item of a match.
    """

    skill: ClassVar[str] = "corroboration and silence"

    rows: tuple[Item, ...]
    columns: tuple[Item, ...]

    @classmethod
    def of(cls, rows: tuple[Item, ...], columns: tuple[Item, ...], **kwargs) -> "Grid":
        """Return a grid with one cell for each row (a text) and column (a statement)."""
        items = tuple(Item(f"{r.key}|{c.key}", f"{r.words}: {c.words}") for c in columns for r in rows)
        return cls(rows=rows, columns=columns, items=items, options=STANCES, **kwargs)

    def parts(self) -> list[str]:
        texts = f"Texts: {'; '.join(r.words for r in self.rows)}"
        return [texts, *(c.words for c in self.columns), f"For each: {'; '.join(s.words for s in STANCES)}"]


#: What a text may do with a statement. To be silent is not to deny.
STANCES = (
    Item("says", "says it"),
    Item("contradicts", "says otherwise"),
    Item("silent", "is silent"),
)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Quote(Task):
    """Copy words out of a passage, such as its hedge. Value: the words."""

    skill: ClassVar[str] = "hedges"

    passage: str

    def parts(self) -> list[str]:
        return [f"The passage: “{self.passage}”", "The words, copied from it"]

    def complete(self, value) -> bool:
        return isinstance(value, str) and bool(value.strip())


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rewrite(Task):
    """Rewrite a sentence so that it claims no more than its source. Value: the new sentence."""

    skill: ClassVar[str] = "hedges"

    claim_id: str
    sentence: str

    def parts(self) -> list[str]:
        return [f"Too much is claimed here: {self.sentence}", "The sentence, so that it claims no more than its source"]

    def complete(self, value) -> bool:
        return isinstance(value, str) and bool(value.strip())


@dataclass(frozen=True, eq=False)
class Wanted(Item):
    """A source that one would like to have: `hands` say who makes such a record, since two hands check each other."""

    hands: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Next(Task):
    """Choose which two sources you would want next, and why. Value: {"first", "second", "why"}."""

    skill: ClassVar[str] = "what is missing"

    items: tuple[Wanted, ...]

    def parts(self) -> list[str]:
        return [*(i.words for i in self.items), "Two of these, and why: what would each show, and what not?"]

    def complete(self, value) -> bool:
        return _filled(value, ("first", "second", "why"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Code(Task):
    """A question for computing classes, answered in a few lines of Python. Never required.

    Value: what the lines found, as a number, a text or a list of texts; given with `answer("05.13", ...)`.
    """

    skill: ClassVar[str] = "asking the tables by code"

    def parts(self) -> list[str]:
        return ["For computing classes; no other task needs it"]

    def complete(self, value) -> bool:
        return isinstance(value, str | int | float | list) and not isinstance(value, bool) and value not in ("", [])


#: How sure, in words, from most to least.
CONFIDENCE = (
    Item("certain", "Certain: I see no way that it is otherwise"),
    Item("probable", "Probable: the better evidence points this way"),
    Item("possible", "Possible: some evidence points this way"),
    Item("open", "Open: the evidence does not carry an answer"),
)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Judgement(Task):
    """A written judgement on a disputed question.

    Value: {"position", "claim", "evidence": [claim ids], "reasoning", "counter": [claim ids],
    "answer_to_counter", "confidence"}.
    """

    skill: ClassVar[str] = "judgement"

    question_id: str
    positions: tuple[str, ...]
    items: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [
            f"Your answer: {' / '.join(self.positions)}",
            "Your answer in one sentence of your own",
            f"Claims for it, and the strongest claims against it, from: {'; '.join(i.words for i in self.items)}",
            "Why these claims carry your answer: who says it, how they know, what they counted",
            "What the strongest claims against it change, and why they do not decide it",
            f"How sure: {'; '.join(c.words for c in CONFIDENCE)}",
        ]

    def complete(self, value) -> bool:
        return _filled(value, ("position", "claim", "reasoning", "confidence"))


#: What the parts of an answer to an open task are called, in the words of the desk.
_PARTS = {
    "position": "Answer:",
    "claim": "In one sentence:",
    "evidence": "Rests on:",
    "reasoning": "Why they carry it:",
    "counter": "Strongest against it:",
    "answer_to_counter": "What they change:",
    "confidence": "How sure:",
    "first": "One source:",
    "second": "Another source:",
    "why": "Why these two:",
}


def told(task: Task, value) -> list[tuple[str, str]]:
    """Return the parts of an answer to an open task, each with its name, in the words that the desk shows.

    What the desk does not write is left out; never raises, whatever the value.
    """
    if isinstance(value, str):
        return [("Answer:", value)]
    words = {i.key: i.words for i in getattr(task, "items", ())} | {c.key: c.words for c in CONFIDENCE}
    shown = []
    for key, name in _PARTS.items():
        given = value.get(key) if isinstance(value, dict) else None
        texts = [g for g in given if isinstance(g, str)] if isinstance(given, list) else [given]
        if said := "; ".join(words.get(t, t) for t in texts if isinstance(t, str)):
            shown.append((name, said))
    return shown
