"""Endings that make another word of a word, though print and scan have nothing to do with it: fort, forts."""

from __future__ import annotations

ENDINGS = frozenset({"s", "es", "ed", "ing", "er", "ly", "en"})
ENDINGS_OF_WORDS = frozenset({"d", "r", "n", "e", "y"})
"""These tell another word only where what is left without them is one."""

BEGINNINGS = frozenset({"re", "be", "de", "dis", "un", "in", "im", "mis", "a", "non", "en", "ex", "for"})

_BEHIND_E = ("d", "r")

_ANY = tuple(ENDINGS | ENDINGS_OF_WORDS)
_SHORTEST_STEM = 3


def stems(word: str) -> set[str]:
    """
    Return what is left of a word without an ending, of three letters at least.

    >>> sorted(stems("closes"))
    ['clos', 'close']
    """
    if not word.endswith(_ANY):
        return set()
    endings = [each for each in ENDINGS | ENDINGS_OF_WORDS if word.endswith(each)]
    return {word[: -len(each)] for each in endings if len(word) - len(each) >= _SHORTEST_STEM}


def fits(word: str, ending: str) -> bool:
    """
    Return whether a letter may be the ending of another word of the same stem.

    >>> fits("close", "d"), fits("could", "d"), fits("know", "n")
    (True, False, True)
    """
    return ending in ENDINGS_OF_WORDS and (ending not in _BEHIND_E or word.endswith("e"))


def inflections(word: str) -> set[str]:
    """
    Return a word with the endings that it may have, and without the one that it may have already.

    >>> "closed" in inflections("close"), "townd" in inflections("town")
    (True, False)
    """
    added = [*ENDINGS, *_BEHIND_E] if word.endswith("e") else ENDINGS
    return stems(word) | {word + each for each in added}
