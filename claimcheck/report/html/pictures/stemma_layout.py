"""Where the sources of a stemma stand, and how its links run past them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

WIDTH = 108
"""Pixels of a box: three beside each other fit the smallest phone."""

_APART, _BEND = 6, 20
"""Room between boxes, and for a link that passes a row on its way."""

_GAP = 46
"""Room between two rows, in which links run."""

_MARGIN = 1
_PORTS = 24
"""The furthest that two links stand apart where they leave a box."""

_SWEEPS = 4
_SAMPLES = 12
_PLACES = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8)
"""Where along a curve a mark may stand, best first."""

_CLEAR = 13
"""Pixels from the middle of a mark to the nearest link of others: its radius and some air."""

Point = tuple[float, float]
Rows = tuple[tuple[str, ...], ...]


@frozen(kw_only=True)
class Edge:
    """A link from a child up to its parent: how certain it is, and the number of the line on it, or 0."""

    child: str
    parent: str
    certainty: str
    line: int


@frozen(kw_only=True)
class Graph:
    """The sources of a claim and their links, each source in its row: origins in the topmost."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    rows: dict[str, int] = field(init=False)

    @rows.default
    def _place(self) -> dict[str, int]:
        """Return the row of each source: one below the lowest of its parents. A circle ends the count."""
        rows = dict.fromkeys(self.nodes, 0)
        for _round in self.nodes:
            moved = False
            for edge in self.edges:
                if rows[edge.child] <= rows[edge.parent] < len(self.nodes):
                    rows[edge.child] = rows[edge.parent] + 1
                    moved = True
            if not moved:
                break
        return rows

    def way(self, edge: Edge) -> tuple[str, ...]:
        """Return what a link passes from its child up: both ends, and a bend in each row between them."""
        rows = range(self.rows[edge.child] - 1, self.rows[edge.parent], -1)
        return edge.child, *(f"{edge.child}\0{edge.parent}\0{row}" for row in rows), edge.parent


@frozen(kw_only=True)
class Box:
    """The box of a source: its left upper corner and its height, in pixels."""

    x: float
    y: float
    height: float

    @property
    def middle(self) -> Point:
        """The point in the middle of the box."""
        return self.x + WIDTH / 2, self.y + self.height / 2


@frozen(kw_only=True)
class Layout:
    """
    Boxes by name, and links from child to parent, in pixels.

    A link is a chain of curves, each from a point to a point above it; between two of them it runs
    straight up past a row. Links run between boxes and never over one.
    """

    width: float
    height: float
    boxes: dict[str, Box]
    links: dict[Edge, tuple[tuple[Point, Point], ...]]

    def mark_of(self, edge: Edge) -> Point:
        """Return where on its link a mark stands best: clear of all other links, near its first middle."""
        others = [
            point for other, curves in self.links.items() if other != edge for point in _sampled(curves)
        ]
        best: tuple[float, Point] | None = None
        for curve in self.links[edge]:
            for share in _PLACES:
                point = _on(curve, share)
                room = min((math.dist(point, other) for other in others), default=_CLEAR)
                if room >= _CLEAR:
                    return point
                best = max(best or (room, point), (room, point))
        assert best is not None  # noqa: S101 - a link has a curve
        return best[1]


def _on(curve: tuple[Point, Point], share: float) -> Point:
    """Return a point of a curve whose ends stand upright."""
    (x, y), (to_x, to_y) = curve
    rest, middle = 1 - share, (y + to_y) / 2
    near, far = rest**3 + 3 * rest**2 * share, 3 * rest * share**2 + share**3
    inner = 3 * rest**2 * share + 3 * rest * share**2
    return x * near + to_x * far, y * rest**3 + middle * inner + to_y * share**3


def _sampled(curves: Iterable[tuple[Point, Point]]) -> Iterator[Point]:
    for curve in curves:
        yield from (_on(curve, number / _SAMPLES) for number in range(_SAMPLES + 1))


