"""Claims in a list, and the card of the one chosen."""

from collections.abc import Sequence

import ipywidgets as widgets

from zhanaozen import cards, charts, display, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.tables import Claim

#: Long entries go on in a second line, set in. They begin with who says what, for browsers that cut them off instead.
_WRAPPED = f"""<style>
.{display.CLASS} select[size] {{ max-height: 16em; }}
.{display.CLASS} select[size] option {{ white-space: normal; padding: 1px 4px 1px 1.2em; text-indent: -1em; }}
</style>"""


class Reader(Panel):
    """A list of claims and the card of the one chosen: the keyboard's way to what lies behind a mark.

    Claims that describe violence are left out until a box is ticked.
    """

    def __init__(self, claims: Sequence[Claim], label: str):
        self._claims = {c.claim_id: c for c in claims}
        self._calm = [c for c in claims if c.intensity <= charts.CALM]
        hard = len(claims) - len(self._calm)
        self._caption = (
            f"The claims of this list, without {hard} that describe violence" if hard else "The claims of this list"
        )
        self._list = widgets.Select(rows=8, description=label, layout=widgets.Layout(width="auto"))
        self._card = widgets.HTML()
        more = widgets.Checkbox(
            description=f"Show also {text.plural(hard, 'claim')} that may be hard to read, since violence is described",
            indent=False, layout=widgets.Layout(width="auto"),
        )  # fmt: skip
        self._list.observe(lambda change: self._show(change["new"]), "value")
        more.observe(lambda change: self._fill(list(claims) if change["new"] else self._calm), "value")
        self._fill(self._calm)
        super().__init__([*([more] if hard else []), self._list, self._card], heading=_WRAPPED)

    @property
    def chosen(self) -> Claim | None:
        """The claim whose card is shown; None if the list is empty."""
        return self._claims.get(self._list.value)

    def _fill(self, shown: Sequence[Claim]) -> None:
        self._list.options = [(_entry(c), c.claim_id) for c in shown]
        self._list.value = shown[0].claim_id if shown else None

    def _show(self, claim_id: str | None) -> None:
        self._card.value = cards.claim(self._claims[claim_id]).html if claim_id else ""

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | cards.table(self._calm, self._caption)._repr_mimebundle_()


def _entry(c: Claim) -> str:
    """Return who says what, when, and the claim's id, with spaces at which an entry of a list can be wrapped.

    ipywidgets makes plain spaces in a list unbreakable, so these are four-per-em spaces, which look the same.
    """
    return f"{text.who(c)}: {text.answer(c)} · {text.day(c.said_on)} · {c.claim_id}".replace(" ", "\u2005")


def read_claims(claims: Sequence[Claim], label: str = "Claims:") -> Reader:
    """Return a list of claims from which one is chosen and read as a card. Where no kernel runs, it is a table."""
    return Reader(list(claims), label)
