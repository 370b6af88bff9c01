"""The moments that dates and orders speak of, and the links of an impossible loop in words."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.plain import counted, plain
from claimcheck.values.span import iso_day

CALENDAR = "the calendar"
"""The node that days are counted from: a link that comes from it is a date."""


def begin_of(event: str) -> str:
    """Return the node at which an event begins."""
    return f"begin of {event}"


def end_of(event: str) -> str:
    """Return the node at which an event ends."""
    return f"end of {event}"


@frozen
class Nodes:
    """Names for the nodes of a loop, which are "begin of ID" and "end of ID"."""

    events: tuple[Event, ...]
    _labels: dict[str, str] = field(init=False, eq=False, repr=False)

    @_labels.default
    def _index(self) -> dict[str, str]:
        return {event.id: plain(event.label) for event in self.events}

    def name(self, node: str) -> str:
        """Return a node's name with the label of its event, or the node as it stands."""
        end, of, event = node.partition(" of ")
        return f"the {end} of «{self._labels.get(event, plain(event))}»" if of else plain(node)


def link_words(nodes: Nodes, link: LoopLink) -> str:
    """Return one link as a sentence: "the end of «the siege» lies at least 3 days after the begin of it"."""
    to = nodes.name(link.to)
    if link.from_ == CALENDAR:
        return f"{to} lies {date_words(link.at_least, link.at_most)}"
    return f"{to} lies {bounds_words(link.at_least, link.at_most)} {nodes.name(link.from_)}"


def date_words(earliest: int | None, latest: int | None) -> str:
    """
    Return the days between two day numbers in words.

    >>> from claimcheck.values.span import day_number
    >>> date_words(day_number(1742, 5, 3), None)
    'on or after 1742-05-03'
    """
    if earliest is not None and latest is not None:
        if earliest == latest:
            return f"on {iso_day(earliest)}"
        return f"between {iso_day(earliest)} and {iso_day(latest)}"
    if earliest is not None:
        return f"on or after {iso_day(earliest)}"
    return "on no stated day" if latest is None else f"on or before {iso_day(latest)}"


def bounds_words(at_least: int | None, at_most: int | None) -> str:
    """
    Return a number of days between two bounds as a relation in words; negative days lie before.

    >>> bounds_words(3, 3), bounds_words(None, -2), bounds_words(0, None)
    ('exactly 3 days after', 'at least 2 days before', 'on the same day as or after')
    """
    if at_least is None or at_most is None:
        return _one_bound(at_least, at_most)
    if at_least == at_most:
        return f"exactly {_days(at_least)}" if at_least else "on the same day as"
    if at_least >= 0:
        return f"{at_least:,} to {_days(at_most)}"
    if at_most <= 0:
        return f"{-at_most:,} to {_days(at_least)}"
    return f"between {_days(at_least)} and {_days(at_most)}"


def _one_bound(at_least: int | None, at_most: int | None) -> str:
    if at_least is None and at_most is None:
        return "at no stated distance from"
    if at_least == 0:
        return "on the same day as or after"
    if at_most == 0:
        return "on the same day as or before"
    if at_least is not None and at_least > 0:
        return f"at least {_days(at_least)}"
    if at_most is not None and at_most < 0:
        return f"at least {_days(at_most)}"
    # The bound lies on the far side of the same day, so the other direction is open as well.
    if at_least is not None:
        return f"no more than {_days(at_least)} (or any time after)"
    return f"no more than {_days(at_most or 0)} (or any time before)"


def _days(days: int) -> str:
    return f"{counted(abs(days), 'day')} {'before' if days < 0 else 'after'}"
