"""Writing reduced to plain small Latin letters, so that only spelling that means something differs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that are no base letter with a mark, or whose casing depends on the language: the Turkish i
# has a dot in capitals, the other has none in either. Both fold to one letter, since most prints and
# every telegram lose the difference.
_LETTERS = str.maketrans(
    {"ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ə": "e"}
)
_SILENT = re.compile(r"['’‘ʼʻ`´ʹʺʿʾ\u200b-\u200f\u00ad\u2060]")
_NOT_WORD = re.compile(r"[\W_]+")


def strip_marks(text: str) -> str:
    """Return the text without accents and other marks on its letters."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def to_latin(text: str) -> str:
    """
    Return the text with letters of other scripts romanised and Latin ones left as they are.

    >>> to_latin("Чичерин")
    'Chicherin'
    """
    if all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2C00 for letter in text):
        return text
    # Imported late: most texts are Latin, and the table is large.
    from anyascii import anyascii

    return "".join(letter if ord(letter) < 0x250 else anyascii(letter) for letter in text)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """
    Return the words of a text in plain small letters, single spaces between them.

    Compatibility forms are resolved (the ligature in "Tiﬂis"), marks and apostrophes dropped, hyphens
    count as spaces.

    >>> fold("KÂZIM Paşa"), fold("Mer'at-ül")
    ('kazim pasa', 'merat ul')
    """
    text = unicodedata.normalize("NFKC", text).replace("İ", "i").casefold()
    text = to_latin(_SILENT.sub("", text.translate(_LETTERS)))
    folded = strip_marks(text).casefold()
    return _NOT_WORD.sub(" ", folded).strip()
