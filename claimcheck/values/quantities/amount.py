"""How many, before any bound or hedge."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Exact = int | Fraction
"""An exact number. Whole ones stay `int` on the way, since a `Fraction` costs ten times as much."""


def ratio(above: int, below: int) -> Exact:
    """Return the exact quotient of two whole numbers, of which the second is positive."""
    whole, rest = divmod(above, below)
    return Fraction(above, below) if rest else whole


# Amounts, and all that is built on the way to a value, are named tuples: they are made many times a text.
class Amount(NamedTuple):
    """
    How many, before any bound or hedge: one number, or the stretch that a vague word means.

    `grain` is the unit of its last significant digit. `outer_low` and `outer_high` are as far as tolerance
    reaches; where they are None, as many such units as the profile says. `scale` is what scale words
    multiplied it by and `digits` its bare figure, for ranges that say them once ("two to three thousand").
    A share ("half of the garrison") is a part of one; a rough amount ("une centaine") is hedged by its word.
    """

    low: Exact
    high: Exact
    grain: Exact = 0
    outer_low: Exact | None = None
    outer_high: Exact | None = None
    high_open: bool = False
    scale: int = 1
    digits: str = ""
    is_decimal: bool = False
    is_share: bool = False
    is_rough: bool = False
    is_worded: bool = False

    def times(self, factor: Exact) -> Amount:
        """Return the amount, and how far it reaches, so many times."""
        return self._replace(
            low=self.low * factor,
            high=self.high * factor,
            outer_low=None if self.outer_low is None else self.outer_low * factor,
            outer_high=None if self.outer_high is None else self.outer_high * factor,
            grain=self.grain * factor,
        )
