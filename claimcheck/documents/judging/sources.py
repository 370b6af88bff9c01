"""Which words may have been printed where something was read, and how much speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from heapq import nlargest
from operator import itemgetter

from attrs import field, frozen

from claimcheck.documents.judging.confusions import (
    confusions,
    likely_sources,
    misread,
    with_another,
    with_one_less,
    with_one_more,
)
from claimcheck.documents.judging.word_lists import is_strange

UNSEEN = 0.3
"""Copies that a known word counts for where the text has none."""

_ALONE = (5.0, 5.0, 5.0, 1.0, 0.5, 0.1, 0.03, 0.01)
_STRANGE = 0.1
"""
What speaks for a form as a word of its own, that stands in the text this once, by its number of letters:
among short words one misread is easily another. Ours; a form like no known word counts a tenth of that.
"""


_N_FREQUENT = 5_000
"""Words that are kept by what is left of them without a letter, where whatever is near to a form is found."""


@frozen(kw_only=True, eq=False, slots=False)
class Sources:
    """The known words of a text, its lists and names, with how often each occurs in it."""

    counts: Mapping[str, int] = field(repr=False)
    known: frozenset[str] = field(repr=False)

    def likelier(self, read: str, least: float) -> Iterator[str]:
        """
        Yield the known words that one slip may have turned into what was read, those of a greater weight.

        Their weight is how often that slip befalls the word, in slips at each of its letters: its copies
        in the text times the share of slips that go this way.
        """
        table = confusions()
        most_share = table.most_share
        by_rest, most_of_others = self._frequent
        for rest in {read, *with_one_less(read)}:
            for form in by_rest.get(rest, ()):
                # Of what is near almost all is too seldom, whatever the slip.
                copies = self.counts[form]
                if copies * most_share > least and self._is_likelier(form, read, least / copies):
                    yield form
        length = len(read)
        if max(map(self._most.__getitem__, range(length - 2, length + 3))) * most_share <= least:
            return
        for form, cost in likely_sources(read, of_pairs=True):
            if form in self.known and self._copies(form) * table.share_of(cost) > least:
                yield form
        if most_of_others * most_share > least:
            yield from self._likelier_others(read, least, most_of_others)

    def _is_likelier(self, form: str, read: str, least: float) -> bool:
        found = misread(form, read)
        return found.n_steps == 1 and found.share > least

    def _likelier_others(self, read: str, least: float, most: float) -> Iterator[str]:
        table = confusions()
        for form, cost in likely_sources(read):
            if form in self.known and self._copies(form) * table.share_of(cost) > least:
                yield form
        for way, forms_of in (("lost", with_one_more), ("put_in", with_one_less), ("any", with_another)):
            share = table.shares[way]
            if most * share > least:
                yield from (
                    form
                    for form in self.known.intersection(forms_of(read))
                    if self._copies(form) * share > least
                )

    @cached_property
    def _frequent(self) -> tuple[dict[str, list[str]], float]:
        """The most frequent words by themselves and without each letter; how often others occur at most."""
        ranked = nlargest(_N_FREQUENT + 1, self.counts.items(), key=itemgetter(1))
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, _count in ranked[:_N_FREQUENT]:
            if word in self.known:
                for rest in {word, *with_one_less(word)}:
                    found[rest].append(word)
        return dict(found), ranked[-1][1] if len(ranked) > _N_FREQUENT else UNSEEN

    @cached_property
    def _most(self) -> defaultdict[int, float]:
        """How often the most frequent word of each length occurs."""
        most: defaultdict[int, float] = defaultdict(lambda: UNSEEN)
        for word, count in self.counts.items():
            if count > most[len(word)]:
                most[len(word)] = count
        return most

    def _copies(self, form: str) -> float:
        return max(self.counts.get(form, 0), UNSEEN)


def weight_of_itself(read: str) -> float:
    """Return what speaks for a form as a word that stands only here."""
    weight = _ALONE[min(len(read), len(_ALONE) - 1)]
    return weight * _STRANGE if is_strange(read) else weight
