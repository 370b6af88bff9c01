"""The grammar of a quantity: bounds, hedges, ranges, alternatives, and what stands behind the number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from claimcheck.values.quantities.amount import Amount, Exact
from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.bounds import BOUNDS, UNSAID, Reach, Term, reach_of
from claimcheck.values.quantities.lexicon import NO_ROLES
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


class Found(NamedTuple):
    term: Term
    end: int
    elided: Term | None = None


class PhraseReader:
    """Reads one phrase; `None` from a method means that nothing of its sort begins at the token."""

    def __init__(self, amounts: AmountReader, *, postfix: str = "") -> None:
        """`postfix` is the bound that stands behind the noun, or "about"."""
        self._postfix = postfix
        self._amounts = amounts
        self._words = amounts.words
        self._tokens = amounts.tokens
        # Each rule of the grammar asks for its own role and sign: they are looked up once a token, and the
        # two places behind the last token have none.
        words, tokens = amounts.words, amounts.tokens
        self._roles = [*(words.roles_at(tokens, index) for index in range(len(tokens))), NO_ROLES, NO_ROLES]
        self._texts = [*(token.text for token in tokens), "", ""]

    def phrase(self) -> Phrase | None:
        """Return the quantity that the text begins with, or None."""
        none = self._none()
        if none is not None:
            return none
        start = self._skip_prefix(0)
        found = self._majority(start) or self._term(start)
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
        factor = _lacking(terms[0].low, terms[1].high)
        if factor == 1:
            return []
        return [terms[0]._replace(low=terms[0].low.times(factor), high=terms[0].high.times(factor)), terms[1]]

    def _term(self, index: int) -> Found | None:
        """Return the term at the token, with its bounds and hedges, before or behind it."""
        modified = UNSAID
        end = index
        while (step := self._modifier(modified, end)) is not None:
            modified, end = step
            found = self._range(end, modified) or self._single(end, modified)
            if found is not None:
                return self._with_postfix(found)
        found = self._range(index, UNSAID) or self._single(index, UNSAID)
        return self._with_postfix(found) if found else None

    def _modifier(self, term: Term, index: int) -> tuple[Term, int] | None:
        """Return the term with the next bound or hedge before the number."""
        if index >= len(self._tokens):
            return None
        if self._role("several", index) and self._amounts.vague(index, is_scaled=True):
            # "einige hundert" is no hedge but several hundred.
            return None
        sign = self._tokens[index].text
        if sign in _SIGN_HEDGES:
            return term._replace(is_hedged=True), index + 1
        if sign in _SIGN_BOUNDS:
            return term._replace(bound=_SIGN_BOUNDS[sign]), index + 1
        return self._worded_modifier(term, index)

    def _worded_modifier(self, term: Term, index: int) -> tuple[Term, int] | None:
        ends = self._roles[index]
        if not ends:
            return None
        modifiers = [role for role in _MODIFIERS if role in ends]
        if not modifiers:
            return None
        role = max(modifiers, key=ends.__getitem__)
        end = ends[role]
        if role in BOUNDS:
            return term._replace(bound=role), end
        if role == "about":
            return term._replace(is_hedged=True), end
        return term._replace(is_exact=term.is_exact or role == "exactly"), end

    def _with_postfix(self, found: Found) -> Found:
        """Return the term with what stands behind the number: "3,000 or more", "3.500'den fazla"."""
        behind = self._behind(found.end) or (
            self._behind(found.end + 1) if self._texts[found.end] in ("(", ",") else None
        )
        if behind is not None and behind[0] == "total":
            return self._with_postfix(found._replace(end=behind[1]))
        if behind is not None and behind[0] == "about":
            return found._replace(term=found.term._replace(is_hedged=True), end=behind[1])
        if behind is not None and not found.term.bound:
            return found._replace(term=found.term._replace(bound=behind[0]), end=behind[1])
        if self._texts[found.end] == "+":
            return found._replace(term=found.term._replace(bound="at_least"), end=found.end + 1)
        if self._postfix == "about":
            return found._replace(term=found.term._replace(is_hedged=True))
        if self._postfix and not found.term.bound:
            return found._replace(term=found.term._replace(bound=self._postfix))
        return found

    def _behind(self, index: int) -> tuple[str, int] | None:
        """Return what the longest phrase behind a number says of it: a bound, "about", "total"."""
        ends = self._roles[index]
        if not ends:
            return None
        behind = [role for role in _BEHIND if role in ends]
        if not behind:
            return None
        role = max(behind, key=ends.__getitem__)
        return _BEHIND[role], ends[role]

    def _single(self, index: int, modified: Term) -> Found | None:
        amount = self._amounts.amount(index, is_governed=bool(modified.bound) or modified.is_hedged)
        if amount is None:
            return None
        low, end = amount
        if low.is_rough and not modified.bound and not modified.is_exact:
            modified = modified._replace(is_hedged=True)
        if self._texts[end] == "±" and (spread := self._amounts.amount(end + 1)) is not None:
            margin = spread[0].high
            term = modified._replace(low=_moved(low, -margin), high=_moved(low, margin), is_exact=True)
            return Found(term=term, end=spread[1])
        return Found(term=modified.between(low, low), end=end)

    def _range(self, index: int, modified: Term) -> Found | None:
        """Return "between a and b", "from a to b" or "a-b" at the token."""
        for opening, joining in (("between", "and_to"), ("from", "to")):
            start = self._role(opening, index)
            is_governed = opening == "from"
            found = (
                self._ends(start, joining, modified, is_governed=is_governed) if start is not None else None
            )
            if found is not None:
                return found
        amount = self._amounts.amount(index)
        if amount is None:
            return None
        end = self._dash(amount[1])
        high = self._amounts.amount(end) if end is not None else self._pair(amount)
        return joined(amount[0], high, modified) if high else None

    def _pair(self, first: tuple[Amount, int]) -> tuple[Amount, int] | None:
        """Return the second of two number words side by side that are a range: "üç dört bin"."""
        low, end = first
        if not self._words.joins_pairs or not low.is_worded or low.low < 1 or low.scale > 1:
            return None
        high = self._amounts.amount(end)
        if high is None or not high[0].is_worded:
            return None
        bare = Fraction(high[0].high) / high[0].scale
        return high if low.low < bare <= 2 * low.low + 1 else None

    def _dash(self, index: int) -> int | None:
        if self._texts[index] in _DASHES:
            return index + 1
        return self._role("to", index)

    def _ends(self, start: int, joining: str, modified: Term, *, is_governed: bool) -> Found | None:
        # "between one hundred and fifty and two hundred": each "and" may be the one, so each is tried.
        for middle in range(start + 1, len(self._tokens)):
            after = middle + 1 if self._texts[middle] in _DASHES else self._role(joining, middle)
            if after is None:
                continue
            low = self._cut(middle).amount(start, is_governed=is_governed)
            high = self._amounts.amount(after, is_governed=is_governed)
            if low is not None and low[1] == middle and high is not None:
                found = joined(low[0], high, modified)
                if found.term.low.low <= found.term.high.high:
                    return found
        return None

    def _cut(self, end: int) -> AmountReader:
        return evolve(self._amounts, tokens=self._tokens[:end])

    def _alternatives(self, found: Found) -> tuple[list[Term], int]:
        terms, end = [found.term], found.end
        while (after := self._or(end)) is not None:
            other = self._term(after)
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
        other = self._term(after) if after is not None else None
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

    def _role(self, role: str, index: int) -> int | None:
        return self._roles[index].get(role)


def joined(low: Amount, high: tuple[Amount, int], modified: Term) -> Found:
    """Return the range of two amounts, the zeros or leading digits that one of them lacks restored."""
    upper, end = high
    as_printed = modified._replace(low=low, high=upper)
    if low.scale == 1 and upper.scale > 1 and low.low * upper.scale <= upper.high:
        # "two to three thousand": nobody counts from two to three thousand.
        return Found(term=as_printed._replace(low=low.times(upper.scale)), end=end)
    if low.digits and upper.digits and len(upper.digits) < len(low.digits) and low.low > upper.high:
        whole = int(low.digits[: -len(upper.digits)] + upper.digits)
        return Found(term=as_printed._replace(high=_moved(upper, whole - upper.low)), end=end)
    factor = _lacking(low, upper)
    elided = as_printed._replace(low=low.times(factor)) if factor > 1 else None
    return Found(term=as_printed, end=end, elided=elided)


def unknown_number() -> UnreadableError:
    """Return the error for words which say that nobody knows the number."""
    return UnreadableError(
        "the words say that the number is not known",
        hint="give no value; when the source could be expected to know, write a silence under the question",
    )


def _lacking(low: Amount, upper: Amount) -> int:
    """Return how many times as large "5" is in "5-6,000", or 1 when no zeros can be lacking."""
    if not low.digits or len(low.digits) > 3 or low.low < 1 or upper.scale > 1:
        return 1
    for factor in (10**6, 10**5, 1000) if upper.high >= _FOUR_DIGITS else (100,):
        is_round = upper.high % (100 if factor == 1000 else factor) == 0
        if is_round and low.low * factor < upper.high:
            return factor
    return 1


def _moved(amount: Amount, by: Exact) -> Amount:
    return amount._replace(
        low=amount.low + by,
        high=amount.high + by,
        outer_low=None if amount.outer_low is None else amount.outer_low + by,
        outer_high=None if amount.outer_high is None else amount.outer_high + by,
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
