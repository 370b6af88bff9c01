"""Double dates: one day written in an older calendar and in the Gregorian, "5 (18) March 1917"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.values.dates.calendars import CALENDARS, GREGORIAN, JULIAN, Calendar
from claimcheck.values.dates.moment import Moment
from claimcheck.values.value import UnreadableError

# A year of each length of the gap between the calendars, from 1582 to 2100, leap and common.
_SAMPLE_YEARS = (1604, 1605, 1704, 1705, 1804, 1805, 1904, 1905)

Older = tuple[str, int, int]
"""Calendar, month and day of the older date."""


def double_date(first: Moment, second: Moment, has_year: tuple[bool, bool]) -> tuple[Moment, Older] | None:
    """
    Return the Gregorian date and the older one, in whichever order they stand; None when they differ.

    `has_year` tells beside which of them the year stands; the other may lie in the year next to it.
    """
    for older, newer, years in ((first, second, has_year), (second, first, has_year[::-1])):
        if not all(one.unit == "day" and one.month and one.day for one in (older, newer)):
            return None
        for calendar in CALENDARS.values():
            if calendar is GREGORIAN:
                continue
            found = _in_calendar(older, newer, years, calendar)
            if found is not None:
                own = evolve(found, choice=None, others=())
                return own, (calendar.name, older.month or 0, older.day or 0)
    return None


def is_one_day(newer: Moment, older: Older) -> bool:
    """Tell whether the older calendar writes the Gregorian day so; a computed Hijri day may be off by one."""
    calendar = CALENDARS[older[0]]
    day = newer.days(GREGORIAN).first or 0
    slack = 1 if calendar.slack else 0
    found = (calendar.locate(day + shift) for shift in range(-slack, slack + 1))
    return any(one is not None and one[1:] == older[1:] for one in found)


def _in_calendar(
    older: Moment, newer: Moment, has_year: tuple[bool, bool], calendar: Calendar
) -> Moment | None:
    written = (calendar.name, older.month or 0, older.day or 0)
    try:
        if has_year == (False, False):
            samples = (evolve(newer, year=year) for year in _SAMPLE_YEARS if calendar is JULIAN)
            return newer if any(_exists(one) and is_one_day(one, written) for one in samples) else None
        if newer.year is None or older.year is None:
            return None
        if has_year == (True, False):
            newer = _in_year_of(older, newer, calendar)
        if not is_one_day(newer, written):
            return None
        if has_year == (True, True):
            shift = abs((older.days(calendar).first or 0) - (newer.days(GREGORIAN).first or 0))
            return newer if shift <= (1 if calendar.slack else 0) else None
    except UnreadableError:
        return None
    return newer


def _in_year_of(older: Moment, newer: Moment, calendar: Calendar) -> Moment:
    located = GREGORIAN.locate(older.days(calendar).first or 0)
    return evolve(newer, year=located[0])


def _exists(moment: Moment) -> bool:
    try:
        moment.days(GREGORIAN)
    except UnreadableError:
        return False
    return True
