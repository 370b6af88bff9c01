"""Ways that are left when sources fall, against counting them from the start."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.weigh.tipping.detours import ways_left
from claimcheck.weigh.ways import most_ways

SOURCES = "abcdefghij"


@st.composite
def stemmata(draw: st.DrawFn) -> dict[str, list[str]]:
    """Derivations among ten sources, each only from earlier letters, so that there is no cycle."""
    return {
        child: draw(st.lists(st.sampled_from(SOURCES[:place]), max_size=3, unique=True))
        for place, child in enumerate(SOURCES)
        if place
    }


# A detour is needed in few of the examples.
@settings(max_examples=3 * settings().max_examples)
@given(
    stemmata(),
    st.lists(st.sampled_from(SOURCES), min_size=1, max_size=6, unique=True),
    st.frozensets(st.sampled_from(SOURCES), max_size=4),
)
def test_detours_are_all_found(
    parents: dict[str, list[str]], starts: list[str], blocked: frozenset[str]
) -> None:
    """
    Keeping the ways that run and looking for detours counts as many as looking for all ways anew.
    """
    ways = most_ways(starts, parents).paths

    assert ways_left(ways, starts, parents, blocked) == len(most_ways(starts, parents, blocked=blocked))


def test_a_detour_moves_another_way() -> None:
    """
    The only detour leads through a source of a running way, which can go elsewhere from there.
    """
    parents = {"a": ["x", "y"], "b": ["y", "z"]}

    assert ways_left([("a", "y"), ("b", "z")], "ab", parents, "z") == 2
