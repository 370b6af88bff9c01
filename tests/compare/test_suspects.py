"""Which arcs no impossible loop leads through: held against a search of all loops."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.order import suspects as module
from claimcheck.compare.order.network import Arc, Edge
from claimcheck.compare.order.suspects import hub_bounds, some_loop, suspects
from claimcheck.compare.order.ties import Tie

NODES = "abcde"
TIE = Tie(from_="a", to="b", tight=(None, 0), loose=(None, 0), ground="said")


def arc(tail: str, head: str, days: int) -> Arc:
    """Return an arc of an edge of its own: `head` lies at most so many days after `tail`."""
    return tail, head, days, Edge(tail, head, days, days, TIE)


@st.composite
def parts(draw: st.DrawFn) -> list[Arc]:
    """A part of a network with few moments, so that all of its loops can be tried."""
    ends = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda each: each[0] != each[1])
    drawn = draw(st.lists(st.tuples(ends, st.integers(-4, 9)), min_size=1, max_size=12))
    return [arc(tail, head, days) for (tail, head), days in drawn]


def loops(part: list[Arc], way: tuple[Arc, ...] = ()) -> Iterator[tuple[Arc, ...]]:
    """Yield every loop that passes no moment twice, from each of its arcs."""
    for each in part:
        if not way or each[0] == way[-1][1]:
            if way and each[1] == way[0][0]:
                yield (*way, each)
            elif all(each[1] not in (one[0], one[1]) for one in way):
                yield from loops(part, (*way, each))


def impossible(part: list[Arc]) -> list[tuple[Arc, ...]]:
    """Return the loops that fit no days."""
    return [loop for loop in loops(part) if sum(each[2] for each in loop) < 0]


@pytest.fixture(scope="module", autouse=True)
def _small_parts_are_worth_it() -> Iterator[None]:
    """Ask of small parts too, which are searched through otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_WORTH_IT", 0)
        yield


@given(parts())
def test_no_arc_of_an_impossible_loop_is_cleared(part: list[Arc]) -> None:
    """Whatever stands in such a loop stays suspected, in the order in which it was asked for."""
    guilty = {id(each) for loop in impossible(part) for each in loop}
    found = suspects(part, part)

    assert guilty <= {id(each) for each in found}
    assert [id(each) for each in part if id(each) in set(map(id, found))] == list(map(id, found))


@given(parts())
def test_where_days_fit_nothing_is_suspected(part: list[Arc]) -> None:
    """Without an impossible loop every arc is cleared, by either way of telling."""
    bad = impossible(part)
    bounds = hub_bounds(part)
    if not bad:
        assert suspects(part, part) == []
        assert some_loop(part) == ()
        assert bounds is not None
        assert all(bounds.clears(each) for each in part)


@given(parts())
def test_some_loop_is_an_impossible_one(part: list[Arc]) -> None:
    """Its arcs follow one another round, and fall short of nothing."""
    loop = some_loop(part)

    assert bool(loop) == bool(impossible(part))
    assert all(one[1] == other[0] for one, other in zip(loop, (*loop[1:], *loop[:1]), strict=True))
    assert not loop or sum(each[2] for each in loop) < 0


@given(parts())
def test_the_bounds_over_the_hub_hold_for_every_way(part: list[Arc]) -> None:
    """They clear no arc of an impossible loop; where a loop passes the hub by, there are none."""
    bounds = hub_bounds(part)
    bad = impossible(part)
    if bounds is None:
        return
    for loop in bad:
        assert any(bounds.hub in each[:2] for each in loop)
        assert not any(bounds.clears(each) for each in loop)
    for loop in loops(part):
        (start, *rest) = loop
        days = sum(each[2] for each in rest)
        passes = any(each[0] == bounds.hub for each in rest[1:])
        least = bounds.least_over if passes or bounds.hub in start[:2] else bounds.least
        assert least(start[1], start[0]) <= days


def test_a_calendar_is_the_hub() -> None:
    """What is dated twice is impossible over it; what is tied to that with days to spare is cleared."""
    part = [
        *(arc("calendar", "siege", 5), arc("siege", "calendar", -9)),
        *(arc("calendar", "truce", 30), arc("truce", "calendar", -2)),
        *(arc("siege", "truce", 90), arc("truce", "siege", 90)),
    ]
    bounds = hub_bounds(part)

    assert bounds is not None
    assert bounds.hub == "calendar"
    assert [bounds.clears(each) for each in part] == [False, False, True, True, True, True]
    assert (bounds.least("siege", "truce"), bounds.least("truce", "calendar")) == (25, -2)
    assert bounds.least("fair", "truce") == bounds.least_over("fair", "truce") == float("inf")


def test_a_loop_that_passes_the_hub_by() -> None:
    """Two who each say that the other came first need no calendar, and then it bounds nothing."""
    part = [arc("calendar", each, 9) for each in "abc"] + [arc("a", "b", -1), arc("b", "a", -1)]

    assert hub_bounds(part) is None
    assert {each[:2] for each in some_loop(part)} == {("a", "b"), ("b", "a")}


def test_a_part_with_too_many_contradictions_is_searched_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more arcs would have to be cut, or more chains be tried, than is cheap, all stay suspected."""
    part = [arc("a", "b", 1), arc("b", "a", -2), arc("c", "d", 1), arc("d", "c", -2), arc("a", "c", 50)]

    assert [each[:2] for each in suspects(part, part)] == [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]
    monkeypatch.setattr(module, "_CHAINS_AT_MOST", 1)
    assert suspects(part, part) == part
    monkeypatch.setattr(module, "_CUT_AT_MOST", 1)
    assert suspects(part, part) == part
