"""Five calendars as arithmetic on day numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod

from claimcheck.values.span import Span, day_number, days_in_month, year_month_day
from claimcheck.values.value import UnreadableError


class Calendar(ABC):
    """
    A calendar: which days its months and years hold.

    Months are numbered as they are written (Rumi Mart is 3, though its year begins with it). A month or
    year that the calendar lacks is None. `slack` names the tolerance by which a computed day may be off.
    """

    name: str = ""
    n_months: int = 12
    longest_months: tuple[int, ...] = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    """The greatest number of days that each month may have."""
    first_month: int = 1
    has_seasons: bool = True
    """Whether the months have the place in the year that their numbers have in the Gregorian calendar."""
    slack: str = ""
    years: str = ""
    """What to say to a writer of a year that the calendar lacks."""

    @abstractmethod
    def month(self, year: int, month: int) -> Span | None:
        """Return the days of a month, or None when the calendar has no such month."""

    def day(self, year: int, month: int, day: int) -> int | None:
        """Return the number of a day, or None when the calendar has no such day."""
        days = self.month(year, month)
        if days is None or days.first is None or days.last is None or day < 1:
            return None
        number = days.first + day - 1
        return number if number <= days.last else None

    @abstractmethod
    def year_near(self, day: int) -> int:
        """Return a year that holds the day or is next to the one that does."""

    def year(self, year: int) -> Span | None:
        """Return the days of a year, or None when the calendar has no such year."""
        months = [self.month(year, month) for month in range(1, self.n_months + 1)]
        days = [month for month in months if month is not None]
        if not days:
            return None
        return Span(min(span.first or 0 for span in days), max(span.last or 0 for span in days))

    def locate(self, day: int) -> tuple[int, int, int] | None:
        """Return the (year, month, day) of a day number, or None where the calendar has none for it."""
        near = self.year_near(day)
        for year in (near, near - 1, near + 1):
            for month in range(1, self.n_months + 1):
                days = self.month(year, month)
                if days is not None and (days.first or 0) <= day <= (days.last or 0):
                    return year, month, day - (days.first or 0) + 1
        return None

    def shifted(self, year: int, month: int, n_months: int) -> tuple[int, int]:
        """Return the (year, month) that lies some months later, or earlier when negative."""
        place = (month - self.first_month) % self.n_months
        years, place = divmod(place + n_months, self.n_months)
        return year + years, (place + self.first_month - 1) % self.n_months + 1


class Gregorian(Calendar):
    """The proleptic Gregorian calendar, years astronomical."""

    name = "gregorian"

    def month(self, year: int, month: int) -> Span | None:
        if not 1 <= month <= 12:
            return None
        first = day_number(year, month, 1)
        return Span(first, first + days_in_month(year, month) - 1)

    def day(self, year: int, month: int, day: int) -> int | None:
        # Most dates are days of this calendar: no month is made to look one up.
        if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
            return None
        return day_number(year, month, day)

    def year(self, year: int) -> Span:
        return Span(day_number(year, 1, 1), day_number(year, 12, 31))

    def locate(self, day: int) -> tuple[int, int, int]:
        return year_month_day(day)

    def year_near(self, day: int) -> int:
        return year_month_day(day)[0]


class Julian(Calendar):
    """The Julian calendar, years astronomical and beginning on 1 January."""

    name = "julian"

    def month(self, year: int, month: int) -> Span | None:
        if not 1 <= month <= 12:
            return None
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        return Span(julian_day_number(year, month, 1), julian_day_number(*following, 1) - 1)

    def year(self, year: int) -> Span:
        return Span(julian_day_number(year, 1, 1), julian_day_number(year, 12, 31))

    def year_near(self, day: int) -> int:
        return year_month_day(day)[0]


def julian_day_number(year: int, month: int, day: int) -> int:
    """
    Return the number of a Julian day, on the same count as `span.day_number`.

    >>> julian_day_number(1917, 10, 25) == day_number(1917, 11, 7)
    True
    """
    shifted_year = year - (month <= 2)
    day_of_year = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    # 307: Julian 1 March of the year 0 is 28 February of the proleptic Gregorian calendar.
    return 365 * shifted_year + shifted_year // 4 + day_of_year - 307


class Rumi(Calendar):
    """
    The Ottoman fiscal calendar, 1256-1341 (1840-1925).

    Julian days with the year, 584 less, beginning on 1 March; 15 February 1332 was followed by
    1 March 1333, which is 1 March 1917 Gregorian; 1333 had ten months, and from 1 January 1334 on only
    the number of the year differs from the Gregorian.
    """

    name = "rumi"
    first_month = 3
    years = "Rumi years run from 1256 to 1341"
    _FIRST, _LAST, _OFFSET = 1256, 1341, 584

    def month(self, year: int, month: int) -> Span | None:
        if not (1 <= month <= 12 and self._FIRST <= year <= self._LAST) or (year == 1333 and month < 3):
            return None
        if year >= 1333:
            return GREGORIAN.month(year + self._OFFSET, month)
        if (year, month) == (1332, 2):
            return Span(julian_day_number(1917, 2, 1), julian_day_number(1917, 2, 15))
        return JULIAN.month(year + self._OFFSET + (month < 3), month)

    def shifted(self, year: int, month: int, n_months: int) -> tuple[int, int]:
        # Counted on the Julian months below, so that the short year 1333 takes no part in the count.
        western = year + self._OFFSET + (month < 3 and year < 1333)
        western, month = GREGORIAN.shifted(western, month, n_months)
        return western - self._OFFSET - (month < 3 and western < 1918), month

    def year_near(self, day: int) -> int:
        return year_month_day(day)[0] - self._OFFSET


class WesternRumi(Calendar):
    """
    Rumi days beside a Western year: "31 March 1909" for 31 Mart 1325.

    Many who converted an Ottoman date converted the year alone. Never stated, only plausible.
    """

    name = "rumi"
    years = "Rumi years run from 1256 to 1341, that is 1840 to 1925"

    def month(self, year: int, month: int) -> Span | None:
        if not (1 <= month <= 12 and 1840 <= year <= 1925):
            return None
        if (year, month) == (1917, 2):
            return RUMI.month(1332, 2)
        return (JULIAN if (year, month) < (1917, 3) else GREGORIAN).month(year, month)

    def year_near(self, day: int) -> int:
        return year_month_day(day)[0]


class Hijri(Calendar):
    """The tabular Islamic calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty)."""

    name = "hijri"
    slack = "date.hijri.day"
    longest_months = (30, 29) * 5 + (30, 30)
    has_seasons = False
    years = "Hijri years run from 1 to 1600"
    _LAST = 1600  # 2173: a later year is one of our era beside a month of this calendar
    _EPOCH = 227_015  # 1 Muharram 1 is Friday 16 July 622, Julian

    def month(self, year: int, month: int) -> Span | None:
        if not (1 <= year <= self._LAST and 1 <= month <= 12):
            return None
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        return Span(self._first(year, month), self._first(*following) - 1)

    def _first(self, year: int, month: int) -> int:
        return self._EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2

    def year_near(self, day: int) -> int:
        return (30 * (day - self._EPOCH)) // 10_631 + 1


class Republican(Calendar):
    """The French Republican calendar of the years 1-14; month 13 holds the complementary days."""

    name = "republican"
    n_months = 13
    longest_months = (30,) * 12 + (6,)
    has_seasons = False
    years = "Republican years run from 1 to 14"
    _LEAP = (3, 7, 11)
    _EPOCH = day_number(1792, 9, 22)

    def month(self, year: int, month: int) -> Span | None:
        if not (1 <= year <= 14 and 1 <= month <= 13):
            return None
        new_year = self._EPOCH + 365 * (year - 1) + sum(leap < year for leap in self._LEAP)
        first = new_year + 30 * (month - 1)
        length = 30 if month < 13 else 5 + (year in self._LEAP)
        return Span(first, first + length - 1)

    def year_near(self, day: int) -> int:
        return year_month_day(day)[0] - 1792


GREGORIAN = Gregorian()
JULIAN = Julian()
RUMI = Rumi()
WESTERN_RUMI = WesternRumi()
CALENDARS: dict[str, Calendar] = {
    calendar.name: calendar for calendar in (GREGORIAN, JULIAN, RUMI, Hijri(), Republican())
}


def find_calendar(name: str) -> Calendar:
    """Return the calendar of this name; an unknown one is a problem of the input."""
    calendar = CALENDARS.get(name)
    if calendar is None:
        raise UnreadableError(
            f"there is no calendar {name!r}", f"use one of {', '.join(CALENDARS)}", "calendar-unknown"
        )
    return calendar
