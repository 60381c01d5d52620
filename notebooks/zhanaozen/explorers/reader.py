"""Claims in a list, and the card of the one chosen."""

import textwrap
from collections.abc import Sequence

import ipywidgets as widgets

from zhanaozen import cards, ceiling, charts, display, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.markup import Html
from zhanaozen.tables import Claim

#: Long entries go on in a second line, set in. They begin with who says what, for browsers that cut them off instead.
_WRAPPED = f"""<style>
.{display.CLASS} select[size] {{ max-height: 16em; }}
.{display.CLASS} select[size] option {{ white-space: normal; padding: 1px 4px 1px 1.2em; text-indent: -1em; }}
</style>"""


_SHORT = 90
"""Letters of a claim's sentence that an entry shows where the claim answers no question."""


class Reader(Panel):
    """A list of claims and the card of the one chosen: the keyboard's way to what lies behind a mark.

    Claims that describe violence are left out until a box is ticked; those above the ceiling that is set, always.
    If none is left, others of equal value take their place.
    """

    def __init__(self, claims: Sequence[Claim], label: str):
        wide = widgets.Layout(width="auto")
        self._label = label
        self._box = widgets.Checkbox(indent=False, layout=widgets.Layout(width="auto"))
        self._list = widgets.Select(rows=8, description=label, layout=wide)
        self._card = widgets.HTML()
        self._list.observe(lambda _: self._show(), "value")
        self._box.observe(lambda change: self._fill(self._all if change["new"] else self._calm), "value")
        self.read(claims)
        super().__init__([self._box, self._list, self._card], heading=_WRAPPED)

    def read(self, claims: Sequence[Claim]) -> None:
        """Put these claims into the list, in place of those that it held."""
        self._all = ceiling.within(claims) or (ceiling.of_equal_value(claims) if claims else [])
        self._list.description = self._label if set(self._all) <= set(claims) else "Claims:"
        self._calm = [c for c in self._all if c.intensity <= charts.CALM]
        hard = text.plural(len(self._all) - len(self._calm), "claim")
        self._box.description = (
            f"Show also {hard} that may be hard to read, since violence is described{self._hardest()}"
        )
        self._box.layout.display = "none" if self._all == self._calm else None
        self._box.value = False
        self._fill(self._calm)

    @property
    def chosen(self) -> Claim | None:
        """The claim whose card is shown; None if the list is empty."""
        return next((c for c in self._all if c.claim_id == self._list.value), None)

    def _hardest(self) -> str:
        return f" (up to {max((c.intensity for c in self._all), default=0)} of 3)"

    def _fill(self, shown: Sequence[Claim]) -> None:
        self._list.options = [(_entry(c), c.claim_id) for c in shown]
        self._list.value = shown[0].claim_id if shown else None

    def _show(self) -> None:
        self._card.value = cards.claim(self.chosen).html if self.chosen else ""

    def table(self) -> Html:
        """Return the list as a table, for where no kernel runs: without the claims that wait behind the box."""
        hard = len(self._all) - len(self._calm)
        left_out = f", without {hard} that describe violence{self._hardest()}" if hard else ""
        return cards.table(self._calm, f"The claims of this list{left_out}")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self.table()._repr_mimebundle_()


def _entry(c: Claim) -> str:
    """Return who says what, when, and the claim's id, with spaces at which an entry of a list can be wrapped.

    A claim that answers no question has the beginning of our sentence in place of an answer.

    ipywidgets makes plain spaces in a list unbreakable, so these are four-per-em spaces, which look the same.
    """
    said = text.answer(c) if text.answers(c) else textwrap.shorten(c.claim, _SHORT, placeholder=" …")
    return f"{text.who(c)}: {said} · {text.day(c.said_on)} · {c.claim_id}".replace(" ", "\u2005")


def read_claims(claims: Sequence[Claim], label: str = "Claims:") -> Reader:
    """Return a list of claims from which one is chosen and read as a card. Where no kernel runs, it is a table."""
    return Reader(list(claims), label)
