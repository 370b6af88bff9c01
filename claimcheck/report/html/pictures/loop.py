"""The impossible loop: moments one below the other, and what is said of the days between them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from claimcheck.model.finding import Conflict
from claimcheck.model.loops import CALENDAR, Nodes, link_words
from claimcheck.model.plain import plain, sentence
from claimcheck.report.html.pictures.picture import Picture, drawing, element, words
from claimcheck.report.view import View

_LINE = 16
_COLUMNS = 44
_NODE_X, _TEXT_X = 30, 46


def loop(view: View, conflict: Conflict) -> Picture | None:
    """Return the loop of an order conflict, each link an arrow; None for a conflict of two answers."""
    if not conflict.links:
        return None
    nodes = Nodes(view.report.dossier.events)
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
        parts.extend(_arrow(number, places[link.from_], places[link.to], order))
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


def _arrow(number: int, start: int, end: int, order: list[str]) -> Iterator[str]:
    """Yield an arrow between two heights: straight between neighbours, bent to the left otherwise."""
    del order
    sign = 1 if end > start else -1
    tip = end - 7 * sign
    is_long = abs(end - start) > 80
    bend = 22 if is_long else 0
    path = (
        f"M{_NODE_X} {start + 6 * sign}V{tip}"
        if not bend
        else f"M{_NODE_X - 5} {start}C{_NODE_X - bend} {start} {_NODE_X - bend} {end} {_NODE_X - 9} {end}"
    )
    yield element("path", d=path, class_="arrow")
    head = f"M{_NODE_X} {tip}l-4 {-7 * sign}h8Z" if not bend else f"M{_NODE_X - 6} {end}l-7-4v8Z"
    yield element("path", d=head, class_="arrow-head")
    at = ((start + end) / 2 + 4, _TEXT_X if not bend else 2)
    yield words(f"({number})", x=at[1], y=at[0], class_="link-number")
