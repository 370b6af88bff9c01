"""Dates as a historian writes them, read into bounds: the table of phrases and the laws of reading."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.date import KIND
from claimcheck.values.extents import Extents
from claimcheck.values.relation import Relation
from claimcheck.values.span import Span, parse_iso_day
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError, Value


def span(text: str) -> Span:
    """Return the span between two ISO days, ".." for a missing bound."""
    first, _, last = text.partition("/")
    return Span(parse_iso_day(first), parse_iso_day(last or first))


def read_json(text: str, context: Context = NO_CONTEXT) -> dict[str, Any]:
    """Return the JSON of the value that a text is read as."""
    return KIND.as_json(KIND.read(text, context), context)


def only(text: str, context: Context = NO_CONTEXT) -> dict[str, Any]:
    """Return the JSON of the one reading of a text."""
    readings = read_json(text, context)["readings"]

    assert len(readings) == 1, readings
    reading: dict[str, Any] = readings[0]
    return reading


def hull(reading: dict[str, Any], key: str = "core") -> str:
    """Return the outer bounds of a reading as one text."""
    return "/".join(day or ".." for day in reading[key])


UNCERTAINTIES = [
    # Single days, months, years
    ("17 March 1921", "1921-03-17/1921-03-17"),
    ("March 17, 1921", "1921-03-17/1921-03-17"),
    ("the 17th of March, 1921", "1921-03-17/1921-03-17"),
    ("on Thursday, 17 March 1921", "1921-03-17/1921-03-17"),
    ("the first of March 1921", "1921-03-01/1921-03-01"),
    ("17.03.1921", "1921-03-17/1921-03-17"),
    ("17.III.1921", "1921-03-17/1921-03-17"),
    ("3/17/1921", "1921-03-17/1921-03-17"),
    ("in March 1921", "1921-03-01/1921-03-31"),
    ("in the year 1921", "1921-01-01/1921-12-31"),
    ("15 March 44 BC", "-0043-03-15/-0043-03-15"),
    # Parts
    ("early March 1921", "1921-03-01/1921-03-10"),
    ("mid-March 1921", "1921-03-11/1921-03-20"),
    ("late March 1921", "1921-03-21/1921-03-31"),
    ("end of January 1920", "1920-01-21/1920-01-31"),
    ("first half of March 1921", "1921-03-01/1921-03-15"),
    ("second half of February 1920", "1920-02-16/1920-02-29"),
    ("the last week of March 1921", "1921-03-25/1921-03-31"),
    ("first months of 1920", "1920-01-01/1920-04-30"),
    ("late 1919", "1919-09-01/1919-12-31"),
    ("beginning of the 1920s", "1920-01-01/1923-04-30"),
    ("the early to mid-1920s", "1920-01-01/1926-08-31"),
    # Seasons, decades, centuries
    ("spring 1919", "1919-03-01/1919-05-31"),
    ("summer of 1919", "1919-06-01/1919-08-31"),
    ("winter of 1918-19", "1918-12-01/1919-02-28"),
    ("winter of 1911-12", "1911-12-01/1912-02-29"),
    ("1920s", "1920-01-01/1929-12-31"),
    ("19th century", "1801-01-01/1900-12-31"),
    ("the nineteenth century", "1801-01-01/1900-12-31"),
    ("5th century BC", "-0499-01-01/-0400-12-31"),
    # Between, nights, weeks, alternatives
    ("between 11 and 17 March 1921", "1921-03-11/1921-03-17"),
    ("between 1921-03-11 and 1921-03-17", "1921-03-11/1921-03-17"),
    ("between 28 February and 3 March 1921", "1921-02-28/1921-03-03"),
    ("between December and January 1920", "1919-12-01/1920-01-31"),
    ("the night of 27/28 April 1920", "1920-04-27/1920-04-28"),
    ("the night of 27 April 1920", "1920-04-27/1920-04-28"),
    ("the night between 5 and 6 February 1920", "1920-02-05/1920-02-06"),
    ("27/28 April 1920", "1920-04-27/1920-04-28"),
    ("week ending 19 February 1920", "1920-02-13/1920-02-19"),
    ("week beginning 2 February 1920", "1920-02-02/1920-02-08"),
    ("5 or 6 February 1920", "1920-02-05/1920-02-06"),
    ("5, 6 or 8 February 1920", "1920-02-05/1920-02-08"),
    ("July and August 1919", "1919-07-01/1919-08-31"),
    ("17 March, 5 April and 9 May 1921", "1921-03-17/1921-05-09"),
    ("March 5, 6 and 7, 1921", "1921-03-05/1921-03-07"),
    ("late 1919 or early 1920", "1919-09-01/1920-04-30"),
    ("18th or 19th century", "1701-01-01/1900-12-31"),
    ("[c. 1921]", "1921-01-01/1921-12-31"),
    ("on the evening of 5 March 1921", "1921-03-05/1921-03-05"),
    ("1918/19", "1918-01-01/1919-12-31"),
    ("4/17 March 1921", "1921-03-17/1921-03-17"),
    ("28 February/13 March 1918", "1918-03-13/1918-03-13"),
    # One bound
    ("by 23 February 1921", "../1921-02-23"),
    ("not later than 18 March 1921", "../1921-03-18"),
    ("18 March 1921 at the latest", "../1921-03-18"),
    ("before March 1921", "../1921-02-28"),
    ("before the end of 1920", "../1920-12-31"),
    ("after the beginning of March 1921", "1921-03-01/.."),
    ("not before 9 and not after 17 March 1921", "1921-03-09/1921-03-17"),
    ("after 5 March but before 9 March 1921", "1921-03-06/1921-03-08"),
    ("after March 1921", "1921-04-01/.."),
    ("on or after 3 May 1920", "1920-05-03/.."),
    ("not before 3 May 1920", "1920-05-03/.."),
    ("3 May 1920 or later", "1920-05-03/.."),
]


@pytest.mark.parametrize(("text", "bounds"), UNCERTAINTIES)
def test_words_of_some_day_within_bound_the_day(text: str, bounds: str) -> None:
    """
    "In", "between", "by" and their like say that it was on some day within, and no more.
    """
    value = KIND.read(text, NO_CONTEXT)
    (reading,) = value.readings

    assert isinstance(reading.core, Extents)
    assert reading.core.is_uncertainty
    assert hull(only(text)) == bounds


EXTENTS = [
    ("11-17 March 1921", ("1921-03-11/1921-03-11", "1921-03-17/1921-03-17")),
    ("11–17 March 1921", ("1921-03-11/1921-03-11", "1921-03-17/1921-03-17")),
    ("March 11-17, 1921", ("1921-03-11/1921-03-11", "1921-03-17/1921-03-17")),
    ("23 February - 17 March 1921", ("1921-02-23/1921-02-23", "1921-03-17/1921-03-17")),
    ("from 23 February to 17 March 1921", ("1921-02-23/1921-02-23", "1921-03-17/1921-03-17")),
    ("from 23 February until 17 March 1921", ("1921-02-23/1921-02-23", "1921-03-17/1921-03-17")),
    ("1921-02-23/1921-03-17", ("1921-02-23/1921-02-23", "1921-03-17/1921-03-17")),
    ("December 1919 - January 1920", ("1919-12-01/1919-12-31", "1920-01-01/1920-01-31")),
    ("December - January 1920", ("1919-12-01/1919-12-31", "1920-01-01/1920-01-31")),
    ("1918-1921", ("1918-01-01/1918-12-31", "1921-01-01/1921-12-31")),
    ("1918-19", ("1918-01-01/1918-12-31", "1919-01-01/1919-12-31")),
    ("1901–05", ("1901-01-01/1901-12-31", "1905-01-01/1905-12-31")),
    ("1920s–30s", ("1920-01-01/1929-12-31", "1930-01-01/1939-12-31")),
    ("44-31 BC", ("-0043-01-01/-0043-12-31", "-0030-01-01/-0030-12-31")),
    ("throughout March 1921", ("1921-03-01/1921-03-01", "1921-03-31/1921-03-31")),
    ("until 5 March 1921", ("../1921-03-05", "1921-03-05/1921-03-05")),
    ("since 5 March 1921", ("1921-03-05/1921-03-05", "1921-03-05/..")),
    ("from 5 March 1921 onwards", ("1921-03-05/1921-03-05", "1921-03-05/..")),
]


@pytest.mark.parametrize(("text", "ends"), EXTENTS)
def test_words_of_a_stretch_bound_its_begin_and_its_end(text: str, ends: tuple[str, str]) -> None:
    """
    An interval says when something began and when it ended, or one of the two.
    """
    reading = only(text)

    assert (hull(reading, "begin"), hull(reading, "end")) == ends


def test_an_extent_is_not_an_uncertainty() -> None:
    """
    "11-17 March" has one stretch, "between 11 and 17 March" any within: the first refines the second.
    """
    extent = KIND.read("11-17 March 1921", NO_CONTEXT)
    uncertainty = KIND.read("between 11 and 17 March 1921", NO_CONTEXT)

    comparison = compare_values(extent, uncertainty)

    assert (comparison.relation, comparison.narrower) == (Relation.REFINES, "a")
    assert compare_values(KIND.read("12 March 1921", NO_CONTEXT), extent).relation.is_conflict


HEDGED = [
    ("c. 1850", "1849-01-01/1851-12-31"),
    ("about 5 March 1921", "1921-03-04/1921-03-06"),
    ("5 March 1921?", "1921-03-04/1921-03-06"),
    ("around March 1921", "1921-02-01/1921-04-30"),
    ("probably 1920", "1919-01-01/1921-12-31"),
    ("about the 1920s", "1915-01-01/1934-12-31"),
    ("early March 1921", "1921-03-01/1921-03-15"),
    ("mid-March 1921", "1921-03-06/1921-03-25"),
    ("spring 1919", "1919-02-07/1919-06-22"),
    ("19th century", "1800-01-01/1900-12-31"),
    ("before about 5 March 1921", "../1921-03-05"),
    ("after about 5 March 1921", "1921-03-05/.."),
    ("between about 5 and 9 March 1921", "1921-03-04/1921-03-09"),
]


@pytest.mark.parametrize(("text", "envelope"), HEDGED)
def test_a_hedge_widens_the_envelope(text: str, envelope: str) -> None:
    """
    Caution widens what the words tolerate, by the figures of the default profile.
    """
    assert hull(only(text), "envelope") == envelope


@pytest.mark.parametrize("text", ["c. 1850", "about 5 March 1921", "perhaps March 1921", "circa 1920s"])
def test_a_hedge_leaves_the_core_alone(text: str) -> None:
    """
    A hedged date asserts the same days as one without the hedge.
    """
    bare = text.split(" ", 1)[1]

    assert only(text)["core"] == only(bare)["core"]
    assert only(bare)["envelope"] == only(bare)["core"]


def test_profiles_differ_in_the_envelope_alone() -> None:
    """
    The strict profile grants no hedge, the museum's five years.
    """
    strict = Context(tolerances=Tolerances(profile="strict"))
    museum = Context(tolerances=Tolerances(profile="museum"))

    assert hull(only("c. 1850", strict), "envelope") == "1850-01-01/1850-12-31"
    assert hull(only("c. 1850", museum), "envelope") == "1845-01-01/1855-12-31"
    assert hull(only("early March 1921", strict), "envelope") == "1921-03-01/1921-03-10"


LANGUAGES = [
    ("le 17 mars 1921", "1921-03-17/1921-03-17"),
    ("1er août 1919", "1919-08-01/1919-08-01"),
    ("début mars 1921", "1921-03-01/1921-03-10"),
    ("entre le 11 et le 17 mars 1921", "1921-03-11/1921-03-17"),
    ("du 11 au 17 mars 1921", "1921-03-11/1921-03-17"),
    ("la nuit du 27 au 28 avril 1920", "1920-04-27/1920-04-28"),
    ("XIXe siècle", "1801-01-01/1900-12-31"),
    ("au début des années 1920", "1920-01-01/1923-04-30"),
    ("avant le 18 mars 1921", "../1921-03-17"),
    ("l'été de 1919", "1919-06-01/1919-08-31"),
    ("am 17. März 1921", "1921-03-17/1921-03-17"),
    ("Anfang Maerz 1921", "1921-03-01/1921-03-10"),
    ("zwischen dem 11. und 17. März 1921", "1921-03-11/1921-03-17"),
    ("vom 11. bis zum 17. März 1921", "1921-03-11/1921-03-17"),
    ("in der Nacht vom 27. auf den 28. April 1920", "1920-04-27/1920-04-28"),
    ("19. Jahrhundert", "1801-01-01/1900-12-31"),
    ("spätestens am 18. März 1921", "../1921-03-18"),
    ("17 MART 1921", "1921-03-17/1921-03-17"),
    ("Mart 1921 başında", "1921-03-01/1921-03-10"),
    ("11 ile 17 Mart 1921 arasında", "1921-03-11/1921-03-17"),
    ("11 Mart'tan 17 Mart 1921'e kadar", "1921-03-11/1921-03-17"),
    ("17 Mart 1921’den önce", "../1921-03-16"),
    ("1920'lerin başında", "1920-01-01/1923-04-30"),
    ("27/28 Nisan 1920 gecesi", "1920-04-27/1920-04-28"),
    ("17 марта 1921 г.", "1921-03-17/1921-03-17"),
    ("в начале марта 1921 г.", "1921-03-01/1921-03-10"),
    ("между 11 и 17 марта 1921 года", "1921-03-11/1921-03-17"),
    ("с 11 по 17 марта 1921 г.", "1921-03-11/1921-03-17"),
    ("в ночь с 27 на 28 апреля 1920 г.", "1920-04-27/1920-04-28"),
    ("не позднее 18 марта 1921", "../1921-03-18"),
    ("1920-е годы", "1920-01-01/1929-12-31"),
    ("XIX век", "1801-01-01/1900-12-31"),
]


@pytest.mark.parametrize(("text", "bounds"), LANGUAGES)
def test_dates_are_read_in_five_languages(text: str, bounds: str) -> None:
    """
    French, German, Turkish and Russian words are read without being told the language.
    """
    assert hull(only(text)) == bounds


YEAR = span("1921-01-01/1921-12-31")
WINTER = span("1920-11-01/1921-03-31")


@pytest.mark.parametrize(
    ("text", "when", "bounds", "year"),
    [
        ("17 March", YEAR, "1921-03-17/1921-03-17", 1921),
        ("17 March", WINTER, "1921-03-17/1921-03-17", 1921),
        ("5 November", WINTER, "1920-11-05/1920-11-05", 1920),
        ("17 March '21", YEAR, "1921-03-17/1921-03-17", 1921),
        ("23 February - 17 March", WINTER, "1921-02-23/1921-03-17", 1921),
        ("December - January", WINTER, "1920-12-01/1921-01-31", 1920),
        ("by 23 February", YEAR, "../1921-02-23", 1921),
        ("5 June", span("1921-03-11/1921-03-20"), "1921-06-05/1921-06-05", 1921),
    ],
)
def test_a_missing_year_is_taken_from_the_frame(text: str, when: Span, bounds: str, year: int) -> None:
    """
    Where the question's frame leaves one year, the date has it, and says whence.
    """
    context = Context(when=when)

    assert hull(only(text, context)) == bounds
    assert f"the year {year} is taken from the question" in read_json(text, context)["open"]


def test_a_frame_that_leaves_two_years_leaves_two_readings() -> None:
    """
    A date that falls inside in neither year of the frame stays open between them.
    """
    value = KIND.read("5 June", Context(when=WINTER))

    assert [reading.under for reading in value.readings] == [{("year", "1920")}, {("year", "1921")}]
    assert "the year is not stated: 1920 or 1921" in value.open


@pytest.mark.parametrize(
    "when", [None, Span(None, None), span("1921-01-01/.."), span("1900-01-01/1960-12-31")]
)
def test_no_year_is_guessed(when: Span | None) -> None:
    """
    Without a frame that determines it, a date without a year is a problem of the input.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read("17 March", Context(when=when))

    assert caught.value.code == "date-year-missing"
    assert caught.value.hint


