"""What the dates and orders of one source, of one document, or of all imply for each event."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from claimcheck.compare.order.meetings import Meetings
from claimcheck.compare.order.network import Arc, asserted, edges_of, is_consistent, tolerated
from claimcheck.compare.order.suspects import some_loop
from claimcheck.compare.order.ties import Tie, link_of, loosest, rule_ties
from claimcheck.model.bounds import Bound, EventBounds
from claimcheck.model.dossier import Dossier
from claimcheck.model.event import Event
from claimcheck.model.loops import CALENDAR, begin_of, end_of, event_of
from claimcheck.model.question import Attestation


def event_bounds(
    dossier: Dossier, ties: Iterable[Tie], by_id: Mapping[str, Attestation]
) -> tuple[EventBounds, ...]:
    """
    Return the bounds of each event by each source that speaks of it, then by documents, then by all.

    Documents, and all together, are listed where they bound an event otherwise than what stands before
    them. What bounds nothing is left out. `ties` are those of attestations, by their ids in `by_id`.
    """
    merged = list(_without_readings(ties))
    speakers: dict[str, list[Tie]] = defaultdict(list)
    documents: dict[str, list[Tie]] = defaultdict(list)
    for tie in merged:
        speakers[by_id[tie.ground].speaker].append(tie)
        documents[by_id[tie.ground].document].append(tie)
    events = _Events({event.id: event for event in dossier.events}, Meetings(by_id))
    found = [evolve(each, source=name) for name, some in speakers.items() for each in events.bounds(some)]
    alone = {frozenset(tie.ground for tie in some) for some in speakers.values()}
    for name, some in documents.items():
        if frozenset(tie.ground for tie in some) in alone:
            continue
        found += [evolve(each, document=name) for each in events.bounds(some)]
    found += events.bounds(merged)
    found = list(_telling_something(found))
    place = {event.id: number for number, event in enumerate(dossier.events)}
    return tuple(sorted(found, key=lambda each: place.get(each.event, len(place))))


def _telling_something(found: Iterable[EventBounds]) -> Iterator[EventBounds]:
    """Yield the bounds by documents and by all where they differ from what stands before."""
    told: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for each in found:
        key = (each.begin, each.end, each.impossible)
        if each.source or key not in told[each.event]:
            told[each.event].add(key)
            yield each


def _without_readings(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Yield ties with one that all readings of the same words keep, in place of one for each."""
    open_ties: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in ties:
        if tie.reading is None:
            yield tie
        else:
            open_ties.setdefault((tie.from_, tie.to, tie.ground), []).append(tie)
    for readings in open_ties.values():
        tight = loosest(each.tight for each in readings)
        yield evolve(readings[0], tight=tight, reading=None, under=frozenset())


@frozen
class _Events:
    """The events of a dossier, and which attestations speak of one thing."""

    by_id: Mapping[str, Event]
    meetings: Meetings

    def bounds(self, ties: Sequence[Tie]) -> Iterator[EventBounds]:
        """Yield the bounds of each event that some ties speak of, where there are any."""
        rules = list(rule_ties(self._concerned(ties)))
        for part in _parts([*ties, *rules]):
            attested = {tie.ground for tie in part if not tie.is_rule}
            apart = self.meetings.apart(attested)
            # Dates of different things (drafted, signed) bound no event together.
            ours = [tie for tie in part if tie.is_rule or tie.ground not in apart]
            spoken = {node for tie in ours if not tie.is_rule for node in (tie.from_, tie.to)}
            events = dict.fromkeys(event_of(node) for node in sorted(spoken - {CALENDAR}))
            yield from _bounds_of(events, ours)

    def _concerned(self, ties: Iterable[Tie]) -> list[Event]:
        """Return the events that ties speak of, the wholes that they lie in, and those declared the same."""
        found: dict[str, Event] = {}
        waiting = [event_of(node) for tie in ties for node in (tie.from_, tie.to) if node != CALENDAR]
        while waiting:
            event = self.by_id.get(waiting.pop())
            if event is not None and event.id not in found:
                found[event.id] = event
                waiting += [*event.part_of, *event.same_as]
        return list(found.values())


def _parts(ties: Sequence[Tie]) -> Iterator[list[Tie]]:
    """Yield the ties of each part of a network that hangs together without the calendar."""
    root: dict[str, str] = {}

    def find(node: str) -> str:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for tie in ties:
        if CALENDAR not in (tie.from_, tie.to):
            root[find(tie.from_)] = find(tie.to)
    parts: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        parts[find(tie.to if tie.from_ == CALENDAR else tie.from_)].append(tie)
    yield from parts.values()


def _bounds_of(events: Iterable[str], ties: Sequence[Tie]) -> Iterator[EventBounds]:
    edges = list(edges_of(ties))
    arcs = asserted(edges)
    if not is_consistent(arcs):
        grounds = (arc[3].tie for arc in some_loop(arcs))
        impossible = tuple(dict.fromkeys(tie.ground for tie in grounds if not tie.is_rule))
        for event in events:
            yield EventBounds(event=event, impossible=impossible)
        return
    loose = tolerated(edges)
    latest, earliest = _Ways.of(arcs, loose), _Ways.of(_turned(arcs), _turned(loose))
    for event in events:
        bounds = EventBounds(
            event=event,
            begin_earliest=earliest.bound(begin_of(event), -1),
            begin_latest=latest.bound(begin_of(event), 1),
            end_earliest=earliest.bound(end_of(event), -1),
            end_latest=latest.bound(end_of(event), 1),
        )
        if any(bound.asserted is not None for bound in bounds.bounds):
            yield bounds


def _turned(arcs: Iterable[Arc]) -> list[Arc]:
    return [(head, tail, days, edge) for tail, head, days, edge in arcs]


_Reached = dict[str, tuple[int, Arc | None]]


@frozen
class _Ways:
    """The shortest ways from the calendar: by what is asserted, and by what is tolerated."""

    asserted: _Reached
    tolerated: _Reached

    @classmethod
    def of(cls, arcs: Iterable[Arc], loose: Iterable[Arc]) -> _Ways:
        return cls(_shortest(arcs), _shortest(loose))

    def bound(self, node: str, sign: int) -> Bound:
        """Return the bound of a node; backwards, with the sign -1, the way is that to the calendar."""
        if node not in self.asserted:
            return Bound()
        days, arc = self.asserted[node]
        links = []
        while arc is not None:
            links.append(link_of(arc[3].tie))
            arc = self.asserted[arc[0]][1]
        reached = self.tolerated.get(node)
        return Bound(
            asserted=sign * days,
            tolerated=None if reached is None else sign * reached[0],
            links=tuple(reversed(links)),
        )


def _shortest(arcs: Iterable[Arc]) -> _Reached:
    """Return the least days to each node that the calendar reaches, with the last arc to it."""
    leaving: dict[str, list[Arc]] = defaultdict(list)
    for arc in arcs:
        leaving[arc[0]].append(arc)
    found: _Reached = {CALENDAR: (0, None)}
    queue = deque([CALENDAR])
    waiting = {CALENDAR}
    while queue:
        node = queue.popleft()
        waiting.discard(node)
        so_far = found[node][0]
        for arc in leaving[node]:
            best = found.get(arc[1])
            if best is None or so_far + arc[2] < best[0]:
                found[arc[1]] = (so_far + arc[2], arc)
                if arc[1] not in waiting:
                    waiting.add(arc[1])
                    queue.append(arc[1])
    return found
