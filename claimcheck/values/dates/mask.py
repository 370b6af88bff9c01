"""EDTF dates with unspecified digits: 156X-12-25, 2004-XX, 1XXX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from attrs import frozen

from claimcheck.values.dates.calendars import Calendar
from claimcheck.values.dates.moment import Hedge, Runs, moved
from claimcheck.values.span import Span
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

_MOST_RUNS = 128
"""A pattern with more separate runs than these is read as the days from its first to its last."""


@frozen(kw_only=True)
class Mask:
    """
    A date with unspecified digits. `month` and `day` are "" where the date does not name them.

    Years are tried from both ends and only as far as needed, so that XXXX-02-29 costs no more than
    2004-02-29.
    """

    text: str
    year: str
    month: str = ""
    day: str = ""
    hedges: tuple[Hedge, ...] = ()

    def runs(self, calendar: Calendar, tolerances: Tolerances) -> tuple[Runs, Runs]:
        """Return the runs of days that fit the pattern, and those that its qualifiers tolerate."""
        core = self._core(calendar)
        tolerated = core
        for unit in ("year", "month", "day"):
            reach = sum(
                int(tolerances[f"date.{hedge.figure}.{unit}"]) for hedge in self.hedges if hedge.unit == unit
            )
            if reach:
                is_finest = unit == ("day" if self.day else "month" if self.month else "year")
                widen = _widened if is_finest else _shifted
                tolerated = _joined(
                    widened for run in tolerated for widened in widen(run, calendar, unit, reach)
                )
        return core, tolerated

    def is_coarse(self, calendar: Calendar) -> bool:
        """Tell whether the pattern has too many runs to list, so that its outer bounds stand for it."""
        return self._n_candidates() > _MOST_RUNS and len(self._core(calendar)) == 1 and not self._is_whole()

    def days(self, calendar: Calendar) -> Span:
        """Return the first to the last day that fits."""
        core = self._core(calendar)
        return Span(core[0].first, core[-1].last)

    def _n_candidates(self) -> int:
        n_months = len(_fits(self.month, 1, 12)) if self.month else 1
        return int(10 ** self.year.count("X")) * n_months * len(_runs_of_days(self.day))

    def _is_whole(self) -> bool:
        return self.month in ("", "XX") and self.day in ("", "XX") and "X" not in self.year.rstrip("X")

    def _core(self, calendar: Calendar) -> Runs:
        if self.day and not self._has_day_in(calendar):
            # Told from the longest months, lest ten thousand years be searched for a 30 February.
            raise self._nonexistent(calendar)
        if not self._is_whole() and self._n_candidates() <= _MOST_RUNS:
            runs = _joined(
                run for year in _years(self.year, smallest=True) for run in self._of(calendar, year)
            )
            if runs:
                return runs
        first = next((r for y in _years(self.year, smallest=True) if (r := self._of(calendar, y))), None)
        if first is None:
            raise self._nonexistent(calendar)
        last = next(r for y in _years(self.year, smallest=False) if (r := self._of(calendar, y)))
        return (Span(first[0].first, last[-1].last),)

    def _has_day_in(self, calendar: Calendar) -> bool:
        """Tell whether some month that fits is ever long enough for the first day that fits."""
        first_day = _runs_of_days(self.day)[0][0]
        months = _fits(self.month or "XX", 1, calendar.n_months)
        return any(calendar.longest_months[month - 1] >= first_day for month in months)

    def _nonexistent(self, calendar: Calendar) -> UnreadableError:
        return UnreadableError(
            f"no day of the {calendar.name} calendar fits the pattern {self.text}",
            calendar.years or "no such month has such a day",
            "date-nonexistent",
        )

    def _of(self, calendar: Calendar, year: int) -> Runs:
        """Return the runs of one year that fit."""
        if self.month in ("", "XX") and self.day in ("", "XX"):
            days = calendar.year(year)
            return () if days is None else (days,)
        found = []
        for month in _fits(self.month, 1, calendar.n_months):
            days = calendar.month(year, month)
            if days is None:
                continue
            first, last = days.first or 0, days.last or 0
            for low, high in _runs_of_days(self.day):
                if first + low - 1 <= last:
                    found.append(Span(first + low - 1, min(first + high - 1, last)))
        return _joined(found)


def _years(pattern: str, *, smallest: bool) -> Iterator[int]:
    """Yield the years that fit the pattern, rising, or falling when not `smallest` first."""
    sign = -1 if pattern.startswith("-") else 1
    digits = pattern.removeprefix("-")
    places = [len(digits) - 1 - i for i, digit in enumerate(digits) if digit == "X"]
    base = int(digits.replace("X", "0"))
    count = 10 ** len(places)
    rising = smallest == (sign == 1)
    for n in range(count) if rising else range(count - 1, -1, -1):
        filling = f"{n:0{len(places)}}" if places else ""
        year = base + sum(int(d) * 10**p for d, p in zip(filling, places, strict=True))
        if year or sign == 1:  # -0000 is no year
            yield sign * year


@cache
def _fits(pattern: str, low: int, high: int) -> tuple[int, ...]:
    """Return the two-digit numbers between the bounds that fit the pattern."""
    return tuple(
        number
        for number in range(low, high + 1)
        if all(mask in ("X", digit) for mask, digit in zip(pattern, f"{number:02}", strict=True))
    )


@cache
def _runs_of_days(pattern: str) -> tuple[tuple[int, int], ...]:
    """Return the runs of days of a month that fit, as (first, last)."""
    if not pattern:
        return ((1, 31),)
    runs: list[tuple[int, int]] = []
    for day in _fits(pattern, 1, 31):
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(runs)


def _widened(run: Span, calendar: Calendar, unit: str, reach: int) -> Iterator[Span]:
    """Yield the run with what its finest unit tolerates on each side."""
    first, last = run.first or 0, run.last or 0
    yield Span(moved(first, calendar, unit, -reach), moved(last + 1, calendar, unit, reach) - 1)


def _shifted(run: Span, calendar: Calendar, unit: str, reach: int) -> Iterator[Span]:
    """Yield the run in each year or month that a coarser unit tolerates: 156X~-12-25 is never in June."""
    for count in range(-reach, reach + 1):
        first, after = (moved(day, calendar, unit, count) for day in (run.first or 0, (run.last or 0) + 1))
        yield Span(first, max(first, after - 1))


def _joined(spans: Iterable[Span]) -> Runs:
    """Return the spans in order, joined where they touch."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.first or 0):
        if joined and (span.first or 0) <= (joined[-1].last or 0) + 1:
            joined[-1] = Span(joined[-1].first, max(joined[-1].last or 0, span.last or 0))
        else:
            joined.append(span)
    return tuple(joined)
