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
    shares = _shares(tolerances.profile)
    # Parts so small that a share of a share of each number is a whole number of them.
    below = _denominator(term) * shares.below**2
    core = _core(term, shares, below)
    envelope = core if term.is_exact else _envelope(term, shares, below)
    if term.bound:
        core, envelope = _bounded(term, core, shares), _bounded(term, envelope, shares)
    if envelope.is_empty() or core.is_empty():
        raise UnreadableError("these words leave no number possible")
    if envelope == core:
        return Reach(core, core)
    return Reach(core, envelope if envelope.holds(core) else envelope.join(core))


def _denominator(term: Term) -> int:
    """Return the least number of parts in which every number of the term is whole."""
    low, high = term.low, term.high
    found = lcm(low.low.denominator, low.grain.denominator)
    if high is not low:
        found = lcm(found, high.high.denominator, high.grain.denominator)
    if low.outer_low is not None:
        found = lcm(found, low.outer_low.denominator)
    if high.outer_high is not None:
        found = lcm(found, high.high.denominator, high.outer_high.denominator)
    return found


def _parts(number: Exact, below: int) -> int:
    return number.numerator * (below // number.denominator)


def _spread(parts: int, share: int, shares: _Shares) -> int:
    """Return a number with so large a share of its size added; the share may be negative."""
    return parts + abs(parts) * share // shares.below


def _shared(parts: int, share: int, shares: _Shares) -> int:
    # Below zero a share of the number lies on its other side; "nearly -20" comes from further below.
    return parts * (share if parts >= 0 else 2 * shares.below - share) // shares.below


def _core(term: Term, shares: _Shares, below: int) -> Stretch:
    low, high = _parts(term.low.low, below), _parts(term.high.high, below)
    # A vague word under a hedge asserts no more than without it: "some hundreds" are hundreds.
    if term.is_hedged and term.low.low == term.low.high:
        low, high = _spread(low, -shares.hedge_core, shares), _spread(high, shares.hedge_core, shares)
    return Stretch(low, high, below, high_open=term.high.high_open)


def _envelope(term: Term, shares: _Shares, below: int) -> Stretch:
    low, high = term.low, term.high
    if not term.is_hedged:
        return Stretch(_outer_low(low, shares, below), _outer_high(high, shares, below), below)
    share = shares.hedge_envelope
    if low.low == low.high and high.low == high.high:
        outer_low, outer_high = _parts(low.low, below), _parts(high.high, below)
    else:
        # A vague word under a hedge ("some hundreds") reaches at least as far as without it.
        outer_low, outer_high = _outer_low(low, shares, below), _outer_high(high, shares, below)
    return Stretch(_spread(outer_low, -share, shares), _spread(outer_high, share, shares), below)


def _outer_low(amount: Amount, shares: _Shares, below: int) -> int:
    if amount.outer_low is not None:
        return _parts(amount.outer_low, below)
    number = _parts(amount.low, below)
    outer = number - _parts(amount.grain, below) * shares.half_unit // shares.below
    # Nothing that is counted is below zero.
    return 0 if outer < 0 <= number else outer


def _outer_high(amount: Amount, shares: _Shares, below: int) -> int:
    if amount.outer_high is not None:
        return _parts(amount.outer_high, below)
    return _parts(amount.high, below) + _parts(amount.grain, below) * shares.half_unit // shares.below


def _bounded(term: Term, stretch: Stretch, shares: _Shares) -> Stretch:
    """Return the side of a stretch that the bound keeps; an end that is the number as printed is left out."""
    low, high, below, _, high_open = stretch
    assert low is not None  # noqa: S101 - no bound has been applied yet
    assert high is not None  # noqa: S101 - as above
    is_low = low == _parts(term.low.low, below)
    is_high = high == _parts(term.high.high, below)
    if term.bound == "over":
        return Stretch(low, None, below, low_open=is_low)
    if term.bound == "at_least":
        return Stretch(low, None, below)
    if term.bound == "under":
        return Stretch(None, high, below, high_open=is_high)
    if term.bound == "at_most":
        return Stretch(None, high, below, high_open=high_open)
    if term.bound == "nearly":
        return Stretch(_shared(high, shares.nearly_from, shares), high, below, high_open=is_high)
    if term.bound == "barely":
        return Stretch(_shared(high, shares.nearly_from, shares), high, below)
    if term.bound == "odd":
        # "300-odd" is more than 300, and less than the next number that is as round.
        further = high + _parts(term.high.grain, below)
        return Stretch(low, further, below, low_open=is_low, high_open=True)
    return Stretch(low, _shared(low, shares.just_over_to, shares), below, low_open=is_low)
