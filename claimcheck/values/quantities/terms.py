"""One term of a quantity: an amount or a range, with the bounds and hedges before and behind it."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from claimcheck.values.quantities.amount import Amount, Exact
from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.bounds import BOUNDS, UNSAID, Term
from claimcheck.values.quantities.lexicon import NO_ROLES

_SIGN_BOUNDS = {">": "over", "≥": "at_least", "<": "under", "≤": "at_most"}
_SIGN_HEDGES = frozenset("~≈")
_DASHES = frozenset("-–")
_MODIFIERS = (*BOUNDS, "about", "exactly", "filler")
_BEHIND = {f"after_{bound}": bound for bound in (*BOUNDS, "about", "total")}
_FOUR_DIGITS = 1000


class Found(NamedTuple):
    """A term and the index behind it; `elided` is its other reading, in which the first end lacks zeros."""

    term: Term
    end: int
    elided: Term | None = None


class TermReader:
    """Reads the terms of one phrase; a method returns None where nothing of its sort begins at the token."""

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

    def term(self, index: int) -> Found | None:
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
    factor = lacking(low, upper)
    elided = as_printed._replace(low=low.times(factor)) if factor > 1 else None
    return Found(term=as_printed, end=end, elided=elided)


def lacking(low: Amount, upper: Amount) -> int:
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
