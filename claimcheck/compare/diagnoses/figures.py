"""Causes of differing figures: swapped digits, a lost zero, the thousands mark, different things counted."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.model.finding import Diagnosis
from claimcheck.values.intervals import Numbers, figure
from claimcheck.values.value import Value


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield the causes that two figures suggest, where each asserts a single number under some reading."""
    for left in sorted(_single_figures(a)):
        for right in sorted(_single_figures(b)):
            if left != right:
                yield from _figure_causes(left, right)


def _single_figures(value: Value) -> set[Fraction]:
    cores = (reading.core for reading in value.readings)
    return {
        core.low
        for core in cores
        if isinstance(core, Numbers) and core.low is not None and core.low == core.high
    }


def _figure_causes(left: Fraction, right: Fraction) -> Iterator[Diagnosis]:
    both = f"{figure(left)} and {figure(right)}"
    small, large = sorted((abs(left), abs(right)))
    ratio = large / small if small else None
    if ratio in (10, 100):
        yield Diagnosis(
            code="zero-lost",
            text=f"{both} differ by a factor of {ratio}: a zero may have been lost or added",
            confirm_by="the original figure, or a sum that it belongs to",
        )
    if ratio == 1000:
        yield Diagnosis(
            code="thousands-mark",
            text=f"{both} differ by a factor of 1,000: a thousands mark may have been read as a decimal one",
            confirm_by="the way in which the source writes other figures",
        )
    if _swapped(left, right):
        yield Diagnosis(
            code="digits-swapped",
            text=f"{both} have two neighbouring digits the other way round",
            confirm_by="the original figure",
        )


def _swapped(left: Fraction, right: Fraction) -> bool:
    if left.denominator != 1 or right.denominator != 1:
        return False
    a, b = str(left.numerator), str(right.numerator)
    places = [place for place in range(min(len(a), len(b))) if a[place] != b[place]]
    if len(a) != len(b) or len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return a[first] == b[second] and a[second] == b[first]
