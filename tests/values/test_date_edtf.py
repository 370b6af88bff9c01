"""EDTF, levels 0 to 2: bounds, qualifiers, sets, patterns, and what is refused."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.context import Context
from claimcheck.values.date import KIND
from claimcheck.values.extents import Extents
from claimcheck.values.value import UnreadableError

EDTF = Context(notation="edtf")


def reading(text: str) -> dict[str, Any]:
    """Return the JSON of the one reading of an EDTF string."""
    readings = KIND.as_json(KIND.read(text, EDTF), EDTF)["readings"]

    assert len(readings) == 1
    found: dict[str, Any] = readings[0]
    return found


def joined(days: list[str | None]) -> str:
    """Return two bounds as one text."""
    return "/".join(day or ".." for day in days)


DATES = [
    ("1985-04-12", "1985-04-12/1985-04-12"),
    ("1985-04", "1985-04-01/1985-04-30"),
    ("1985", "1985-01-01/1985-12-31"),
    ("0000", "0000-01-01/0000-12-31"),
    ("-1985", "-1985-01-01/-1985-12-31"),
    ("1985-04-12T23:20:30Z", "1985-04-12/1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12/1985-04-12"),
    ("Y170000002", "+170000002-01-01/+170000002-12-31"),
    ("Y-17E7", "-170000000-01-01/-170000000-12-31"),
    ("1950S2", "1900-01-01/1999-12-31"),
    ("Y171010000S3", "+171000000-01-01/+171999999-12-31"),
    ("Y3388E2S3", "+338000-01-01/+338999-12-31"),
    ("2001-21", "2001-03-01/2001-05-31"),
    ("2001-24", "2001-12-01/2002-02-28"),
    ("2001-29", "2001-09-01/2001-11-30"),
    ("2001-34", "2001-04-01/2001-06-30"),
    ("2001-39", "2001-09-01/2001-12-31"),
    ("2001-41", "2001-07-01/2001-12-31"),
    ("201X", "2010-01-01/2019-12-31"),
    ("20XX", "2000-01-01/2099-12-31"),
    ("-1XXX", "-1999-01-01/-1000-12-31"),
    ("2004-XX", "2004-01-01/2004-12-31"),
    ("1985-XX-XX", "1985-01-01/1985-12-31"),
    ("1985-04-XX", "1985-04-01/1985-04-30"),
    ("1984-1X", "1984-10-01/1984-12-31"),
    ("1984-02-3X", None),
    ("1921-03-1X", "1921-03-10/1921-03-19"),
    ("XXXX-02-29", "0000-02-29/9996-02-29"),
]


@pytest.mark.parametrize(("text", "bounds"), DATES)
def test_a_date_has_its_bounds(text: str, bounds: str | None) -> None:
    """
    Each form of a date covers its days; a pattern that no day fits is refused.
    """
    if bounds is None:
        with pytest.raises(UnreadableError) as caught:
            KIND.read(text, EDTF)
        assert caught.value.code == "date-nonexistent"
    else:
        assert joined(reading(text)["core"]) == bounds


INTERVALS = [
    ("1964/2008", "1964-01-01/1964-12-31", "2008-01-01/2008-12-31"),
    ("2004-06/2006-08", "2004-06-01/2004-06-30", "2006-08-01/2006-08-31"),
    ("2004-02-01/2005", "2004-02-01/2004-02-01", "2005-01-01/2005-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01/2004-06-30", "2004-07-03/2004-07-03"),
    ("1985-04-12/..", "1985-04-12/1985-04-12", "1985-04-12/.."),
    ("../1985-04", "../1985-04-30", "1985-04-01/1985-04-30"),
    ("1985-04-12/", "1985-04-12/1985-04-12", "1985-04-12/.."),
]


@pytest.mark.parametrize(("text", "begin", "end"), INTERVALS)
def test_an_interval_bounds_begin_and_end(text: str, begin: str, end: str) -> None:
    """
    An interval is an extent: four bounds, those of its begin and those of its end.
    """
    found = reading(text)

    assert (joined(found["begin"]), joined(found["end"])) == (begin, end)


def test_an_unknown_end_is_told_from_an_open_one() -> None:
    """
    Neither has a bound, and only the unknown end is named as open.
    """
    assert KIND.read("1985-04-12/..", EDTF).open == ()
    assert KIND.read("1985-04-12/", EDTF).open == ("the end is unknown",)
    assert KIND.read("/1985-04-12", EDTF).open == ("the begin is unknown",)


QUALIFIED = [
    ("1984?", [["1983-01-01", "1985-12-31"]]),
    ("2004-06~", [["2004-05-01", "2004-07-31"]]),
    ("2004-06-11%", [["2004-06-09", "2004-06-13"]]),
    ("2004-06-~11", [["2004-06-10", "2004-06-12"]]),
    ("2004-06~-11", [["2004-05-11"] * 2, ["2004-06-11"] * 2, ["2004-07-11"] * 2]),
    ("2004?-06-11", [["2003-06-11"] * 2, ["2004-06-11"] * 2, ["2005-06-11"] * 2]),
    ("?2004-06-~11", [[f"{year}-06-10", f"{year}-06-12"] for year in (2003, 2004, 2005)]),
    ("2004-?02-29", [["2004-01-29"] * 2, ["2004-02-29"] * 2, ["2004-03-29"] * 2]),
]


@pytest.mark.parametrize(("text", "runs"), QUALIFIED)
def test_a_qualifier_widens_its_own_component(text: str, runs: list[list[str]]) -> None:
    """
    On the right a qualifier covers all before it, on the left its component; the core stays.
    """
    envelope = KIND.read(text, EDTF).readings[0].envelope
    plain = re.sub("[?~%]", "", text)

    assert isinstance(envelope, Extents)
    assert [str(box.begin).split("/") for box in envelope.boxes] == [
        run if run[0] != run[1] else run[:1] for run in runs
    ]
    assert reading(text)["core"] == reading(plain)["core"]
    assert reading(plain)["envelope"] == reading(plain)["core"]


SETS = [
    ("[1667,1668,1670..1672]", [["1667-01-01", "1668-12-31"], ["1670-01-01", "1672-12-31"]]),
    ("{1960,1961-12}", [["1960-01-01", "1960-12-31"], ["1961-12-01", "1961-12-31"]]),
    ("[..1760-12-03]", [[None, "1760-12-03"]]),
    ("[1760-01,1760-12..]", [["1760-01-01", "1760-01-31"], ["1760-12-01", None]]),
    ("156X-12-25", [[f"{year}-12-25"] * 2 for year in range(1560, 1570)]),
    ("1984-X1", [["1984-01-01", "1984-01-31"], ["1984-11-01", "1984-11-30"]]),
]


@pytest.mark.parametrize(("text", "spans"), SETS)
def test_sets_and_patterns_list_their_runs(text: str, spans: list[list[str | None]]) -> None:
    """
    A set or pattern is the union of its dates; adjacent days make one run.
    """
    assert reading(text)["spans"] == spans


def test_members_of_a_set_stay_alternatives() -> None:
    """
    "One of 1667 and 1668" is no stretch across the two years.
    """
    core = KIND.read("[1667,1668]", EDTF).readings[0].core

    assert isinstance(core, Extents)
    assert len(core.boxes) == 2


def test_a_wide_pattern_is_not_listed() -> None:
    """
    A pattern of thousands of days is read by its outer bounds, at once, and says so.
    """
    value = KIND.read("XXXX-12-25", EDTF)
    core = value.readings[0].core

    assert isinstance(core, Extents)
    assert len(core.boxes) == 1
    assert any("outer bounds" in note for note in value.open)


def test_a_pattern_at_each_end_is_bounded() -> None:
    """
    Two wide patterns make one pair of bounds, not ten thousand stretches.
    """
    core = KIND.read("15XX-12-25/16XX-12-25", EDTF).readings[0].core

    assert isinstance(core, Extents)
    assert str(core.begin) == "1500-12-25/1599-12-25"
    assert len(core.boxes) == 1


QUALIFIED_PATTERNS = [
    ("201X?", [["2009-01-01", "2020-12-31"]]),
    ("156X-12-~25", [[f"{year}-12-24", f"{year}-12-26"] for year in range(1560, 1570)]),
    ("156X~-12-25", [[f"{year}-12-25"] for year in range(1559, 1571)]),
]


@pytest.mark.parametrize(("text", "runs"), QUALIFIED_PATTERNS)
def test_a_qualifier_widens_a_pattern_by_the_component_that_it_stands_beside(
    text: str, runs: list[list[str]]
) -> None:
    """
    About a Christmas of the 1560s is the Christmas before or after them, never a day in June.
    """
    envelope = KIND.read(text, EDTF).readings[0].envelope

    assert isinstance(envelope, Extents)
    assert [str(box.begin).split("/") for box in envelope.boxes] == runs


@given(
    st.from_regex(r"[1-8][0-9]{3}", fullmatch=True),
    st.integers(1, 4),
    st.sampled_from(["XX", "0X", "1X", "X1", "X2", "02", "X0"]),
    st.sampled_from(["", "XX", "0X", "2X", "3X", "X9", "X1", "29", "31", "X0"]),
)
def test_a_pattern_is_the_days_that_fit_it(year: str, place: int, month: str, day: str) -> None:
    """
    The runs of a pattern are those found by trying every day of every year that fits.
    """
    pattern = year[:place] + "X" + year[place + 1 :] if place < 4 else year
    text = "-".join(part for part in (pattern, month, day) if part)
    fits = re.compile(f"{pattern}-{month}-{day or 'XX'}".replace("X", "[0-9]"))
    years = {int(pattern.replace("X", digit)) for digit in "0123456789"}
    firsts = [date(n, 1, 1) for n in sorted(years)]
    days = [
        each
        for first in firsts
        for each in (first + timedelta(days=count) for count in range(365 + isleap(first.year)))
        if fits.fullmatch(str(each))
    ]
    if not days:
        with pytest.raises(UnreadableError):
            KIND.read(text, EDTF)
        return
    known, one = set(days), timedelta(days=1)
    begins = [each for each in days if each - one not in known]
    ends = [each for each in days if each + one not in known]

    found = reading(text)
    assert found["core"] == [str(days[0]), str(days[-1])]
    assert found["spans"] == (
        [[str(first), str(last)] for first, last in zip(begins, ends, strict=True)]
        if len(begins) <= 128
        else [found["core"]]
    )


REFUSED = [
    ("17 March 1921", "date-not-edtf"),
    ("1921-3-17", "date-not-edtf"),
    ("192", "date-not-edtf"),
    ("1985-04-12T25:00:00", "date-not-edtf"),
    ("1985-04-12T10:30", "date-not-edtf"),
    ("1964/1970/2008", "date-not-edtf"),
    ("/", "date-not-edtf"),
    ("[1667,1668", "date-not-edtf"),
    ("[1667,1668}", "date-not-edtf"),
    ("[1667,..1668,1669]", "date-not-edtf"),
    ("[]", "date-not-edtf"),
    ("1921-21-01", "date-nonexistent"),
    ("1921-42", "date-nonexistent"),
    ("1921-00", "date-nonexistent"),
    ("1921-03-00", "date-nonexistent"),
    ("1921-02-30", "date-nonexistent"),
    ("1900-02-29", "date-nonexistent"),
    ("XXXX-02-30", "date-nonexistent"),
    ("19X1-02-29", "date-nonexistent"),
    ("1984-2X", "date-nonexistent"),
    ("-0000", "date-edtf-invalid"),
    ("Y1950", "date-edtf-invalid"),
    ("1950S9", "date-edtf-invalid"),
    ("Y1E9999", "date-year-too-large"),
    ("[" + ",".join(f"1{n}XX-12-25" for n in range(10)) + "]", "value-unreadable"),
    ("[" + ",".join(["1921"] * 1000) + "]", "value-unreadable"),
    ("2008/1964", "date-reversed"),
    ("[1672..1670]", "date-reversed"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_not_edtf_is_refused(text: str, code: str) -> None:
    """
    `notation="edtf"` accepts EDTF and nothing else, and says what is wrong.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, EDTF)

    assert caught.value.code == code
    assert caught.value.hint


