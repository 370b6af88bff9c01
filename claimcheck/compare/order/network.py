"""The network that ties make: its bounds as edges, and the parts of it in which nothing fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.compare.order.ties import Choices, Tie


@frozen(eq=False)
class Edge:
    """
    One bound of a tie: `head` lies at most `days` after `tail`. `slack` is the same bound with every
    tolerance and reading; None when those leave it open. `choices` are those of readings that it
    depends on. Two edges are equal only when they are one.
    """

    tail: str
    head: str
    days: int
    slack: int | None
    tie: Tie
    choices: Choices = ()


Arc = tuple[str, str, int, Edge]
"""An edge as one search sees it: tail, head, and the days that count there."""


def edges_of(ties: Iterable[Tie]) -> Iterator[Edge]:
    """Yield the bounds of ties as edges: an upper bound runs forward, a lower one back."""
    for tie in ties:
        (low, high), (loose_low, loose_high) = tie.tight, tie.loose
        if high is not None:
            yield Edge(tie.from_, tie.to, high, loose_high, tie, tie.choices)
        if low is not None:
            slack = None if loose_low is None else -loose_low
            yield Edge(tie.to, tie.from_, -low, slack, tie, tie.choices)


def asserted(edges: Iterable[Edge]) -> list[Arc]:
    """Return the arcs of what the words assert."""
    return [(edge.tail, edge.head, edge.days, edge) for edge in edges]


def tolerated(edges: Iterable[Edge]) -> list[Arc]:
    """Return the arcs of what every reading and tolerance keeps, one for all readings of the same words."""
    found: dict[tuple[str, str, str, int], Arc] = {}
    for edge in edges:
        if edge.slack is not None:
            # What holds under every reading depends on no choice of one.
            free = Edge(edge.tail, edge.head, edge.days, edge.slack, edge.tie) if edge.choices else edge
            key = (edge.tail, edge.head, edge.tie.ground, edge.slack)
            found.setdefault(key, (edge.tail, edge.head, edge.slack, free))
    return list(found.values())


def inconsistent_parts(arcs: Sequence[Arc]) -> Iterator[list[Arc]]:
    """
    Yield the parts of a network that hold an impossible loop: blocks of strongly connected components.

    A loop that passes no moment twice never leaves its block, the arcs between two moments whose
    removal would take the network apart. So dates of different events that only the calendar joins
    are never searched together.
    """
    component: dict[str, int] = {}
    for number, nodes in enumerate(_components(arcs)):
        component.update(dict.fromkeys(nodes, number))
    inside: dict[int, list[Arc]] = defaultdict(list)
    for arc in arcs:
        if component[arc[0]] == component[arc[1]]:
            inside[component[arc[0]]].append(arc)
    for number in sorted(inside):
        for block in _blocks(inside[number]):
            if not is_consistent(block):
                yield block


def is_consistent(arcs: Sequence[Arc]) -> bool:
    """
    Tell by Bellman and Ford whether no loop falls below zero; stops as soon as nothing moves.

    The passes run forward and back in turn: dossiers tell events more or less in order, and a chain
    that one direction needs a pass a link for is done in one pass of the other.
    """
    at_most = {node: 0 for tail, head, _days, _edge in arcs for node in (tail, head)}
    back = arcs[::-1]
    for turn in range(len(at_most) + 1):
        moved = False
        for tail, head, days, _edge in back if turn % 2 else arcs:
            bound = at_most[tail] + days
            if bound < at_most[head]:
                at_most[head] = bound
                moved = True
        if not moved:
            return True
    return False


def _blocks(arcs: Sequence[Arc]) -> Iterator[list[Arc]]:
    """Yield the arcs of each block of a connected network, in their order; a loop of one arc is one."""
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, (tail, head, _days, _edge) in enumerate(arcs):
        if tail == head:
            yield [arcs[number]]
        else:
            beside[tail].append((head, number))
            beside[head].append((tail, number))
    found: list[list[int]] = []
    seen: dict[str, int] = {}
    for root in beside:
        if root not in seen:
            found.extend(_blocks_from(root, beside, seen))
    for block in sorted(sorted(numbers) for numbers in found):
        yield [arcs[number] for number in block]


def _blocks_from(
    root: str, beside: Mapping[str, list[tuple[str, int]]], seen: dict[str, int]
) -> Iterator[list[int]]:
    """Yield the numbers of the arcs of each block around a node: Hopcroft and Tarjan, without recursion."""
    seen[root] = len(seen)
    low = {root: seen[root]}
    waiting: list[int] = []
    stack = [(root, 0, iter(beside[root]))]
    taken: set[int] = set()
    while stack:
        node, begin, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            stack.pop()
            if stack:
                parent = stack[-1][0]
                low[parent] = min(low[parent], low[node])
                if low[node] >= seen[parent]:
                    yield waiting[begin:]
                    del waiting[begin:]
            continue
        other, number = step
        if number in taken:
            continue
        taken.add(number)
        waiting.append(number)
        if other in seen:
            low[node] = min(low[node], seen[other])
        else:
            seen[other] = low[other] = len(seen)
            stack.append((other, len(waiting) - 1, iter(beside[other])))


def _components(arcs: Sequence[Arc]) -> list[set[str]]:
    """Return the strongly connected components that have an arc, by Kosaraju's two passes."""
    forward: dict[str, list[str]] = defaultdict(list)
    backward: dict[str, list[str]] = defaultdict(list)
    for tail, head, _days, _edge in arcs:
        forward[tail].append(head)
        backward[head].append(tail)
    nodes = list(dict.fromkeys(node for tail, head, _days, _edge in arcs for node in (tail, head)))
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
