"""The largest number of ways that share no source, from supporters to origins."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Mapping

_START, _GOAL = ("start", "out"), ("goal", "in")
_Node = tuple[str, str]


def disjoint_ways(supporters: Collection[str], parents: Mapping[str, Collection[str]]) -> int:
    """
    Return the most paths from supporters up to sources without parents, no source on two of them.

    By Menger this equals the fewest sources whose fall would cut every supporter from every origin.
    Each source is split into an in and an out node joined by one unit; each augmenting path costs one
    breadth-first search, so the whole costs (sources + links) for each line found.
    """
    capacity = _network(supporters, parents)
    ways = 0
    while _augment(capacity):
        ways += 1
    return ways


def _network(
    supporters: Collection[str], parents: Mapping[str, Collection[str]]
) -> dict[_Node, dict[_Node, int]]:
    capacity: dict[_Node, dict[_Node, int]] = defaultdict(lambda: defaultdict(int))
    seen, queue = set(supporters), deque(supporters)
    while queue:
        node = queue.popleft()
        capacity[node, "in"][node, "out"] = 1
        above = parents.get(node, ())
        if not above:
            capacity[node, "out"][_GOAL] = 1
        for parent in above:
            capacity[node, "out"][parent, "in"] = 1
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
    for supporter in supporters:
        capacity[_START][supporter, "in"] = 1
    return capacity


def _augment(capacity: dict[_Node, dict[_Node, int]]) -> bool:
    """Push one unit along a shortest path that still has room; tell whether there was one."""
    before: dict[_Node, _Node] = {_START: _START}
    queue = deque([_START])
    while queue and _GOAL not in before:
        node = queue.popleft()
        for following, room in capacity[node].items():
            if room and following not in before:
                before[following] = node
                queue.append(following)
    if _GOAL not in before:
        return False
    node = _GOAL
    while node != _START:
        previous = before[node]
        capacity[previous][node] -= 1
        capacity[node][previous] += 1
        node = previous
    return True
