"""Days as numbers, and runs of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.span import (
    ALWAYS,
    Span,
    day_number,
    days_in_month,
    iso_day,
    parse_iso_day,
    year_month_day,
)

DAYS = st.integers(-20, 20)
BOUNDS = st.one_of(st.none(), DAYS)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a span on a short range, with or without bounds."""
    first, last = draw(BOUNDS), draw(BOUNDS)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Span(first, last)


def members(span: Span) -> set[int]:
    """Return the days of a wide window that lie in the span."""
    return {
        day
        for day in range(-30, 31)
        if (span.first is None or day >= span.first) and (span.last is None or day <= span.last)
    }


@given(st.dates())
def test_days_are_numbered_as_datetime_numbers_them(day: date) -> None:
    """
    Where `datetime` has a day, ours has the same number.
    """
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert year_month_day(day.toordinal()) == (day.year, day.month, day.day)
    assert iso_day(day.toordinal()) == day.isoformat()


@given(st.integers(-(10**9), 10**9))
def test_a_day_survives_its_iso_form(number: int) -> None:
    """
    Writing a day and reading it again gives the same day, in any year.
    """
    assert parse_iso_day(iso_day(number)) == number


@pytest.mark.parametrize("text", ["1921-02-30", "1900-02-29", "1921-13-01", "1921-00-10", "1921", "x", ""])
def test_a_day_that_does_not_exist_has_no_number(text: str) -> None:
    """
    An ISO date outside the calendar is None.
    """
    assert parse_iso_day(text) is None


@given(st.integers(-5000, 5000), st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    """
    The day after the last of a month is the first of the next.
    """
    after = (year, month + 1) if month < 12 else (year + 1, 1)

    assert day_number(year, month, days_in_month(year, month)) + 1 == day_number(*after, 1)


@given(spans(), spans())
def test_meet_is_the_common_days(a: Span, b: Span) -> None:
    """
    Two spans meet in exactly the days that both hold, whichever comes first.
    """
    meet = a.meet(b)

    assert meet == b.meet(a)
    assert (set() if meet is None else members(meet)) == members(a) & members(b)


@given(spans(), spans())
def test_within_is_the_order_of_sets(a: Span, b: Span) -> None:
    """
    A span lies within another exactly when each of its days does.
    """
    assert a.within(b) == (members(a) <= members(b))
    assert a.within(ALWAYS)


def test_a_reversed_span_is_refused() -> None:
    """
    A span that ends before it begins cannot be made.
    """
    with pytest.raises(ValueError, match="before it begins"):
        Span(2, 1)