@given(st.dates(), st.integers(0, 5000))
def test_an_interval_of_days_is_those_days(begin: date, length: int) -> None:
    """
    Two days and a slash are the one stretch from the first to the second.
    """
    if begin.toordinal() + length > date.max.toordinal():
        begin -= timedelta(days=length)
    end = begin + timedelta(days=length)

    found = reading(f"{begin}/{end}")
    assert (found["begin"], found["end"]) == ([str(begin)] * 2, [str(end)] * 2)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.sampled_from("~?%"))
def test_a_qualified_day_holds_the_day(day: date, qualifier: str) -> None:
    """
    Qualifiers widen on both sides by the same number of days.
    """
    first, last = reading(f"{day}{qualifier}")["envelope"]

    assert day - date.fromisoformat(first) == date.fromisoformat(last) - day
    assert first < str(day)


@given(st.integers(0, 9999), st.sampled_from(["", "-XX", "-XX-XX"]), st.integers(0, 3))
def test_a_pattern_of_years_is_its_first_to_its_last(year: int, rest: str, n_unknown: int) -> None:
    """
    With its last digits unknown a year is all years that begin with the others.
    """
    digits = f"{year:04}"[: 4 - n_unknown]

    core = reading(digits + "X" * n_unknown + rest)["core"]
    assert core == [f"{digits:0<4}-01-01", f"{digits:9<4}-12-31"]
