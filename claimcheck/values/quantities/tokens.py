"""Text taken apart into figures, words and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from claimcheck.values.value import UnreadableError

LONGEST = 400
"""More characters than any figure with its noun needs; a longer text is no value but a passage."""

_SPACES = " \u00a0\u2009\u202f"


def _pattern(letter: str) -> re.Pattern[str]:
    """Return the pattern of figures, words and signs, in this order."""
    return re.compile(
        rf"""
          [0-9]{{1,6}}[/⁄][0-9]{{1,6}}(?![0-9])
        | [0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?
        | [0-9]+(?:[.,'’][0-9]+)*
        | {letter}+(?:[²³]|[23](?![0-9]))?
        | [^\s\w]
        """,
        re.VERBOSE,
    )


_TOKEN = _pattern(r"[^\W\d_]")
# Most texts are plain English, and what a letter is takes long to look up in all scripts.
_ASCII_TOKEN = _pattern("[a-z]")
_DIGITS = frozenset("0123456789")
_LETTER_BEHIND = re.compile(r"\d[^\W\d_]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|ème|inci|ıncı|üncü|uncu|nci|ncı)\b|\d+[ºª]", re.IGNORECASE)
# "twenty-one", "300-odd", and the hanging hyphen of "zwei- bis dreitausend".
_WORD_HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d_])|(?<=[^\W\d_])-(?=\s)")
_VULGAR = re.compile(r"[¼-¾⅐-⅞]")
_NOTE_MARK = re.compile(r"\d[¹²³⁰⁴-⁹]")
_SIGNS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "+/-": "±", "+-": "±", "--": "–", "−": "-", "—": "–"}
_SIGN_LETTERS = frozenset("".join(_SIGNS))
# Points end abbreviations, quotation marks and apostrophes only set words off.
_IDLE = frozenset(".'’‘`´\"“”„«»*_")


class Token(NamedTuple):
    """A figure, word or sign, in small letters."""

    text: str
    sort: str

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.sort == "word"

    @property
    def is_figure(self) -> bool:
        """Whether the token is made of digits."""
        return self.sort == "figure"


def text_of(tokens: Iterable[Token]) -> str:
    """Return the tokens as text again."""
    return " ".join([token.text for token in tokens])


def lower(text: str, language: str) -> str:
    """Return the text in small letters as its language has them: Turkish I becomes a dotless ı."""
    if language == "tr":
        text = text.replace("I", "ı")
    return text.replace("İ", "i").lower()


def tokenize(text: str, language: str) -> tuple[Token, ...]:
    """
    Return the figures, words and signs of a text; raise `UnreadableError` for what is no quantity.

    A hyphen between two letters is a space ("twenty-one"); between figures it stays, as a range.
    """
    if len(text) > LONGEST:
        raise UnreadableError(
            f"{len(text)} characters are too many for a quantity",
            hint="give the figure with its bound and what it counts; the passage belongs under `quote`",
        )
    # Turkish has small letters of its own for the capital I alone.
    return _tokens(text, language if language == "tr" and "I" in text else "")


# One text is taken apart once for all languages that have the same small letters, and once more for each
# habit of print that it may be in.
@lru_cache(maxsize=64)
def _tokens(text: str, language: str) -> tuple[Token, ...]:
    _refuse_other_numbers(text)
    plain = lower(text, language)
    is_ascii = plain.isascii()
    if not is_ascii:
        plain = _VULGAR.sub(_written_out, plain)
        plain = "".join(_ascii_digit(letter) for letter in unicodedata.normalize("NFC", plain))
    if "-" in plain:
        plain = _WORD_HYPHEN.sub(" ", plain)
    pattern = _ASCII_TOKEN if is_ascii else _TOKEN
    found = pattern.findall(plain)
    if not _SIGN_LETTERS.isdisjoint(found):
        for printed, sign in _SIGNS.items():
            plain = plain.replace(printed, sign)
        # A sign that several letters stood for is beyond ASCII.
        found = _TOKEN.findall(plain)
    return tuple(
        [
            Token(text, "figure" if text[0] in _DIGITS else "word" if text[0].isalnum() else "sign")
            for text in found
            if text not in _IDLE
        ]
    )


def _written_out(match: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', match.group())}"


def _ascii_digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter > "\x7f" and letter.isdecimal() else letter


def _refuse_other_numbers(text: str) -> None:
    if _LETTER_BEHIND.search(text) and (found := _ORDINAL.search(text)):
        raise UnreadableError(
            f"{found.group()!r} says the place in a row, not how many",
            hint="for a day use the kind `date`",
        )
    if not text.isascii() and (found := _NOTE_MARK.search(text)):
        raise UnreadableError(
            f"{found.group()!r} ends in a raised digit: the mark of a note, or a power?",
            hint="leave the mark of the note out, or write the number in full",
        )
