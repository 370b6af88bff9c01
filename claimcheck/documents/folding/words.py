"""The words of folded text, and where a cut would go through one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.fold import Folded, Range, fold

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%‰£$€¥°§&+=<>]|(?<![\w)'])-(?=\d)")
"""
A number with its decimal and thousands marks, a run of letters, a sign that changes a figure.

What is left between words is white space and punctuation, which a quotation may print otherwise.
"""

# In print that is compared, letters on both sides of a digit make one word of it: "becau8e", "t0ok".
_READ = re.compile(rf"[^\W\d_]++(?:\d++[^\W\d_]++)*+|{WORD.pattern}")

# 3|500, 3|,500 and 3,|500, with STOP where the cut is.
_CUT_NUMBER = re.compile(rf"\d(?:{STOP}[.,]?|[.,]{STOP})\d")

# Scripts written without spaces, where any place is as good a boundary as another: from Thai to
# Myanmar, Khmer, and from the CJK radicals to the last ideographs.
_UNSPACED = (range(0x0E00, 0x10A0), range(0x1780, 0x1800), range(0x2E80, 0xA000), range(0xF900, 0xFB00))
_FIRST_RARE_IDEOGRAPH = 0x20000


class Word(NamedTuple):
    """A word, and where it stands in the folded text."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()


class Reading:
    """
    A text or a quotation, folded, with the words of one stretch of it.

    `spans` are where the words stand in the folded text, `texts` the words themselves.
    """

    def __init__(self, original: str, folded: Folded, spans: list[Range], texts: list[str]) -> None:
        self.source = original
        self.folded = folded
        self.spans = spans
        self.texts = texts

    @cached_property
    def words(self) -> list[Word]:
        """The words with their places."""
        return [Word(text, *span) for text, span in zip(self.texts, self.spans, strict=True)]

    def bounds(self, first: int, n_words: int) -> list[Range]:
        """Return where so many words from the first on stand in the original."""
        return self.folded.spans(self.spans[first : first + n_words])

    @cached_property
    def has_joints(self) -> bool:
        """Whether a page ends among the words."""
        return bool(self.spans) and bool(self.folded.joints_within(self.spans[0][0], self.spans[-1][1]))

    @classmethod
    def of(cls, text: str) -> Reading:
        """Read a text by itself."""
        folded = fold(text)
        return cls.within(text, folded, (0, len(folded.text)))

    @classmethod
    def within(cls, original: str, folded: Folded, window: Range) -> Reading:
        """Read a stretch of a text that was folded."""
        text = folded.text
        spans = [match.span() for match in _READ.finditer(text, *window)]
        return cls(original, folded, spans, _READ.findall(text, *window))

    def repeated(self, original: str, folded: Folded, window: Range) -> Reading | None:
        """Return the same words where they stand in another text, None where the stretch has other words."""
        wanted = self.folded.text.strip()
        if window[1] - window[0] != len(wanted) or not folded.text.startswith(wanted, window[0]):
            return None
        # What stands before a sign tells whether it is a word.
        if not wanted[:1].isalnum():
            return None
        shift = window[0] - self.spans[0][0]
        return Reading(
            original, folded, [(start + shift, end + shift) for start, end in self.spans], self.texts
        )

    def printed(self, first: int, last: int) -> str:
        """Return the original of words number `first` to `last`, with what stands between them."""
        span = self.spans[first][0], self.spans[last][1]
        return "".join(self.source[start:end] for start, end in self.folded.pieces(*span))

    def shown(self, first: int, last: int) -> str:
        """Return the same on one line, to be shown in a message."""
        return " ".join(self.printed(first, last).split())

    def gap(self, left: int, right: int) -> str:
        """Return the original of what stands between two words, without what a page end puts there."""
        start, end = self.spans[left][1], self.spans[right][0]
        first, last = self.folded.original_end(start), self.folded.original_start(end)
        joints = self.folded.joints_within(start, end)
        if not joints:
            return self.source[first:last]
        before = self.folded.original_end(joints[0][0])
        # What was folded to nothing before the joint belongs to the gap: the mark of a note.
        while before < len(self.source) and not self.source[before].isspace():
            before += 1
        return self.source[first:before] + " " + self.source[self.folded.original_start(joints[-1][1]) : last]


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words of texts, each once, single letters and numbers left out."""
    found = WORD.findall(fold("\n".join(texts)).text)
    return frozenset(word for word in found if len(word) > 1 and word.isalpha())


def cuts_word(text: str, offset: int) -> bool:
    """Whether a cut at an offset goes through a word or a number."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if unicodedata.combining(after):
        return True
    if _CUT_NUMBER.search(text[max(0, offset - 2) : offset] + STOP + text[offset : offset + 2]):
        return True
    return before.isalpha() and after.isalpha() and not _is_unspaced(after)


def _is_unspaced(character: str) -> bool:
    point = ord(character)
    return point >= _FIRST_RARE_IDEOGRAPH or any(point in points for points in _UNSPACED)
