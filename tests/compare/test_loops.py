"""Impossible loops in networks of bounds, against a plain search for days that fit."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.order.loops import find_loops
from claimcheck.compare.order.ties import Tie

NODES = ("a", "b", "c")
Bounds = tuple[int | None, int | None]


def in_order(bounds: Bounds) -> bool:
    """Tell whether some number lies between the bounds."""
    low, high = bounds
    return low is None or high is None or low <= high


some_bounds: st.SearchStrategy[Bounds] = st.tuples(
    st.none() | st.integers(-2, 2), st.none() | st.integers(-2, 2)
).filter(in_order)


def tie(from_: str, to: str, low: int | None, high: int | None, ground: str, *, is_rule: bool = False) -> Tie:
    """Return a tie that tolerates no more than it asserts."""
    return Tie(from_=from_, to=to, tight=(low, high), loose=(low, high), ground=ground, is_rule=is_rule)


@st.composite
def networks(draw: st.DrawFn) -> list[Tie]:
    """Up to five ties between three nodes."""
    ends = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] != pair[1])
    drawn = draw(st.lists(st.tuples(ends, some_bounds), max_size=5))
    return [tie(from_, to, low, high, f"t{place}") for place, ((from_, to), (low, high)) in enumerate(drawn)]


def fits(ties: list[Tie]) -> bool:
    """Tell by trying whether some days fit all ties; ten days either side are more than five ties need."""
    for days in product(range(-10, 11), repeat=len(NODES) - 1):
        at = dict(zip(NODES, (0, *days), strict=True))
        gaps = ((at[each.to] - at[each.from_], each.tight) for each in ties)
        if all((low is None or gap >= low) and (high is None or gap <= high) for gap, (low, high) in gaps):
            return True
    return False


@given(networks())
def test_a_loop_is_found_just_when_nothing_fits(ties: list[Tie]) -> None:
    """
    A network has an impossible loop if and only if no days fit all of its ties.
    """
    assert bool(find_loops(ties).loops) == (not fits(ties))


@given(networks())
def test_every_loop_is_its_own_proof(ties: list[Tie]) -> None:
    """
    The ties of a loop alone leave no days, and its edges run on from one another.
    """
    for loop in find_loops(ties).loops:
        used = [each for each in ties if each.ground in loop.attested]

        assert loop.days < 0
        assert not fits(used)
        assert all(
            edge.head == following.tail
            for edge, following in zip(loop.edges, (*loop.edges[1:], loop.edges[0]), strict=True)
        )


@given(networks())
def test_no_loop_holds_another(ties: list[Tie]) -> None:
    """
    What a smaller loop explains is not told again by a larger one.
    """
    attested = [set(loop.attested) for loop in find_loops(ties).loops]

    assert not any(a < b for a in attested for b in attested)


def test_the_shortest_loop_is_told() -> None:
    """
    Of two chains that make a moment impossible, the one with fewer links is the explanation.
    """
    ties = [
        tie("a", "b", 3, None, "long march"),
        tie("a", "b", None, 1, "short march"),
        tie("b", "c", 0, 0, "same day"),
        tie("a", "c", None, 1, "arrival"),
    ]

    loops = find_loops(ties).loops

    assert [sorted(loop.attested) for loop in loops] == [
        ["long march", "short march"],
        ["arrival", "long march", "same day"],
    ]


def test_tolerance_decides_between_possible_and_necessary() -> None:
    """
    A loop that some tolerance opens is possible; one that none opens is necessary.
    """
    hedged = Tie(from_="a", to="b", tight=(3, 3), loose=(1, 5), ground="about three days")
    (open_loop,) = find_loops([hedged, tie("a", "b", None, 2, "two days at most")]).loops
    (closed_loop,) = find_loops([hedged, tie("a", "b", None, 0, "no day")]).loops

    assert not open_loop.is_necessary
    assert closed_loop.is_necessary


def test_two_readings_of_one_attestation_are_never_mixed() -> None:
    """
    Words that mean May or March make no loop by meaning both at once.
    """
    either = [
        Tie(from_="a", to="b", tight=(day, day), loose=(3, 5), ground="5/3", reading=number)
        for number, day in enumerate((3, 5))
    ]

    assert find_loops(either).loops == ()
    assert len(find_loops([*either, tie("a", "b", None, 4, "by the fourth")]).loops) == 1


def test_a_short_loop_hides_no_other() -> None:
    """
    A long contradiction is found beside a short one that has nothing to do with it.
    """
    chain = [tie("day", f"n{place}", place * 10, None, f"c{place}") for place in range(1, 6)]
    links = [tie(f"n{place}", f"n{place + 1}", 20, None, f"l{place}") for place in range(1, 5)]
    end = tie("day", "n5", None, 60, "end")
    short = [tie("day", "y", 9, None, "y"), tie("day", "z", None, 4, "z"), tie("y", "z", 0, 0, "same")]

    found = [set(loop.attested) for loop in find_loops([*chain, *links, end, *short]).loops]

    assert {"y", "z", "same"} in found
    assert any("end" in attested for attested in found)


def test_rules_alone_make_no_loop() -> None:
    """
    A register that contradicts itself is not a conflict of sources.
    """
    ties = [tie("a", "b", 1, None, "rule", is_rule=True), tie("a", "b", None, 0, "rule", is_rule=True)]

    assert find_loops(ties).loops == ()


def test_a_long_consistent_chain_is_quick() -> None:
    """
    Ten thousand events in order make no loop, and need no search for one.
    """
    ties = [tie(f"n{place}", f"n{place + 1}", 1, 2, f"t{place}") for place in range(10_000)]

    assert find_loops(ties).loops == ()
