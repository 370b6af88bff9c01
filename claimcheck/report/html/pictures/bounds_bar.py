"""The bounds that each source puts to the date of an event, over one axis."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.report.bounds import BoundsTold
from claimcheck.report.html.pictures.days import days_axis
from claimcheck.report.html.pictures.key import DATES
from claimcheck.report.html.pictures.strips import Strip, strips
from claimcheck.report.html.pictures.time_bar import box_bars
from claimcheck.values.extents import Box
from claimcheck.values.span import Span

KEY = tuple((shape, DATES[shape]) for shape in ("moment", "core", "unsure", "endless", "broken"))
"""What the shapes mean, told once for all events."""


def bounds_bar(told: Sequence[BoundsTold]) -> str:
    """
    Return the bounds as markup, drawn as dates are, each below its words; empty where there is no day.

    The words say all that is drawn, so that no table need tell it again.
    """
    days = days_axis(Span(each.begin.first, each.end.last) for each in told if not each.is_impossible)
    if days is None:
        return ""
    rows = []
    for each in told:
        lanes = () if each.is_impossible else (tuple(box_bars(Box(each.begin, each.end), days)),)
        rows.append(Strip(who=each.whose, label=each.days.removesuffix("."), side="", lanes=lanes))
    return strips(rows, days.ticks)
