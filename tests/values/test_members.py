"""Sets of members: open unless the words close them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_stances, compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.members import KIND
from claimcheck.values.register import Entry, Form, Register
from claimcheck.values.relation import Relation, Stance
from claimcheck.values.value import UnreadableError

PLACES = Context(
    places=Register(
        entries=(
            Entry(id="ashe", label="Ashe", forms=(Form(text="Ashe"), Form(text="Ash Town"))),
            Entry(id="dray", label="Dray", forms=(Form(text="Dray"),)),
        )
    )
)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Ashe; Dray", "Dray, Ash Town", Relation.AGREES),
        ("Ashe; Dray", "Ashe and Dray", Relation.AGREES),
        ("Ashe", "Ashe; Dray", Relation.REFINES),
        ("Ashe", "Dray", Relation.COMPATIBLE),
        ("only Ashe", "Dray", Relation.NECESSARY_CONFLICT),
        ("only Ashe", "only Dray", Relation.NECESSARY_CONFLICT),
        ("only Ashe; Dray", "Ashe", Relation.REFINES),
        ("Ashe", "not Ashe", Relation.NECESSARY_CONFLICT),
        ("Ashe; not Dray", "Dray", Relation.NECESSARY_CONFLICT),
        ("part of Ashe", "Ashe", Relation.NECESSARY_CONFLICT),
        ("part of Ashe", "not Ashe", Relation.NECESSARY_CONFLICT),
        ("part of Ashe", "Dray", Relation.COMPATIBLE),
    ],
)
def test_sets_compare_as_what_they_leave_possible(a: str, b: str, relation: Relation) -> None:
    """
    Naming two members does not exclude a third; "only", "not" and "part of" do.
    """
    assert compare_values(KIND.read(a, PLACES), KIND.read(b, PLACES)).relation is relation


@pytest.mark.parametrize(
    ("affirmed", "denied", "is_conflict"),
    [
        ("Ashe", "Dray", False),
        ("Ashe", "Ashe", True),
        ("Ashe", "Ashe; Dray", False),
        ("Ashe; Dray", "Ashe", True),
        ("only Ashe", "Dray", False),
        ("Ashe", "only Ashe", True),
    ],
)
def test_a_denied_member_clashes_with_lists_that_name_it(
    affirmed: str, denied: str, is_conflict: bool
) -> None:
    """
    A list that is open for a member does not name it.
    """
    values = KIND.read(affirmed, PLACES), KIND.read(denied, PLACES)

    found = compare_stances(Stance.AFFIRMS, values[0], Stance.DENIES, values[1])

    assert found.relation.is_conflict is is_conflict


@pytest.mark.parametrize("text", ["", " ; ", "only", "Ashe; not Ashe", "part of Ashe; Ashe"])
def test_sets_that_say_nothing_or_too_much(text: str) -> None:
    """
    A set without members, or with a member that it excludes, is unreadable.
    """
    with pytest.raises(UnreadableError):
        KIND.read(text, PLACES)


def test_the_json_answer() -> None:
    """
    The answer names what is required and excluded, by the ids of the register, and whether it is closed.
    """
    answer = KIND.as_json(KIND.read("only Ash Town; part of Dray", PLACES), PLACES)

    assert answer["readings"][0]["core"] == {
        "required": ["ashe", "part of dray"],
        "excluded": [],
        "closed": True,
    }


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    Nothing but `UnreadableError` comes of odd words.
    """
    with suppress(UnreadableError):
        assert KIND.read(text, NO_CONTEXT).readings
