"""Numbers of pages and notes, as Word writes them."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHICAGO = "*†‡§"
_HIGHEST_ROMAN = 4000


def format_number(number: int, style: str) -> str:
    """
    Return a number from 1 on in a style that Word names; one that we do not know counts as decimal.

    >>> [format_number(number, "lowerRoman") for number in (4, 19)], format_number(28, "upperLetter")
    (['iv', 'xix'], 'BB')
    """
    if number < 1:
        return str(number)
    if style.endswith("Roman") and number < _HIGHEST_ROMAN:
        written = _roman(number)
    elif style.endswith("Letter"):
        written = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1)
    elif style == "chicago":
        return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 % 10 + 1)
    else:
        return str(number)
    return written.upper() if style.startswith("upper") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
