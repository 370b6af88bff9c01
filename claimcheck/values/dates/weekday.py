"""Weekdays that stand beside a date: they are checked, and may tell which reading is meant."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.values.dates.tables import weekday_label
from claimcheck.values.span import iso_day


@frozen(kw_only=True)
class DatedWeekday:
    """The weekday that the words name, and the day that one reading gives them."""

    stated: int
    day: int
    calendar: str

    @property
    def actual(self) -> int:
        """The weekday that the day was; Monday is 0."""
        return (self.day - 1) % 7

    @property
    def fits(self) -> bool:
        """Whether the day was the weekday that is named."""
        return self.actual == self.stated


def weekday_notes(cases: list[DatedWeekday]) -> Iterator[str]:
    """
    Yield what the weekday says of the readings: which it fits, or that it fits none.

    No reading is dropped: the weekday may be the slip, and the date right.
    """
    fitting = [case for case in cases if case.fits]
    if len(fitting) == len(cases):
        return
    if not fitting:
        first = cases[0]
        yield (
            f"the weekday does not fit: {iso_day(first.day)} was a {weekday_label(first.actual)}, "
            f"not a {weekday_label(first.stated)}"
        )
        return
    others = [case for case in cases if not case.fits]
    calendars = {case.calendar for case in cases}
    yes, no = (
        ", ".join(dict.fromkeys(_label(case, with_calendar=len(calendars) > 1) for case in some))
        for some in (fitting, others)
    )
    yield f"the weekday ({weekday_label(fitting[0].stated)}) fits {yes}, not {no}"


def _label(case: DatedWeekday, *, with_calendar: bool) -> str:
    return f"{iso_day(case.day)} ({case.calendar})" if with_calendar else iso_day(case.day)
