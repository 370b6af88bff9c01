"""Conflicts between questions: parts and wholes of figures, and of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.compare.diagnoses import diagnose_values
from claimcheck.compare.explain import explain_conflict
from claimcheck.compare.parts import clashes_in_part
from claimcheck.compare.scopes import conflict_scopes
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Side
from claimcheck.model.ids import made_id
from claimcheck.model.question import Attestation, Question
from claimcheck.values.quantities.parts import compare_part
from claimcheck.values.relation import Comparison, Relation, Stance
from claimcheck.values.scope import Scope, match_scopes

_PART_HELD_BY_ANOTHER = Comparison(relation=Relation.NECESSARY_CONFLICT, rule="part-held-by-another")

Counted = Mapping[str, Sequence[Attestation]]


def conflicts_between(dossier: Dossier, counted: Counted) -> tuple[Conflict, ...]:
    """Return the conflicts that arise only between questions, in the order of the questions."""
    return (*_figures(dossier, counted), *_places(dossier, counted))


def _figures(dossier: Dossier, counted: Counted) -> Iterator[Conflict]:
    """A part never exceeds its whole: killed are among the casualties."""
    questions = {question.id: question for question in dossier.questions}
    for part in dossier.questions:
        whole = questions.get(part.part_of)
        if whole is None or part.kind != "quantity" or whole.kind != "quantity":
            continue
        for a in _affirmed(part, counted):
            for b in _affirmed(whole, counted):
                if match_scopes(_without_counted(a), _without_counted(b)).differ:
                    continue
                comparison = compare_part(a.value, b.value)
                if comparison.relation.is_conflict:
                    yield _conflict(dossier, a, b, comparison)


def _without_counted(attestation: Attestation) -> Scope:
    """Return the scope without what is counted, which differs between a part and its whole by nature."""
    return Scope.of(facet for facet in attestation.value.scope.facets if facet.name != "counted")


def _places(dossier: Dossier, counted: Counted) -> Iterator[Conflict]:
    """Who holds a part of a place holds some of the whole, so nobody else can hold all of it."""
    holders = [question for question in dossier.questions if question.kind == "holder"]
    for part in holders:
        for whole in holders:
            if whole.subject_id not in dossier.place_register.wholes(part.subject_id):
                continue
            for a in _affirmed(part, counted):
                for b in _affirmed(whole, counted):
                    if clashes_in_part(a.value, b.value):
                        yield _conflict(dossier, a, b, _PART_HELD_BY_ANOTHER)


def _affirmed(question: Question, counted: Counted) -> list[Attestation]:
    return [each for each in counted.get(question.id, ()) if each.stance is Stance.AFFIRMS]


def _conflict(dossier: Dossier, a: Attestation, b: Attestation, comparison: Comparison) -> Conflict:
    return Conflict(
        id=made_id("conflict", comparison.rule, a.id, b.id),
        questions=(a.question, b.question),
        relation=comparison.relation,
        scopes=conflict_scopes([[a], [b]]),
        sides=(Side(claim=None, attestations=(a.id,)), Side(claim=None, attestations=(b.id,))),
        rule=comparison.rule,
        explanation=explain_conflict(dossier, [a], [b], comparison),
        diagnoses=diagnose_values("quantity", a.value, b.value),
    )
