"""Which words may have been printed where something was read, and how much speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from claimcheck.documents.judging.confusions import (
    confusions,
    likely_sources,
    misread,
    with_one_less,
)
from claimcheck.documents.judging.word_lists import is_strange

UNSEEN = 0.3
"""Copies that a known word counts for where the text has none."""

_ALONE = (2.5, 2.5, 2.5, 0.5, 0.1, 0.015, 0.003, 0.001)
_STRANGE = 0.1
"""
What speaks for a form as a word of its own, that stands in the text this once, by its number of letters:
among short words one misread is easily another. Ours; a form like no known word counts a tenth of that.
"""


_N_FREQUENT = 8_000
"""Words of a text that are kept by what is near to them, the most frequent ones. The others weigh little."""


class NearWords:
    """
    Words by what is near to them.

    `by_rest` holds them by themselves and by what is left of them without each letter, so that words with a
    letter lost, put in or changed meet.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.all = frozenset(words := tuple(words))
        self.by_rest: defaultdict[str, list[str]] = defaultdict(list)
        by_rest = self.by_rest
        for word in words:
            by_rest[word].append(word)
            # Without either of two equal letters the same is left.
            for at in range(len(word)):
                if not at or word[at] != word[at - 1]:
                    by_rest[word[:at] + word[at + 1 :]].append(word)


@lru_cache(maxsize=4)
def _near_listed(words: frozenset[str]) -> NearWords:
    """Return the words of lists by what is near to them: the same for all texts of a language."""
    return NearWords(words)


@frozen(kw_only=True, eq=False, slots=False)
class Sources:
    """The known words of a text, and those of lists and names, with how often each occurs in it."""

    counts: Mapping[str, int] = field(repr=False)
    listed: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)

    def likelier(self, read: str, least: float) -> Iterator[str]:
        """
        Yield the known words that one slip may have turned into what was read, those of a greater weight.

        Their weight is how often that slip befalls the word, in slips at each of its letters: its copies
        in the text times the share of slips that go this way.
        """
        most_share, share_of = confusions().most_share, confusions().share_of
        pairs = likely_sources(read, of_pairs=True)
        rests = {read, *with_one_less(read)}
        # Words that the text has once at most weigh too little for most questions.
        nears = (
            [self._near_frequent] if least >= most_share else [self._near_frequent, _near_listed(self.listed)]
        )
        for near in nears:
            for form in self._often_enough(near, rests, least / most_share):
                if self._is_likelier(form, read, least / self._copies(form)):
                    yield form
            # Letters read for one, or one for several.
            for form, cost in pairs:
                if form in near.all and self._copies(form) * share_of(cost) > least:
                    yield form

    def _often_enough(self, near: NearWords, rests: set[str], least: float) -> Iterator[str]:
        """Yield the words with one of these rests that stand in the text more often than that: a few."""
        for rest in rests:
            for form in near.by_rest.get(rest, ()):
                if self._copies(form) > least:
                    yield form
                elif near is self._near_frequent:
                    break

    def _is_likelier(self, form: str, read: str, least: float) -> bool:
        found = misread(form, read)
        return found.n_steps == 1 and found.share > least

    @cached_property
    def _near_frequent(self) -> NearWords:
        sizes = sorted(self.counts.values(), reverse=True)
        least = sizes[_N_FREQUENT] if len(sizes) > _N_FREQUENT else 1
        frequent = (word for word, count in self.counts.items() if count > least)
        return NearWords(sorted({*self.names, *frequent}, key=lambda word: (-self._copies(word), word)))

    def _copies(self, form: str) -> float:
        return self.counts.get(form) or UNSEEN


def outweighs_itself(weight: float, read: str) -> bool:
    """Whether so much outweighs what speaks for a form as a word that stands only here."""
    alone = _ALONE[min(len(read), len(_ALONE) - 1)]
    return weight >= alone or (weight >= alone * _STRANGE and is_strange(read))
