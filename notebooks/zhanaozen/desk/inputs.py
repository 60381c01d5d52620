"""The widgets of each kind of task: what is shown, how a value is read, and how a saved one is put back."""

import string
from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from zhanaozen.tasks import kinds

_WIDE = widgets.Layout(width="auto")
#: An empty text, not None: ipywidgets shows nothing at all for None.
_CHOOSE = ("Choose…", "")

#: The widgets, a function that reads their value, and one that puts a value back.
Inputs = tuple[list[widgets.Widget], Callable[[], object], Callable[[object], None]]


def _dropdown(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=[_CHOOSE, *options], description=label, layout=_WIDE)


def _put(widget: widgets.Widget, value) -> None:
    """Put a saved value back where it fits; a value that no longer fits stays in the workbook only."""
    if isinstance(widget, widgets.Dropdown | widgets.Select):
        if value in [v for _, v in widget.options]:
            widget.value = value
    elif isinstance(value, type(widget.value)):
        widget.value = value


def _get(value, key):
    return value.get(key) if isinstance(value, dict) else None


def _choice(task: kinds.Choice) -> Inputs:
    """Return a list to choose from; long options stand above it in full, since a list cuts them off."""
    long = max(len(o.words) for o in task.options) > _CUT
    letters = [f"{letter}. " if long else "" for letter in string.ascii_uppercase]
    select = widgets.Select(
        options=[(f"{letter}{o.words}", o.key) for letter, o in zip(letters, task.options, strict=False)],
        value=None, rows=len(task.options), description="Your answer:", layout=_WIDE,
    )  # fmt: skip
    full = "".join(f"<li>{escape(o.words)}</li>" for o in task.options)
    above = [widgets.HTML(f'<ol type="A">{full}</ol>')] if long else []
    return [*above, select], lambda: select.value, lambda value: _put(select, value)


#: From about so many letters on, a list cuts an option off.
_CUT = 70


def _form(fields: dict[str, widgets.Widget]) -> Inputs:
    """Return inputs whose value is a dict with one entry for each field that is filled in."""

    def read():
        return {key: w.value for key, w in fields.items() if w.value not in (None, "")}

    def write(value) -> None:
        for key, widget in fields.items():
            _put(widget, _get(value, key))

    return list(fields.values()), read, write


def _number(task: kinds.Number) -> Inputs:
    return _form(
        {
            "number": widgets.Text(description="Number:", layout=widgets.Layout(width="16em")),
            "unit": _dropdown("Unit:", [(u, u) for u in task.units]),
        }
    )


def _range(task: kinds.Range) -> Inputs:
    narrow = widgets.Layout(width="22em")
    return _form(
        {
            "low": widgets.Text(description=f"Lowest ({task.unit}):", layout=narrow),
            "high": widgets.Text(description=f"Highest ({task.unit}):", layout=narrow),
        }
    )


def _match(task: kinds.Match) -> Inputs:
    options = [(o.words, o.key) for o in task.options]
    return _form({i.key: _dropdown(f"{i.words}:", options) for i in task.items})


def _boxes(items: tuple[kinds.Item, ...], legend: str) -> Inputs:
    boxes = {i.key: widgets.Checkbox(description=i.words, indent=False, layout=_WIDE) for i in items}

    def write(value) -> None:
        for key, box in boxes.items():
            box.value = isinstance(value, list) and key in value

    shown = [widgets.HTML(f"<p>{escape(legend)}</p>"), *boxes.values()]
    return shown, lambda: [key for key, box in boxes.items() if box.value], write


def _pick(task: kinds.Pick) -> Inputs:
    return _boxes(task.items, "Tick every one that fits:")


def _grid(task: kinds.Grid) -> Inputs:
    """Return a menu for each text, below the statement that it is asked about."""
    options = [(o.words, o.key) for o in task.options]
    shown, fields = [], {}
    for column in task.columns:
        shown.append(widgets.HTML(f"<p><strong>{escape(column.words)}</strong></p>"))
        for row in task.rows:
            menu = _dropdown(f"{row.words}:", options)
            menu.tooltip = column.words  # read out with the menu, since its label names the text only
            fields[f"{row.key}|{column.key}"] = menu
            shown.append(menu)
    _, read, write = _form(fields)
    return shown, read, write


def _area(label: str) -> widgets.Textarea:
    return widgets.Textarea(description=label, layout=_WIDE)


def _text(widget: widgets.Widget, above: str) -> Inputs:
    shown = [widgets.HTML(f"<p>{above}</p>"), widget]
    return shown, lambda: widget.value, lambda value: _put(widget, value)


def _quote(task: kinds.Quote) -> Inputs:
    return _text(widgets.Text(description="The words:", layout=_WIDE), f"“{escape(task.passage)}”")


def _rewrite(task: kinds.Rewrite) -> Inputs:
    return _text(_area("My sentence:"), f"Too much is claimed here: <em>{escape(task.sentence)}</em>")


def _next(task: kinds.Next) -> Inputs:
    options = [(i.words, i.key) for i in task.items]
    return _form(
        {
            "first": _dropdown("One source:", options),
            "second": _dropdown("Another source:", options),
            "why": _area("Why these two: what would each show, and what not?"),
        }
    )


def _code(task: kinds.Code) -> Inputs:
    """Return no input: the value comes from the next cell, with `answer`, and is only held here."""
    held = []
    hint = widgets.HTML("<p>Write your lines in the next cell and run it. No other task needs it.</p>")
    return [hint], lambda: held[-1] if held else None, held.append


def _judgement(task: kinds.Judgement) -> Inputs:
    position, read_position, write_position = _form(
        {
            "position": _dropdown("My answer:", [(p, p) for p in task.positions]),
            "claim": widgets.Text(description="In one sentence of my own:", layout=_WIDE),
        }
    )
    pro, read_pro, write_pro = _boxes(task.items, "Claims on which my answer rests:")
    why, read_why, write_why = _form({"reasoning": _area("Why they carry it:")})
    con, read_con, write_con = _boxes(task.items, "The strongest claims against my answer:")
    end, read_end, write_end = _form(
        {
            "answer_to_counter": _area("What they change:"),
            "confidence": _dropdown("How sure I am:", [(c.words, c.key) for c in kinds.CONFIDENCE]),
        }
    )

    def read():
        lists = {key: ids for key, ids in (("evidence", read_pro()), ("counter", read_con())) if ids}
        return read_position() | read_why() | read_end() | lists

    def write(value) -> None:
        for put in (write_position, write_why, write_end):
            put(value)
        write_pro(_get(value, "evidence"))
        write_con(_get(value, "counter"))

    return [*position, *pro, *why, *con, *end], read, write


_OF_KIND: dict[type, Callable[[kinds.Task], Inputs]] = {
    kinds.Choice: _choice,
    kinds.Number: _number,
    kinds.Range: _range,
    kinds.Match: _match,
    kinds.Order: _match,
    kinds.Pick: _pick,
    kinds.Grid: _grid,
    kinds.Quote: _quote,
    kinds.Rewrite: _rewrite,
    kinds.Next: _next,
    kinds.Code: _code,
    kinds.Judgement: _judgement,
}


def inputs(task: kinds.Task) -> Inputs:
    """Return the widgets of a task, a function that reads their value, and one that puts a saved value back."""
    return _OF_KIND[type(task)](task)
