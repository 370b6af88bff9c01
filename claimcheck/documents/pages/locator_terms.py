"""The words of locators, from the data table: which term each one means."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from claimcheck.data import read_table
from claimcheck.values.folding import strip_marks

LONGEST_FORM = 4
"""Words that the longest form of a term has."""


@frozen(kw_only=True)
class LocatorTerms:
    """
    The data table, turned round: from words to terms. All words are in small letters without marks.

    `forms` are spelled with one space between their words, `bare` are those that take no number.
    """

    forms: dict[str, str]
    bare: dict[str, str]
    ranges: frozenset[str]
    lists: frozenset[str]
    ordinals: frozenset[str]
    sides: dict[str, str]
    following: dict[str, int]


@cache
def locator_terms() -> LocatorTerms:
    """Return the table, read once."""
    table = read_table("locator_terms.toml")
    forms: dict[str, str] = {}
    bare: dict[str, str] = {}
    for term, languages in table["terms"].items():
        for language, words in languages.items():
            (bare if language == "bare" else forms).update({plain(word): term for word in words})
    values = table["values"]
    return LocatorTerms(
        forms=forms,
        bare=bare,
        ranges=frozenset(map(plain, values["range"])),
        lists=frozenset(map(plain, values["list"])),
        ordinals=frozenset(map(plain, values["ordinal"])),
        sides={plain(each): side[0] for side in ("recto", "verso") for each in values[side]},
        following={plain(word): n_more for word, n_more in values["following"].items()},
    )


@cache
def forms_of(term: str) -> tuple[str, ...]:
    """Return the words that mean a term, in no order that matters."""
    return tuple(form for form, other in locator_terms().forms.items() if other == term)


def plain(word: str) -> str:
    """
    Return a word in small letters without marks; other scripts stay what they are.

    >>> plain("Böl"), plain("ÂYET"), plain("Satır"), plain("Глава")
    ('bol', 'ayet', 'satir', 'глава')
    """
    return strip_marks(word.replace("İ", "i").casefold()).replace("ı", "i")
