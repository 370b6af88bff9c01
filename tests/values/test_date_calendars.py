"""Dates of other calendars: stated with the value, named by its words, or plausible there and then."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.date import KIND
from claimcheck.values.dates.calendars import CALENDARS, julian_day_number
from claimcheck.values.dates.easter import easter_day
from claimcheck.values.register import Containment, Entry, Form, Register
from claimcheck.values.relation import Relation
from claimcheck.values.span import Span, day_number, iso_day, parse_iso_day
from claimcheck.values.value import UnreadableError


def readings(text: str, context: Context = NO_CONTEXT) -> list[dict[str, Any]]:
    """Return the JSON readings of a text."""
    found: list[dict[str, Any]] = KIND.as_json(KIND.read(text, context), context)["readings"]
    return found


def only_day(text: str, context: Context = NO_CONTEXT) -> str:
    """Return the one day that a text is read as."""
    (reading,) = readings(text, context)
    first, last = reading["core"]

    assert first == last
    return str(first)


@given(st.integers(-4000, 6000), st.integers(1, 12), st.integers(1, 28))
def test_julian_days_agree_with_an_independent_formula(year: int, month: int, day: int) -> None:
    """
    Our count of Julian days is that of E. G. Richards, Mapping Time (1998), shifted to our first day.
    """
    richards = 367 * year - 7 * (year + 5001 + int((month - 9) / 7)) // 4 + 275 * month // 9 + day + 1_729_777

    assert julian_day_number(year, month, day) == richards - 1_721_425


@given(st.sampled_from(sorted(CALENDARS)), st.integers(1, 2100))
def test_the_months_of_a_year_follow_without_gap(name: str, year: int) -> None:
    """
    In every calendar the months of a year cover each of its days once, and each day finds its own place.
    """
    calendar = CALENDARS[name]
    days = calendar.year(year)
    if days is None:
        return
    months = [calendar.month(year, month) for month in range(1, calendar.n_months + 1)]
    spans = sorted(month for month in months if month is not None)

    assert (spans[0].first, spans[-1].last) == (days.first, days.last)
    assert all((a.last or 0) + 1 == b.first for a, b in pairwise(spans))
    assert abs(calendar.year_near(days.first or 0) - year) <= 1
    for month, span in enumerate(months, 1):
        if span is not None:
            assert calendar.locate(span.first or 0) == (year, month, 1)


@given(st.integers(1256, 1341), st.integers(1, 12), st.integers(-30, 30))
def test_shifting_rumi_months_counts_those_that_exist(year: int, month: int, count: int) -> None:
    """
    Moving by months and back leads to where it began, whenever both months existed.
    """
    rumi = CALENDARS["rumi"]
    there = rumi.shifted(year, month, count)
    if rumi.month(year, month) is None or rumi.month(*there) is None:
        return

    assert rumi.shifted(*there, -count) == (year, month)


JULIAN = [
    ("1582-10-05", "1582-10-15"),
    ("1709-06-27", "1709-07-08"),
    ("1825-12-14", "1825-12-26"),
    ("1905-01-09", "1905-01-22"),
    ("1917-10-25", "1917-11-07"),
    ("1900-02-29", "1900-03-13"),
]

# Days whose double dates are in every handbook of Ottoman history: laws and treaties bear the Rumi date,
# and their Western date is known apart from any conversion.
RUMI = [
    ("1292-12-11", "1876-12-23"),  # the first constitution
    ("1293-04-12", "1877-04-24"),  # Russia declares war: "the war of '93"
    ("1293-02-19", "1878-03-03"),  # San Stefano: February still belongs to the year that began in March
    ("1294-07-01", "1878-07-13"),  # the treaty of Berlin
    ("1324-07-10", "1908-07-23"),  # its return
    ("1325-03-31", "1909-04-13"),  # the incident named after this day
    ("1325-04-14", "1909-04-27"),  # the deposition of Abdülhamid II
    ("1328-01-10", "1913-01-23"),  # the raid on the Sublime Porte
    ("1330-07-21", "1914-08-03"),  # the first day of mobilisation
    ("1331-03-05", "1915-03-18"),  # the naval attack on the Dardanelles
    ("1331-04-12", "1915-04-25"),  # the landings at Gallipoli
    ("1331-05-14", "1915-05-27"),  # the law of deportation
    ("1332-02-08", "1917-02-21"),  # the law that ended the Julian count of days
    ("1332-02-15", "1917-02-28"),  # the last day before the jump
    ("1333-03-01", "1917-03-01"),  # the first after it
    ("1333-12-31", "1917-12-31"),  # the last of a year of ten months
    ("1334-01-01", "1918-01-01"),
    ("1334-10-30", "1918-10-30"),  # the armistice of Mudros
    ("1335-05-19", "1919-05-19"),  # the landing at Samsun
    ("1336-04-23", "1920-04-23"),  # the opening of the Assembly
    ("1336-08-10", "1920-08-10"),  # Sèvres
    ("1337-03-16", "1921-03-16"),  # the treaty of Moscow
    ("1339-07-24", "1923-07-24"),  # the treaty of Lausanne
    ("1339-10-29", "1923-10-29"),  # the Republic
    ("1341-12-26", "1925-12-26"),  # the law that ended the Rumi count of years
]

REPUBLICAN = [
    ("0001-01-01", "1792-09-22"),
    ("0002-11-09", "1794-07-27"),
    ("4-01-13", "1795-10-05"),
    ("8-02-18", "1799-11-09"),
    ("0003-13-06", "1795-09-22"),
]


@pytest.mark.parametrize(
    ("calendar", "text", "day"),
    [
        *(("julian", *pair) for pair in JULIAN),
        *(("rumi", *pair) for pair in RUMI),
        *(("republican", *pair) for pair in REPUBLICAN),
        ("gregorian", "1917-10-25", "1917-10-25"),
        ("hijri", "1329-04-21", "1911-04-21"),
    ],
)
def test_attested_days_of_stated_calendars(calendar: str, text: str, day: str) -> None:
    """
    A numeric date of a stated calendar is written year-month-day, and falls where history has it.
    """
    assert only_day(text, Context(calendar=calendar)) == day
    assert readings(text, Context(calendar=calendar))[0]["calendar"] == calendar


@pytest.mark.parametrize(
    ("text", "day", "calendar"),
    [
        ("25 October 1917 (O.S.)", "1917-11-07", "julian"),
        ("25 октября 1917 г. (ст. ст.)", "1917-11-07", "julian"),
        ("18 brumaire an VIII", "1799-11-09", "republican"),
        ("9 thermidor II", "1794-07-27", "republican"),
        ("21 Rebiülahir 1329", "1911-04-21", "hijri"),
        ("31 Mart 1325 (rumi)", "1909-04-13", "rumi"),
    ],
)
def test_words_may_name_their_calendar(text: str, day: str, calendar: str) -> None:
    """
    A month of its own, "Old Style" and the like state the calendar.
    """
    assert only_day(text) == day
    assert readings(text)[0]["calendar"] == calendar


@pytest.mark.parametrize("notation", ["words", "edtf"])
@pytest.mark.parametrize(
    ("calendar", "text", "day"),
    [
        ("gregorian", "1917-10-25", "1917-10-25"),
        ("julian", "1917-10-25", "1917-11-07"),
        ("rumi", "1325-03-31", "1909-04-13"),
        ("hijri", "1339-09-15", "1921-05-23"),
        ("republican", "0008-02-18", "1799-11-09"),
    ],
)
def test_year_month_day_is_read_in_every_calendar_in_either_notation(
    notation: str, calendar: str, text: str, day: str
) -> None:
    """
    A numeric date of a stated calendar is year-month-day, whether or not only EDTF is taken.
    """
    assert only_day(text, Context(calendar=calendar, notation=notation)) == day


@pytest.mark.parametrize(
    ("eve", "day"),
    [
        ("1332-02-15", "1333-03-01"),
        ("1333-12-31", "1334-01-01"),
        ("1293-02-28", "1294-03-01"),
        ("1334-02-28", "1334-03-01"),
        ("1340-12-31", "1341-01-01"),
    ],
)
def test_rumi_years_follow_one_another(eve: str, day: str) -> None:
    """
    Thirteen days were left out after 15 Subat 1332; the year 1333 had ten months, and later years begin
    in January, not in March.
    """
    rumi = Context(calendar="rumi")
    first, second = (parse_iso_day(only_day(text, rumi)) or 0 for text in (eve, day))

    assert second - first == 1


@pytest.mark.parametrize("calendar", ["hijri", "republican"])
def test_seasons_are_counted_only_where_months_keep_their_place(calendar: str) -> None:
    """
    The third month of a lunar year is no spring, and that of a Republican year falls in winter.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read("0008-21", Context(calendar=calendar))

    assert caught.value.code == "date-nonexistent"


