"""Charts and lists with a question that Python must answer anew: each is complete before it is run, and then live."""

from zhanaozen.explorers.days import stand_on_this_day
from zhanaozen.explorers.panel import Explorer, Panel, show_in
from zhanaozen.explorers.reader import Reader, read_claims
from zhanaozen.explorers.searching import Search, search_claims

__all__ = [
    "Explorer",
    "Panel",
    "Reader",
    "Search",
    "read_claims",
    "search_claims",
    "show_in",
    "stand_on_this_day",
]
