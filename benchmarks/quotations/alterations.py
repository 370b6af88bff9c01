"""Quotations that say something else than the text: one word, number, name or negation differs."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable

from attrs import field, frozen

from benchmarks.quotations.plain import fold_plainly

_NEGATIONS = frozenset({"not", "never", "no"})
_AUXILIARIES = frozenset(
    {
        *("was", "were", "is", "are", "had", "has", "have", "did"),
        *("would", "could", "should", "may", "must", "will"),
    }
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PARTS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_][^\W_]{2,}")
_WORD = re.compile(r"\b[a-z]{2,}\b")
_MOST_READ = 2_000_000
_FEWEST = 5
"""Words of a quotation that is altered: it must have an inside."""


@frozen(kw_only=True)
class Stock:
    """Words and names of a text, to put in the place of others; the words as often as they occur."""

    words: tuple[str, ...] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    known: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, clean: str) -> Stock:
        """Take the words of a text that occur twice, and its names."""
        sample = clean[:_MOST_READ]
        words = _WORD.findall(sample)
        counts = Counter(words)
        known = frozenset(word for word, n in counts.items() if n > 1)
        names = sorted({match[0] for match in _NAME.finditer(sample) if match[0][0].isupper()})
        return cls(words=tuple(word for word in words if word in known), names=tuple(names), known=known)

    def look_alikes(self, word: str) -> list[str]:
        """Return the known words that are one letter apart."""
        ones = {word[:at] + letter + word[at + 1 :] for at in range(len(word)) for letter in _LETTERS}
        shorter = {word[:at] + word[at + 1 :] for at in range(len(word))}
        longer = {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _LETTERS}
        return sorted((ones | shorter | longer) & self.known - {word})


Alteration = Callable[[list[str], Stock, random.Random], list[str] | None]


def alter(quotation: str, kind: str, stock: Stock, chance: random.Random) -> str | None:
    """Return an altered copy in which other words stand, None when the quotation has nothing of the kind."""
    words = quotation.split()
    if len(words) < _FEWEST:
        return None
    altered = ALTERATIONS[kind](words, stock, chance)
    if altered is None or fold_plainly(" ".join(altered)) == fold_plainly(quotation):
        return None
    return " ".join(altered)


def _negation(words: list[str], _stock: Stock, _chance: random.Random) -> list[str] | None:
    for index, word in enumerate(words[1:-1], 1):
        if word in _NEGATIONS:
            return words[:index] + words[index + 1 :]
    for index, word in enumerate(words[:-2]):
        if word in _AUXILIARIES:
            return [*words[: index + 1], "not", *words[index + 1 :]]
    return None


def _number(words: list[str], _stock: Stock, chance: random.Random) -> list[str] | None:
    for index, word in enumerate(words):
        places = [at for at, each in enumerate(word) if each.isascii() and each.isdigit()]
        if places:
            at = chance.choice(places)
            other = chance.choice([digit for digit in "123456789" if digit != word[at]])
            return [*words[:index], word[:at] + other + word[at + 1 :], *words[index + 1 :]]
    return None


def _name(words: list[str], stock: Stock, chance: random.Random) -> list[str] | None:
    known = frozenset(stock.names)
    for index, word in enumerate(words[1:], 1):
        if _core(word) in known:
            return _replaced(words, index, chance.choice(stock.names))
    return None


def _changed(words: list[str], stock: Stock, chance: random.Random) -> list[str] | None:
    """Put another word for an inner one, every second time one that looks like it."""
    inner = [index for index in range(1, len(words) - 1) if _WORD.fullmatch(_core(words[index]))]
    chance.shuffle(inner)
    if chance.random() < 0.5:
        for index in inner:
            if alike := stock.look_alikes(_core(words[index])):
                return _replaced(words, index, chance.choice(alike))
    return _replaced(words, inner[0], chance.choice(stock.words)) if inner else None


def _dropped(words: list[str], _stock: Stock, chance: random.Random) -> list[str] | None:
    index = chance.randrange(1, len(words) - 1)
    return words[:index] + words[index + 1 :]


def _added(words: list[str], stock: Stock, chance: random.Random) -> list[str] | None:
    index = chance.randrange(1, len(words))
    return [*words[:index], chance.choice(stock.words), *words[index:]]


def _moved(words: list[str], _stock: Stock, chance: random.Random) -> list[str] | None:
    index = chance.randrange(1, len(words) - 1)
    rest = words[:index] + words[index + 1 :]
    to = chance.choice([each for each in range(1, len(rest)) if each != index])
    return [*rest[:to], words[index], *rest[to:]]


ALTERATIONS: dict[str, Alteration] = {
    "negation": _negation,
    "number": _number,
    "name": _name,
    "word changed": _changed,
    "word dropped": _dropped,
    "word added": _added,
    "word moved": _moved,
}


def _core(word: str) -> str:
    match = _PARTS.match(word)
    return match[2] if match else word


def _replaced(words: list[str], index: int, core: str) -> list[str]:
    match = _PARTS.match(words[index])
    around = (match[1], match[3]) if match else ("", "")
    return [*words[:index], around[0] + core + around[1], *words[index + 1 :]]
