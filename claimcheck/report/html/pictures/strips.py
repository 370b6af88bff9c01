"""Rows of bars over one axis: what number lines, time bars and holders are drawn with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.report.html.pictures.picture import words

_BAR_TOP, _BAR = 4, 10
_LANE = _BAR + 2 * _BAR_TOP
"""Height of a drawn lane: its bars, and room for their caps."""

_LEFT, _RIGHT = 1.5, 98.5
"""Where the axis begins and ends, in percent: what lies at its very ends needs room."""

_NARROWEST, _CHARACTER, _GAP = 300, 6.8, 6
"""Pixels: the narrowest picture, a character of a label in the widest of its faces, and a gap."""


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

    @property
    def anchor(self) -> str:
        """Which part of its label stands at the mark: at an end of the axis its own end, so that it fits."""
        half = self._width / 2
        return "start" if self.at < half else "end" if self.at > 1 - half else "middle"

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where its label reaches on the narrowest screen, as shares of the axis."""
        left = self.at - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self._width
        return left, left + self._width

    @property
    def _width(self) -> float:
        return len(self.label) * _CHARACTER / (_NARROWEST * (_RIGHT - _LEFT) / 100)


def stand_apart(ticks: Sequence[Tick]) -> bool:
    """
    Tell whether the labels of an axis fit on the narrowest screen: none touches the next one, or is longer
    than the axis. Ticks stand in order.
    """
    least = _GAP / _NARROWEST
    reaches = [tick.reach for tick in ticks]
    return all(-least <= left and right <= 1 + least for left, right in reaches) and all(
        before[1] + least <= after[0] for before, after in pairwise(reaches)
    )


def strips(rows: Sequence[Strip], ticks: Sequence[Tick]) -> str:
    """
    Return the rows as markup: each a line of text above its drawing, and the axis below them all.

    Texts are text of the page, so that they wrap on a phone. Lengths of drawings are in percent, heights
    in pixels, so that they keep their size on any screen. Elements are few: a page may hold thousands.
    """
    places = [_x(tick.at) for tick in ticks]
    lines = [f'<line x1="{x}" x2="{x}" y2="100%"/>' for x in places]
    labels = [_tick(tick, x) for tick, x in zip(ticks, places, strict=True)]
    return (
        f'<div class="strips"><svg class="guides" aria-hidden="true">{"".join(lines)}</svg>'
        f'{"".join(map(_row, rows))}<svg class="axis" aria-hidden="true">{"".join(labels)}</svg></div>'
    )


def _tick(tick: Tick, x: str) -> str:
    return words(tick.label, x=x, y=17, text_anchor=tick.anchor, class_="tick")


def _row(row: Strip) -> str:
    height = _LANE * len(row.lanes)
    bars = [
        part
        for number, lane in enumerate(row.lanes)
        for bar in lane
        for part in _bar(bar, number * _LANE + _BAR_TOP)
    ]
    # The style sheet gives each side a mark of its own shape.
    side, who, said = escape(row.side), escape(plain(row.who)), escape(plain(row.label))
    label = f"<b>{side}</b> <i>{who}:</i> {said}" if side else f"<i>{who}:</i> {said}"
    # What is drawn here is told by the words above it and by the table below.
    drawn = f'<svg width="100%" height="{height}" aria-hidden="true">{"".join(bars)}</svg>'
    return f'<div class="row side-{side or "none"}"><p class="label">{label}</p>{drawn}</div>'


def _bar(bar: Bar, top: float) -> Iterator[str]:
    left, right = 0.0 if bar.left is None else bar.left, 1.0 if bar.right is None else bar.right
    middle = top + _BAR / 2
    if bar.style == "moment":
        yield _placed("moment", (left + right) / 2, middle)
        return
    yield from _filled(bar, left, right, top)
    if bar.left is None:
        yield _placed("no-begin", left, middle)
    if bar.right is None:
        yield _placed("no-end", right, middle)
    if bar.style == "core":
        for at, end, is_certain in ((left, bar.left, bar.caps[0]), (right, bar.right, bar.caps[1])):
            if is_certain and end is not None:
                x, end_y = _x(at), top + _BAR + 2
                yield f'<line x1="{x}" x2="{x}" y1="{top - 2:g}" y2="{end_y:g}" class="cap"/>'


def _filled(bar: Bar, left: float, right: float, top: float) -> Iterator[str]:
    """Yield the body of a bar, shared by all parties that it stands for."""
    width = f"{(right - left) * (_RIGHT - _LEFT):.1f}%"
    if not bar.parties:
        yield f'<rect x="{_x(left)}" y="{top:g}" width="{width}" height="{_BAR}" class="{bar.style}"/>'
        return
    height = _BAR / len(bar.parties)
    for number, party in enumerate(bar.parties):
        y, style = top + number * height, f"{bar.style} party-{party % 6}"
        yield f'<rect x="{_x(left)}" y="{y:g}" width="{width}" height="{height:g}" class="{style}"/>'


def _placed(shape: str, at: float, y: float) -> str:
    # A shape of the page's own stands at a share of the width, where a transformation could not put it.
    return f'<use href="#d-{shape}" x="{_x(at)}" y="{y:g}"/>'


def _x(at: float) -> str:
    return f"{_LEFT + at * (_RIGHT - _LEFT):.1f}%"
