"""Where each word of a folded text stands."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.words import WORD

_BLOCK = 4 * 2**20
"""Code points that are taken apart at once, which bounds the memory for it."""


class WordIndex:
    """
    The places of every word in folded text, and how often it occurs.

    The text is parted at its blanks, which is ten times faster than finding its words one by one; the
    words are found in each distinct stretch between blanks, of which there are few.
    """

    def __init__(self, text: str) -> None:
        self._stretches: dict[str, array[int]] = _stretches(text)
        self._within: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        for stretch, places in self._stretches.items():
            for match in WORD.finditer(stretch):
                self._within[match.group()].append((stretch, match.start()))
                self.counts[match.group()] += len(places)
        self.n_words = self.counts.total()

    def places(self, word: str) -> Sequence[int]:
        """Return the offsets at which a word begins, in order."""
        within = self._within.get(word, ())
        if len(within) == 1 and within[0][1] == 0:
            return self._stretches[within[0][0]]
        return sorted(place + offset for stretch, offset in within for place in self._stretches[stretch])


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