def test_a_computed_hijri_day_may_be_off_by_one() -> None:
    """
    Sighting and sunset leave a day on each side.
    """
    (reading,) = readings("1329-04-21", Context(calendar="hijri"))

    assert reading["envelope"] == ["1911-04-20", "1911-04-22"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1333", ["1917-03-01", "1917-12-31"]),
        ("1332", ["1916-03-14", "1917-02-28"]),
        ("1325-03", ["1909-03-14", "1909-04-13"]),
        ("early Mart 1325", ["1909-03-14", "1909-03-23"]),
        ("133X", ["1914-03-14", "1923-12-31"]),
    ],
)
def test_rumi_months_and_years_are_spans_of_days(text: str, bounds: list[str]) -> None:
    """
    A Rumi month or year never becomes one Western month or year.
    """
    assert readings(text, Context(calendar="rumi"))[0]["core"] == bounds


@pytest.mark.parametrize(
    ("calendar", "text"),
    [
        ("rumi", "1332-02-16"),
        ("rumi", "1333-01-05"),
        ("rumi", "1909-03-31"),
        ("rumi", "000X"),
        ("hijri", "1329-02-30"),
        ("republican", "15-01-01"),
        ("republican", "0002-13-06"),
        ("gregorian", "1900-02-29"),
    ],
)
def test_days_that_a_calendar_lacks_are_problems(calendar: str, text: str) -> None:
    """
    Skipped days, other calendars' years and a thirtieth of a short month never were.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, Context(calendar=calendar))

    assert caught.value.code == "date-nonexistent"
    assert caught.value.hint


def test_an_unknown_calendar_is_a_problem() -> None:
    """
    The hint lists the calendars that there are.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read("1917-10-25", Context(calendar="lunar"))

    assert caught.value.code == "calendar-unknown"
    assert "republican" in caught.value.hint


