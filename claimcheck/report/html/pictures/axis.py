"""Axes: where figures and days stand, as shares of a length, and the marks below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.report.html.pictures.strips import Tick
from claimcheck.values.intervals import figure
from claimcheck.values.span import day_number, year_month_day

_MOST_TICKS = 5
_MARGIN = 0.06
_WIDE = 60
"""From this ratio of the greatest to the least figure on, an axis counts powers of ten."""

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


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
        step = max(1, math.ceil((last - first) / _MOST_TICKS))
        axis = Axis(low=first - 0.2, high=last + 0.2, is_powers=True)
        powers = [Fraction(10) ** power for power in range(first, last + 1, step)]
        return axis, [Tick(at=axis.at(each), label=figure(each)) for each in powers]
    room = (high - low) * _MARGIN or max(abs(low), 1.0) * _MARGIN
    axis = Axis(low=low - room, high=high + room)
    step_ = _round_step((axis.high - axis.low) / _MOST_TICKS)
    first_tick = math.ceil(axis.low / float(step_))
    marks = [step_ * n for n in range(first_tick, first_tick + _MOST_TICKS + 2)]
    return axis, [
        Tick(at=axis.at(each), label=figure(each)) for each in marks if axis.low <= _finite(each) <= axis.high
    ]


def _round_step(least: float) -> Fraction:
    """Return the least of 1, 2, 5 times a power of ten that is not below."""
    power = math.floor(math.log10(least))
    for factor in (1, 2, 5, 10):
        step = Fraction(factor) * Fraction(10) ** power
        if step >= least:
            return step
    return Fraction(10) ** (power + 1)


def days_axis(days: Iterable[int]) -> tuple[Axis, list[Tick]]:
    """Return an axis of days on which all of these stand, a day's whole length each, and its marks."""
    known = sorted(days) or [0]
    first, last = known[0], known[-1] + 1
    room = max(1.0, (last - first) * _MARGIN)
    axis = Axis(low=first - room, high=last + room)
    return axis, [Tick(at=axis.at(day), label=label) for day, label in _day_marks(axis.low, axis.high)]


def _day_marks(low: float, high: float) -> Iterator[tuple[int, str]]:
    n_days = high - low
    if n_days <= _MOST_TICKS * 14:
        step = next(each for each in (1, 2, 5, 7, 14) if n_days / each <= _MOST_TICKS or each == 14)
        year_told = None
        for day in range(math.ceil(low), math.floor(high) + 1, step):
            year, month, day_of_month = year_month_day(day)
            told = "" if year == year_told else f" {_year(year)}"
            year_told = year
            yield day, f"{day_of_month} {_MONTHS[month - 1]}{told}"
        return
    first_year, last_year = year_month_day(math.ceil(low))[0], year_month_day(math.floor(high))[0]
    months = n_days / 30.4
    if months <= _MOST_TICKS * 6:
        step = next(each for each in (1, 2, 3, 6) if months / each <= _MOST_TICKS or each == 6)
        for year in range(first_year, last_year + 1):
            for month in range(1, 13, step):
                day = day_number(year, month, 1)
                if low <= day <= high:
                    yield day, f"{_MONTHS[month - 1]} {_year(year)}"
        return
    years = int(_round_step(max(1.0, n_days / 365.25 / _MOST_TICKS)))
    for year in range(-(-first_year // years) * years, last_year + 1, years):
        if low <= day_number(year, 1, 1) <= high:
            yield day_number(year, 1, 1), _year(year)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
