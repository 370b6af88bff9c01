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

_ABOVE = 9
"""What a lane is higher for a name above its bar: half of it, so that crosses fall into each bar alike."""

_LEFT, _RIGHT = 1.5, 98.5
"""Where the axis begins and ends, in percent: what lies at its very ends needs room."""

_NARROWEST, _CHARACTER, _GAP = 300, 6.8, 6
"""Pixels: the narrowest picture, a character of a label in the widest of its faces, and a gap."""

_OVERHANG = 15
"""Pixels by which a label may reach over an end of the axis: less than any page leaves free beside it."""

_AXIS = _NARROWEST * (_RIGHT - _LEFT) / 100
"""Pixels of the narrowest axis."""

_CROSS = 14 / _AXIS
"""The share of the axis that a cross takes; a denied bar that is shorter is one."""

_NARROWEST_BAR = 0.008
"""The share of the axis that the shortest bar takes, so that it is seen."""

_LONGEST_NAME = 40
"""Letters of a name beside its bar; the label of the row has it whole."""


@frozen(kw_only=True)
class Bar:
    """
    One bar from `left` to `right`, as shares of the axis; None where it has no end.

    `style` is a class: `core`, `envelope`, `unsure`, `sometime`, `moment`. `caps` tell whether the left
    and the right end are certain, `broken` whether they lie beyond the axis. A `name` stands beside it.
    """

    left: float | None
    right: float | None
    style: str
    caps: tuple[bool, bool] = (True, True)
    broken: tuple[bool, bool] = (False, False)
    name: str = ""


@frozen(kw_only=True)
class Strip:
    """
    A row: who says what, the letter of the side it is on (or none), and its bars.

    What is denied or doubted is drawn as such. Each way to read what is said has a lane of its own, with
    its bars in the order in which they are drawn.
    """

    who: str
    label: str
    side: str
    lanes: tuple[tuple[Bar, ...], ...]
    stance: str = "affirms"


