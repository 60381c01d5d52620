"""Claims drawn: each function takes claims and returns an Altair chart with its alt text.

In every chart a colour and a shape are a standpoint, a hollow mark is 'about', a line with an arrow is
'at least' or 'up to', and a mark can be selected to read the claims behind it, with or without a kernel.
"""

from zhanaozen.charts.corroboration import corroboration
from zhanaozen.charts.parts import CALM, NothingToDraw
from zhanaozen.charts.ranges import ranges
from zhanaozen.charts.two_clocks import two_clocks

__all__ = ["CALM", "NothingToDraw", "corroboration", "ranges", "two_clocks"]