PLACES = Register(
    entries=(
        Entry(
            id="tiflis",
            label="Tiflis",
            forms=(),
            part_of=(Containment(whole="tsar", valid=Span(None, parse_iso_day("1918-05-25"))),),
        ),
        Entry(id="tsar", label="the Tsar's lands", forms=(Form(text="Russian Empire"),)),
        Entry(id="istanbul", label="Istanbul", forms=(), part_of=(Containment(whole="porte"),)),
        Entry(id="porte", label="OTTOMAN EMPIRE", forms=()),
        Entry(id="paris", label="Paris", forms=()),
    )
)


def at(place: str, when: str = "") -> Context:
    """Return a context at one of the places, with the frame of a year."""
    frame = Span(parse_iso_day(f"{when}-01-01"), parse_iso_day(f"{when}-12-31")) if when else None
    return Context(place=place, places=PLACES, when=frame)


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("25 October 1917", at("tiflis"), [("gregorian", "1917-10-25"), ("julian", "1917-11-07")]),
        ("25 October", at("tiflis", "1917"), [("gregorian", "1917-10-25"), ("julian", "1917-11-07")]),
        ("29 February 1900", at("tiflis"), [("julian", "1900-03-13")]),
        ("25 October 1919", at("tiflis"), [("gregorian", "1919-10-25")]),
        ("25 October 1917", at("paris"), [("gregorian", "1917-10-25")]),
        ("1917-10-25", at("tiflis"), [("gregorian", "1917-10-25")]),
        ("31 March 1909", at("istanbul"), [("gregorian", "1909-03-31"), ("rumi", "1909-04-13")]),
        ("31 Mart", at("istanbul", "1909"), [("gregorian", "1909-03-31"), ("rumi", "1909-04-13")]),
        ("31 Mart 1325", at("istanbul"), [("rumi", "1909-04-13")]),
        ("17 March 1919", at("istanbul"), [("gregorian", "1919-03-17")]),
        ("31 Mart 1325", NO_CONTEXT, [("rumi", "1909-04-13"), ("gregorian", "1325-03-31")]),
        ("31 Mart 1325", at("", "1909"), [("rumi", "1909-04-13")]),
    ],
)
def test_an_unstated_calendar_is_what_place_and_time_allow(
    text: str, context: Context, expected: list[tuple[str, str]]
) -> None:
    """
    One reading for each calendar that was in use where and when the date belongs.
    """
    value = KIND.read(text, context)
    found = [(reading["calendar"], reading["core"][0]) for reading in readings(text, context)]

    assert found == expected
    if len(expected) > 1:
        assert [dict(reading.under)["calendar"] for reading in value.readings] == [
            name for name, _ in expected
        ]
        assert any(note.startswith("the calendar is not stated") for note in value.open)


def test_an_ottoman_year_alone_is_rumi_or_hijri() -> None:
    """
    1335 in Istanbul is a year of one of two counts, and of no Western one.
    """
    assert [(reading["calendar"], reading["core"][0]) for reading in readings("1335", at("istanbul"))] == [
        ("rumi", "1919-01-01"),
        ("hijri", "1916-10-28"),
    ]


def test_readings_of_one_calendar_vary_together() -> None:
    """
    Two unstated dates of one source conflict though one pair across the calendars would agree.
    """
    old, new = (KIND.read(text, at("tiflis")) for text in ("25 October 1917", "7 November 1917"))

    assert compare_values(old, new).relation is Relation.POSSIBLE_CONFLICT
    assert compare_values(old, new, one_source=True).relation is Relation.NECESSARY_CONFLICT


