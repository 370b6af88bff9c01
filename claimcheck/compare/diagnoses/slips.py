"""The table of slips: which digits, letters and months are taken for one another."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimcheck.data import read_table
from claimcheck.values.dates.tables import fold


@cache
def _document() -> dict[str, Any]:
    return read_table("slips.toml")


@cache
def confused_digits() -> frozenset[frozenset[str]]:
    """Return the pairs of digits that reading machines most often take for one another."""
    return frozenset(frozenset(pair) for pair in _document()["digits"]["confused"])


@cache
def confused_letters() -> frozenset[frozenset[str]]:
    """Return the pairs of letters, or runs of letters, that are read for one another."""
    return frozenset(frozenset(pair.split()) for pair in _document()["letters"]["confused"])


@cache
def near_months(calendar: str, styles: frozenset[str] = frozenset()) -> dict[frozenset[int], str]:
    """Return the pairs of months that are near in form in some styles, each with the names that are meant."""
    if calendar == "republican":
        return {}
    rows = _document()["hijri-months" if calendar == "hijri" else "months"]
    known = styles | {"ottoman"} if calendar == "rumi" else styles
    return {frozenset(row["pair"]): row["names"] for row in rows if row.get("style") in (None, *known)}


def styles_of(text: str) -> frozenset[str]:
    """
    Return the styles of month names that the words of a date are written in.

    >>> sorted(styles_of("10 Teşrinievvel 1920")), sorted(styles_of("3.IV.1921")), sorted(styles_of("3 May"))
    (['ottoman'], ['roman'], [])
    """
    folded = fold(text)
    return frozenset(style for style, form in _document()["styles"].items() if re.search(form, folded))


@cache
def unit_pairs() -> tuple[tuple[str, str], ...]:
    """Return the pairs of units, by id, that are given for one another."""
    return tuple((pair.split()[0], pair.split()[1]) for pair in _document()["factors"]["pairs"])


def dozen() -> int:
    """Return how many a dozen is."""
    return int(_document()["factors"]["dozen"])


def adjacent_swaps(digits: str) -> set[str]:
    """
    Return what exchanging two neighbouring digits makes of a figure, itself left out.

    >>> sorted(adjacent_swaps("1578"))
    ['1587', '1758', '5178']
    """
    made = {
        digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        for place in range(len(digits) - 1)
    }
    return made - {digits}


def misreadings(digits: str) -> set[str]:
    """
    Return what reading one digit for another that is near in form makes of a figure.

    >>> sorted(misreadings("15"))
    ['16', '18']
    """
    return {
        digits[:place] + other + digits[place + 1 :]
        for place, digit in enumerate(digits)
        for pair in confused_digits()
        if digit in pair
        for other in pair - {digit}
    }
