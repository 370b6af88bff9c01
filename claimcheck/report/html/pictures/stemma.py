"""The stemma of a claim: its sources from those at hand up to the origins, with lines and bottlenecks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from textwrap import wrap

from claimcheck.model.finding import Claim, Lines
from claimcheck.model.line_words import hands_of, node_words, path_words
from claimcheck.model.plain import plain, sentence
from claimcheck.model.source import Certainty
from claimcheck.report.html.pictures.picture import Picture, drawing, element, words
from claimcheck.report.html.pictures.stemma_layout import WIDTH, Box, Edge, Graph, Layout, lay_out
from claimcheck.report.view import View

_COLUMNS, _MOST_LINES = 16, 3
"""Letters on one line of a box, and the lines of a name."""

_LINE, _PADDING = 15, 14

_MOST_NODES = 18
"""More sources than this are no picture any longer; the table tells the lines alone."""

_FEWEST_NODES = 3
"""A source and the one that it passes on are told by the chain already."""

_HANGS = "all hangs on this"


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
    return Picture(
        markup=_drawn(view, claim, lines, graph),
        caption="From whom it comes: origins above, sources at hand below",
        headers=("What", "Source by source"),
        rows=tuple(rows),
        key=tuple(_key(graph, _speakers(view, claim))),
        is_wide=True,
    )


def _speakers(view: View, claim: Claim) -> set[str]:
    return {each.speaker for each in map(view.attestation, claim.supporting) if each}


def _key(graph: Graph, speakers: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what the links and frames of a stemma mean, of those that it uses."""
    if any(edge.line for edge in graph.edges):
        yield "line", "one independent way"
    if not all(edge.line for edge in graph.edges):
        yield "way", "adds none"
    certainties = {edge.certainty for edge in graph.edges}
    for each in (Certainty.ARGUED, Certainty.SUSPECTED):
        if each.value in certainties:
            yield each.value, each.value
    if not speakers.issuperset(graph.nodes):
        yield "speaks", "speaks to it"
        yield "box", "is drawn on or passes it on"


def _graph(view: View, claim: Claim, lines: Lines) -> Graph:
    numbered = {
        pair: number for number, path in enumerate(lines.paths, start=1) for pair in pairwise(path.sources)
    }
    supporting = [each for each in map(view.attestation, claim.supporting) if each]
    chains = [tuple(link.source for link in each.chain) for each in supporting]
    nodes = dict.fromkeys((*chain(*chains), *(each for path in lines.paths for each in path.sources)))
    questions = {each.question for each in supporting}
    # Whoever answers otherwise is not whom this answer comes from, whatever else is drawn from there.
    others = {each.speaker for question in questions for each in view.counted(question)}
    others -= {each.speaker for each in supporting}
    # Whoever passes on what another says has it from that other.
    relayed = (pair for sources in chains for pair in pairwise(sources))
    edges = dict.fromkeys((*numbered, *relayed), Certainty.DECLARED.value)
    # What has an author in common with a source is not where its words come from.
    declared = [each for each in view.report.dossier.derivations if not each.is_mutual]
    n_before = -1
    while n_before != len(nodes) <= _MOST_NODES:  # until nothing more hangs above
        n_before = len(nodes)
        for each in declared:
            is_meant = not each.questions or questions & set(each.questions)
            if each.child in nodes and is_meant and (each.parent in nodes or each.parent not in others):
                nodes.setdefault(each.parent)
                edges[each.child, each.parent] = each.status.value
    return Graph(
        nodes=tuple(nodes),
        edges=tuple(
            Edge(child=child, parent=parent, certainty=certainty, line=numbered.get((child, parent), 0))
            for (child, parent), certainty in edges.items()
        ),
    )


def _drawn(view: View, claim: Claim, lines: Lines, graph: Graph) -> str:
    speakers = _speakers(view, claim)
    hands = hands_of(lines)
    labels = {name: _wrapped(plain(node_words(view.report.dossier, hands, name))) for name in graph.nodes}
    n_lines = {name: len(label) + (name in lines.single_points) for name, label in labels.items()}
    layout = lay_out(graph, {name: _PADDING + _LINE * n for name, n in n_lines.items()})
    parts = [_link(edge, layout) for edge in graph.edges]
    # Above all links, so that none strikes a number through.
    parts += [_mark(edge, layout) for edge in graph.edges if edge.line]
    for name in graph.nodes:
        style = ("hand" if name in hands else "", "speaks" if name in speakers else "")
        parts.append(_box(labels[name], layout.boxes[name], style, is_single=name in lines.single_points))
    caption = "The stemma of the sources; the table below tells the same"
    width, height = layout.width, layout.height
    view_box = f"0 0 {width:g} {height:g}"
    return drawing(caption, parts, class_="stemma", width=width, height=height, viewBox=view_box)


def _wrapped(label: str) -> tuple[str, ...]:
    """Return a name on as few lines as it needs, of about one length."""
    found = wrap(label, _COLUMNS) or [""]
    if len(found) > _MOST_LINES:
        last = found[_MOST_LINES - 1][: _COLUMNS - 1].rstrip()
        return (*found[: _MOST_LINES - 1], f"{last}…")
    narrower = (
        wrap(label, n, break_long_words=False) for n in range(max(1, len(label) // len(found)), _COLUMNS)
    )
    even = (each for each in narrower if len(each) == len(found) and max(map(len, each)) <= _COLUMNS)
    return tuple(next(even, found))


def _link(edge: Edge, layout: Layout) -> str:
    """Return a link as one path: curves between rows, and straight up past a row."""
    path = ""
    for (x, y), (to_x, to_y) in layout.links[edge]:
        middle = (y + to_y) / 2
        path += f"V{y:.0f}" if path else f"M{x:.0f} {y:.0f}"
        path += f"C{x:.0f} {middle:.0f} {to_x:.0f} {middle:.0f} {to_x:.0f} {to_y:.0f}"
    return element("path", d=path, class_=f"link {edge.certainty}{' line' if edge.line else ''}")


def _mark(edge: Edge, layout: Layout) -> str:
    x, y = layout.mark_of(edge)
    circle = element("circle", cx=x, cy=y, r=9, class_="line-mark")
    return circle + words(str(edge.line), x=x, y=y + 4, class_="line-number")


def _box(label: Sequence[str], box: Box, style: tuple[str, ...], *, is_single: bool) -> str:
    """Return the box of a source: rounded for an unseen parent, with a double frame for a bottleneck."""
    names = " ".join(filter(None, ("box", *style, "single" if is_single else "")))
    round_ = 18 if "hand" in style else 2
    parts = [element("rect", x=box.x, y=box.y, width=WIDTH, height=box.height, rx=round_, class_=names)]
    if is_single:
        inner = {"x": box.x + 3, "y": box.y + 3, "width": WIDTH - 6, "height": box.height - 6}
        parts.append(element("rect", **inner, rx=max(1, round_ - 3), class_="inner"))
    told = [*label, _HANGS] if is_single else label
    x, middle = box.middle
    for number, line in enumerate(told):
        at = middle + 4.5 + (number - (len(told) - 1) / 2) * _LINE
        parts.append(words(line, x=x, y=at, class_="hangs" if line is _HANGS else "name"))
    return "".join(parts)
