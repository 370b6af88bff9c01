"""How likely words would be found by accident."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen
from rapidfuzz.distance import Levenshtein

_LARGEST = 10**12


_TOLD_BY_LETTER = 1.75
"""
What one agreeing letter tells, in natural logarithms. Ours: with it, `expected_by_letters` is near one at the
median distance at which quotations of 12 to 100 letters that are not there still match somewhere in real
texts of 65 KB to 10 MB.
"""

_LARGEST_SHARE_OF_ERRORS = 0.25
_MOST_ACCIDENTS = 0.05


def expected_by_letters(length: int, n_errors: int, n_places: int) -> float:
    """Return the natural logarithm of how many of these places agree so far by accident."""
    ways = math.log(math.comb(min(length, 500), min(n_errors, 250)))
    return math.log(max(1, n_places)) + ways - _TOLD_BY_LETTER * (length - n_errors)


@lru_cache(maxsize=1024)
def most_errors(length: int, n_places: int) -> int:
    """
    Return how many errors a quotation may have and still be no accident in a text of this size.

    >>> most_errors(20, 10_000_000), most_errors(160, 65_000)
    (4, 40)
    """
    limit = math.log(_MOST_ACCIDENTS)
    n_errors = int(length * _LARGEST_SHARE_OF_ERRORS)
    while n_errors > 0 and expected_by_letters(length, n_errors, n_places) > limit:
        n_errors -= 1
    return n_errors


@frozen(kw_only=True)
class Agreement:
    """How far a quotation agrees with a place: its rate of chance, and the share of its letters found."""

    expected: float
    share: float

    @property
    def is_evidence(self) -> bool:
        """Whether half of the letters agree, and fewer than one in twenty such places is an accident."""
        return self.share >= 0.5 and self.expected < _MOST_ACCIDENTS


def agreement(
    quoted: Sequence[str], printed: Sequence[str], n_places: int, counts: Mapping[str, int], n_words: int
) -> Agreement:
    """
    Return how far the words of a quotation agree with those of a place.

    The words of the text are thought to be strewn at random, each as often as it occurs there (at least
    once): a word that agrees tells by its share, one that agrees in part by the letters that do, one
    without counterpart nothing. Words of one phrase attract one another, so the true figure is higher by
    some powers of ten for idioms and names; this one serves to refuse what is weak, and to rank.
    """
    logarithm, rarity = math.log(max(1, n_places)), math.log(max(1, n_words))
    n_found = n_changed = 0
    for step in Levenshtein.opcodes(quoted, printed):
        left, right = quoted[step.src_start : step.src_end], printed[step.dest_start : step.dest_end]
        if step.tag == "equal":
            n_found += len("".join(left))
            logarithm += sum([math.log(counts.get(word) or 1) for word in left]) - rarity * len(left)
            continue
        n_changed += max(len(left), len(right))
        one, other = "".join(left), "".join(right)
        n_errors = min(len(one), Levenshtein.distance(one, other))
        n_found += len(one) - n_errors
        logarithm += min(0.0, expected_by_letters(len(one), n_errors, 1)) if one else 0.0
    logarithm += math.log(math.comb(min(len(quoted) + n_changed, 500), min(n_changed, 250)))
    n_letters = sum(map(len, quoted))
    return Agreement(
        expected=math.exp(max(-500.0, min(logarithm, 500.0))), share=n_found / n_letters if n_letters else 0.0
    )


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
