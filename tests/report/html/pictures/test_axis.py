"""Axes: their marks stand in order, on the axis, few, and with labels that never touch."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.html.pictures.axis import figures_axis
from claimcheck.report.html.pictures.strips import Tick, stand_apart


@given(
    low=st.fractions(min_value=-(10**9), max_value=10**9),
    more=st.fractions(min_value=0, max_value=1000) | st.fractions(min_value=0, max_value=10**12),
)
def test_figures_are_marked_in_order_and_apart(low: Fraction, more: Fraction) -> None:
    """The same of figures, however large."""
    _axis, ticks = figures_axis([low, low + more])
    places = [tick.at for tick in ticks]

    assert places == sorted(places)
    assert stand_apart(ticks)
    assert len(ticks) <= 6


def test_labels_that_touch_are_told() -> None:
    """The law above looks at something: marks that stand too close do not stand apart."""
    assert not stand_apart([Tick(at=0.4, label="27 May 1918"), Tick(at=0.5, label="28 May")])
    assert not stand_apart([Tick(at=0.5, label="1" * 60)])
    assert stand_apart([Tick(at=0.1, label="27 May 1918"), Tick(at=0.9, label="28 May")])
