"""The grammar of a quantity: bounds, hedges, ranges, alternatives, and what stands behind the number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claimcheck.values.quantities.amount import Amount
from claimcheck.values.quantities.bounds import BOUNDS, Reach, Term, reach_of
from claimcheck.values.quantities.terms import Found, TermReader, lacking
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.value import UnreadableError

_SIGN_BOUNDS = {">": "over", "≥": "at_least", "<": "under", "≤": "at_most"}
_SIGN_HEDGES = frozenset("~≈")
_DASHES = frozenset("-–")
_MOST_ALTERNATIVES = 12
_BOUND_ROLES = frozenset(BOUNDS)
_MODIFIERS = (*BOUNDS, "about", "exactly", "filler")
_BEHIND = {f"after_{bound}": bound for bound in (*BOUNDS, "about", "total")}
_FOUR_DIGITS = 1000


class Phrase(NamedTuple):
    """
    A quantity before its noun: the alternatives that the words allow, and the tokens behind them.

    `elided` is the other reading of a range whose first end may lack its zeros ("5-6,000").
    """

    reaches: tuple[Reach, ...]
    elided: tuple[Reach, ...] = ()
    rest: tuple[Token, ...] = ()
    is_decimal: bool = False
    is_share: bool = False

    def times(self, factor: int) -> Phrase:
        """Return the phrase with every number so many times as large."""
        return self._replace(
            reaches=tuple(reach.times(factor) for reach in self.reaches),
            elided=tuple(reach.times(factor) for reach in self.elided),
        )


class PhraseReader(TermReader):
    """Reads one phrase: a term, or several to choose from."""

    def phrase(self) -> Phrase | None:
        """Return the quantity that the text begins with, or None."""
        none = self._none()
        if none is not None:
            return none
        start = self._skip_prefix(0)
        found = self._majority(start) or self.term(start)
        if found is None:
            return None
        both = self._two_bounds(found)
        if both is not None:
            return both
        terms, end = self._alternatives(found)
        end = self._closing(end)
        return Phrase(
            reaches=self._reaches(terms),
            elided=self._reaches(self._elided(found, terms)),
            rest=self._tokens[end:],
            is_decimal=any(term.low.is_decimal or term.high.is_decimal for term in terms),
            is_share=terms[0].low.is_share,
        )

    def _reaches(self, terms: list[Term]) -> tuple[Reach, ...]:
        return tuple(reach_of(term, self._amounts.tolerances) for term in terms)

    def _none(self) -> Phrase | None:
        end = self._role("none", 0)
        # "no fewer than 40" begins like "no men".
        if end is None or self._any_bound(0) or self._amounts.amount(end) is not None:
            return None
        # Nor is "sans doute 3.000" about nobody: the longer phrase is meant.
        if any(further > end for further in self._roles[0].values()):
            return None
        if any(self._role("unknown", index) for index in range(end, len(self._tokens))):
            raise unknown_number()
        zero = Amount(low=0, high=0, outer_low=0, outer_high=0)
        return Phrase(reaches=self._reaches([Term(low=zero, high=zero)]), rest=self._tokens[end:])

    def _skip_prefix(self, index: int) -> int:
        while index < len(self._tokens):
            if self._tokens[index].text in "([=":
                index += 1
            elif (end := self._role("filler", index)) is not None and not self._any_bound(index):
                index = end
            else:
                break
        return index

    def _any_bound(self, index: int) -> bool:
        return not _BOUND_ROLES.isdisjoint(self._roles[index])

    def _majority(self, index: int) -> Found | None:
        """Return "most of": more than a half."""
        end = self._role("majority", index)
        if end is None:
            return None
        half = Fraction(1, 2)
        share = Amount(low=half, high=half, outer_low=half, outer_high=half, is_share=True)
        return Found(term=Term(low=share, high=share, bound="over"), end=end)

    def _elided(self, found: Found, terms: list[Term]) -> list[Term]:
        """Return the terms of the other reading, in which the first number lacks its zeros, or none."""
        if len(terms) == 1:
            return [found.elided] if found.elided else []
        if len(terms) != 2 or terms[0].low.low != terms[0].high.high:
            return []
        factor = lacking(terms[0].low, terms[1].high)
        if factor == 1:
            return []
        return [terms[0]._replace(low=terms[0].low.times(factor), high=terms[0].high.times(factor)), terms[1]]

    def _alternatives(self, found: Found) -> tuple[list[Term], int]:
        terms, end = [found.term], found.end
        while (after := self._or(end)) is not None:
            other = self.term(after)
            if other is None:
                break
            # "about 500 or 600" hedges both.
            is_hedged = other.term.is_hedged or (terms[-1].is_hedged and not other.term.bound)
            terms.append(other.term._replace(is_hedged=is_hedged))
            end = other.end
            if len(terms) > _MOST_ALTERNATIVES:
                raise UnreadableError(f"more than {_MOST_ALTERNATIVES} numbers to choose from")
        return _shared_scale(terms), end

    def _or(self, index: int) -> int | None:
        return self._role("or", index + (self._texts[index] in (",", "(")))

    def _two_bounds(self, found: Found) -> Phrase | None:
        """Return "more than a but fewer than b" as what both bounds allow."""
        after = self._role("but", found.end) if found.term.bound else None
        if after is None and found.term.bound and self._texts[found.end] == ",":
            after = self._role("but", found.end + 1)
        other = self.term(after) if after is not None else None
        if other is None or not other.term.bound:
            return None
        first, second = self._reaches([found.term, other.term])
        both = first.meet(second)
        if both is None:
            raise UnreadableError("no number keeps both bounds", code="range-reversed")
        is_decimal = found.term.low.is_decimal or other.term.low.is_decimal
        return Phrase(reaches=(both,), rest=self._tokens[other.end :], is_decimal=is_decimal)

    def _closing(self, index: int) -> int:
        while self._texts[index] in (")", "]"):
            index += 1
        return index


def unknown_number() -> UnreadableError:
    """Return the error for words which say that nobody knows the number."""
    return UnreadableError(
        "the words say that the number is not known",
        hint="give no value; when the source could be expected to know, write a silence under the question",
    )


def _shared_scale(terms: list[Term]) -> list[Term]:
    """Return the terms with the last one's scale given to those that have none: "two or three thousand"."""
    last = terms[-1].high
    if last.scale == 1:
        return terms
    return list(_rescaled(terms, last))


def _rescaled(terms: list[Term], last: Amount) -> Iterator[Term]:
    for term in terms:
        lacks = term.high.scale == 1 and term.high.high * last.scale <= last.high
        yield (
            term._replace(low=term.low.times(last.scale), high=term.high.times(last.scale)) if lacks else term
        )
