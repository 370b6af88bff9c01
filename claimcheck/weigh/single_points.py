"""Where everything hangs on one way: each source that alone cuts it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence


def single_points(
    supporters: Sequence[str], parents: Mapping[str, Collection[str]], path: Sequence[str]
) -> tuple[str, ...]:
    """
    Return the sources that every way from a supporter to an origin passes, nearest to the supporters first.

    `path` is any such way: those sources lie on it. They are its dominators, found by going up the path
    and seeing how far up one gets around it; each link is followed once.
    """
    place = {source: number for number, source in enumerate(path)}
    end = len(path)
    furthest = 0
    seen: set[str] = set()
    waiting = list(supporters)
    found: list[str] = []
    for number, source in enumerate(path):
        while waiting:
            node = waiting.pop()
            if node in place:
                furthest = max(furthest, place[node])
            elif node not in seen:
                seen.add(node)
                above = parents.get(node, ())
                waiting.extend(above)
                furthest = furthest if above else end
        if furthest == number:
            found.append(source)
        waiting.extend(parents.get(source, ()))
    return tuple(found)
