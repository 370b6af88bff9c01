"""Calendars that a date may be in which does not name its own, by place and time."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.data import read_table
from claimcheck.values.context import Context
from claimcheck.values.dates.calendars import CALENDARS, GREGORIAN, WESTERN_RUMI, Calendar
from claimcheck.values.dates.missing_year import falls_inside, lacks_year
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.dates.places import exists, place_names
from claimcheck.values.dates.tables import fold
from claimcheck.values.span import Span, parse_iso_day


@frozen(kw_only=True)
class _Rule:
    """Where, and until which day, which calendars were in use."""

    places: frozenset[str]
    until: int
    calendars: tuple[Calendar, ...]


@cache
def _rules() -> tuple[tuple[_Rule, ...], dict[str, tuple[int, int]]]:
    document: dict[str, Any] = read_table("calendars.toml")
    rules = tuple(
        _Rule(
            places=frozenset(fold(place) for place in row["places"]),
            until=parse_iso_day(row["until"]) or 0,
            calendars=tuple(_BY_NAME[name] for name in row["calendars"]),
        )
        for row in document["rule"]
    )
    return rules, {name: (low, high) for name, (low, high) in document["years"].items()}


_BY_NAME = {**CALENDARS, "western-rumi": WESTERN_RUMI}


_OTTOMAN = frozenset(("tr", "ottoman", "ottoman-year"))
"""What a month or a year may be called that tells of Ottoman calendars without a place."""


def plausible_calendars(phrase: Phrase, context: Context) -> tuple[Calendar, ...]:
    """
    Return the calendars that a date may be in which does not name its own; Gregorian when nothing tells.

    Teşrinievvel beside a year of 1256-1341 is Rumi, and "sene 1335" Rumi or Hijri, wherever they were
    written. A year such as 1325 in a place that counted Rumi or Hijri years is not a Western year. Beside a
    Turkish month it may be Rumi wherever it was written.
    """
    if not context.place and phrase.language not in _OTTOMAN:
        return (GREGORIAN,)
    numbers = [
        point.year for point in phrase.moments() if isinstance(point, Moment) and point.year is not None
    ]
    rules, limits = _rules()
    if phrase.language.startswith("ottoman") and _all_between(numbers, limits["rumi"]):
        is_year_alone = phrase.language == "ottoman-year"
        own_years = (CALENDARS["rumi"], CALENDARS["hijri"]) if is_year_alone else (CALENDARS["rumi"],)
        return _near_frame(own_years, phrase, context)
    names = place_names(phrase, context)
    western: dict[Calendar, None] = {}
    own: dict[Calendar, None] = {}
    for rule in rules:
        if rule.places.isdisjoint(names):
            continue
        for calendar in rule.calendars:
            low_high = limits.get(calendar.name) if calendar is not WESTERN_RUMI else None
            if low_high is None:
                if _begins_by(phrase, rule.until):
                    western[calendar] = None
            elif _all_between(numbers, low_high) and not (calendar.name != "rumi" and phrase.language):
                own[calendar] = None
    if not own and phrase.language == "tr" and _all_between(numbers, limits["rumi"]):
        return _near_frame((CALENDARS["rumi"], GREGORIAN), phrase, context)
    return _near_frame(tuple(own or western) or (GREGORIAN,), phrase, context)


def is_ruled(phrase: Phrase, context: Context) -> bool:
    """Tell whether it is known which calendars were in use at the place of the context."""
    if not context.place:
        return False
    names = place_names(phrase, context)
    return any(not rule.places.isdisjoint(names) for rule in _rules()[0])


def _all_between(numbers: list[int], limits: tuple[int, int]) -> bool:
    return bool(numbers) and all(limits[0] <= number <= limits[1] for number in numbers)


def _begins_by(phrase: Phrase, day: int) -> bool:
    """Tell whether the date, read as Gregorian, begins by the day; without a year it may."""
    if lacks_year(phrase):
        return True
    points = [point for point in phrase.moments() if exists(point)]
    # 29 February 1900 is no Gregorian day: all the more reason to try the other calendar.
    return not points or any((point.days(GREGORIAN).first or 0) <= day for point in points)


_FAR_DAYS = 36_525
"""A reading that lies a century off the question's frame is not plausible when another is near it."""


def _near_frame(calendars: tuple[Calendar, ...], phrase: Phrase, context: Context) -> tuple[Calendar, ...]:
    when = context.when
    if len(calendars) == 1 or when is None or lacks_year(phrase):
        return calendars
    wide = Span(
        None if when.first is None else when.first - _FAR_DAYS,
        None if when.last is None else when.last + _FAR_DAYS,
    )
    return tuple(calendar for calendar in calendars if falls_inside(phrase, calendar, wide)) or calendars
