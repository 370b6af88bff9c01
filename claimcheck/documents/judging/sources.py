"""Which words may have been printed where something was read, and how much speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from claimcheck.documents.judging.confusions import (
    confusions,
    likely_sources,
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


@frozen(kw_only=True, eq=False)
class Sources:
    """The known words of a text, its lists and names, with how often each occurs in it."""

    counts: Mapping[str, int] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    most: int

    def likelier(self, read: str, least: float) -> Iterator[str]:
        """
        Yield the known words that one slip may have turned into what was read, those of a greater weight.

        Their weight is how often that slip befalls the word, in slips at each of its letters: its copies
        in the text times the share of slips that go this way.
        """
        table = confusions()
        for form, cost in likely_sources(read):
            if form in self.known and self._copies(form) * table.share_of(cost) > least:
                yield form
        # Ways that not even the most frequent word of the text goes often enough are not tried.
        for way, forms_of in (("lost", with_one_more), ("put_in", with_one_less), ("any", with_another)):
            share = table.shares[way]
            if self.most * share > least:
                yield from (
                    form
                    for form in self.known.intersection(forms_of(read))
                    if self._copies(form) * share > least
                )

    def _copies(self, form: str) -> float:
        return max(self.counts.get(form, 0), UNSEEN)


def weight_of_itself(read: str) -> float:
    """Return what speaks for a form as a word that stands only here."""
    weight = _ALONE[min(len(read), len(_ALONE) - 1)]
    return weight * _STRANGE if is_strange(read) else weight
