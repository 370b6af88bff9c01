"""The moments that dates and orders speak of, and the links of an impossible loop in words."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.plain import plain
from claimcheck.values.apart import bounds_words
from claimcheck.values.day_words import among_words
from claimcheck.values.span import Span

CALENDAR = "the calendar"
"""The node that days are counted from: a link that comes from it is a date."""


def begin_of(event: str) -> str:
    """Return the node at which an event begins."""
    return f"begin of {event}"


def end_of(event: str) -> str:
    """Return the node at which an event ends."""
    return f"end of {event}"


def event_of(node: str) -> str:
    """Return the event that a node is the begin or the end of."""
    return node.partition(" of ")[2]


@frozen
class Nodes:
    """
    Names for the nodes of a loop, which are "begin of ID" and "end of ID".

    An event that begins and ends within a day is named alone: which end of it is meant makes no odds.
    """

    events: tuple[Event, ...]
    _labels: dict[str, str] = field(init=False, eq=False, repr=False)

    @_labels.default
    def _index(self) -> dict[str, str]:
        return {event.id: plain(event.label) for event in self.events}

    _points: frozenset[str] = field(init=False, eq=False, repr=False)

    @_points.default
    def _find_points(self) -> frozenset[str]:
        return frozenset(event.id for event in self.events if event.is_point)

    def label(self, event: str) -> str:
        """Return the label of an event, or its id as it stands."""
        return self._labels.get(event, plain(event))

    def name(self, node: str) -> str:
        """Return a node's name with the label of its event, or the node as it stands."""
        end, of, event = node.partition(" of ")
        if not of:
            return plain(node)
        label = f"“{self.label(event)}”"
        if event in self._points:
            return label
        return f"the {'beginning' if end == 'begin' else end} of {label}"


def link_words(nodes: Nodes, link: LoopLink) -> str:
    """Return one link as a sentence: "the end of “the siege” lies at least 3 days after “the landing”"."""
    to = nodes.name(link.to)
    if link.from_ != CALENDAR:
        return f"{to} lies {bounds_words(link.at_least, link.at_most)} {nodes.name(link.from_)}"
    days = Span(link.at_least, link.at_most)
    return f"{to} lies {'on ' if days.is_one_day else ''}{among_words(days)}"
