"""Claims drawn: each function takes claims and returns an Altair chart with its alt text.

In every chart a colour and a shape are a standpoint, a hollow mark is 'about', a line with an arrow is
'at least' or 'up to', and a mark can be selected to read the claims behind it, with or without a kernel.
"""

from zhanaozen.charts import within
from zhanaozen.charts.corroboration import corroboration
from zhanaozen.charts.grid import phases, standpoint_grid
from zhanaozen.charts.indicators import lines
from zhanaozen.charts.maps import place_map
from zhanaozen.charts.parts import CALM, NothingToDraw
from zhanaozen.charts.ranges import ranges
from zhanaozen.charts.timeline import statements, timeline
from zhanaozen.charts.trials import outcomes
from zhanaozen.charts.two_clocks import two_clocks
from zhanaozen.charts.within import within_ceiling
from zhanaozen.charts.wording import wording

# The door by which lessons come in: here the ceiling is applied. (A map names places, and leaves out hard claims.)
corroboration, lines, outcomes, ranges, two_clocks = (
    within_ceiling(draw, instead=within.numbers) for draw in (corroboration, lines, outcomes, ranges, two_clocks)
)
statements, timeline, wording = (
    within_ceiling(draw, instead=within.answers) for draw in (statements, timeline, wording)
)
phases, standpoint_grid = (within_ceiling(draw, instead=within.silences) for draw in (phases, standpoint_grid))

__all__ = [
    "CALM",
    "NothingToDraw",
    "corroboration",
    "lines",
    "outcomes",
    "phases",
    "place_map",
    "ranges",
    "standpoint_grid",
    "statements",
    "timeline",
    "two_clocks",
    "wording",
]
