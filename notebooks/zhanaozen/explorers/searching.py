"""The search of the whole ledger, as a panel."""

import ipywidgets as widgets

from zhanaozen import display, search, tables, text
from zhanaozen.explorers.pager import Pager
from zhanaozen.tables import Claim, Question

#: When something was said: what a menu shows, and the first and last day meant.
SAID = (
    ("at any time", (None, None)),
    ("before 16 December 2011", (None, "2011-12-15")),
    ("from 16 to 31 December 2011", ("2011-12-16", "2011-12-31")),
    ("in 2012", ("2012-01-01", "2012-12-31")),
    ("from 2013 on", ("2013-01-01", None)),
)


class Search(Pager):
    """Find claims by words and by who says it, on what, when and how directly."""

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
        super().__init__([self._words, *self._filters.values(), self._said])

    def _search(self) -> list[Claim]:
        chosen = {name: menu.value or None for name, menu in self._filters.items()}
        said_from, said_by = self._said.value
        return search.find(self._words.value, said_from=said_from, said_by=said_by, **chosen)

    def _tell(self) -> list[str]:
        texts = len({c.source_id for c in self._found})
        words = f"{text.plural(len(self._found), 'claim')} in {text.plural(texts, 'text')}"
        if not self._found:
            words = "No claim has all of this. Take out a word, or set a menu back to 'any'"
        elif self._shown < len(self._found):
            words += f", the first {self._shown} shown, in the order in which they were said"
        return [f"{words}.{self._left_out()}"]


def _menu(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=[("any", ""), *options], description=label, layout=widgets.Layout(width="auto"))


def _questions() -> list[Question]:
    return sorted(tables.load().questions, key=lambda q: (q.lesson, q.question))


def search_claims(words: str = "") -> Search:
    """Return a search over the whole ledger, with its first results. Where no kernel runs, those are shown."""
    return Search(words)
