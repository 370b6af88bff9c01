"""What a sweep leaves out is what comparing would have found apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.groups import Group, Relations, compare_groups
from claimcheck.compare.sweep import meeting_pairs
from claimcheck.model.question import Question
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.quantity import KIND
from claimcheck.values.region import Bounds
from claimcheck.values.relation import Relation, Stance
from tests.strategies import REGIONS, stances, values

kinds_on_a_line = pytest.mark.parametrize("kind", ["quantity", "date", "order"])
_numbers = st.integers(0, 9)
_closed = st.builds(lambda low, length: (low, low + length), _numbers, _numbers)
_stretches: st.SearchStrategy[Bounds] = st.one_of(
    _closed, st.tuples(st.none(), _numbers), st.tuples(_numbers, st.none()), st.just((None, None))
)


@given(st.lists(_stretches, max_size=8))
def test_each_pair_that_meets_is_found_once(stretches: list[Bounds]) -> None:
    """
    The sweep yields the pairs that looking at every pair would yield, and none twice.
    """

    def meets(a: Bounds, b: Bounds) -> bool:
        return all(low is None or high is None or low <= high for low, high in ((a[0], b[1]), (b[0], a[1])))

    found = list(meeting_pairs(stretches))
    every = combinations(range(len(stretches)), 2)

    assert sorted(found) == [(a, b) for a, b in every if meets(stretches[a], stretches[b])]


@kinds_on_a_line
@given(data=st.data())
def test_regions_meet_within_their_bounds(kind: str, data: st.DataObject) -> None:
    """
    Two regions of which the bounds lie apart do not meet.
    """
    a, b = data.draw(REGIONS[kind]), data.draw(REGIONS[kind])
    bounds = a.bounds(), b.bounds()

    assert bounds[0] is not None
    assert bounds[1] is not None
    assert not a.meets(b) or list(meeting_pairs([bounds[0], bounds[1]]))


@kinds_on_a_line
@given(data=st.data())
def test_every_pair_has_the_relation_that_comparing_gives(kind: str, data: st.DataObject) -> None:
    """
    Whatever the sweep spares, the relation of two groups is that of comparing them.
    """
    groups = data.draw(st.lists(_groups(kind), min_size=2, max_size=3))
    question = Question(id="q", asks="?", kind=kind, several_answers=data.draw(st.booleans()))
    relations = Relations(question, tuple(groups))

    for a, b in combinations(range(len(groups)), 2):
        outcome = compare_groups(groups[a], groups[b], question)
        assert relations.between(a, b) == outcome
        assert relations.between(b, a) == outcome.turned()


def _groups(kind: str) -> st.SearchStrategy[Group]:
    return st.builds(
        Group,
        stance=stances,
        value=values(kind, most_readings=2),
        is_telling=st.booleans(),
        speaker=st.sampled_from(["", "monk"]),
        attestations=st.just(()),
    )


def test_distant_figures_are_not_compared() -> None:
    """
    A figure is compared with those that it may meet, and with denials, but not with figures far away.
    """
    texts = (("3,000", Stance.AFFIRMS), ("9,000", Stance.AFFIRMS), ("some 3,100", Stance.AFFIRMS))
    groups = tuple(
        Group(stance=stance, value=KIND.read(text, NO_CONTEXT), is_telling=False, speaker="", attestations=())
        for text, stance in (*texts, ("9,000", Stance.DENIES))
    )
    relations = Relations(Question(id="q", asks="?", kind="quantity"), groups)

    assert relations.near == ((2, 3), (3,), (0, 3), (0, 1, 2))
    assert relations.between(0, 1).relation is Relation.NECESSARY_CONFLICT
