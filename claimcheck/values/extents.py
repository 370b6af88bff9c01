"""Sets of stretches of time: when something began and when it ended. Dates stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from claimcheck.values.day_words import among_words
from claimcheck.values.region import Bounds, Region
from claimcheck.values.span import ALWAYS, Span, iso_day


@frozen(order=True)
class Box:
    """
    All stretches that begin on a day of one span and end on a day of another, not before they begin.

    Four bounds for each date: begin earliest and latest, end earliest and latest.
    """

    begin: Span
    end: Span

    def __attrs_post_init__(self) -> None:
        if self.begin.first is not None and self.end.last is not None and self.end.last < self.begin.first:
            raise ValueError(f"ends by {iso_day(self.end.last)}, before it begins")

    def trimmed(self) -> Box:
        """Return the box without days that no stretch of it uses: equal sets get equal bounds."""
        if self.begin is self.end or not self._has_unused_days():
            return self
        begin = self.begin.meet(Span(None, self.end.last))
        end = self.end.meet(Span(self.begin.first, None))
        assert begin is not None  # noqa: S101 - guaranteed by the check above
        assert end is not None  # noqa: S101
        return Box(begin, end)

    def _has_unused_days(self) -> bool:
        """Tell whether some begin is later than every end, or some end earlier than every begin."""
        begin, end = self.begin, self.end
        is_late = end.last is not None and (begin.last is None or begin.last > end.last)
        is_early = begin.first is not None and (end.first is None or end.first < begin.first)
        return is_late or is_early

    def meet(self, other: Box) -> Box | None:
        """Return the stretches that both boxes hold, or None."""
        begin, end = self.begin.meet(other.begin), self.end.meet(other.end)
        if begin is None or end is None:
            return None
        if begin.first is not None and end.last is not None and end.last < begin.first:
            return None
        return Box(begin, end)

    def minus(self, other: Box) -> Iterator[Box]:
        """Yield boxes that together hold what this one holds and the other does not."""
        if self.meet(other) is None:
            yield self
            return
        for begin in _outside(self.begin, other.begin):
            yield from _box_if_any(begin, self.end)
        inside = self.begin.meet(other.begin)
        if inside is not None:
            for end in _outside(self.end, other.end):
                yield from _box_if_any(inside, end)


def _outside(span: Span, other: Span) -> Iterator[Span]:
    if other.first is not None:
        before = span.meet(Span(None, other.first - 1))
        if before is not None:
            yield before
    if other.last is not None:
        after = span.meet(Span(other.last + 1, None))
        if after is not None:
            yield after


def _box_if_any(begin: Span, end: Span) -> Iterator[Box]:
    if begin.first is None or end.last is None or begin.first <= end.last:
        yield Box(begin, end)


@frozen
class Extents(Region):
    """
    A set of stretches of time: a union of boxes.

    An uncertainty ("in March", "between 11 and 17 March") is every stretch within the span: `during`.
    An extent ("11-17 March", throughout) is the one stretch from the first day to the last: `lasting`.
    """

    boxes: tuple[Box, ...] = field()

    @boxes.validator
    def _not_empty(self, _field: object, boxes: tuple[Box, ...]) -> None:
        if not boxes:
            raise ValueError("a set of stretches is never empty")

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Extents:
        """Return the union of the boxes, without those that lie inside another, in a fixed order."""
        boxes = tuple(boxes)
        if len(boxes) == 1:
            return cls((boxes[0].trimmed(),))
        if len(boxes) == 2:
            # What is asserted inside what is tolerated: the usual pair, and nothing to sort.
            first, second = boxes[0].trimmed(), boxes[1].trimmed()
            if _covers(second, first):
                return cls((second,))
            if _covers(first, second):
                return cls((first,))
        kept: list[Box] = []
        for box in sorted({box.trimmed() for box in boxes}, key=_box_order):
            if any(_covers(other, box) for other in kept):
                continue
            kept = [other for other in kept if not _covers(box, other)]
            kept.append(box)
        return cls(tuple(kept))

    @classmethod
    def during(cls, *spans: Span) -> Extents:
        """Return every stretch that lies within one of the spans: something happened on a day of them."""
        return cls.of(Box(span, span) for span in spans)

    @classmethod
    def lasting(cls, begin: Span, end: Span) -> Extents:
        """Return every stretch that begins on a day of one span and ends on a day of the other."""
        return cls.of((Box(begin, end),))

    def hull(self) -> Span:
        """Return the days from the earliest begin to the latest end."""
        if len(self.boxes) == 1 and self.boxes[0].begin is self.boxes[0].end:
            return self.boxes[0].begin
        firsts = [box.begin.first for box in self.boxes]
        lasts = [box.end.last for box in self.boxes]
        return Span(
            None if None in firsts else min(day for day in firsts if day is not None),
            None if None in lasts else max(day for day in lasts if day is not None),
        )

    def bounds(self) -> Bounds:
        """Return the first and the last day of the hull."""
        hull = self.hull()
        return hull.first, hull.last

    @property
    def begin(self) -> Span:
        """Outer bounds of the begin."""
        return _hull(box.begin for box in self.boxes)

    @property
    def end(self) -> Span:
        """Outer bounds of the end."""
        return _hull(box.end for box in self.boxes)

    @property
    def is_uncertainty(self) -> bool:
        """Whether the set says "some day within", as against a stretch with a begin and an end."""
        return all(box.begin == box.end for box in self.boxes)

    def meets(self, other: Extents) -> bool:
        """Tell whether some stretch lies in both sets."""
        return any(mine.meet(theirs) is not None for mine in self.boxes for theirs in other.boxes)

    def within(self, other: Extents) -> bool:
        """Tell whether every stretch of this set lies in the other."""
        if other is self:
            return True
        if len(self.boxes) == len(other.boxes) == 1 and _covers(other.boxes[0], self.boxes[0]):
            return True
        left = list(self.boxes)
        for theirs in other.boxes:
            left = [piece for box in left for piece in box.minus(theirs)]
        return not left

    def denied(self) -> str:
        """Return in words what a denial leaves: "not on 5 May 1920", "not in May 1920"."""
        return " and ".join(f"not {'on ' if _is_day(box) else ''}{_box_words(box)}" for box in self.boxes)

    def __str__(self) -> str:
        return " or ".join(_box_words(box) for box in self.boxes)


EVER = Extents((Box(ALWAYS, ALWAYS),))


def separate_runs(core: Extents) -> list[Span]:
    """Return the separate runs of days that the boxes reach over, in order."""
    runs: list[Span] = []
    for box in core.boxes:
        span = Span(box.begin.first, box.end.last)
        last = runs[-1] if runs else None
        if last is not None and (last.last is None or span.first is None or span.first <= last.last + 1):
            is_longer = last.last is not None and (span.last is None or span.last > last.last)
            runs[-1] = Span(last.first, span.last if is_longer else last.last)
        else:
            runs.append(span)
    return runs


def _covers(outer: Box, inner: Box) -> bool:
    if not inner.begin.within(outer.begin):
        return False
    is_one = inner.begin is inner.end and outer.begin is outer.end
    return is_one or inner.end.within(outer.end)


def _box_order(box: Box) -> tuple[bool, int, bool, int, bool, int, bool, int]:
    def key(day: int | None, *, unbounded_first: bool) -> tuple[bool, int]:
        return (not unbounded_first if day is None else unbounded_first, day or 0)

    return (
        *key(box.begin.first, unbounded_first=True),
        *key(box.begin.last, unbounded_first=False),
        *key(box.end.first, unbounded_first=True),
        *key(box.end.last, unbounded_first=False),
    )


def _hull(spans: Iterable[Span]) -> Span:
    spans = tuple(spans)
    firsts = [span.first for span in spans]
    lasts = [span.last for span in spans]
    return Span(
        None if None in firsts else min(day for day in firsts if day is not None),
        None if None in lasts else max(day for day in lasts if day is not None),
    )


def _is_day(box: Box) -> bool:
    return box.begin == box.end and box.begin.is_one_day


def _box_words(box: Box) -> str:
    if box.begin == box.end:
        return among_words(box.begin)
    # That it did not end before it began goes without saying.
    if box.end == Span(box.begin.first, None):
        return f"from {_end_words(box.begin)} on"
    if box.begin == Span(None, box.end.last):
        return f"until {_end_words(box.end)}"
    return f"from {_end_words(box.begin)} to {_end_words(box.end)}"


def _end_words(span: Span) -> str:
    if span.is_one_day:
        return among_words(span)
    return "a day not stated" if span == ALWAYS else f"a day {among_words(span)}"
