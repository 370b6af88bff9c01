"""What a quoter put into a quotation and marked by square brackets: words, letters, [sic]."""

from __future__ import annotations

import re

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair
from claimcheck.documents.judging.differences import Difference, Kind, normalised, shortened
from claimcheck.documents.judging.vocabulary import NEGATIONS

# A bracket that touches a letter is of a part of a word: "[T]he".
_BRACKETED = re.compile(r"(?<![^\W_])\[[^\[\]]*\](?![^\W_])")


def own_words(quoted: Reading) -> frozenset[int]:
    """
    Return the numbers of the words that stand in brackets.

    >>> sorted(own_words(Reading.of("the [Turkish] forts were [sic] empty")))
    [1, 4]
    """
    if "[" not in quoted.folded.text:
        return frozenset()
    ranges = [match.span() for match in _BRACKETED.finditer(quoted.folded.text)]
    return frozenset(
        index
        for index, (start, end) in enumerate(quoted.spans)
        if any(first < start and end < last for first, last in ranges)
    )


def with_free_ends(pairs: list[Pair], own: frozenset[int]) -> list[Pair]:
    """
    Return pairs in which the quoter's words before and after a quotation answer to nothing.

    >>> with_free_ends([(0, 3), (1, 4), (2, 5)], frozenset({2}))
    [(0, 3), (1, 4), (2, None)]
    """
    inside = [at for at, (left, _right) in enumerate(pairs) if left is not None and left not in own]
    if not own or not inside:
        return pairs
    head, tail = pairs[: inside[0]], pairs[inside[-1] + 1 :]
    before: list[Pair] = [(left, None) for left, _right in head if left is not None]
    after: list[Pair] = [(left, None) for left, _right in tail if left is not None]
    return [*before, *pairs[inside[0] : inside[-1] + 1], *after]


def judge_own_words(quoted: Reading, own: list[int]) -> Difference:
    """Return that words are the quoter's: no difference of the text, unless they deny what it says."""
    words = shortened(quoted.shown(own[0], own[-1]))
    if any(quoted.texts[index] in NEGATIONS for index in own):
        return Difference(kind=Kind.DOUBTFUL, text=f"the quoter's own word denies: [{words}]")
    return normalised(f"the quoter's own: [{words}]")
