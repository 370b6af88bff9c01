"""Given names and patronymics: forms of one given name across languages, and what is no family name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from claimcheck.data import read_table
from claimcheck.values.folding import fold
from claimcheck.values.names.spelling import is_spelling, spelling_keys


def is_same_word(word: str, other: str) -> bool:
    """
    Tell whether two words can be one name: spellings of it, or forms of one given name.

    >>> is_same_word("Georgy", "Georges"), is_same_word("Halit", "Halil")
    (True, False)
    """
    return is_spelling(word, other) or not _groups(word).isdisjoint(_groups(other))


@lru_cache(maxsize=20_000)
def word_keys(word: str) -> frozenset[str]:
    """Return the keys under which a word is found: two words that can be one name share a key."""
    return spelling_keys(word) | {f"={group}" for group in _groups(word)}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name that we know, so that it names no family."""
    return bool(_groups(word)) or not spelling_keys(word).isdisjoint(_other_names())


def is_patronymic(word: str) -> bool:
    """
    Tell whether a word is a Russian father's name, which adds no identity of its own.

    >>> is_patronymic("Mironovich"), is_patronymic("Kirov")
    (True, False)
    """
    return len(word) >= _document()["patronymics"]["shortest"] and _ending().search(fold(word)) is not None


@lru_cache(maxsize=20_000)
def _groups(word: str) -> frozenset[str]:
    by_key = _equivalents()
    return frozenset(group for key in spelling_keys(word) for group in by_key.get(key, ()))


@cache
def _document() -> dict[str, Any]:
    return read_table("given_names.toml")


@cache
def _equivalents() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, forms in _document()["equivalents"].items():
        for form in forms.split("|"):
            for key in spelling_keys(form):
                found.setdefault(key, set()).add(group)
    return {key: frozenset(groups) for key, groups in found.items()}


@cache
def _other_names() -> frozenset[str]:
    names = (name for names in _document()["others"].values() for name in names.split("|"))
    return frozenset(key for name in names for key in spelling_keys(name))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{_document()['patronymics']['endings']})$")
