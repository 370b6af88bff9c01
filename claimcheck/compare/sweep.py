"""Answers that lie apart on one line: a sweep over their bounds finds them without comparing each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.values.region import Bounds
from claimcheck.values.scope import Scope
from claimcheck.values.value import Value


def meeting_pairs(stretches: Sequence[Bounds]) -> Iterator[tuple[int, int]]:
    """
    Yield every pair of stretches that share a point, by their places, the smaller place first.

    Takes the time of a sort and of the pairs that meet; what lies apart costs nothing.

    >>> sorted(meeting_pairs([(1, 5), (6, 9), (4, None)]))
    [(0, 2), (1, 2)]
    """
    current: list[int] = []
    for place in sorted(range(len(stretches)), key=lambda place: _begin(stretches[place])):
        low = stretches[place][0]
        current = [other for other in current if _ends_after(stretches[other], low)]
        yield from ((min(place, other), max(place, other)) for other in current)
        current.append(place)


def _begin(stretch: Bounds) -> tuple[bool, object]:
    return (False, 0) if stretch[0] is None else (True, stretch[0])


def _ends_after(stretch: Bounds, low: object) -> bool:
    return stretch[1] is None or low is None or bool(stretch[1] >= low)


def places_to_compare(values: Sequence[Value | None]) -> tuple[tuple[int, ...], ...]:
    """
    Return for each value, in order, the places of all others that it has to be compared with.

    What is left out has the same scope and lies apart from it on one line, even in the envelope. None
    stands for what is on no line, and is compared with everything.
    """
    lines: defaultdict[Scope, dict[int, Bounds]] = defaultdict(dict)
    for place, value in enumerate(values):
        if value is not None and (bounds := _outer_bounds(value)) is not None:
            lines[value.scope][place] = bounds
    everywhere = range(len(values))
    near: list[set[int] | None] = [None for _ in everywhere]
    for stretches in lines.values():
        places = list(stretches)
        elsewhere = frozenset(everywhere).difference(places)
        meeting: list[set[int]] = [set() for _ in places]
        for i, j in meeting_pairs(list(stretches.values())):
            meeting[i].add(places[j])
            meeting[j].add(places[i])
        for place, others in zip(places, meeting, strict=True):
            near[place] = others | elsewhere
    return tuple(
        tuple(other for other in everywhere if other != place) if others is None else tuple(sorted(others))
        for place, others in enumerate(near)
    )


def _outer_bounds(value: Value) -> Bounds | None:
    """Return the bounds of all that a value tolerates under any reading, or None where there is no line."""
    bounds = [reading.envelope.bounds() for reading in value.readings]
    if None in bounds:
        return None
    lows, highs = zip(*(each for each in bounds if each is not None), strict=True)
    return (None if None in lows else min(lows), None if None in highs else max(highs))
