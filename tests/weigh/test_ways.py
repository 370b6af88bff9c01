"""Separate ways from supporters to origins: their number, the paths, and the cut that certifies them."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.weigh.ways import Ways, most_ways

SOURCES = "abcdefg"

Parents = dict[str, list[str]]


@st.composite
def descents(draw: st.DrawFn) -> Parents:
    """Derivations among seven sources, each only from earlier letters, so that there is no cycle."""
    return {
        child: draw(st.lists(st.sampled_from(SOURCES[:place]), max_size=3, unique=True))
        for place, child in enumerate(SOURCES)
        if place
    }


some_sources = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=5, unique=True)
few_sources = st.frozensets(st.sampled_from(SOURCES), max_size=3)


def reaches_origin(source: str, parents: Parents, fallen: frozenset[str]) -> bool:
    """Tell whether a source still leads up to an origin when these have fallen."""
    if source in fallen:
        return False
    above = parents.get(source, [])
    return not above or any(reaches_origin(parent, parents, fallen) for parent in above)


def smallest_cut(chosen: list[str], parents: Parents, blocked: frozenset[str], freed: frozenset[str]) -> int:
    """Return the fewest sources, by trying all, whose fall beside the blocked cuts every supporter off."""
    may_fall = [each for each in SOURCES if each not in freed or each in chosen]
    return next(
        size
        for size in range(len(SOURCES) + 1)
        for fallen in combinations(may_fall, size)
        if not any(reaches_origin(each, parents, blocked | set(fallen)) for each in chosen)
    )


def assert_certified(
    ways: Ways,
    chosen: list[str],
    parents: Parents,
    *,
    blocked: frozenset[str] = frozenset(),
    freed: frozenset[str] = frozenset(),
) -> None:
    """Fail unless the paths are separate ways and the cut cuts everything, one source of each path."""
    counting = [[each for each in path if each not in freed or each in chosen] for path in ways.paths]
    assert len(set().union(*counting)) == sum(map(len, counting))
    for path in ways.paths:
        assert path[0] in chosen
        assert not parents.get(path[-1])
        assert all(parent in parents[child] for child, parent in pairwise(path))
        assert blocked.isdisjoint(path)
    assert all(each in path for each, path in zip(ways.cut, counting, strict=True))
    assert not any(reaches_origin(each, parents, blocked | set(ways.cut)) for each in chosen)


@given(descents(), some_sources, few_sources, few_sources)
def test_ways_and_cut_certify_one_another(
    parents: Parents, chosen: list[str], blocked: frozenset[str], freed: frozenset[str]
) -> None:
    """
    There are as many separate ways as sources must fall to cut them all, and both are named.
    """
    ways = most_ways(chosen, parents, blocked=blocked, freed=freed)

    assert_certified(ways, chosen, parents, blocked=blocked, freed=freed)
    assert len(ways) == smallest_cut(chosen, parents, blocked, freed)


@given(descents(), some_sources, st.sampled_from(SOURCES))
def test_a_copy_adds_no_way_and_an_independent_source_one(
    parents: Parents, chosen: list[str], original: str
) -> None:
    """
    Whoever copies one of the supporters adds nothing; whoever depends on nobody adds one at most.
    """
    copied = most_ways([*chosen, "copy"], parents | {"copy": [chosen[0]]})
    joined = most_ways(dict.fromkeys([*chosen, original]), parents)

    before = len(most_ways(chosen, parents))
    assert len(copied) == before
    assert before <= len(joined) <= before + 1
    assert len(most_ways([*chosen, "stranger"], parents)) == before + 1


@given(descents(), some_sources, few_sources, st.sampled_from(SOURCES))
def test_a_fallen_source_costs_one_way_at_most(
    parents: Parents, chosen: list[str], blocked: frozenset[str], falls: str
) -> None:
    """
    When a source falls, one way goes with it or none; its copies become no origins.
    """
    before = len(most_ways(chosen, parents, blocked=blocked))

    assert before - 1 <= len(most_ways(chosen, parents, blocked=blocked | {falls})) <= before


@given(descents(), some_sources, st.permutations(SOURCES))
def test_names_make_no_difference(parents: Parents, chosen: list[str], names: list[str]) -> None:
    """
    Under other names the same ways are found and the same sources cut them.
    """
    other = dict(zip(SOURCES, names, strict=True))
    renamed = {other[child]: [other[each] for each in above] for child, above in parents.items()}
    ways = most_ways(chosen, parents)

    assert most_ways([other[each] for each in chosen], renamed) == Ways(
        paths=tuple(tuple(other[each] for each in path) for path in ways.paths),
        cut=tuple(other[each] for each in ways.cut),
    )


def test_a_hundred_copies_are_one_way() -> None:
    """
    However many copied it, one original is one line, and the original is what they all hang on.
    """
    parents = {f"copy {number}": ["original"] for number in range(100)}
    ways = most_ways(list(parents), parents)

    assert len(ways) == 1
    assert ways.cut == ("original",)


def test_a_compiler_of_two_originals_is_one_way() -> None:
    """
    One witness that mixes two originals has two origins and is a single line.
    """
    assert most_ways(["compiler"], {"compiler": ["x", "y"]}).cut == ("compiler",)


def test_an_archetype_is_freed_for_reading_its_text() -> None:
    """
    For an event the archetype is one source; for its text its copies count, through which it is read.
    """
    parents = {"a": ["archetype"], "b": ["archetype"]}

    assert most_ways("ab", parents).cut == ("archetype",)
    assert most_ways("ab", parents, freed={"archetype"}) == Ways(
        paths=(("a", "archetype"), ("b", "archetype")), cut=("a", "b")
    )


def test_an_archetype_at_hand_counts_even_when_freed() -> None:
    """
    Where the archetype itself is read, its copies add nothing.
    """
    parents = {"a": ["archetype"], "b": ["archetype"]}

    assert most_ways(["a", "b", "archetype"], parents, freed={"archetype"}).cut == ("archetype",)


def test_what_has_fallen_leaves_no_origins_behind() -> None:
    """
    The copies of a source that fell fall with it.
    """
    parents = {"copy": ["forgery"]}

    assert most_ways(["copy", "other"], parents, blocked={"forgery"}).paths == (("other",),)
    assert most_ways(["copy"], parents, blocked={"forgery"}) == Ways()


def test_circles_lead_nowhere() -> None:
    """
    Sources that have it only from one another reach no origin.
    """
    assert most_ways(["a"], {"a": ["b"], "b": ["a"]}) == Ways()
    assert most_ways(["a"], {"a": ["b", "c"], "b": ["a"]}).paths == (("a", "c"),)


def test_long_chains_and_large_nets_are_counted() -> None:
    """
    Neither the depth nor the number of copies is bounded by the machine.
    """
    chain = {str(number): [str(number + 1)] for number in range(5_000)}
    assert len(most_ways(["0"], chain).paths[0]) == 5_001

    wide = 40
    net = {
        f"{row} {place}": [f"{row + 1} {(place + step) % wide}" for step in range(3)]
        for row in range(50)
        for place in range(wide)
    }
    assert len(most_ways([f"0 {place}" for place in range(wide)], net)) == wide
