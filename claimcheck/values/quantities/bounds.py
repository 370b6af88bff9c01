"""What bounds and hedges make of an amount: the core that they assert and the envelope they tolerate."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import lcm
from typing import NamedTuple

from claimcheck.values.quantities.amount import Amount, Exact
from claimcheck.values.quantities.stretches import Stretch
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

BOUNDS = ("at_least", "at_most", "barely", "just_over", "nearly", "odd", "over", "under")


class Term(NamedTuple):
    """An amount or a range with what is said about it: a bound of `BOUNDS` or none, a hedge."""

    low: Amount
    high: Amount
    bound: str = ""
    is_hedged: bool = False
    is_exact: bool = False

    def between(self, low: Amount, high: Amount) -> Term:
        """Return the term with these ends, and all that is said about it."""
        return Term(low, high, self.bound, self.is_hedged, self.is_exact)


_NOTHING = Amount(low=0, high=0)
UNSAID = Term(low=_NOTHING, high=_NOTHING)
"""A term before its amounts are known, of which nothing is said."""


class Reach(NamedTuple):
    """A core inside an envelope."""

    core: Stretch
    envelope: Stretch

    def times(self, factor: Fraction | int) -> Reach:
        """Return the reach with every number so many times as large; the factor is positive."""
        if factor == 1:
            return self
        core = self.core.times(factor)
        return Reach(core, core if self.envelope is self.core else self.envelope.times(factor))

    def meet(self, other: Reach) -> Reach | None:
        """Return what both reaches allow ("more than 2,000 but under 3,000"), or None."""
        core, envelope = self.core.meet(other.core), self.envelope.meet(other.envelope)
        return None if core.is_empty() or envelope.is_empty() else Reach(core, envelope)


class _Shares(NamedTuple):
    """The shares of a profile of tolerances, in parts of which `below` make a whole."""

    below: int
    hedge_core: int
    hedge_envelope: int
    half_unit: int
    nearly_from: int
    just_over_to: int


_SHARES = tuple(
    f"quantity.{name}"
    for name in ("hedge.core", "hedge.envelope", "round.half-unit", "nearly.from", "just-over.to")
)


@cache
def _shares(profile: str) -> _Shares:
    tolerances = Tolerances(profile=profile)
    shares = [tolerances[name] for name in _SHARES]
    below = lcm(*[share.denominator for share in shares])
    return _Shares(below, *[int(share * below) for share in shares])


def reach_of(term: Term, tolerances: Tolerances) -> Reach:
    """
    Return what a term asserts and tolerates; raise `UnreadableError` when it leaves no number.

    A hedge asserts its share on each side and tolerates a wider one; a bound keeps one side of that.
    """
    if term.low is not term.high and term.low.low > term.high.high:
        raise UnreadableError(
            "the range ends below its beginning",
            hint="put the smaller number first; a ratio (three to one) is no number",
            code="range-reversed",
        )
    printed = _Printed(term, _shares(tolerances.profile))
    core = printed.core()
    envelope = core if term.is_exact else printed.envelope()
    if term.bound:
        core, envelope = printed.bounded(core), printed.bounded(envelope)
    may_be_empty = term.bound or term.high.high_open or term.low is not term.high
    if may_be_empty and (core.is_empty() or envelope.is_empty()):
        raise UnreadableError("these words leave no number possible")
    if envelope == core:
        return Reach(core, core)
    return Reach(core, envelope if envelope.holds(core) else envelope.join(core))


def _denominator(term: Term) -> int:
    """Return the least number of parts in which every number of the term is whole."""
    low, high = term.low, term.high
    found = lcm(low.low.denominator, low.grain.denominator)
    if high is not low or low.outer_low is not None:
        found = lcm(found, high.high.denominator, high.grain.denominator)
    if low.outer_low is not None:
        found = lcm(found, low.outer_low.denominator)
    if high.outer_high is not None:
        found = lcm(found, high.outer_high.denominator)
    return found


def _parts(number: Exact, below: int) -> int:
    return number.numerator * (below // number.denominator)


class _Printed:
    """The two ends of a term as printed, in parts, and the shares that widen or narrow them."""

    def __init__(self, term: Term, shares: _Shares) -> None:
        self._term = term
        self._shares = shares
        # In parts so small that two shares of one another are whole.
        self._below = _denominator(term) * shares.below**2
        self._low = _parts(term.low.low, self._below)
        self._high = _parts(term.high.high, self._below)

    def core(self) -> Stretch:
        """Return what is asserted."""
        term = self._term
        low, high = self._low, self._high
        # A vague word under a hedge asserts no more than without it: "some hundreds" are hundreds.
        if term.is_hedged and term.low.low == term.low.high:
            share = self._shares.hedge_core
            low, high = self._spread(low, -share), self._spread(high, share)
        return Stretch(low, high, self._below, high_open=term.high.high_open)

    def envelope(self) -> Stretch:
        """Return what is tolerated."""
        low, high = self._term.low, self._term.high
        if not self._term.is_hedged:
            return Stretch(self._outer_low(low), self._outer_high(high), self._below)
        outer_low, outer_high = self._low, self._high
        if low.low != low.high or high.low != high.high:
            # A vague word under a hedge ("some hundreds") reaches at least as far as without it.
            outer_low, outer_high = self._outer_low(low), self._outer_high(high)
        share = self._shares.hedge_envelope
        return Stretch(self._spread(outer_low, -share), self._spread(outer_high, share), self._below)

    def bounded(self, stretch: Stretch) -> Stretch:
        """Return the side of a stretch that the bound keeps, without the printed number where it says so."""
        low, high, below, _, high_open = stretch
        if low is None or high is None:
            return stretch
        bound, is_low, is_high = self._term.bound, low == self._low, high == self._high
        if bound == "over":
            return Stretch(low, None, below, low_open=is_low)
        if bound == "at_least":
            return Stretch(low, None, below)
        if bound == "under":
            return Stretch(None, high, below, high_open=is_high)
        if bound == "at_most":
            return Stretch(None, high, below, high_open=high_open)
        if bound == "nearly":
            return Stretch(self._share_of(high, self._shares.nearly_from), high, below, high_open=is_high)
        if bound == "barely":
            return Stretch(self._share_of(high, self._shares.nearly_from), high, below)
        if bound == "just_over":
            return Stretch(low, self._share_of(low, self._shares.just_over_to), below, low_open=is_low)
        # "300-odd" is more than 300, and less than the next number that is as round.
        return Stretch(
            low, high + _parts(self._term.high.grain, below), below, low_open=is_low, high_open=True
        )

    def _outer_low(self, amount: Amount) -> int:
        if amount.outer_low is not None:
            return _parts(amount.outer_low, self._below)
        outer = self._low - self._half_unit(amount)
        # Nothing that is counted is below zero.
        return 0 if outer < 0 <= self._low else outer

    def _outer_high(self, amount: Amount) -> int:
        if amount.outer_high is not None:
            return _parts(amount.outer_high, self._below)
        return self._high + self._half_unit(amount)

    def _half_unit(self, amount: Amount) -> int:
        return _parts(amount.grain, self._below) * self._shares.half_unit // self._shares.below

    def _spread(self, parts: int, share: int) -> int:
        """Return a number with so large a share of its size added; the share may be negative."""
        return parts + abs(parts) * share // self._shares.below

    def _share_of(self, parts: int, share: int) -> int:
        # Below zero a share of the number lies on its other side; "nearly -20" comes from further below.
        whole = self._shares.below
        return parts * (share if parts >= 0 else 2 * whole - share) // whole
