"""What slips make of a day, and how often two unrelated days show the same: by counting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from attrs import frozen

from claimcheck.compare.diagnoses.slips import adjacent_swaps, misreadings, near_months
from claimcheck.model.finding import Chance
from claimcheck.values.dates.calendars import Calendar, find_calendar
from claimcheck.values.day_words import span_words
from claimcheck.values.span import Span, day_number, days_in_month, year_month_day

_OFFSETS = range(10, 14)
"""Days between the Julian and the Gregorian calendar from 1582 to 2100."""


@frozen(kw_only=True)
class Label:
    """A day as a calendar writes it, with the years in question: another year is one of these."""

    day: int
    year: int
    month: int
    day_of_month: int
    calendar: Calendar
    years: tuple[int, ...]
    styles: frozenset[str] = frozenset()

    def also(
        self, *, year: int | None = None, month: int | None = None, day: int | None = None
    ) -> Iterator[int]:
        """Yield the day that another year, month or day of the month makes of this one, if there is one."""
        chosen_day = self.day_of_month if day is None else day
        span = self.calendar.month(
            self.year if year is None else year, self.month if month is None else month
        )
        if span is None or span.first is None or span.last is None:
            return
        if 1 <= chosen_day <= span.last - span.first + 1:
            yield span.first + chosen_day - 1


Turns = Callable[[Label], Iterator[int]]
"""Yields the days that a slip makes of a day."""


def as_julian(day: int) -> int:
    """Return the day that the Julian calendar calls by the name that the Gregorian gives to this one."""
    year, month, day_of_month = year_month_day(day)
    from_march = year - (month <= 2)
    return day_number(year, month, day_of_month) + from_march // 100 - from_march // 400 - 2


def _neighbours(label: Label) -> Iterator[int]:
    yield label.day + 1


def _julian(label: Label) -> Iterator[int]:
    yield as_julian(label.day)


def _converted_twice(label: Label) -> Iterator[int]:
    yield as_julian(as_julian(label.day))


def _wrong_offset(label: Label) -> Iterator[int]:
    offset = as_julian(label.day) - label.day
    yield from (label.day + other for other in (offset - 1, offset + 1) if other in _OFFSETS)


def _day_month_swapped(label: Label) -> Iterator[int]:
    yield from label.also(month=label.day_of_month, day=label.month)


def _year_slip(label: Label) -> Iterator[int]:
    for year in label.years:
        yield from label.also(year=year)


def _year_digits(label: Label) -> Iterator[int]:
    for digits in adjacent_swaps(str(label.year)) if label.year > 0 else ():
        yield from label.also(year=int(digits))


def _year_misread(label: Label) -> Iterator[int]:
    for digits in misreadings(str(label.year)) if label.year > 0 else ():
        yield from label.also(year=int(digits))


def _month_slip(label: Label) -> Iterator[int]:
    for month in range(1, label.calendar.n_months + 1):
        yield from label.also(month=month)


def _near_months(label: Label) -> Iterator[int]:
    for pair in near_months(label.calendar.name, label.styles):
        if label.month in pair:
            (other,) = pair - {label.month}
            yield from label.also(month=other)


def _day_digits(label: Label) -> Iterator[int]:
    for digits in adjacent_swaps(str(label.day_of_month)):
        if not digits.startswith("0"):
            yield from label.also(day=int(digits))


def _day_misread(label: Label) -> Iterator[int]:
    for digits in misreadings(str(label.day_of_month)):
        yield from label.also(day=int(digits))


def _day_digit_lost(label: Label) -> Iterator[int]:
    if label.day_of_month >= 10:
        for digit in divmod(label.day_of_month, 10):
            yield from label.also(day=digit)


SLIPS: dict[str, Turns] = {
    "neighbouring-day": _neighbours,
    "julian-calendar": _julian,
    "converted-twice": _converted_twice,
    "wrong-offset": _wrong_offset,
    "day-month-swapped": _day_month_swapped,
    "year-digits-swapped": _year_digits,
    "year-misread": _year_misread,
    "year-slip": _year_slip,
    "month-names-alike": _near_months,
    "month-slip": _month_slip,
    "digits-swapped": _day_digits,
    "misread-digit": _day_misread,
    "digit-lost": _day_digit_lost,
}


@frozen
class Frame:
    """The days that two days are unrelated among: their month, their year, or the two years."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, left: int, right: int) -> Frame:
        """Return the smallest frame that holds both days."""
        (year, month, _day), (end_year, end_month, _end) = map(year_month_day, sorted((left, right)))
        if (year, month) == (end_year, end_month):
            first = day_number(year, month, 1)
            return cls((Span(first, first + days_in_month(year, month) - 1),))
        years = dict.fromkeys((year, end_year))
        return cls(tuple(Span(day_number(each, 1, 1), day_number(each, 12, 31)) for each in years))

    def days(self) -> list[int]:
        """Return every day of the frame."""
        return [day for span in self.spans for day in range(span.first or 0, (span.last or 0) + 1)]

    def __str__(self) -> str:
        return " and ".join(map(span_words, self.spans))


def shown(calendar: str, left: int, right: int, styles: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the code of every slip that turns one of two days of a calendar into the other."""
    if left == right:
        return
    labels = _labels(calendar, (left, right), styles)
    pairs = [(labels[day], other) for day, other in ((left, right), (right, left)) if day in labels]
    for code, turns in SLIPS.items():
        if any(other in turns(label) for label, other in pairs):
            yield code


@lru_cache(maxsize=4096)
def chance(code: str, calendar: str, frame: Frame, styles: frozenset[str] = frozenset()) -> Chance | None:
    """Return how many of all pairs of different days of the frame show the slip."""
    labels = _labels(calendar, tuple(frame.days()), styles)
    pairs = {
        (min(day, other), max(day, other))
        for day, label in labels.items()
        for other in SLIPS[code](label)
        if other != day and other in labels
    }
    n_pairs = len(labels) * (len(labels) - 1) // 2
    return Chance(share=Fraction(len(pairs), n_pairs), pairs=f"pairs of days of {frame}") if pairs else None


def _labels(calendar: str, days: tuple[int, ...], styles: frozenset[str]) -> dict[int, Label]:
    """Return the days as the calendar writes them; those that it has no name for are left out."""
    found = find_calendar(calendar)
    located = {day: where for day in days if (where := found.locate(day)) is not None}
    years = tuple(sorted({year for year, _month, _day in located.values()}))
    return {
        day: Label(
            day=day,
            year=year,
            month=month,
            day_of_month=number,
            calendar=found,
            years=years,
            styles=styles,
        )
        for day, (year, month, number) in located.items()
    }
