"""Sets of histories: who held a place at which moments."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from claimcheck.values.day_words import among_words, span_words
from claimcheck.values.families import Family
from claimcheck.values.region import Region
from claimcheck.values.span import ALWAYS, Span


class Mode(Enum):
    """How much of its span a statement speaks for."""

    THROUGHOUT = "throughout"
    SOMETIME = "sometime in"
    AT_END = "at the end of"


@frozen
class Stretch:
    """
    Moments from `first` to `last`, both included; `None` is no bound.

    Moment 2d is day d, moment 2d + 1 the midnight that ends it. A place may change hands on the first
    or the last day of a longer span, so "throughout 11/17" binds only the moments in between: one
    holder until the 17th and another from the 17th succeed one another and do not conflict.
    """

    first: int | None
    last: int | None

    def meets(self, other: Stretch) -> bool:
        """Tell whether the two stretches share a moment."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)

    def within(self, other: Stretch) -> bool:
        """Tell whether every moment of this stretch lies in the other."""
        begins = other.first is None or (self.first is not None and self.first >= other.first)
        return begins and (other.last is None or (self.last is not None and self.last <= other.last))


def _not_after(first: int | None, last: int | None) -> bool:
    return first is None or last is None or first <= last


@frozen
class Holding:
    """One statement: at all, or at some, moments of a span the holders of the place are one of a family."""

    holders: Family
    mode: Mode
    span: Span

    @property
    def moments(self) -> Stretch:
        """The moments that the statement speaks of."""
        first, last = self.span.first, self.span.last
        if self.mode is Mode.AT_END:
            moment = None if last is None else 2 * last + 1
            return Stretch(moment, moment)
        if self.span.is_one_day or self.mode is Mode.SOMETIME:
            return Stretch(_times_two(first), None if last is None else 2 * last + 1)
        return Stretch(None if first is None else 2 * first + 1, None if last is None else 2 * last - 1)

    @property
    def binds_all(self) -> bool:
        """Whether the statement speaks for every one of its moments."""
        return self.mode is not Mode.SOMETIME

    def allows(self, other: Holding) -> bool:
        """Tell whether one history can keep both statements."""
        if self.holders.meets(other.holders):
            return True
        if self.binds_all and other.binds_all:
            return not self.moments.meets(other.moments)
        if self.binds_all:
            return not other.moments.within(self.moments)
        if other.binds_all:
            return not self.moments.within(other.moments)
        return True

    def speaks_to(self, other: Holding) -> bool:
        """Tell whether at some moment that both speak of the same parties may hold the place."""
        return self.holders.meets(other.holders) and self.moments.meets(other.moments)

    def implies(self, other: Holding) -> bool:
        """Tell whether every history that keeps this statement keeps the other."""
        if not self.holders.within(other.holders):
            return False
        if other.binds_all:
            return self.binds_all and other.moments.within(self.moments)
        if self.binds_all:
            return self.moments.meets(other.moments)
        return self.moments.within(other.moments)

    def key(self) -> str:
        """Return the statement without the words it was given in."""
        return f"{self.holders.key()} {self.mode.value} {self.span}"

    def denied(self) -> str:
        """
        Return in words what is left when the statement is denied.

        What is denied of some moment holds at none: outside "North sometime in May" lie the histories in
        which it is North's at no time in May.
        """
        if self.mode is Mode.SOMETIME:
            return f"{self.holders} at no time{self._among()}"
        return f"not {self.holders}{self._when()}"

    def _when(self) -> str:
        if self.span == ALWAYS:
            return ""
        if self.mode is Mode.SOMETIME:
            return f" sometime{self._among()}"
        return f" {self.mode.value} {span_words(self.span)}"

    def _among(self) -> str:
        if self.span == ALWAYS:
            return ""
        return f" {'on ' if self.span.is_one_day else ''}{among_words(self.span)}"

    def __str__(self) -> str:
        return f"{self.holders}{self._when()}"


def _times_two(day: int | None) -> int | None:
    return None if day is None else 2 * day


