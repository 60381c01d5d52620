"""Evidence that a student keeps: claims with a word on why, there again in every lesson and at the argument desk."""

from collections.abc import Sequence

import ipywidgets as widgets

from zhanaozen import cards, tables, text, workbook
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel
from zhanaozen.explorers.reader import Reader
from zhanaozen.markup import grid
from zhanaozen.tables import Claim

_WIDE = widgets.Layout(width="auto")


def kept_claims() -> dict[Claim, str]:
    """Return the claims that are kept, each with its note, in the order of the ledger.

    Claims that are no longer in the ledger stay in the workbook and are left out here. Raises `WorkbookError`.
    """
    kept = workbook.read().kept
    return {c: str(kept[c.claim_id].value) for c in tables.claims() if c.claim_id in kept}


class Keeping(Reader):
    """A list of claims, the card of the one chosen, and a button that keeps it with a note."""

    def __init__(self, claims: Sequence[Claim], label: str):
        super().__init__(claims, label)
        self._note = widgets.Text(description="Why I keep it:", layout=_WIDE)
        self._turning = False
        keep = widgets.Button(description="Keep this claim", tooltip="Keep the chosen claim in the workbook")
        self._said = widgets.HTML()
        keep.on_click(lambda _: self.keep())
        self._list.observe(lambda _: self._turn(), "value")
        self._note.observe(lambda _: self.keep(), "value")  # who writes why wants to keep it
        self._turn()
        self.children = (*self.children, self._note, keep, self._said)

    def keep(self) -> None:
        """Keep the chosen claim with the note as it stands."""
        if self._turning:
            return
        if self.chosen is None:
            self._said.value = status("Choose a claim first.")
            return
        try:
            book = workbook.save(
                self.chosen.claim_id, self._note.value, ledger=tables.package()["version"], section="kept"
            )
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self._said.value = status(f"Kept: {self.chosen.claim_id}. You keep {text.plural(len(book.kept), 'claim')}.")

    def _turn(self) -> None:
        """Show the note of the claim that is now chosen."""
        try:
            entry = workbook.read().kept.get(self.chosen.claim_id) if self.chosen else None
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self._turning = True  # putting a note back is no change of it
        self._note.value = str(entry.value) if entry else ""
        self._turning = False
        self._said.value = status("You keep this claim.") if entry else ""


class Kept(Panel):
    """All kept claims with their notes; one can be read as a card, or given up."""

    def __init__(self):
        self._table, self._card, self._said = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self._one = widgets.Dropdown(description="Read one:", layout=_WIDE)
        again = widgets.Button(description="Show again", tooltip="Read the workbook again")
        give_up = widgets.Button(description="Keep it no longer", tooltip="Take the chosen claim out")
        again.on_click(lambda _: self.show())
        give_up.on_click(lambda _: self.give_up())
        self._one.observe(lambda change: self._read(change["new"]), "value")
        self.show()
        super().__init__([self._table, self._one, self._card, widgets.HBox([again, give_up]), self._said])

    def show(self) -> None:
        """Read the workbook and list what is kept."""
        try:
            kept = kept_claims()
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        rows = [[c.claim_id, c.claim, text.who(c), note] for c, note in kept.items()]
        head = ["Number", "What it says", "Who says it", "Why I keep it"]
        self._table.value = grid("Evidence that I keep", head, rows).html if rows else status("You keep no claim yet.")
        self._one.options = [("Choose…", ""), *((c.claim_id, c.claim_id) for c in kept)]
        self._one.value = ""

    def give_up(self) -> None:
        """Take the chosen claim out of the kept ones."""
        if not self._one.value:
            self._said.value = status("Choose a claim first.")
            return
        gone = self._one.value
        try:
            workbook.drop(gone, section="kept")
        except workbook.WorkbookError as error:
            self._said.value = status(str(error))
            return
        self.show()
        self._said.value = status(f"No longer kept: {gone}.")

    def _read(self, claim_id: str) -> None:
        self._card.value = cards.claim(tables.claim(claim_id)).html if claim_id else ""

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = "Run this cell to see the claims that you keep, with your notes."
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def keep(claims: Sequence[Claim], label: str = "Claims:") -> Keeping:
    """Return a list of claims to read, with a button that keeps the chosen one. Where no kernel runs, it is a table."""
    return Keeping(list(claims), label)


def my_evidence() -> Kept:
    """Show the claims that are kept in the workbook."""
    return Kept()
