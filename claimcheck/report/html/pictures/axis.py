"""Axes: where figures and days stand, as shares of a length, and the marks below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.report.html.pictures.strips import Tick, stand_apart
from claimcheck.values.intervals import figure
from claimcheck.values.span import day_number, year_month_day

_MOST_TICKS = 5
_MOST_DAYS_APART = 14
"""Where marks would stand further apart than this, they are the first days of months."""

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
        axis = Axis(low=first - 0.2, high=last + 0.2, is_powers=True)
        steps = range(max(1, math.ceil((last - first) / _MOST_TICKS)), last - first + 2)
        return axis, _fitting(_power_ticks(axis, range(first, last + 1, step)) for step in steps)
    room = (high - low) * _MARGIN or max(abs(low), 1.0) * _MARGIN
    axis = Axis(low=low - room, high=high + room)
    least = _round_step((axis.high - axis.low) / _MOST_TICKS)
    return axis, _fitting(_figure_ticks(axis, step) for step in _coarser(least))


def _power_ticks(axis: Axis, powers: Iterable[int]) -> list[Tick]:
    figures = (Fraction(10) ** power for power in powers)
    return [Tick(at=axis.at(each), label=figure(each)) for each in figures]


def _coarser(step: Fraction) -> Iterator[Fraction]:
    """Yield a round step and the next ones, each at least twice the one before."""
    for _ in range(6):
        yield step
        step = _round_step(2 * float(step))


def _figure_ticks(axis: Axis, step: Fraction) -> list[Tick]:
    first = math.ceil(axis.low / float(step))
    marks = (step * n for n in range(first, first + _MOST_TICKS + 2))
    return [
        Tick(at=axis.at(each), label=figure(each)) for each in marks if axis.low <= _finite(each) <= axis.high
    ]


def _fitting(choices: Iterable[list[Tick]]) -> list[Tick]:
    """
    Return the first of some choices, each coarser than the one before, with labels that fit.

    One mark alone measures nothing, and is taken only where no two fit.
    """
    alone: list[Tick] = []
    for ticks in choices:
        if len(ticks) <= _MOST_TICKS + 1 and stand_apart(ticks):
            if len(ticks) > 1:
                return ticks
            alone = alone or ticks
    return alone


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
    choices = (
        [Tick(at=axis.at(day), label=label) for day, label in marks if axis.low <= day <= axis.high]
        for marks in _day_marks(math.ceil(axis.low), math.floor(axis.high))
    )
    return axis, _fitting(choices)


def _day_marks(first: int, last: int) -> Iterator[list[tuple[int, str]]]:
    """
    Yield days with their labels, from every day to every thousandth year: each time fewer of them.

    The last are two days of which the labels always fit, for stretches that end where no other mark stands.
    """
    n_days = last - first
    for step in (1, 2, 5, 7, 14, 21, 28):
        if n_days <= min(step, _MOST_DAYS_APART) * _MOST_TICKS:
            yield _by_days(range(first, last + 1, step))
    first_year, last_year = year_month_day(first)[0], year_month_day(last)[0]
    for step in (1, 2, 3, 6):
        if n_days <= step * _MOST_TICKS * 31:
            months = (
                (day_number(year, month, 1), _MONTHS[month - 1])
                for year in range(first_year, last_year + 1)
                for month in range(1, 13, step)
            )
            yield list(_with_years((day, label) for day, label in months if first <= day <= last))
    for each in _coarser(_round_step(max(1.0, n_days / 365.25 / _MOST_TICKS))):
        years = int(each)
        begin = -(-first_year // years) * years
        yield [(day_number(year, 1, 1), _year(year)) for year in range(begin, last_year + 1, years)]
    yield _by_days((first + n_days // 4, first + 3 * n_days // 4))


def _by_days(days: Iterable[int]) -> list[tuple[int, str]]:
    parts = ((day, year_month_day(day)) for day in days)
    return list(
        _with_years((day, f"{day_of_month} {_MONTHS[month - 1]}") for day, (_, month, day_of_month) in parts)
    )


def _with_years(marks: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield days with their labels, and with the year where it is another than before."""
    year_told = None
    for day, label in marks:
        year = year_month_day(day)[0]
        yield day, label if year == year_told else f"{label} {_year(year)}"
        year_told = year


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
