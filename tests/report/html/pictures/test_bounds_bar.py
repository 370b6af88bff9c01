"""Bounds of events as bars: of a moment, of a begin and of an end."""

from __future__ import annotations

import re

from claimcheck.report.bounds import BoundsTold
from claimcheck.report.html.pictures.bounds_bar import bounds_bar
from claimcheck.values.span import ALWAYS, Span, day_number


def told(begin: Span, end: Span) -> BoundsTold:
    """Return what somebody leaves possible for the begin and the end of an event."""
    return BoundsTold(
        whose="Orme",
        source="orme",
        days="some days.",
        begin=begin,
        end=end,
        is_impossible=False,
        conflict=None,
        contradicting=(),
        chains=(),
    )


def bars(markup: str) -> list[tuple[float, float]]:
    """Return begin and end of each hatched bar, in hundredths of the axis."""
    found = re.findall(r'<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', markup)
    return [(float(left), float(left) + float(width)) for left, width in found]


def test_begins_that_exclude_one_another_stand_apart() -> None:
    """What lasts without a known end is drawn by its begin: the rest of time is nobody's bound."""
    spring, winter = day_number(1640, 4, 26), day_number(1641, 2, 1)
    late = Span(winter, day_number(1641, 2, 28))
    markup = bounds_bar([told(late, Span(winter, None)), told(Span(None, spring), ALWAYS)])
    (one, other) = bars(markup)

    assert markup.count(">begins<") == 2
    assert "ends" not in markup
    assert other[1] < one[0]


def test_a_moment_has_one_bar_and_what_lasts_has_two() -> None:
    """Where begin and end are bounded by the same days the event is a moment; else each has its bar."""
    may, june = (Span(day_number(1640, month, 1), day_number(1640, month, 30)) for month in (5, 6))

    assert len(bars(bounds_bar([told(may, may)]))) == 1
    assert len(bars(bounds_bar([told(may, june)]))) == 2


def test_where_no_day_is_bounded_nothing_is_drawn() -> None:
    """An axis without a day would show what nobody says."""
    assert bounds_bar([told(ALWAYS, ALWAYS)]) == ""
    assert bounds_bar([]) == ""
