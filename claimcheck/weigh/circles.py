"""Sources that are said to have it from one another count as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_circles(parents: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """
    Return the largest groups of two or more in which each leads up to each (Tarjan 1972), without recursion.

    Each group is in the order in which its members are met, and so are the groups.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    is_open: set[str] = set()
    circles: list[tuple[str, ...]] = []
    for root in parents:
        waiting = [(root, 0)] if root not in number else []
        while waiting:
            node, place = waiting.pop()
            if place == 0:
                number[node] = lowest[node] = len(number)
                stack.append(node)
                is_open.add(node)
            above = parents.get(node, ())
            if place and above[place - 1] in is_open:
                lowest[node] = min(lowest[node], lowest[above[place - 1]])
            if place < len(above):
                waiting.append((node, place + 1))
                if above[place] not in number:
                    waiting.append((above[place], 0))
                elif above[place] in is_open:
                    lowest[node] = min(lowest[node], number[above[place]])
            elif lowest[node] == number[node]:
                members = _taken_down_to(node, stack)
                is_open.difference_update(members)
                if len(members) > 1:
                    circles.append(members)
    return circles


def _taken_down_to(node: str, stack: list[str]) -> tuple[str, ...]:
    """Take a node, and all that was put on it, from a stack."""
    members = [stack.pop()]
    while members[-1] != node:
        members.append(stack.pop())
    return tuple(reversed(members))
