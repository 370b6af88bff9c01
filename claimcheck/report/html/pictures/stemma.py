"""The stemma of a claim: its sources from those at hand up to the origins, with lines and bottlenecks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from textwrap import wrap

from attrs import field, frozen

from claimcheck.model.finding import Claim, Lines
from claimcheck.model.line_words import hands_of, node_words, path_words
from claimcheck.model.plain import plain, sentence
from claimcheck.model.source import Certainty
from claimcheck.report.html.pictures.picture import Picture, drawing, element, words
from claimcheck.report.view import View

_WIDTH, _HEIGHT = 138, 44
_STEP_X, _STEP_Y = 154, 92
_BEND = 34
"""Room for a link that passes a row on its way."""

_COLUMNS = 21
"""Letters on one line of a box."""

_MOST_NODES = 18
"""More sources than this are no picture any longer; the table tells the lines alone."""

_FEWEST_NODES = 3
"""A source and the one that it passes on are told by the chain already."""

_MARGIN = 8


@frozen(kw_only=True)
class _Edge:
    """A link from a child up to its parent: how certain it is, and the number of the line on it, or 0."""

    child: str
    parent: str
    certainty: str
    line: int


@frozen(kw_only=True)
class _Graph:
    """The sources of a claim and their links, each source in its row: origins in the topmost."""

    nodes: tuple[str, ...]
    edges: tuple[_Edge, ...]
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


def stemma(view: View, claim: Claim | None) -> Picture | None:
    """
    Return the sources that a claim hangs on, origins above, sources at hand below.

    A numbered line is one independent way; a link without a number is one that adds none. None where
    each supporter speaks for itself, or where there are too many sources to be drawn.
    """
    lines = claim.lines if claim else None
    if claim is None or lines is None or not lines.paths:
        return None
    graph = _graph(view, claim, lines)
    if not _FEWEST_NODES <= len(graph.nodes) <= _MOST_NODES or not graph.edges:
        return None
    hands = hands_of(lines)
    rows = [
        (f"line {number}", sentence(path_words(view.report.dossier, hands, path)))
        for number, path in enumerate(lines.paths, start=1)
    ]
    rows += [
        ("hangs on", plain(node_words(view.report.dossier, hands, each))) for each in lines.single_points
    ]
    markup, caption = (
        _drawn(view, claim, lines, graph),
        "From whom it comes: origins above, sources at hand below",
    )
    return Picture(
        markup=markup, caption=caption, headers=("What", "Source by source"), rows=tuple(rows), is_wide=True
    )


def _graph(view: View, claim: Claim, lines: Lines) -> _Graph:
    numbered = {
        pair: number for number, path in enumerate(lines.paths, start=1) for pair in pairwise(path.sources)
    }
    supporting = [each for each in map(view.attestation, claim.supporting) if each]
    chains = [tuple(link.source for link in each.chain) for each in supporting]
    nodes = dict.fromkeys((*chain(*chains), *(each for path in lines.paths for each in path.sources)))
    questions = {each.question for each in supporting}
    # Whoever passes on what another says has it from that other.
    relayed = (pair for sources in chains for pair in pairwise(sources))
    edges = dict.fromkeys((*numbered, *relayed), Certainty.DECLARED.value)
    declared = view.report.dossier.derivations
    n_before = -1
    while n_before != len(nodes) <= _MOST_NODES:  # until nothing more hangs above
        n_before = len(nodes)
        for each in declared:
            if each.child in nodes and (not each.questions or questions & set(each.questions)):
                nodes.setdefault(each.parent)
                edges[each.child, each.parent] = each.status.value
    return _Graph(
        nodes=tuple(nodes),
        edges=tuple(
            _Edge(child=child, parent=parent, certainty=certainty, line=numbered.get((child, parent), 0))
            for (child, parent), certainty in edges.items()
        ),
    )


def _drawn(view: View, claim: Claim, lines: Lines, graph: _Graph) -> str:
    places = _places(graph)
    width = max(x for x, _y in places.values()) + _WIDTH / 2 + _MARGIN
    height = max(y for _x, y in places.values()) + _HEIGHT / 2 + _MARGIN + 14
    speakers = {each.speaker for each in map(view.attestation, claim.supporting) if each}
    hands = hands_of(lines)
    parts = [part for edge in graph.edges for part in _link(edge, graph, places)]
    for name in graph.nodes:
        label = plain(node_words(view.report.dossier, hands, name))
        style = ("hand" if name in hands else "", "speaks" if name in speakers else "")
        parts.append(_box(label, places[name], style, is_single=name in lines.single_points))
    caption = "The stemma of the sources; the table below tells the same"
    box = f"0 0 {width:g} {height:g}"  # by which paper makes it smaller
    return drawing(caption, parts, class_="stemma", width=width, height=height, viewBox=box)


def _bends(edge: _Edge, graph: _Graph) -> list[str]:
    """Return names for the places where a link passes the rows between its ends, from its child up."""
    rows = range(graph.rows[edge.child] - 1, graph.rows[edge.parent], -1)
    return [f"{edge.child}\0{edge.parent}\0{row}" for row in rows]


def _places(graph: _Graph) -> dict[str, tuple[float, float]]:
    """Return the middle of each box and bend. Rows keep the order of what lies below, and are centred."""
    rows: dict[int, list[str]] = {}
    for name in graph.nodes:
        rows.setdefault(graph.rows[name], []).append(name)
    below: dict[str, list[str]] = {}
    for edge in graph.edges:
        bends = _bends(edge, graph)
        for number, bend in enumerate(bends):
            rows.setdefault(graph.rows[edge.child] - 1 - number, []).append(bend)
        for lower, upper in pairwise((edge.child, *bends, edge.parent)):
            below.setdefault(upper, []).append(lower)
    widths = {row: sum(_BEND if "\0" in each else _STEP_X for each in names) for row, names in rows.items()}
    places: dict[str, tuple[float, float]] = {}
    for row in sorted(rows, reverse=True):
        x = _MARGIN + (max(widths.values()) - widths[row]) / 2
        for name in sorted(rows[row], key=lambda each: _middle(below.get(each, ()), places)):
            step = _BEND if "\0" in name else _STEP_X
            places[name] = x + step / 2, row * _STEP_Y + _MARGIN + _HEIGHT / 2
            x += step
    return places


def _middle(names: Sequence[str], places: dict[str, tuple[float, float]]) -> float:
    found = [places[each][0] for each in names if each in places]
    return sum(found) / len(found) if found else 0.0


def _link(edge: _Edge, graph: _Graph, places: dict[str, tuple[float, float]]) -> Iterator[str]:
    """Yield a link as one curve past what lies between its ends, with the number of its line."""
    x, y = places[edge.child]
    y -= _HEIGHT / 2
    path = f"M{x:.0f} {y:.0f}"
    mark: tuple[float, float] | None = None
    for name in (*_bends(edge, graph), edge.parent):
        to_x, to_y = places[name]
        to_y += _HEIGHT / 2
        middle = (y + to_y) / 2
        path += f"C{x:.0f} {middle:.0f} {to_x:.0f} {middle:.0f} {to_x:.0f} {to_y:.0f}"
        mark = mark or ((x + to_x) / 2, middle)
        if name != edge.parent:
            path += f"V{to_y - _HEIGHT:.0f}"
            to_y -= _HEIGHT
        x, y = to_x, to_y
    yield element("path", d=path, class_=f"link {edge.certainty}{' line' if edge.line else ''}")
    if edge.line and mark:
        yield element("circle", cx=mark[0], cy=mark[1], r=9, class_="line-mark")
        yield words(str(edge.line), x=mark[0], y=mark[1] + 4, text_anchor="middle", class_="line-number")


def _box(label: str, place: tuple[float, float], style: tuple[str, ...], *, is_single: bool) -> str:
    """Return the box of a source: rounded for an unseen parent, with a double frame for a bottleneck."""
    x, y = place[0] - _WIDTH / 2, place[1] - _HEIGHT / 2
    names = " ".join(filter(None, ("box", *style, "single" if is_single else "")))
    round_ = 18 if "hand" in style else 2
    parts = [element("rect", x=x, y=y, width=_WIDTH, height=_HEIGHT, rx=round_, class_=names)]
    if is_single:
        inner = {"x": x + 3, "y": y + 3, "width": _WIDTH - 6, "height": _HEIGHT - 6, "rx": max(1, round_ - 3)}
        parts.append(element("rect", **inner, class_="inner"))
        at = y + _HEIGHT + 13
        parts.append(words("all hangs on this", x=place[0], y=at, text_anchor="middle", class_="tick"))
    told = _two_lines(label)
    for number, line in enumerate(told):
        at = place[1] + 4.5 + (number - (len(told) - 1) / 2) * 15
        parts.append(words(line, x=place[0], y=at, text_anchor="middle", class_="name"))
    return "".join(parts)


def _two_lines(label: str) -> Sequence[str]:
    first, *rest = wrap(label, _COLUMNS) or [""]
    if not rest:
        return (first,)
    return first, rest[0] if len(rest) == 1 else rest[0][: _COLUMNS - 1].rstrip() + "…"
