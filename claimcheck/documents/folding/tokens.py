"""The words of a long folded text found by numpy, all at once; imported where numpy is installed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

_BLOCK = 2**16
"""
Code points that are taken apart at once; a block ends at a blank, which no word holds. So small that its
arrays are in memory that was used before: new memory costs more than all that is done with it.
"""

_LETTER, _DIGIT, _SIGN, _OTHER_OF_WORD = 1, 2, 3, 4
_CLASSES = (
    (_DIGIT, re.compile(r"\d")),
    (_LETTER, re.compile(r"[^\W\d_]")),
    (_SIGN, re.compile(r"[%‰£$€¥°§&+=<>]")),
    (_OTHER_OF_WORD, re.compile(r"[\w)']")),
)

# Any odd number has an inverse modulo 2**64, so that equal words have equal hashes wherever they stand.
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 2**64)

Numbers = NDArray[np.uint64]


class WordTable:
    """The words of a folded text as `words.WORD` finds them, how often each occurs, and where."""

    def __init__(self, text: str) -> None:
        hashes, starts, ends = _all_words(text)
        order, is_first = _grouped(hashes)
        self._starts = starts[order]
        firsts = np.flatnonzero(is_first)
        sizes: list[int] = np.diff(firsts, append=len(hashes)).tolist()
        spans = zip(self._starts[firsts].tolist(), ends[order[firsts]].tolist(), strict=True)
        words = [text[start:end] for start, end in spans]
        self._first: dict[str, int] = dict(zip(words, firsts.tolist(), strict=True))
        self.counts: Counter[str] = Counter(dict(zip(words, sizes, strict=True)))

    def places(self, word: str) -> Sequence[int]:
        """Return the offsets at which a word begins, in order."""
        first = self._first.get(word)
        if first is None:
            return ()
        found: list[int] = self._starts[first : first + self.counts[word]].tolist()
        return found


def _grouped(hashes: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """
    Return an order in which equal hashes stand together, each where it stood, and which are the first ones.

    The numbers of the words are sorted as the low bits of their hashes, which takes a tenth of the time that
    sorting numbers by hashes does; where hashes differ in their low bits alone, it is done that way.
    """
    n_bits = np.uint64(len(hashes).bit_length())
    keys = (hashes >> n_bits << n_bits) | np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    order = keys & np.uint64((1 << int(n_bits)) - 1)
    grouped, high = hashes[order], keys >> n_bits
    is_first = _changes(grouped)
    if np.count_nonzero(is_first) != np.count_nonzero(_changes(high)):
        order = np.argsort(hashes, kind="stable").astype(np.uint64)
        is_first = _changes(hashes[order])
    return order, is_first


def _changes(numbers: Numbers) -> NDArray[np.bool_]:
    """Return which numbers are others than those before them."""
    changes = np.ones(len(numbers), dtype=bool)
    changes[1:] = numbers[1:] != numbers[:-1]
    return changes


def _all_words(text: str) -> tuple[Numbers, Numbers, Numbers]:
    """Return the hashes, begins and ends of all words, in their order."""
    classes = _Classes()
    blocks = [_hashed_words(text, start, end, classes) for start, end in _blocks(text)]
    nothing = np.zeros(0, dtype=np.uint64)
    columns = zip(*blocks, strict=True) if blocks else ((nothing,),) * 3
    hashes, starts, ends = (np.concatenate(column) for column in columns)
    return hashes, starts, ends


class _Classes:
    """The class of every character, found when a text first holds it."""

    def __init__(self) -> None:
        self._of = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
        self._is_known = np.zeros(sys.maxunicode + 1, dtype=bool)

    def of(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        """Return the class of each code point."""
        present = np.flatnonzero(np.bincount(codes))
        for code in present[~self._is_known[present]].tolist():
            kinds = (number for number, kind in _CLASSES if kind.match(chr(code)))
            self._of[code] = next(kinds, 0)
        self._is_known[present] = True
        return self._of[codes]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        blank = text.find(" ", start + _BLOCK)
        end = len(text) if blank < 0 else blank
        yield start, end
        start = end + 1


def _hashed_words(text: str, start: int, end: int, classes: _Classes) -> tuple[Numbers, Numbers, Numbers]:
    """Return the hashes, begins and ends of the words of a block."""
    codes = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds = _kinds(codes, classes)
    edge = _with_margins(kinds)
    is_word, is_sign = kinds != 0, kinds == _SIGN
    begins = np.flatnonzero(is_word & ((edge[:-2] != kinds) | is_sign))
    ends = np.flatnonzero(is_word & ((edge[2:] != kinds) | is_sign)) + 1
    size = len(codes)
    sums = np.zeros(size + 1, dtype=np.uint64)
    np.cumsum(codes.astype(np.uint64) * _powers(_BASE, size), out=sums[1:])
    hashes = (sums[ends] - sums[begins]) * _powers(_INVERSE, size)[begins]
    offset = np.uint64(start)
    return hashes, begins.astype(np.uint64) + offset, ends.astype(np.uint64) + offset


def _kinds(codes: NDArray[np.uint32], classes: _Classes) -> NDArray[np.uint8]:
    """Return the class of each character within a word, 0 where none stands."""
    found = classes.of(codes)
    margins = _with_margins(found)
    kinds = np.where(found == _OTHER_OF_WORD, np.uint8(0), found)
    # Marks and minus signs are few, and looked at one by one.
    marks = np.flatnonzero((codes == ord(".")) | (codes == ord(",")))
    kinds[marks[(margins[marks] == _DIGIT) & (margins[marks + 2] == _DIGIT)]] = _DIGIT
    dashes = np.flatnonzero(codes == ord("-"))
    is_free = (margins[dashes] == 0) | (margins[dashes] == _SIGN)
    kinds[dashes[is_free & (margins[dashes + 2] == _DIGIT)]] = _SIGN
    return kinds


def _with_margins(kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return classes with nothing before the first and behind the last."""
    wide = np.zeros(len(kinds) + 2, dtype=np.uint8)
    wide[1:-1] = kinds
    return wide


_kept: dict[int, Numbers] = {}


def _powers(base: int, size: int) -> Numbers:
    """Return base**0, base**1... modulo 2**64; kept, since the blocks of a text are alike."""
    if base not in _kept or len(_kept[base]) < size:
        powers = np.full(max(size, 1), np.uint64(base), dtype=np.uint64)
        powers[0] = 1
        _kept[base] = np.cumprod(powers, dtype=np.uint64)
    return _kept[base][:size]
