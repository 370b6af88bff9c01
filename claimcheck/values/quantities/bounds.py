"""What bounds and hedges make of an amount: the core that they assert and the envelope they tolerate."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from claimcheck.values.intervals import Run
from claimcheck.values.quantities.amount import Amount, Exact, ratio
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
        return Term(low=low, high=high, bound=self.bound, is_hedged=self.is_hedged, is_exact=self.is_exact)


_NOTHING = Amount(low=0, high=0, outer_low=0, outer_high=0)
UNSAID = Term(low=_NOTHING, high=_NOTHING)
"""A term before its amounts are known, of which nothing is said."""


class Reach(NamedTuple):
    """A core run inside an envelope run."""

    core: Run
    envelope: Run

    def times(self, factor: Fraction | int) -> Reach:
        """Return the reach with every number so many times as large; the factor is positive."""
        if factor == 1:
            return self
        core = scaled(self.core, factor)
        return Reach(core, core if self.envelope is self.core else scaled(self.envelope, factor))

    def meet(self, other: Reach) -> Reach | None:
        """Return what both reaches allow ("more than 2,000 but under 3,000"), or None."""
        core = _meet(self.core, other.core)
        envelope = _meet(self.envelope, other.envelope)
        return Reach(core, envelope) if core and envelope else None


def scaled(run: Run, factor: Fraction | int) -> Run:
    """Return the run with every number times a positive factor."""
    if factor == 1:
        return run
    low = None if run.low is None else run.low * factor
    is_point = run.high is run.low
    high = low if is_point else None if run.high is None else run.high * factor
    return Run(low, high, low_open=run.low_open, high_open=run.high_open)


class _Span(NamedTuple):
    """A run on the way: its ends are `int` where they can be, and not yet checked."""

    low: Exact | None
    high: Exact | None
    low_open: bool = False
    high_open: bool = False

    def run(self) -> Run:
        """Return the numbers of the span; raise ValueError when there are none."""
        low = Fraction(self.low) if isinstance(self.low, int) else self.low
        is_point = self.high is self.low
        high = low if is_point else Fraction(self.high) if isinstance(self.high, int) else self.high
        return Run(low, high, low_open=self.low_open, high_open=self.high_open)

    def holds(self, inner: _Span) -> bool:
        """Tell whether every number of the other span lies in this one."""
        if self.low is not None:
            if inner.low is None or inner.low < self.low:
                return False
            if self.low_open and not inner.low_open and inner.low == self.low:
                return False
        if self.high is None:
            return True
        if inner.high is None or inner.high > self.high:
            return False
        return inner.high_open or not self.high_open or inner.high != self.high


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
    core, envelope = _core(term, tolerances), _envelope(term, tolerances)
    if term.bound:
        core, envelope = _bounded(term, core, tolerances), _bounded(term, envelope, tolerances)
    if term.is_exact:
        envelope = core
    try:
        asserted = core.run()
        if envelope == core:
            return Reach(asserted, asserted)
        tolerated = envelope.run()
    except ValueError:
        raise UnreadableError("these words leave no number possible") from None
    return Reach(asserted, tolerated if envelope.holds(core) else tolerated.join(asserted))


def _core(term: Term, tolerances: Tolerances) -> _Span:
    # A vague word under a hedge asserts no more than without it: "some hundreds" are hundreds.
    low, high = term.low.low, term.high.high
    if term.is_hedged and low == term.low.high:
        share = tolerances["quantity.hedge.core"]
        low, high = _spread(low, -share), _spread(high, share)
    return _Span(low, high, high_open=term.high.high_open)


def _envelope(term: Term, tolerances: Tolerances) -> _Span:
    if not term.is_hedged:
        return _Span(term.low.outer_low, term.high.outer_high)
    share = tolerances["quantity.hedge.envelope"]
    low, high = term.low, term.high
    is_point = low.low == low.high and high.low == high.high
    # A vague word under a hedge ("some hundreds") reaches at least as far as without it.
    return _Span(
        _spread(low.low if is_point else low.outer_low, -share),
        _spread(high.high if is_point else high.outer_high, share),
    )


def _bounded(term: Term, run: _Span, tolerances: Tolerances) -> _Span:
    low, high = run.low, run.high
    if low is None or high is None:
        return run
    if term.bound == "over":
        return _Span(low, None, low_open=low == term.low.low)
    if term.bound == "at_least":
        return _Span(low, None)
    if term.bound == "under":
        return _Span(None, high, high_open=high == term.high.high)
    if term.bound == "at_most":
        return _Span(None, high, high_open=run.high_open)
    if term.bound == "nearly":
        return _Span(
            _shared(high, tolerances["quantity.nearly.from"]), high, high_open=high == term.high.high
        )
    if term.bound == "barely":
        return _Span(_shared(high, tolerances["quantity.nearly.from"]), high)
    if term.bound == "odd":
        # "300-odd" is more than 300, and less than the next number that is as round.
        return _Span(low, high + term.high.grain, low_open=low == term.low.low, high_open=True)
    if term.bound == "just_over":
        return _Span(low, _shared(low, tolerances["quantity.just-over.to"]), low_open=low == term.low.low)
    return run


def _shared(number: Exact, share: Fraction) -> Exact:
    # Below zero a share of the number lies on its other side; "nearly -20" comes from further below.
    share = share if number >= 0 else 2 - share
    if isinstance(number, int):
        return ratio(number * share.numerator, share.denominator)
    return number * share


def _spread(number: Exact, share: Fraction) -> Exact:
    if isinstance(number, int):
        below = share.denominator
        return ratio(number * below + abs(number) * share.numerator, below)
    return number + abs(number) * share


def _meet(a: Run, b: Run) -> Run | None:
    if not a.meets(b):
        return None
    low, low_open = max(
        ((run.low, run.low_open) for run in (a, b) if run.low is not None), default=(None, False)
    )
    highs = [(run.high, not run.high_open) for run in (a, b) if run.high is not None]
    high, is_closed = min(highs, default=(None, True))
    return Run(low, high, low_open=low_open, high_open=not is_closed)
