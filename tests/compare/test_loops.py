"""Impossible loops in networks of bounds, against a plain search for days that fit."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.order.loops import find_loops
from claimcheck.compare.order.network import Arc, asserted, edges_of, inconsistent_parts, tolerated
from claimcheck.compare.order.search import Together
from claimcheck.compare.order.suspects import hub_bounds, suspects
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


Chain = tuple[Arc, ...]


def all_loops(arcs: list[Arc], may_meet: Together) -> list[Chain]:
    """Return every impossible loop that passes no moment twice, by trying; each from each of its arcs on."""
    found: list[Chain] = []

    def walk(chain: Chain) -> None:
        for arc in arcs:
            if arc[0] == chain[-1][1] and arc[1] not in {each[1] for each in chain}:
                longer = (*chain, arc)
                if arc[1] == chain[0][0]:
                    found.extend([longer] if counts(longer, may_meet) else [])
                else:
                    walk(longer)

    for arc in arcs:
        walk((arc,))
    return found


def counts(chain: Chain, may_meet: Together) -> bool:
    """Tell whether a chain misses by a day or more, in one reading, and of things that may meet."""
    readings = {choice for each in chain for choice in each[3].choices}
    grounds = attested_by(chain)
    return (
        sum(each[2] for each in chain) < 0
        and len({cause for cause, _choice in readings}) == len(readings)
        and all(may_meet(one, other) for one in grounds for other in grounds if one != other)
    )


def attested_by(chain: Chain) -> frozenset[str]:
    """Return the attestations that a chain rests on."""
    return frozenset(each[3].tie.ground for each in chain if not each[3].tie.is_rule)


def shortest_sets(arcs: list[Arc], may_meet: Together, told: frozenset[str]) -> list[set[frozenset[str]]]:
    """
    Return, for each attested arc on one, the sets of attestations of its shortest loops that need them all.

    `told` is told elsewhere: it makes larger sets needless, and isn't looked for itself.
    """
    every = all_loops(arcs, may_meet)
    sets = {attested_by(loop) for loop in every}
    least = [
        loop
        for loop in every
        if attested_by(loop) != told and not any(other < attested_by(loop) for other in sets)
    ]
    found = []
    for arc in arcs:
        through = [loop for loop in least if arc in loop]
        if through and not arc[3].tie.is_rule:
            fewest = min(len(loop) for loop in through)
            found.append({attested_by(loop) for loop in through if len(loop) == fewest})
    return found


def widest(bounds: tuple[int | None, ...], sign: int, margin: int | None) -> int | None:
    """Return the bound that all readings keep, widened by a margin; None where anything is open."""
    if margin is None or None in bounds:
        return None
    return sign * (max(sign * bound for bound in bounds if bound is not None) + margin)


@st.composite
def mixed_networks(draw: st.DrawFn) -> list[Tie]:
    """Up to seven attestations of four moments, plain, hedged or in two readings, and some rules."""
    nodes = ("a", "b", "c", "d")
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda pair: pair[0] != pair[1])
    ties: list[Tie] = []
    for from_, to in draw(st.lists(ends, max_size=2)):
        ties.append(tie(from_, to, 0, None, "rule", is_rule=True))
    for number, (from_, to) in enumerate(draw(st.lists(ends, min_size=2, max_size=7))):
        readings = [draw(some_bounds), *([draw(some_bounds)] if draw(st.integers(0, 3)) == 0 else [])]
        margin = draw(st.sampled_from((0, 0, 1, None)))
        lows, highs = zip(*readings, strict=True)
        for place, bounds in enumerate(readings):
            ties.append(
                Tie(
                    from_=from_,
                    to=to,
                    tight=bounds,
                    loose=(widest(lows, -1, margin), widest(highs, 1, margin)),
                    ground=f"t{number}",
                    reading=place if len(readings) > 1 else None,
                )
            )
    return ties


@given(mixed_networks(), st.sets(st.sampled_from(["t0 t1", "t1 t2", "t0 t3"])), st.booleans())
def test_each_link_has_its_shortest_loop(ties: list[Tie], apart: set[str], is_told: bool) -> None:
    """
    Every link on a loop that needs all of its attestations finds a shortest one among those told, of
    what is asserted and of what every reading and tolerance keeps. The oracle walks all loops there are.
    """

    def may_meet(one: str, other: str) -> bool:
        return " ".join(sorted((one, other))) not in apart

    told = frozenset(("t2", "t3")) if is_told else frozenset()
    edges = list(edges_of(ties))

    found = find_loops(
        ties,
        may_meet=may_meet,
        surely_meet=may_meet,
        is_told_elsewhere=lambda attested: is_told and frozenset(attested) == told,
    )

    shown = {frozenset(loop.attested): loop for loop in found.loops}
    assert found.is_complete
    assert told not in shown
    needed = shortest_sets(tolerated(edges), may_meet, told)
    for choices in needed:
        assert any(loop.is_necessary for key, loop in shown.items() if key in choices)
    # A necessary loop explains whatever a possible one with more attestations could tell.
    necessary = {key for key, loop in shown.items() if loop.is_necessary}
    for choices in shortest_sets(asserted(edges), may_meet, told):
        assert choices & shown.keys() or any(key < some for key in necessary for some in choices)
    every = [*all_loops(asserted(edges), may_meet), *all_loops(tolerated(edges), may_meet)]
    assert shown.keys() <= {attested_by(loop) for loop in every}
    assert shown.keys() or not {attested_by(loop) for loop in every} - {told}


@given(networks())
def test_a_part_is_cut_into_blocks_without_losing_a_loop(ties: list[Tie]) -> None:
    """
    Searched whole or in its blocks, a network has the same impossible loops.
    """
    arcs = asserted(edges_of(ties))
    in_parts = [loop for part in inconsistent_parts(arcs) for loop in all_loops(part, lambda _a, _b: True)]

    assert sorted(map(sorted, map(attested_by, in_parts))) == sorted(
        map(sorted, map(attested_by, all_loops(arcs, lambda _a, _b: True)))
    )


@given(networks())
def test_only_arcs_on_no_loop_are_cleared(ties: list[Tie]) -> None:
    """
    The quick look at a large part clears no arc that an impossible loop leads through.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimcheck.compare.order.suspects._WORTH_IT", 0)
        for part in inconsistent_parts(asserted(edges_of(ties))):
            on_loops = {id(arc) for loop in all_loops(part, lambda _a, _b: True) for arc in loop}

            assert on_loops <= {id(arc) for arc in suspects(part, part)}
            bounds = hub_bounds(part)
            assert bounds is None or on_loops <= {id(arc) for arc in part if not bounds.clears(arc)}


@given(networks())
def test_no_loop_holds_another(ties: list[Tie]) -> None:
    """
    What a smaller loop explains is not told again by a larger one.
    """
    attested = [set(loop.attested) for loop in find_loops(ties).loops]

    assert not any(a < b for a in attested for b in attested)


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_decides_nothing(ties: list[Tie], chance: Random) -> None:
    """
    Of loops that are equally short the same is told, so that a decision on it is not lost.
    """
    shuffled = chance.sample(ties, len(ties))

    assert {frozenset(loop.attested) for loop in find_loops(ties).loops} == {
        frozenset(loop.attested) for loop in find_loops(shuffled).loops
    }


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
