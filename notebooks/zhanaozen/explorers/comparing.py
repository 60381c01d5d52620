"""Answers side by side: of all standpoints to one question, and of two texts to every question."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

import ipywidgets as widgets

from zhanaozen import cards, ceiling, display, evidence, tables, text
from zhanaozen.explorers.panel import Panel
from zhanaozen.explorers.reader import read_claims
from zhanaozen.markup import Html, below, grid
from zhanaozen.tables import Claim, Source

#: How many speakers of one answer are named; the list of claims below names all.
NAMED = 6


class Comparing(Panel):
    """Menus, the answers that they ask for side by side, and the claims behind the answers in a list."""

    def __init__(self, menus: Sequence[widgets.Dropdown], compare: Callable[..., tuple[Html, Sequence[Claim]]]):
        self._menus, self._compare = menus, compare
        self._answers, self._reader = widgets.HTML(), read_claims([], "Claims behind these answers:")
        for menu in menus:
            menu.observe(lambda _: self._show(), "value")
        self._show()
        super().__init__([*menus, self._answers, self._reader])

    def _show(self) -> None:
        self._side_by_side, claims = self._compare(*(menu.value for menu in self._menus))
        self._answers.value = self._side_by_side.html
        self._reader.read(claims)
        self._reader.layout.display = None if claims else "none"

    def _repr_mimebundle_(self, **kwargs) -> dict:
        shown = below([self._side_by_side, self._reader.table()])
        return super()._repr_mimebundle_(**kwargs) | shown._repr_mimebundle_()


def compare_standpoints(question_id: str = "warning") -> Comparing:
    """Return a menu of questions, and who on which standpoint gives which answer; silence is said.

    Where no kernel runs, the answers to `question_id` are shown. Raises `UnknownQuestion`.
    """
    asked = ceiling.questions(sorted(tables.load().questions, key=lambda q: (q.lesson, q.question)))
    [first, *_] = ceiling.questions([evidence.question(question_id)])
    options = [(q.question, q.question_id) for q in asked]
    return Comparing([_menu("Question:", options, first.question_id)], _standpoints)


def compare_sources(first: str = "kantor-2012", second: str = "ageleuov-2020") -> Comparing:
    """Return two menus of texts: where they give the same answer, where they part, where only one speaks.

    `first` and `second` are source ids; where no kernel runs, these two are compared. Raises ValueError, which says
    how to mend it, if a text is not there or answers no question.
    """
    answering = {c.source_id for c in tables.claims() if c.question_id}
    texts = [s for s in sorted(tables.sources(), key=lambda s: (not s.core, s.source_id)) if s.source_id in answering]
    for source_id in (first, second):
        if source_id not in answering:
            raise ValueError(f"No text '{source_id}' answers a question. Choose a source_id from sources.csv.")
    options = [(_name(s), s.source_id) for s in texts]
    return Comparing([_menu("First text:", options, first), _menu("Second text:", options, second)], _sources)


def _menu(label: str, options: list[tuple[str, str]], value: str) -> widgets.Dropdown:
    layout = widgets.Layout(width="auto")
    return widgets.Dropdown(options=options, value=value, description=label, layout=layout)


def _name(s: Source) -> str:
    year = s.published[:4] if s.published else "no date"
    return f"{s.source_id} ({s.publisher}, {year}; {display.label(s.standpoint).lower()})"


# --- one question, all standpoints ---------------------------------------------------------------------


def _standpoints(question_id: str) -> tuple[Html, list[Claim]]:
    claims = evidence.claims_on(question_id)
    silent = evidence.silent_standpoints(question_id)
    rows = []
    for standpoint, given in evidence.answers_by_standpoint(question_id).items():
        name = display.label(standpoint)
        for answer in given:
            rows.append([name, cards.answer(answer), _speakers(answer), text.plural(len(answer.claims), "claim")])
        if not given:
            rows.append([name, "silent" if standpoint in silent else "speaks of it, and gives no answer", "", ""])
    question = evidence.question(question_id).question
    names = text.listing([display.label(s) for s in silent]) or "none"
    said = (
        f"{len(display.STANDPOINTS) - len(silent)} of {len(display.STANDPOINTS)} standpoints speak of it in what we "
        f"hold. Silent: {names}. Where somebody passes on the report of another standpoint, that is added."
    )
    shown = _table(question, ["Standpoint", "Answer", "Who gives it", "Behind it"], rows)
    return below([_status(said), shown]), claims


def _speakers(answer: evidence.Answer) -> str:
    """Return who gives an answer, and for those who pass on another standpoint's report, whose it is."""
    who = {}
    for c in answer.claims:
        voice = evidence.voice_standpoint(c)
        passed = f" (passing on: {display.label(voice)})" if voice != c.standpoint else ""
        who[f"{text.who(c)}{passed}"] = None
    more = [f"{len(who) - NAMED} more"] if len(who) > NAMED else []
    return text.listing([*list(who)[:NAMED], *more])


