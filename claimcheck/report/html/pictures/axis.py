"""Axes: where figures stand, as shares of a length, and the marks below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.report.html.pictures.strips import Tick, stand_apart
from claimcheck.values.intervals import figure

MOST_TICKS = 5
MARGIN = 0.06
_WIDE = 60
"""From this ratio of the greatest to the least figure on, an axis counts powers of ten."""


@frozen(kw_only=True)
class Axis:
    """A stretch of figures, from `low` to `high`; `is_powers` counts powers of ten."""

    low: float
    high: float
    is_powers: bool = False

    def at(self, number: float | Fraction) -> float:
        """Return where a figure stands, as a share of the length, kept within it."""
        value = math.log10(max(float(number), 1e-9)) if self.is_powers else _finite(number)
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


def _finite(number: float | Fraction) -> float:
    # A figure of any length may stand in a dossier; beyond a float's reach it stands at the axis' end.
    try:
        return float(number)
    except OverflowError:
        return math.copysign(1e300, number)


def figures_axis(bounds: Iterable[Fraction]) -> tuple[Axis, list[Tick]]:
    """Return an axis on which all figures stand, with a margin for what has no bound, and its marks."""
    numbers = sorted(set(bounds)) or [Fraction(0)]
    low, high = _finite(numbers[0]), _finite(numbers[-1])
    if low > 0 and high / low > _WIDE:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        axis = Axis(low=first - 0.2, high=last + 0.2, is_powers=True)
        steps = range(max(1, math.ceil((last - first) / MOST_TICKS)), last - first + 2)
        return axis, fitting(_power_ticks(axis, range(first, last + 1, step)) for step in steps)
    room = (high - low) * MARGIN or max(abs(low), 1.0) * MARGIN
    axis = Axis(low=low - room, high=high + room)
    least = round_step((axis.high - axis.low) / MOST_TICKS)
    return axis, fitting(_figure_ticks(axis, step) for step in coarser(least))


def _power_ticks(axis: Axis, powers: Iterable[int]) -> list[Tick]:
    figures = (Fraction(10) ** power for power in powers)
    return [Tick(at=axis.at(each), label=figure(each)) for each in figures]


def coarser(step: Fraction) -> Iterator[Fraction]:
    """Yield a round step and the next ones, each at least twice the one before."""
    for _ in range(6):
        yield step
        step = round_step(2 * float(step))


def _figure_ticks(axis: Axis, step: Fraction) -> list[Tick]:
    first = math.ceil(axis.low / float(step))
    marks = (step * n for n in range(first, first + MOST_TICKS + 2))
    return [
        Tick(at=axis.at(each), label=figure(each)) for each in marks if axis.low <= _finite(each) <= axis.high
    ]


def fitting(choices: Iterable[list[Tick]]) -> list[Tick]:
    """
    Return the first of some choices, each coarser than the one before, with labels that fit.

    One mark alone measures nothing, and is taken only where no two fit.
    """
    alone: list[Tick] = []
    for ticks in choices:
        if len(ticks) <= MOST_TICKS + 1 and stand_apart(ticks):
            if len(ticks) > 1:
                return ticks
            alone = alone or ticks
    return alone


def round_step(least: float) -> Fraction:
    """Return the least of 1, 2, 5 times a power of ten that is not below."""
    power = math.floor(math.log10(least))
    for factor in (1, 2, 5, 10):
        step = Fraction(factor) * Fraction(10) ** power
        if step >= least:
            return step
    return Fraction(10) ** (power + 1)
