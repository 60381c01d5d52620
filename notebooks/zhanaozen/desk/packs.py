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
    none = "<p>There is no claim on this question in your pack.</p>"
    shown = cards.claims(claims, answers=False).html if claims else none
    return f"<h4>{escape(question.question)}</h4>{shown}"


def open_pack(lesson: str) -> Pack:
    """Let a group open its pack of a lesson and fill in the grid. Raises `packs.NoPacks`."""
    return Pack(lesson)


def print_packs(lesson: str) -> Html:
    """Return all packs of a lesson to print, each beginning on a page of its own, with lines to fill in by hand."""
    pages = []
    for pack, by_question in packs.deal(lesson).items():
        name = packs.PACKS[pack]
        parts = [
            Html(
                f'<h2 style="break-before:page">Lesson {lesson}: {escape(name)}</h2>'
                "<p>Answer each question from these claims only. If they do not answer it, write: silent.</p>",
                f"Lesson {lesson}: {name}. Answer each question from these claims only, or write: silent.",
            )
        ]
        for question, claims in by_question.items():
            line = "Our pack says: ______________________________"
            offered = f" ({' / '.join(question.positions)})" if question.positions else ""
            told = Html(f"<p>{line}</p>", line)
            head = Html(f"<h3>{escape(question.question)}</h3><p>{escape(offered)}</p>", question.question + offered)
            none = Html("<p>There is no claim on this question in this pack.</p>", "No claim in this pack.")
            parts += [head, cards.claims(claims, answers=False) if claims else none, told]
        pages.append(below(parts))
    return below(pages)
