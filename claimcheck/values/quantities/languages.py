"""In which languages the words of a quantity are known, and in which of them they mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.values.quantities.compounds import pieces_of, unglue
from claimcheck.values.quantities.counted import counted_vocabulary
from claimcheck.values.quantities.lexicon import LANGUAGES, lexicon, number_vocabulary
from claimcheck.values.quantities.tokens import Token, tokenize
from claimcheck.values.quantities.units import Unit, unit_vocabulary, units_at

_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")
_WORD = re.compile(r"[^\W\d_]")
# A set of languages is a whole number, with one bit for each.
_BITS = {language: 1 << place for place, language in enumerate(LANGUAGES)}
_ALL = sum(_BITS.values())


class _Use(NamedTuple):
    """
    What a word is in each language.

    `known` has the bits of the languages whose vocabulary holds it. `alike` has a number for each language:
    the place of the first in which the word is the same unit. Where one `is_apart`, some language may take
    it apart, and its pieces count.
    """

    known: int
    alike: tuple[int, ...]
    is_apart: bool


def has_words(text: str) -> bool:
    """Tell whether there is a letter in the text."""
    return _WORD.search(text) is not None


Spoken = dict[str, list[str]]
"""Languages that speak for others: each with itself and those in which the words mean the same."""


def languages_of(text: str, stated: str) -> Iterator[Spoken]:
    """
    Yield the languages that know most words of the text, then those that know fewer, and so on.

    The stated one comes first if it knows them all. Figures without words are the same in all, so there
    the stated language, or the first, speaks. Of languages that differ in their habit of print alone the
    first speaks for the others.
    """
    tokens = tokenize(text, LANGUAGES[0])
    uses = [_use(token.text) for token in tokens if token.sort == "word"]
    if not uses and not has_words(text):
        yield _each([stated if stated in LANGUAGES else LANGUAGES[0]])
        return
    knows_all = _ALL
    # Turkish has a small letter of its own for the capital I.
    is_apart = "I" in text
    for known, _, may_come_apart in uses:
        knows_all &= known
        is_apart |= may_come_apart
    if knows_all and not is_apart:
        if knows_all & _BITS.get(stated, 0):
            yield {stated: [stated]}
        else:
            group = _languages(knows_all)
            is_measure = len(group) > 1 and len(uses) == 1 and _is_figure_first(tokens)
            yield _alike(group, uses[0]) if is_measure else _each(group)
    counts = _pieces_known(text) if is_apart else _words_known(uses)
    if is_apart and stated in counts and counts[stated][0] == counts[stated][1]:
        yield {stated: [stated]}
    for languages in _by_count(counts, stated, must_know_all=not _DIGIT.search(text)):
        yield _each(languages)


def _each(languages: Sequence[str]) -> Spoken:
    return {language: [language] for language in languages}


@cache
def _languages(bits: int) -> tuple[str, ...]:
    return tuple(language for language in LANGUAGES if bits & _BITS[language])


def _is_figure_first(tokens: Sequence[Token]) -> bool:
    """Tell whether only words and percent signs stand behind a figure: nothing depends on another rule."""
    return tokens[0].is_figure and all(token.sort != "sign" or token.text == "%" for token in tokens)


_Known = dict[str, tuple[int, int]]
"""How many words each language knows, of how many that it finds in the text."""


def _words_known(uses: list[_Use]) -> _Known:
    return {
        language: (len([use for use in uses if use.known & bit]), len(uses))
        for language, bit in _BITS.items()
    }


def _pieces_known(text: str) -> _Known:
    known: _Known = {}
    for language in LANGUAGES:
        tokens = unglue(tokenize(text, language), lexicon(language))
        words = [token.text for token in tokens if token.sort == "word"]
        vocabulary = _vocabulary(language)
        known[language] = len([word for word in words if word in vocabulary]), len(words)
    return known


def _by_count(known: _Known, stated: str, *, must_know_all: bool) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    if stated in known:
        groups[known[stated][0]] = [stated]
    for language, (n_known, n_words) in known.items():
        # "on ignore le nombre" holds the Turkish ten; a text of words is another language's as a whole.
        if language != stated and (n_known == n_words or not must_know_all or stated not in known):
            groups.setdefault(n_known, []).append(language)
    return [groups[count] for count in sorted(groups, reverse=True)]


def _alike(languages: Sequence[str], use: _Use) -> Spoken:
    """Return the first language of each meaning of the one word in a text, with those that share it."""
    groups: dict[int, list[str]] = {}
    for language in languages:
        groups.setdefault(use.alike[LANGUAGES.index(language)], []).append(language)
    return {group[0]: group for group in groups.values()}


# A text has few words, and the same ones come again and again.
@lru_cache(maxsize=4096)
def _use(word: str) -> _Use:
    units = [_unit_alone(word, language) for language in LANGUAGES]
    return _Use(
        known=sum(bit for language, bit in _BITS.items() if word in _vocabulary(language)),
        alike=tuple(units.index(named) if named else place for place, named in enumerate(units)),
        is_apart=any(_may_come_apart(word, language) for language in LANGUAGES),
    )


def _may_come_apart(word: str, language: str) -> bool:
    words = lexicon(language)
    # What stands before such a word may have an ending: "binden fazla".
    return words.is_glued and (word in words.bound_words or pieces_of(language, word) is not None)


def _unit_alone(word: str, language: str) -> tuple[Unit, ...]:
    """Return the units that a word by itself means in a language where it means nothing else."""
    is_more = word in number_vocabulary(language) or word in counted_vocabulary(language)
    found = None if is_more else units_at((Token(word, "word"),), 0, language)
    return found[0] if found else ()


@cache
def _vocabulary(language: str) -> frozenset[str]:
    return number_vocabulary(language) | unit_vocabulary(language) | counted_vocabulary(language)
