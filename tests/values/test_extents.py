"""Sets of stretches of time, against sets written out on a short range of days."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.extents import EVER, Box, Extents
from claimcheck.values.span import ALWAYS, Span

# Every bound lies well inside the window, so that an unbounded end and the window's edge agree.
WINDOW = range(-1, 9)
BOUNDS = st.one_of(st.none(), st.integers(1, 6))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a span on a short range, with or without bounds."""
    first, last = draw(BOUNDS), draw(BOUNDS)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Span(first, last)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Draw a box whose end may follow its begin."""
    begin, end = draw(spans()), draw(spans())
    if begin.first is not None and end.last is not None and end.last < begin.first:
        begin, end = end, begin
    return Box(begin, end)


EXTENTS = st.lists(boxes(), min_size=1, max_size=4).map(Extents.of)


def holds(span: Span, day: int) -> bool:
    """Tell whether a day lies in a span."""
    return (span.first is None or day >= span.first) and (span.last is None or day <= span.last)


def stretches(extents: Extents) -> set[tuple[int, int]]:
    """Return every stretch of the window that the set holds."""
    return {
        (begin, end)
        for begin, end in product(WINDOW, WINDOW)
        if begin <= end and any(holds(box.begin, begin) and holds(box.end, end) for box in extents.boxes)
    }


@given(EXTENTS, EXTENTS)
def test_meets_and_within_agree_with_sets_written_out(a: Extents, b: Extents) -> None:
    """
    Meeting is a common stretch, lying within is the order of the sets of stretches.
    """
    assert a.meets(b) == bool(stretches(a) & stretches(b))
    assert a.within(b) == (stretches(a) <= stretches(b))


@given(EXTENTS, EXTENTS)
def test_meets_is_symmetric(a: Extents, b: Extents) -> None:
    """
    Which side is asked makes no difference.
    """
    assert a.meets(b) == b.meets(a)


@given(EXTENTS, EXTENTS, EXTENTS)
def test_within_is_reflexive_and_transitive(a: Extents, b: Extents, c: Extents) -> None:
    """
    A set lies within itself, and within whatever holds a set that holds it.
    """
    assert a.within(Extents(a.boxes))
    assert a.within(EVER)
    assert not (a.within(b) and b.within(c)) or a.within(c)


@given(st.lists(boxes(), min_size=1, max_size=4))
def test_a_union_holds_exactly_its_boxes(parts: list[Box]) -> None:
    """
    Making a set of boxes loses no stretch and adds none, in whatever order they come.
    """
    union = Extents.of(parts)

    assert stretches(union) == set().union(*(stretches(Extents((box,))) for box in parts))
    assert union == Extents.of(reversed(parts))


@given(boxes(), boxes())
def test_a_difference_holds_what_is_left(a: Box, b: Box) -> None:
    """
    A box less another holds the stretches of the one that the other lacks.
    """
    left = set().union(*(stretches(Extents((piece,))) for piece in a.minus(b)))

    assert left == stretches(Extents((a,))) - stretches(Extents((b,)))


@given(EXTENTS)
def test_bounds_are_the_outermost(extents: Extents) -> None:
    """
    Every stretch begins and ends between the bounds that the set reports.
    """
    for begin, end in stretches(extents):
        assert holds(extents.begin, begin)
        assert holds(extents.end, end)
        assert holds(extents.hull(), begin)
        assert holds(extents.hull(), end)


def test_an_extent_refines_the_uncertainty_that_holds_it() -> None:
    """
    "11-17 March, throughout" lies within "in March"; "on the 12th" does not lie within the extent.
    """
    march = Extents.during(Span(1, 31))
    throughout = Extents.lasting(Span(11, 11), Span(17, 17))
    one_day = Extents.during(Span(12, 12))

    assert throughout.within(march)
    assert not throughout.is_uncertainty
    assert march.is_uncertainty
    assert not one_day.within(throughout)
    assert not one_day.meets(throughout)


def test_impossible_sets_are_refused() -> None:
    """
    A box that ends before it begins and a set without boxes cannot be made.
    """
    with pytest.raises(ValueError, match="before it begins"):
        Box(Span(5, 6), Span(1, 4))
    with pytest.raises(ValueError, match="never empty"):
        Extents.of([])


@pytest.mark.parametrize(
    ("extents", "words"),
    [
        (Extents.during(Span(1, 1)), "1 January 1"),
        (Extents.during(Span(1, 2)), "between 1 and 2 January 1"),
        (Extents.during(Span(None, 2)), "by 2 January 1"),
        (Extents.during(Span(1, None)), "on or after 1 January 1"),
        (Extents.lasting(Span(1, 1), Span(2, 2)), "from 1 January 1 to 2 January 1"),
        (Extents.lasting(Span(1, 1), ALWAYS), "from 1 January 1 on"),
        (EVER, "at any time"),
    ],
)
def test_a_set_is_told_in_words(extents: Extents, words: str) -> None:
    """
    A report reads bounds as a sentence.
    """
    assert str(extents) == words
