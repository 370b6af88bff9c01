"""How likely words would be found by accident."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_LARGEST = 10**12


def accidents(
    matched: Sequence[str], n_changed: int, n_places: int, counts: Mapping[str, int], n_words: int
) -> float:
    """
    Return how many places of a text can be expected to match as well by accident.

    The words of the text are thought to be strewn at random, each as often as it occurs there (at least
    once): at any place the matched words stand with the product of their shares, at `n_places` places
    that often more, and the `n_changed` words of the quotation that do not match may be any of its
    words. Words of one phrase attract one another, so the true figure is higher than this one by some
    powers of ten for idioms and names; it serves to refuse what is weak, and to rank.
    """
    n_quoted = len(matched) + n_changed
    logarithm = math.log(max(1, n_places)) + math.log(math.comb(min(n_quoted, 500), min(n_changed, 250)))
    for word in matched:
        logarithm += math.log(max(1, counts.get(word, 0)) / max(1, n_words))
    return math.exp(max(-500.0, min(logarithm, 500.0)))


def by_chance(expected: float) -> str:
    """
    Return the expectation as one says it, to one digit.

    >>> by_chance(0.00042)
    'by chance: 1 in 2,000'
    """
    if expected >= 1:
        return f"by chance: {min(round(expected), _LARGEST):,} such places"
    if expected * _LARGEST < 1:
        return f"by chance: less than 1 in {_LARGEST:,}"
    n = 1 / expected
    unit = 10 ** math.floor(math.log10(n))
    return f"by chance: 1 in {math.floor(n / unit) * unit:,}"
