"""Sets of points against sets that are listed in full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.points import ANYTHING, Points

WORLD = frozenset("abcdef")
# One point that no set names: what "everything but" always holds, since the world has no last person.
BEYOND = "beyond"

subsets = st.frozensets(st.sampled_from(sorted(WORLD)), max_size=4)
point_sets = st.builds(Points, subsets.filter(bool)) | st.builds(
    lambda points: Points(points, but=True), subsets
)


def _listed(points: Points) -> frozenset[str]:
    everything = WORLD | {BEYOND}
    return everything - points.points if points.but else points.points


@given(point_sets, point_sets)
def test_meeting_and_holding_are_those_of_sets(a: Points, b: Points) -> None:
    """Two sets meet, lie in one another and are equal exactly when their listed members say so."""
    assert a.meets(b) == bool(_listed(a) & _listed(b))
    assert a.within(b) == (_listed(a) <= _listed(b))
    assert a.equals(b) == (_listed(a) == _listed(b))


@given(subsets.filter(bool), subsets.filter(bool))
def test_two_sets_exhaust_a_closed_list_together(a: frozenset[str], b: frozenset[str]) -> None:
    """With a closed list two sets exhaust it when nothing of it is left; without one nothing is known."""
    closed_a, closed_b = Points.of(a, every="abc"), Points.of(b, every="abc")

    assert closed_a.exhausts_with(closed_b) == (frozenset("abc") <= a | b)
    assert not Points.of(a).exhausts_with(Points.of(b))


@given(point_sets)
def test_anything_holds_every_set(points: Points) -> None:
    """Whatever is possible at all lies within anything."""
    assert points.within(ANYTHING)
    assert points.meets(ANYTHING)


def test_nothing_is_no_set() -> None:
    """A set of points without points is refused."""
    with pytest.raises(ValueError):
        Points(frozenset())


def test_a_set_is_named_in_words() -> None:
    """A set shows its words, or its points in order, or what it leaves out."""
    assert str(Points.of("ba")) == "a or b"
    assert str(Points.of("a", words="Ada")) == "Ada"
    assert str(Points(frozenset("a"), but=True)) == "anything but a"
    assert str(Points(frozenset(), but=True)) == "anything"