def test_relative_words_count_from_the_day_of_the_context() -> None:
    """
    "The following day" is a date when it is known which day it follows, and a problem when not.
    """
    context = Context(day=span("1921-03-17"))

    assert hull(only("the following day", context)) == "1921-03-18/1921-03-18"
    assert hull(only("within a week after", context)) == "1921-03-17/1921-03-24"
    assert hull(only("more than two days later", context)) == "1921-03-20/.."
    with pytest.raises(UnreadableError) as caught:
        KIND.read("the following day", NO_CONTEXT)
    assert caught.value.code == "date-relative"


@pytest.mark.parametrize(
    ("text", "cause", "cores"),
    [
        ("1731/2", "new year", ["1732-01-01/1732-12-31", "1731-03-25/1732-03-24"]),
        ("5 April 1731/2", "new year", ["1732-04-05/1732-04-05", "1731-04-05/1731-04-05"]),
        ("March 1918/19", "split year", ["1918-03-01/1918-03-31", "1919-03-01/1919-03-31"]),
        ("1900s", "the 1900s", ["1900-01-01/1909-12-31", "1900-01-01/1999-12-31"]),
        ("winter 1919", "the winter of 1919", ["1918-12-01/1919-02-28", "1919-12-01/1920-02-29"]),
        ("3/5/1921", "numbers", ["1921-05-03/1921-05-03", "1921-03-05/1921-03-05"]),
    ],
)
def test_words_with_two_meanings_have_two_readings(text: str, cause: str, cores: list[str]) -> None:
    """
    What the words leave open stays open, under a named cause, and `open` says so.
    """
    value = KIND.read(text, NO_CONTEXT)

    assert [hull(reading) for reading in read_json(text)["readings"]] == cores
    assert all(cause in dict(reading.under) for reading in value.readings)
    assert any(cause in note for note in value.open)


