"""The bounds that each source puts to the date of an event, over one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.report.bounds import BoundsTold
from claimcheck.report.html.pictures.days import Days, days_axis
from claimcheck.report.html.pictures.key import DATES
from claimcheck.report.html.pictures.strips import Bar, Strip, strips
from claimcheck.report.html.pictures.time_bar import box_bars
from claimcheck.values.extents import Box
from claimcheck.values.span import ALWAYS, Span

KEY = tuple((shape, DATES[shape]) for shape in ("moment", "core", "unsure", "endless", "broken"))
"""What the shapes mean, told once for all events."""


def bounds_bar(told: Sequence[BoundsTold]) -> str:
    """
    Return the bounds as markup, drawn as dates are, each below its words; empty where there is no day.

    The begin and the end of what lasts are two moments, each with a bar of its own: what may lie between
    them is bounded by nobody. The words say all that is drawn, so that no table need tell it again.
    """
    days = days_axis(span for each in told for _name, span in _moments(each))
    if days is None:
        return ""
    rows = []
    for each in told:
        lanes = tuple(tuple(_bars(name, span, days)) for name, span in _moments(each))
        rows.append(Strip(who=each.whose, label=each.days.removesuffix("."), side="", lanes=lanes))
    return strips(rows, days.ticks)


def _moments(told: BoundsTold) -> Iterator[tuple[str, Span]]:
    """Yield the days of an event, or those of its begin and of its end, by name, where they are bounded."""
    begin, end = told.begin, told.end
    if told.is_impossible:
        return
    if begin == end:
        yield "", begin
        return
    # An end after the begin, and a begin before the end, say nothing further.
    if begin not in (ALWAYS, Span(None, end.last)):
        yield "begins", begin
    if end not in (ALWAYS, Span(begin.first, None)):
        yield "ends", end


def _bars(name: str, span: Span, days: Days) -> Iterator[Bar]:
    if not name:
        yield from box_bars(Box(span, span), days)
    else:
        yield days.bar(span, "moment" if span.is_one_day else "unsure", name=name)
