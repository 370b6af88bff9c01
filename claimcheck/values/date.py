"""The kind `date`: when something was, when it began, when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import product

from attrs import evolve, frozen

from claimcheck.values.context import Context
from claimcheck.values.dates.calendars import GREGORIAN, Calendar, find_calendar
from claimcheck.values.dates.edtf import NotEdtfError, looks_like_edtf, parse_edtf
from claimcheck.values.dates.mask import Mask
from claimcheck.values.dates.missing_year import lacks_year, phrases_by_year
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.new_year import CAUSE, JANUARY, with_new_years
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.dates.plausible import is_ruled, plausible_calendars
from claimcheck.values.dates.relative import counted_from, is_relative, read_relative, split_at_day
from claimcheck.values.dates.weekday import DatedWeekday, weekday_notes
from claimcheck.values.dates.words import parse_words
from claimcheck.values.extents import Extents, separate_runs
from claimcheck.values.kind import JSON
from claimcheck.values.span import Span, day_number, iso_day
from claimcheck.values.value import Reading, UnreadableError, Value

_MOST_READINGS = 64
_TWO_YEARS = re.compile(r"[0-9]{4}-[0-9]{2}")
# Years of other calendars may have fewer than four digits: 3-01-14 of the French Republic.
_YEAR_FIRST = re.compile(r"(?:^|(?<=/))([0-9]{1,4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?=/|$)")
# EDTF has no blanks; in a value that may be words, one after a comma is a matter of taste.
_BLANK_IN_SET = re.compile(r"(?<=[0-9X?~%.])(,)\s+(?=[0-9XY?~%.-])(?=[^\[{]*[\]}]$)")
_GREGORIAN_BEGINS = day_number(1582, 10, 15)


@frozen(kw_only=True)
class DateReading(Reading):
    """A reading of a date, with the calendar that it was read in and the weekday that is named with it."""

    calendar: str = "gregorian"
    weekday: int | None = None


class DateKind:
    """
    Dates in EDTF or in words, in five calendars.

    An interval is an extent, "between" and "in" are uncertainties; a day is the uncertainty of one day.
    `notation="edtf"` accepts EDTF and nothing else; otherwise EDTF is tried first. Numeric dates of a
    stated calendar are written year-month-day.
    """

    name = "date"
    about = "when something was, began or ended: 17 March 1921, early March, by 23 February, EDTF"

    def read(self, text: str, context: Context) -> Value:
        """Return the stretches of time that the words leave possible, in each plausible calendar and year."""
        try:
            phrase = _parse(text, context)
        except UnreadableError:
            split = split_at_day(text, context) if context.notation != "edtf" else None
            if split is None:
                raise
            distance, rest = split
            return counted_from(self.read(rest, context), distance, text.strip())
        text = text.strip()
        if phrase is None:
            return read_relative(text, context)
        calendars = _calendars(phrase, context)
        phrase = with_new_years(phrase, context)
        outcomes = list(_read_in_each(phrase, calendars, context))
        readings = _readings(outcomes)
        return Value(
            kind="date", text=text, readings=readings, open=_open(phrase, readings, outcomes, context)
        )

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return the readings with ISO days, None where a bound is open or unknown."""
        del context
        return {"readings": [_reading_json(reading) for reading in value.readings], "open": list(value.open)}


KIND = DateKind()


@frozen(kw_only=True)
class _Outcome:
    """The phrase read in one calendar, one year and one choice of everything else."""

    calendar: str
    year: int | None
    choices: tuple[tuple[str, str], ...]
    core: Extents
    envelope: Extents
    phrase: Phrase


def _parse(text: str, context: Context) -> Phrase | None:
    """Return the phrase, or None when the words only relate to another day."""
    if not text.strip():
        raise UnreadableError("the date is empty", "write a day, month or year, or leave the value out")
    if context.notation == "edtf":
        return parse_edtf(text)
    text = text.strip()
    if text[-1] in "]}":
        text = _BLANK_IN_SET.sub(r"\1", text)
    if context.calendar:
        text = _YEAR_FIRST.sub(_padded, text)
    if looks_like_edtf(text) and not _is_bare_year(text):
        try:
            return parse_edtf(text)
        except NotEdtfError as problem:
            if problem.code != "date-not-edtf" and not _is_two_years(text):
                raise
    try:
        return parse_words(text, context.language)
    except UnreadableError:
        if is_relative(text, context):
            return None
        raise


