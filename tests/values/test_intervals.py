"""Sets of exact numbers, against sets written out on a grid of halves."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.intervals import Numbers, Run, figure

# Bounds are whole and the grid has halves, so that every run between two bounds has a point on it.
GRID = [Fraction(n, 2) for n in range(-4, 25)]
BOUNDS = st.one_of(st.none(), st.integers(0, 10))


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Draw a run with open, closed or missing ends."""
    low, high = draw(BOUNDS), draw(BOUNDS)
    if low is not None and high is not None and high < low:
        low, high = high, low
    is_point = low is not None and low == high
    return Run(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_open=low is not None and not is_point and draw(st.booleans()),
        high_open=high is not None and not is_point and draw(st.booleans()),
    )


NUMBERS = st.lists(runs(), min_size=1, max_size=4).map(Numbers.of)


def in_run(run: Run, point: Fraction) -> bool:
    """Tell whether a point lies in a run, by its bounds alone."""
    if run.low is not None and (point < run.low or (run.low_open and point == run.low)):
        return False
    return run.high is None or point < run.high or (point == run.high and not run.high_open)


def points(numbers: Numbers) -> set[Fraction]:
    """Return the points of the grid that the set holds."""
    return {point for point in GRID if any(in_run(run, point) for run in numbers.runs)}


@given(NUMBERS, NUMBERS)
def test_meets_and_within_agree_with_sets_written_out(a: Numbers, b: Numbers) -> None:
    """
    Meeting is a common number, lying within is the order of the sets.
    """
    assert a.meets(b) == bool(points(a) & points(b))
    assert a.within(b) == (points(a) <= points(b))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_three_questions_keep_their_laws(a: Numbers, b: Numbers, c: Numbers) -> None:
    """
    Meeting is symmetric; lying within is reflexive and transitive.
    """
    assert a.meets(b) == b.meets(a)
    assert a.within(a)
    assert not (a.within(b) and b.within(c)) or a.within(c)


@given(st.lists(runs(), min_size=1, max_size=5))
def test_a_union_holds_exactly_its_runs(parts: list[Run]) -> None:
    """
    Joining runs loses no number, adds none, and leaves none that touch.
    """
    union = Numbers.of(parts)

    assert points(union) == {point for point in GRID if any(in_run(run, point) for run in parts)}
    assert not any(a.touches(b) for a, b in zip(union.runs, union.runs[1:], strict=False))
    assert union == Numbers.of(reversed(parts))


@given(NUMBERS)
def test_the_hull_holds_the_set(numbers: Numbers) -> None:
    """
    The outer bounds hold every number of the set.
    """
    assert numbers.within(Numbers((numbers.hull(),)))
    assert (numbers.hull().low, numbers.hull().high) == (numbers.low, numbers.high)


@pytest.mark.parametrize(
    ("low", "high", "low_open"),
    [(Fraction(2), Fraction(1), False), (Fraction(1), Fraction(1), True)],
)
def test_an_empty_run_is_refused(low: Fraction, high: Fraction, low_open: bool) -> None:
    """
    A run between bounds that leave no number cannot be made.
    """
    with pytest.raises(ValueError, match="no number lies"):
        Run(low, high, low_open=low_open)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (Numbers.between(20_000, None, low_open=True), "over 20,000"),
        (Numbers.between(20_000, None), "at least 20,000"),
        (Numbers.between(None, 5, high_open=True), "under 5"),
        (Numbers.between(3, 9), "3 to 9"),
        (Numbers.between(7, 7), "7"),
        (Numbers.of([Run(Fraction(1), Fraction(1)), Run(Fraction(3), Fraction(3))]), "1 or 3"),
        (Numbers.between(None, None), "any number"),
    ],
)
def test_a_set_is_told_in_words(numbers: Numbers, words: str) -> None:
    """
    A report reads bounds as a phrase.
    """
    assert str(numbers) == words


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=1000))
def test_a_figure_is_exact(number: Fraction) -> None:
    """
    What is printed reads back as the very number.
    """
    assert Fraction(figure(number).replace(",", "")) == number
