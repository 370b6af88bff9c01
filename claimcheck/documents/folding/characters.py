"""What the folding does to single characters."""

from __future__ import annotations

import unicodedata
from functools import cache

STOP = "\uffff"
"""Stands in folded text where reading stops, so that nothing is found across. No text holds it."""

SOFT_HYPHEN = "\u00ad"
"""Divides a word at a line end, and joins it again there without a trace."""

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
EMPHASIS = "*_"
DASHES = "‐‑‒–—―−⁃﹘﹣－"
QUOTES = '"‘’‚‛“”„‟′″‹›«»`´ʹʺʻʼʽʾʿˈ＇＂'
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)

# Letters that NFKD leaves alone, and that catalogues and OCR replace by their plain neighbours. The
# Turkish dotless i is among them: case folding alone keeps it apart from i.
_LETTERS = {
    **dict(zip("ıłŁøØđĐðÐħĦŧŦſςΣ", "ilLoOdDdDhHtTsσσ", strict=True)),
    **dict(
        zip(
            ("ß", "ẞ", "æ", "Æ", "œ", "Œ", "þ", "Þ"),
            ["ss", "SS", "ae", "AE", "oe", "OE", "th", "TH"],
            strict=True,
        )
    ),
}

_REPLACED = {
    **dict.fromkeys([*SUPERSCRIPTS, *EMPHASIS, *INVISIBLE, STOP], ""),
    **dict.fromkeys(QUOTES, "'"),
    **dict.fromkeys(DASHES, "-"),
    **_LETTERS,
}

# Marks that tell letters of their own apart: the two i of Cyrillic are different words' endings.
_WHOLE = frozenset("йЙ")

_KANA_AND_INDIC = range(7, 10)
_HEBREW_TO_SYRIAC = range(10, 37)
_LOWEST_COMMON_CLASS = 200


def _is_optional_mark(character: str) -> bool:
    """
    Whether a mark can be left off without making another word of it.

    By canonical combining class: accents and the points of Hebrew and Arabic can; the vowel signs of
    Indic scripts, of Thai and Lao, and the voicing marks of kana cannot.
    """
    combining = unicodedata.combining(character)
    return combining == 1 or combining in _HEBREW_TO_SYRIAC or combining >= _LOWEST_COMMON_CLASS


def _decomposed(character: str) -> str:
    decomposition = unicodedata.decomposition(character)
    # "1½" would become 11⁄2; Hangul syllables would grow by two or three for nothing.
    if decomposition.startswith("<fraction>") or "가" <= character <= "힣" or character in _WHOLE:
        return character
    return unicodedata.normalize("NFKD", character)


@cache
def fold_character(character: str) -> str:
    """
    Return what stands for a character in folded text, case kept: none, one or several characters.

    White space of any kind gives one space, except that line ends keep themselves.

    >>> [fold_character(each) for each in "İâﬁ–“³"]
    ['I', 'a', 'fi', '-', "'", '']
    """
    if character in "\n\r":
        return character
    if character.isspace():
        return " "
    if character in _REPLACED:
        return _REPLACED[character]
    kept = (each for each in _decomposed(character) if not _is_optional_mark(each))
    return "".join(_REPLACED.get(each, each) for each in kept)