# --- two texts, all questions --------------------------------------------------------------------------


def _sources(first: str, second: str) -> tuple[Html, list[Claim]]:
    if first == second:
        return _status("These are one and the same text. Choose two."), []
    found = evidence.compared(first, second)
    let = ceiling.questions([c.question for c in found])
    found = [c for c in found if c.question in let]
    both = [c for c in found if not c.alone]
    same = [c for c in both if c.shared]
    apart = [c for c in both if c.apart]
    beside = [c for c in both if not c.shared and not c.apart]
    only = [c for c in found if c.alone]
    said = (
        f"Both speak on {text.plural(len(both), 'question')}: on {len(same)} they share an answer, on {len(apart)} "
        f"their answers exclude each other by their wording, on {len(beside)} they speak of different things or give "
        f"no answer. On {len(only)} only one speaks. A text's answers include those of people whom it quotes."
        f"{_openings(first, second)}"
    )
    own = f"Only {first}", f"Only {second}"
    parts = [
        _table("Both give the same answer", ["Question", "Both", *own], map(_both, same)),
        _table("Their answers exclude each other", ["Question", first, second], map(_each, apart)),
        _table("Both speak, of different things or without an answer", ["Question", first, second], map(_each, beside)),
        _table("Only one speaks", ["Question", first, second], map(_each, only)),
    ]
    return below([_status(said), *parts]), [c for comparison in found for c in comparison.first + comparison.second]


def _openings(*source_ids: str) -> str:
    """Return which of the texts were read only in their opening, where silence means little."""
    known = tables.load().by_key("sources")
    opening = [s for s in source_ids if known[s].read == "opening"]
    return f" Only the opening was read of {text.listing(opening)}, so silence there means little." if opening else ""


def _both(c: evidence.Comparison) -> list[str]:
    """Return what two texts share on a question, and what only one of them says."""
    return [c.question.question, *map(_with_ids, (c.shared, *c.only), ((), c.first, c.second))]


def _each(c: evidence.Comparison) -> list[str]:
    """Return what each text says on a question, or that it is silent."""
    said = zip(c.only, (c.first, c.second), strict=True)
    return [c.question.question, *(_with_ids(given, claims) if claims else "silent" for given, claims in said)]


def _with_ids(given: Iterable[evidence.Answer], claims: Iterable[Claim]) -> str:
    """Return answers with their claims, and those of the other claims that give no answer."""
    words = [f"{cards.answer(a)} [{_ids(a.claims)}]" for a in given]
    unanswered = [c for c in claims if not c.position and not c.unit]
    return "; ".join([*words, *([f"without an answer [{_ids(unanswered)}]"] if unanswered else [])]) or "–"


def _ids(claims: Iterable[Claim]) -> str:
    return ", ".join(c.claim_id for c in claims)


# --- pieces of both ------------------------------------------------------------------------------------


def _status(words: str) -> Html:
    return Html(f'<p role="status">{escape(words)}</p>', words)


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """Return rows under a caption; without rows, that there are none."""
    rows = list(rows)
    if not rows:
        return Html(f"<p>{escape(caption)}: nowhere.</p>", f"{caption}: nowhere.")
    return grid(caption, head, rows)
