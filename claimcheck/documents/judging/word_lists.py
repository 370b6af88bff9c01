"""Lists of known words: the common ones of some languages, numbers, months; and what is like none of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.data import read_table
from claimcheck.documents.folding.fold import fold


@lru_cache(maxsize=4096)
def is_strange(word: str) -> bool:
    """
    Whether three letters of a word, its ends counted, stand so in none of the known words.

    >>> is_strange("vvent"), is_strange("relent")
    (True, False)
    """
    return not _threes(word) <= _known_threes()


def _threes(word: str) -> set[str]:
    edged = f"^{word}$"
    return {edged[at : at + 3] for at in range(len(edged) - 2)}


@cache
def _known_threes() -> frozenset[str]:
    return frozenset(three for word in known_words() for three in _threes(word))


@cache
def known_words() -> frozenset[str]:
    """Return the common words of all languages with a list, and those of numbers, months and weekdays."""
    return frozenset().union(*words_by_language().values()) | figure_words()


@cache
def words_by_language() -> dict[str, frozenset[str]]:
    """Return the common words of each language that has a list."""
    lists = read_table("common_words.toml")
    return {language: frozenset(words.split()) for language, words in lists.items()}


@cache
def figure_words() -> frozenset[str]:
    """Return the words of numbers, months and weekdays: those that no damage explains lightly."""
    return frozenset().union(*figures_by_language().values())


@cache
def figures_by_language() -> dict[str, set[str]]:
    """Return the words of numbers, months and weekdays of each language."""
    found: dict[str, set[str]] = {}
    for table in ("numerals.toml", "months.toml"):
        for name, language in read_table(table).items():
            found.setdefault(name, set()).update(_folded_words(language))
    return found


def _folded_words(language: object) -> set[str]:
    kept = ("to_nineteen", "tens", "hundreds", "months", "weekdays", "cardinals", "ordinals", "decades")
    texts: list[str] = []
    if isinstance(language, dict):
        texts += [each for name in kept for each in language.get(name, ()) if isinstance(each, str)]
        for scale in language.get("scales", ()):
            texts += [scale.get("words", ""), scale.get("many", "")]
    forms = [
        form.strip() for text in texts for form in re.split(r"[| ]" if " and " not in text else r"\|", text)
    ]
    return {fold(form).text for form in forms if len(form) > 1 and form.isalpha()}
