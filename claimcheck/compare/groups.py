"""Attestations of one question that say the same in the same words are compared once."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field, frozen

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


@define
class Relations:
    """The relation of every pair of a question's groups, worked out once each: d² for d groups."""

    question: Question
    groups: tuple[Group, ...]
    _table: dict[tuple[int, int], Comparison] = field(factory=dict, init=False)
    _outcomes: dict[Comparison, Comparison] = field(factory=dict, init=False)

    def between(self, a: int, b: int) -> Comparison:
        """Return how group a stands to group b, by their places in `groups`."""
        if a > b:
            return self.between(b, a).turned()
        if (a, b) not in self._table:
            outcome = compare_groups(self.groups[a], self.groups[b], self.question)
            # Outcomes are few and pairs are many: equal ones share one record.
            self._table[a, b] = self._outcomes.setdefault(outcome, outcome)
        return self._table[a, b]

    def pairs(self) -> Iterable[tuple[int, int, Comparison]]:
        """Yield every pair of different groups with its relation, in order."""
        for a in range(len(self.groups)):
            for b in range(a + 1, len(self.groups)):
                yield a, b, self.between(a, b)
