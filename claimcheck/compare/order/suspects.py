"""What no loop of an inconsistent part can come to, told without a search for each of its bounds."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import frozen

from claimcheck.compare.order.network import Arc

_CUT_AT_MOST = 40
"""Arcs that are cut before it is cheaper to search through all; ours."""

_CHAINS_AT_MOST = 2_000
"""Orders of cut arcs that are tried; ours. Those that leave from one node never follow one another."""

_WORTH_IT = 60
"""Arcs of a part that is large enough for the question to be worth asking; ours."""

_FAR = float("inf")

_Days = dict[str, float]


@frozen
class HubBounds:
    """
    How far the moments lie at least from the hub, the moment with the most arcs, and the hub from them.

    Nearly always that is the calendar. Where every impossible loop leads over it, the two lists bound
    any way between two moments.
    """

    hub: str
    _from_hub: _Days
    _to_hub: _Days

    def least(self, from_: str, to: str) -> float:
        """Return what a way between two moments that does not pass the hub comes to at least."""
        if self.hub in (from_, to):
            return self.least_over(from_, to)
        away, back = self._from_hub, self._to_hub
        return max(
            away.get(to, _FAR) - away[from_] if from_ in away else -_FAR,
            back.get(from_, _FAR) - back[to] if to in back else -_FAR,
        )

    def least_over(self, from_: str, to: str) -> float:
        """Return what a way between two moments that passes the hub once comes to at least."""
        return self._to_hub.get(from_, _FAR) + self._from_hub.get(to, _FAR)

    def clears(self, arc: Arc) -> bool:
        """Tell whether no impossible loop leads through an arc."""
        return arc[2] + self.least_over(arc[1], arc[0]) >= 0


def hub_bounds(part: Sequence[Arc]) -> HubBounds | None:
    """Return the bounds over the hub of a part; None when some impossible loop does not pass it."""
    degree = Counter(node for arc in part for node in arc[:2])
    hub = max(degree, key=lambda node: degree[node])
    rest = [arc for arc in part if hub not in arc[:2]]
    potential, loop = _relaxed(rest)
    if loop:
        return None
    leaving = [(head, days) for tail, head, days, _edge in part if tail == hub]
    coming = [(tail, days) for tail, head, days, _edge in part if head == hub]
    turned = [(head, tail, days, edge) for tail, head, days, edge in rest]
    against = {node: -days for node, days in potential.items()}
    ways = _distances(rest, leaving, potential), _distances(turned, coming, against)
    return HubBounds(hub, *({**way, hub: 0} for way in ways))


def suspects(part: Sequence[Arc], starts: Sequence[Arc]) -> list[Arc]:
    """
    Return those of some arcs through which an impossible loop may lead, in their order.

    This is for parts in which some loops do not pass the hub. Every impossible loop leads through one of
    a few arcs, without which days would fit. The shortest ways to those and from them bound what any
    loop through another arc can come to. In a large part with few contradictions nearly all arcs are
    cleared so.
    """
    cut = _cut(part) if len(part) >= _WORTH_IT else None
    if cut is None:
        return list(starts)
    sound, cuts, potential = cut
    # A loop that leads over an arc passes neither of its ends again.
    ahead = [_distances(sound, [(arc[1], 0)], potential, arc[0]) for arc in cuts]
    turned = [(head, tail, days, edge) for tail, head, days, edge in sound]
    against = {node: -days for node, days in potential.items()}
    behind = [_distances(turned, [(arc[0], 0)], against, arc[1]) for arc in cuts]
    chains = _chains(cuts, ahead)
    if chains is None:
        return list(starts)
    numbers = {id(arc): number for number, arc in enumerate(cuts)}

    def least(arc: Arc) -> float:
        tail, head, days, _edge = arc
        number = numbers.get(id(arc))
        if number is not None:
            return min(
                chain + ahead[last].get(tail, _FAR)
                for (first, last), chain in chains.items()
                if first == number
            )
        ways = (
            chain + ahead[last].get(tail, _FAR) + days + behind[first].get(head, _FAR)
            for (first, last), chain in chains.items()
            if tail not in (cuts[first][0], cuts[last][0]) and head not in (cuts[first][1], cuts[last][1])
        )
        return min(ways, default=_FAR)

    return [arc for arc in starts if least(arc) < 0]


def some_loop(part: Sequence[Arc]) -> tuple[Arc, ...]:
    """Return an impossible loop of a part, whichever comes first."""
    return tuple(_relaxed(part)[1][::-1])


def _cut(part: Sequence[Arc]) -> tuple[list[Arc], list[Arc], dict[str, int]] | None:
    """Return the part without a few arcs, those arcs, and days that fit the rest; None when it takes many."""
    left, cuts = list(part), list[Arc]()
    degree = Counter(arc[0] for arc in part)
    while True:
        at_most, loop = _relaxed(left)
        if not loop:
            return left, cuts, at_most
        if len(cuts) == _CUT_AT_MOST:
            return None
        # Arcs that leave from one busy node, as the calendar, never stand in one loop together.
        taken = max(loop, key=lambda arc: degree[arc[0]])
        cuts.append(taken)
        left = [arc for arc in left if arc is not taken]


def _relaxed(arcs: Sequence[Arc]) -> tuple[dict[str, int], list[Arc]]:
    """Return days that fit all arcs, and no loop; or a loop that nothing fits."""
    at_most = {node: 0 for tail, head, _days, _edge in arcs for node in (tail, head)}
    before: dict[str, Arc] = {}
    back = arcs[::-1]
    for turn in range(2 * len(at_most) + 1):
        moved = False
        for arc in back if turn % 2 else arcs:
            if at_most[arc[0]] + arc[2] < at_most[arc[1]]:
                at_most[arc[1]] = at_most[arc[0]] + arc[2]
                before[arc[1]] = arc
                moved = True
        if not moved:
            return at_most, []
        if loop := _loop_among(before):
            return at_most, loop
    raise AssertionError("Bellman and Ford end with days that fit, or with a loop")


def _loop_among(before: dict[str, Arc]) -> list[Arc]:
    """Return the loop that the last arcs to their nodes make, or nothing."""
    seen: dict[str, str] = {}
    for root in before:
        node = root
        while node in before and node not in seen:
            seen[node] = root
            node = before[node][0]
        if node in before and seen[node] == root:
            loop = [before[node]]
            while loop[-1][0] != node:
                loop.append(before[loop[-1][0]])
            return loop
    return []


def _distances(
    arcs: Sequence[Arc], starts: Sequence[tuple[str, int]], potential: dict[str, int], stop: str = ""
) -> _Days:
    """
    Return the least bounds to each node that arcs lead to, by Dijkstra under potentials.

    It begins with the days that `starts` name for some nodes; nothing leads on from `stop`.
    """
    leaving: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for tail, head, days, _edge in arcs:
        leaving[tail].append((head, days + potential[tail] - potential[head]))
    found: _Days = {}
    queue = [(days - potential.get(node, 0), node) for node, days in starts]
    heapq.heapify(queue)
    while queue:
        reduced, node = heapq.heappop(queue)
        if node in found:
            continue
        found[node] = reduced + potential.get(node, 0)
        for head, days in leaving[node] if node != stop else ():
            if head not in found:
                heapq.heappush(queue, (reduced + days, head))
    return found


def _chains(cuts: Sequence[Arc], ahead: Sequence[_Days]) -> dict[tuple[int, int], float] | None:
    """
    Return the least bound of a way that begins with one cut arc, ends with another, and passes nothing twice.

    None when there are too many ways.
    """
    found: dict[tuple[int, int], float] = {}
    stack: list[tuple[tuple[int, ...], float]]
    stack = [((number,), float(arc[2])) for number, arc in enumerate(cuts)]
    n_tried = 0
    while stack:
        order, bound = stack.pop()
        n_tried += 1
        if n_tried > _CHAINS_AT_MOST:
            return None
        key = (order[0], order[-1])
        found[key] = min(bound, found.get(key, _FAR))
        tails, heads = {cuts[each][0] for each in order}, {cuts[each][1] for each in order}
        for number, (tail, head, days, _edge) in enumerate(cuts):
            way = ahead[order[-1]].get(tail, _FAR)
            if tail not in tails and head not in heads and way < _FAR:
                stack.append(((*order, number), bound + way + days))
    return found
