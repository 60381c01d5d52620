"""A group's pack of the blind jigsaw: its claims, question by question, and the grid that the group fills in."""

from html import escape

import ipywidgets as widgets

from zhanaozen import cards, tables, workbook
from zhanaozen.checks import part
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel
from zhanaozen.markup import Html, below
from zhanaozen.tables import Claim, Question
from zhanaozen.teaching import packs

_WIDE = widgets.Layout(width="auto")
_CHOOSE = ("Choose…", "")
_ONLY = "Answer each question from these claims only."
_NONE = "There is no claim on this question in this pack."
_LINE = "Our pack says: ______________________________"
_HOW = "How do they know? ______________________________"


def key(lesson: str) -> str:
    """Return the key under which a group's grid stands among the answers of the workbook."""
    return f"{lesson}.jigsaw"


class Pack(Panel):
    """Choose the pack that your group was dealt, read its claims, and say what they answer."""

    def __init__(self, lesson: str):
        self._lesson, self._turning = lesson, False
        self._dealt = packs.deal(lesson)
        self._pack = widgets.Dropdown(
            options=[_CHOOSE, *((words, pack) for pack, words in packs.PACKS.items())], value="",
            description="Our pack:", layout=_WIDE,
        )  # fmt: skip
        self._sheet, self._status = widgets.VBox(), widgets.HTML()
        self._fields: dict[str, dict[str, widgets.Widget]] = {}
        self._restore()
        self._pack.observe(lambda _: self._turn({}), "value")
        super().__init__([self._pack, self._sheet, self._status], heading="<h3>Our pack</h3>")

    def _restore(self) -> None:
        try:
            entry = workbook.read().answers.get(key(self._lesson))
        except workbook.WorkbookError as error:
            self._status.value = status(str(error))
            return
        value = entry.value if entry else {}
        if part(value, "pack") in packs.PACKS:
            self._pack.value = value["pack"]
            self._turn(value.get("found") if isinstance(value.get("found"), dict) else {})
            self._status.value = status("Your grid is back.")

    def _turn(self, found: dict) -> None:
        """Show the claims and fields of the chosen pack, filled with what was found before."""
        inside = packs.INSIDE.get(self._pack.value, "")
        self._fields, shown = {}, [widgets.HTML(f"<p>{escape(inside)} {_ONLY}</p>")] if inside else []
        for question, claims in self._dealt.get(self._pack.value, {}).items():
            fields = _fields(question, found.get(question.question_id))
            for field in fields.values():
                field.observe(lambda _: self.keep(), "value")
            self._fields[question.question_id] = fields
            shown += [widgets.HTML(_read(question, claims)), *fields.values()]
        self._sheet.children = tuple(shown)

    def keep(self) -> None:
        """Save the grid as it stands."""
        found = {question_id: _value(fields) for question_id, fields in self._fields.items()}
        value = {"pack": self._pack.value, "found": {q: v for q, v in found.items() if v}}
        try:
            workbook.save(key(self._lesson), value, ledger=tables.package()["version"])
        except workbook.WorkbookError as error:
            self._status.value = status(str(error))
            return
        self._status.value = status("Saved.")

    def _repr_mimebundle_(self, **kwargs) -> dict:
        words = "Run this cell to open the pack that your group was dealt and to fill in the grid."
        return super()._repr_mimebundle_(**kwargs) | {"text/html": f"<p>{words}</p>", "text/plain": words}


def _fields(question: Question, found) -> dict[str, widgets.Widget]:
    """Return the fields for a question: a menu, or two ends of a range and a menu that can say silence."""
    silent = ("Our pack is silent", packs.SILENT)
    if question.kind == "position":
        several = ("Our pack gives more than one of these", packs.SEVERAL)
        options = [_CHOOSE, *((p, p) for p in question.positions), several, silent]
        menu = widgets.Dropdown(options=options, description="Our pack says:", layout=_WIDE)
        menu.value = found if found in [v for _, v in options] else ""
        return {"answer": menu}
    narrow = widgets.Layout(width="22em")
    menu = widgets.Dropdown(
        options=[("Our pack gives numbers", ""), silent], description="Numbers or silence:", layout=_WIDE
    )
    menu.value = packs.SILENT if found == packs.SILENT else ""
    units = [_CHOOSE, *((u, u) for u in question.units)]
    unit = widgets.Dropdown(options=units, description="What it counts:", layout=_WIDE)
    unit.value = part(found, "unit") if part(found, "unit") in question.units else ""
    return {
        "answer": menu,
        "low": widgets.Text(value=part(found, "low"), description="Lowest number:", layout=narrow),
        "high": widgets.Text(value=part(found, "high"), description="Highest number:", layout=narrow),
        "unit": unit,
    }


def _value(fields: dict[str, widgets.Widget]) -> object:
    """Return what the fields of a question say: a position, silence, or a range; an empty text if nothing yet."""
    if fields["answer"].value or "low" not in fields:
        return fields["answer"].value
    return {end: fields[end].value for end in ("low", "high", "unit") if fields[end].value.strip()} or ""


def _read(question: Question, claims: list[Claim]) -> str:
    shown = cards.claims(claims, answers=False).html if claims else f"<p>{_NONE}</p>"
    return f"<h4>{escape(question.question)}</h4>{shown}"


def open_pack(lesson: str) -> Pack:
    """Let a group open its pack of a lesson and fill in the grid. Raises `packs.NoPacks`."""
    return Pack(lesson)


def print_packs(lesson: str) -> Html:
    """Return all packs of a lesson to print, each beginning on a page of its own, with lines to fill in by hand."""
    return below([_printed(lesson, pack, found) for pack, found in packs.deal(lesson).items()])


def _printed(lesson: str, pack: str, by_question: dict[Question, list[Claim]]) -> Html:
    """Return one pack: who speaks in it, and for each question its claims and lines to write on."""
    name = f"Lesson {lesson}: {packs.PACKS[pack]}"
    told = f"{packs.INSIDE[pack]} {_ONLY} If they do not answer it, write: silent."
    parts = [Html(f'<h2 style="break-before:page">{escape(name)}</h2><p>{escape(told)}</p>', f"{name}. {told}")]
    for question, claims in by_question.items():
        heading = Html(f'<h3 style="break-after:avoid">{escape(question.question)}</h3>', question.question)
        parts += [heading, *map(_kept_whole, claims)] if claims else [heading, _paragraph(_NONE)]
        parts += [_paragraph(_offered(question)), _paragraph(_LINE), _paragraph(_HOW)]
    return below(parts)


def _offered(question: Question) -> str:
    """Return what a group may write: an answer of the question's list, or numbers with what they count."""
    if question.kind == "position":
        return f"Choose from: {' / '.join(question.positions)} / more than one of these / silent."
    return f"Write the lowest and the highest number, and what they count ({' / '.join(question.units)}); or: silent."


def _kept_whole(claim: Claim) -> Html:
    """Return a claim's card that is not cut at the end of a page."""
    card = cards.claim(claim, answers=False)
    return Html(f'<div style="break-inside:avoid">{card.html}</div>', card.words)


def _paragraph(words: str) -> Html:
    return Html(f'<p style="break-inside:avoid">{escape(words)}</p>', words)
