"""Years that began in March: what "10 February 1720" means where the year began on Lady Day."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import evolve, frozen

from claimcheck.data import read_table
from claimcheck.values.context import Context
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.dates.places import place_names
from claimcheck.values.dates.tables import fold

CAUSE = "new year"
JANUARY = "1 January"


@frozen(kw_only=True)
class _Style:
    """Where, and to which year, the year began on another day than 1 January."""

    places: frozenset[str]
    last_year: int
    begins: tuple[int, int]
    label: str


@cache
def _styles() -> tuple[_Style, ...]:
    document: dict[str, Any] = read_table("calendars.toml")
    return tuple(
        _Style(
            places=frozenset(fold(place) for place in row["places"]),
            last_year=row["last-year"],
            begins=(row["month"], row["day"]),
            label=row["label"],
        )
        for row in document["new-year"]
    )


def with_new_years(phrase: Phrase, context: Context) -> Phrase:
    """
    Return the phrase with a second year for each day that the style of its place puts in the next one.

    Editors count from 1 January or leave the year as it was written; which, the date alone does not tell.
    A dual year ("10 February 1720/1") says it, and so does the new style.
    """
    if not context.place or "gregorian" in (phrase.calendar, context.calendar):
        return phrase
    early = [point for point in phrase.moments() if isinstance(point, Moment) and _may_be_early(point)]
    if not early:
        return phrase
    names = place_names(phrase, context)
    styles = [style for style in _styles() if not style.places.isdisjoint(names)]
    return phrase.with_moments(lambda moment: _in_styles(moment, styles)) if styles else phrase


def _may_be_early(moment: Moment) -> bool:
    is_open = moment.choice is None and moment.year is not None and moment.feast is None
    return is_open and moment.unit in ("day", "month") and (moment.month or 0) <= 3


def _in_styles(moment: Moment, styles: list[_Style]) -> Moment:
    if not _may_be_early(moment):
        return moment
    others = tuple(
        evolve(moment, year=(moment.year or 0) + 1, choice=(CAUSE, style.label))
        for style in styles
        if (moment.year or 0) <= style.last_year and (moment.month or 0, moment.day or 1) < style.begins
    )
    return evolve(moment, choice=(CAUSE, JANUARY), others=others) if others else moment
