"""Causes of differing dates: the neighbouring day, another calendar, swapped or misread figures."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Diagnosis
from claimcheck.values.day_words import day_words, span_words
from claimcheck.values.extents import Extents
from claimcheck.values.span import Span, day_number, days_in_month, year_month_day
from claimcheck.values.value import Value

_NEIGHBOURS = 1


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield the causes that two dates suggest: single days under some reading, and months or longer spans."""
    days = {(left, right) for left in _single_days(a) for right in _single_days(b) if left != right}
    for left, right in sorted(days):
        yield from _day_causes(left, right)
    for one in _hulls(a):
        for other in _hulls(b):
            if not one.is_one_day and _other_year(one) == _other_year(other) is not None and one != other:
                yield Diagnosis(
                    code="year-slip",
                    text=f"{span_words(one)} and {span_words(other)} differ in the year only",
                    confirm_by="other events that the source dates by this one",
                )


def _hulls(value: Value) -> list[Span]:
    cores = (reading.core for reading in value.readings)
    return list(dict.fromkeys(core.hull() for core in cores if isinstance(core, Extents)))


def _single_days(value: Value) -> set[int]:
    return {hull.first for hull in _hulls(value) if hull.is_one_day and hull.first is not None}


def _other_year(span: Span) -> tuple[int, ...] | None:
    """Return what is left of a span without its year: months and days, and how many years it spans."""
    if span.first is None or span.last is None:
        return None
    (year, month, day), (end_year, end_month, end_day) = year_month_day(span.first), year_month_day(span.last)
    # A whole year is nothing but its year.
    is_whole = (month, day, end_month, end_day) == (1, 1, 12, 31)
    return None if is_whole else (month, day, end_month, end_day, end_year - year)


def _day_causes(left: int, right: int) -> Iterator[Diagnosis]:
    if abs(left - right) == _NEIGHBOURS:
        yield Diagnosis(
            code="neighbouring-day",
            text=f"{day_words(left)} and {day_words(right)} are neighbours: one may be the day of writing, "
            "the other of sending, or the matter may have run over midnight",
            confirm_by="the original's date line and its register of dispatch",
        )
    for early, late in ((left, right), (right, left)):
        if _as_julian(early) == late:
            yield Diagnosis(
                code="julian-calendar",
                text=f"{day_words(early)} in the Julian calendar is {day_words(late)} in the Gregorian",
                confirm_by="finding which calendar the source keeps elsewhere",
            )
    yield from _figure_causes(
        year_month_day(left), year_month_day(right), (day_words(left), day_words(right))
    )


def _figure_causes(
    left: tuple[int, int, int], right: tuple[int, int, int], days: tuple[str, str]
) -> Iterator[Diagnosis]:
    both = f"{days[0]} and {days[1]}"
    if left[0] == right[0] and left[1:] == (right[2], right[1]):
        yield Diagnosis(
            code="day-month-swapped",
            text=f"{both} are alike but for day and month having changed places",
            confirm_by="the form in which the source writes its other dates",
        )
    if left[1:] == right[1:]:
        yield Diagnosis(
            code="year-slip",
            text=f"{both} differ in the year only",
            confirm_by="other events that the source dates by this one",
        )
    if left[0] == right[0] and left[2] == right[2] and left[1] != right[1]:
        yield Diagnosis(
            code="month-slip",
            text=f"{both} differ in the month only",
            confirm_by="the original, or a weekday given with the date",
        )
    swapped = f"{left[2]:02}"[::-1] == f"{right[2]:02}" and left[2] != right[2]
    if left[:2] == right[:2] and swapped:
        yield Diagnosis(
            code="digits-swapped",
            text=f"{both} have the figures of the day the other way round",
            confirm_by="the original",
        )


def _as_julian(day: int) -> int | None:
    """Return the day that the Julian calendar calls by this Gregorian name, or None when it has none."""
    year, month, day_of_month = year_month_day(day)
    if day_of_month > days_in_month(year, month):
        return None
    centuries = year - (month <= 2)
    return day_number(year, month, day_of_month) + centuries // 100 - centuries // 400 - 2
