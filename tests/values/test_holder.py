"""Holders of a place: who, whole or in part, at which moments."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_stances, compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.holder import KIND
from claimcheck.values.register import Containment, Entry, Form, Register
from claimcheck.values.relation import Relation, Stance
from claimcheck.values.span import Span, day_number
from claimcheck.values.value import UnreadableError

MAY = Span(day_number(1640, 5, 1), day_number(1640, 5, 31))


def entry(name: str, part_of: str = "") -> Entry:
    """Return a body with one name."""
    wholes = (Containment(whole=part_of),) if part_of else ()
    return Entry(id=name.casefold(), label=name, forms=(Form(text=name),), part_of=wholes)


BODIES = Register(entries=(entry("North"), entry("South"), entry("Guard", "north"), entry("Watch", "guard")))
CONTEXT = Context(when=MAY, bodies=BODIES)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("North, throughout 1640-05-02/1640-05-10", "North", Relation.REFINES),
        ("Watch, on 1640-05-02", "North, on 1640-05-02", Relation.AGREES),
        # One day of two masters is a conflict, one day of handing over is not.
        ("North, on 1640-05-02", "South, on 1640-05-02", Relation.NECESSARY_CONFLICT),
        ("North, until 1640-05-10", "South, from 1640-05-10", Relation.COMPATIBLE),
        ("North, until 1640-05-10", "South, from 1640-05-09", Relation.NECESSARY_CONFLICT),
        # Some moment of a span may lie outside another's certain days, or must lie in them.
        ("North, throughout 1640-05-01/1640-05-20", "South, sometime in 1640-05", Relation.COMPATIBLE),
        (
            "North, throughout 1640-05-01/1640-05-20",
            "South, sometime in 1640-05-05/1640-05-09",
            Relation.NECESSARY_CONFLICT,
        ),
        ("North, sometime in 1640-05", "South, sometime in 1640-05", Relation.COMPATIBLE),
        ("North, at the end of 1640-05-10", "South, at the end of 1640-05-10", Relation.NECESSARY_CONFLICT),
        ("North, at the end of 1640-05-10", "South, from 1640-05-11", Relation.COMPATIBLE),
        # Parts and shares.
        ("North, part, on 1640-05-02", "South, part, on 1640-05-02", Relation.COMPATIBLE),
        ("North, part, on 1640-05-02", "South, on 1640-05-02", Relation.NECESSARY_CONFLICT),
        ("North, part, on 1640-05-02", "contested on 1640-05-02", Relation.REFINES),
        ("North and South, contested, on 1640-05-02", "contested on 1640-05-02", Relation.REFINES),
        ("North, on 1640-05-02", "not North, on 1640-05-02", Relation.NECESSARY_CONFLICT),
        ("North or South, on 1640-05-02", "South, on 1640-05-02", Relation.REFINES),
        # One transfer is compared as one: from, to and when.
        ("from North to South in 1640-05-02", "from North to South in 1640-05", Relation.REFINES),
        (
            "from North to South in 1640-05-02",
            "from North to South in 1640-05-03",
            Relation.NECESSARY_CONFLICT,
        ),
        (
            "from North to South in 1640-05-02",
            "from South to North in 1640-05-02",
            Relation.NECESSARY_CONFLICT,
        ),
        ("from North to South in 1640-05-02", "North, from 1640-05-01", Relation.NECESSARY_CONFLICT),
        ("from North to South in 1640-05-02", "South, from 1640-05-02", Relation.COMPATIBLE),
    ],
)
def test_holdings_compare_by_their_moments(a: str, b: str, relation: Relation) -> None:
    """
    Holders clash where their moments meet; succession, parts and shares leave room.
    """
    assert compare_values(KIND.read(a, CONTEXT), KIND.read(b, CONTEXT)).relation is relation


def test_a_bare_name_leaves_the_time_open() -> None:
    """
    Without a time the value speaks of some moment of the question's frame, and says so.
    """
    bare = KIND.read("North", CONTEXT)
    one_day = KIND.read("North", Context(when=Span(MAY.first, MAY.first), bodies=BODIES))

    assert bare.open
    assert not one_day.open
    assert KIND.as_json(bare, CONTEXT)["readings"][0]["core"] == [
        [{"holders": "North", "mode": "sometime in", "span": ["1640-05-01", "1640-05-31"]}]
    ]


def test_a_transfer_as_json() -> None:
    """
    A change of hands names giver, taker and days; without days it says that they are not said.
    """
    value = KIND.read("from North to South", CONTEXT)

    assert value.open
    assert KIND.as_json(value, CONTEXT)["readings"][0]["core"] == [
        [{"from": "North", "to": "South", "span": ["1640-05-01", "1640-05-31"]}]
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nort, on 1640-05-02", "name-unknown"),
        ("", "value-unreadable"),
        ("whole, on 1640-05-02", "name-unknown"),
        ("North, throughout some days", "value-unreadable"),
        ("North, on 1640-02-31", "date-nonexistent"),
        ("North, at the end of 1640-05-01/..", "time-open"),
    ],
)
def test_unreadable_holders(text: str, code: str) -> None:
    """
    Unknown parties, no party and days that are none are refused with what would be read.
    """
    with pytest.raises(UnreadableError) as error:
        KIND.read(text, CONTEXT)

    assert error.value.code == code
    assert error.value.hint


def test_a_name_that_two_bear_is_refused() -> None:
    """
    A party has to be somebody in particular.
    """
    twins = Register(
        entries=(
            Entry(id="a", label="League", forms=(Form(text="League"),)),
            Entry(id="b", label="League", forms=(Form(text="League"),)),
        )
    )

    with pytest.raises(UnreadableError) as error:
        KIND.read("League", Context(bodies=twins))

    assert error.value.code == "name-ambiguous"


@pytest.mark.parametrize(
    ("affirmed", "relation"),
    [
        ("North, sometime in 1640-05", Relation.POSSIBLE_CONFLICT),
        ("North or South, sometime in 1640-05", Relation.POSSIBLE_CONFLICT),
        ("North, throughout 1640-05-10", Relation.NECESSARY_CONFLICT),
        ("from South to North in 1640-05", Relation.POSSIBLE_CONFLICT),
        ("South, sometime in 1640-05", Relation.COMPATIBLE),
        ("North and South, contested, sometime in 1640-05", Relation.COMPATIBLE),
        ("North, sometime in 1640-06", Relation.COMPATIBLE),
        ("South, throughout 1640-05", Relation.REFINES),
    ],
)
def test_a_denied_holder_clashes_with_that_holder_only(affirmed: str, relation: Relation) -> None:
    """
    That another party held the place, or fought for it, goes with a denial that this one held it.

    It says as much only of all the days that the denial speaks of: whoever held it on one of them leaves
    room for this one on another.
    """
    found = compare_stances(
        Stance.AFFIRMS,
        KIND.read(affirmed, CONTEXT),
        Stance.DENIES,
        KIND.read("North, sometime in 1640-05-05/1640-05-20", CONTEXT),
    )

    assert found.relation is relation


@given(
    st.text() | st.sampled_from(["North", "from", "to", "on", "1640"]).map(lambda word: f"{word} to x on y")
)
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    Nothing but `UnreadableError` comes of odd words.
    """
    for context in (CONTEXT, NO_CONTEXT):
        with suppress(UnreadableError):
            assert KIND.read(text, context).readings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North, sometime in 1640-05-02/1640-06-09", "North sometime between 2 May and 9 June 1640"),
        ("North, sometime in 1640-05", "North sometime in May 1640"),
        ("North, sometime on 1640-05-02", "North sometime on 2 May 1640"),
        ("North, throughout 1640-05-02/1640-05-09", "North throughout 2-9 May 1640"),
        ("North, at the end of 1640-05", "North at the end of May 1640"),
    ],
)
def test_a_holding_is_told_with_the_days_that_it_speaks_of(text: str, words: str) -> None:
    """
    What was so at some moment is said to lie among days, and what was so all the time to fill them.
    """
    assert str(KIND.read(text, CONTEXT).readings[0].core) == words
