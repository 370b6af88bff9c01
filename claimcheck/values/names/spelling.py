"""Spellings of one name: the keys of a word under the habits of writing of several languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from claimcheck.data import read_table
from claimcheck.values.folding import fold, strip_marks, to_latin

_Rule = tuple[tuple[str, ...], re.Pattern[str] | None, str]
_Rules = tuple[_Rule, ...]

_LETTERS = re.compile(r"[^\W_'|]['\w]*(?:\|[^\W_'|]['\w]*)*")
_ONE_LETTER = re.compile(r"\[(\w+)\]")


def is_spelling(word: str, other: str) -> bool:
    """
    Tell whether two words can be spellings of one name: some convention gives both the same key.

    A rule can be right for the one word and another for the other ("Tchitcherine" as French writes it,
    "Chicherin" as English does), so every key of the one is held against every key of the other.

    >>> is_spelling("Tchitchérine", "Chicherin"), is_spelling("Halit", "Halil")
    (True, False)
    """
    return not spelling_keys(word).isdisjoint(spelling_keys(other))


@lru_cache(maxsize=20_000)
def spelling_keys(word: str) -> frozenset[str]:
    """Return the keys of one word, one for each convention; marks that change the sound are heard first."""
    romanised = to_latin(unicodedata.normalize("NFKC", word).replace("İ", "i").replace("ı", "i")).casefold()
    heard = _rewritten(romanised, _shared("before"))
    keys = {_rewritten(_plain(_rewritten(heard, rules)), _shared("after")) for rules in _conventions()}
    return frozenset(key for key in keys if key) or frozenset((fold(word),))


def _plain(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", strip_marks(text))


def _rewritten(text: str, rules: _Rules) -> str:
    for letters, pattern, replacement in rules:
        if pattern is not None:
            text = pattern.sub(replacement, text)
        else:
            for each in letters:
                if each in text:
                    text = text.replace(each, replacement)
    return text


@cache
def _document() -> dict[str, object]:
    return read_table("romanisation.toml")


@cache
def _shared(name: str) -> _Rules:
    return _compiled(_document()[name])


@cache
def _conventions() -> tuple[_Rules, ...]:
    conventions = _document()["conventions"]
    if not isinstance(conventions, dict):
        raise TypeError("romanisation.toml: conventions is not a table")
    return tuple(_compiled(rules) for rules in conventions.values())


def _compiled(rules: object) -> _Rules:
    if not isinstance(rules, list):
        raise TypeError("romanisation.toml: rules are a list of pairs")
    return tuple(_rule(pattern, replacement) for pattern, replacement in rules)


def _rule(pattern: str, replacement: str) -> _Rule:
    """Return a rule in its fastest form: most are plain letters, which need no regular expression."""
    if (one := _ONE_LETTER.fullmatch(pattern)) is not None:
        return tuple(one[1]), None, replacement
    if _LETTERS.fullmatch(pattern) is not None:
        return tuple(pattern.split("|")), None, replacement
    return (), re.compile(pattern), replacement
