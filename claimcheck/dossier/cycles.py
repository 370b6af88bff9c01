"""Cycles among links that must not have any: derivations, and parts of places, bodies, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_LONGEST_SHOWN = 8

# Of a longer cycle only the beginning is kept: a message names a few of its members anyway.
_LONGEST_KEPT = 50


def find_cycles(links: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """
    Yield one cycle for each link that closes one, in a walk along the links in their order.

    A cycle is given from the node that the closing link leads to, to the node that it starts from.
    Without all closing links no cycle is left. The walk takes time linear in the links.

    >>> list(find_cycles({"a": ["b"], "b": ["c", "a"], "c": ["a"]}))
    [('a', 'b', 'c'), ('a', 'b')]
    """
    depth: dict[str, int] = {}
    done: set[str] = set()
    for start in links:
        if start in done:
            continue
        path, waiting = [start], [iter(links[start])]
        depth[start] = 0
        while path:
            here = next(waiting[-1], None)
            if here is None:
                done.add(path.pop())
                waiting.pop()
            elif here in done:
                continue
            elif here in depth:
                begin = depth[here]
                kept = path[begin : begin + _LONGEST_KEPT]
                yield tuple(kept) if len(path) - begin <= _LONGEST_KEPT else (*kept[:-1], path[-1])
            else:
                depth[here] = len(path)
                path.append(here)
                waiting.append(iter(links.get(here, ())))


def shown_cycle(cycle: Sequence[str]) -> str:
    """
    Return a cycle for a message.

    >>> shown_cycle(("a", "b"))
    'a -> b -> a'
    """
    members = [*cycle[:_LONGEST_SHOWN], *(["..."] if len(cycle) > _LONGEST_SHOWN else []), cycle[0]]
    return " -> ".join(members)
