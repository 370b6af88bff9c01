"""Where each word of a folded text stands."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from claimcheck.documents.extras import extra
from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.words import WORD

if TYPE_CHECKING:
    from claimcheck.documents.folding.tokens import WordTable

_BLOCK = 4 * 2**20
"""Code points that are taken apart at once, which bounds the memory for it."""

_LONG = 500_000
"""Code points from which on loading numpy is worth its time."""


class WordIndex:
    """
    The places of every word in folded text, and how often it occurs.

    With the extra `fast`, numpy parts a long text into its words. Either way the words and places are the
    same. `kept` are those of the text that were found in an earlier run.
    """

    def __init__(self, text: str, kept: KeptWords | None = None) -> None:
        self._table: WordTable | _Stretches | KeptWords
        if kept is not None:
            self._table = kept
        elif len(text) >= _LONG and extra("numpy") is not None:
            from claimcheck.documents.folding.tokens import WordTable

            self._table = WordTable(text)
        else:
            self._table = _Stretches(text)
        self.counts: Counter[str] = self._table.counts
        self.n_words = self.counts.total()

    def places(self, word: str) -> Sequence[int]:
        """Return the offsets at which a word begins, in order."""
        return self._table.places(word)


class KeptWords:
    """The words of a text, how often each occurs, and the places of all of them, word after word."""

    def __init__(self, words: Sequence[str], sizes: Sequence[int], places: array[int]) -> None:
        self.counts: Counter[str] = Counter(dict(zip(words, sizes, strict=True)))
        self._first = dict(zip(words, accumulate(sizes, initial=0), strict=False))
        self._places = places

    def places(self, word: str) -> Sequence[int]:
        """Return the offsets at which a word begins, in order."""
        first = self._first.get(word)
        return () if first is None else self._places[first : first + self.counts[word]]


class _Stretches:
    """
    The words of a text that is parted at its blanks.

    That is ten times faster than finding its words one by one; they are found in each distinct stretch
    between blanks, of which there are few.
    """

    def __init__(self, text: str) -> None:
        self._places = _stretches(text)
        self._within: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        for stretch, places in self._places.items():
            for match in WORD.finditer(stretch):
                self._within[match.group()].append((stretch, match.start()))
                self.counts[match.group()] += len(places)

    def places(self, word: str) -> Sequence[int]:
        """Return the offsets at which a word begins, in order."""
        within = self._within.get(word)
        if not within:
            return ()
        if len(within) == 1 and within[0][1] == 0:
            return self._places[within[0][0]]
        return sorted(place + offset for stretch, offset in within for place in self._places[stretch])


def _stretches(text: str) -> dict[str, array[int]]:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for start, end in _blocks(text):
        block: defaultdict[str, list[int]] = defaultdict(list)
        place = start
        for stretch in text[start:end].replace(STOP, " ").split(" "):
            block[stretch].append(place)
            place += len(stretch) + 1
        block.pop("", None)
        for stretch, places in block.items():
            found[stretch].fromlist(places)
    return dict(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        blank = text.find(" ", start + _BLOCK)
        end = len(text) if blank < 0 else blank
        yield start, end
        start = end + 1
