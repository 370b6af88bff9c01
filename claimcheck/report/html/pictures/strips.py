"""Rows of bars over one axis: what number lines, time bars and holders are drawn with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.report.html.pictures.picture import element, words

_BAR_TOP, _BAR = 4, 10
_LANE = _BAR + 2 * _BAR_TOP
"""Height of a drawn lane: its bars, and room for their caps."""

_AXIS = 22
_LEFT, _RIGHT = 1.5, 98.5
"""Where the axis begins and ends, in percent: what lies at its very ends needs room."""


@frozen(kw_only=True)
class Bar:
    """
    One bar from `left` to `right`, as shares of the axis; None where it has no end.

    `style` is a class: `core`, `envelope`, `unsure`, `sometime`, `moment`. `caps` tell whether the left
    and the right end are certain. `party` tells apart who is meant, by pattern; None for nobody.
    """

    left: float | None
    right: float | None
    style: str
    caps: tuple[bool, bool] = (True, True)
    parties: tuple[int, ...] = ()


@frozen(kw_only=True)
class Strip:
    """
    A row: who says what, the letter of the side it is on (or none), and its bars.

    Each way to read what is said has a lane of its own, with its bars in the order in which they are
    drawn.
    """

    who: str
    label: str
    side: str
    lanes: tuple[tuple[Bar, ...], ...]


@frozen(kw_only=True)
class Tick:
    """A mark of the axis, at a share of it."""

    at: float
    label: str


def strips(rows: Sequence[Strip], ticks: Sequence[Tick]) -> str:
    """
    Return the rows as markup: each a line of text above its drawing, and the axis below them all.

    Texts are text of the page, so that they wrap on a phone. Lengths of drawings are in percent, heights
    in pixels, so that they keep their size on any screen.
    """
    parts = [_row(row, ticks) for row in rows]
    axis = _drawn(_axis(ticks), _AXIS)
    return f'<div class="strips">{"".join(parts)}<div class="axis">{axis}</div></div>'


def _drawn(content: Iterable[str], height: int) -> str:
    # What is drawn here is told by the words beside it and by the table below.
    return element(
        "svg", "".join(content), width="100%", height=height, aria_hidden="true", focusable="false"
    )


def side_mark(letter: str) -> str:
    """Return the mark of a side, told apart by its shape: a disc for A, a square for B, then triangles."""
    if letter == "A":
        return element("circle", r=5, class_="side-mark")
    if letter == "B":
        return element("rect", x=-4.5, y=-4.5, width=9, height=9, class_="side-mark")
    return element("path", d="M0-6 6 5H-6Z", class_="side-mark")


def _axis(ticks: Iterable[Tick]) -> Iterator[str]:
    yield element("line", x1=_x(0), x2=_x(1), y1=0.5, y2=0.5, class_="base")
    for tick in ticks:
        x = _x(tick.at)
        yield element("line", x1=x, x2=x, y1=0, y2=4, class_="base")
        anchor = "start" if tick.at < 0.08 else "end" if tick.at > 0.92 else "middle"
        yield words(tick.label, x=x, y=17, text_anchor=anchor, class_="tick")


def _row(row: Strip, ticks: Iterable[Tick]) -> str:
    height = _LANE * len(row.lanes)
    lines = [
        element("line", x1=_x(tick.at), x2=_x(tick.at), y1=0, y2=height, class_="guide") for tick in ticks
    ]
    bars = [
        part
        for number, lane in enumerate(row.lanes)
        for bar in lane
        for part in _bar(bar, number * _LANE + _BAR_TOP)
    ]
    mark = f"{_small(side_mark(row.side))}<b>{escape(row.side)}</b> " if row.side else ""
    who, said = escape(plain(row.who)), escape(plain(row.label))
    label = f'<p class="label">{mark}<span class="who">{who}</span> {said}</p>'
    return (
        f'<div class="row side-{escape(row.side or "none")}">{label}{_drawn((*lines, *bars), height)}</div>'
    )


def _small(content: str) -> str:
    return element("svg", content, viewBox="-7 -7 14 14", width=12, height=12, aria_hidden="true")


def _bar(bar: Bar, top: float) -> Iterator[str]:
    left, right = 0.0 if bar.left is None else bar.left, 1.0 if bar.right is None else bar.right
    middle = top + _BAR / 2
    if bar.style == "moment":
        yield _moved(element("path", d="M0-7 5 0 0 7-5 0Z", class_="moment"), (left + right) / 2, middle)
        return
    if bar.style == "envelope":
        yield element("line", x1=_x(left), x2=_x(right), y1=middle, y2=middle, class_="envelope")
    else:
        yield from _filled(bar, left, right, top)
    yield from _ends(bar, left, right, middle)


def _filled(bar: Bar, left: float, right: float, top: float) -> Iterator[str]:
    """Yield the body of a bar, shared by all parties that it stands for."""
    parties = bar.parties or (-1,)
    height = _BAR / len(parties)
    for number, party in enumerate(parties):
        yield element(
            "rect",
            x=_x(left),
            y=top + number * height,
            width=f"{(right - left) * (_RIGHT - _LEFT):.2f}%",
            height=height,
            class_=bar.style if party < 0 else f"{bar.style} party-{party % 6}",
        )


def _ends(bar: Bar, left: float, right: float, middle: float) -> Iterator[str]:
    """Yield caps at certain ends, points where there is no end; an uncertain one stays without a cap."""
    half = 4 if bar.style == "envelope" else _BAR / 2 + 2
    for at, end, is_certain, sign in ((left, bar.left, bar.caps[0], -1), (right, bar.right, bar.caps[1], 1)):
        if end is None:
            yield _moved(element("path", d=f"M{sign * 7} 0 0-5V5Z", class_="endless"), at, middle)
        elif is_certain:
            yield element("line", x1=_x(at), x2=_x(at), y1=middle - half, y2=middle + half, class_="cap")


def _moved(content: str, at: float, y: float) -> str:
    # A nested drawing stands at a share of the width, where a transformation could not put it.
    return element("svg", content, x=_x(at), y=y, overflow="visible")


def _x(at: float) -> str:
    return f"{_LEFT + at * (_RIGHT - _LEFT):.2f}%"
