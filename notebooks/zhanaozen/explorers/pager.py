"""Claims found by a question, as cards that come a page at a time."""

from collections.abc import Sequence
from html import escape

import ipywidgets as widgets

from zhanaozen import cards, ceiling, charts, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.tables import Claim


class Pager(Panel):
    """Controls, what was found in words, and the claims found as cards, ten at a time.

    Claims that describe violence are counted, and shown only when a box is ticked; those above the ceiling that is
    set are left out. A subclass says what is found,
    in `_search`, and how that is told, in `_tell`.
    """

    PAGE = 10

    def __init__(self, controls: Sequence[widgets.Widget]):
        """Take the controls that put the question; whenever one of them changes, it is put again."""
        wide = widgets.Layout(width="auto")
        self._hard = widgets.Checkbox(description="Show also what may be hard to read", indent=False, layout=wide)
        self._count, self._cards = widgets.HTML(), widgets.HTML()
        self._more = widgets.Button(layout=widgets.Layout(width="auto"))
        for control in (*controls, self._hard):
            control.observe(lambda _: self._find(), "value")
        self._more.on_click(lambda _: self._show(self._shown + self.PAGE))
        self._find()
        super().__init__([*controls, self._hard, self._count, self._cards, self._more])

    def _search(self) -> Sequence[Claim]:
        """Return the claims that answer the question, those that describe violence among them."""
        raise NotImplementedError

    def _tell(self) -> Sequence[str]:
        """Return what was found, one sentence or more to a paragraph."""
        raise NotImplementedError

    def _find(self) -> None:
        self._everything = ceiling.within(self._search())
        self._found = [c for c in self._everything if self._hard.value or c.intensity <= charts.CALM]
        self._show(self.PAGE)

    def _show(self, count: int) -> None:
        self._shown = min(count, len(self._found))
        self._result = cards.claims(self._found[: self._shown])
        told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self._tell())
        self._count.value = f'<div role="status">{told}</div>'
        self._cards.value = self._result.html
        # On the last page the button stays: who pressed it would lose the keyboard's place with it.
        last = self._shown == len(self._found)
        self._more.description = "All are shown" if last else f"Show {self.PAGE} more"
        self._more.layout.display = "none" if len(self._found) <= self.PAGE else None

    def _left_out(self) -> str:
        """Return a sentence on the claims that wait behind the box; nothing if none does."""
        hidden = len(self._everything) - len(self._found)
        if not hidden:
            return ""
        return f" {text.plural(hidden, 'claim')} left out: violence is described; tick the box to read."

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._result._repr_mimebundle_()
