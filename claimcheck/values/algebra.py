"""
The possibility algebra: how values compare, whatever their kind.

Kinds supply regions; everything here asks them only whether they meet and whether one lies within the
other. The rules are those of the vocabulary page; `tests/values/test_laws.py` holds the laws.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimcheck.values.quantities.parts import compare_part
from claimcheck.values.relation import Comparison, Relation, Stance
from claimcheck.values.scope import Facet, match_scopes
from claimcheck.values.value import Reading, Value


def compare_values(a: Value, b: Value, *, one_source: bool = False) -> Comparison:
    """
    Return how two affirmed values of one kind stand to each other.

    With `one_source`, readings that rest on different choices of one cause (two calendars) are not
    paired, since one source keeps to one of them. Scopes are compared first: what is stated on both
    sides and differs makes the values incomparable, what is stated on one side only leaves a conflict
    possible at most.
    """
    outcome = _compare_readings(a, b, one_source=one_source)
    if a.is_additive and b.is_additive:
        outcome = _part_and_whole(a, b, outcome)
    return scoped(a, b, outcome)


def compare_stances(
    stance_a: Stance, a: Value, stance_b: Stance, b: Value, *, one_source: bool = False
) -> Comparison:
    """
    Return how two attestations stand to each other, given what each does with its value.

    A denial of v says "anything but v", so it looks at cores only: it clashes with an affirmed core
    inside v, perhaps with one that overlaps v (and bears on it), never with one outside. Two denials
    clash only when together they exhaust a closed list. A doubt never makes more than a possible conflict.
    """
    stances = {stance_a, stance_b}
    if stances == {Stance.AFFIRMS}:
        return compare_values(a, b, one_source=one_source)
    if Stance.DOUBTS in stances:
        outcome = _doubted(stance_a, a, stance_b, b, one_source=one_source)
    elif stances == {Stance.DENIES}:
        outcome = _both_denied(a, b, one_source=one_source)
    elif stance_a is Stance.AFFIRMS:
        outcome = _denied_in_scope(a, b, one_source=one_source)
    else:
        outcome = _denied_in_scope(b, a, one_source=one_source).turned()
    return scoped(a, b, outcome)


def _part_and_whole(a: Value, b: Value, outcome: Comparison) -> Comparison:
    """Return how figures stand to each other once the one counts a part of what the other counts."""
    nest = match_scopes(a.scope, b.scope).nest
    if not nest:
        return outcome
    a_is_part = all(left.nests_in(right) for left, right in nest)
    if not a_is_part and not all(right.nests_in(left) for left, right in nest):
        return Comparison(relation=Relation.INCOMPARABLE, rule="scopes-cross", would_be=outcome.relation)
    return compare_part(a, b) if a_is_part else compare_part(b, a)


def scoped(a: Value, b: Value, outcome: Comparison) -> Comparison:
    """Return what is left of an outcome once the scopes of the two values are taken into account."""
    match = match_scopes(a.scope, b.scope)
    if outcome.relation is Relation.INCOMPARABLE:
        return outcome
    if match.differ:
        names = "+".join(left.name for left, _ in match.differ)
        return Comparison(
            relation=Relation.INCOMPARABLE,
            rule=f"scope-differs:{names}",
            would_be=outcome.relation,
        )
    return _with_unstated(match.unstated, outcome)


def _with_unstated(unstated: tuple[Facet, ...], outcome: Comparison) -> Comparison:
    """
    Return what is left of an outcome when only one side states a facet: it may mean another.

    Neither a necessary conflict nor an agreement stands on that. A time or a unit that one side leaves
    out makes it less exact, and not about something else, so it does not touch agreement.
    """
    if outcome.relation is Relation.NECESSARY_CONFLICT and unstated:
        left, rule, names = Relation.POSSIBLE_CONFLICT, "scope-unstated", unstated
    else:
        names = tuple(facet for facet in unstated if facet.name not in ("when", "unit"))
        left, rule = Relation.COMPATIBLE, "scope-unstated-agrees"
        if outcome.relation not in (Relation.AGREES, Relation.REFINES) or not names:
            return outcome
    facets = "+".join(facet.name for facet in names)
    return evolve(outcome, relation=left, rule=f"{rule}:{facets}", narrower="", would_be=outcome.relation)


def _pairs(a: Value, b: Value, *, one_source: bool) -> Iterator[tuple[Reading, Reading]]:
    pairs = [(left, right) for left in a.readings for right in b.readings]
    linked = [(left, right) for left, right in pairs if left.goes_with(right)] if one_source else pairs
    # Were no pair left, the source would contradict its own habits; then all pairs count again.
    return iter(linked or pairs)


def _compare_readings(a: Value, b: Value, *, one_source: bool) -> Comparison:
    if a.is_open and b.is_open and _same_readings(a, b, one_source=one_source):
        return Comparison(relation=Relation.COMPATIBLE, rule="open-in-the-same-way", cores_meet=True)
    outcomes = [_compare_pair(left, right) for left, right in _pairs(a, b, one_source=one_source)]
    if len(set(outcomes)) == 1:
        return outcomes[0]
    relations = {outcome.relation for outcome in outcomes}
    meet = any(outcome.cores_meet for outcome in outcomes)
    if relations == {Relation.NECESSARY_CONFLICT}:
        return Comparison(relation=Relation.NECESSARY_CONFLICT, rule="no-reading-meets")
    if any(relation.is_conflict for relation in relations):
        return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule="some-readings-conflict", cores_meet=meet)
    return Comparison(relation=Relation.COMPATIBLE, rule="readings-overlap", cores_meet=meet)


def _same_readings(a: Value, b: Value, *, one_source: bool) -> bool:
    def same(mine: Reading, theirs: Reading) -> bool:
        alike = mine.core.equals(theirs.core) and mine.envelope.equals(theirs.envelope)
        return alike and (mine.under == theirs.under or not one_source)

    def covered(inner: Value, outer: Value) -> bool:
        return all(any(same(mine, theirs) for theirs in outer.readings) for mine in inner.readings)

    return covered(a, b) and covered(b, a)


def _compare_pair(a: Reading, b: Reading) -> Comparison:
    """Return the relation of two single readings: the five rows of the table, in order."""
    a_inside, b_inside = a.core.within(b.core), b.core.within(a.core)
    if a_inside and b_inside:
        return Comparison(relation=Relation.AGREES, rule="equal-cores", cores_meet=True)
    if a_inside or b_inside:
        narrower = "a" if a_inside else "b"
        return Comparison(
            relation=Relation.REFINES, rule="core-inside-core", narrower=narrower, cores_meet=True
        )
    if a.core.meets(b.core):
        return Comparison(relation=Relation.COMPATIBLE, rule="cores-overlap", cores_meet=True)
    if a.envelope.meets(b.envelope):
        return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule="only-envelopes-meet")
    return Comparison(relation=Relation.NECESSARY_CONFLICT, rule="envelopes-apart")


def _denied(affirmed: Value, denied: Value, *, one_source: bool) -> Comparison:
    """Compare with "anything but v": a core outside v lies inside that, or is all of it."""
    pairs = list(_pairs(affirmed, denied, one_source=one_source))
    if all(left.core.within(right.core) for left, right in pairs):
        return Comparison(relation=Relation.NECESSARY_CONFLICT, rule="affirmed-and-denied")
    if any(left.core.bears_on(right.core) for left, right in pairs):
        return Comparison(
            relation=Relation.POSSIBLE_CONFLICT, rule="affirmed-and-partly-denied", cores_meet=True
        )
    if all(left.core.exhausts_with(right.core) for left, right in pairs):
        return Comparison(relation=Relation.AGREES, rule="nothing-else-left", cores_meet=True)
    if any(left.core.meets(right.core) for left, right in pairs):
        # It tells of another moment or member than the denial, and leaves open what that denies.
        return Comparison(relation=Relation.COMPATIBLE, rule="beside-what-is-denied", cores_meet=True)
    return Comparison(relation=Relation.REFINES, rule="outside-what-is-denied", narrower="a", cores_meet=True)


def _denied_in_scope(affirmed: Value, denied: Value, *, one_source: bool) -> Comparison:
    """
    Return how an affirmed value stands to a denied one, their scopes compared where they overlap.

    What is affirmed of a whole may hold outside the part of which it is denied; and a figure that is
    denied of the whole says nothing of a part's.
    """
    outcome = _denied(affirmed, denied, one_source=one_source)
    nest = match_scopes(affirmed.scope, denied.scope).nest
    if not outcome.relation.is_conflict or not nest:
        return outcome
    if affirmed.is_additive and denied.is_additive:
        return Comparison(relation=Relation.COMPATIBLE, rule="part-of-the-whole", would_be=outcome.relation)
    if all(mine.nests_in(theirs) for mine, theirs in nest):
        return outcome
    return Comparison(
        relation=Relation.POSSIBLE_CONFLICT,
        rule="denied-of-a-part",
        cores_meet=outcome.cores_meet,
        would_be=outcome.relation,
    )


def _both_denied(a: Value, b: Value, *, one_source: bool) -> Comparison:
    pairs = list(_pairs(a, b, one_source=one_source))
    exhausting = [left.core.exhausts_with(right.core) for left, right in pairs]
    if all(exhausting):
        return Comparison(relation=Relation.NECESSARY_CONFLICT, rule="nothing-left-undenied")
    if any(exhausting):
        return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule="nothing-left-undenied")
    outcome = _compare_readings(a, b, one_source=one_source)
    if outcome.relation is Relation.REFINES:
        # Denying the wider value says more: "not in Germany" is the narrower answer beside "not in Berlin".
        return evolve(outcome.turned(), rule="denies-more")
    relation = Relation.AGREES if outcome.relation is Relation.AGREES else Relation.COMPATIBLE
    return Comparison(relation=relation, rule="both-deny", cores_meet=True)


def _doubted(stance_a: Stance, a: Value, stance_b: Stance, b: Value, *, one_source: bool) -> Comparison:
    if stance_a is stance_b:
        same = _compare_readings(a, b, one_source=one_source).relation is Relation.AGREES
        relation = Relation.AGREES if same else Relation.COMPATIBLE
        return Comparison(relation=relation, rule="both-doubt", cores_meet=True)
    if Stance.DENIES in (stance_a, stance_b):
        return Comparison(relation=Relation.COMPATIBLE, rule="doubted-and-denied", cores_meet=True)
    pairs = _pairs(a, b, one_source=one_source)
    if stance_a is Stance.DOUBTS:
        pairs = ((right, left) for left, right in pairs)
    if any(affirmed.core.bears_on(doubted.core) for affirmed, doubted in pairs):
        return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule="affirmed-and-doubted", cores_meet=True)
    return Comparison(relation=Relation.COMPATIBLE, rule="outside-what-is-doubted", cores_meet=True)
