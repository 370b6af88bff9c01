"""Impossible loops: chains of bounds that would put a moment before itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, frozen

from claimcheck.compare.order.ties import Tie


@frozen
class Edge:
    """
    One bound of a tie: `head` lies at most `days` after `tail`. `slack` is the same bound with every
    tolerance and reading; None when those leave it open.
    """

    tail: str
    head: str
    days: int
    slack: int | None
    tie: Tie


@frozen
class Loop:
    """Edges, each beginning where the one before ends, that together leave fewer than no days."""

    edges: tuple[Edge, ...]

    @property
    def days(self) -> int:
        """By how many days the loop misses, as a negative number."""
        return sum(edge.days for edge in self.edges)

    @property
    def is_necessary(self) -> bool:
        """Whether no reading and no tolerance makes the loop possible."""
        slacks = [edge.slack for edge in self.edges]
        return None not in slacks and sum(slack for slack in slacks if slack is not None) < 0

    @property
    def attested(self) -> tuple[str, ...]:
        """The attestations that the loop rests on, in loop order, each once."""
        return tuple(dict.fromkeys(edge.tie.ground for edge in self.edges if not edge.tie.is_rule))


def edges_of(ties: Iterable[Tie]) -> Iterator[Edge]:
    """Yield the bounds of ties as edges: an upper bound runs forward, a lower one back."""
    for tie in ties:
        (low, high), (loose_low, loose_high) = tie.tight, tie.loose
        if high is not None:
            yield Edge(tie.from_, tie.to, high, loose_high, tie)
        if low is not None:
            yield Edge(tie.to, tie.from_, -low, None if loose_low is None else -loose_low, tie)


_SEARCHED_AT_MOST = 3_000_000
"""Steps after which a part that has a loop already is not searched for more; ours: a few seconds."""


@frozen
class Loops:
    """The impossible loops of a network, and whether every link was searched for one."""

    loops: tuple[Loop, ...]
    is_complete: bool = True


def find_loops(ties: Iterable[Tie]) -> Loops:
    """
    Return, for each attested bound of an inconsistent part, the shortest impossible loop through it.

    Equal loops are merged, and a loop that rests on all the attestations of another and more is left
    out: the smaller one explains it. A short loop can hide a longer one that has nothing to do with it,
    since walks go round the short one instead; so each round takes one bound of every loop away and
    looks again, until what is left is consistent. That finds a loop wherever there is one, though not
    every loop of a tangle. A consistent network costs one pass of Bellman and Ford, which is linear in
    practice.
    """
    edges = list(edges_of(ties))
    found: dict[frozenset[str], Loop] = {}
    search = _Search()
    while True:
        loops = [loop for part in _inconsistent_components(edges) for loop in search.loops_of(part)]
        if not loops:
            break
        for loop in loops:
            _keep(loop, found)
        taken = {id(next(edge for edge in reversed(loop.edges) if not edge.tie.is_rule)) for loop in loops}
        edges = [edge for edge in edges if id(edge) not in taken]
    smallest = (loop for key, loop in found.items() if not any(other < key for other in found))
    return Loops(tuple(smallest), is_complete=search.left > 0)


@define
class _Search:
    """Searches through one network after another, with one budget of steps for all."""

    left: int = _SEARCHED_AT_MOST

    def loops_of(self, component: Sequence[Edge]) -> Iterator[Loop]:
        """Yield the shortest impossible loop through each attested edge, where there is one."""
        explained = False
        for edge in component:
            if self.left <= 0 and explained:
                return
            if edge.tie.is_rule:
                continue
            loop = self._shortest_loop(edge, component)
            if loop is not None:
                explained = True
                yield loop

    def _shortest_loop(self, start: Edge, component: Sequence[Edge]) -> Loop | None:
        """
        Return the impossible loop with the fewest edges through an edge, or None.

        Round k holds the nodes that k steps bind more closely than fewer steps do, with the last step: a
        walk that is longer and binds no closer is never part of the shortest loop. So a chain costs one
        step a node.
        """
        if start.tail == start.head:
            return Loop((start,)) if start.days < 0 else None
        leaving: dict[str, list[Edge]] = defaultdict(list)
        for edge in component:
            leaving[edge.tail].append(edge)
        best = {start.head: start.days}
        rounds: list[_Round] = [{start.head: (start.days, start)}]
        while rounds[-1] and len(rounds) <= len(leaving):
            latest: _Round = {}
            for node, (days, _edge) in rounds[-1].items():
                self.left -= len(leaving[node])
                for edge in leaving[node]:
                    bound = days + edge.days
                    if bound < best.get(edge.head, bound + 1) and _goes_with(edge, node, rounds):
                        best[edge.head] = bound
                        latest[edge.head] = (bound, edge)
            rounds.append(latest)
            if start.tail in latest and latest[start.tail][0] < 0:
                return _as_loop(start.tail, rounds)
        return None


_Round = dict[str, tuple[int, Edge]]


def _keep(loop: Loop, found: dict[frozenset[str], Loop]) -> None:
    """Keep one loop for each set of attestations: the shorter, or the one that misses by more."""
    key = frozenset(loop.attested)
    best = found.get(key)
    if best is None or (len(loop.edges), loop.days) < (len(best.edges), best.days):
        found[key] = loop


def _walk_to(node: str, rounds: Sequence[_Round]) -> Iterator[Edge]:
    """Yield the steps that lead to a node, the last one first."""
    for latest in reversed(rounds):
        edge = latest[node][1]
        yield edge
        node = edge.tail


def _goes_with(edge: Edge, node: str, rounds: Sequence[_Round]) -> bool:
    """Tell whether a step keeps to the reading that the walk so far has taken of the same words."""
    if edge.tie.reading is None:
        return True
    return all(
        before.tie.ground != edge.tie.ground or before.tie.reading == edge.tie.reading
        for before in _walk_to(node, rounds)
    )


def _as_loop(node: str, rounds: Sequence[_Round]) -> Loop | None:
    """Return the loop that the rounds spell out, or None when it passes a node twice."""
    edges = tuple(_walk_to(node, rounds))[::-1]
    # A walk that crosses itself holds a smaller impossible loop, which that loop's own edges find.
    return Loop(edges) if len({edge.tail for edge in edges}) == len(edges) else None


def _inconsistent_components(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Yield the edges of each strongly connected part of the network that has an impossible loop."""
    for nodes in _components(edges):
        inside = [edge for edge in edges if edge.tail in nodes and edge.head in nodes]
        if _is_inconsistent(nodes, inside):
            yield inside


