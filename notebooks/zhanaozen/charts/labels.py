"""Where words can stand beside marks without covering a mark or other words. Everything is in pixels."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LETTER = 6.3
"""Width of a letter of 11 pixels' height, on the wide side."""
HALF_LINE = 7
CLOSE = 11
"""From the middle of a mark to the words beside it."""
DISTANCES = (CLOSE, *range(20, 120, 10))
DIRECTIONS = 24


class Box(NamedTuple):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles have a pixel in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Spot(NamedTuple):
    """Where words stand: their anchor, how they are aligned to it, and whether they need a line to their mark."""

    x: float
    y: float
    align: str
    apart: bool


def box(x: float, y: float, words: str, align: str = "left") -> Box:
    """Return the rectangle that words take whose anchor, at half their height, is at x and y."""
    width = LETTER * len(words)
    left = x - {"left": 0, "center": 0.5, "right": 1}[align] * width
    return Box(left, y - HALF_LINE, left + width, y + HALF_LINE)


def around(x: float, y: float, radius: float = 5) -> Box:
    """Return the rectangle that a mark takes."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def beside(
    marks: Sequence[tuple[float, float, str]], size: tuple[float, float], taken: Iterable[Box] = ()
) -> list[Spot]:
    """Return a spot for the words of each mark (x, y, words), as near to it as those before it leave room.

    `size` is the width and height that words must keep to, `taken` what they must not cover besides the marks.
    Where there is no room at all they stand to the right of their mark.
    """
    words_and_lines, points = list(taken), [around(x, y) for x, y, _ in marks]
    spots = []
    for x, y, words in marks:
        for spot in _spots(x, y):
            room = box(spot.x, spot.y, words, spot.align)
            line = _line(x, y, spot) if spot.apart else []
            inside = room.left >= 0 and room.top >= 0 and room.right <= size[0] and room.bottom <= size[1]
            # A line may pass close to a mark; words may not.
            free = not any(room.meets(other) for other in (*words_and_lines, *points))
            if inside and free and not any(part.meets(other) for part in line for other in words_and_lines):
                words_and_lines += [room, *line]
                break
        else:
            spot = Spot(x + CLOSE, y, "left", False)
        spots.append(spot)
    return spots


def _spots(x: float, y: float) -> Iterable[Spot]:
    """Give spots around a mark, the nearest and most usual first: right, left, above, below, then in between."""
    quarter = DIRECTIONS // 4
    order = sorted(range(DIRECTIONS), key=lambda d: (d % quarter > 0, (0, 2, 3, 1).index(d // quarter)))
    for distance in DISTANCES:
        for d in order:
            right, down = (f(math.tau * d / DIRECTIONS) for f in (math.cos, math.sin))
            align = "center" if d % (2 * quarter) == quarter else "left" if right > 0 else "right"
            yield Spot(x + right * distance, y + down * distance, align, distance > CLOSE)


def _line(x: float, y: float, spot: Spot) -> list[Box]:
    """Return the line from a mark to its words as small boxes, less its two ends, which touch mark and words."""
    steps = max(1, round(math.dist((x, y), (spot.x, spot.y)) / 4))
    parts = [i / steps for i in range(steps)]
    return [
        around(x + t * (spot.x - x), y + t * (spot.y - y), 1)
        for t in parts
        if t * steps * 4 > 9 and (1 - t) * steps * 4 > 2
    ]
