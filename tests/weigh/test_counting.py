"""Counting lines: ways that share no source, and the fewest origins that supporters can hang on."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.weigh.fewest import Fewest, fewest_lines
from claimcheck.weigh.ways import most_ways

SOURCES = "abcdefgh"

origin_sets = st.lists(
    st.frozensets(st.sampled_from(SOURCES), min_size=1, max_size=3), min_size=1, max_size=40
)
pairs = st.frozensets(st.sampled_from([frozenset(pair) for pair in combinations(SOURCES, 2)]), max_size=28)


def fewest_by_trying(sets: list[frozenset[str]], independent: Collection[frozenset[str]]) -> int:
    """Return the fewest classes over every choice of origins that hits every set."""
    names = sorted(frozenset().union(*sets))
    return min(
        classes_by_trying(chosen, independent)
        for size in range(1, len(names) + 1)
        for chosen in combinations(names, size)
        if not any(each.isdisjoint(chosen) for each in sets)
    )


def classes_by_trying(chosen: tuple[str, ...], independent: Collection[frozenset[str]]) -> int:
    """Return the fewest classes without an independent pair, by trying the first with every subset."""

    @cache
    def fewest(left: frozenset[str]) -> int:
        if not left:
            return 0
        first, *others = sorted(left)
        return 1 + min(
            fewest(left - {first, *joined})
            for size in range(len(others) + 1)
            for joined in combinations(others, size)
            if not any(frozenset(pair) in independent for pair in combinations((first, *joined), 2))
        )

    return fewest(frozenset(chosen))


@settings(deadline=None)
@given(origin_sets, pairs)
def test_the_fewest_lines_are_the_fewest(
    sets: list[frozenset[str]], independent: frozenset[frozenset[str]]
) -> None:
    """
    The search finds the smallest number that trying everything finds, with forty supporters too.
    """
    assert fewest_lines(sets, independent) == Fewest(fewest_by_trying(sets, independent))


def test_a_hundred_sets_are_searched() -> None:
    """
    Every three of eight origins, all independent: six must be taken to hit all 56; of nine, seven for 84.
    """
    for names, fewest in (("abcdefgh", 6), ("abcdefghi", 7)):
        sets = [frozenset(three) for three in combinations(names, 3)]
        independent = [frozenset(pair) for pair in combinations(names, 2)]

        assert fewest_lines(sets, independent) == Fewest(fewest)


def test_what_is_not_searched_to_its_end_is_a_lower_bound() -> None:
    """
    Where trying takes too long the answer says so, and is not above the smallest number.
    """
    names = [str(number) for number in range(40)]
    sets = [frozenset((names[place], names[(place + step) % 40])) for place in range(40) for step in (1, 7)]
    independent = [frozenset(pair) for pair in combinations(names, 2)]
    found = fewest_lines(sets, independent)

    assert not found.is_exact
    assert found.number <= 20


def test_undeclared_origins_may_be_one() -> None:
    """
    Two sources of which nobody said how they stand to one another may be a single line.
    """
    assert fewest_lines([frozenset("a"), frozenset("b")], []) == Fewest(1)
    assert fewest_lines([frozenset("a"), frozenset("b")], [frozenset("ab")]) == Fewest(2)


def test_ten_witnesses_of_two_originals_are_two_ways_at_most() -> None:
    """
    Ten witnesses that all mixed two originals are two lines at most, and may all hang on one.
    """
    parents = {f"witness {number}": ["x", "y"] for number in range(10)}

    assert len(most_ways(list(parents), parents)) == 2
    assert fewest_lines([frozenset("xy")] * 10, []) == Fewest(1)


def test_many_declared_sources_are_counted_without_a_search() -> None:
    """
    Two hundred sources that a historian declared independent of one another are two hundred lines.
    """
    sources = [f"source {number}" for number in range(200)]
    declared = [frozenset(pair) for pair in combinations(sources, 2)]

    assert fewest_lines([frozenset([source]) for source in sources], declared) == Fewest(200)


def test_thousands_of_undeclared_sources_may_be_one_line() -> None:
    """
    However many there are, what nobody declared independent may be one.
    """
    assert fewest_lines([frozenset([f"source {number}"]) for number in range(5000)], []) == Fewest(1)


def test_nobody_is_no_line() -> None:
    """
    Without supporters there is no line.
    """
    assert len(most_ways([], {})) == 0
    assert fewest_lines([], []) == Fewest(0)