def _is_inconsistent(nodes: set[str], edges: Sequence[Edge]) -> bool:
    """
    Tell by Bellman and Ford whether some loop falls below zero; stops as soon as nothing moves.

    The passes run forward and back in turn: dossiers tell events more or less in order, and a chain
    that one direction needs a pass a link for is done in one pass of the other.
    """
    at_most = dict.fromkeys(nodes, 0)
    back = edges[::-1]
    for turn in range(len(nodes)):
        moved = False
        for edge in back if turn % 2 else edges:
            bound = at_most[edge.tail] + edge.days
            if bound < at_most[edge.head]:
                at_most[edge.head] = bound
                moved = True
        if not moved:
            return False
    return True


def _components(edges: Sequence[Edge]) -> list[set[str]]:
    """Return the strongly connected components that have an edge, by Kosaraju's two passes."""
    forward: dict[str, list[str]] = defaultdict(list)
    backward: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        forward[edge.tail].append(edge.head)
        backward[edge.head].append(edge.tail)
    nodes = list(dict.fromkeys(node for edge in edges for node in (edge.tail, edge.head)))
    finished = _finish_order(nodes, forward)
    components: list[set[str]] = []
    seen: set[str] = set()
    for root in reversed(finished):
        if root in seen:
            continue
        component = set(_finish_order([root], backward, seen))
        components.append(component)
    return components


def _finish_order(
    roots: Iterable[str], following: dict[str, list[str]], seen: set[str] | None = None
) -> list[str]:
    """Return the nodes reached from the roots in the order in which a depth-first walk leaves them."""
    seen = set() if seen is None else seen
    finished: list[str] = []
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(following[root]))]
        while stack:
            node, rest = stack[-1]
            following_node = next((each for each in rest if each not in seen), None)
            if following_node is None:
                finished.append(node)
                stack.pop()
            else:
                seen.add(following_node)
                stack.append((following_node, iter(following[following_node])))
    return finished
