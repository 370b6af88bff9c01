"""How things stand: the same for every order of events, and nothing vanishes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.decision import (
    Assignment,
    Comment,
    Decision,
    DecisionStatus,
    Evidence,
    Ruling,
)
from claimcheck.review.standing import not_superseded, state_of, states
from tests.review.conftest import MAY, ruled


def named(number: int) -> str:
    """Return the id of a decision."""
    return f"{number:032x}"


def test_one_ruling_decides() -> None:
    """A ruling on the evidence as it is closes."""
    state = state_of("conflict-1", [ruled(1)], MAY)

    assert (state.status, state.standing) == (DecisionStatus.DECIDED, (ruled(1),))


def test_two_who_worked_apart_disagree_and_both_are_shown() -> None:
    """Neither of two rulings that know nothing of each other takes the place of the other."""
    apart = [ruled(1, Ruling.SIDE), ruled(2, Ruling.NEITHER, by="Dray")]
    state = state_of("conflict-1", apart, MAY)

    assert (state.status, list(state.standing)) == (DecisionStatus.DISAGREED, apart)


def test_two_who_ruled_alike_agree() -> None:
    """The same ruling twice is decided, with both reasons."""
    state = state_of("conflict-1", [ruled(1), ruled(2, by="Dray")], MAY)

    assert (state.status, len(state.standing)) == (DecisionStatus.DECIDED, 2)


def test_a_later_ruling_supersedes_and_a_withdrawal_opens() -> None:
    """To undo is to supersede: the history keeps every step."""
    second = ruled(2, Ruling.NEITHER, supersedes=(named(1),))
    back = ruled(3, Ruling.WITHDRAWN, supersedes=(named(2),))

    assert state_of("conflict-1", [ruled(1), second], MAY).standing == (second,)
    state = state_of("conflict-1", [ruled(1), second, back], MAY)
    assert (state.status, state.standing, len(state.history)) == (DecisionStatus.OPEN, (), 3)


def test_changed_evidence_opens_again_and_says_what_changed() -> None:
    """A ruling holds for what its reviewer saw."""
    now = Evidence(parts={"attestation a": "9", "attestation b": "3", "passage log, p. 1": "2"})
    state = state_of("conflict-1", [ruled(1)], now)

    assert state.status is DecisionStatus.REOPENED
    assert state.changed == ("attestation a: changed", "attestation b: came")
    assert state_of("conflict-1", [ruled(1)], None).changed == ("the conflict or finding is gone",)


def test_what_nobody_could_look_at_is_not_changed() -> None:
    """A report made without the documents re-opens nothing."""
    away = Evidence(parts={**MAY.parts, "passage log, p. 1": ""})

    assert state_of("conflict-1", [ruled(1)], away).status is DecisionStatus.DECIDED
    assert state_of("conflict-1", [ruled(1, evidence=away)], MAY).status is DecisionStatus.DECIDED


def test_a_look_that_decided_nothing_is_told_as_such() -> None:
    """Undecided is a ruling, and no closed one."""
    assert state_of("conflict-1", [ruled(1, Ruling.UNDECIDED)], MAY).status is DecisionStatus.UNDECIDED


def test_comments_and_assignments_decide_nothing() -> None:
    """They are kept in the history; the last assignment counts."""
    told = {"about": "conflict-1", "reviewer": "Ashe"}
    events = [
        Comment(id=named(1), at="2021-03-17T09:00:01.000000Z", text="see p. 9", **told),
        Assignment(id=named(2), at="2021-03-17T09:00:02.000000Z", to="Dray", **told),
        Assignment(id=named(3), at="2021-03-17T09:00:03.000000Z", to="", **told),
    ]
    state = state_of("conflict-1", events[:2], MAY)

    assert (state.status, state.assigned_to) == (DecisionStatus.OPEN, "Dray")
    assert state_of("conflict-1", events, MAY).assigned_to == ""


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions that supersede whatever they like, later ones and themselves among it."""
    numbers = draw(st.lists(st.integers(1, 6), unique=True, max_size=6))
    return [
        ruled(
            number,
            draw(st.sampled_from(Ruling)),
            at=f"2021-03-17T09:00:0{draw(st.integers(0, 3))}.000000Z",
            supersedes=tuple(map(named, draw(st.lists(st.sampled_from(numbers), max_size=3)))),
        )
        for number in numbers
    ]


@given(histories())
def test_something_always_stands(decisions: list[Decision]) -> None:
    """However decisions supersede one another, in circles too, one of them stands."""
    assert bool(not_superseded(decisions)) == bool(decisions)


@given(histories(), st.randoms())
def test_the_order_of_reading_makes_no_difference(decisions: list[Decision], chance: object) -> None:
    """Two ledgers with the same lines say the same."""
    mixed = list(decisions)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert states(mixed, {"conflict-1": MAY}) == states(decisions, {"conflict-1": MAY})


@given(histories())
def test_whatever_is_hidden_was_superseded(decisions: list[Decision]) -> None:
    """A decision leaves the stage only for one that names it."""
    named_ones = {name for each in decisions for name in each.supersedes}
    standing = not_superseded(decisions)

    assert all(each in standing or each.id in named_ones for each in decisions)


def test_a_long_chain_under_a_clock_that_runs_backwards_is_read_at_once() -> None:
    """
    The last of thousands stands, each of which supersedes one of a later moment; in a ring those stand that
    no later one supersedes.

    Following every link anew would take minutes.
    """
    chain = [
        ruled(3_000 - place, supersedes=(named(3_001 - place),) if place else ()) for place in range(3_000)
    ]
    ring = [ruled(each, supersedes=(named(each % 3 + 1),)) for each in (1, 2, 3)]

    assert not_superseded(chain) == [ruled(1, supersedes=(named(2),))]
    assert not_superseded(ring) == ring[1:]
