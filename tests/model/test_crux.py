"""What an impossible loop comes down to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.crux import loop_question, loop_words
from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, Nodes
from claimcheck.values.span import day_number

MAY_3 = day_number(1742, 5, 3)
NODES = Nodes(
    (
        Event(id="siege", label="the siege"),
        Event(id="breach", label="the breach", is_point=True),
        Event(id="relief", label="the relief", is_point=True),
    )
)


def link(
    from_: str, to: str, at_least: int | None, at_most: int | None, *, is_rule: bool = False
) -> LoopLink:
    """Return a link between two moments."""
    return LoopLink(from_=from_, to=to, at_least=at_least, at_most=at_most, ground="a", is_rule=is_rule)


def dated(node: str, day: int) -> LoopLink:
    """Return a link from the calendar."""
    return link(CALENDAR, node, day, day)


def test_a_length_is_told_with_the_days_that_are_left_for_it() -> None:
    """A siege of three days that neither begins before nor ends after one day has one day for them."""
    links = (
        dated("begin of breach", MAY_3),
        link("begin of breach", "begin of siege", 0, None),
        link("begin of siege", "end of siege", 3, 3),
        link("end of siege", "begin of relief", 0, None, is_rule=True),
        dated("begin of relief", MAY_3),
    )

    assert loop_words(NODES, links) == (
        "“the siege” lasts 3 days, but by the other links it begins on 3 May 1742 at the earliest and ends "
        "on 3 May 1742 at the latest"
    )
    assert loop_question(NODES, links) == "Do the dates of “the siege” fit together?"


def test_an_order_is_told_with_the_days_of_its_events() -> None:
    """What is said to come later is dated earlier, whichever way round the links are told."""
    links = (
        link("begin of breach", "begin of relief", 0, None),
        dated("begin of breach", MAY_3),
        dated("begin of relief", MAY_3 - 2),
    )

    for told in (links, links[::-1]):
        assert loop_words(NODES, told) == (
            "“the relief” lies on the same day as or after “the breach”, but by the other links “the breach” "
            "lies on 3 May 1742 at the earliest and “the relief” on 1 May 1742 at the latest"
        )
    assert loop_question(NODES, links) == "Do the dates of “the breach” and “the relief” fit together?"


def test_a_loop_without_a_date_is_followed_round() -> None:
    """Two events each of which comes after the other leave no days at all."""
    links = (
        link("begin of breach", "begin of relief", 2, None),
        link("begin of relief", "begin of breach", 1, None),
    )

    assert loop_words(NODES, links) == (
        "followed from link to link, “the breach” would lie 3 days after itself"
    )
    assert loop_question(NODES, links) == "Do the dates of “the breach” and “the relief” fit together?"


def test_what_is_no_loop_has_no_words() -> None:
    """Links that do not meet, or that leave days, come down to nothing."""
    assert loop_words(NODES, ()) == ""
    assert loop_words(NODES, (dated("begin of breach", MAY_3), dated("begin of relief", MAY_3))) == ""
    assert loop_words(NODES, (dated("begin of breach", MAY_3), dated("begin of breach", MAY_3))) == ""


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.integers(1, 99), st.integers(0, 7))
def test_wherever_a_loop_is_begun_it_comes_down_to_the_same(steps: list[int], short: int, turn: int) -> None:
    """The days that are left are short of what one link asks for, and turning the loop changes nothing."""
    nodes = [f"begin of e{number}" for number in range(len(steps) + 1)]
    chain = [link(a, b, days, None) for (a, b), days in zip(pairwise(nodes), steps, strict=True)]
    links = [dated(nodes[0], MAY_3), *chain, dated(nodes[-1], MAY_3 + sum(steps) - short)]
    turned = links[turn % len(links) :] + links[: turn % len(links)]

    assert loop_words(NODES, turned) == loop_words(NODES, links) != ""
