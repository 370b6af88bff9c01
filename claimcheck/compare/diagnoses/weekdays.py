"""Causes that a weekday points to: it stands beside the one date and belongs to the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.compare.diagnoses.day_slips import Frame
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.date import DateReading
from claimcheck.values.dates.tables import weekday_label
from claimcheck.values.day_words import day_words
from claimcheck.values.extents import Extents
from claimcheck.values.value import Value


def weekday_causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that a weekday given with one date does not fit it, and whether it fits the other date."""
    for value, other in ((a, b), (b, a)):
        named = _misfit(value)
        if named is None:
            continue
        day, weekday = named
        wrong = f"«{value.text}»: {day_words(day)} was no {weekday_label(weekday)}"
        fitting = sorted(each for each in _days(other) if (each - 1) % 7 == weekday)
        if fitting:
            yield Diagnosis(
                code="weekday-of-other-date",
                text=f"{wrong}, while {day_words(fitting[0])} was one",
                confirm_by="the original, where weekday and date stand together",
                by_chance=_chance(day, fitting[0], weekday),
            )
        else:
            yield Diagnosis(
                code="weekday-mismatch",
                text=f"{wrong}, so its date or its weekday is wrong",
                confirm_by="the original, where weekday and date stand together",
            )


def _days(value: Value) -> set[int]:
    hulls = (reading.core.hull() for reading in value.readings if isinstance(reading.core, Extents))
    return {hull.first for hull in hulls if hull.is_one_day and hull.first is not None}


def _misfit(value: Value) -> tuple[int, int] | None:
    """Return a day and the weekday that is named with it, when it has another under every reading."""
    named = {
        (reading.core.hull().first, reading.weekday)
        for reading in value.readings
        if isinstance(reading, DateReading) and isinstance(reading.core, Extents)
    }
    found = sorted((day, weekday) for day, weekday in named if day is not None and weekday is not None)
    if not found or any((day - 1) % 7 == weekday for day, weekday in found):
        return None
    return found[0]


def _chance(day: int, other: int, weekday: int) -> Chance:
    """Return how many of the other days of the frame have the weekday that is named."""
    frame = Frame.of(day, other)
    others = [each for each in frame.days() if each != day]
    n_fitting = sum((each - 1) % 7 == weekday for each in others)
    return Chance(share=Fraction(n_fitting, len(others)), pairs=f"of the other days of {frame}")
