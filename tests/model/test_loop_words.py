"""The links of impossible loops in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, Nodes, bounds_words, date_words, link_words
from claimcheck.values.span import day_number

MAY_3 = day_number(1742, 5, 3)
NODES = Nodes((Event(id="ferry", label="the burning of\nthe ferry"),))


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
    ("earliest", "latest", "words"),
    [
        (MAY_3, MAY_3, "on 1742-05-03"),
        (MAY_3, MAY_3 + 2, "between 1742-05-03 and 1742-05-05"),
        (MAY_3, None, "on or after 1742-05-03"),
        (None, MAY_3, "on or before 1742-05-03"),
        (None, None, "on no stated day"),
    ],
)
def test_days_of_the_calendar_are_written_as_dates(
    earliest: int | None, latest: int | None, words: str
) -> None:
    """A link from the calendar speaks of dates, not of hundreds of thousands of days."""
    link = LoopLink(from_=CALENDAR, to="end of ferry", at_least=earliest, at_most=latest, ground="a")

    assert date_words(earliest, latest) == words
    assert link_words(NODES, link) == f"the end of «the burning of the ferry» lies {words}"


def test_an_unregistered_node_is_shown_as_it_stands() -> None:
    """An event that nobody registered keeps its id, and a node of another making its name."""
    link = LoopLink(from_="begin of flood", to="somewhere", at_least=1, at_most=1, ground="a")

    assert link_words(NODES, link) == "somewhere lies exactly 1 day after the begin of «flood»"
