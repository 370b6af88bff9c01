"""Stemmata: sources stand apart, and no link runs over one."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.html.pictures.stemma_layout import WIDTH, Box, Edge, Graph, Layout, lay_out


def edge(child: str, parent: str, line: int = 0) -> Edge:
    """A declared link."""
    return Edge(child=child, parent=parent, certainty="declared", line=line)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Up to twelve sources, each of which draws on some of those before it."""
    names = [f"s{number}" for number in range(draw(st.integers(2, 12)))]
    pairs = list(combinations(names, 2))
    chosen = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=16, unique=True))
    return Graph(nodes=tuple(names), edges=tuple(edge(child, parent) for parent, child in chosen))


def laid_out(graph: Graph) -> Layout:
    """The graph with boxes of several heights."""
    return lay_out(graph, {name: 29 + 15 * (number % 3) for number, name in enumerate(graph.nodes)})


def runs_over(box: Box, points: list[tuple[float, float]]) -> bool:
    """Whether a point lies inside a box."""
    return any(box.x < x < box.x + WIDTH and box.y < y < box.y + box.height for x, y in points)


def way(layout: Layout, link: Edge) -> list[tuple[float, float]]:
    """Points all along a link: those of its curves, and of the straight pieces between them."""
    curves = layout.links[link]
    points = [point_of(curve, share / 40) for curve in curves for share in range(41)]
    for (_start, end), (start, _end) in pairwise(curves):
        points += [(end[0], end[1] + (start[1] - end[1]) * share / 10) for share in range(11)]
    return points


def point_of(curve: tuple[tuple[float, float], tuple[float, float]], t: float) -> tuple[float, float]:
    """A point of the cubic curve that leaves both its ends upright, as it is drawn."""
    (x, y), (to_x, to_y) = curve
    middle = (y + to_y) / 2
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    xs, ys = (x, x, to_x, to_x), (y, middle, middle, to_y)
    return (
        sum(weight * each for weight, each in zip(weights, xs, strict=True)),
        sum(weight * each for weight, each in zip(weights, ys, strict=True)),
    )


@given(graphs())
def test_no_link_runs_over_a_source(graph: Graph) -> None:
    """Whatever draws on what, links run between the boxes, and boxes stand apart inside the picture."""
    layout = laid_out(graph)

    for one, other in combinations(layout.boxes.values(), 2):
        assert (
            abs(one.x - other.x) >= WIDTH or one.y + one.height <= other.y or other.y + other.height <= one.y
        )
    for box in layout.boxes.values():
        assert box.x >= 0
        assert box.x + WIDTH <= layout.width
        assert box.y >= 0
        assert box.y + box.height <= layout.height
        assert not any(runs_over(box, way(layout, each)) for each in graph.edges)


def test_a_link_over_a_source_is_told() -> None:
    """The law above looks at something."""
    box = Box(x=10, y=10, height=40)

    assert runs_over(box, [(0, 0), (50, 30)])
    assert not runs_over(box, [(0, 0), (50, 60)])


def test_links_that_need_not_cross_do_not() -> None:
    """Two ways past a source between two others run on either side of it."""
    names = ("first", "second", "between", "last")
    pairs = [
        ("between", "first"),
        ("between", "second"),
        ("last", "first"),
        ("last", "between"),
        ("last", "second"),
    ]
    layout = laid_out(Graph(nodes=names, edges=tuple(edge(child, parent) for child, parent in pairs)))
    left, right = (layout.links[edge("last", parent)][0][1][0] for parent in ("first", "second"))
    middle = layout.boxes["between"].middle[0]

    assert left < middle < right


def test_a_mark_keeps_clear_of_other_links() -> None:
    """The number of a line stands where no other link runs through it."""
    links = tuple(edge("last", parent, number) for number, parent in enumerate(("a", "b", "c"), start=1))
    layout = laid_out(Graph(nodes=("a", "b", "c", "last"), edges=links))

    for one in links:
        x, y = layout.mark_of(one)
        others = (point for other in links if other != one for point in way(layout, other))
        assert min(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for a, b in others) > 9


@given(
    st.lists(st.sampled_from([(a, b) for a in "abcdef" for b in "abcdef" if a != b]), min_size=1, unique=True)
)
def test_a_circle_is_drawn_all_the_same(pairs: list[tuple[str, str]]) -> None:
    """Sources that draw on one another have no rows of their own, and no end is waited for."""
    layout = laid_out(Graph(nodes=tuple("abcdef"), edges=tuple(edge(*each) for each in pairs)))

    assert set(layout.boxes) == set("abcdef")
    assert len(layout.links) == len(pairs)
