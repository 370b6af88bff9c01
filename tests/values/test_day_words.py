"""Days and spans in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.context import Context
from claimcheck.values.day_words import among_words, day_words, span_words, when_words
from claimcheck.values.extents import Extents
from claimcheck.values.kind import find_kind
from claimcheck.values.span import ALWAYS, Span, day_number


def span(first: tuple[int, int, int], last: tuple[int, int, int]) -> Span:
    """Return the span between two dates."""
    return Span(day_number(*first), day_number(*last))


@pytest.mark.parametrize(
    ("days", "told", "among"),
    [
        (span((1640, 5, 3), (1640, 5, 3)), "3 May 1640", "3 May 1640"),
        (span((1640, 5, 3), (1640, 5, 9)), "3-9 May 1640", "between 3 and 9 May 1640"),
        (span((1640, 5, 3), (1640, 6, 9)), "3 May - 9 June 1640", "between 3 May and 9 June 1640"),
        (
            span((1640, 5, 3), (1641, 6, 9)),
            "3 May 1640 - 9 June 1641",
            "between 3 May 1640 and 9 June 1641",
        ),
        (span((1640, 5, 1), (1640, 5, 31)), "May 1640", "in May 1640"),
        (span((1640, 5, 1), (1640, 6, 30)), "May to June 1640", "in May to June 1640"),
        (span((1640, 12, 1), (1641, 2, 28)), "December 1640 to February 1641", None),
        (span((1640, 1, 1), (1640, 12, 31)), "1640", "in 1640"),
        (span((1640, 1, 1), (1649, 12, 31)), "1640-1649", "in 1640-1649"),
        (span((-43, 3, 15), (-43, 3, 15)), "15 March 44 BCE", "15 March 44 BCE"),
        (Span(None, day_number(1640, 5, 3)), "until 3 May 1640", "by 3 May 1640"),
        (Span(day_number(1640, 5, 3), None), "from 3 May 1640", "on or after 3 May 1640"),
        (ALWAYS, "any time", "at any time"),
    ],
)
def test_spans_in_words(days: Span, told: str, among: str | None) -> None:
    """
    A span is told in the fewest words that leave no doubt.
    """
    assert span_words(days) == told
    assert among is None or among_words(days) == among


@given(st.integers(day_number(1000, 1, 1), day_number(2400, 12, 31)))
def test_a_day_in_words_reads_back(day: int) -> None:
    """
    What a report writes for a day, the date kind reads as that day.
    """
    kind = find_kind("date")
    assert kind is not None
    value = kind.read(day_words(day), Context(language="en", calendar="gregorian"))

    assert value.readings[0].core == Extents.during(Span(day, day))


@given(st.integers(day_number(1000, 1, 1), day_number(2400, 1, 1)), st.integers(0, 10_000))
def test_a_span_in_words_reads_back(first: int, further: int) -> None:
    """
    What a report writes for a run of days, the date kind reads as those days.
    """
    days = Span(first, first + further)
    kind = find_kind("date")
    assert kind is not None
    value = kind.read(span_words(days), Context(language="en", calendar="gregorian"))

    core = value.readings[0].core
    assert isinstance(core, Extents)

    assert core.hull() == days


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1640-05-03/1640-05-09", "3-9 May 1640"),
        ("1640-05", "3-9 May 1640"),
        ("1640", "1640"),
        ("1640-05~", "1640-05~"),
        ("early in May 1640", "early in May 1640"),
    ],
)
def test_a_time_is_told_in_words(written: str, told: str) -> None:
    """
    Notation is told as the days that it stands for, unless it says more than days; words stay.
    """
    assert when_words(written, span((1640, 5, 3), (1640, 5, 9))) == told
    assert when_words(written, None) == written
