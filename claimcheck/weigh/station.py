"""The station itself: claims in, claims with their lines out, and findings on agreement that is one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim, Conflict, Finding
from claimcheck.model.ids import made_id
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation, Question
from claimcheck.model.report import QuestionResult
from claimcheck.weigh.doubt import doubt_findings
from claimcheck.weigh.inheritance import Descent, descent_for
from claimcheck.weigh.lines import count_lines
from claimcheck.weigh.suspicion.findings import suspicions


@frozen(kw_only=True)
class Weighed:
    """The results with lines for every claim, and what weighing found."""

    results: tuple[QuestionResult, ...]
    findings: tuple[Finding, ...]


def weigh_results(
    dossier: Dossier,
    results: Sequence[QuestionResult],
    conflicts: Sequence[Conflict] = (),
    texts: Mapping[str, str] | None = None,
) -> Weighed:
    """
    Return the results with the independent lines of each claim counted, and echoes found out.

    `conflicts` tell what is disputed, so that what rests on it can be named.
    `texts` holds the documents at hand by id: what they share in wording raises suspicion.
    """
    questions = {question.id: question for question in dossier.questions}
    weighed: list[QuestionResult] = []
    findings: list[Finding] = []
    for result in results:
        by_id = {each.id: each for each in result.attestations}
        claims = []
        for claim in result.claims:
            question = questions[result.question]
            supporting = [by_id[each] for each in claim.supporting]
            contradicting = [by_id[each] for each in claim.contradicting]
            descent = descent_for(
                question, supporting, contradicting, dossier.derivations, dossier.independences
            )
            lined = evolve(claim, lines=count_lines(dossier, supporting, descent))
            claims.append(lined)
            findings.extend(_claim_findings(dossier, question, lined, supporting, descent))
        weighed.append(evolve(result, claims=tuple(claims)))
    findings.extend(doubt_findings(dossier, results, conflicts))
    findings.extend(suspicions(dossier, results, texts or {}))
    return Weighed(results=tuple(weighed), findings=tuple(findings))


def _claim_findings(
    dossier: Dossier, question: Question, claim: Claim, supporting: Sequence[Attestation], descent: Descent
) -> Iterator[Finding]:
    speakers = list(dict.fromkeys(each.speaker for each in supporting))
    lines = claim.lines
    if lines is None or len(speakers) < 2:
        return
    named = listed([dossier.source(each).label for each in speakers])
    reasons = "; ".join(lines.because)
    if lines.at_most == 1:
        yield Finding(
            id=made_id("echo", claim.id),
            code="echo",
            explanation=f"«{question.asks}» - «{claim.answer}»: {named} agree, but they are one line of "
            f"evidence: {reasons}.",
            questions=(question.id,),
            attestations=claim.supporting,
            path=tuple(speakers),
        )
    elif lines.at_least < len(speakers):
        yield Finding(
            id=made_id("lines", claim.id),
            code="lines",
            explanation=f"«{question.asks}» - «{claim.answer}»: {len(speakers)} sources ({named}) are not "
            f"{len(speakers)} independent lines but {lines}: {reasons}.",
            questions=(question.id,),
            attestations=claim.supporting,
            path=tuple(speakers),
        )
    for derivation in descent.departures:
        if derivation.child in speakers:
            child, parent = dossier.source(derivation.child).label, dossier.source(derivation.parent).label
            yield Finding(
                id=made_id("departure", claim.id, derivation.child, derivation.parent),
                code="departure",
                explanation=f"«{question.asks}»: {child} depends on {parent} and yet says otherwise: a "
                "departure, which may be a correction or a slip.",
                questions=(question.id,),
                attestations=claim.supporting,
                path=(derivation.child, derivation.parent),
            )
