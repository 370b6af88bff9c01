"""Families of sets, against every set that they hold."""

from __future__ import annotations

import pytest
from hypothesis import given

from claimcheck.values.families import Family
from tests.strategies import NAMES, families

# A fifth name stands for everybody who is not named: an open family admits strangers.
WORLD = (*NAMES, "stranger", "another")
SETS = [frozenset(name for place, name in enumerate(WORLD) if bits >> place & 1) for bits in range(64)]


def members(family: Family) -> set[frozenset[str]]:
    """Return the sets of the small world that belong to a family, by the letter of its definition."""
    return {
        each
        for each in SETS
        if family.required <= each
        and not family.excluded & each
        and (family.allowed is None or each <= family.allowed)
        and len(each) >= family.fewest
    }


@given(families, families)
def test_families_are_the_sets_that_they_hold(a: Family, b: Family) -> None:
    """
    Meeting, lying within and equality are those of the sets of sets.
    """
    assert a.meets(b) == bool(members(a) & members(b))
    assert a.within(b) == (members(a) <= members(b))
    assert a.equals(b) == (members(a) == members(b))


def test_an_impossible_family_is_refused() -> None:
    """
    A member that is required and excluded leaves no set.
    """
    with pytest.raises(ValueError, match="no set of members"):
        Family(frozenset("a"), None, frozenset("a"))


@pytest.mark.parametrize(
    ("family", "words"),
    [
        (Family(frozenset("a"), frozenset("a")), "only a"),
        (Family(frozenset("a"), fewest=2), "a, with others"),
        (Family(fewest=2), "at least 2 together"),
        (Family(excluded=frozenset("ab")), "without a or b"),
        (Family(frozenset("a"), frozenset("abc")), "a, among a, b, c"),
        (Family(), "anybody"),
        (Family(frozenset("a"), words="the town"), "the town"),
    ],
)
def test_a_family_in_words(family: Family, words: str) -> None:
    """
    A family without words of its own is told by its bounds.
    """
    assert str(family) == words
