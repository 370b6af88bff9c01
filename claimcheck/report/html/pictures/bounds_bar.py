"""The bounds that each source puts to the date of an event, over one axis."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.report.bounds import BoundsTold
from claimcheck.report.html.pictures.axis import days_axis
from claimcheck.report.html.pictures.strips import Strip, strips
from claimcheck.report.html.pictures.time_bar import box_bars
from claimcheck.values.extents import Box


def bounds_bar(told: Sequence[BoundsTold]) -> str:
    """
    Return the bounds as markup, drawn as dates are, each below its words; empty where there is no day.

    The words say all that is drawn, so that no table need tell it again.
    """
    bounded = [(each.begin, each.end) for each in told if not each.is_impossible]
    bounds = (bound for begin, end in bounded for bound in (begin.first, begin.last, end.first, end.last))
    days = [day for day in bounds if day is not None]
    if not days:
        return ""
    axis, ticks = days_axis(days)
    rows = []
    for each in told:
        lanes = () if each.is_impossible else (tuple(box_bars(Box(each.begin, each.end), axis)),)
        rows.append(Strip(who=each.whose, label=each.days.removesuffix("."), side="", lanes=lanes))
    return strips(rows, ticks)
