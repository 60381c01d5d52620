"""Charts and lists with a question that Python must answer anew: each is complete before it is run, and then live."""

from zhanaozen.explorers.comparing import Comparing, compare_sources, compare_standpoints
from zhanaozen.explorers.days import Days, stand_on_this_day
from zhanaozen.explorers.following import Follow, follow
from zhanaozen.explorers.panel import Panel
from zhanaozen.explorers.reader import Reader, read_claims
from zhanaozen.explorers.searching import Search, search_claims

__all__ = [
    "Comparing",
    "Days",
    "Follow",
    "Panel",
    "Reader",
    "Search",
    "compare_sources",
    "compare_standpoints",
    "follow",
    "read_claims",
    "search_claims",
    "stand_on_this_day",
]
