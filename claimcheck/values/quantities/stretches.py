"""Numbers between two ends on the way to a value, with ends that are whole numbers of equal parts."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from claimcheck.values.intervals import Run


class Stretch(NamedTuple):
    """
    The numbers between two ends, each counted in parts of which `below` make one; None is no end.

    Whole numbers are multiplied and compared in a tenth of the time that fractions take, so that the ends
    become fractions only where the reading is made.
    """

    low: int | None
    high: int | None
    below: int
    low_open: bool = False
    high_open: bool = False

    def run(self) -> Run:
        """Return the stretch as a run of exact numbers; raise ValueError when it holds none."""
        low, high, below, low_open, high_open = self
        first = None if low is None else Fraction(low, below)
        last = first if low == high else None if high is None else Fraction(high, below)
        return Run(first, last, low_open=low_open, high_open=high_open)

    def times(self, factor: Fraction | int) -> Stretch:
        """Return the stretch with every number times a positive factor."""
        low, high, below, low_open, high_open = self
        above, parts = factor.as_integer_ratio()
        return Stretch(
            None if low is None else low * above,
            None if high is None else high * above,
            below * parts,
            low_open,
            high_open,
        )

    def is_empty(self) -> bool:
        """Tell whether no number lies between the ends."""
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or self.low_open or self.high_open

    def holds(self, inner: Stretch) -> bool:
        """Tell whether every number of a stretch of like parts lies in this one."""
        low, high, _, low_open, high_open = self
        inner_low, inner_high, _, inner_low_open, inner_high_open = inner
        if low is not None:
            if inner_low is None or inner_low < low:
                return False
            if low_open and not inner_low_open and inner_low == low:
                return False
        if high is None:
            return True
        if inner_high is None or inner_high > high:
            return False
        return inner_high_open or not high_open or inner_high != high

    def join(self, other: Stretch) -> Stretch:
        """Return the smallest stretch that holds both, which have like parts."""
        low, low_open = None, False
        if self.low is not None and other.low is not None:
            low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, is_closed = None, True
        if self.high is not None and other.high is not None:
            high, is_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Stretch(low, high, self.below, low_open, not is_closed)

    def meet(self, other: Stretch) -> Stretch:
        """Return what lies in both, which may be empty."""
        a, b = self._in_parts(other.below), other._in_parts(self.below)
        lows = [(each.low, each.low_open) for each in (a, b) if each.low is not None]
        highs = [(each.high, not each.high_open) for each in (a, b) if each.high is not None]
        low, low_open = max(lows, default=(None, False))
        high, is_closed = min(highs, default=(None, True))
        return Stretch(low, high, a.below, low_open, not is_closed)

    def _in_parts(self, n: int) -> Stretch:
        """Return the same stretch counted in parts n times as small."""
        return self.times(Fraction(n))._replace(below=self.below * n)
