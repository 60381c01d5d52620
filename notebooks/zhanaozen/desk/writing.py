"""The argument desk: `write_account()` lets a student write on questions of choice, cite claims, and take a copy away.

The title and each section are saved at once, each as an entry of its own, so two tabs lose nothing of each other.
What is checked is in `account`.
"""

from html import escape

import ipywidgets as widgets

from zhanaozen import account, cards, ceiling, charts, download, evidence, tables, text, workbook
from zhanaozen.desk.asking import status
from zhanaozen.desk.keeping import kept_claims
from zhanaozen.explorers import Panel, read_claims

#: The entry of the title, among those of the sections.
_TITLE = "title"
_WIDE = widgets.Layout(width="auto")
_NOTHING = status("There is no section yet. Choose a question and write one first.")


class Writing(Panel):
    """Choose a question, read its claims, write a section, see what would make it stronger, download the whole."""

    def __init__(self, question_id: str):
        self._unsaved = {}  # parts that a save refused: they stay here until a save takes them
        self._turning = False
        questions = ceiling.questions(sorted(tables.load().questions, key=lambda q: (q.lesson, q.question)))
        [first, *_] = ceiling.questions([evidence.question(question_id)])
        self._title = widgets.Text(description="Title of my account:", layout=_WIDE)
        self._question = widgets.Dropdown(
            options=[(f"{q.lesson} · {q.question}", q.question_id) for q in questions],
            value=first.question_id, description="Question:", layout=_WIDE,
        )  # fmt: skip
        self._about, self._notes, self._whole = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self._claims = widgets.VBox()
        self._only_kept = widgets.Checkbox(description="Only claims that I keep", indent=False, layout=_WIDE)
        self._held = widgets.Dropdown(
            options=[("Choose…", ""), *((words, key) for key, words in account.HELD.items())],
            description="How sure I am:", layout=_WIDE,
        )  # fmt: skip
        self._text = widgets.Textarea(description="My section:", rows=10, layout=_WIDE)
        self._status, self._out = widgets.HTML(), widgets.Output()
        buttons = {
            "Cite the chosen claim": self.cite,
            "Read my section": self.read_section,
            "Show my whole account": self.show,
            "Download as a web page": lambda: self.save_copy("html"),
            "Download for a word processor": lambda: self.save_copy("rtf"),
        }
        made = []
        for words, act in buttons.items():
            button = widgets.Button(description=words, layout=_WIDE)
            button.on_click(lambda _, act=act: act())
            made.append(button)
        cite, look, show, page, word = made
        self._restore()
        self._turn_to(first.question_id)
        self._question.observe(lambda change: self._turn_to(change["new"]), "value")
        self._only_kept.observe(lambda _: self._list_claims(), "value")
        self._title.observe(lambda _: self._save(_TITLE, self._title.value), "value")
        for field in (self._held, self._text):
            field.observe(lambda _: self.keep(), "value")
        super().__init__(
            [
                self._title, self._question, self._about, self._only_kept, self._claims, cite, self._held, self._text,
                self._status, look, self._notes, widgets.HBox([show, page, word]), self._whole, self._out,
            ]
        )  # fmt: skip

    @property
    def account(self) -> account.Account:
        """The account as it stands: what the workbook holds, and what it refused to take."""
        return account.read(self._parts())

    def _parts(self) -> dict[str, object]:
        try:
            saved = {key: entry.value for key, entry in workbook.read().account.items()}
        except workbook.WorkbookError as error:
            self._say(str(error))
            saved = {}
        return saved | self._unsaved

    def _restore(self) -> None:
        self._say("Nothing is written yet.")
        parts = self._parts()
        if parts:
            self._title.value = str(parts.get(_TITLE, ""))
            self._say("Your account is back.")

    def _turn_to(self, question_id: str) -> None:
        """Show another question with its claims and what has been written on it."""
        part = self._parts().get(question_id)
        section = part if isinstance(part, dict) else {}
        self._turning = True  # putting a section back is no change of it
        self._about.value = _about(evidence.question(question_id))
        self._list_claims()
        self._held.value = section.get("held") if section.get("held") in account.HELD else ""
        self._text.value = str(section.get("text", ""))
        self._notes.value = ""
        self._turning = False

    def _list_claims(self) -> None:
        claims = evidence.claims_on(self._question.value)
        if self._only_kept.value:
            try:
                kept = kept_claims()
            except workbook.WorkbookError as error:
                self._say(str(error))
                kept = {}
            claims = [c for c in claims if c in kept]
        self._reader = read_claims(claims, "Claims on this question:")
        none = widgets.HTML(status("You keep no claim on this question. Untick the box, and all of them are here."))
        self._claims.children = (self._reader if claims else none,)

    def keep(self) -> bool:
        """Save the section as it stands. Returns False, and says why, if it could not be saved."""
        if self._turning:
            return True
        return self._save(self._question.value, {"held": self._held.value, "text": self._text.value})

    def _save(self, part: str, value) -> bool:
        try:
            workbook.save(part, value, ledger=tables.package()["version"], section="account")
        except workbook.WorkbookError as error:
            self._unsaved[part] = value
            self._say(str(error))
            return False
        self._unsaved.pop(part, None)
        self._say("Saved.")
        if self._whole.value:  # what is shown below is never older than what stands above
            self.show()
        return True

    def cite(self) -> None:
        """Put the number of the chosen claim at the end of the section."""
        if self._reader.chosen is None:
            self._say("Choose a claim first.")
            return
        self._text.value = f"{self._text.value.rstrip()} [{self._reader.chosen.claim_id}]".lstrip()

    def read_section(self) -> None:
        """Show what was looked at in this section, and the strongest claims against it."""
        section = next((s for s in self.account.sections if s.question.question_id == self._question.value), None)
        if section is None:
            self._notes.value = status("Write your section first.")
            return
        hardest = ceiling.ceiling()
        listed = "".join(f"<li>{escape(note.told)}</li>" for note in account.review(section, hardest))
        against = account.strongest_against(section, hardest=hardest)
        calm = [c for c in against if c.intensity <= charts.CALM]
        boxed = [c.claim_id for c in against if c not in calm]
        heading = "<p><strong>What speaks most strongly for another answer:</strong></p>" if against else ""
        behind = f"<p>In the list above, behind its box: {escape(text.listing(boxed))}.</p>" if boxed else ""
        self._notes.value = f'<div role="status"><ul>{listed}</ul></div>{heading}{cards.claims(calm).html}{behind}'

    def show(self) -> None:
        """Show the whole account below, as it will be downloaded."""
        if not self.account.sections:
            self._whole.value = _NOTHING
            return
        body = account.as_html(self.account)
        self._whole.value = body[body.index("<body>") + 6 : body.index("</body>")]

    def save_copy(self, kind: str) -> None:
        """Let the browser save the account as a page ('html') or for a word processor ('rtf')."""
        if not self.account.sections:
            self._whole.value = _NOTHING
            return
        make, mime = {"html": (account.as_html, "text/html"), "rtf": (account.as_rtf, "application/rtf")}[kind]
        download.start(self._out, download.script(make(self.account).encode(), f"my-account.{kind}", mime))

    def _say(self, words: str) -> None:
        self._status.value = status(words)

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = (
            "Run this cell to write your account: choose a question, read its claims, write, cite, "
            "and download the whole with its citations."
        )
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def _about(question: tables.Question) -> str:
    """Return why a question matters, and how many voices on each side give each answer."""
    rows = []
    for answer in evidence.answers(question.question_id):
        sides = [evidence.SIDES[s] for s in answer.voices.values()]
        told = [f"{text.plural(sides.count(side), 'voice')} ({cards.SIDES[side]})" for side in dict.fromkeys(sides)]
        rows.append(f"<li>{escape(cards.answer(answer))}: {escape(text.listing(told))}</li>")
    return (
        f"<p>{escape(question.why_it_matters)}</p>"
        f"<details><summary>The answers that sources give</summary><ul>{''.join(rows)}</ul></details>"
    )


def write_account(question_id: str = "count_complete") -> Writing:
    """Return the argument desk, opened at one question. Raises `evidence.UnknownQuestion`."""
    evidence.question(question_id)
    return Writing(question_id)
