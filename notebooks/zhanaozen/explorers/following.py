"""One person, organisation or place through everything that is said, under any spelling."""

from html import escape

import ipywidgets as widgets

from zhanaozen import cards, charts, evidence, names, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.tables import Claim, Organisation, Person, Place


class Follow(Panel):
    """A name in any spelling, who or what it is, and everything said about it, in order, as claim cards.

    Claims that describe violence are counted, and shown only when a box is ticked.
    """

    PAGE = 10

    def __init__(self, name: str):
        wide = widgets.Layout(width="auto")
        self._name = widgets.Text(
            name, description="Name of a person, organisation or place, in any spelling:",
            continuous_update=False, layout=wide,
        )  # fmt: skip
        self._hard = widgets.Checkbox(description="Show also what may be hard to read", indent=False, layout=wide)
        self._head, self._cards = widgets.HTML(), widgets.HTML()
        self._more = widgets.Button(description=f"Show {self.PAGE} more", layout=widgets.Layout(width="auto"))
        for control in (self._name, self._hard):
            control.observe(lambda _: self._follow(), "value")
        self._more.on_click(lambda _: self._show(self._shown + self.PAGE))
        self._follow()
        super().__init__([self._name, self._hard, self._head, self._cards, self._more])

    def _follow(self) -> None:
        try:
            self._who, said = _who(names.find(self._name.value)), evidence.about(self._name.value)
        except names.UnknownName:
            self._who, said = _unknown(self._name.value), None
        everything = said or []
        self._found = [c for c in everything if self._hard.value or c.intensity <= charts.CALM]
        self._summary = "" if said is None else _summary(everything, len(everything) - len(self._found))
        self._show(self.PAGE)

    def _show(self, count: int) -> None:
        self._shown = min(count, len(self._found))
        part = f" The first {self._shown} are shown." if self._shown < len(self._found) else ""
        head = [*self._who, *([self._summary + part] if self._summary else [])]
        shown = cards.claims(self._found[: self._shown])
        self._head.value = f'<div role="status">{"".join(f"<p>{escape(line)}</p>" for line in head)}</div>'
        self._cards.value = shown.html
        self._result = cards.Html(self._head.value + shown.html, "\n\n".join(filter(None, [*head, shown.words])))
        self._more.layout.display = "none" if self._shown == len(self._found) else None

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._result._repr_mimebundle_()


def _who(row: Person | Organisation | Place) -> list[str]:
    """Return who or what somebody or something is, in which spellings sources have it, and what to mind."""
    kind = "person" if isinstance(row, Person) else row.kind.replace("_", " ")
    role = "" if isinstance(row, Place) else f": {row.role}"
    spellings = dict.fromkeys((row.name, *row.names))
    lines = [f"{row.name} ({kind}){role}", f"Spellings found: {' · '.join(spellings)}", row.note]
    return [line for line in lines if line]


def _summary(said: list[Claim], hidden: int) -> str:
    if not said:
        return "No claim that we hold has one of these spellings."
    texts = len({c.source_id for c in said})
    words = f"{text.plural(len(said), 'claim')} in {text.plural(texts, 'text')}, in the order in which they were said."
    if hidden:
        words += f" {text.plural(hidden, 'claim')} left out: violence is described; tick the box to read."
    return words


def _unknown(name: str) -> list[str]:
    if not name.strip():
        return ["Write a name."]
    near = evidence.nearest(name)
    hint = f"Nearest to it: {'; '.join(near)}." if near else "Nothing is spelt nearly so; try a surname alone."
    return [f"No source that we hold spells anybody or anything “{name.strip()}”. {hint}"]


def follow(name: str = "Tuletaeva") -> Follow:
    """Return a field for a name in any spelling, with everything said about it. Where no kernel runs, it is shown.

    A name that no source has is answered with those nearest to it.
    """
    return Follow(name)