@frozen
class Transfer:
    """One change of hands: from whom, to whom, and the days among which it fell."""

    giver: Family
    taker: Family
    span: Span

    def holdings(self) -> tuple[Holding, Holding]:
        """Return what the transfer says of holders: within its days first the one, then the other."""
        return (
            Holding(self.giver, Mode.SOMETIME, self.span),
            Holding(self.taker, Mode.SOMETIME, self.span),
        )

    def allows(self, other: Transfer) -> bool:
        """Tell whether both can be one transfer."""
        return (
            self.giver.meets(other.giver)
            and self.taker.meets(other.taker)
            and self.span.meet(other.span) is not None
        )

    def implies(self, other: Transfer) -> bool:
        """Tell whether this transfer is the other, told more exactly."""
        return (
            self.giver.within(other.giver) and self.taker.within(other.taker) and self.span.within(other.span)
        )

    def key(self) -> str:
        """Return the transfer without the words it was given in."""
        return f"from {self.giver.key()} to {self.taker.key()} {self.span}"

    def denied(self) -> str:
        """Return in words what is left when the transfer is denied."""
        return f"not {self}"

    def __str__(self) -> str:
        return f"from {self.giver} to {self.taker}" + (
            "" if self.span == ALWAYS else f", {among_words(self.span)}"
        )


@frozen
class History(Region):
    """
    All histories of a place that keep every statement of one of the `alternatives`.

    An alternative is a tuple of holdings; a `Transfer` in it compares with other transfers as one and
    the same change of hands, and with holdings through what it says of before and after. Statements
    are checked in pairs: three that only together leave nothing possible are not found out.
    """

    alternatives: tuple[tuple[Holding | Transfer, ...], ...] = field()

    @alternatives.validator
    def _not_empty(self, _field: object, alternatives: tuple[tuple[Holding | Transfer, ...], ...]) -> None:
        if not alternatives or not all(alternatives):
            raise ValueError("a history says something")

    def meets(self, other: History) -> bool:
        """Tell whether some history lies in both regions."""
        return any(_both_kept(mine, theirs) for mine in self.alternatives for theirs in other.alternatives)

    def within(self, other: History) -> bool:
        """Tell whether every history of this region lies in the other."""
        return all(
            any(_all_implied(mine, theirs) for theirs in other.alternatives) for mine in self.alternatives
        )

    def bears_on(self, denied: History) -> bool:
        """
        Tell whether something that this region says of a moment may be what the other says of it.

        Some history lies in nearly any two regions: "sometime North" leaves room for "sometime South".
        But it tells of North's moment only, so a denial of South leaves it alone.
        """
        return any(
            _both_kept(mine, theirs) and _speak_of_one_thing(mine, theirs)
            for mine in self.alternatives
            for theirs in denied.alternatives
        )

    def holdings(self) -> tuple[Holding, ...]:
        """Return every holding of a region with a single alternative; nothing is certain in several."""
        if len(self.alternatives) > 1:
            return ()
        return tuple(holding for each in self.alternatives[0] for holding in _holdings(each))

    def key(self) -> str:
        """Return the alternatives without the words they were given in."""
        return " or ".join("; ".join(each.key() for each in statements) for statements in self.alternatives)

    def denied(self) -> str:
        """Return in words what a denial leaves: none of the alternatives."""
        return ", and ".join(
            statements[0].denied() if len(statements) == 1 else f"not ({'; '.join(map(str, statements))})"
            for statements in self.alternatives
        )

    def __str__(self) -> str:
        return " or ".join("; ".join(str(each) for each in statements) for statements in self.alternatives)


def _holdings(statement: Holding | Transfer) -> tuple[Holding, ...]:
    return (statement,) if isinstance(statement, Holding) else statement.holdings()


def _allow(mine: Holding | Transfer, theirs: Holding | Transfer) -> bool:
    if isinstance(mine, Transfer) and isinstance(theirs, Transfer):
        return mine.allows(theirs)
    return all(left.allows(right) for left in _holdings(mine) for right in _holdings(theirs))


def _imply(mine: Holding | Transfer, theirs: Holding | Transfer) -> bool:
    if isinstance(theirs, Transfer):
        return isinstance(mine, Transfer) and mine.implies(theirs)
    return any(holding.implies(theirs) for holding in _holdings(mine))


def _both_kept(mine: tuple[Holding | Transfer, ...], theirs: tuple[Holding | Transfer, ...]) -> bool:
    return all(_allow(left, right) for left in mine for right in theirs)


def _all_implied(mine: tuple[Holding | Transfer, ...], theirs: tuple[Holding | Transfer, ...]) -> bool:
    return all(any(_imply(left, right) for left in mine) for right in theirs)


def _speak_of_one_thing(mine: tuple[Holding | Transfer, ...], theirs: tuple[Holding | Transfer, ...]) -> bool:
    return any(
        left.speaks_to(right)
        for one in mine
        for other in theirs
        for left in _holdings(one)
        for right in _holdings(other)
    )
