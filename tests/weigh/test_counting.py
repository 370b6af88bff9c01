"""Counting lines: ways that share no source, and the fewest origins that supporters can hang on."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.ways import most_ways

SOURCES = "abcdef"


origin_sets = st.lists(
    st.frozensets(st.sampled_from(SOURCES), min_size=1, max_size=3), min_size=1, max_size=4
)
pairs = st.frozensets(st.sampled_from([frozenset(pair) for pair in combinations(SOURCES, 2)]), max_size=6)


def fewest_by_trying(sets: list[frozenset[str]], independent: frozenset[frozenset[str]]) -> int:
    """Return the fewest classes over every choice of one origin a supporter and every way to class them."""
    best = len(sets)
    for choice in product(*sets):
        chosen = sorted(set(choice))
        for labels in product(range(len(chosen)), repeat=len(chosen)):
            classes = dict(zip(chosen, labels, strict=True))
            if all(
                len({classes.get(each, each) for each in pair}) == 2
                for pair in independent
                if pair <= set(chosen)
            ):
                best = min(best, len(set(labels)))
    return best


@given(origin_sets, pairs)
def test_the_fewest_lines_are_the_fewest(
    sets: list[frozenset[str]], independent: frozenset[frozenset[str]]
) -> None:
    """
    The search finds the smallest number that trying everything finds.
    """
    assert fewest_lines(sets, independent) == fewest_by_trying(sets, independent)


def test_undeclared_origins_may_be_one() -> None:
    """
    Two sources of which nobody said how they stand to one another may be a single line.
    """
    assert fewest_lines([frozenset("a"), frozenset("b")], []) == 1
    assert fewest_lines([frozenset("a"), frozenset("b")], [frozenset("ab")]) == 2


def test_ten_witnesses_of_two_originals_are_two_ways_at_most() -> None:
    """
    Ten witnesses that all mixed two originals are two lines at most, and may all hang on one.
    """
    parents = {f"witness {number}": ["x", "y"] for number in range(10)}

    assert len(most_ways(list(parents), parents)) == 2
    assert fewest_lines([frozenset("xy")] * 10, []) == 1


def test_many_declared_sources_are_counted_without_a_search() -> None:
    """
    Two hundred sources that a historian declared independent of one another are two hundred lines.
    """
    sources = [f"source {number}" for number in range(200)]
    declared = [frozenset(pair) for pair in combinations(sources, 2)]

    assert fewest_lines([frozenset([source]) for source in sources], declared) == 200


def test_thousands_of_undeclared_sources_may_be_one_line() -> None:
    """
    However many there are, what nobody declared independent may be one.
    """
    assert fewest_lines([frozenset([f"source {number}"]) for number in range(5000)], []) == 1


def test_nobody_is_no_line() -> None:
    """
    Without supporters there is no line.
    """
    assert len(most_ways([], {})) == 0
    assert fewest_lines([], []) == 0
