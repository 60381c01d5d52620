"""Charts with a question that Python must answer anew: each is a chart first, and live when it is run."""

from collections.abc import Callable, Sequence

import altair as alt
import ipywidgets as widgets

from zhanaozen import cards, charts, display, evidence, search, tables, text
from zhanaozen.tables import Claim, Question


class Panel(widgets.VBox):
    """Widgets one below the other under a heading (HTML), with labels that are never cut off."""

    def __init__(self, children: Sequence[widgets.Widget], heading: str = ""):
        super().__init__([widgets.HTML(f"{display.STYLE}{heading}"), *children])
        self.add_class(display.CLASS)

    def __repr__(self) -> str:
        # ipywidgets would spell out every widget inside, at each display, to show 110 characters of it.
        return f"{type(self).__name__}()"


def show_in(output: widgets.Output, thing) -> None:
    """Put one thing into an output widget, in place of what it held.

    Set as a value and not displayed: stored notebooks then come out the same each time, and none hangs.
    """
    data = thing._repr_mimebundle_(None, None)
    data = data[0] if isinstance(data, tuple) else data
    output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)


class Explorer(Panel):
    """A control above a chart. Where no kernel runs, its stored first chart is shown."""

    def __init__(self, control: widgets.Widget, draw: Callable[[object], alt.TopLevelMixin]):
        self._control, self._draw, self._output = control, draw, widgets.Output()
        self._first = draw(control.value)
        show_in(self._output, self._first)
        control.observe(lambda change: show_in(self._output, draw(change["new"])), "value")
        super().__init__([control, self._output])

    def _repr_mimebundle_(self, **kwargs) -> dict:
        first = self._first._repr_mimebundle_(None, None)
        return super()._repr_mimebundle_(**kwargs) | (first[0] if isinstance(first, tuple) else first)


def stand_on_this_day(claims: Sequence[Claim], title: str, days: Sequence[str] | None = None) -> Explorer:
    """Return the two-clock chart with a list of days: pick one to see only what had been said by then.

    `days` are ISO dates; without them, every day on which something new was said. Everything is shown first.
    """
    days = list(days or evidence.days_said(claims))
    control = widgets.Dropdown(
        options=[*((text.day(d), d) for d in days), ("Everything said so far", "")],
        value="",
        description="Stand on this day:",
        layout=widgets.Layout(width="24em"),
    )
    return Explorer(control, lambda day: charts.two_clocks(claims, title, day=day or None))


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
        super().__init__([*([more] if hard else []), self._list, self._card])

    def _fill(self, shown: Sequence[Claim]) -> None:
        self._list.options = [
            (f"{c.claim_id} · {text.answer(c)} · {text.who(c)} · {text.day(c.said_on)}", c.claim_id) for c in shown
        ]
        self._list.value = shown[0].claim_id if shown else None

    def _show(self, claim_id: str | None) -> None:
        self._card.value = cards.claim(self._claims[claim_id]).html if claim_id else ""

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | cards.table(self._calm, self._caption)._repr_mimebundle_()


def read_claims(claims: Sequence[Claim], label: str = "Claims:") -> Reader:
    """Return a list of claims from which one is chosen and read as a card. Where no kernel runs, it is a table."""
    return Reader(list(claims), label)


#: When something was said: what a menu shows, and the first and last day meant.
SAID = (
    ("at any time", (None, None)),
    ("before 16 December 2011", (None, "2011-12-15")),
    ("from 16 to 31 December 2011", ("2011-12-16", "2011-12-31")),
    ("in 2012", ("2012-01-01", "2012-12-31")),
    ("from 2013 on", ("2013-01-01", None)),
)


class Search(Panel):
    """Find claims by words and by who says it, on what, when and how directly; the results are claim cards.

    Claims that describe violence are counted, and shown only when a box is ticked.
    """

    PAGE = 10

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
        self._hard = widgets.Checkbox(description="Show also what may be hard to read", indent=False, layout=wide)
        self._count, self._cards = widgets.HTML(), widgets.HTML()
        self._more = widgets.Button(description=f"Show {self.PAGE} more", layout=widgets.Layout(width="auto"))
        for control in (self._words, *self._filters.values(), self._said, self._hard):
            control.observe(lambda _: self._find(), "value")
        self._more.on_click(lambda _: self._show(self._shown + self.PAGE))
        self._find()
        controls = [self._words, *self._filters.values(), self._said, self._hard]
        super().__init__([*controls, self._count, self._cards, self._more])

    def _find(self) -> None:
        chosen = {name: menu.value or None for name, menu in self._filters.items()}
        said_from, said_by = self._said.value
        found = search.find(self._words.value, said_from=said_from, said_by=said_by, **chosen)
        self._found = [c for c in found if self._hard.value or c.intensity <= charts.CALM]
        self._left_out = len(found) - len(self._found)
        self._show(self.PAGE)

    def _show(self, count: int) -> None:
        self._shown = min(count, len(self._found))
        self._result = cards.claims(self._found[: self._shown])
        self._count.value = f'<p role="status">{self._summary()}</p>'
        self._cards.value = self._result.html
        self._more.layout.display = "none" if self._shown == len(self._found) else None

    def _summary(self) -> str:
        texts = len({c.source_id for c in self._found})
        words = f"{text.plural(len(self._found), 'claim')} in {text.plural(texts, 'text')}"
        if not self._found:
            words = "No claim has all of this. Take out a word, or set a menu back to 'any'"
        elif self._shown < len(self._found):
            words += f", the first {self._shown} shown, in the order in which they were said"
        if self._left_out:
            words += f". {text.plural(self._left_out, 'claim')} left out: violence is described; tick the box to read"
        return words + "."

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return super()._repr_mimebundle_(**kwargs) | self._result._repr_mimebundle_()


def _menu(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=[("any", ""), *options], description=label, layout=widgets.Layout(width="auto"))


def _questions() -> list[Question]:
    return sorted(tables.load().questions, key=lambda q: (q.lesson, q.question))


def search_claims(words: str = "") -> Search:
    """Return a search over the whole ledger, with its first results. Where no kernel runs, those are shown."""
    return Search(words)
