"""The impossible loop: moments one below the other, and what is said of the days between them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from claimcheck.model.finding import Conflict, LoopLink
from claimcheck.model.loops import CALENDAR, link_words
from claimcheck.model.plain import plain, sentence
from claimcheck.report.html.pictures.picture import Picture, drawing, element, words
from claimcheck.report.view import View
from claimcheck.values.apart import bounds_words
from claimcheck.values.day_words import among_words
from claimcheck.values.span import Span

_LINE = 16
_COLUMNS = 42
"""Letters on one line of a name."""

_NEAR = 90
"""Moments that lie further apart in the picture have others between them."""

_NODE_X, _TEXT_X = 46, 62


def loop(view: View, conflict: Conflict) -> Picture | None:
    """Return the loop of an order conflict, each link an arrow; None for a conflict of two answers."""
    if not conflict.links:
        return None
    nodes = view.nodes
    order = _order(conflict)
    parts, y = [], 14
    places: dict[str, int] = {}
    for node in order:
        places[node] = y
        name = node if node == CALENDAR else nodes.name(node)
        for line in wrap(plain(name), _COLUMNS):
            parts.append(words(line, x=_TEXT_X, y=y + 4, class_="node-name"))
            y += _LINE
        y += 30
    rows = []
    for number, link in enumerate(conflict.links, start=1):
        parts.extend(_arrow(f"({number}) {_short(link)}", places[link.from_], places[link.to]))
        grounds = view.attestation(link.ground)
        who = "by rule" if link.is_rule else view.speaker(grounds) if grounds else link.ground
        rows.append((str(number), sentence(link_words(nodes, link)), plain(who)))
    for node in order:
        shape = (
            element("rect", x=_NODE_X - 5, y=places[node] - 5, width=10, height=10, class_="node")
            if node == CALENDAR
            else element("circle", cx=_NODE_X, cy=places[node], r=5, class_="node")
        )
        parts.append(shape)
    caption = "What is said of these moments closes a loop that no days can fill"
    return Picture(
        markup=drawing(caption, parts, class_="loop", width="100%", height=y - 10),
        caption=caption,
        headers=("Link", "Says", "Who"),
        rows=tuple(rows),
    )


def _order(conflict: Conflict) -> list[str]:
    """Return the moments in the order in which the loop passes them."""
    return list(dict.fromkeys(node for link in conflict.links for node in (link.from_, link.to)))


def _short(link: LoopLink) -> str:
    """Return what a link says of the days between its ends, or of the day itself."""
    if link.from_ != CALENDAR:
        return bounds_words(link.at_least, link.at_most)
    return among_words(Span(link.at_least, link.at_most))


def _arrow(label: str, start: int, end: int) -> Iterator[str]:
    """Yield an arrow between two heights: straight between neighbours, bent to the left otherwise."""
    sign = 1 if end > start else -1
    is_bent = abs(end - start) > _NEAR
    tip = end - 7 * sign
    if is_bent:
        bend = 30 if sign > 0 else 20
        path = f"M{_NODE_X - 5} {start}C{_NODE_X - bend} {start} {_NODE_X - bend} {end} {_NODE_X - 9} {end}"
        head = f"M{_NODE_X - 6} {end}l-7-4v8Z"
        label = label.split()[0]
    else:
        path, head = f"M{_NODE_X} {start + 6 * sign}V{tip}", f"M{_NODE_X} {tip}l-4 {-7 * sign}h8Z"
    yield element("path", d=path, class_="arrow")
    yield element("path", d=head, class_="arrow-head")
    # Beside the foot of a straight arrow, so that it is clear of the names; left of a bent one.
    at = (start + end) / 2 + 4 if is_bent else max(start, end) - 12
    yield words(label, x=0 if is_bent else _TEXT_X, y=at, class_="link-number")
