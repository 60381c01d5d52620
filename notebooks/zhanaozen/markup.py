"""Pieces of HTML that say the same in plain text: escaped, without script, shown by any notebook."""

import re
from collections.abc import Sequence
from html import escape

LONG = 16
"""Letters of a word that may be broken in a table."""


class Html:
    """A piece of HTML with the same words as plain text."""

    def __init__(self, html: str, words: str):
        self.html, self.words = html, words

    def _repr_mimebundle_(self, **_) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.words}


def prose(words: str) -> str:
    """Return a sentence as HTML: escaped, with `code` between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(words))


def below(parts: Sequence[Html]) -> Html:
    """Return pieces one below the other."""
    return Html("".join(p.html for p in parts), "\n\n".join(p.words for p in parts))


def _breaks(cell: str) -> str:
    """Return the style of a cell that holds a long word, such as an id, so that a table fits a small screen."""
    return ";overflow-wrap:anywhere" if max(map(len, cell.split()), default=0) > LONG else ""


def grid(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], folded: bool | None = None) -> Html:
    """Return a table with a caption.

    The first cell of a row names the row. With `folded` the table opens and closes: closed at first if it is True,
    open if it is False.
    """
    names = "".join(f'<th scope="col" style="text-align:left">{escape(name)}</th>' for name in head)
    left = "text-align:left;vertical-align:top"
    body = "".join(
        f'<tr><th scope="row" style="{left};font-weight:normal">{escape(first)}</th>'
        + "".join(f'<td style="{left}{_breaks(cell)}">{escape(cell)}</td>' for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    words = "\n".join([caption, " | ".join(head), *(" | ".join(row) for row in rows)])
    inside = f"<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
    if folded is None:
        return Html(f"<table><caption>{escape(caption)}</caption>{inside}", words)
    count = f"{len(rows)} row" + ("" if len(rows) == 1 else "s")
    state = "" if folded else " open"
    return Html(f"<details{state}><summary>{escape(caption)}: {count}</summary><table>{inside}</details>", words)
