"""Choices from a declared list: what the words leave, and which answers may hold together."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_stances, compare_values
from claimcheck.values.choice import KIND
from claimcheck.values.context import NO_CONTEXT, Context, Option, Options
from claimcheck.values.relation import Relation, Stance
from claimcheck.values.value import UnreadableError, Value

STEPS = ("drafted", "signed", "ratified")
TREATY = Context(
    options=Options(
        options=tuple(Option(id=step, label=f"was {step}", rank=rank) for rank, step in enumerate(STEPS))
    )
)
ALLIES = Context(
    options=Options(
        options=(
            Option(id="alliance", label="war and alliance"),
            Option(id="distrust", label="distrust"),
            Option(id="enmity", label="enmity"),
        ),
        compatible=frozenset({frozenset({"alliance", "distrust"})}),
    )
)


def read(text: str, context: Context = TREATY) -> Value:
    """Return what a text leaves of a list."""
    return KIND.read(text, context)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("signed", "was signed", Relation.AGREES),
        ("signed", "Signed", Relation.AGREES),
        ("signed", "ratified", Relation.NECESSARY_CONFLICT),
        ("signed", "signed or ratified", Relation.REFINES),
        ("drafted or signed", "signed or ratified", Relation.COMPATIBLE),
        ("at least signed", "ratified", Relation.REFINES),
        ("at most signed", "ratified", Relation.NECESSARY_CONFLICT),
        ("at least drafted", "drafted or signed or ratified", Relation.AGREES),
    ],
)
def test_answers_from_a_scale(a: str, b: str, relation: Relation) -> None:
    """
    Options rule one another out; a part of the scale is all of its options.
    """
    assert compare_values(read(a), read(b)).relation is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("alliance", "distrust", Relation.COMPATIBLE),
        ("alliance and distrust", "distrust", Relation.REFINES),
        ("war and alliance", "alliance", Relation.AGREES),
        ("alliance", "enmity", Relation.NECESSARY_CONFLICT),
        ("alliance and distrust", "enmity", Relation.NECESSARY_CONFLICT),
    ],
)
def test_compatible_answers_hold_together(a: str, b: str, relation: Relation) -> None:
    """
    Answers that were declared compatible don't clash; a label may hold the word "and".
    """
    assert compare_values(read(a, ALLIES), read(b, ALLIES)).relation is relation


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DOUBTS])
def test_what_one_option_leaves_room_for_can_be_denied(stance: Stance) -> None:
    """
    Who affirms one of two options that go together says nothing for the other.
    """
    alliance, distrust = read("alliance", ALLIES), read("distrust", ALLIES)
    either, both = read("alliance or distrust", ALLIES), read("alliance and distrust", ALLIES)

    assert not compare_stances(Stance.AFFIRMS, alliance, stance, distrust).relation.is_conflict
    assert not compare_stances(Stance.AFFIRMS, alliance, stance, both).relation.is_conflict
    assert compare_stances(Stance.AFFIRMS, either, stance, distrust).relation.is_conflict
    assert compare_stances(Stance.AFFIRMS, both, stance, distrust).relation.is_conflict


def test_denying_all_of_a_list_is_a_conflict() -> None:
    """
    Two denials that leave no option of the list can't both be right.
    """
    most, last = read("drafted or signed"), read("ratified")

    assert compare_stances(Stance.DENIES, most, Stance.DENIES, last).relation is Relation.NECESSARY_CONFLICT
    assert not compare_stances(Stance.DENIES, last, Stance.DENIES, last).relation.is_conflict


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("sealed", TREATY),
        ("", TREATY),
        ("signed or sealed", TREATY),
        ("signed and ratified", TREATY),
        ("at least alliance", ALLIES),
        ("at least sealed", TREATY),
    ],
)
def test_what_is_not_on_the_list(text: str, context: Context) -> None:
    """
    An answer that the list does not have, or that can't hold together, is unreadable, with a hint.
    """
    with pytest.raises(UnreadableError) as error:
        read(text, context)

    assert error.value.hint


def test_without_a_list_words_stand_for_themselves() -> None:
    """
    Outside of a question two different words are two answers.
    """
    assert compare_values(read("Red", NO_CONTEXT), read("red", NO_CONTEXT)).relation is Relation.AGREES
    assert compare_values(read("red", NO_CONTEXT), read("blue", NO_CONTEXT)).relation.is_conflict


def test_the_json_answer() -> None:
    """
    An answer is a list of alternatives, each a list of options that hold together.
    """
    answer = KIND.as_json(read("enmity or alliance and distrust", ALLIES), ALLIES)

    assert answer["readings"][0]["core"] == [["alliance", "distrust"], ["enmity"]]


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    Nothing but `UnreadableError` comes of odd words.
    """
    for context in (TREATY, ALLIES, NO_CONTEXT):
        with suppress(UnreadableError):
            assert KIND.read(text, context).readings
