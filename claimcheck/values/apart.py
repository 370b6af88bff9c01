"""Distances between days, in words."""

from __future__ import annotations

import math

from claimcheck.values.intervals import Numbers

Bounds = tuple[int | None, int | None]


def whole_days(numbers: Numbers) -> Bounds:
    """Return the least and the most whole days of a set; an open end on a whole day moves inward."""
    first, last = numbers.runs[0], numbers.runs[-1]
    low = None if first.low is None else math.ceil(first.low)
    high = None if last.high is None else math.floor(last.high)
    if low is not None and first.low_open and low == first.low:
        low += 1
    if high is not None and last.high_open and high == last.high:
        high -= 1
    return low, high


def bounds_words(at_least: int | None, at_most: int | None) -> str:
    """
    Return a number of days between two bounds as a relation in words; negative days lie before.

    >>> bounds_words(3, 3), bounds_words(None, -2), bounds_words(0, None)
    ('exactly 3 days after', 'at least 2 days before', 'on the same day as or after')
    """
    if at_least is None or at_most is None:
        return _one_bound(at_least, at_most)
    if at_least == at_most:
        return f"exactly {_days(at_least)}" if at_least else "on the same day as"
    if at_least >= 0:
        return f"{at_least:,} to {_days(at_most)}"
    if at_most <= 0:
        return f"{-at_most:,} to {_days(at_least)}"
    return f"between {_days(at_least)} and {_days(at_most)}"


def _one_bound(at_least: int | None, at_most: int | None) -> str:
    if at_least is None and at_most is None:
        return "at no stated distance from"
    if at_least == 0:
        return "on the same day as or after"
    if at_most == 0:
        return "on the same day as or before"
    if at_least is not None and at_least > 0:
        return f"at least {_days(at_least)}"
    if at_most is not None and at_most < 0:
        return f"at least {_days(at_most)}"
    # The bound lies on the far side of the same day, so the other direction is open as well.
    if at_least is not None:
        return f"no more than {_days(at_least)} (or any time after)"
    return f"no more than {_days(at_most or 0)} (or any time before)"


def _days(days: int) -> str:
    number = abs(days)
    return f"{number:,} {'day' if number == 1 else 'days'} {'before' if days < 0 else 'after'}"
