"""The station itself: a dossier and its anchored passages in, everything that comparing them finds out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from attrs import frozen

from claimcheck.compare import findings
from claimcheck.compare.between import conflicts_between
from claimcheck.compare.claims import Answers, find_answers
from claimcheck.compare.conflicts import find_conflicts
from claimcheck.compare.damaged import beside_findings, damage_findings
from claimcheck.compare.groups import Group, Relations, group_attestations
from claimcheck.compare.hearsay import with_hearsay
from claimcheck.compare.later_names import later_names
from claimcheck.compare.namesakes import namesakes
from claimcheck.compare.order.bounds import event_bounds
from claimcheck.compare.order.conflicts import order_conflicts
from claimcheck.compare.order.ties import all_attested_ties
from claimcheck.compare.quarantine import Standing, standing
from claimcheck.model.bounds import EventBounds
from claimcheck.model.document import Anchor
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Coverage, Finding, NotCompared
from claimcheck.model.question import Attestation, Question
from claimcheck.model.report import QuestionResult
from claimcheck.values.relation import Comparison, Relation


@frozen(kw_only=True)
class Compared:
    """What comparing a dossier gave, in the order of its questions."""

    results: tuple[QuestionResult, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    event_bounds: tuple[EventBounds, ...]
    coverage: Coverage


@frozen(kw_only=True)
class _Asked:
    """One question with the relations of its groups and the answers found in them."""

    question: Question
    relations: Relations
    answers: Answers

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        return tuple(each for group in self.relations.groups for each in group.attestations)


def compare_dossier(
    dossier: Dossier, anchors: Iterable[Anchor] = (), texts: Mapping[str, str] | None = None
) -> Compared:
    """
    Return the claims, conflicts, findings and coverage of a dossier.

    `anchors` tell where passages stand in documents at hand, `texts` hold those documents by id;
    without them everything but quotations and the neighbourhood of damage is compared all the same.
    """
    by_passage = {anchor.passage: anchor for anchor in anchors}
    written = [each for question in dossier.questions for each in question.attestations]
    standings = {each.id: standing(each, dossier.damages, by_passage, texts or {}) for each in written}
    asked = [_ask(question, standings) for question in dossier.questions]
    counted = {each.question.id: each.attestations for each in asked}
    clashing = {each.question.id: find_conflicts(each.relations, each.answers, dossier) for each in asked}
    by_id = {each.id: each for side in counted.values() for each in side}
    ties = list(all_attested_ties(dossier, counted))
    ordered = order_conflicts(dossier, ties, by_id)
    conflicts = (
        *(conflict for clashes in clashing.values() for conflict in clashes.conflicts),
        *conflicts_between(dossier, {each.question.id: each.relations.groups for each in asked}),
        *ordered.conflicts,
    )
    heard = [each for side in counted.values() for each in side]
    found = (
        *findings.unsearched(is_complete=ordered.is_complete),
        *(
            finding
            for name, clashes in clashing.items()
            for finding in findings.untold(name, clashes.n_found)
        ),
        *(finding for each in asked for finding in _question_findings(dossier, each)),
        *findings.ambiguities(dossier, heard),
        *namesakes(dossier, [each for each in heard if not each.hearsay_of]),
        *later_names(dossier, heard),
        *damage_findings(dossier, standings, counted, by_passage),
        *beside_findings(dossier, standings, counted),
        *findings.unnamed_authorities(dossier, heard),
        *findings.quotation_findings(dossier, written, by_passage),
    )
    results = tuple(
        QuestionResult(
            question=each.question.id,
            attestations=each.attestations,
            claims=each.answers.claims,
            compared=_pairs_compared(each),
        )
        for each in asked
    )
    involved = {name for conflict in conflicts for side in conflict.sides for name in side.attestations}
    skipped = (each for one in asked for each in _not_compared(one, standings, involved))
    return Compared(
        results=results,
        conflicts=conflicts,
        findings=found,
        event_bounds=event_bounds(dossier, ties, by_id),
        coverage=Coverage(compared=sum(each.compared for each in results), not_compared=tuple(skipped)),
    )


def _ask(question: Question, standings: dict[str, Standing]) -> _Asked:
    intact = [each for each in question.attestations if not standings[each.id].inside]
    counted = [heard for each in intact for heard in with_hearsay(each)]
    relations = Relations(question, group_attestations(counted))
    return _Asked(question=question, relations=relations, answers=find_answers(relations))


def _question_findings(dossier: Dossier, asked: _Asked) -> Iterator[Finding]:
    by_id = {each.id: each for each in asked.attestations}
    yield from findings.apparents(dossier, asked.relations)
    yield from findings.variants(dossier, asked.question)
    yield from findings.silences(dossier, asked.question)
    yield from findings.oppositions(dossier, asked.question, by_id)


def _pairs_compared(asked: _Asked) -> int:
    """
    Count the pairs of attestations whose relation was worked out, equal ones among them.

    What a relay makes of an attestation is no pair with it: nothing else speaks there.
    """
    relations = asked.relations
    sizes = [len(group.attestations) for group in relations.groups]
    incomparable = sum(sizes[a] * sizes[b] for a, b, _ in relations.pairs(Relation.INCOMPARABLE))
    families = Counter(each.hearsay_of or each.id for each in asked.attestations)
    own = sum(_n_pairs(size) for size in families.values())
    return _n_pairs(sum(sizes)) - incomparable - own


def _n_pairs(size: int) -> int:
    return size * (size - 1) // 2


def _not_compared(
    asked: _Asked, standings: dict[str, Standing], involved: Container[str]
) -> Iterator[NotCompared]:
    groups = asked.relations.groups
    for a, b, comparison in asked.relations.pairs(Relation.INCOMPARABLE):
        yield _incomparable(groups[a], groups[b], comparison)
    yield from _left_out(asked, standings, involved)


def _incomparable(first: Group, second: Group, comparison: Comparison) -> NotCompared:
    difference = findings.difference_words(first.attestations[0], second.attestations[0], comparison)
    return NotCompared(
        attestations=(*first.ids, *second.ids), why=f"they speak of different things ({difference})"
    )


def _left_out(
    asked: _Asked, standings: dict[str, Standing], involved: Container[str]
) -> Iterator[NotCompared]:
    """Yield what is damaged, and the lone attestation that no conflict of several questions names."""
    for each in asked.question.attestations:
        if standings[each.id].inside:
            names = ", ".join(standings[each.id].inside)
            yield NotCompared(attestations=(each.id,), why=f"its words stand in damage ({names})")
    written = [each for each in asked.attestations if not each.hearsay_of]
    if len(written) == 1 and written[0].id not in involved:
        yield NotCompared(attestations=(written[0].id,), why="nothing else speaks to the question")
