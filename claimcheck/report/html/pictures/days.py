"""Axes of days: which days a picture shows, what stands where on them, and the marks below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.report.html.pictures.axis import MARGIN, MOST_TICKS, Axis, coarser, fitting, round_step
from claimcheck.report.html.pictures.strips import Bar, Tick
from claimcheck.values.span import ALWAYS, Span, day_number, year_month_day

_MOST_DAYS_APART = 14
"""Where marks would stand further apart than this, they are the first days of months."""

_WIDER, _WIDER_UNASKED = 2, 6
"""How much wider an axis may be than what is at issue: as the question asks, and where it does not say."""

_ALWAYS_SHOWN = 40
"""Days that an axis may show where no question says what is at issue: a month and what is near."""

_STUB = 0.15
"""The share of the axis on which something long shows that lies beside what is at issue."""

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@frozen(kw_only=True)
class Days:
    """An axis of days, from `low` to `high`, each day with its whole length, and its marks."""

    axis: Axis
    ticks: list[Tick]

    def bar(self, span: Span, style: str, caps: tuple[bool, bool] = (True, True), name: str = "") -> Bar:
        """Return the bar of a span; an end beyond the axis is broken off at the axis' end."""
        left, right = span.first, None if span.last is None else span.last + 1
        broken = left is not None and left < self.axis.low, right is not None and right > self.axis.high
        return Bar(
            left=None if left is None else self.axis.at(left),
            right=None if right is None else self.axis.at(right),
            style=style,
            caps=caps,
            broken=broken,
            name=name,
        )


def days_axis(spans: Iterable[Span], frame: Span | None = None) -> Days | None:
    """
    Return the axis on which some spans are drawn, or None where they have no day at all.

    What is at issue takes most of it: the time that was asked about (`frame`) as far as any span reaches,
    or else the shortest span. No span is left out, but one that reaches far beyond is broken off.
    """
    found = sorted({each for each in spans if each != ALWAYS}, key=_by_length)
    if not found:
        return None
    first, last = _shown(found, frame)
    room = max(1.0, (last - first) * MARGIN)
    axis = Axis(low=first - room, high=last + room)
    low, high = math.ceil(axis.low), math.floor(axis.high)
    choices = ([_tick(axis, *mark) for mark in marks] for marks in _day_marks(low, high, first))
    return Days(axis=axis, ticks=fitting(choices))


def _by_length(span: Span) -> tuple[float, float]:
    first, last = _ends(span)
    return last - first, first if span.first is not None else last


def _ends(span: Span) -> tuple[float, float]:
    return (
        -math.inf if span.first is None else span.first,
        math.inf if span.last is None else span.last + 1,
    )


def _shown(spans: Sequence[Span], frame: Span | None) -> tuple[int, int]:
    """Return the first day that is shown, and the first after it that is not, without any margin."""
    known = sorted({int(end) for span in spans for end in _ends(span) if math.isfinite(end)})
    first, last = known[0], max(known[-1], known[0] + 1)
    asked = frame.meet(Span(first, last - 1)) if frame else None
    if asked is not None and asked.first is not None and asked.last is not None:
        first, last, wider = asked.first, asked.last + 1, _WIDER
    else:
        shortest, longest = _ends(spans[0])
        if math.isfinite(longest - shortest):
            first, last = int(shortest), int(longest)
        wider = _WIDER_UNASKED
    for span in spans:
        first, last = _met(first, last, *_ends(span))
    most = wider * (last - first)
    if wider == _WIDER_UNASKED:
        most = max(most, _ALWAYS_SHOWN)
    for end in sorted(known, key=lambda end: (max(first - end, end - last), end)):
        if max(last, end) - min(first, end) <= most:
            first, last = min(first, end), max(last, end)
    return first, last


def _met(first: int, last: int, begin: float, end: float) -> tuple[int, int]:
    """Return days from `first` to `last` widened until some of another span are among them."""
    if begin >= last:
        stub = min(end - begin, max(1, math.ceil((begin - first) * _STUB)))
        return first, int(begin + stub)
    if end <= first:
        stub = min(end - begin, max(1, math.ceil((last - end) * _STUB)))
        return int(end - stub), last
    return first, last


def _tick(axis: Axis, day: int, label: str, is_day: bool) -> Tick:
    # The name of a day stands under its middle, that of a month or year at its begin.
    return Tick(at=axis.at(day + 0.5 if is_day else day), label=label)


def _day_marks(first: int, last: int, anchor: int) -> Iterator[list[tuple[int, str, bool]]]:
    """
    Yield days with their labels, from every day to every thousandth year: each time fewer of them.

    A label names the day itself, or the month or year that it begins. Days are counted from `anchor`. The
    last are two days of which the labels always fit, for stretches that end where no other mark stands.
    """
    n_days = last - first
    for step in (1, 2, 5, 7, 14, 21, 28):
        if n_days <= min(step, _MOST_DAYS_APART) * MOST_TICKS:
            yield _by_days(range(anchor - (anchor - first) // step * step, last, step))
    first_year, last_year = year_month_day(first)[0], year_month_day(last)[0]
    for step in (1, 2, 3, 6):
        if n_days <= step * MOST_TICKS * 31:
            months = (
                (day_number(year, month, 1), _MONTHS[month - 1])
                for year in range(first_year, last_year + 1)
                for month in range(1, 13, step)
            )
            told = _with_years((day, label) for day, label in months if first <= day <= last)
            yield [(day, label, False) for day, label in told]
    for each in coarser(round_step(max(1.0, n_days / 365.25 / MOST_TICKS))):
        begin = -(-first_year // int(each)) * int(each)
        years = ((day_number(year, 1, 1), _year(year)) for year in range(begin, last_year + 1, int(each)))
        yield [(day, label, False) for day, label in years if first <= day <= last]
    yield _by_days((first + n_days // 4, first + 3 * n_days // 4))


def _by_days(days: Iterable[int]) -> list[tuple[int, str, bool]]:
    parts = ((day, year_month_day(day)) for day in days)
    labels = ((day, f"{day_of_month} {_MONTHS[month - 1]}") for day, (_, month, day_of_month) in parts)
    return [(day, label, True) for day, label in _with_years(labels)]


def _with_years(marks: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield days with their labels, and with the year where it is another than before."""
    year_told = None
    for day, label in marks:
        year = year_month_day(day)[0]
        yield day, label if year == year_told else f"{label} {_year(year)}"
        year_told = year


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
