"""The calendars agree with convertdate, day by day in both directions."""

from __future__ import annotations

import pytest
from convertdate import french_republican, islamic, julian
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.context import Context
from claimcheck.values.date import KIND, DateReading
from claimcheck.values.dates.calendars import CALENDARS
from claimcheck.values.span import day_number

# convertdate counts Julian days, which begin at noon: 0001-01-01 is 1721425.5.
EPOCH = 1721424.5
DAYS = st.integers(day_number(1500, 1, 1), day_number(2000, 12, 31))
REPUBLICAN_DAYS = range(day_number(1792, 9, 22), day_number(1806, 9, 23))
# By the autumn equinox at Paris (its default and the law), every fourth year, Romme's proposal and
# Maedler's: they part after the year 14, when the calendar was no longer in use.
LEAP_RULES = ("equinox", "continuous", "romme", "madler")


def read_day(calendar: str, year: int, month: int, day: int) -> int | None:
    """Return the number of the day that a numeric date of a calendar is read as."""
    (reading,) = KIND.read(f"{year:04}-{month:02}-{day:02}", Context(calendar=calendar)).readings
    assert isinstance(reading, DateReading)
    core = reading.core.hull()  # type: ignore[attr-defined]

    assert core.is_one_day
    first: int = core.first
    return first


@given(DAYS)
def test_julian_days_are_those_of_convertdate(number: int) -> None:
    """
    From 1500 to 2000 a day has the Julian date that convertdate gives it, and is read back from it.
    """
    located = CALENDARS["julian"].locate(number)

    assert located == tuple(julian.from_jd(number + EPOCH))
    assert located is not None
    assert read_day("julian", *located) == number == julian.to_jd(*located) - EPOCH


@given(DAYS)
def test_tabular_hijri_days_are_those_of_convertdate(number: int) -> None:
    """
    From 1500 to 2000 a day has the tabular date that convertdate gives it, and is read back from it.
    """
    located = CALENDARS["hijri"].locate(number)

    assert located == tuple(islamic.from_jd(number + EPOCH))
    assert located is not None
    assert read_day("hijri", *located) == number == islamic.to_jd(*located) - EPOCH


@pytest.mark.parametrize("rule", LEAP_RULES)
@given(number=st.sampled_from(REPUBLICAN_DAYS))
def test_republican_days_are_those_of_convertdate(rule: str, number: int) -> None:
    """
    In the years 1-14 all leap rules agree, and we with them: 3, 7 and 11 have a sixth complementary day.
    """
    located = CALENDARS["republican"].locate(number)

    assert located == tuple(int(part) for part in french_republican.from_jd(number + EPOCH, method=rule))
    assert located is not None
    assert french_republican.to_jd(*located, method=rule) - EPOCH == number
    assert read_day("republican", *located) == number


@pytest.mark.parametrize("year", range(1, 15))
def test_republican_years_begin_and_end_with_those_of_convertdate(year: int) -> None:
    """
    The first and the last day of each of the fourteen years are right, by the equinox.
    """
    days = CALENDARS["republican"].year(year)

    assert days is not None
    assert french_republican.to_jd(year, 1, 1) - EPOCH == days.first
    assert tuple(french_republican.from_jd((days.last or 0) + EPOCH))[:1] == (year,)
    assert tuple(french_republican.from_jd((days.last or 0) + 1 + EPOCH))[:2] == (year + 1, 1)