@frozen(kw_only=True)
class Tick:
    """A mark of the axis, at a share of it."""

    at: float
    label: str

    @property
    def anchor(self) -> str:
        """Which part of its label stands at the mark: at an end of the axis its own end, so that it fits."""
        half = self._width / 2 - _OVERHANG / _AXIS
        return "start" if self.at < half else "end" if self.at > 1 - half else "middle"

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where its label reaches on the narrowest screen, as shares of the axis."""
        left = self.at - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self._width
        return left, left + self._width

    @property
    def _width(self) -> float:
        return _share(self.label)


def _share(label: str) -> float:
    """Return the width of a label as a share of the narrowest axis."""
    return len(label) * _CHARACTER / _AXIS


def stand_apart(ticks: Sequence[Tick]) -> bool:
    """
    Tell whether the labels of an axis fit on the narrowest screen: none touches the next one, or is longer
    than the axis. Ticks stand in order.
    """
    gap, over = _GAP / _NARROWEST, (_OVERHANG + 1) / _AXIS
    reaches = [tick.reach for tick in ticks]
    return all(-over <= left and right <= 1 + over for left, right in reaches) and all(
        before[1] + gap <= after[0] for before, after in pairwise(reaches)
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
    # The middle is what the style sheet takes where nothing is said.
    anchor = {} if tick.anchor == "middle" else {"text_anchor": tick.anchor}
    return words(tick.label, x=x, y=17, **anchor)


def _row(row: Strip) -> str:
    bars, height = [], 0
    for lane in row.lanes:
        named = [(bar, _named(bar)) for bar in lane if bar.name]
        top = height + (_ABOVE if any(where == "above" for _bar, where in named) else 0)
        bars += [part for bar in lane for part in _bar(bar, top + _BAR_TOP, row.stance)]
        bars += [_name(bar, where, top) for bar, where in named]
        height = top + _LANE
    # The style sheet gives each side a mark of its own shape.
    side, who, said = escape(row.side), escape(plain(row.who)), escape(plain(row.label))
    label = f"<b>{side}</b> <i>{who}:</i> {said}" if side else f"<i>{who}:</i> {said}"
    names = f"row{f' side-{side}' if side else ''}{'' if row.stance == 'affirms' else f' {row.stance}'}"
    # What is drawn here is told by the words above it and by the table below.
    drawn = f'<svg width="100%" height="{height}" aria-hidden="true">{"".join(bars)}</svg>'
    return f'<div class="{names}"><p class="label">{label}</p>{drawn}</div>'


def _ends(bar: Bar) -> tuple[float, float]:
    """Return where a bar is drawn from and to."""
    left, right = 0.0 if bar.left is None else bar.left, 1.0 if bar.right is None else bar.right
    if bar.style == "moment":
        return (left + right) / 2, (left + right) / 2
    return left, max(right, left + _NARROWEST_BAR)


def _named(bar: Bar) -> str:
    """Return where the name of a bar fits on the narrowest screen: right of it, left of it, or above."""
    left, right = _ends(bar)
    room = _share(_short(bar.name)) + 2 * _GAP / _AXIS
    return "right" if right + room <= 1 else "left" if left - room >= 0 else "above"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _name(bar: Bar, where: str, top: int) -> str:
    left, right = _ends(bar)
    # A diamond or a cross reaches beyond its middle.
    gap = _GAP + (5 if right - left < _CROSS else 0)
    label, y = _short(bar.name), top + _BAR_TOP + _BAR - 1
    if where == "above":
        at, anchor = _above(left, right, _share(label), is_moment=bar.style == "moment")
        # Clear of the mark of a break.
        dx = {"dx": _GAP + 3} if bar.broken[0] else {}
        anchors = {"text_anchor": anchor} if anchor else {}
        return words(label, x=_x(at), y=top, **dx, **anchors)
    if where == "left":
        return words(label, x=_x(left), dx=-gap, y=y, text_anchor="end")
    return words(label, x=_x(right), dx=gap, y=y)


def _above(left: float, right: float, share: float, *, is_moment: bool) -> tuple[float, str]:
    """Return where a name above its bar stands, and which part of it: from where it fits the axis."""
    middle, over = (left + right) / 2, _OVERHANG / _AXIS
    fits = {
        "": left + share <= 1,
        "end": right - share >= -over,
        "middle": middle - share / 2 >= -over and middle + share / 2 <= 1 + over,
    }
    places = {"": left, "end": right, "middle": middle}
    order = ("middle", "", "end") if is_moment else ("", "end", "middle")
    return next(((places[each], each) for each in order if fits[each]), (0.0, ""))


def _bar(bar: Bar, top: int, stance: str) -> Iterator[str]:
    left, right = _ends(bar)
    middle = top + _BAR // 2
    if bar.style == "moment" or (stance == "denies" and right - left < _CROSS):
        yield _placed("denied" if stance == "denies" else "moment", (left + right) / 2, middle)
        return
    width = f"{(right - left) * (_RIGHT - _LEFT):.1f}%"
    yield f'<rect x="{_x(left)}" y="{top}" width="{width}" height="{_BAR}" class="{bar.style}"/>'
    ends = ((left, bar.left, "no-begin"), (right, bar.right, "no-end"))
    for number, (at, end, endless) in enumerate(ends):
        if bar.broken[number]:
            yield _placed("broken", at, middle)
        elif end is None:
            yield _placed(endless, at, middle)
        elif bar.style == "core" and bar.caps[number]:
            x = _x(at)
            yield f'<line x1="{x}" x2="{x}" y1="{top - 2}" y2="{top + _BAR + 2}" class="cap"/>'


def _placed(shape: str, at: float, y: int) -> str:
    # A shape of the page's own stands at a share of the width, where a transformation could not put it.
    return f'<use href="#d-{shape}" x="{_x(at)}" y="{y}"/>'


def _x(at: float) -> str:
    return f"{_LEFT + at * (_RIGHT - _LEFT):.1f}%"
