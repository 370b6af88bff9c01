"""Days as whole numbers, and runs of days."""

from __future__ import annotations

import re

from attrs import field, frozen

# Days are counted as `datetime.date.toordinal` counts them: 0001-01-01 of the proleptic Gregorian
# calendar is day 1. The arithmetic is ours because `datetime` ends at the years 1 and 9999.
_DAYS_IN_400_YEARS = 146_097


def day_number(year: int, month: int, day: int) -> int:
    """
    Return the number of a proleptic Gregorian day. Years are astronomical: 1 BCE is 0.

    The month must be 1-12; the day is not checked against the month's length, so day 0 is the eve of
    the first.

    >>> day_number(1921, 3, 17) - day_number(1921, 2, 23)
    22
    """
    # March-based years put the leap day at the end, which leaves one linear formula for month lengths.
    shifted_year = year - (month <= 2)
    shifted_month = (month - 3) % 12
    era, year_of_era = divmod(shifted_year, 400)
    day_of_year = (153 * shifted_month + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_400_YEARS + day_of_era - 305


def year_month_day(number: int) -> tuple[int, int, int]:
    """
    Return the proleptic Gregorian (year, month, day) of a day number.

    >>> year_month_day(day_number(1921, 3, 17))
    (1921, 3, 17)
    """
    era, day_of_era = divmod(number + 305, _DAYS_IN_400_YEARS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def days_in_month(year: int, month: int) -> int:
    """
    Return the length in days of a proleptic Gregorian month.

    >>> days_in_month(1900, 2)
    28
    """
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _MONTH_LENGTHS[month - 1]


_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso_day(number: int) -> str:
    """
    Return a day as an ISO 8601 date; years outside 0000-9999 carry a sign.

    >>> iso_day(day_number(-43, 3, 15))
    '-0043-03-15'
    """
    year, month, day = year_month_day(number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"


_ISO_DAY = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)")


def parse_iso_day(text: str) -> int | None:
    """Return the day number of an ISO date such as `1921-03-17`, or None when it is not one that exists."""
    match = _ISO_DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return day_number(year, month, day)


@frozen(order=True)
class Span:
    """
    A run of days, both ends included. `None` is an end without bound.

    >>> str(Span(day_number(1921, 3, 11), day_number(1921, 3, 17)))
    '1921-03-11/1921-03-17'
    """

    first: int | None = field(default=None)
    last: int | None = field(default=None)

    @last.validator
    def _not_reversed(self, _field: object, last: int | None) -> None:
        if last is not None and self.first is not None and last < self.first:
            raise ValueError(f"span ends on {iso_day(last)}, before it begins on {iso_day(self.first)}")

    def meet(self, other: Span) -> Span | None:
        """Return the days that both spans hold, or None when they share none."""
        first, last = self.first, self.last
        if first is None or (other.first is not None and other.first > first):
            first = other.first
        if last is None or (other.last is not None and other.last < last):
            last = other.last
        if first is not None and last is not None and last < first:
            return None
        return Span(first, last)

    def within(self, other: Span) -> bool:
        """Tell whether every day of this span is a day of the other."""
        starts = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends

    @property
    def is_one_day(self) -> bool:
        """Whether the span is a single day."""
        return self.first is not None and self.first == self.last

    def __str__(self) -> str:
        first = ".." if self.first is None else iso_day(self.first)
        last = ".." if self.last is None else iso_day(self.last)
        return first if self.is_one_day else f"{first}/{last}"


ALWAYS = Span(None, None)
