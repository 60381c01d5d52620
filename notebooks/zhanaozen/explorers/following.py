"""One person, organisation or place through everything that is said, under any spelling."""

import ipywidgets as widgets

from zhanaozen import evidence, names, text
from zhanaozen.explorers.pager import Pager
from zhanaozen.markup import Html, below
from zhanaozen.tables import Claim, Organisation, Person, Place


class Follow(Pager):
    """A name in any spelling, who or what it is, and everything said about it, in order."""

    def __init__(self, name: str):
        self._name = widgets.Text(
            name, description="Name of a person, organisation or place, in any spelling:",
            continuous_update=False, layout=widgets.Layout(width="auto"),
        )  # fmt: skip
        super().__init__([self._name])

    def _search(self) -> list[Claim]:
        try:
            self._who, said = _who(names.find(self._name.value)), evidence.about(self._name.value)
        except names.UnknownName:
            self._who, said = _unknown(self._name.value), None
        self._known = said is not None
        return said or []

    def _tell(self) -> list[str]:
        return [*self._who, self._summary()] if self._known else self._who

    def _summary(self) -> str:
        if not self._everything:
            return "No claim that we hold has one of these spellings."
        texts = text.plural(len({c.source_id for c in self._everything}), "text")
        claims = text.plural(len(self._everything), "claim")
        part = f" The first {self._shown} are shown." if self._shown < len(self._found) else ""
        return f"{claims} in {texts}, in the order in which they were said.{self._left_out()}{part}"

    def _repr_mimebundle_(self, **kwargs) -> dict:
        who = Html(self._count.value, "\n\n".join(self._tell()))
        return super()._repr_mimebundle_(**kwargs) | below([who, self._result])._repr_mimebundle_()


def _who(row: Person | Organisation | Place) -> list[str]:
    """Return who or what somebody or something is, in which spellings sources have it, and what to mind."""
    kind = "person" if isinstance(row, Person) else row.kind.replace("_", " ")
    role = "" if isinstance(row, Place) else f": {row.role}"
    spellings = dict.fromkeys((row.name, *row.names))
    lines = [f"{row.name} ({kind}){role}", f"Spellings found: {' · '.join(spellings)}", row.note]
    return [line for line in lines if line]


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