def lay_out(graph: Graph, heights: Mapping[str, float]) -> Layout:
    """Return where all stands. `heights` are those that the words of each box need."""
    steps = [pair for edge in graph.edges for pair in pairwise(graph.way(edge))]
    rows = _ordered(_rows(graph), steps)
    tall = [max((heights[each] for each in row if each in heights), default=0) for row in rows]
    tops = [_MARGIN + sum(tall[:number]) + number * _GAP for number in range(len(rows))]
    width = max(map(_width, rows))
    middles: dict[str, Point] = {}
    for row, top, height in zip(rows, tops, tall, strict=True):
        x = _MARGIN + (width - _width(row)) / 2
        for name in row:
            room = _room(name)
            middles[name] = x + room / 2, top + height / 2
            x += room + _APART
    tall_at = {name: height for row, height in zip(rows, tall, strict=True) for name in row}
    ends = {**_ports(steps, middles), **_ports([(upper, lower) for lower, upper in steps], middles)}
    links = {edge: tuple(_curves(graph.way(edge), middles, tall_at, ends)) for edge in graph.edges}
    boxes = {
        name: Box(
            x=middles[name][0] - WIDTH / 2, y=middles[name][1] - tall_at[name] / 2, height=tall_at[name]
        )
        for name in graph.nodes
    }
    return Layout(width=width + 2 * _MARGIN, height=tops[-1] + tall[-1] + _MARGIN, boxes=boxes, links=links)


def _rows(graph: Graph) -> Rows:
    """Return the rows from the topmost down, sources before bends."""
    found: dict[int, list[str]] = {}
    for name in graph.nodes:
        found.setdefault(graph.rows[name], []).append(name)
    for edge in graph.edges:
        for number, bend in enumerate(graph.way(edge)[1:-1], start=1):
            found.setdefault(graph.rows[edge.child] - number, []).append(bend)
    return tuple(tuple(found[row]) for row in sorted(found))


def _is_bend(name: str) -> bool:
    return "\0" in name


def _room(name: str) -> float:
    return _BEND if _is_bend(name) else WIDTH


def _width(row: Sequence[str]) -> float:
    return sum(map(_room, row)) + _APART * (len(row) - 1)


def _ordered(rows: Rows, steps: Sequence[tuple[str, str]]) -> Rows:
    """Return the rows in the order in which the fewest links cross, of those that some sweeps find."""
    near: dict[str, list[str]] = {}
    for lower, upper in steps:
        near.setdefault(lower, []).append(upper)
        near.setdefault(upper, []).append(lower)
    found = [rows]
    for sweep in range(_SWEEPS):
        rows = _swept(rows, near, upwards=not sweep % 2)
        found.append(rows)
    return min(found[1:] or found, key=lambda each: _crossings(each, steps))


def _swept(rows: Rows, near: Mapping[str, Sequence[str]], *, upwards: bool) -> Rows:
    """Return the rows, each put in order by where its neighbours in the row before stand."""
    swept: list[tuple[str, ...]] = []
    for row in reversed(rows) if upwards else rows:
        before = _shares(swept[-1]) if swept else {}
        own = _shares(row)

        def middle(name: str, before: Mapping[str, float] = before, own: Mapping[str, float] = own) -> float:
            found = [before[each] for each in near.get(name, ()) if each in before]
            return sum(found) / len(found) if found else own[name]

        swept.append(tuple(sorted(row, key=middle)))
    return tuple(reversed(swept) if upwards else swept)


def _shares(row: Sequence[str]) -> dict[str, float]:
    """Return where each stands in its row, from its middle, in pixels."""
    found, x = {}, -_width(row) / 2
    for name in row:
        found[name] = x + _room(name) / 2
        x += _room(name) + _APART
    return found


def _crossings(rows: Rows, steps: Sequence[tuple[str, str]]) -> int:
    at = {name: (number, place) for number, row in enumerate(rows) for place, name in enumerate(row)}
    placed = [(at[lower], at[upper]) for lower, upper in steps]
    return sum(
        one[0][0] == other[0][0] and (one[0][1] - other[0][1]) * (one[1][1] - other[1][1]) < 0
        for number, one in enumerate(placed)
        for other in placed[:number]
    )


def _ports(steps: Sequence[tuple[str, str]], middles: Mapping[str, Point]) -> dict[tuple[str, str], float]:
    """Return for each step how far from the middle of its first end it leaves, in the order of the others."""
    ends: dict[str, list[str]] = {}
    for one, other in steps:
        ends.setdefault(one, []).append(other)
    found = {}
    for one, others in ends.items():
        apart = min(_PORTS, (WIDTH - 28) / max(1, len(others) - 1))
        for number, other in enumerate(sorted(others, key=lambda each: middles[each])):
            found[one, other] = 0.0 if _is_bend(one) else (number - (len(others) - 1) / 2) * apart
    return found


def _curves(
    way: Sequence[str],
    middles: Mapping[str, Point],
    tall: Mapping[str, float],
    ends: Mapping[tuple[str, str], float],
) -> Iterator[tuple[Point, Point]]:
    for lower, upper in pairwise(way):
        (x, y), (to_x, to_y) = middles[lower], middles[upper]
        yield (
            (x + ends[lower, upper], y - tall[lower] / 2),
            (to_x + ends[upper, lower], to_y + tall[upper] / 2),
        )
