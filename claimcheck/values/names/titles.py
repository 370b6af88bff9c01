"""Titles, ranks and small words beside a name, and the sorts of places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from claimcheck.data import read_table

_LONGEST_TITLE = 4


def title_at(words: Sequence[str], index: int) -> tuple[str, int] | None:
    """Return the rank that the folded words at the index name, the longest, and the index behind it."""
    for end in range(min(len(words), index + _LONGEST_TITLE), index, -1):
        rank = _ranks().get(" ".join(words[index:end]))
        if rank is not None:
            return rank, end
    return None


def is_small_word(word: str) -> bool:
    """Tell whether a folded word is a particle or an article, which comes and goes with the language."""
    return word in _small_words()


def is_address(rank: str) -> bool:
    """Tell whether a rank is given to anybody, so that it tells nobody from another."""
    return rank in _address()


def bearing_of(word: str) -> str:
    """Return the part of the compass that a folded word names ("northern": north), or an empty text."""
    return _bearings().get(word, "")


def sense_of(word: str) -> str:
    """Return the sort of place that a folded word names ("sancak": sanjak), or an empty text."""
    return _senses().get(word, "")


@cache
def _document() -> dict[str, Any]:
    return read_table("titles.toml")


@cache
def _ranks() -> dict[str, str]:
    return _by_word(_document()["ranks"])


@cache
def _senses() -> dict[str, str]:
    return _by_word(_document()["senses"])


@cache
def _address() -> frozenset[str]:
    return frozenset(_document()["address"]["ranks"].split("|"))


@cache
def _bearings() -> dict[str, str]:
    return _by_word(_document()["bearings"])


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_document()["small"]["words"].split("|"))


def _by_word(rows: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in rows.items() for word in words.split("|")}