@given(st.integers(day_number(1500, 1, 1), day_number(2000, 1, 1)))
def test_the_same_day_in_two_calendars_agrees(number: int) -> None:
    """
    A day written in the Julian calendar is the day that it is in the Gregorian.
    """
    located = CALENDARS["julian"].locate(number)

    assert located is not None
    year, month, day = located
    julian = KIND.read(f"{year}-{month:02}-{day:02}", Context(calendar="julian"))
    assert compare_values(julian, KIND.read(iso_day(number), NO_CONTEXT)).relation is Relation.AGREES


CHANGES = [
    # Place, last day of the old calendar as it was written then, first day of the new.
    ("Russia", "31 January 1918", "14 February 1918"),
    ("Ukraine", "15 February 1918", "1 March 1918"),
    ("Bulgaria", "31 March 1916", "14 April 1916"),
    ("Serbia", "14 January 1919", "28 January 1919"),
    ("Romania", "31 March 1919", "14 April 1919"),
    ("Greece", "15 February 1923", "1 March 1923"),
    ("Sweden", "17 February 1753", "1 March 1753"),
    ("Denmark", "18 February 1700", "1 March 1700"),
    ("England", "2 September 1752", "14 September 1752"),
    ("Spain", "4 October 1582", "15 October 1582"),
    ("France", "9 December 1582", "20 December 1582"),
]


@pytest.mark.parametrize(("place", "last_old", "first_new"), CHANGES)
def test_the_old_calendar_is_plausible_until_the_new_one_began(
    place: str, last_old: str, first_new: str
) -> None:
    """
    The last day of the old calendar is read in it, the first of the new one in the new alone.
    """
    old, new = (readings(text, Context(place=place)) for text in (last_old, first_new))

    assert "julian" in [reading["calendar"] for reading in old]
    assert [reading["calendar"] for reading in new] == ["gregorian"]
    following = parse_iso_day(next(one["core"][1] for one in old if one["calendar"] == "julian"))
    assert iso_day((following or 0) + 1) == new[0]["core"][0]


@pytest.mark.parametrize(
    ("text", "place", "days"),
    [
        ("10 February 1720 (O.S.)", "England", ["1720-02-21", "1721-02-21"]),
        ("10 February 1720/1 (O.S.)", "England", ["1721-02-21"]),
        ("10 April 1720 (O.S.)", "England", ["1720-04-21"]),
        ("10 February 1751 (O.S.)", "England", ["1751-02-21"]),
        ("10 February 1720 (O.S.)", "Scotland", ["1720-02-21"]),
        ("10 February 1720", "Venice", ["1720-02-10", "1721-02-10"]),
        ("10 March 1720", "Venice", ["1720-03-10"]),
        ("10 March 1720", "Florence", ["1720-03-10", "1721-03-10"]),
    ],
)
def test_a_year_that_began_in_march_leaves_early_days_open(text: str, place: str, days: list[str]) -> None:
    """
    Where the year began in March, an earlier day is of the year that is named or of the next.
    """
    value = KIND.read(text, Context(place=place))

    assert [reading["core"][0] for reading in readings(text, Context(place=place))] == days
    assert any(note.startswith("new year:") for note in value.open) == (len(days) > 1)


@given(st.integers(1, 4000), st.sampled_from(["Western", "Orthodox"]))
def test_easter_is_a_sunday_of_spring(year: int, rite: str) -> None:
    """
    Both rites keep Easter on a Sunday, between 22 March and 25 April of their own calendar.
    """
    day = easter_day(year, rite)
    calendar = CALENDARS["gregorian" if rite == "Western" and year > 1582 else "julian"]
    located = calendar.locate(day)

    assert (day - 1) % 7 == 6
    assert located is not None
    assert (year, 3, 22) <= located <= (year, 4, 25)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1818, "1818-03-22", "1818-04-26"),
        (1886, "1886-04-25", "1886-04-25"),
        (1916, "1916-04-23", "1916-04-23"),
        (1917, "1917-04-08", "1917-04-15"),
        (1943, "1943-04-25", "1943-04-25"),
        (2008, "2008-03-23", "2008-04-27"),
    ],
)
def test_known_easters(year: int, western: str, orthodox: str) -> None:
    """
    Years of the earliest and the latest Easter, and of both rites together and apart.
    """
    assert iso_day(easter_day(year, "Western")) == western
    assert iso_day(easter_day(year, "Orthodox")) == orthodox


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("", ["calendar not stated: read as Gregorian"]),
        ("Atlantis", ["calendar not stated: read as Gregorian, since none is known for Atlantis"]),
        ("Germany", []),
    ],
)
def test_a_place_that_is_not_known_leaves_the_calendar_open(place: str, note: list[str]) -> None:
    """
    Only a place whose calendars are known settles the matter; any other is as good as none, and said to be.
    """
    value = KIND.read("5 March 1909", Context(place=place))

    assert list(value.open) == note
