"""Sets of exact numbers: runs with open or closed ends. Quantities and orders stand on them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from claimcheck.values.region import Bounds, Region

# An end is compared as (number, side): -1 just before the number, 0 at it, +1 just after. So an open
# low end at 5 sorts after a closed one, and two runs touch exactly when nothing fits between them.
_End = tuple[Fraction, int]


@frozen
class Run:
    """
    The numbers between two bounds; `None` is no bound. An open end leaves its bound out.

    >>> str(Run(Fraction(20000), None, low_open=True))
    'over 20,000'
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = field(default=False, kw_only=True)
    high_open: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low is self.high and not self.low_open and not self.high_open:
            return
        length = _difference(self.low, self.high)
        if length > 0:
            return
        if length or self.low_open or self.high_open:
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    def _begin(self) -> _End | None:
        return None if self.low is None else (self.low, 1 if self.low_open else 0)

    def _finish(self) -> _End | None:
        return None if self.high is None else (self.high, -1 if self.high_open else 0)

    def meets(self, other: Run) -> bool:
        """Tell whether some number lies in both runs."""
        return _starts_by_end(self, other) and _starts_by_end(other, self)

    def within(self, other: Run) -> bool:
        """Tell whether every number of this run lies in the other."""
        if other.low is not None:
            ahead = -1 if self.low is None else _difference(other.low, self.low)
            if ahead < 0 or (not ahead and other.low_open and not self.low_open):
                return False
        if other.high is None:
            return True
        left = -1 if self.high is None else _difference(self.high, other.high)
        return left > 0 or (not left and (self.high_open or not other.high_open))

    def touches(self, other: Run) -> bool:
        """Tell whether the union of the two runs is one run."""
        return _gapless(self, other) and _gapless(other, self)

    def join(self, other: Run) -> Run:
        """Return the smallest run that holds both."""
        low_end = min(self._begin() or _BELOW_ALL, other._begin() or _BELOW_ALL)
        high_end = max(self._finish() or _ABOVE_ALL, other._finish() or _ABOVE_ALL)
        low = None if low_end is _BELOW_ALL else low_end[0]
        high = None if high_end is _ABOVE_ALL else high_end[0]
        return Run(
            low,
            high,
            low_open=low is not None and low_end[1] == 1,
            high_open=high is not None and high_end[1] == -1,
        )

    def __str__(self) -> str:
        if self.low is None and self.high is None:
            return "any number"
        if self.low is None:
            return f"{'under' if self.high_open else 'up to'} {figure(self.high)}"
        if self.high is None:
            return f"{'over' if self.low_open else 'at least'} {figure(self.low)}"
        if self.low == self.high:
            return figure(self.low)
        over = "over " if self.low_open else ""
        under = "under " if self.high_open else ""
        return f"{over}{figure(self.low)} to {under}{figure(self.high)}"


def _difference(a: Fraction, b: Fraction) -> int:
    """Return a number that has the sign of b - a: comparing fractions themselves takes four times as long."""
    above_a, below_a = a.as_integer_ratio()
    above_b, below_b = b.as_integer_ratio()
    return above_b * below_a - above_a * below_b


# Sentinels that sort beyond every end; identity, not value, tells that a bound is missing.
_BELOW_ALL: _End = (Fraction(-(10**400)), 0)
_ABOVE_ALL: _End = (Fraction(10**400), 0)


def _starts_by_end(a: Run, b: Run) -> bool:
    begin, finish = a._begin(), b._finish()
    return begin is None or finish is None or begin <= finish


def _gapless(a: Run, b: Run) -> bool:
    """Tell that `a` does not begin after a gap behind `b`: [..5) and [5..] touch, [..5) and (5..] do not."""
    begin, finish = a._begin(), b._finish()
    if begin is None or finish is None:
        return True
    return begin[0] < finish[0] or (begin[0] == finish[0] and begin[1] - finish[1] <= 1)


def union(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs in rising order, joined where they touch."""
    if len(runs) == 1:
        return (runs[0],)
    joined: list[Run] = []
    for run in sorted(runs, key=lambda run: run._begin() or _BELOW_ALL):
        if joined and joined[-1].touches(run):
            joined[-1] = joined[-1].join(run)
        else:
            joined.append(run)
    return tuple(joined)


@frozen
class Numbers(Region):
    """A set of numbers: runs that do not touch, in rising order."""

    runs: tuple[Run, ...] = field()

    @runs.validator
    def _not_empty(self, _field: object, runs: tuple[Run, ...]) -> None:
        if not runs:
            raise ValueError("a set of numbers is never empty")

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Numbers:
        """Return the union of the runs."""
        return cls(union(list(runs)))

    @classmethod
    def between(
        cls,
        low: Fraction | int | None,
        high: Fraction | int | None,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> Numbers:
        """Return the numbers of one run."""
        exact_low = None if low is None else Fraction(low)
        exact_high = None if high is None else Fraction(high)
        return cls((Run(exact_low, exact_high, low_open=low_open, high_open=high_open),))

    @property
    def low(self) -> Fraction | None:
        """The greatest lower bound, or None."""
        return self.runs[0].low

    @property
    def high(self) -> Fraction | None:
        """The least upper bound, or None."""
        return self.runs[-1].high

    def hull(self) -> Run:
        """Return the smallest run that holds the whole set."""
        if len(self.runs) == 1:
            return self.runs[0]
        return self.runs[0].join(self.runs[-1])

    def bounds(self) -> Bounds:
        """Return the ends of the first and the last run, open ones as ends just beside their number."""
        return self.runs[0]._begin(), self.runs[-1]._finish()

    def meets(self, other: Numbers) -> bool:
        """Tell whether some number lies in both sets."""
        return any(mine.meets(theirs) for mine in self.runs for theirs in other.runs)

    def within(self, other: Numbers) -> bool:
        """Tell whether every number of this set lies in the other."""
        if len(self.runs) == len(other.runs) == 1:
            return self.runs[0].within(other.runs[0])
        # Runs of one set never touch, so a run inside the union lies inside one of its runs.
        return all(any(mine.within(theirs) for theirs in other.runs) for mine in self.runs)

    def __str__(self) -> str:
        return " or ".join(str(run) for run in self.runs)


def figure(number: Fraction | None) -> str:
    """
    Return a number as a reader writes it, exact.

    >>> figure(Fraction(2850)), figure(Fraction(7, 2)), figure(Fraction(1, 3))
    ('2,850', '3.5', '1/3')
    """
    if number is None:
        return "without bound"
    if number.denominator == 1:
        return f"{number.numerator:,}"
    rest = number.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 6:
        return str(number)
    whole, part = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole:,}.{part:0{places}}"
