"""What a document tells about its own words and its own damage."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from heapq import nlargest
from operator import itemgetter

from attrs import field, frozen
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from claimcheck.documents.judging.confusions import confusions, likely_sources, misread, near_forms
from claimcheck.documents.judging.endings import inflections, stems
from claimcheck.documents.judging.sources import UNSEEN, Sources, outweighs_itself
from claimcheck.documents.judging.verdict import Substitution, Verdict
from claimcheck.documents.judging.vocabulary import NEGATIONS_BY_LANGUAGE
from claimcheck.documents.judging.word_lists import (
    figure_words,
    figures_by_language,
    is_strange,
    words_by_language,
)

_LETTERS_PER_LIGATURE = 3_000
"""In sound English, French and German print, each of fi, fl, ff comes at least this often."""

_N_PROBED = 40
_LEAST_PROBED = 3
_LEAST_SLIPS = 3
_WORN = 0.001
"""One misread letter in a thousand: nobody who sets type or corrects a text leaves so many."""

_AN_ERROR_OF = 0.08
_OF_A_STRANGE_FORM, _OF_A_LISTED_WORD, _OF_A_FEW = 0.7, 0.5, 0.25
"""
The share of a word's copies that one confusion of letters befalls at most: more may be thought where the
form is like no known word, where only the other one is a word of the lists, or where the form stands so
seldom that shares say little.
"""

_N_FEW = 4
_N_TELLING, _LEAST_SHARE_OF_LANGUAGE = 300, 0.15

_WORDS_OF_A_LETTER = frozenset("aioyeouвисукоя")

_N_COMMON = 2
_LEAST_GUARDED = 4
_BETTER = 4.0
"""How much more must speak for another word than for the quoted one, for which the quotation speaks too."""

_WITH_ANOTHER_ENDING = 0.05
"""Copies of a word with an ending that the text has nowhere else, for each copy of the word."""
_STEM_OF = 20
"""A stem that stands so many times less often than the word is more likely a piece of it."""


@frozen(kw_only=True, eq=False, slots=False)
class Evidence:
    """
    What is known of the document: how often each word occurs, the labels of notes, ligatures lost.

    `names` are the folded words of names that are known beside the document, those of the dossier.
    """

    counts: Mapping[str, int] = field(factory=dict, repr=False)
    note_labels: frozenset[str] = frozenset()
    lost_ligatures: frozenset[str] = frozenset()
    names: frozenset[str] = field(default=frozenset(), repr=False)
    _sources: dict[tuple[str, bool], list[tuple[str, float]]] = field(factory=dict, init=False, repr=False)
    verdicts: dict[Substitution, Verdict] = field(factory=dict, init=False, repr=False)
    _misread: dict[str, bool] = field(factory=dict, init=False, repr=False)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The common words of the languages that the text is in, of all when it is too short to tell."""
        words = words_by_language()
        return frozenset().union(*(words[each] for each in self._languages)) | figure_words()

    @cached_property
    def figures(self) -> frozenset[str]:
        """The words of numbers, months and weekdays in these languages, and in those without a list."""
        return self._in_these_languages(figures_by_language())

    @cached_property
    def negations(self) -> frozenset[str]:
        """The words that deny in these languages, and in those without a list."""
        return self._in_these_languages(NEGATIONS_BY_LANGUAGE)

    def _in_these_languages(self, words: Mapping[str, Set[str]]) -> frozenset[str]:
        lists, languages = words_by_language(), self._languages or list(words)
        return frozenset().union(*(words[each] for each in words if each in languages or each not in lists))

    @cached_property
    def _languages(self) -> list[str]:
        n_words = sum(self.counts.values())
        return [
            language
            for language, words in words_by_language().items()
            if n_words < _N_TELLING
            or sum(self.counts.get(word, 0) for word in words) > n_words * _LEAST_SHARE_OF_LANGUAGE
        ]

    @cached_property
    def common(self) -> frozenset[str]:
        """Every form that is in the lists, among the names, or at least twice in the text."""
        twice = (word for word, count in self.counts.items() if count >= _N_COMMON)
        return self.listed.union(self.names, twice)

    @cached_property
    def is_worn(self) -> bool:
        """
        Whether the text has so many misread letters that a strange word in it is more likely one of them.

        Measured on its most frequent longer words: how often do their likely misreadings occur, which
        are no words themselves?
        """
        n_letters = n_slips = 0
        for word, count in self._frequent:
            if len(word) < _LEAST_PROBED or not word.isalpha():
                continue
            n_letters += count * len(word)
            forms = {form for form in _misreadings(word) if form not in self.listed}
            slips = (self.counts.get(form, 0) for form in forms)
            n_slips += sum(each for each in slips if each <= 1 + count * _AN_ERROR_OF)
        return n_slips >= _LEAST_SLIPS and n_slips > n_letters * _WORN

    @cached_property
    def _frequent(self) -> list[tuple[str, int]]:
        return nlargest(_N_PROBED, self.counts.items(), key=itemgetter(1))

    def is_common(self, word: str) -> bool:
        """Whether a word is in the lists, among the names, or twice in the text."""
        return word in self.common

    def is_derived(self, word: str) -> bool:
        """Whether a word is common, or made of a common one by an ending."""
        if self.is_common(word):
            return True
        return any(map(self.is_common, stems(word)))

    def is_word(self, read: str, of: str = "") -> bool:
        """
        Whether what was read is a word by itself, and no misreading: of another word, or of any.

        In a worn text a form that stands there again and again may be a misreading all the same, if the
        other word is so much more frequent.
        """
        if read not in self.common:
            return False
        if len(read) == 1:
            return read in (self.listed if self._languages else _WORDS_OF_A_LETTER)
        if read in self.listed or read in self.names:
            return True
        return not (self.is_worn and (self._may_come_of(read, of) or self._is_misread(read)))

    def _may_come_of(self, read: str, word: str) -> bool:
        count, n_copies = self.counts.get(read, 0), self.counts.get(word, 0)
        most = 1 + n_copies * _AN_ERROR_OF
        if word in self.listed:
            most = max(most, 1 + n_copies * _OF_A_LISTED_WORD)
        if is_strange(read):
            most = max(most, n_copies * _OF_A_STRANGE_FORM)
        elif count <= _N_FEW:
            most = max(most, n_copies * _OF_A_FEW)
        return count <= most

    def is_joined(self, read: str, words: Sequence[str]) -> bool:
        """Whether a form is words between which a space was lost, though the text has it again."""
        if not self.is_worn or read in self.listed or read in self.names:
            return False
        fewest = min(self.counts.get(word, 0) for word in words)
        return self.counts.get(read, 0) <= 1 + fewest * _AN_ERROR_OF

    def _is_misread(self, read: str) -> bool:
        known = self._misread.get(read)
        if known is None:
            forms = [form for form, _cost in self.sources(read)]
            known = any(self._may_come_of(read, form) for form in forms) or any(
                self._may_come_of(read, form)
                for form in self.common.intersection(near_forms(read, with_others=False))
            )
            self._misread[read] = known
        return known

    def sources(self, read: str, most: float = math.inf) -> list[tuple[str, float]]:
        """Return the common words that may have been misread so, each with its cost, at most so much."""
        often = most <= confusions().frequent
        known = self._sources.get((read, often))
        if known is None:
            common = self.common
            known = [each for each in likely_sources(read, often=often) if each[0] in common]
            self._sources[read, often] = known
        return known

    def others_near(self, read: str, word: str) -> list[str]:
        """Return the other numbers, months and negations that are one letter away from what was read."""
        near = process.extract(read, self._guarded, scorer=Levenshtein.distance, score_cutoff=1, limit=None)
        return [form for form, *_rest in near if form != word]

    @cached_property
    def _guarded(self) -> list[str]:
        # Short ones are abbreviations mostly ("bn"), and guard nothing where the text has none.
        figures = {each for each in self.figures if len(each) >= _LEAST_GUARDED or each in self.counts}
        return sorted(figures | self.negations)

    def is_stem(self, stem: str, word: str) -> bool:
        """Whether a stem is a word, not so rare that it must be a piece of the word."""
        return stem in self.listed or (
            self.is_word(stem, word) and self.counts[stem] * _STEM_OF >= self.counts.get(word, 0)
        )

    def explains(self, word: str, read: str, share: float) -> bool:
        """
        Whether a word explains what was read, and no other known word explains it much better.

        A word that stands in the text again and again is misread again and again: its copies times the
        share of slips that go this way. The quotation itself speaks for the word, so that another must be
        `_BETTER` to count. Nor may the form more likely be a word that stands here alone.
        """
        own = (self.counts.get(word, 0) + 1) * share
        if read.isalpha() and not outweighs_itself(own, read):
            return False
        others = self._others.likelier(read, own * _BETTER)
        return not any(form != word and self.is_word(form, word) for form in others)

    def is_explained_by_ending(self, word: str, read: str, share: float) -> bool:
        """Whether the word with another ending explains it better: fcrts is no fort, but forts."""
        n_copies = self.counts.get(word, 0)
        own = (n_copies + 1) * share
        least = max(UNSEEN, n_copies * _WITH_ANOTHER_ENDING)
        most = Levenshtein.distance(word, read)
        for form in inflections(word):
            copies = max(least, self.counts.get(form, 0))
            # That the form itself stands here once is no sign of another word.
            is_near = form != read and copies > own and Levenshtein.distance(form, read) <= most
            if is_near and misread(form, read).share * copies > own:
                return True
        return False

    @cached_property
    def _others(self) -> Sources:
        return Sources(counts=self.counts, listed=self.listed, names=self.names)

    def rivals(self, read: str, cost: float, of: str) -> list[str]:
        """Return other words that explain what was read as well as the one that is meant to stand there."""
        return [
            form
            for form, form_cost in self.sources(read, cost)
            if form != of and form_cost <= cost and self.is_word(form, of)
        ]


def lost_ligatures(folded_text: str) -> frozenset[str]:
    """Return those of fi, fl and ff that a text hardly ever has, though it is long enough to have them."""
    bearable = len(folded_text) // _LETTERS_PER_LIGATURE
    return frozenset(each for each in ("fi", "fl", "ff") if folded_text.count(each) <= bearable)


def _misreadings(word: str) -> set[str]:
    table = confusions().read_for
    found = set()
    for at in range(len(word)):
        for length in (1, 2):
            printed = word[at : at + length]
            if len(printed) == length:
                found |= {word[:at] + read + word[at + length :] for read, _cost in table.get(printed, ())}
    return {each for each in found if each.isalpha()}
