"""The sides of a question beside one another, rule by rule. Nothing is added up over the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.model.criticism import NEARNESS, RULES, GradeBasis, Outcome, Rule, RuleRow, SideGrades
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim
from claimcheck.model.question import Question
from claimcheck.weigh.criticism.grades import Graded, later_words
from claimcheck.weigh.criticism.words import in_words


def rule_rows(
    dossier: Dossier, question: Question, claims: Sequence[Claim], graded: Mapping[str, Graded]
) -> tuple[RuleRow, ...]:
    """
    Return a row for every rule, or none where there are not two sides to compare.

    A side is a claim that something contradicts, with those of its supporters that are in `graded`: who
    is set apart is not. Denials stand last, and the order in which anything was written plays no part.
    """
    sides = {claim: [graded[each] for each in claim.supporting if each in graded] for claim in claims}
    sides = {claim: members for claim, members in sides.items() if members and claim.contradicting}
    if len(sides) < 2:
        return ()
    ordered = sorted(sides, key=lambda claim: (claim.is_denial, claim.answer, claim.id))
    return tuple(_row(dossier, question, rule, ordered, sides) for rule in RULES)


def _side(question: Question, rule: Rule, claim: Claim, members: Sequence[Graded]) -> SideGrades:
    grades = [each.grades[rule.id] for each in members if rule.id in each.grades]
    graded = sorted(each.attestation.id for each in members if rule.id in each.grades)
    ungraded = sorted(each.attestation.id for each in members if rule.id not in each.grades)
    if not grades:
        return SideGrades(claim=claim.id, ungraded=tuple(ungraded))
    return SideGrades(
        claim=claim.id,
        best=min((grade.best for grade in grades), key=rule.rank),
        worst=max((grade.worst for grade in grades), key=rule.rank),
        words=_side_words(question, rule, members),
        graded=tuple(graded),
        ungraded=tuple(ungraded),
    )


def _side_words(question: Question, rule: Rule, members: Sequence[Graded]) -> str:
    """Return how a side stands on a rule; lags are told as one, other grades one beside the other."""
    grades = [(each.grades[rule.id], each.lag) for each in members if rule.id in each.grades]
    lags = [
        lag
        for grade, lag in grades
        if rule.id == NEARNESS and grade.basis is GradeBasis.DERIVED and lag is not None
    ]
    measured = []
    if lags:
        whole = lags[0]
        for lag in lags[1:]:
            whole = whole.join(lag)
        measured = [later_words(question, whole)]
    others = {(rule.rank(grade.best), rule.rank(grade.worst)) for grade, _ in grades if not grade.measure}
    # "A, or A or B, or B" is no more than "A, or B".
    told = sorted((a, b) for a, b in others if a == b or not {(a, a), (b, b)} <= others)
    named = [rule.words_between(rule.grades[best].id, rule.grades[worst].id) for best, worst in told]
    parts = [*measured, *named]
    return parts[0] if len(parts) == 1 else ", ".join(f"partly {part}" for part in parts)


def _row(
    dossier: Dossier,
    question: Question,
    rule: Rule,
    claims: Sequence[Claim],
    members: Mapping[Claim, Sequence[Graded]],
) -> RuleRow:
    sides = tuple(_side(question, rule, claim, members[claim]) for claim in claims)
    outcome, better = _outcome(rule, sides)
    speakers = {each.attestation.id: each.attestation.speaker for side in members.values() for each in side}
    row = RuleRow(rule=rule.id, sides=sides, outcome=outcome, better=better)
    return in_words(dossier, row, claims, speakers)


def _outcome(rule: Rule, sides: Sequence[SideGrades]) -> tuple[Outcome, str]:
    """Return how the sides stand, and the claim that is wholly better than all others, when one is."""
    if not all(side.graded for side in sides):
        return Outcome.NOT_STATED, ""
    if len({(side.best, side.worst) for side in sides}) == 1 and sides[0].best == sides[0].worst:
        return Outcome.SAME, ""
    first, *others = sorted(sides, key=lambda side: rule.rank(side.worst))
    if all(rule.rank(first.worst) < rule.rank(other.best) for other in others):
        return Outcome.BETTER, first.claim
    return Outcome.OVERLAPPING, ""
