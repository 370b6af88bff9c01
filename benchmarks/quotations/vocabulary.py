"""The words of the invented prose: common English ones, and a long tail of invented ones."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from attrs import field, frozen

_N_INVENTED = {"noun": 30_000, "adjective": 12_000, "verb": 15_000}
_N_SURNAMES, _N_GIVEN, _N_PLACES = 1_500, 120, 900
_N_NUMBERS, _N_DATES = 2_500, 3_000

_FLATTENING, _FALL = 8.0, 1.3
"""
Zipf's law as Mandelbrot amended it: a word of rank r has the weight 1 / (r + 8) ** 1.3. So much steeper
than in whole texts, because each class falls by itself and function words stand in the patterns.
"""

_UNSEEMLY = re.compile("shit|fuc|cunt|cock|nig|fag|rape|slut|tit$")


@cache
def word_lists() -> dict[str, Any]:
    """Return the lists of words, sounds and slips."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@frozen(kw_only=True)
class WordClass:
    """Words that may stand in one place of a sentence, the most frequent first."""

    words: tuple[str, ...] = field(repr=False)
    weights: tuple[float, ...] = field(repr=False)

    @classmethod
    def of(cls, words: Iterable[str]) -> WordClass:
        """Give words the weights of their ranks."""
        ranked = tuple(dict.fromkeys(words))
        falling = ((rank + _FLATTENING) ** -_FALL for rank in range(1, len(ranked) + 1))
        return cls(words=ranked, weights=tuple(accumulate(falling)))

    def draw(self, chance: random.Random, n: int) -> list[str]:
        """Return n words by their weights."""
        return chance.choices(self.words, cum_weights=self.weights, k=n)


@cache
def make_vocabulary() -> dict[str, WordClass]:
    """Return the words of each class, the letter of which stands in the patterns of sentences."""
    chance = random.Random(1)  # noqa: S311 - the same words every time
    common = {name: words.split() for name, words in word_lists()["common"].items()}
    nouns = [*common["nouns"], *_invented(chance, _N_INVENTED["noun"])]
    adjectives = [*common["adjectives"], *_invented(chance, _N_INVENTED["adjective"])]
    bases = _invented(chance, _N_INVENTED["verb"])
    return {
        "N": WordClass.of(nouns),
        "S": WordClass.of(_plural(noun) for noun in nouns),
        "A": WordClass.of(adjectives),
        "V": WordClass.of([*common["verbs"], *(base + "ed" for base in bases)]),
        "I": WordClass.of([*common["bases"], *bases]),
        "G": WordClass.of([base + "ing" for base in (*common["bases"], *bases) if base[-1] != "e"]),
        "R": WordClass.of(
            [*common["adverbs"], *(each + "ly" for each in adjectives if each[-1] not in "sy")]
        ),
        "F": WordClass.of(_names(chance, _N_GIVEN, ["", "a", "o", "in"])),
        "U": WordClass.of(_names(chance, _N_SURNAMES, word_lists()["sounds"]["surname_ends"].split())),
        "P": WordClass.of(_names(chance, _N_PLACES, word_lists()["sounds"]["place_ends"].split())),
        "M": WordClass.of([*common["figures"], *_numbers(chance)]),
        "Y": WordClass.of(str(chance.randint(1700, 1940)) for _ in range(400)),
        "T": WordClass.of(_dates(chance, common["months"])),
        "H": WordClass.of(common["titles"]),
    }


def _invented(chance: random.Random, n: int) -> list[str]:
    """Return words that nobody knows but anybody could say, the shorter ones first, roughly."""
    sounds = {name: parts.split() for name, parts in word_lists()["sounds"].items()}
    words: dict[str, None] = {}
    while len(words) < n:
        n_syllables = 1 + (len(words) * 3) // n + chance.randint(0, 1)
        syllables = (
            chance.choice(sounds["onsets"]) + chance.choice(sounds["vowels"]) for _ in range(n_syllables)
        )
        word = "".join(syllables) + chance.choice(sounds["codas"])
        if not _UNSEEMLY.search(word):
            words[word] = None
    return list(words)


def _plural(noun: str) -> str:
    if noun[-1] == "y" and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "x", "ch")) else "s")


def _names(chance: random.Random, n: int, ends: list[str]) -> list[str]:
    sounds = {name: parts.split() for name, parts in word_lists()["sounds"].items()}
    names: dict[str, None] = {}
    while len(names) < n:
        middle = chance.choice(sounds["name_middles"]) + chance.choice(sounds["name_codas"])
        names[chance.choice(sounds["name_onsets"]) + middle + chance.choice(ends)] = None
    return list(names)


def _numbers(chance: random.Random) -> list[str]:
    """Return numbers as they are printed, the smaller ones first, roughly."""
    highest = (10 ** (1 + 4.5 * rank / _N_NUMBERS) for rank in range(_N_NUMBERS))
    return [f"{chance.randint(2, round(high)):,}" for high in highest]


def _dates(chance: random.Random, months: list[str]) -> list[str]:
    patterns = ("{d} {m} {y}", "{d} {m}", "{m} {y}", "{m} {d}, {y}", "the {d}th of {m}")
    return [
        chance.choice(patterns).format(
            d=chance.randint(4, 20), m=chance.choice(months), y=chance.randint(1700, 1940)
        )
        for _ in range(_N_DATES)
    ]
