"""Stretches of numbers counted in whole parts."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from claimcheck.values.quantities.stretches import Stretch

_ENDS = (None, 2, 4)
_ALL = [
    Stretch(low, high, 2, low_open, high_open)
    for low, high, low_open, high_open in product(_ENDS, _ENDS, (False, True), (False, True))
    if not (low is None and low_open) and not (high is None and high_open)
]
_FULL = [stretch for stretch in _ALL if not stretch.is_empty()]
_PAIRS = list(product(_FULL, _FULL))


def test_an_empty_stretch_makes_no_run() -> None:
    """A stretch becomes a run exactly when some number lies in it."""
    for stretch in _ALL:
        if stretch.is_empty():
            with pytest.raises(ValueError, match="no number lies between"):
                stretch.run()
        else:
            assert stretch.run().low == (None if stretch.low is None else Fraction(stretch.low, 2))


def test_stretches_hold_join_and_meet_as_their_runs_do() -> None:
    """Containment, the smallest common stretch, and the common part are those of the exact numbers."""
    for a, b in _PAIRS:
        both = a.meet(b)

        assert a.holds(b) == b.run().within(a.run())
        assert a.join(b).run() == a.run().join(b.run())
        assert both.is_empty() != a.run().meets(b.run())
        assert both.is_empty() or (both.run().within(a.run()) and both.run().within(b.run()))


def test_parts_of_different_size_meet() -> None:
    """From a half to two thirds: thirds and halves are counted in sixths."""
    assert str(Stretch(1, 3, 2).meet(Stretch(1, 2, 3)).run()) == "0.5 to 2/3"


def test_a_factor_multiplies_every_number() -> None:
    """Three halves of one to two are one and a half to three."""
    assert str(Stretch(1, 2, 1, high_open=True).times(Fraction(3, 2)).run()) == "1.5 to under 3"
