"""The laws of the possibility algebra, for every kind of value."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_stances, compare_values
from claimcheck.values.context import Context
from claimcheck.values.extents import Box, Extents
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.kind import find_kind, kind_names
from claimcheck.values.region import Region
from claimcheck.values.relation import Relation, Stance
from claimcheck.values.scope import Scope
from claimcheck.values.span import Span
from claimcheck.values.value import Reading, Value
from tests.strategies import REGIONS, UNSCOPED, scoped_by, stances, values, widened

every_kind = pytest.mark.parametrize("kind", REGIONS)
GRAVITY = {Relation.POSSIBLE_CONFLICT: 1, Relation.NECESSARY_CONFLICT: 2}


def test_every_installed_kind_has_laws() -> None:
    """
    No kind of ours escapes the laws of this file.
    """
    assert set(REGIONS) == set(kind_names()[:9])


@every_kind
@given(data=st.data())
def test_meeting_and_lying_within(kind: str, data: st.DataObject) -> None:
    """
    Regions meet in both directions or in none; lying within is reflexive, transitive, and a meeting.
    """
    a, b, c = (data.draw(REGIONS[kind]) for _ in range(3))

    assert a.meets(b) == b.meets(a)
    assert a.meets(b) or not a.within(b)
    assert a.within(a)
    assert a.within(c) or not (a.within(b) and b.within(c))


@every_kind
@given(data=st.data())
def test_comparing_is_symmetric(kind: str, data: st.DataObject) -> None:
    """
    Changing the sides changes nothing but which of them is the narrower.
    """
    a, b = data.draw(values(kind)), data.draw(values(kind))
    stance_a, stance_b = data.draw(stances), data.draw(stances)
    one_source = data.draw(st.booleans())

    forth = compare_stances(stance_a, a, stance_b, b, one_source=one_source)
    back = compare_stances(stance_b, b, stance_a, a, one_source=one_source)

    assert forth.turned() == back


@every_kind
@given(data=st.data())
def test_a_value_and_itself(kind: str, data: st.DataObject) -> None:
    """
    A value with one reading agrees with itself; none, however many it has, rules itself out.
    """
    value = data.draw(values(kind))

    alone = compare_values(value, value)
    in_one_source = compare_values(value, value, one_source=True)

    assert alone.relation is not Relation.NECESSARY_CONFLICT
    assert in_one_source.relation is not Relation.NECESSARY_CONFLICT
    if not value.is_open:
        assert alone.relation is Relation.AGREES


@every_kind
@given(data=st.data())
def test_widening_an_envelope_never_creates_a_conflict(kind: str, data: st.DataObject) -> None:
    """
    More tolerance leaves a comparison as it is or makes it milder.
    """
    a, b = data.draw(values(kind, most_readings=2)), data.draw(values(kind, most_readings=2))
    wider = a.widened_to(*(widened(each.envelope, data.draw(REGIONS[kind])) for each in a.readings))
    # Two open values stop being open in the same way when one of them gets other tolerances.
    assume(compare_values(a, b).rule != "open-in-the-same-way")

    before, after = compare_values(a, b), compare_values(wider, b)

    assert GRAVITY.get(after.relation, 0) <= GRAVITY.get(before.relation, 0)


@every_kind
@given(data=st.data())
def test_denial_looks_at_cores_only(kind: str, data: st.DataObject) -> None:
    """
    What is affirmed inside the denied core clashes, what bears on it may, what lies outside does not.
    """
    one = values(kind, most_readings=1, scope=UNSCOPED)
    a, b = data.draw(one), data.draw(one)
    mine, denied = a.readings[0].core, b.readings[0].core

    relation = compare_stances(Stance.AFFIRMS, a, Stance.DENIES, b).relation

    if mine.within(denied):
        assert relation is Relation.NECESSARY_CONFLICT
    elif mine.bears_on(denied):
        assert relation is Relation.POSSIBLE_CONFLICT
    else:
        assert not relation.is_conflict


@every_kind
@given(data=st.data())
def test_only_what_shares_nothing_with_the_denied_core_says_more_than_the_denial(
    kind: str, data: st.DataObject
) -> None:
    """
    Whoever affirms less than what is denied leaves out says that and more; any overlap leaves it open.
    """
    one = values(kind, most_readings=1, scope=UNSCOPED)
    a, b = data.draw(one), data.draw(one)
    mine, denied = a.readings[0].core, b.readings[0].core

    outcome = compare_stances(Stance.AFFIRMS, a, Stance.DENIES, b)

    if outcome.relation is Relation.REFINES:
        assert not mine.meets(denied)
        assert outcome.narrower == "a"
    elif not mine.meets(denied):
        assert outcome.relation is Relation.AGREES


PARTIAL = {"holder", "choice", "set"}
"""The kinds whose values tell of a part of what there is: a moment, an option, some members."""


@every_kind
@given(data=st.data())
def test_what_bears_on_a_core_lies_between_inside_it_and_overlapping_it(
    kind: str, data: st.DataObject
) -> None:
    """
    Whatever lies inside a core bears on it, and whatever bears on it shares a possibility with it.
    """
    mine, other = data.draw(REGIONS[kind]), data.draw(REGIONS[kind])

    assert mine.bears_on(other) or not mine.within(other)
    assert mine.meets(other) or not mine.bears_on(other)
    assert kind in PARTIAL or mine.bears_on(other) == mine.meets(other)


@every_kind
@given(data=st.data())
def test_denials_and_doubts_are_mild(kind: str, data: st.DataObject) -> None:
    """
    Two denials clash only when they leave nothing of a closed list; a doubt leaves all possible.
    """
    one = values(kind, most_readings=1, scope=UNSCOPED)
    a, b = data.draw(one), data.draw(one)
    is_exhausted = a.readings[0].core.exhausts_with(b.readings[0].core)

    denied = compare_stances(Stance.DENIES, a, Stance.DENIES, b).relation
    doubted = compare_stances(Stance.DOUBTS, a, data.draw(stances), b).relation

    assert (denied is Relation.NECESSARY_CONFLICT) == is_exhausted
    assert is_exhausted or not denied.is_conflict
    assert doubted is not Relation.NECESSARY_CONFLICT


@every_kind
@given(data=st.data())
def test_readings_of_one_source_vary_together(kind: str, data: st.DataObject) -> None:
    """
    Two values of one source that share a cause are compared only under the same choice of it.
    """
    x, y = data.draw(REGIONS[kind]), data.draw(REGIONS[kind])

    def under(choice: str, region: Region) -> Reading:
        return Reading(core=region, envelope=region, under=frozenset({("calendar", choice)}))

    a = Value(kind=kind, text="a", readings=(under("x", x), under("y", y)))
    b = Value(kind=kind, text="b", readings=(under("x", y), under("y", x)))

    outcome = compare_values(a, b, one_source=True)

    assert (outcome.relation is Relation.NECESSARY_CONFLICT) == (not x.meets(y))


@every_kind
@given(data=st.data())
def test_scopes_come_before_values(kind: str, data: st.DataObject) -> None:
    """
    What is stated on both sides and differs is not compared; what is stated on one side leaves a
    conflict possible at most; what nests is compared.
    """
    whole = data.draw(values(kind, most_readings=2, scope=scoped_by("a")))
    part = data.draw(values(kind, most_readings=2, scope=scoped_by("b")))
    other = data.draw(values(kind, most_readings=2, scope=scoped_by("c")))
    unscoped = evolve(part, scope=Scope())

    assert compare_values(whole, other).relation is Relation.INCOMPARABLE
    assert compare_values(part, other).relation is Relation.INCOMPARABLE
    assert compare_values(whole, unscoped).relation is not Relation.NECESSARY_CONFLICT
    assert compare_values(whole, part) == compare_values(evolve(whole, scope=Scope()), unscoped)


@given(a=values("quantity"), b=values("quantity"), factor=st.integers(1, 1000))
def test_another_unit_changes_nothing(a: Value, b: Value, factor: int) -> None:
    """
    Counting both sides in a smaller unit leaves their relation as it was.
    """

    def scaled(value: Value) -> Value:
        def each(region: object) -> Numbers:
            assert isinstance(region, Numbers)
            return Numbers.of(
                Run(
                    None if run.low is None else run.low * factor,
                    None if run.high is None else run.high * factor,
                    low_open=run.low_open,
                    high_open=run.high_open,
                )
                for run in region.runs
            )

        readings = (
            evolve(reading, core=each(reading.core), envelope=each(reading.envelope))
            for reading in value.readings
        )
        return evolve(value, readings=tuple(readings))

    assert compare_values(scaled(a), scaled(b)) == compare_values(a, b)


@given(a=values("date"), b=values("date"), shift=st.integers(-400, 400))
def test_another_calendar_changes_nothing(a: Value, b: Value, shift: int) -> None:
    """
    Counting the days of both sides from another day leaves their relation as it was.
    """

    def moved(span: Span) -> Span:
        return Span(
            None if span.first is None else span.first + shift,
            None if span.last is None else span.last + shift,
        )

    def shifted(value: Value) -> Value:
        def each(region: object) -> Extents:
            assert isinstance(region, Extents)
            return Extents.of(Box(moved(box.begin), moved(box.end)) for box in region.boxes)

        readings = (
            evolve(reading, core=each(reading.core), envelope=each(reading.envelope))
            for reading in value.readings
        )
        return evolve(value, readings=tuple(readings))

    assert compare_values(shifted(a), shifted(b)) == compare_values(a, b)


def counted(text: str) -> Value:
    """Return a quantity as its kind reads it."""
    kind = find_kind("quantity")
    assert kind is not None
    return kind.read(text, Context(language="en"))


def test_a_part_need_not_equal_its_whole() -> None:
    """
    The killed are among the casualties: fewer are compatible, more are a conflict, in either order.
    """
    killed, few, many = counted("312 killed"), counted("57 casualties"), counted("871 casualties")

    assert compare_values(killed, many).relation is Relation.COMPATIBLE
    assert compare_values(many, killed).relation is Relation.COMPATIBLE
    assert compare_values(killed, few).rule == "part-exceeds-whole"
    assert compare_values(few, killed).relation is Relation.NECESSARY_CONFLICT


def test_different_counts_are_not_compared() -> None:
    """
    The killed and the wounded of one battle are different things.
    """
    assert compare_values(counted("312 killed"), counted("57 wounded")).relation is Relation.INCOMPARABLE
