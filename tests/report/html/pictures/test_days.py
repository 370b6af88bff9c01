"""Axes of days: what is at issue takes most of them, no span is left out, and marks name their days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.spans import read_span
from claimcheck.report.html.pictures.days import Days, days_axis
from claimcheck.report.html.pictures.strips import stand_apart
from claimcheck.values.span import ALWAYS, Span, day_number

DAYS = st.integers(min_value=day_number(-3000, 1, 1), max_value=day_number(2100, 1, 1))


@st.composite
def spans(draw: st.DrawFn, *, bounded: bool = False) -> Span:
    """A span of a day, some weeks or many years, near the year 1921; some without one bound or both."""
    first = day_number(1921, 1, 1) + draw(st.integers(-2000, 2000))
    length = draw(st.just(0) | st.integers(0, 40) | st.integers(0, 9000))
    ends = draw(st.just((True, True)) if bounded else st.tuples(st.booleans(), st.booleans()))
    return Span(first if ends[0] else None, first + length if ends[1] else None)


def axis_of(*told: Span, frame: Span | None = None) -> Days:
    """The axis of some spans that have a day."""
    found = days_axis(told, frame)
    assert found is not None
    return found


@given(first=DAYS, length=st.integers(0, 40) | st.integers(0, 2_000) | st.integers(0, 1_500_000))
def test_days_are_marked_in_order_and_apart(first: int, length: int) -> None:
    """Whatever the stretch, its marks rise, lie on the axis, and their labels fit a narrow screen."""
    ticks = axis_of(Span(first, first + length)).ticks
    places = [tick.at for tick in ticks]

    assert places == sorted(set(places))
    assert all(0 <= at <= 1 for at in places)
    assert stand_apart(ticks)
    assert 2 <= len(ticks) <= 6


@given(told=st.lists(spans(), min_size=1, max_size=6), frame=st.none() | spans())
def test_no_span_is_left_out(told: list[Span], frame: Span | None) -> None:
    """Some of each span is on the axis, and an end is either drawn where it lies or broken off."""
    days = days_axis(told, frame)
    if days is None:
        assert set(told) == {ALWAYS}
        return
    for span in told:
        bar = days.bar(span, "core")
        left, right = 0.0 if bar.left is None else bar.left, 1.0 if bar.right is None else bar.right

        assert left < right
        assert bar.broken[0] == (span.first is not None and span.first < days.axis.low)
        assert bar.broken[1] == (span.last is not None and span.last + 1 > days.axis.high)


@given(told=st.permutations([Span(100, 120), Span(90, 4000), Span(3000, None), Span(None, 101)]))
def test_the_order_of_rows_moves_nothing(told: list[Span]) -> None:
    """The same spans have the same axis, whoever is told first."""
    assert axis_of(*told) == axis_of(*sorted(told, key=str))


@given(told=st.lists(spans(bounded=True), min_size=1, max_size=6), frame=spans(bounded=True))
def test_what_was_asked_about_takes_most_of_the_axis(told: list[Span], frame: Span) -> None:
    """Where all spans meet the time that was asked about, it takes two fifths of the axis at least."""
    reach = Span(min(each.first or 0 for each in told), max(each.last or 0 for each in told))
    asked = frame.meet(reach)
    if asked is None or not all(each.meet(asked) for each in told):
        return
    bar = axis_of(*told, frame=frame).bar(asked, "core")

    assert bar.broken == (False, False)
    assert bar.left is not None
    assert bar.right is not None
    # Short of half only by the margin, which is a day at least: one day has a third.
    assert bar.right - bar.left >= (0.4 if not asked.is_one_day else 0.25)


def test_ten_days_are_not_squeezed_by_two_years() -> None:
    """Who held a place in ten days of March: what reaches from August to April is broken off twice."""
    asked, long = read_span("1921-03-11/1921-03-20"), read_span("1920-08-01/1921-04-02")
    days = axis_of(asked, long, frame=asked)
    short, other = days.bar(asked, "sometime"), days.bar(long, "core")

    assert (short.right or 0) - (short.left or 0) > 0.75
    assert other.broken == (True, True)
    assert short.broken == (False, False)


def test_what_lies_apart_shows_beside_what_is_at_issue() -> None:
    """A long span that ends before the days at issue shows its end, and is broken off at its begin."""
    asked, before = read_span("1921-03-11/1921-03-20"), read_span("1918/1921-02")
    bar = axis_of(asked, before, frame=asked).bar(before, "core")

    assert bar.broken == (True, False)
    assert 0 < (bar.right or 0) < 0.5


def test_a_day_is_named_under_its_middle() -> None:
    """The label "5 Feb" stands where the diamond of that day does."""
    day = day_number(1920, 2, 5)
    days = axis_of(Span(day, day), Span(day + 1, day + 1))
    bar = days.bar(Span(day, day), "moment")
    (tick,) = (each for each in days.ticks if each.label.startswith("5 Feb"))

    assert tick.at == pytest.approx(((bar.left or 0) + (bar.right or 0)) / 2)
    assert tick.anchor == "middle"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("1920-02-05/1920-02-06", ["4 Feb 1920", "5 Feb", "6 Feb", "7 Feb"]),
        ("1921-03-08/1921-03-17", ["8 Mar 1921", "13 Mar", "18 Mar"]),
        ("1918-05", ["1 May 1918", "8 May", "15 May", "22 May", "29 May"]),
        ("1920-12-20/1921-01-20", ["20 Dec 1920", "10 Jan 1921"]),
        ("1920", ["Jan 1920", "Apr", "Jul", "Oct", "Jan 1921"]),
        ("1917-10-01/1920", ["1918", "1919", "1920", "1921"]),
        ("1640/1930", ["1700", "1800", "1900"]),
    ],
)
def test_what_an_axis_of_days_says(days: str, expected: list[str]) -> None:
    """Days, months and years as their stretch asks for, from its first day on; the year is told once."""
    assert [tick.label for tick in axis_of(read_span(days)).ticks] == expected
