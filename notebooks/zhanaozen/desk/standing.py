"""Where I stand: three disputed questions before any document and again after three lessons, and the path between."""

from html import escape

import ipywidgets as widgets

from zhanaozen import ceiling, evidence, standing, tables, workbook
from zhanaozen.desk.asking import status
from zhanaozen.explorers import Panel
from zhanaozen.markup import grid
from zhanaozen.tables import Question
from zhanaozen.tasks import kinds

_WIDE = widgets.Layout(width="auto")
_CHOOSE = ("Choose…", "")


class UnknownStage(KeyError):
    """There is no such stage. The message lists those there are."""

    def __str__(self) -> str:
        return self.args[0]


class Standing(Panel):
    """The three questions at one stage; after the first, also what moved me, and the path so far."""

    def __init__(self, stage: str):
        self._stage, self._status, self._path = stage, widgets.HTML(), widgets.HTML()
        asked = [q for q in map(evidence.question, standing.QUESTIONS) if ceiling.lets((), q.question)]
        self._fields = {q.question_id: self._fields_of(q) for q in asked}
        self._restore()
        shown = []
        for question_id, fields in self._fields.items():
            question = evidence.question(question_id)
            why = f"<p>{escape(question.why_it_matters)}</p>"
            shown += [widgets.HTML(f"<h4>{escape(question.question)}</h4>{why}"), *fields.values()]
            for field in fields.values():
                field.observe(lambda _, q=question_id: self.keep(q), "value")
        look = widgets.Button(description="Show my path", layout=widgets.Layout(width="12em"))
        look.on_click(lambda _: self.show())
        later = [look, self._path] if stage != "before" else []
        heading = f"<h3>Where I stand: {standing.STAGES[stage].lower()}</h3>"
        super().__init__([*shown, self._status, *later], heading=heading)

    def _fields_of(self, question: Question) -> dict[str, widgets.Widget]:
        fields = {
            "position": widgets.Dropdown(
                options=[_CHOOSE, *((p, p) for p in question.positions)], description="My answer:", layout=_WIDE
            ),
            "confidence": widgets.Dropdown(
                options=[_CHOOSE, *((c.words, c.key) for c in kinds.CONFIDENCE)],
                description="How sure I am:", layout=_WIDE,
            ),
        }  # fmt: skip
        if self._stage != "before":
            texts = [(standing.named(s), s.source_id) for s in standing.documents(question.question_id)]
            fields["source"] = widgets.Dropdown(
                options=[("Choose…", ""), *texts], description="The text that moved me, or held me:", layout=_WIDE
            )
            fields["why"] = widgets.Textarea(description="What in it moved me, or held me:", rows=2, layout=_WIDE)
        return fields

    def _entries(self) -> dict[str, object]:
        return {key: entry.value for key, entry in workbook.read().judgements.items()}

    def _restore(self) -> None:
        try:
            entries = self._entries()
        except workbook.WorkbookError as error:
            self._say(str(error))
            return
        back = False
        for question_id, fields in self._fields.items():
            value = entries.get(standing.key(self._stage, question_id))
            for name, field in fields.items():
                given = value.get(name) if isinstance(value, dict) else None
                allowed = [v for _, v in field.options] if isinstance(field, widgets.Dropdown) else [given]
                if isinstance(given, str) and given in allowed:
                    field.value, back = given, True
        self._say("Your answers are back." if back else "Not answered yet.")

    def keep(self, question_id: str) -> None:
        """Save the answer to one question as it stands."""
        value = {name: field.value for name, field in self._fields[question_id].items() if field.value}
        key = standing.key(self._stage, question_id)
        try:
            workbook.save(key, value, ledger=tables.package()["version"], section="judgements")
        except workbook.WorkbookError as error:
            self._say(str(error))
            return
        self._say("Saved.")

    def show(self) -> None:
        """Show the path so far: each step, what each text moved, and whether the steps follow what was read."""
        try:
            paths = standing.read(self._entries())
        except workbook.WorkbookError as error:
            self._say(str(error))
            return
        self._path.value = _path(paths)

    def _say(self, words: str) -> None:
        self._status.value = status(words)

    def _repr_mimebundle_(self, **kwargs) -> dict:
        questions = [evidence.question(q) for q in standing.QUESTIONS]
        lines = [f"{q.question} ({' / '.join(q.positions)})" for q in questions]
        words = "For each question: your answer, how sure you are" + (
            "." if self._stage == "before" else ", which text moved you or held you, and how."
        )
        listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
        return super()._repr_mimebundle_(**kwargs) | {
            "text/html": f"<p>{words}</p><ul>{listed}</ul>",
            "text/plain": "\n".join([words, *(f"- {line}" for line in lines)]),
        }


def _path(paths: dict[Question, list[standing.Step]]) -> str:
    """Return the path as HTML: a table of steps, what each text moved, and a note on each step."""
    rows, notes = [], []
    for question, steps in paths.items():
        rows += [
            [
                question.question, standing.STAGES[s.stage], s.position, s.confidence,
                standing.named(s.source) if s.source else "",
            ]
            for s in steps
        ]  # fmt: skip
        notes += [(question, note) for note in standing.review(steps)]
    if not rows:
        return status("There is no step yet: choose an answer and say how sure you are.")
    table = grid("My path", ["Question", "When", "My answer", "How sure", "The text"], rows).html
    moved = "".join(
        f"<li>{escape(standing.named(text))}: {escape(' '.join(told))}</li>"
        for text, told in standing.moved_by(paths).items()
    )
    listed = "".join(f"<li>{escape(q.question)} {escape(n.told)}</li>" for q, n in notes)
    count = (
        f"<p><strong>{sum(n.met for _, n in notes)} of {len(notes)} steps follow what you read</strong> "
        "(for the use of evidence and not for the answers chosen; no mark).</p>"
    )
    return (
        f'<div role="status">{table}'
        + (f"<p>What each text moved:</p><ul>{moved}</ul>" if moved else "")
        + (f"{count}<ul>{listed}</ul>" if notes else "")
        + "</div>"
    )


def where_i_stand(stage: str) -> Standing:
    """Ask the three questions at a stage: 'before', '04', '05' or '07'. Raises `UnknownStage`."""
    if stage not in standing.STAGES:
        raise UnknownStage(f"There is no stage '{stage}'. There are: {', '.join(standing.STAGES)}.")
    return Standing(stage)
