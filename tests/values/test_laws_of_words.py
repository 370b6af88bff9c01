"""
The laws of the algebra where values come from words: what a source writes, in any unit or calendar.

The laws over bare regions are in `test_laws.py`. Here the reader stands between: figures in different
units, days in different calendars, phrases of every language.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.data import read_data
from claimcheck.values.algebra import compare_values
from claimcheck.values.context import Context
from claimcheck.values.dates.calendars import CALENDARS
from claimcheck.values.kind import Kind, find_kind
from claimcheck.values.relation import Relation
from claimcheck.values.span import day_number, iso_day
from claimcheck.values.value import UnreadableError, Value

# All five calendars count this stretch: Rumi from 1840, the Republican ended in 1805.
MODERN = st.integers(day_number(1840, 3, 14), day_number(1925, 12, 31))
REPUBLICAN = st.integers(day_number(1792, 9, 22), day_number(1805, 12, 31))
LENGTHS = ("verst", "kilometre", "mile", "arshin", "sazhen", "metre")
BOUNDS = ("{}", "over {}", "at least {}", "up to {}", "fewer than {}", "about {}", "nearly {}")


def kind(name: str) -> Kind:
    """Return one of our own kinds."""
    found = find_kind(name)
    assert found is not None
    return found


def written_in(calendar: str, day: int) -> Value:
    """Return a day as it is read from the figures of a calendar."""
    place = CALENDARS[calendar].locate(day)
    assert place is not None
    year, month, day_of_month = place
    return kind("date").read(f"{year:04}-{month:02}-{day_of_month:02}", Context(calendar=calendar))


@given(
    days=st.tuples(MODERN, MODERN),
    calendars=st.tuples(*[st.sampled_from(("gregorian", "julian", "rumi"))] * 4),
)
def test_calendars_change_no_relation(days: tuple[int, int], calendars: tuple[str, ...]) -> None:
    """
    Two days stand to each other as they do in whichever calendars each of them is written.
    """
    here, there = calendars[:2], calendars[2:]
    outcomes = {
        compare_values(written_in(left, days[0]), written_in(right, days[1])).relation
        for left, right in (here, there)
    }

    assert len(outcomes) == 1
    assert outcomes <= {Relation.AGREES, Relation.NECESSARY_CONFLICT}


@given(day=REPUBLICAN)
def test_a_republican_day_is_its_gregorian_one(day: int) -> None:
    """
    A day of the French Republic agrees with the same day in any other calendar.
    """
    republican, julian = written_in("republican", day), written_in("julian", day)

    assert compare_values(republican, julian).relation is Relation.AGREES
    assert str(republican.readings[0].core) == str(
        kind("date").read(iso_day(day), Context()).readings[0].core
    )


@given(day=MODERN, off=st.integers(-3, 3))
def test_a_computed_hijri_day_may_be_one_off(day: int, off: int) -> None:
    """
    Reckoning may miss the sighted month by a day: a neighbour is tolerated, two days off is a conflict.
    """
    hijri, other = written_in("hijri", day), written_in("gregorian", day + off)
    expected = (Relation.AGREES, Relation.POSSIBLE_CONFLICT)[min(abs(off), 1)]

    relation = compare_values(hijri, other).relation

    assert relation is (expected if abs(off) < 2 else Relation.NECESSARY_CONFLICT)


@cache
def _factors() -> dict[str, Fraction]:
    units = tomllib.loads(read_data("units.toml"))["unit"]
    return {unit["id"]: Fraction(unit["factor"]) for unit in units if unit["id"] in LENGTHS}


@given(
    figure=st.integers(1, 900).map(lambda n: Fraction(n, 2)),
    bound=st.sampled_from(BOUNDS),
    unit=st.sampled_from(LENGTHS),
    metric=st.sampled_from(("kilometre", "metre")),
)
def test_units_change_no_core(figure: Fraction, bound: str, unit: str, metric: str) -> None:
    """
    What is asserted in an old unit and, converted exactly, in a metric one agrees.
    """
    factors = _factors()
    converted = figure * factors[unit] / factors[metric]

    a, b = (
        kind("quantity").read(bound.format(f"{_decimal(number)} {name}"), Context(language="en"))
        for number, name in ((figure, unit), (converted, metric))
    )

    assert compare_values(a, b).relation is Relation.AGREES


def _decimal(number: Fraction) -> str:
    """Return a fraction of tens in decimals, exactly, without marks of thousands."""
    text = f"{Decimal(number.numerator) / Decimal(number.denominator):f}"
    assert Fraction(text) == number
    return text


def _words() -> list[str]:
    words: list[str] = []
    for name in ("date_words", "numerals", "months"):
        waiting: list[object] = [tomllib.loads(read_data(f"{name}.toml"))]
        while waiting:
            each = waiting.pop()
            if isinstance(each, dict):
                waiting.extend(each.values())
            elif isinstance(each, list):
                waiting.extend(each)
            elif isinstance(each, str):
                words.extend(each.replace("|", " ").split())
    return sorted(set(words))


PIECES = (
    *_words(),
    *"0123456789/-.,~?%()[]{}XYE’–½",
    "1921",
    "12",
    "31",
    "1325",
    "3,000",
    "20.000",
    "1921-03",
)


def read_or_refusal(name: str, text: str, context: Context) -> Value | UnreadableError:
    """Return what a kind makes of a text, a refusal included."""
    try:
        return kind(name).read(text, context)
    except UnreadableError as refusal:
        return refusal


@pytest.mark.parametrize("name", ["date", "quantity", "order"])
@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=7),
    joint=st.sampled_from((" ", " ", "", "-")),
    language=st.sampled_from(("", "en", "fr", "de", "tr", "ru")),
    place=st.sampled_from(("", "Russia", "Ottoman Empire", "England")),
)
def test_any_words_are_read_soundly_or_refused(
    name: str, pieces: list[str], joint: str, language: str, place: str
) -> None:
    """
    Whatever the words: a refusal says what to write; a value has each core inside its envelope, does not
    contradict itself, names what sets its readings apart, and can be told.
    """
    context = Context(language=language, place=place)
    value = read_or_refusal(name, joint.join(pieces), context)
    if isinstance(value, UnreadableError):
        assert value.message
        assert value.hint
        return

    assert all(reading.core.within(reading.envelope) for reading in value.readings)
    assert compare_values(value, value).relation is not Relation.NECESSARY_CONFLICT
    assert all(str(reading.core) and str(reading.envelope) for reading in value.readings)
    assert len(value.readings) == 1 or value.open
    assert kind(name).as_json(value, context)["readings"]
