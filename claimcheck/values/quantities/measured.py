"""Numbers with the unit that they were printed in: compared in the base unit, told in their own."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, field, frozen

from claimcheck.values.intervals import Numbers, Run


@frozen
class Measured(Numbers):
    """
    Numbers in the base unit of their dimension. `factor` is the printed unit in base units.

    >>> str(Measured.of([Run(Fraction(1), Fraction(2))]).printed_in("miles", Fraction(1, 2)))
    '2 to 4 miles'
    """

    unit: str = field(default="", eq=False)
    factor: Fraction = field(default=Fraction(1), eq=False)

    def printed_in(self, unit: str, factor: Fraction) -> Measured:
        """Return the same numbers, told in another unit."""
        return evolve(self, unit=unit, factor=factor)

    def __str__(self) -> str:
        runs = (_divided(run, self.factor) for run in self.runs)
        return f"{' or '.join(map(str, runs))} {self.unit}"


def _divided(run: Run, factor: Fraction) -> Run:
    low = None if run.low is None else run.low / factor
    high = None if run.high is None else run.high / factor
    return Run(low, high, low_open=run.low_open, high_open=run.high_open)
