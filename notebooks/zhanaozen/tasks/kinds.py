"""The kinds of task: what each asks, and what a full answer to it looks like. No answers and no widgets here."""

from dataclasses import dataclass

# eq and repr are left out: making them for every kind takes a tenth of the time that the package needs to load.


@dataclass(frozen=True, eq=False)
class Item:
    """One thing to choose, match, order or pick: a key that is saved and the words that are shown."""

    key: str
    words: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Task:
    """What every task has: its number, title, minutes, what is asked (paragraphs), and hints in steps."""

    task_id: str
    title: str
    minutes: int
    prompt: tuple[str, ...]
    hints: tuple[str, ...] = ()

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

    options: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [o.words for o in self.options]

    def complete(self, value) -> bool:
        return value in [o.key for o in self.options]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Number(Task):
    """Give a number with its unit. Value: {"number": text, "unit": unit}."""

    units: tuple[str, ...]

    def parts(self) -> list[str]:
        return [f"Number and unit ({'; '.join(self.units)})"]

    def complete(self, value) -> bool:
        return _filled(value, ("number", "unit"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Range(Task):
    """Give a lowest and a highest number. Value: {"low": text, "high": text}."""

    unit: str

    def parts(self) -> list[str]:
        return [f"Lowest and highest number of {self.unit}"]

    def complete(self, value) -> bool:
        return _filled(value, ("low", "high"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Match(Task):
    """Give each item one of the options. Value: {item key: option key}."""

    items: tuple[Item, ...]
    options: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [i.words for i in self.items] + [f"To match with: {'; '.join(o.words for o in self.options)}"]

    def complete(self, value) -> bool:
        return _filled(value, tuple(i.key for i in self.items))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Order(Match):
    """Number the items from first to last. Value: {item key: "1", "2", ...}."""

    @classmethod
    def of(cls, items: tuple[Item, ...], **kwargs) -> "Order":
        """Return a task with as many places as items."""
        return cls(items=items, options=tuple(Item(str(n), str(n)) for n in range(1, len(items) + 1)), **kwargs)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Pick(Task):
    """Pick all items that fit. Value: list of item keys."""

    items: tuple[Item, ...]

    def parts(self) -> list[str]:
        return [i.words for i in self.items]

    def complete(self, value) -> bool:
        return isinstance(value, list) and bool(value)


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
