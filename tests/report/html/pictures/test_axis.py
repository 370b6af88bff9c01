"""Axes: their marks stand in order, on the axis, few, and with labels that never touch."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.html.pictures.axis import days_axis, figures_axis
from claimcheck.report.html.pictures.strips import Tick, stand_apart
from claimcheck.values.span import day_number

DAYS = st.integers(min_value=day_number(-3000, 1, 1), max_value=day_number(2100, 1, 1))


def labels(ticks: list[Tick]) -> list[str]:
    """What stands at the marks."""
    return [tick.label for tick in ticks]


@given(first=DAYS, length=st.integers(0, 40) | st.integers(0, 2_000) | st.integers(0, 1_500_000))
def test_days_are_marked_in_order_and_apart(first: int, length: int) -> None:
    """Whatever the stretch, its marks rise, lie on the axis, and their labels fit a narrow screen."""
    _axis, ticks = days_axis([first, first + length])
    places = [tick.at for tick in ticks]

    assert places == sorted(set(places))
    assert all(0 <= at <= 1 for at in places)
    assert stand_apart(ticks)
    assert 2 <= len(ticks) <= 6


@given(
    low=st.fractions(min_value=-(10**9), max_value=10**9),
    more=st.fractions(min_value=0, max_value=1000) | st.fractions(min_value=0, max_value=10**12),
)
def test_figures_are_marked_in_order_and_apart(low: Fraction, more: Fraction) -> None:
    """The same of figures, however large."""
    _axis, ticks = figures_axis([low, low + more])
    places = [tick.at for tick in ticks]

    assert places == sorted(places)
    assert stand_apart(ticks)
    assert len(ticks) <= 6


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (((1921, 3, 8), (1921, 3, 17)), ["7 Mar 1921", "12 Mar", "17 Mar"]),
        (((1918, 5, 1), (1918, 5, 31)), ["30 Apr 1918", "14 May", "28 May"]),
        (((1920, 12, 20), (1921, 1, 20)), ["19 Dec 1920", "9 Jan 1921"]),
        (((1920, 1, 1), (1920, 12, 31)), ["Jan 1920", "Jul", "Jan 1921"]),
        (((1917, 10, 1), (1920, 12, 31)), ["1918", "1919", "1920", "1921"]),
        (((1640, 1, 1), (1931, 1, 1)), ["1700", "1800", "1900"]),
    ],
)
def test_what_an_axis_of_days_says(days: tuple[tuple[int, int, int], ...], expected: list[str]) -> None:
    """Days, months and years as their stretch asks for; the year is told with its first day."""
    _axis, ticks = days_axis(day_number(*each) for each in days)

    assert labels(ticks) == expected


def test_labels_that_touch_are_told() -> None:
    """The law above looks at something: marks that stand too close do not stand apart."""
    assert not stand_apart([Tick(at=0.4, label="27 May 1918"), Tick(at=0.5, label="28 May")])
    assert not stand_apart([Tick(at=0.5, label="1" * 60)])
    assert stand_apart([Tick(at=0.1, label="27 May 1918"), Tick(at=0.9, label="28 May")])
