"""Dates that are told from another day: "the following day", "three days later"."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.values.context import Context
from claimcheck.values.dates.distance import Distance, parse_distance
from claimcheck.values.dates.tables import date_lexicon, fold
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


_MOST_WORDS = 14
_CASE_ENDING = re.compile(r"(?<=[0-9])['’][^\W\d_]+$")


def split_at_day(text: str, context: Context) -> tuple[Distance, str] | None:
    """
    Return the distance and the rest of "two days after 5 March 1921", or None.

    Bare directions are none: "after 5 March" is a bound, and read as one.
    """
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    for n in range(len(words) - 1, 0, -1):
        # Most languages tell the distance first; Turkish tells it behind the day.
        for told, rest in ((words[:n], words[n:]), (words[-n:], words[:-n])):
            if _bounds_a_stretch(told[0], context.language):
                continue
            distance = _distance(" ".join(told), context)
            if distance is not None and any(letter.isdigit() for word in rest for letter in word):
                # "1921'den iki gün sonra": the ending belongs to the distance, alone it would say "from".
                return distance, _CASE_ENDING.sub("", " ".join(rest))
    return None


def _bounds_a_stretch(word: str, language: str) -> bool:
    """Tell whether a word says more than a distance does: "from two days before 5 March"."""
    return any(not rest and name == "op" for rest, (name, _) in date_lexicon(language).get(fold(word), ()))


def _distance(text: str, context: Context) -> Distance | None:
    if not any(letter.isalpha() for letter in text):
        return None
    try:
        distance = parse_distance(text, context.language, context.tolerances)
    except UnreadableError:
        return None
    hull = distance.core.hull()
    if hull.low == hull.high == 0:
        return None  # "the same day in 1917" is no day of its own
    is_open = hull.low is None or hull.high is None
    is_bare = is_open and (hull.low or hull.high or 0) == 0 and not (hull.low_open or hull.high_open)
    return None if is_bare else distance


def counted_from(value: Value, distance: Distance, text: str) -> Value:
    """Return the date that lies so far from another; an error when the other lasts or has no bounds."""
    readings = []
    for reading in value.readings:
        core, envelope = reading.core, reading.envelope
        assert isinstance(core, Extents)  # noqa: S101 - a date holds no other region
        assert isinstance(envelope, Extents)  # noqa: S101
        hull = distance.core.hull()
        is_loose = hull.low != hull.high and not core.hull().is_one_day
        # "The month before March" is February, which no count of days from a day in March tells.
        if is_loose or not (core.is_uncertainty and envelope.is_uncertainty):
            raise UnreadableError(f"{text!r} counts from a stretch of time", "count from a day")
        readings.append(
            evolve(
                reading,
                core=_counted(core, distance.core),
                envelope=_counted(envelope, distance.envelope),
            )
        )
    return evolve(value, text=text, readings=tuple(readings), open=(*value.open, *distance.notes))


def _counted(dates: Extents, days: Numbers) -> Extents:
    return Extents.during(*(_moved_run(box.begin, run) for box in dates.boxes for run in days.runs))


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
