"""What is looked at, and what is told of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from attrs import frozen

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.health.lists import function_words
from claimcheck.documents.pages.page_map import PageMap

WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9]+")

_LONGEST_WORD = 40
_N_LOOKED_AT = 20_000
"""Words from which a language is told."""

_LEAST_SHARE = 0.2
"""Share of words that are function words of its language, in running text: a third to a half."""


@frozen(kw_only=True)
class Defect:
    """
    A span of a text that looks damaged. `proposal` is how it may have read, empty when nothing tells.

    Offsets count code points of the text as it was read.
    """

    kind: str
    start: int
    end: int
    proposal: str = ""


@frozen(kw_only=True, eq=False, slots=False)
class Subject:
    """A text with its map, and words that are known from elsewhere, such as the names of a dossier."""

    text: str
    pages: PageMap
    known: frozenset[str] = frozenset()

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs, in small letters."""
        # The capital İ has two code points in small letters, the second of which is no letter.
        return Counter(WORD.findall(self.text.replace("İ", "i").lower()))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the text has at all: most checks look for some that sound texts lack."""
        return frozenset(self.text)

    def has(self, characters: str) -> bool:
        """Whether the text has one of these characters."""
        return not self.characters.isdisjoint(characters)

    @cached_property
    def with_figures(self) -> list[Range]:
        """The words that have a figure in them and a letter too, in order."""
        found: dict[int, Range] = {}
        for match in _FIGURES.finditer(self.text):
            start, end = self.word_at(*match.span())
            if end - start > match.end() - match.start():
                found[start] = start, end
        return list(found.values())

    @cached_property
    def language(self) -> str:
        """The language whose function words make up a fifth of the text or more, empty when none does."""
        words = WORD.findall(self.text[: 12 * _N_LOOKED_AT].lower())[:_N_LOOKED_AT]
        shares = {
            language: sum(word in listed for word in words) / max(1, len(words))
            for language, listed in function_words().items()
        }
        best = max(shares, key=lambda language: shares[language])
        return best if shares[best] >= _LEAST_SHARE else ""

    @cached_property
    def apart(self) -> list[Range]:
        """Notes, running heads and front matter, in order."""
        notes = [part for note in self.pages.notes for part in note.parts]
        furniture = [each for page in self.pages.pages for each in page.furniture]
        return sorted([*notes, *furniture, *([self.pages.front] if self.pages.front else [])])

    def word_at(self, start: int, end: int) -> Range:
        """Return a span widened to whole words, as far as words go."""
        first, last = max(0, start - _LONGEST_WORD), min(len(self.text), end + _LONGEST_WORD)
        while start > first and self.text[start - 1].isalnum():
            start -= 1
        while end < last and self.text[end].isalnum():
            end += 1
        return start, end
