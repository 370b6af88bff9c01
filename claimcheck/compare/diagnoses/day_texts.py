"""What each slip of a day is called in a report, and what would confirm it."""

from __future__ import annotations

from claimcheck.compare.diagnoses.day_slips import as_julian
from claimcheck.compare.diagnoses.slips import near_months
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.dates.calendars import find_calendar
from claimcheck.values.dates.tables import month_label
from claimcheck.values.day_words import day_words

_ORIGINAL = "the original"
_CALENDAR = "finding which calendar the source keeps elsewhere"
_OTHER_EVENTS = "other events that the source dates by this one"

_TEXTS = {
    "neighbouring-day": (
        "{early} and {late} are neighbours: one may be the day of writing, the other of sending, or the "
        "matter may have run over midnight",
        "the original's date line and its register of dispatch",
    ),
    "day-from-sunset": (
        "{early} and {late} are neighbours: a day that begins at sunset lies on two days of our calendar",
        "whether the source tells the hour, or a weekday",
    ),
    "julian-calendar": (
        "{early} in the Julian calendar is {late} in the Gregorian: one may be left unconverted, or the "
        "other converted once too often",
        _CALENDAR,
    ),
    "converted-twice": (
        "{late} is what {early} becomes when it is converted from Julian to Gregorian twice",
        _CALENDAR,
    ),
    "wrong-offset": (
        "{early} and {late} differ as when a Julian date is converted with the days of another century "
        "({offset} are right here)",
        "converting the date of the original again",
    ),
    "day-month-swapped": (
        "{early} and {late} are alike but for day and month having changed places",
        "the form in which the source writes its other dates",
    ),
    "year-digits-swapped": (
        "{early} and {late} have two neighbouring figures of the year the other way round",
        _OTHER_EVENTS,
    ),
    "year-misread": (
        "{early} and {late} differ in one figure of the year, and the two figures are often misread for "
        "one another",
        "an image of the page",
    ),
    "year-slip": ("{early} and {late} differ in the year only", _OTHER_EVENTS),
    "month-names-alike": (
        "{early} and {late} differ in the month only, and the two are easily confused: {months}",
        "the original, or a weekday given with the date",
    ),
    "month-slip": (
        "{early} and {late} differ in the month only",
        "the original, or a weekday given with the date",
    ),
    "digits-swapped": ("{early} and {late} have the figures of the day the other way round", _ORIGINAL),
    "misread-digit": (
        "{early} and {late} differ in one figure of the day, and the two figures are often misread for one "
        "another",
        "an image of the page",
    ),
    "digit-lost": (
        "{early} and {late} differ by one figure of the day, which may have been lost or added",
        _ORIGINAL,
    ),
}

_FIGURES = frozenset(
    {
        *("day-month-swapped", "month-names-alike", "month-slip"),
        *("year-digits-swapped", "year-misread", "year-slip"),
        *("digits-swapped", "misread-digit", "digit-lost"),
    }
)
"""Slips of the figures and names of a date, told in the calendar in which it is written."""


def diagnosis(
    code: str,
    calendar: str,
    days: tuple[int, int],
    by_chance: Chance | None,
    styles: frozenset[str] = frozenset(),
) -> Diagnosis:
    """Return the cause of this code for two days, the earlier first."""
    text, confirm_by = _TEXTS[code]
    early, late = days
    words = text.format(
        early=_day_words(early, calendar if code in _FIGURES else "gregorian"),
        late=_day_words(late, calendar if code in _FIGURES else "gregorian"),
        offset=as_julian(early) - early,
        months=_names(calendar, days, styles) if code == "month-names-alike" else "",
    )
    return Diagnosis(code=code, text=words, confirm_by=confirm_by, by_chance=by_chance)


def _day_words(day: int, calendar: str) -> str:
    """Return a day in the words of a calendar, which is named when it is not the Gregorian."""
    where = find_calendar(calendar).locate(day)
    if calendar == "gregorian" or where is None:
        return day_words(day)
    year, month, number = where
    return f"{number} {month_label(calendar, month)} {year} ({calendar.title()})"


def _names(calendar: str, days: tuple[int, int], styles: frozenset[str]) -> str:
    """Return which names of the two months are near in form."""
    located = [find_calendar(calendar).locate(day) for day in days]
    months = frozenset(where[1] for where in located if where is not None)
    return near_months(calendar, styles)[months]