def test_two_meanings_that_come_to_one_day_are_one_reading() -> None:
    """
    11 February 1731/2 is one day, however the writer counted the year.
    """
    assert hull(only("11 February 1731/2")) == "1732-02-11/1732-02-11"
    assert hull(only("3/3/1921")) == "1921-03-03/1921-03-03"


def test_a_language_settles_the_order_of_figures() -> None:
    """
    In French, 3/5/1921 is the third of May.
    """
    assert hull(only("3/5/1921", Context(language="fr"))) == "1921-05-03/1921-05-03"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Friday, 17 March 1921", "the weekday does not fit: 1921-03-17 was a Thursday, not a Friday"),
        ("17 March 1921", "calendar not stated: read as Gregorian"),
        ("1921-03-17/", "the end is unknown"),
        ("/1921-03-17", "the begin is unknown"),
        ("1921-03-17T10:30:00Z", "the time of day is not compared"),
    ],
)
def test_what_is_left_open_is_said(text: str, note: str) -> None:
    """
    `open` names what the reader took for granted, could not use or does not know.
    """
    assert note in read_json(text)["open"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "value-unreadable"),
        ("   ", "value-unreadable"),
        ("soon", "value-unreadable"),
        ("17 March 1921 at Batumi", "value-unreadable"),
        ("17 March 1921 1922", "value-unreadable"),
        ("between 1921", "value-unreadable"),
        ("by 5 March and after 3 March 1921", "value-unreadable"),
        ("x" * 10_000, "value-unreadable"),
        ("1" * 10_000, "value-unreadable"),
        ("1921-02-30", "date-nonexistent"),
        ("30 February 1921", "date-nonexistent"),
        ("1900-02-29", "date-nonexistent"),
        ("31.04.1921", "date-nonexistent"),
        ("1921-13", "date-nonexistent"),
        ("0 March 1921", "date-nonexistent"),
        ("between 17 and 11 March 1921", "date-reversed"),
        ("1921/1919", "date-reversed"),
        ("17 1921", "date-month-missing"),
        ("the 20s", "date-year-missing"),
        ("0th century", "value-unreadable"),
        ("not before 9 and not after 5 March 1921", "date-reversed"),
        ("before 5 and after 9 March 1921", "value-unreadable"),
    ],
)
def test_what_is_no_date_is_a_problem(text: str, code: str) -> None:
    """
    Words that name no day, or one that never was, are refused with a stable code and no traceback.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, NO_CONTEXT)

    assert caught.value.code == code
    assert len(caught.value.message) < 500 or len(text) > 300


@given(st.dates())
def test_an_iso_day_is_that_day(day: date) -> None:
    """
    Any ISO date is read as itself, in one run and without tolerance.
    """
    reading = only(day.isoformat())

    assert reading["core"] == reading["envelope"] == [day.isoformat()] * 2
    assert reading["spans"] == [reading["core"]]


@given(st.dates(min_value=date(100, 1, 1)))
def test_words_and_figures_of_one_day_agree(day: date) -> None:
    """
    A day written out and the same day in EDTF are the same value.
    """
    written = KIND.read(f"{day.day} {day:%B} {day.year:04}", NO_CONTEXT)
    figures = KIND.read(day.isoformat(), NO_CONTEXT)

    assert compare_values(written, figures).relation is Relation.AGREES


_PIECES = """
17 March mart 1921 1921-03-17 1731/2 XX 156X early between and or to by not later than until the of c. about
~ ? % / .. , [ ] { } - – Y S2 E5 T10:30 century 19th XIXe 1920s '21 winter spring week ending night Monday BC
O.S. hijri Ramazan an III vendémiaire от до arasında 'den kadar
"""


def texts() -> st.SearchStrategy[str]:
    """Return arbitrary text, and text made of the pieces that dates are made of."""
    pieces = st.lists(st.sampled_from(_PIECES.split()), max_size=8)
    return st.one_of(st.text(max_size=40), pieces.map(" ".join), pieces.map("".join))


@given(
    texts(),
    st.sampled_from(["words", "edtf"]),
    st.sampled_from(["", "en", "fr", "tr", "xx"]),
    st.sampled_from(["", "julian", "rumi", "hijri", "republican", "lunar"]),
    st.sampled_from([None, YEAR, WINTER, Span(None, None)]),
)
def test_any_text_is_a_date_or_a_problem(
    text: str, notation: str, language: str, calendar: str, when: Span | None
) -> None:
    """
    No text raises anything but `UnreadableError`, and what is read can be written as JSON.
    """
    context = Context(notation=notation, language=language, calendar=calendar, when=when)
    try:
        value = KIND.read(text, context)
    except UnreadableError:
        return

    assert json.dumps(KIND.as_json(value, context))
    assert value.text == text.strip()


PHRASES = st.sampled_from([text for text, _ in (*UNCERTAINTIES, *EXTENTS, *HEDGED)])


@given(PHRASES, PHRASES)
def test_widening_never_makes_a_conflict(a: str, b: str) -> None:
    """
    Two dates that do not conflict without tolerance do not conflict with it.
    """
    bare = [_without_tolerance(KIND.read(text, NO_CONTEXT)) for text in (a, b)]
    wide = [KIND.read(text, NO_CONTEXT) for text in (a, b)]

    without = compare_values(*bare).relation
    assert without.is_conflict or not compare_values(*wide).relation.is_conflict


def _without_tolerance(value: Value) -> Value:
    return evolve(value, readings=tuple(evolve(reading, envelope=reading.core) for reading in value.readings))


@given(PHRASES)
def test_reading_is_deterministic(text: str) -> None:
    """
    The same words give the same value.
    """
    assert KIND.read(text, NO_CONTEXT) == KIND.read(text, NO_CONTEXT)
