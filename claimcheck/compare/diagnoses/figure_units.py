"""Causes of differing figures that lie in the unit: one was given, or converted, as if it were another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

from claimcheck.compare.diagnoses.digits import alike_by_chance
from claimcheck.compare.diagnoses.slips import dozen, unit_pairs
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.intervals import figure
from claimcheck.values.quantities.figures import grain_of
from claimcheck.values.quantities.units import Unit, base_of, unit_by_id

_MOST_COUNTED = 999
"""Figures of up to three digits are counted one by one; of longer ones no rate is told."""

_MOST_GRAIN = Fraction(1, 20)
"""A figure whose last digit is more than a twentieth of it fits too many factors; ours."""

_Sized = tuple[Fraction, Fraction]
"""A figure as printed, and its size in the base unit."""


def unit_causes(small: _Sized, large: _Sized, dimension: str) -> Iterator[Diagnosis]:
    """
    Yield that the ratio of two figures is that of two units, as near as the digits of either tell.

    Units of the dimension that is stated are looked at; without any, only the dozen.
    """
    if small[1] == large[1]:
        return
    if small[0] == large[0]:
        yield Diagnosis(
            code="same-figure-other-unit",
            text=f"both give {figure(small[0])}, in different units: one may have changed the unit and "
            "kept the figure",
            confirm_by="the unit in the original",
            by_chance=alike_by_chance(small[0]),
        )
        return
    slack = _slack(small[0], large[0]) if dimension else Fraction(0)
    if slack is None:
        return
    ratio = large[1] / small[1]
    for name, other, factor in _factors(dimension):
        if abs(ratio / factor - 1) <= slack:
            yield Diagnosis(
                code="unit-factor",
                text=_words(small[1], large[1], name, other, factor, dimension),
                confirm_by="the unit in the original",
                by_chance=_chance(small, large, dimension),
            )
            return


def _words(small: Fraction, large: Fraction, name: str, other: str, factor: Fraction, dimension: str) -> str:
    """Return both sizes in the base unit and whose ratio theirs is."""
    unit = f"in {base_of(dimension).replace('-', ' ')}s, " if dimension else ""
    return (
        f"{unit}{float(large):,.6g} is about {float(factor):.4g} times {float(small):,.6g}, "
        f"as {other} is to {name}: one may have been given or converted as if it were "
        "the other"
    )


@cache
def _factors(dimension: str) -> tuple[tuple[str, str, Fraction], ...]:
    """Return smaller unit, larger unit and their ratio for a dimension; for counts, one and a dozen."""
    if not dimension:
        return (("a single one", "a dozen", Fraction(dozen())),)
    found = []
    for pair in unit_pairs():
        units = [unit for unit in map(unit_by_id, pair) if unit is not None and unit.dimension == dimension]
        if len(units) == len(pair):
            low, high = sorted(units, key=lambda unit: unit.factor)
            found.append((_name(low), _name(high), high.factor / low.factor))
    return tuple(found)


def _name(unit: Unit) -> str:
    return f"the {unit.id.replace('-', ' ')}"


def _slack(*printed: Fraction) -> Fraction | None:
    """Return half a unit of the coarser last digit as a share of its figure; None when it is too coarse."""
    coarsest = max(grain_of(number) / number for number in printed)
    return coarsest / 2 if coarsest <= _MOST_GRAIN else None


def _chance(small: _Sized, large: _Sized, dimension: str) -> Chance | None:
    """Return how many pairs of figures as finely given as these have the ratio of some units."""
    steps = [grain_of(printed) for printed, _size in (small, large)]
    counts = [printed / step for (printed, _size), step in zip((small, large), steps, strict=True)]
    if max(counts) > _MOST_COUNTED or any(count.denominator != 1 for count in counts):
        return None
    sizes = [size / count for (_printed, size), count in zip((small, large), counts, strict=True)]
    n_digits = [len(str(int(count))) for count in counts]
    return _counted(n_digits[0], n_digits[1], sizes[1] / sizes[0], dimension)


@lru_cache(maxsize=4096)
def _counted(n_digits: int, m_digits: int, size: Fraction, dimension: str) -> Chance | None:
    """Return the share of pairs n, m of so many digits where `m * size / n` is the ratio of some units."""
    ours, theirs = _alike(n_digits), _alike(m_digits)
    found = set()
    for _name, _other, factor in _factors(dimension):
        scale = size / factor
        for n in ours:
            # Things are counted whole, so that a dozen of them is exact.
            partners = _partners(n, scale) if dimension else [int(n / scale)] * ((n / scale).denominator == 1)
            found |= {(n, m) for m in partners if m in theirs}
    words = f"pairs of figures of {n_digits} and {m_digits} digits before the zeros"
    return Chance(share=Fraction(len(found), len(ours) * len(theirs)), pairs=words) if found else None


@cache
def _alike(n_digits: int) -> frozenset[int]:
    """Return all figures of so many digits that do not end in a zero: closing zeros are left out."""
    return frozenset(n for n in range(10 ** (n_digits - 1), 10**n_digits) if n % 10)


def _partners(n: int, scale: Fraction) -> Iterator[int]:
    """Yield each m for which `m * scale / n` is 1 to half a unit of the coarser of n and m."""
    if Fraction(1, n) > _MOST_GRAIN:
        return
    middle = n / scale
    reach = int(middle / min(n, int(middle) or 1)) + 2
    # |m * scale / n - 1| <= 1 / (2 * min(n, m)), in whole numbers.
    p, q = scale.numerator, scale.denominator
    for m in range(max(1, int(middle) - reach), int(middle) + reach + 1):
        if m * _MOST_GRAIN >= 1 and abs(m * p - n * q) * 2 * min(n, m) <= n * q:
            yield m
