"""Years that the words leave out, from the question's time frame."""

from __future__ import annotations

from attrs import evolve

from claimcheck.values.dates.calendars import Calendar
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.span import Span
from claimcheck.values.value import UnreadableError

_MOST_YEARS = 12
"""A frame that leaves more years than these possible determines nothing."""


def lacks_year(phrase: Phrase) -> bool:
    """Tell whether some moment of the phrase names no year."""
    for point in phrase.moments():  # noqa: SIM110 - asked of every date, and the fastest so
        if isinstance(point, Moment) and point.year is None:
            return True
    return False


def phrases_by_year(phrase: Phrase, calendar: Calendar, when: Span | None) -> list[tuple[int, Phrase]]:
    """
    Return the years that the frame leaves possible, each with the phrase that it completes.

    A frame within one year names that year. A longer one names each year in which the date falls
    inside, or each of its years when the date falls inside in none.
    """
    if when is None or when.first is None or when.last is None:
        raise UnreadableError(
            "the year is missing", "add the year, or a time frame with `when`", "date-year-missing"
        )
    inside = _years_between(calendar, when)
    tails = {
        point.year_tail
        for point in phrase.moments()
        if isinstance(point, Moment) and point.year_tail is not None
    }
    candidates = range(inside[0] - 1, inside[-1] + 1) if _has_winter(phrase) else inside
    if len(candidates) > (100 * _MOST_YEARS if tails else 2 * _MOST_YEARS):
        raise _undetermined(when)
    filled = [
        (year, _filled(phrase, year)) for year in candidates if all(year % 100 == tail for tail in tails)
    ]
    fitting = (
        filled if len(filled) < 2 else [pair for pair in filled if falls_inside(pair[1], calendar, when)]
    )
    chosen = fitting or filled
    if not chosen or len(chosen) > _MOST_YEARS:
        raise _undetermined(when)
    return chosen


def _undetermined(when: Span) -> UnreadableError:
    return UnreadableError(
        "the year is missing",
        f"the time frame {when} does not determine it: add the year",
        "date-year-missing",
    )


def _has_winter(phrase: Phrase) -> bool:
    return any(isinstance(point, Moment) and point.season == 24 for point in phrase.moments())


def _years_between(calendar: Calendar, when: Span) -> list[int]:
    first, last = calendar.year_near(when.first or 0), calendar.year_near(when.last or 0)
    if last - first > 100 * _MOST_YEARS:
        raise _undetermined(when)
    found = []
    for year in range(first - 1, last + 2):
        days = calendar.year(year)
        if days is not None and days.meet(when) is not None:
            found.append(year)
    if not found:
        raise UnreadableError(
            f"the year is missing, and no {calendar.name} year lies in {when}",
            calendar.years,
            "date-year-missing",
        )
    return found


def _filled(phrase: Phrase, year: int) -> Phrase:
    """Return the phrase with this year; a second moment that would precede the first is in the next one."""
    previous: list[int] = []

    def fill(moment: Moment) -> Moment:
        if moment.year is not None:
            return moment
        is_turned = (
            bool(previous and moment.month) and (moment.month or 0) < previous[-1] and phrase.op != "any"
        )
        previous.append(moment.month or 0)
        others = tuple(evolve(other, year=year + is_turned) for other in moment.others)
        return evolve(moment, year=year + is_turned, others=others)

    return phrase.with_moments(fill)


def falls_inside(phrase: Phrase, calendar: Calendar, when: Span) -> bool:
    """Tell whether some day from the first to the last that the phrase names lies in the frame."""
    try:
        days = [point.days(calendar) for point in phrase.moments()]
    except UnreadableError:
        return False
    hull = Span(min(span.first or 0 for span in days), max(span.last or 0 for span in days))
    return hull.meet(when) is not None
