"""What a value is about: when two stated times are one, and when they follow one another."""

from __future__ import annotations

import pytest

from claimcheck.values.scope import Facet
from claimcheck.values.span import Span


def when(first: int, last: int) -> Facet:
    """Return the facet of a time between two days."""
    return Facet(name="when", text=f"{first}/{last}", key=f"{first}/{last}", span=Span(first, last))


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((1, 10), (5, 20), True),
        ((1, 10), (11, 20), False),
        ((1, 10), (10, 20), False),
        ((1, 10), (10, 10), True),
        ((10, 10), (10, 10), True),
        ((1, 10), (1, 10), True),
        ((1, 10), (9, 20), True),
    ],
)
def test_times_that_touch_on_one_day_follow_one_another(
    one: tuple[int, int], other: tuple[int, int], *, overlap: bool
) -> None:
    """
    A time that ends on the day on which another begins is another time; a day within a time is not.
    """
    assert when(*one).overlaps(when(*other)) is overlap
    assert when(*other).overlaps(when(*one)) is overlap
