"""A dated point of the words - a day, month, season, year, century or part of one - and its days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from attrs import evolve, field, frozen

from claimcheck.values.dates.calendars import Calendar
from claimcheck.values.dates.easter import easter_day
from claimcheck.values.dates.tables import month_label, season_months
from claimcheck.values.span import Span
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

Runs = tuple[Span, ...]


@frozen(kw_only=True)
class Part:
    """
    The k-th of n equal parts, or (n = 0) the k-th week; -1 is the last.

    `manner` tells "early", whose end nobody can name ("spills"), from "the first third" ("exact"), and
    from "the beginning of", which is an early part too but in "after the beginning of" a bound ("edge").
    """

    k: int
    n: int
    manner: str = "exact"


@frozen(kw_only=True)
class Hedge:
    """A caution ("about" or "uncertain") on one component: day, month, year, decade or century."""

    figure: str
    unit: str


@frozen(kw_only=True)
class Moment:
    """
    A point of time as it is written, in no calendar yet.

    Components that the words leave out are None. `unit` is the finest of day, month, season, year,
    decade, century; a decade or century begins with `year` and has `n_years`. `year_tail` keeps the two
    digits of '21. `season` is a number of ISO 8601-2 (21-41). `weekday` (Monday is 0) is only checked.
    `others` holds what else the words may mean, as (cause, choice, moment); `choice` names this one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    unit: str = ""
    season: int = 0
    n_years: int = 1
    estimate: int | None = None
    """The year that is thought most likely among the `n_years`; it is told, and never compared."""
    year_tail: int | None = None
    part: Part | None = None
    hedges: tuple[Hedge, ...] = ()
    weekday: int | None = None
    begins: tuple[int, int] = (1, 1)
    """Month and day of the new year, for a year that does not begin on the calendar's own."""
    nth: tuple[int, int] | None = None
    """Which weekday of the month: (k, weekday), k = -1 for the last."""
    feast: tuple[int, str] | None = None
    """Days after the Easter of a rite."""
    choice: tuple[str, str] | None = None
    others: tuple[Moment, ...] = field(default=())

    def days(self, calendar: Calendar) -> Span:
        """Return the days that the words assert; UnreadableError when the calendar has no such day."""
        whole = self._whole(calendar)
        return whole if self.part is None else _part(whole, self, calendar)

    def runs(self, calendar: Calendar, tolerances: Tolerances) -> tuple[Runs, Runs]:
        """Return the runs of days that the words assert, and those that they tolerate."""
        core = self.days(calendar)
        if not (self.hedges or self.season or self.part or calendar.slack or self.unit == "century"):
            only = (core,)
            return only, only
        return (core,), self._tolerated(core, calendar, tolerances)

    def _whole(self, calendar: Calendar) -> Span:
        assert self.year is not None  # noqa: S101 - filled in before a moment is evaluated
        if self.unit == "day":
            return self._day(calendar)
        if self.unit == "month":
            return _month(calendar, self.year, self.month or 0)
        if self.unit == "season":
            if not calendar.has_seasons:
                raise UnreadableError(
                    f"the months of the {calendar.name} calendar make no seasons or quarters",
                    "write the months, or state another calendar",
                    "date-nonexistent",
                )
            first, n_months = season_months(self.season)
            last = calendar.shifted(self.year, first, n_months - 1)
            return Span(_month(calendar, self.year, first).first, _month(calendar, *last).last)
        if self.begins != (1, 1):
            return self._styled_year(calendar)
        first_year = _year(calendar, self.year)
        return (
            first_year
            if self.n_years == 1
            else Span(first_year.first, _year(calendar, self.year + self.n_years - 1).last)
        )

    def _day(self, calendar: Calendar) -> Span:
        if self.feast is not None:
            return self._feast_day(calendar, *self.feast)
        if self.nth is not None:
            return _nth_weekday(_month(calendar, self.year or 0, self.month or 0), *self.nth)
        year, month, day = self.year or 0, self.month or 0, self.day or 0
        if (month, day) < self.begins:
            year += 1
        number = calendar.day(year, month, day)
        if number is None:
            days = _month(calendar, year, month)
            length = (days.last or 0) - (days.first or 0) + 1
            raise UnreadableError(
                f"{day} {month_label(calendar.name, month)} {year} does not exist",
                f"that month has {length} days in the {calendar.name} calendar",
                "date-nonexistent",
            )
        return Span(number, number)

    def _feast_day(self, calendar: Calendar, after_easter: int, rite: str) -> Span:
        if calendar.name not in ("gregorian", "julian"):
            raise UnreadableError(
                "Easter is counted in years of our era", "write the year of our era", "date-nonexistent"
            )
        day = easter_day(self.year or 0, rite) + after_easter
        return Span(day, day)

    def _styled_year(self, calendar: Calendar) -> Span:
        month, day = self.begins
        first = Moment(year=self.year, month=month, day=day, unit="day")
        after = Moment(year=(self.year or 0) + 1, month=month, day=day, unit="day")
        return Span(first.days(calendar).first, (after.days(calendar).first or 0) - 1)

    def _tolerated(self, core: Span, calendar: Calendar, tolerances: Tolerances) -> Runs:
        finest = "month" if self.unit == "season" else self.unit
        reach = {"day": 0, "month": 0, "year": 0}
        for hedge in self.hedges:
            unit = "year" if hedge.unit in ("decade", "century") else hedge.unit
            reach[unit] += int(tolerances[f"date.{hedge.figure}.{hedge.unit}"])
        own = "year" if finest in ("decade", "century") else finest
        if not self.hedges:
            return (_widened(core, self, calendar, own, 0, tolerances),)
        runs = []
        for moment in self._shifted(calendar, {unit: n for unit, n in reach.items() if unit != own}):
            try:
                days = core if moment is self else moment.days(calendar)
            except UnreadableError:
                continue
            runs.append(_widened(days, moment, calendar, own, reach[own], tolerances))
        return tuple(runs)

    def _shifted(self, calendar: Calendar, reach: dict[str, int]) -> Iterator[Moment]:
        """Yield the moment with its coarser components moved by up to `reach`: "2004~-06-11"."""
        yield self
        years, months = reach.get("year", 0), reach.get("month", 0)
        for n_years, n_months in product(range(-years, years + 1), range(-months, months + 1)):
            if n_years == n_months == 0:
                continue
            if self.month is None:
                yield evolve(self, year=(self.year or 0) + n_years)
                continue
            year, month = calendar.shifted((self.year or 0) + n_years, self.month, n_months)
            yield evolve(self, year=year, month=month)


