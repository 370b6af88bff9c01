"""The search for the shortest impossible loop through one bound of an inconsistent part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from claimcheck.compare.order.network import Arc, Edge
from claimcheck.compare.order.suspects import HubBounds
from claimcheck.compare.order.ties import Choices

Together = Callable[[str, str], bool]
"""Whether two attestations, by their ids, may stand in one loop."""

_Place = tuple[str, bool]
"""A node on the way to the end, and whether the way from it leads over the hub."""

_Bests = dict[_Place, list[tuple[int, int]]]
"""For each place the least bound of a way to the end, by the number of arcs that it takes."""


class GivenUpError(Exception):
    """The search used up the steps that it was given."""


@define
class Known:
    """The sets of attestations that are known to contradict one another, by each of their members."""

    _by_member: dict[str, list[frozenset[str]]] = field(factory=lambda: defaultdict(list))

    def add(self, attested: frozenset[str]) -> None:
        """Keep a set; each once."""
        for member in attested:
            if attested not in self._by_member[member]:
                self._by_member[member].append(attested)

    def explains(self, attested: frozenset[str], member: str) -> bool:
        """Tell whether a known set with this member is a part of the others, and not all of them."""
        return any(known < attested for known in self._by_member[member])

    def names(self, member: str) -> bool:
        """Tell whether any known set has this member."""
        return member in self._by_member


@define
class Search:
    """
    One search through one inconsistent part; `left` is the number of steps that it may still take.

    Of all walks with so many arcs only the least bound is tabled, so that whatever cannot end below
    zero is never walked. The table is a bound and no answer: a walk may pass a moment twice. Where
    every loop passes a hub (the calendar, as a rule), the walks pass it once, and those that `bounds`
    rule out are not tabled.
    """

    arcs: Sequence[Arc]
    known: Known
    may_meet: Together
    bounds: HubBounds | None = None
    left: int = 0
    _leaving: dict[str, list[Arc]] = field(init=False)
    _coming: dict[str, list[Arc]] = field(init=False)
    _hub: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._leaving, self._coming = defaultdict(list), defaultdict(list)
        for arc in self.arcs:
            self._leaving[arc[0]].append(arc)
            self._coming[arc[1]].append(arc)
        for arcs in self._leaving.values():
            # What binds most is tried first.
            arcs.sort(key=lambda arc: arc[2])
        self._hub = "" if self.bounds is None else self.bounds.hub

    def loops_through(self, start: Arc) -> Iterator[tuple[Arc, ...]]:
        """
        Yield the impossible loops through an arc that pass no moment twice, those of the fewest arcs first.

        None mixes two readings of the same words, nor attestations that may not meet, and none holds
        all attestations of a known set and more. Raises `GivenUpError` when the steps are used up.
        """
        tail, head, days, _edge = start
        if tail == head:
            if days < 0:
                yield (start,)
            return
        latest = {(tail, tail == self._hub): 0}
        bests: _Bests = {place: [(0, 0)] for place in latest}
        for n_arcs in range(1, len(self._leaving)):
            latest = self._extend(bests, latest, n_arcs, start)
            closing = self._least(bests, head, n_arcs, is_past_hub=head == self._hub)
            if closing is not None and days + closing < 0:
                yield from self._walks(start, n_arcs, bests)

    def _extend(self, bests: _Bests, latest: dict[_Place, int], n_arcs: int, start: Arc) -> dict[_Place, int]:
        """Table the places from which this many arcs lead to the end with a smaller bound than fewer do."""
        found: dict[_Place, int] = {}
        for (node, over_hub), bound in latest.items():
            if node == start[1]:
                continue  # a loop passes neither end of its first arc again
            self._take(len(self._coming[node]))
            for tail, _head, days, edge in self._coming[node]:
                if edge.choices and not _go_together(edge.choices, start[3].choices):
                    continue
                is_hub = tail == self._hub
                if tail == start[0] or (is_hub and over_hub):
                    continue
                # The hub itself, where the start leads to it, has been passed before the way begins.
                place = (tail, over_hub or (is_hub and tail != start[1]))
                entries = bests.get(place)
                if entries is not None and entries[-1][1] <= bound + days:
                    continue
                if not self._may_close(start, place, bound + days):
                    continue
                if place not in found or bound + days < found[place]:
                    found[place] = bound + days
        for place, bound in found.items():
            bests.setdefault(place, []).append((n_arcs, bound))
        return found

    def _may_close(self, start: Arc, place: _Place, bound: int) -> bool:
        """Tell whether some way from the start to a place could leave fewer than no days."""
        if self.bounds is None:
            return True
        node, over_hub = place
        if over_hub or self._hub in start[:2]:
            return start[2] + bound + self.bounds.least(start[1], node) < 0
        return start[2] + bound + self.bounds.least_over(start[1], node) < 0

    def _least(self, bests: _Bests, node: str, n_arcs: int, *, is_past_hub: bool) -> int | None:
        """Return the least bound of a way to the end with so many arcs; None when none leads there."""
        free = _within(bests.get((node, False), ()), n_arcs)
        over = None if is_past_hub else _within(bests.get((node, True), ()), n_arcs)
        if free is None or over is None:
            return over if free is None else free
        return min(free, over)

    def _walks(self, start: Arc, n_arcs: int, bests: _Bests) -> Iterator[tuple[Arc, ...]]:
        """Yield the loops of exactly so many arcs after the first, by a depth-first walk that looks ahead."""
        path = _Path(self.known, self.may_meet)
        if not path.add(start):
            return
        end = start[0]
        rest = [iter(self._leaving[start[1]])]
        while rest:
            arc = next(rest[-1], None)
            if arc is None:
                rest.pop()
                path.drop()
                continue
            self._take(1)
            left = n_arcs - len(rest)
            if arc[1] == end:
                if left == 0 and path.days + arc[2] < 0 and path.add(arc):
                    yield tuple(path.arcs)
                    path.drop()
                continue
            ahead = self._least(bests, arc[1], left, is_past_hub=path.has_passed(self._hub))
            if left and ahead is not None and path.days + arc[2] + ahead < 0 and path.add(arc):
                self._take(len(rest))  # the arc was held against all before it
                rest.append(iter(self._leaving[arc[1]]))

    def _take(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise GivenUpError


@define
class _Path:
    """The arcs walked so far, and what they rule out for the next one."""

    known: Known
    may_meet: Together
    days: int = 0
    arcs: list[Arc] = field(factory=list)
    _passed: set[str] = field(factory=set)
    _grounds: Counter[str] = field(factory=Counter)
    _choices: dict[tuple[str, str], list[str]] = field(factory=lambda: defaultdict(list))

    def add(self, arc: Arc) -> bool:
        """Walk an arc and tell so, or leave all as it was when nothing may follow it."""
        tie = arc[3].tie
        if arc[1] in self._passed or not self._goes_with(arc[3]):
            return False
        self.arcs.append(arc)
        self.days += arc[2]
        self._passed.add(arc[1])
        for cause, choice in arc[3].choices:
            self._choices[cause].append(choice)
        if not tie.is_rule:
            self._grounds[tie.ground] += 1
        return True

    def _goes_with(self, edge: Edge) -> bool:
        tie = edge.tie
        for cause, choice in edge.choices:
            taken = self._choices.get(cause)
            if taken and taken[-1] != choice:
                return False
        if tie.is_rule or tie.ground in self._grounds:
            return True
        if not all(self.may_meet(tie.ground, ground) for ground in self._grounds):
            return False
        if not self.known.names(tie.ground):
            return True
        return not self.known.explains(frozenset((*self._grounds, tie.ground)), tie.ground)

    def has_passed(self, node: str) -> bool:
        """Tell whether the way has led over a node."""
        return node in self._passed

    def drop(self) -> None:
        """Take the last arc back."""
        if not self.arcs:
            return
        _tail, head, days, edge = self.arcs.pop()
        self.days -= days
        self._passed.discard(head)
        for cause, _choice in edge.choices:
            self._choices[cause].pop()
        if not edge.tie.is_rule:
            self._grounds[edge.tie.ground] -= 1
            if not self._grounds[edge.tie.ground]:
                del self._grounds[edge.tie.ground]


def _within(entries: Sequence[tuple[int, int]], n_arcs: int) -> int | None:
    """Return the least bound that so many arcs reach."""
    for used, bound in reversed(entries):
        if used <= n_arcs:
            return bound
    return None


def _go_together(some: Choices, others: Choices) -> bool:
    """Tell whether no two choices are made for one cause."""
    chosen = dict(some)
    return all(chosen.get(cause, choice) == choice for cause, choice in others)
