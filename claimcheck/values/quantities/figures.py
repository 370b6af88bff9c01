"""Figures as printed: which mark divides thousands and which begins the decimals."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from claimcheck.values.quantities.amount import Exact, ratio
from claimcheck.values.value import UnreadableError

STYLES = ("english", "continental")
"""The two habits of print: 1,234.5 and 1.234,5. Spaces and apostrophes divide thousands in both."""

MOST_DIGITS = 40
# One mark, and three digits behind each.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([^0-9])[0-9]{3}(?:\1[0-9]{3})*")
_MARKED = re.compile(r"\d+(?:[.,]\d+)+")
_DOUBLE = re.compile(r"\d{1,3}[.,]\d{3}")
_DECIMAL_MARK = {"english": ".", "continental": ","}


class Figure(NamedTuple):
    """
    A printed number. `grain` is the unit of its last significant digit.

    `is_decimal` tells that digits stand behind a decimal mark: people and guns are never counted so.
    """

    value: Exact
    grain: Exact
    is_decimal: bool = False


def grain_of(value: Exact) -> Exact:
    """
    Return the unit of the last significant digit of an exact number.

    >>> str(grain_of(Fraction(3500))), str(grain_of(Fraction(5, 2))), str(grain_of(Fraction(0)))
    ('100', '1/10', '1')
    """
    if value.denominator == 1:
        digits = str(value.numerator)
        return 10 ** (len(digits) - len(digits.rstrip("0"))) if value else 1
    places = next((n for n in range(1, 7) if 10**n % value.denominator == 0), 1)
    return Fraction(1, 10**places)


def read_figure(text: str, style: str) -> Figure | None:
    """
    Return the number of a figure under one habit of print, or None when the marks fit neither.

    Where a mark can't be what the habit says (a comma before two digits in English print), the other
    habit is read: one mark alone is then a decimal mark.

    >>> str(read_figure("1,500", "english").value), str(read_figure("1,500", "continental").value)
    ('1500', '3/2')
    """
    if len(text) > MOST_DIGITS and sum(letter.isdigit() for letter in text) > MOST_DIGITS:
        raise UnreadableError(f"a figure of more than {MOST_DIGITS} digits counts nothing in history")
    if "/" in text or "⁄" in text:
        return _ratio(text)
    if text.isdigit():
        return _whole(text)
    other = STYLES[1 - STYLES.index(style)]
    return _marked(text, _DECIMAL_MARK[style]) or _marked(text, _DECIMAL_MARK[other])


def _ratio(text: str) -> Figure | None:
    above, below = (int(part) for part in re.split("[/⁄]", text))
    if below == 0:
        return None
    value = ratio(above, below)
    return Figure(value=value, grain=grain_of(value), is_decimal=value.denominator > 1)


def _whole(digits: str) -> Figure:
    value = int(digits)
    return Figure(value, 10 ** (len(digits) - len(digits.rstrip("0"))) if value else 1)


def _marked(text: str, decimal_mark: str) -> Figure | None:
    whole, found, decimals = text.partition(decimal_mark)
    if found and not decimals.isdigit():
        return None
    digits = _ungrouped(whole, decimal_mark)
    if digits is None:
        return None
    if not found:
        return _whole(digits)
    below: int = 10 ** len(decimals)
    return Figure(value=ratio(int(digits + decimals), below), grain=Fraction(1, below), is_decimal=True)


def _ungrouped(whole: str, decimal_mark: str) -> str | None:
    """Return the digits of a whole number without the one mark that divides its thousands, or None."""
    if not whole or whole.isdigit():
        return whole
    grouped = _GROUPED.fullmatch(whole)
    return None if grouped is None or grouped[1] == decimal_mark else whole.replace(grouped[1], "")


def double_marks(text: str) -> list[str]:
    """
    Return the figures of a text that have marks inside if the habits may read one of them differently.

    That takes one mark alone, before three digits.

    >>> double_marks("1,500 to 2.5 miles"), double_marks("1.5 to 1,500.5 miles")
    (['1,500', '2.5'], [])
    """
    marked = _MARKED.findall(text) if "," in text or "." in text else []
    return marked if any(map(_DOUBLE.fullmatch, marked)) else []


def has_idle_decimals(text: str) -> bool:
    """
    Tell whether a figure reads "20,000": one comma before three zeros.

    Those are no decimals unless the language says so: nobody measures to the thousandth and finds
    nothing. Behind a point they stay open, since English tables do print them.
    """
    return re.fullmatch(r"[1-9]\d{0,2},000", text) is not None