def _is_old_new_year(choices: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether a year is counted from March, as nobody did in the Gregorian calendar beside another."""
    return any(cause == CAUSE and choice != JANUARY for cause, choice in choices)


def _padded(match: re.Match[str]) -> str:
    year, *rest = (part for part in match.groups() if part is not None)
    return "-".join((f"{int(year):04}", *(f"{int(part):02}" for part in rest)))


def _is_bare_year(text: str) -> bool:
    # "1335" is EDTF, yet in a place that counted other years it may be one of those.
    return text.isascii() and text.isdigit() and len(text) == 4


def _is_two_years(text: str) -> bool:
    # "1918-19" has the form of a month that does not exist, and is two years.
    return _TWO_YEARS.fullmatch(text) is not None and text[2:4] < text[5:]


def _calendars(phrase: Phrase, context: Context) -> tuple[Calendar, ...]:
    if phrase.calendar:
        return (find_calendar(phrase.calendar),)
    if context.calendar:
        return (find_calendar(context.calendar),)
    return (find_calendar("gregorian"),) if phrase.is_notation else plausible_calendars(phrase, context)


def _read_in_each(phrase: Phrase, calendars: tuple[Calendar, ...], context: Context) -> Iterator[_Outcome]:
    """
    Yield what each calendar, year and choice makes of the phrase.

    What does not exist in one of them drops out; when it exists in none, that is the problem.
    """
    problem: UnreadableError | None = None
    n_found = 0
    for calendar in calendars:
        try:
            years = (
                phrases_by_year(phrase, calendar, context.when) if lacks_year(phrase) else [(None, phrase)]
            )
        except UnreadableError as error:
            problem = problem or error
            continue
        for year, filled in years:
            for choices, chosen in _variants(filled, context.language):
                if len(calendars) > 1 and calendar is GREGORIAN and _is_old_new_year(choices):
                    continue
                try:
                    core, envelope = chosen.extents(calendar, context.tolerances)
                except UnreadableError as error:
                    problem = problem or error
                    continue
                n_found += 1
                yield _Outcome(
                    calendar=calendar.name,
                    year=year,
                    choices=choices,
                    core=core,
                    envelope=envelope,
                    phrase=chosen,
                )
    if not n_found and problem is not None:
        raise problem


def _variants(phrase: Phrase, language: str) -> Iterator[tuple[tuple[tuple[str, str], ...], Phrase]]:
    """Yield the phrase for each combination of what its words may mean; one cause is chosen once."""
    causes: dict[str, list[str]] = {}
    for point in phrase.moments():
        if isinstance(point, Moment) and point.choice is not None:
            for option in (point, *point.others):
                cause, choice = option.choice or point.choice
                causes.setdefault(cause, [])
                if choice not in causes[cause]:
                    causes[cause].append(choice)
    if not causes:
        yield (), phrase
        return
    if "numbers" in causes and language and not language.startswith("en"):
        causes["numbers"] = causes["numbers"][:1]
    for n, choices in enumerate(product(*causes.values())):
        if n >= _MOST_READINGS:
            raise UnreadableError("too many readings", "write one value for each date")
        chosen = tuple(zip(causes, choices, strict=True))
        yield chosen, phrase.with_moments(partial(_chosen, chosen))


def _chosen(choices: tuple[tuple[str, str], ...], moment: Moment) -> Moment:
    options = (moment, *moment.others)
    return next((option for option in options if option.choice in choices), moment)


def _readings(outcomes: list[_Outcome]) -> tuple[DateReading, ...]:
    """Return a reading for each outcome that differs, under what sets it apart from the others."""
    if len(outcomes) == 1:
        only = outcomes[0]
        return (
            DateReading(
                core=only.core, envelope=only.envelope, calendar=only.calendar, weekday=_weekday(only.phrase)
            ),
        )
    causes = [
        dict((*outcome.choices, ("calendar", outcome.calendar), ("year", str(outcome.year))))
        for outcome in outcomes
    ]
    several = {cause for cause in causes[0] if len({choices.get(cause) for choices in causes}) > 1}
    readings: dict[tuple[Extents, Extents], DateReading] = {}
    for outcome, choices in zip(outcomes, causes, strict=True):
        under = frozenset((cause, choice) for cause, choice in choices.items() if cause in several)
        key = (outcome.core, outcome.envelope)
        if key in readings:
            # Both choices come to the same days, so nothing hangs on what they differ in.
            readings[key] = evolve(readings[key], under=readings[key].under & under)
        else:
            readings[key] = DateReading(
                core=outcome.core,
                envelope=outcome.envelope,
                under=under,
                calendar=outcome.calendar,
                weekday=_weekday(outcome.phrase),
            )
    return tuple(readings.values())


def _weekday(phrase: Phrase) -> int | None:
    """Return the weekday that stands with the only day of a phrase; Monday is 0."""
    points = phrase.moments()
    point = points[0] if len(points) == 1 else None
    return point.weekday if isinstance(point, Moment) and point.unit == "day" else None


def _open(
    phrase: Phrase, readings: tuple[DateReading, ...], outcomes: list[_Outcome], context: Context
) -> tuple[str, ...]:
    notes = list(phrase.notes)
    if len(outcomes) > 1 or outcomes[0].year is not None:
        causes = _open_causes(readings)
        years = {outcome.year for outcome in outcomes if outcome.year is not None}
        if years and "year" not in causes:
            notes.append(f"the year {min(years)} is taken from the question")
        notes += [_choice_note(cause, list(choices)) for cause, choices in causes.items() if len(choices) > 1]
        is_told = "calendar" in causes
    else:
        is_told = False  # one outcome hangs on nothing
    moments = [point for point in phrase.moments() if isinstance(point, Moment)]
    if not (is_told or phrase.is_notation or phrase.calendar or context.calendar):
        notes += _calendar_note(phrase, moments, outcomes, context)
    if phrase.is_notation:
        notes += _point_notes(outcomes[0])  # patterns and estimates are written in EDTF alone
    if [moment for moment in moments if moment.weekday is not None]:
        notes += weekday_notes([case for outcome in outcomes for case in _weekdays(outcome)])
    return tuple(dict.fromkeys(notes))


def _open_causes(readings: tuple[DateReading, ...]) -> dict[str, dict[str, None]]:
    """Return the causes that readings differ in, each with its choices in order."""
    causes: dict[str, dict[str, None]] = {}
    for reading in readings:
        for cause, choice in sorted(reading.under):
            causes.setdefault(cause, {})[choice] = None
    return causes


def _choice_note(cause: str, choices: list[str]) -> str:
    either = f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else choices[0]
    if cause in ("calendar", "year"):
        return f"the {cause} is not stated: {either}"
    return f"{cause}: {either}"


def _calendar_note(
    phrase: Phrase, moments: list[Moment], outcomes: list[_Outcome], context: Context
) -> Iterator[str]:
    """Say so when nothing tells the calendar of a date that is fine enough to depend on it."""
    if is_ruled(phrase, context):
        return
    if [moment for moment in moments if moment.unit in _FINE]:
        last = outcomes[0].core.hull().last
        is_early = last is not None and last < _GREGORIAN_BEGINS
        where = f", since none is known for {context.place}" if context.place else ""
        yield f"calendar not stated: read as Gregorian{where}" + (
            ", though before 15 October 1582 only the Julian was in use" if is_early else ""
        )


_FINE = frozenset(("day", "month"))


def _point_notes(outcome: _Outcome) -> Iterator[str]:
    for point in outcome.phrase.moments():
        if isinstance(point, Mask):
            if point.is_coarse(find_calendar(outcome.calendar)):
                yield f"{point.text} has too many separate days to list: its outer bounds stand for them"
            continue
        if point.estimate is not None:
            yield f"estimated to be {point.estimate}"
        if outcome.phrase.is_notation and 21 <= point.season <= 24:
            yield "the hemisphere of the season is not stated: read as the northern"


def _weekdays(outcome: _Outcome) -> Iterator[DatedWeekday]:
    calendar = find_calendar(outcome.calendar)
    for point in outcome.phrase.moments():
        if isinstance(point, Moment) and point.weekday is not None and point.unit == "day":
            day = outcome.core.hull().first if outcome.phrase.op == "in" else point.days(calendar).first
            yield DatedWeekday(stated=point.weekday, day=day or 0, calendar=outcome.calendar)


def _reading_json(reading: Reading) -> JSON:
    core, envelope = reading.core, reading.envelope
    assert isinstance(core, Extents)  # noqa: S101 - this kind makes no other region
    assert isinstance(envelope, Extents)  # noqa: S101
    return {
        "calendar": reading.calendar if isinstance(reading, DateReading) else "gregorian",
        "core": _span_json(core.hull()),
        "envelope": _span_json(envelope.hull()),
        "spans": [_span_json(span) for span in separate_runs(core)],
        "begin": _span_json(core.begin),
        "end": _span_json(core.end),
    }


def _span_json(span: Span) -> list[str | None]:
    return [None if day is None else iso_day(day) for day in (span.first, span.last)]
