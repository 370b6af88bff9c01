"""How many, before any bound or hedge."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen


@frozen(kw_only=True)
class Amount:
    """
    How many, before any bound or hedge: one number, or the stretch that a vague word means.

    `outer_low` and `outer_high` are as far as tolerance reaches, and `grain` is the unit of its last
    significant digit. `scale` is what scale words multiplied it by and `digits` its bare figure, for
    ranges that say them once ("two to three thousand"). A share ("half of the garrison") is a part of
    one; a rough amount ("une centaine") is hedged by its own word.
    """

    low: Fraction
    high: Fraction
    outer_low: Fraction
    outer_high: Fraction
    high_open: bool = False
    grain: Fraction = Fraction(0)
    scale: Fraction = Fraction(1)
    digits: str = ""
    is_decimal: bool = False
    is_share: bool = False
    is_rough: bool = False
    is_worded: bool = False

    def times(self, factor: Fraction | int) -> Amount:
        """Return the amount, and how far it reaches, so many times."""
        return evolve(
            self,
            low=self.low * factor,
            high=self.high * factor,
            outer_low=self.outer_low * factor,
            outer_high=self.outer_high * factor,
            grain=self.grain * factor,
        )
