"""The Sunday of Easter, Western and Orthodox."""

from __future__ import annotations

from claimcheck.values.dates.calendars import julian_day_number
from claimcheck.values.span import day_number

RITES = ("Western", "Orthodox")


def easter_day(year: int, rite: str) -> int:
    """
    Return the day number of Easter Sunday; both rites keep one day before the reform of 1582.

    The Orthodox rule is that of Dionysius Exiguus (in the form of Meeus, Astronomical Algorithms,
    chapter 8), the Western one that of Clavius and Lilio of 1582 (in the form of Butcher, 1876).

    >>> from claimcheck.values.span import iso_day
    >>> iso_day(easter_day(1921, "Western")), iso_day(easter_day(1921, "Orthodox"))
    ('1921-03-27', '1921-05-01')
    """
    return _gregorian(year) if rite == "Western" and year > 1582 else _julian(year)


def _julian(year: int) -> int:
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return julian_day_number(year, month, day + 1)


def _gregorian(year: int) -> int:
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - correction + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
