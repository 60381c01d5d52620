"""The search of the whole ledger, as a panel."""

import ipywidgets as widgets

from zhanaozen import cards, charts, display, search, tables, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.tables import Question

#: When something was said: what a menu shows, and the first and last day meant.
SAID = (
    ("at any time", (None, None)),
    ("before 16 December 2011", (None, "2011-12-15")),
    ("from 16 to 31 December 2011", ("2011-12-16", "2011-12-31")),
    ("in 2012", ("2012-01-01", "2012-12-31")),
    ("from 2013 on", ("2013-01-01", None)),
)


class Search(Panel):
    """Find claims by words and by who says it, on what, when and how directly; the results are claim cards.

    Claims that describe violence are counted, and shown only when a box is ticked.
    """

    PAGE = 10

    def __init__(self, words: str = ""):
        wide = widgets.Layout(width="auto")
        self._words = widgets.Text(
            words, description="Words in English, Russian or Kazakh:", continuous_update=False, layout=wide
        )
        self._filters = {
            "standpoint": _menu("Who says it:", [(display.label(s), s) for s in display.STANDPOINTS]),
            "topic": _menu("About:", [(t.replace("_", " "), t) for t in tables.vocabulary("claims", "topic")]),
            "question_id": _menu("Answers the question:", [(q.question, q.question_id) for q in _questions()]),
            "directness": _menu("How it is known:", [(words, key) for key, words in text.DIRECTNESS.items()]),
        }
        self._said = widgets.Dropdown(options=SAID, description="Said:", layout=wide)
        self._hard = widgets.Checkbox(description="Show also what may be hard to read", indent=False, layout=wide)
        self._count, self._cards = widgets.HTML(), widgets.HTML()
        self._more = widgets.Button(description=f"Show {self.PAGE} more", layout=widgets.Layout(width="auto"))
        for control in (self._words, *self._filters.values(), self._said, self._hard):
            control.observe(lambda _: self._find(), "value")
        self._more.on_click(lambda _: self._show(self._shown + self.PAGE))
        self._find()
        controls = [self._words, *self._filters.values(), self._said, self._hard]
        super().__init__([*controls, self._count, self._cards, self._more])

    def _find(self) -> None:
        chosen = {name: menu.value or None for name, menu in self._filters.items()}
        said_from, said_by = self._said.value
        found = search.find(self._words.value, said_from=said_from, said_by=said_by, **chosen)
        self._found = [c for c in found if self._hard.value or c.intensity <= charts.CALM]
        self._left_out = len(found) - len(self._found)
        self._show(self.PAGE)

    def _show(self, count: int) -> None:
        self._shown = min(count, len(self._found))
        self._result = cards.claims(self._found[: self._shown])
        self._count.value = f'<p role="status">{self._summary()}</p>'
        self._cards.value = self._result.html
        self._more.layout.display = "none" if self._shown == len(self._found) else None

    def _summary(self) -> str:
        texts = len({c.source_id for c in self._found})
        words = f"{text.plural(len(self._found), 'claim')} in {text.plural(texts, 'text')}"
        if not self._found:
            words = "No claim has all of this. Take out a word, or set a menu back to 'any'"
        elif self._shown < len(self._found):
            words += f", the first {self._shown} shown, in the order in which they were said"
        if self._left_out:
            words += f". {text.plural(self._left_out, 'claim')} left out: violence is described; tick the box to read"
        return words + "."

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._result._repr_mimebundle_()


def _menu(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=[("any", ""), *options], description=label, layout=widgets.Layout(width="auto"))


def _questions() -> list[Question]:
    return sorted(tables.load().questions, key=lambda q: (q.lesson, q.question))


def search_claims(words: str = "") -> Search:
    """Return a search over the whole ledger, with its first results. Where no kernel runs, those are shown."""
    return Search(words)
