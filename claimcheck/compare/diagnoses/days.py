"""Causes of differing dates: another calendar, the day beside, figures and months taken for others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from claimcheck.compare.diagnoses.day_slips import Frame, chance, shown
from claimcheck.compare.diagnoses.day_texts import diagnosis
from claimcheck.compare.diagnoses.slips import styles_of
from claimcheck.compare.diagnoses.spans import span_causes
from claimcheck.compare.diagnoses.weekdays import weekday_causes
from claimcheck.model.finding import Diagnosis
from claimcheck.values.date import DateReading
from claimcheck.values.extents import Extents
from claimcheck.values.span import Span
from claimcheck.values.value import Reading, Value

_CONVERTED = ("julian", "rumi")
"""Calendars whose days are turned into Gregorian ones by adding 10 to 13."""

_Day = tuple[int, str]
"""A single day, and the calendar that its words were read in."""


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield the causes that two dates suggest: single days under some reading, and months or longer spans."""
    yield from _open_calendar(a, b)
    styles = styles_of(a.text) | styles_of(b.text)
    told = set()
    for left, right, calendar in _day_pairs(a, b):
        for code in shown(calendar, left, right, styles):
            # Of several readings the first that shows a slip stands for it: the others say no more.
            if code not in told:
                told.add(code)
                rate = chance(code, calendar, Frame.of(left, right), styles)
                yield diagnosis(code, calendar, (left, right), rate, styles)
    yield from _close_days(a, b)
    yield from weekday_causes(a, b)
    yield from span_causes(_hulls(a), _hulls(b), styles)


def _hulls(value: Value) -> list[Span]:
    cores = (reading.core for reading in value.readings)
    return list(dict.fromkeys(core.hull() for core in cores if isinstance(core, Extents)))


def _single_days(value: Value) -> dict[_Day, int]:
    """Return the single days with the place of their reading: what is likelier stands first."""
    found: dict[_Day, int] = {}
    for place, reading in enumerate(value.readings):
        hull = reading.core.hull() if isinstance(reading.core, Extents) else None
        if hull is not None and hull.is_one_day and hull.first is not None:
            found.setdefault((hull.first, _calendar(reading)), place)
    return found


def _calendar(reading: Reading) -> str:
    return reading.calendar if isinstance(reading, DateReading) else "gregorian"


def _day_pairs(a: Value, b: Value) -> list[tuple[int, int, str]]:
    """
    Return the pairs of single days that may be slips of one another, the earlier day first.

    Where the calendar is open on both sides, days of one calendar are paired: a slip within it shows
    there, and a difference of calendars is named by itself.
    """
    ours, theirs = _single_days(a), _single_days(b)
    pairs = [(left, right) for left in ours for right in theirs]
    is_open = all(len({calendar for _day, calendar in days}) > 1 for days in (ours, theirs))
    alike = [(left, right) for left, right in pairs if left[1] == right[1]] if is_open else []
    found: dict[tuple[int, int, str], int] = {}
    for left, right in alike or pairs:
        within = left[1] if left[1] == right[1] else "gregorian"
        pair = (min(left[0], right[0]), max(left[0], right[0]), within)
        rank = ours[left] + theirs[right]
        if left[0] != right[0]:
            found[pair] = min(rank, found.get(pair, rank))
    return sorted(found, key=lambda pair: (found[pair], pair))


def _close_days(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield what puts converted days one day apart: the offset of another century, and days from sunset."""
    pairs = product(_single_days(a), _single_days(b))
    close = [
        (min(left[0], right[0]), {left[1], right[1]}) for left, right in pairs if abs(left[0] - right[0]) == 1
    ]
    for early, calendars in sorted(close, key=lambda pair: (pair[0], sorted(pair[1]))):
        rate = chance("neighbouring-day", "gregorian", Frame.of(early, early + 1))
        if calendars & set(_CONVERTED):
            yield diagnosis("wrong-offset", "gregorian", (early, early + 1), rate)
        if "hijri" in calendars:
            yield diagnosis("day-from-sunset", "gregorian", (early, early + 1), rate)


def _open_calendar(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that an unstated calendar, chosen well, makes two dates agree."""
    for left, right in product(a.readings, b.readings):
        said = [
            f"«{value.text}» in the {dict(reading.under)['calendar'].title()} calendar"
            for value, reading in ((a, left), (b, right))
            if "calendar" in dict(reading.under)
        ]
        if said and left.core.meets(right.core):
            yield Diagnosis(
                code="unstated-calendar",
                text=f"the two agree when one reads {' and '.join(sorted(said))}, and none is stated",
                confirm_by="finding which calendar the source keeps elsewhere",
            )
            return
