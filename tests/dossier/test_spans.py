"""Days and spans as the format writes them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.spans import read_span
from claimcheck.values.span import Span, day_number, iso_day
from claimcheck.values.value import UnreadableError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1921", "1921-01-01/1921-12-31"),
        ("1920-02", "1920-02-01/1920-02-29"),
        ("1921-03-17", "1921-03-17"),
        ("1921-03-11/1921-03-17", "1921-03-11/1921-03-17"),
        ("1919/1921-03", "1919-01-01/1921-03-31"),
        ("../1936", "../1936-12-31"),
        ("1936/..", "1936-01-01/.."),
        ("../..", "../.."),
        ("-0043", "-0043-01-01/-0043-12-31"),
        ("0000-12-31", "0000-12-31"),
        ("192X", "1920-01-01/1929-12-31"),
        ("1921-21", "1921-03-01/1921-05-31"),
    ],
)
def test_edtf_gives_the_days_that_it_holds(text: str, expected: str) -> None:
    """Plain forms are read here, decades and seasons by the kind of dates."""
    assert str(read_span(text)) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1921-13", "date-nonexistent"),
        ("1921-00", "date-nonexistent"),
        ("1921-02-29", "date-nonexistent"),
        ("1900-02-29", "date-nonexistent"),
        ("1921-03-00", "date-nonexistent"),
        ("1921/1920", "date-reversed"),
        ("1921-03-17/1921-03-11", "date-reversed"),
    ],
)
def test_impossible_days_are_refused(text: str, code: str) -> None:
    """A date that does not exist, or a span that ends before it begins, is refused with what is possible."""
    with pytest.raises(UnreadableError) as caught:
        read_span(text)

    assert caught.value.code == code
    assert caught.value.hint


@pytest.mark.parametrize(
    "text", ["", "March 1921", "17.3.1921", "1921-3", "19", "1921/1922/1923", "1" * 101, "١٩٢١"]
)
def test_other_words_are_refused(text: str) -> None:
    """What is not EDTF is refused."""
    with pytest.raises(UnreadableError):
        read_span(text)


@given(st.integers(day_number(0, 1, 1), day_number(9999, 12, 31)), st.integers(0, 5000))
def test_spans_are_read_as_they_are_written(first: int, n_more: int) -> None:
    """Any span of days in four-digit years, written as ISO dates, reads back as itself."""
    last = min(first + n_more, day_number(9999, 12, 31))

    assert read_span(f"{iso_day(first)}/{iso_day(last)}") == Span(first, last)


@given(st.text(max_size=30))
def test_any_text_is_a_span_or_unreadable(text: str) -> None:
    """No text raises anything but `UnreadableError`."""
    with suppress(UnreadableError):
        assert isinstance(read_span(text), Span)
