"""What criticism says of one question, from the grades of its attestations to its sides."""

from __future__ import annotations

from claimcheck.model.criticism import Criticism
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Question
from claimcheck.model.report import QuestionResult
from claimcheck.weigh.criticism.grades import graded
from claimcheck.weigh.criticism.nearness import EventTimes
from claimcheck.weigh.criticism.set_apart import find_set_apart
from claimcheck.weigh.criticism.sides import rule_rows


def criticise(dossier: Dossier, question: Question, result: QuestionResult, times: EventTimes) -> Criticism:
    """
    Return the grades of every attestation that counted, the sides rule by rule, and who is set apart.

    Those who could not have known keep their grades, and stand on no side.
    """
    apart = find_set_apart(result.attestations)
    left_out = {each.attestation for each in apart}
    each_graded = {each.id: graded(dossier, question, each, times) for each in result.attestations}
    on_sides = {name: each for name, each in each_graded.items() if name not in left_out}
    return Criticism(
        grades=tuple((name, tuple(each.grades.values())) for name, each in each_graded.items()),
        rows=rule_rows(dossier, question, result.claims, on_sides),
        set_apart=apart,
    )