def _year(calendar: Calendar, year: int) -> Span:
    days = calendar.year(year)
    if days is None:
        raise UnreadableError(
            f"the {calendar.name} calendar has no year {year}", calendar.years, "date-nonexistent"
        )
    return days


def _month(calendar: Calendar, year: int, month: int) -> Span:
    days = calendar.month(year, month)
    if days is None:
        _year(calendar, year)
        raise UnreadableError(
            f"the {calendar.name} year {year} has no month {month_label(calendar.name, month)}",
            "check the number of the month, or state another calendar",
            "date-nonexistent",
        )
    return days


def _nth_weekday(month: Span, k: int, weekday: int) -> Span:
    first, last = month.first or 0, month.last or 0
    day = last - (last - 1 - weekday) % 7 if k == -1 else first + (weekday - first + 1) % 7 + 7 * (k - 1)
    if day > last:
        raise UnreadableError(
            f"that month has no weekday for the {k}th time", "check the number", "date-nonexistent"
        )
    return Span(day, day)


def _part(whole: Span, moment: Moment, calendar: Calendar) -> Span:
    part = moment.part
    assert part is not None  # noqa: S101 - the caller asked
    first, last = whole.first or 0, whole.last or 0
    if part.n == 0:
        begin = last - 6 if part.k == -1 else first + 7 * (part.k - 1)
        if begin > last:
            raise UnreadableError(f"there is no week {part.k} in that time", code="date-nonexistent")
        return Span(max(begin, first), min(begin + 6, last))
    return Span(
        first + _cut(whole, part.k - 1, part.n, moment, calendar),
        first + _cut(whole, part.k, part.n, moment, calendar) - 1,
    )


def _cut(whole: Span, k: int, n: int, moment: Moment, calendar: Calendar) -> int:
    """Return after how many days k of n parts are over: by tens in a month, by months in a longer time."""
    first, length = whole.first or 0, (whole.last or 0) - (whole.first or 0) + 1
    if k in (0, n):
        return k // n * length
    if moment.unit == "month":
        return 30 * k // n
    if moment.unit == "season" and 3 * k % n == 0:
        first_month, n_months = season_months(moment.season)
        cut = calendar.shifted(moment.year or 0, first_month, n_months * k // n)
        return (_month(calendar, *cut).first or 0) - first
    if calendar.first_month == 1 and calendar.n_months == 12 and moment.unit != "season":
        months = _month(calendar, *calendar.shifted(moment.year or 0, 1, 12 * moment.n_years * k // n))
        return (months.first or 0) - first
    return length * k // n


def _widened(
    days: Span, moment: Moment, calendar: Calendar, unit: str, reach: int, tolerances: Tolerances
) -> Span:
    """Return one run with everything that its own finest unit tolerates on each side."""
    first, last = days.first or 0, days.last or 0
    if moment.part is not None and moment.part.manner != "exact":
        whole = moment._whole(calendar)
        share = tolerances["date.part.spill"]
        spill = (last - first + 1) * share.numerator // share.denominator
        # "Early March" may reach towards the middle of March, never back into February.
        first, last = max(first - spill, whole.first or 0), min(last + spill, whole.last or 0)
    if moment.unit == "season" and moment.season < 33:
        edge = int(tolerances["date.season.edge"])
        first, last = first - edge, last + edge
    if moment.unit == "century":
        first = moved(first, calendar, "year", -int(tolerances["date.century.edge"]))
    if calendar.slack:
        slack = int(tolerances[calendar.slack])
        first, last = first - slack, last + slack
    if reach == 0:
        return Span(first, last)
    return Span(moved(first, calendar, unit, -reach), moved(last + 1, calendar, unit, reach) - 1)


_LENGTHS = {"day": 1, "month": 31, "year": 366}


def moved(day: int, calendar: Calendar, unit: str, count: int) -> int:
    """Return the day some units later, on the same day of its month or year where there is one."""
    if unit == "day" or count == 0:
        return day + count
    located = calendar.locate(day)
    if located is not None:
        year, month, day_of_month = located
        n_months = count * (calendar.n_months if unit == "year" else 1)
        there = calendar.month(*calendar.shifted(year, month, n_months))
        if there is not None:
            return min((there.first or 0) + day_of_month - 1, there.last or 0)
    # At the edge of the calendar there is no such month: count by the longest, so as to widen enough.
    return day + count * _LENGTHS[unit]
