"""The lists that health is judged by, from the data file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck.data import read_table
from claimcheck.documents.judging.vocabulary import without_ligatures

_LIGATURES = ("fi", "fl", "ff")


@cache
def health_lists() -> dict[str, Any]:
    """Return the data file, read once."""
    return read_table("health.toml")


@cache
def kinds() -> dict[str, str]:
    """Return the kinds of defects in the order in which they are told, each with what it is."""
    return dict(health_lists()["kinds"])


def limit(name: str) -> int:
    """Return one of the limits."""
    return int(health_lists()["limits"][name])


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Return the commonest words of each language."""
    return {language: frozenset(words) for language, words in health_lists()["languages"].items()}


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(health_lists()[table][name])


@cache
def leftovers() -> dict[str, str]:
    """Return what is left of known words without their ligatures, with the first word that it is left of."""
    lists = health_lists()["ligatures"]
    found: dict[str, str] = {}
    for word in dict.fromkeys(lists["words"].split()):
        for ending in lists["endings"]:
            if (word[-1] == "e") == (ending == "d") or ending in ("", "s", "ly"):
                add_leftovers(found, word + ending)
        if word[-1] == "e":
            add_leftovers(found, word[:-1] + "ing")
    return {left: word for left, word in found.items() if left not in plain_words()}


@cache
def plain_words() -> frozenset[str]:
    """Return what is left of some words and is a word itself."""
    return frozenset(health_lists()["ligatures"]["plain"].split()).union(*function_words().values())


def add_leftovers(found: dict[str, str], word: str) -> None:
    """Note what is left of a word, unless it is left of an earlier one too."""
    for left in without_ligatures(word):
        found.setdefault(left, word)


def with_ligatures(words: Iterator[str]) -> Iterator[str]:
    """Yield those words that have a ligature to lose."""
    return (word for word in words if any(each in word for each in _LIGATURES))
