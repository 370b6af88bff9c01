"""What one source, one document, or all together leave possible for the date of an event."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.finding import LoopLink
from claimcheck.values.span import Span


@frozen(kw_only=True)
class Bound:
    """
    One bound of a moment, in days, and the links that lead to it from the calendar, in their order.

    `asserted` is what the words say, `tolerated` what every tolerance and reading still keeps, and the
    order of telling does not count there; None is no bound. The links are those of what is asserted.
    """

    asserted: int | None = None
    tolerated: int | None = None
    links: tuple[LoopLink, ...] = ()

    @property
    def is_derived(self) -> bool:
        """Whether no single attestation says it, so that it follows from two or more."""
        return len({link.ground for link in self.links if not link.is_rule}) > 1


@frozen(kw_only=True)
class EventBounds:
    """
    The four bounds that the attestations of one source, or of one document, put to an event.

    With neither named they are those of all together. `impossible` names attestations among them that
    fit no days: then there are no bounds.
    """

    event: str
    source: str = ""
    document: str = ""
    begin_earliest: Bound = Bound()
    begin_latest: Bound = Bound()
    end_earliest: Bound = Bound()
    end_latest: Bound = Bound()
    impossible: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[Bound, Bound, Bound, Bound]:
        """The four bounds: begin earliest and latest, end earliest and latest."""
        return self.begin_earliest, self.begin_latest, self.end_earliest, self.end_latest

    @property
    def is_derived(self) -> bool:
        """Whether some bound follows from several attestations and stands in none of them."""
        return any(bound.is_derived for bound in self.bounds)

    @property
    def begin(self) -> Span:
        """The days on which the event can have begun, by what is asserted."""
        return Span(self.begin_earliest.asserted, self.begin_latest.asserted)

    @property
    def end(self) -> Span:
        """The days on which the event can have ended, by what is asserted."""
        return Span(self.end_earliest.asserted, self.end_latest.asserted)
