"""Dates as sources give them: a day, a month or a year (EDTF, level 0)."""

import calendar
import functools
import re
from datetime import date

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


@functools.cache
def first_day(edtf: str) -> date:
    """Return the first day of an EDTF date: 2011-12 gives 1 December 2011. Raises ValueError if it is none."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", edtf):
        raise ValueError(edtf)
    year, month, day = [int(part) for part in edtf.split("-")] + [1] * (2 - edtf.count("-"))
    return date(year, month, day)


@functools.cache
def last_day(edtf: str) -> date:
    """Return the last day of an EDTF date: 2011-12 gives 31 December 2011. Raises ValueError if it is none."""
    first = first_day(edtf)
    if edtf.count("-") == 2:
        return first
    month = first.month if "-" in edtf else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])
