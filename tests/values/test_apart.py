"""Distances between days, in words and in whole days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.apart import bounds_words, whole_days
from claimcheck.values.intervals import Numbers


@pytest.mark.parametrize(
    ("at_least", "at_most", "words"),
    [
        (None, None, "at no stated distance from"),
        (0, 0, "on the same day as"),
        (3, 3, "exactly 3 days after"),
        (-1, -1, "exactly 1 day before"),
        (0, None, "on the same day as or after"),
        (None, 0, "on the same day as or before"),
        (2, None, "at least 2 days after"),
        (None, -2, "at least 2 days before"),
        (-2, None, "no more than 2 days before (or any time after)"),
        (None, 2, "no more than 2 days after (or any time before)"),
        (1, 4, "1 to 4 days after"),
        (0, 4, "0 to 4 days after"),
        (-4, -1, "1 to 4 days before"),
        (-4, 0, "0 to 4 days before"),
        (-1, 2, "between 1 day before and 2 days after"),
    ],
)
def test_bounds_in_words(at_least: int | None, at_most: int | None, words: str) -> None:
    """Each pair of bounds has its own words, negative days lying before."""
    assert bounds_words(at_least, at_most) == words


@given(st.integers(-9999, 9999), st.integers(0, 999))
def test_turned_bounds_say_the_opposite(low: int, width: int) -> None:
    """Seen from the other end, "before" becomes "after" and nothing else changes."""
    there, back = bounds_words(low, low + width), bounds_words(-low - width, -low)
    turned = there.replace("before", "after") if "after" not in there else there.replace("after", "before")

    if low + width == 0 or low == 0 or low > 0 or low + width < 0:
        assert {back, back.replace("after", "before")} & {turned, turned.replace("after", "before")}
    else:
        assert back.startswith("between ")


@pytest.mark.parametrize(
    ("numbers", "days"),
    [
        (Numbers.between(1, 3), (1, 3)),
        (Numbers.between(0, 7, high_open=True), (0, 6)),
        (Numbers.between(2, None, low_open=True), (3, None)),
        (Numbers.between(None, None), (None, None)),
    ],
)
def test_open_ends_move_to_whole_days(numbers: Numbers, days: tuple[int | None, int | None]) -> None:
    """Less than a week is six days at most, more than two days three at least."""
    assert whole_days(numbers) == days
