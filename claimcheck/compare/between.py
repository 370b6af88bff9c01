"""Conflicts between questions: parts and wholes of figures, and of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from claimcheck.compare.diagnoses import diagnose
from claimcheck.compare.explain import explain_conflict
from claimcheck.compare.groups import Group, capped
from claimcheck.compare.parts import clashes_in_part
from claimcheck.compare.scopes import conflict_scopes
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Side
from claimcheck.model.ids import made_id
from claimcheck.model.question import Question
from claimcheck.values.quantities.parts import compare_part
from claimcheck.values.relation import Comparison, Relation, Stance
from claimcheck.values.scope import Scope, match_scopes

_PART_HELD_BY_ANOTHER = Comparison(relation=Relation.NECESSARY_CONFLICT, rule="part-held-by-another")

Groups = Mapping[str, Sequence[Group]]


def conflicts_between(dossier: Dossier, groups: Groups) -> tuple[Conflict, ...]:
    """Return the conflicts that arise only between questions, in the order of the questions."""
    return (*_figures(dossier, groups), *_places(dossier, groups))


def _figures(dossier: Dossier, groups: Groups) -> Iterator[Conflict]:
    """A part never exceeds its whole: killed are among the casualties."""
    questions = {question.id: question for question in dossier.questions}
    for part in dossier.questions:
        whole = questions.get(part.part_of)
        if whole is None or part.kind != "quantity" or whole.kind != "quantity":
            continue
        for a in _affirmed(part, groups):
            for b in _affirmed(whole, groups):
                match = match_scopes(_beside(a, "counted"), _beside(b, "counted"))
                # A figure for more than the whole speaks of may well be larger.
                if match.differ or not all(mine.nests_in(theirs) for mine, theirs in match.nest):
                    continue
                comparison = capped(compare_part(a.value, b.value), a, b, match)
                if comparison.relation.is_conflict:
                    yield _conflict(dossier, (part, whole), a, b, comparison)


def _places(dossier: Dossier, groups: Groups) -> Iterator[Conflict]:
    """Who holds a part of a place holds some of the whole, so nobody else can hold all of it."""
    holders = [question for question in dossier.questions if question.kind == "holder"]
    for part in holders:
        for whole in holders:
            if whole.subject_id not in dossier.place_register.wholes(part.subject_id):
                continue
            for a in _affirmed(part, groups):
                for b in _affirmed(whole, groups):
                    match = match_scopes(a.value.scope, b.value.scope)
                    if not match.differ and clashes_in_part(a.value, b.value):
                        comparison = capped(_PART_HELD_BY_ANOTHER, a, b, match)
                        yield _conflict(dossier, (part, whole), a, b, comparison)


def _beside(group: Group, name: str) -> Scope:
    """Return a group's scope without a facet that differs between a part and its whole by nature."""
    return Scope(tuple(facet for facet in group.value.scope.facets if facet.name != name))


def _affirmed(question: Question, groups: Groups) -> Iterator[Group]:
    """Yield the affirmed groups of a question, without the stances that relays take: they add nothing."""
    for group in groups.get(question.id, ()):
        written = tuple(each for each in group.attestations if not each.hearsay_of)
        if group.stance is Stance.AFFIRMS and written:
            yield evolve(group, attestations=written)


def _conflict(
    dossier: Dossier, questions: tuple[Question, Question], a: Group, b: Group, comparison: Comparison
) -> Conflict:
    names = tuple(question.id for question in questions)
    return Conflict(
        id=made_id("conflict", comparison.rule, *names, a.key, b.key),
        questions=names,
        relation=comparison.relation,
        scopes=conflict_scopes([a.attestations, b.attestations]),
        sides=(Side(claim=None, attestations=a.ids), Side(claim=None, attestations=b.ids)),
        rule=comparison.rule,
        explanation=explain_conflict(dossier, a.attestations, b.attestations, comparison),
        diagnoses=diagnose(dossier, questions[0], a, b, comparison),
    )
