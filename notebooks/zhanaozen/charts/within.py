"""Under a low ceiling, a chart of equal value takes the place of one that names harm."""

import functools
from collections.abc import Callable, Sequence

from zhanaozen import ceiling, display
from zhanaozen.charts.grid import standpoint_grid
from zhanaozen.charts.ranges import ranges
from zhanaozen.charts.timeline import statements
from zhanaozen.tables import Claim

CANNOT = "It does not show who is right."


def numbers(claims: Sequence[Claim]) -> display.Figure:
    """Return a chart of numbers that answer a plain question."""
    found = ceiling.of_equal_value(claims, "number")
    return ranges(found, found[0].question.question, CANNOT)


def answers(claims: Sequence[Claim]) -> display.Figure:
    """Return a chart of answers to a plain question, by the day on which they were given."""
    found = ceiling.of_equal_value(claims, "position")
    return statements(found, found[0].question.question, CANNOT)


def silences(claims: Sequence[Claim]) -> display.Figure:
    """Return a chart of who answers which of the plain questions among those that the claims answer, and who is silent.

    If none of them is plain, others take their place.
    """
    asked = list(dict.fromkeys(c.question for c in claims if c.question and c.question.kind == "position"))
    asked = asked or [c.question for c in ceiling.of_equal_value(claims, "position")[:1]]
    return standpoint_grid(ceiling.questions(asked), "Who answers which question, and who is silent?", CANNOT)


def within_ceiling(draw: Callable[..., display.Figure], instead: Callable[[Sequence[Claim]], display.Figure]):
    """Return a function that draws as `draw` does, or what `instead` draws if the ceiling in force asks for it.

    The marks that the functions of the families draw depend on what they are given alone; which claims are printed
    behind a mark depends on the ceiling too (`parts.figure`).
    """

    @functools.wraps(draw)
    def shown(*args, **kwargs) -> display.Figure:
        figure = draw(*args, **kwargs)
        return figure if ceiling.lets(figure.claims, figure.description) else instead(figure.claims)

    return shown
