"""What a locator says: its parts, each a term and numbers or labels."""

from __future__ import annotations

import re

from attrs import frozen

_NUMBERED = re.compile(r"([0-9]{1,9})([^\W\d_]{0,2})")
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,4})")
_ROMAN_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SIDES = ("r", "v")


@frozen(kw_only=True)
class Values:
    """Numbers or labels from `first` to `last`; equal for a single one. Numbers stay text."""

    first: str
    last: str

    def holds(self, label: str) -> bool:
        """
        Whether a printed label lies within.

        Labels of one scheme are compared by it: numbers, Roman numerals, single letters; others word
        for word. A folio without a side means both sides.

        >>> Values(first="12v", last="13").holds("13r"), Values(first="xi", last="xv").holds("XII")
        (True, True)
        """
        first, last, given = (each.strip().casefold() for each in (self.first, self.last, label))
        if given in (first, last):
            return True
        for scheme in (_as_number, roman_number, _as_letter):
            low, at, high = scheme(first), scheme(given), scheme(last)
            if low is not None and at is not None and high is not None:
                return low <= at <= (_with_both_sides(high, at))
        return False


@frozen(kw_only=True)
class Part:
    """One step of a locator: "n. 3" is a note with one value, "§ Aftermath" a section with a name."""

    term: str
    values: tuple[Values, ...] = ()
    name: str = ""

    def holds(self, label: str) -> bool:
        """Whether one of its values holds a label."""
        return any(values.holds(label) for values in self.values)


@frozen(kw_only=True)
class Locator:
    """One place as cited. Everything that is not understood is kept in `other`, and constrains nothing."""

    parts: tuple[Part, ...] = ()
    other: str = ""

    def part(self, *terms: str) -> Part | None:
        """Return the first part with one of these terms."""
        return next((part for part in self.parts if part.term in terms), None)


def _as_number(label: str) -> tuple[int, str] | None:
    match = _NUMBERED.fullmatch(label)
    return (int(match[1]), match[2]) if match else None


def roman_number(label: str) -> tuple[int, str] | None:
    """Return the number that a Roman numeral writes, in the form in which schemes compare."""
    if not _ROMAN.fullmatch(label.casefold()):
        return None
    digits = [_ROMAN_LETTERS[letter] for letter in label.casefold()]
    following = [*digits[1:], 0]
    return sum(-one if one < other else one for one, other in zip(digits, following, strict=True)), ""


def _as_letter(label: str) -> tuple[int, str] | None:
    return (ord(label), "") if len(label) == 1 and label.isalpha() else None


def _with_both_sides(high: tuple[int, str], at: tuple[int, str]) -> tuple[int, str]:
    """Return the upper bound: "13" as a bound of folios includes 13r and 13v."""
    return (high[0], at[1]) if not high[1] and at[1][:1] in _SIDES else high
