"""The links of impossible loops in words."""

from __future__ import annotations

import pytest

from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, Nodes, link_words
from claimcheck.values.span import day_number

MAY_3 = day_number(1742, 5, 3)
NODES = Nodes((Event(id="ferry", label="the burning of\nthe ferry"),))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (MAY_3, MAY_3, "on 3 May 1742"),
        (MAY_3, MAY_3 + 2, "between 3 and 5 May 1742"),
        (MAY_3, None, "on or after 3 May 1742"),
        (None, MAY_3, "by 3 May 1742"),
        (None, None, "at any time"),
    ],
)
def test_days_of_the_calendar_are_written_as_dates(
    earliest: int | None, latest: int | None, words: str
) -> None:
    """A link from the calendar speaks of dates, not of hundreds of thousands of days."""
    link = LoopLink(from_=CALENDAR, to="end of ferry", at_least=earliest, at_most=latest, ground="a")

    assert link_words(NODES, link) == f"the end of “the burning of the ferry” lies {words}"


def test_an_unregistered_node_is_shown_as_it_stands() -> None:
    """An event that nobody registered keeps its id, and a node of another making its name."""
    link = LoopLink(from_="begin of flood", to="somewhere", at_least=1, at_most=1, ground="a")

    assert link_words(NODES, link) == "somewhere lies exactly 1 day after the beginning of “flood”"


def test_an_event_of_a_day_is_named_alone() -> None:
    """Which end of it is meant makes no odds, so neither is named."""
    nodes = Nodes((Event(id="landing", label="the landing", is_point=True),))

    assert nodes.name("begin of landing") == nodes.name("end of landing") == "“the landing”"
