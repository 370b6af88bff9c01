"""Dates that are told from another day: "the following day", "three days later"."""

from __future__ import annotations

from claimcheck.values.context import Context
from claimcheck.values.dates.distance import parse_distance
from claimcheck.values.extents import Extents
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.span import Span
from claimcheck.values.value import Reading, UnreadableError, Value


def is_relative(text: str, context: Context) -> bool:
    """Tell whether the words name a distance from some other day."""
    if not any(letter.isalpha() for letter in text):
        return False
    try:
        parse_distance(text, context.language, context.tolerances)
    except UnreadableError:
        return False
    return True


def read_relative(text: str, context: Context) -> Value:
    """Return the date that lies so far from the day of the context; an error when there is none."""
    if context.day is None:
        raise UnreadableError(
            f"{text!r} counts from a day that is not named",
            "write the date itself, or ask an `order` question with `relative-to`",
            "date-relative",
        )
    distance = parse_distance(text, context.language, context.tolerances)
    reading = Reading(
        core=_moved(context.day, distance.core), envelope=_moved(context.day, distance.envelope)
    )
    return Value(
        kind="date", text=text, readings=(reading,), open=(f"counted from {context.day}", *distance.notes)
    )


def _moved(day: Span, days: Numbers) -> Extents:
    return Extents.during(*(_moved_run(day, run) for run in days.runs))


def _moved_run(day: Span, run: Run) -> Span:
    # Whole days only: an open bound leaves its own day out.
    low = None if run.low is None else int(run.low) + run.low_open
    high = None if run.high is None else int(run.high) - run.high_open
    return Span(
        None if low is None or day.first is None else day.first + low,
        None if high is None or day.last is None else day.last + high,
    )
