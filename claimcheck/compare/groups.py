"""Attestations of one question that say the same in the same words are compared once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from claimcheck.compare.sweep import places_to_compare
from claimcheck.model.question import Attestation, Basis, Question
from claimcheck.values.algebra import compare_stances
from claimcheck.values.relation import Comparison, Relation, Stance
from claimcheck.values.scope import Scope, ScopeMatch
from claimcheck.values.value import Reading, Value

_Key = tuple[Stance, bool, tuple[Reading, ...], Scope, str]


@frozen(kw_only=True)
class Group:
    """
    Attestations with one stance, equal readings and equal scope.

    `speaker` is set only where the value is open: then two attestations of one source and two of
    different sources compare differently, because readings with one cause vary together in a source.
    """

    stance: Stance
    value: Value
    is_telling: bool
    speaker: str
    attestations: tuple[Attestation, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What is said, whatever the words: the cores of the readings, then the facets of the scope."""
        cores = sorted({reading.core.key() for reading in self.value.readings})
        return (*cores, *(f"{facet.name}={facet.key}" for facet in self.value.scope.facets))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the attestations, in the order of the dossier."""
        return tuple(attestation.id for attestation in self.attestations)


def group_attestations(attestations: Iterable[Attestation]) -> tuple[Group, ...]:
    """Return the groups of a question's attestations, in the order in which each first appears."""
    members: dict[_Key, list[Attestation]] = {}
    for attestation in attestations:
        members.setdefault(_key(attestation), []).append(attestation)
    return tuple(
        Group(
            stance=stance,
            value=group[0].value,
            is_telling=is_telling,
            speaker=speaker,
            attestations=tuple(group),
        )
        for (stance, is_telling, _readings, _scope, speaker), group in members.items()
    )


def _key(attestation: Attestation) -> _Key:
    value = attestation.value
    speaker = attestation.speaker if value.is_open else ""
    is_telling = attestation.basis is Basis.TELLING
    return attestation.stance, is_telling, value.readings, value.scope, speaker


def compare_groups(a: Group, b: Group, question: Question) -> Comparison:
    """
    Return how two groups of one question stand to each other.

    Beyond the algebra: a question with several answers is an open set, so neither two affirmed nor two
    denied ones clash; a conflict that rests on the order of telling is possible at most.
    """
    one_source = bool(a.speaker) and a.speaker == b.speaker
    outcome = compare_stances(a.stance, a.value, b.stance, b.value, one_source=one_source)
    if not outcome.relation.is_conflict:
        return outcome
    if question.several_answers and a.stance is b.stance:
        return Comparison(relation=Relation.COMPATIBLE, rule="several-answers", would_be=outcome.relation)
    return capped(outcome, a, b, _NOTHING_UNSTATED)


_NOTHING_UNSTATED = ScopeMatch()


def capped(outcome: Comparison, a: Group, b: Group, match: ScopeMatch) -> Comparison:
    """
    Return what is left of a conflict that rests on the order of telling, or on an unstated scope.

    Either leaves it possible at most. (Within a question the algebra has seen to the scopes already.)
    """
    if outcome.relation is not Relation.NECESSARY_CONFLICT:
        return outcome
    if a.is_telling or b.is_telling:
        rule = "order-of-telling"
    elif match.unstated:
        rule = f"scope-unstated:{'+'.join(facet.name for facet in match.unstated)}"
    else:
        return outcome
    return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule=rule, would_be=outcome.relation)


_APART = Comparison(relation=Relation.NECESSARY_CONFLICT, rule="envelopes-apart")
"""What comparing gives for two affirmed values of one scope that lie apart even in the envelope."""


@define
class Relations:
    """
    The relation of every pair of a question's groups, worked out once each.

    That is d² pairs for d groups, of which only those are compared that a sweep does not find apart.
    `near[g]` lists the places of the groups that group g was compared with, in order.
    """

    question: Question
    groups: tuple[Group, ...]
    near: tuple[tuple[int, ...], ...] = field(init=False, eq=False, repr=False)
    _rows: list[list[Comparison]] = field(init=False, eq=False, repr=False)
    _found: frozenset[Relation] = field(init=False, eq=False, repr=False)

    @near.default
    def _sweep(self) -> tuple[tuple[int, ...], ...]:
        return places_to_compare([self._on_line(group) for group in self.groups])

    def _on_line(self, group: Group) -> Value | None:
        """Return the value of a group that conflicts with whatever affirmed value lies apart from it."""
        is_plain = group.stance is Stance.AFFIRMS and not group.is_telling
        return group.value if is_plain and not self.question.several_answers else None

    @_rows.default
    def _compare(self) -> list[list[Comparison]]:
        rows = [[_APART] * len(self.groups) for _ in self.groups]
        # Outcomes are few and pairs are many: equal ones share one record.
        known: dict[Comparison, Comparison] = {}
        for a, others in enumerate(self.near):
            for b in (a, *(other for other in others if other > a)):
                outcome = compare_groups(self.groups[a], self.groups[b], self.question)
                turned = outcome.turned()
                rows[b][a] = known.setdefault(turned, turned)
                rows[a][b] = known.setdefault(outcome, outcome)
        return rows

    @_found.default
    def _relations_found(self) -> frozenset[Relation]:
        compared = (self._rows[a][b].relation for a, others in enumerate(self.near) for b in others)
        return frozenset((_APART.relation, *compared))

    def between(self, a: int, b: int) -> Comparison:
        """Return how group a stands to group b, by their places in `groups`."""
        return self._rows[a][b]

    def pairs(self, *relations: Relation) -> Iterator[tuple[int, int, Comparison]]:
        """Yield every pair of different groups that has one of these relations, in order."""
        if not self._found.intersection(relations):
            return
        for a, row in enumerate(self._rows):
            for b in range(a + 1, len(row)):
                if row[b].relation in relations:
                    yield a, b, row[b]
