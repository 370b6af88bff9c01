"""What a quoter put into a quotation and marked by square brackets: words, letters, [sic]."""

from __future__ import annotations

import re

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair
from claimcheck.documents.judging.differences import Difference, Kind, normalised, shortened
from claimcheck.documents.judging.vocabulary import NEGATIONS

# A bracket that touches a letter is of a part of a word: "[T]he".
_BRACKETED = re.compile(r"(?<![^\W_])\[[^\[\]]*\](?![^\W_])")

_LETTER = r"[^\W\d_]"
_LETTERS = re.compile(rf"\[({_LETTER}+)\](?={_LETTER})|(?<={_LETTER})\[({_LETTER}+)\]")
_LETTERS_BEHIND = re.compile(rf"(?<={_LETTER})\[{_LETTER}+\]")


def without_own_letters(quotation: str) -> tuple[str, ...]:
    """
    Return how a quotation may read in the document, none when it has no letters in brackets.

    Those before a word stand there in the other case; those behind it may have been put in, too.

    >>> without_own_letters("[T]he fort[s] fell")
    ('The forts fell', 'The fort fell')
    """
    if not _LETTERS.search(quotation):
        return ()
    unwrapped = _LETTERS.sub(r"\1\2", quotation)
    return tuple(dict.fromkeys((unwrapped, _LETTERS.sub(r"\1", _LETTERS_BEHIND.sub("", quotation)))))


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


def with_own_words(pairs: list[Pair], own: frozenset[int], n_words: int) -> list[Pair]:
    """
    Return the pairs of the other words with those of the quoter between them, which answer to nothing.

    The other words are numbered by themselves in the pairs that are given.

    >>> with_own_words([(0, 3), (1, 4)], frozenset({1}), 3)
    [(0, 3), (1, None), (2, 4)]
    """
    others = [index for index in range(n_words) if index not in own]
    found: list[Pair] = []
    done = 0
    for left, right in pairs:
        if left is not None:
            found += [(each, None) for each in range(done, others[left])]
            done = others[left] + 1
        found.append((left if left is None else others[left], right))
    return [*found, *((each, None) for each in range(done, n_words))]


def judge_own_words(quoted: Reading, own: list[int]) -> Difference:
    """Return that words are the quoter's: no difference of the text, unless they deny what it says."""
    words = shortened(quoted.shown(own[0], own[-1]))
    if any(quoted.texts[index] in NEGATIONS for index in own):
        return Difference(kind=Kind.DOUBTFUL, text=f"the quoter's own word denies: [{words}]")
    return normalised(f"the quoter's own: [{words}]")
