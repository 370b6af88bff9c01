"""Every example of the EDTF specification is read with its four bounds, and nothing else is EDTF."""

from __future__ import annotations

import pytest

from claimcheck.values.context import Context
from claimcheck.values.date import KIND
from claimcheck.values.value import UnreadableError
from tests.values.edtf_examples import FURTHER, REFUSED, SPECIFICATION, Row

EDTF = Context(notation="edtf")
READ = [
    pytest.param(row, id=f"{title}: {row[0]}")
    for table in (SPECIFICATION, FURTHER)
    for title, rows in table.items()
    for row in rows
]


def bounds(text: str) -> tuple[str, str]:
    """Return the bounds of the begin and of the end in the one reading of a text."""
    (reading,) = KIND.as_json(KIND.read(text, EDTF), EDTF)["readings"]
    begin, end = ("/".join(day or ".." for day in reading[name]) for name in ("begin", "end"))
    return begin, end


@pytest.mark.parametrize("row", READ)
def test_an_example_has_its_four_bounds(row: Row) -> None:
    """
    The begin and the end of each example lie between the days that the specification gives them.
    """
    assert bounds(row[0]) == (row[1], row[-1])


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=f"{title}: {text!r}") for title, texts in REFUSED.items() for text in texts],
)
def test_what_is_not_edtf_is_refused_with_a_hint(text: str) -> None:
    """
    Whatever the specification does not allow is a problem, and the message says what to write.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, EDTF)

    assert caught.value.code
    assert caught.value.hint


def test_open_and_unknown_ends_are_kept_apart() -> None:
    """
    Neither has a bound of its own; only what is unknown is named as left open.
    """
    for title, rows in SPECIFICATION.items():
        if title.startswith("extended interval"):
            _, kind, name = title.replace(",", "").rsplit(" ", 2)
            for row in rows:
                notes = KIND.read(row[0], EDTF).open

                assert notes == ((f"the {name} is unknown",) if kind == "unknown" else ())


def test_the_estimate_among_significant_digits_is_told() -> None:
    """
    1950S2 is some year of the century, and the year that it names is its estimate.
    """
    assert KIND.read("1950S2", EDTF).open == ("estimated to be 1950",)
    assert KIND.read("Y3388E2S3", EDTF).open == ("estimated to be 338800",)


def test_a_set_in_braces_says_that_all_of_it_is_meant() -> None:
    """
    A stretch of time lies in one date at a time, so that "all of them" is left to the reader.
    """
    assert KIND.read("[1960,1961-12]", EDTF).open == ()
    assert any(note.startswith("all dates of the set") for note in KIND.read("{1960,1961-12}", EDTF).open)


def test_only_a_season_of_no_hemisphere_leaves_it_open() -> None:
    """
    "Independent of location" is read as northern and says so; 25-41 name their months.
    """
    notes = {number: KIND.read(f"2001-{number}", EDTF).open for number in range(21, 42)}

    assert [number for number, note in notes.items() if note] == [21, 22, 23, 24]


@pytest.mark.parametrize("text", ["[1667, 1668, 1670..1672]", " 1985-04-12 "])
def test_blanks_are_a_matter_of_taste_where_words_may_stand(text: str) -> None:
    """
    Only `notation="edtf"` insists that EDTF has no blanks.
    """
    plain = text.replace(" ", "")

    assert KIND.read(text, Context()).readings == KIND.read(plain, EDTF).readings
