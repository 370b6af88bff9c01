"""What slips make of the digits of a figure, and how often two unrelated figures show the same."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from claimcheck.compare.diagnoses.slips import adjacent_swaps, confused_digits, misreadings
from claimcheck.model.finding import Chance


@frozen
class Pair:
    """
    Two different whole figures above 0, the smaller first, without the zeros that both end in.

    Those zeros are the rounding of both, so that 1,200 and 2,100 are compared as 12 and 21. `zeros` is
    what was left out, as a factor.
    """

    small: int
    large: int
    zeros: int

    @classmethod
    def of(cls, left: int, right: int) -> Pair:
        """Return the pair of two figures in either order."""
        small, large = sorted((left, right))
        zeros = 1
        while small % 10 == large % 10 == 0:
            small, large, zeros = small // 10, large // 10, zeros * 10
        return cls(small, large, zeros)

    @property
    def lengths(self) -> tuple[int, int]:
        """How many digits the two figures have, the common zeros left out."""
        return len(str(self.small)), len(str(self.large))

    @property
    def is_swapped(self) -> bool:
        """Whether the two have two neighbouring digits the other way round."""
        return str(self.small) in adjacent_swaps(str(self.large))

    @property
    def is_misread(self) -> bool:
        """Whether the two differ in one digit, and by two digits that are often misread for one another."""
        return str(self.small) in misreadings(str(self.large))

    @property
    def has_lost_inner_zero(self) -> bool:
        """Whether the larger becomes the smaller when a zero other than its last digit is left out."""
        written = str(self.large)
        without = {written[:at] + written[at + 1 :] for at, digit in enumerate(written) if digit == "0"}
        return str(self.small) in without and self.large != 10 * self.small

    @property
    def finer(self) -> int:
        """The figure with more digits other than closing zeros; of two alike the smaller."""
        return min((self.small, self.large), key=lambda each: (-significant(each), each)) * self.zeros

    @property
    def rounder(self) -> int:
        """The other figure."""
        return (self.small + self.large) * self.zeros - self.finer

    @property
    def is_rounded(self) -> bool:
        """Whether the rounder figure is the finer one rounded, halves up, to its last digit above 0."""
        finer, rounder = self.finer // self.zeros, self.rounder // self.zeros
        grain = _grain(rounder)
        return grain > 1 and (finer + grain // 2) // grain * grain == rounder

    def swapped_by_chance(self) -> Chance:
        """Return the share of pairs of figures of this length that differ by such a swap."""
        n = self.lengths[1]
        # The first two digits are exchanged only when neither is 0; the others are any two different ones.
        swaps = 36 * 10 ** (n - 2) + (n - 2) * 45 * 9 * 10 ** max(n - 3, 0)
        return self._among_equals(swaps)

    def misread_by_chance(self) -> Chance:
        """Return the share of pairs of figures of this length that differ by one such digit."""
        n = self.lengths[1]
        n_first = sum("0" not in pair for pair in confused_digits())
        changes = n_first * 10 ** (n - 1)
        if n > 1:
            changes += (n - 1) * len(confused_digits()) * 9 * 10 ** (n - 2)
        return self._among_equals(changes)

    def inner_zero_by_chance(self) -> Chance:
        """Return the share of pairs of figures of these two lengths that differ by a zero within."""
        n = self.lengths[0]
        # A zero can stand behind each digit but the last; behind a zero it makes the same figure as before.
        return Chance(
            share=Fraction(n - 1, 10 ** (n + 1)), pairs=f"pairs of figures of {n} and {n + 1} digits"
        )

    def rounded_by_chance(self) -> Chance | None:
        """Return the share of pairs of a figure of this length and one so round that the one is the other."""
        n, n_round = self.lengths[1], significant(self.rounder)
        if self.lengths[0] != n:
            return None
        # Figures so near to the next power of ten that they round to it have no partner of their length.
        n_partnered = 9 * 10 ** (n - 1) - 5 * 10 ** (n - n_round - 1)
        share = Fraction(n_partnered, 9 * 10 ** (n - 1) * 9 * 10 ** (n_round - 1))
        digits_words = "1 digit" if n_round == 1 else f"{n_round} digits"
        before = " before the zeros" if self.zeros > 1 else ""
        return Chance(
            share=share, pairs=f"pairs of a figure of {n} digits{before} and one rounded to {digits_words}"
        )

    def _among_equals(self, n_found: int) -> Chance:
        n = self.lengths[1]
        n_figures = 9 * 10 ** (n - 1)
        words = "1 digit" if n == 1 else f"{n} digits"
        if self.zeros > 1:
            words += " before the zeros"
        return Chance(
            share=Fraction(n_found, n_figures * (n_figures - 1) // 2), pairs=f"pairs of figures of {words}"
        )


def alike_by_chance(number: Fraction) -> Chance:
    """Return how often another figure with as many digits, closing zeros left out, has the same ones."""
    n = significant(number.numerator if number.denominator == 1 else _shifted(number))
    words = "1 digit" if n == 1 else f"{n} digits"
    # The last of several digits is no zero, or it would be left out as well.
    n_figures = 9 if n == 1 else 81 * 10 ** (n - 2)
    return Chance(share=Fraction(1, n_figures), pairs=f"pairs of figures of {words}, closing zeros left out")


def significant(number: int) -> int:
    """
    Return the number of digits without closing zeros.

    >>> significant(3500), significant(7)
    (2, 1)
    """
    return len(str(number).rstrip("0")) or 1


def _grain(number: int) -> int:
    written = str(number)
    return int("1" + "0" * (len(written) - len(written.rstrip("0"))))


def _shifted(number: Fraction) -> int:
    """Return the digits of a decimal fraction as a whole number; of others, their numerator."""
    for places in range(1, 7):
        moved = number * 10**places
        if moved.denominator == 1:
            return int(moved.numerator)
    return number.numerator
