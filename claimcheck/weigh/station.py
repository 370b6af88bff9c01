"""The station itself: claims in, claims with their lines out, and findings on agreement that is one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim, Conflict, Finding, LinePath, Lines
from claimcheck.model.ids import made_id
from claimcheck.model.line_words import path_words
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation, Question
from claimcheck.model.report import QuestionResult
from claimcheck.weigh.criticism.nearness import EventTimes
from claimcheck.weigh.criticism.of_question import criticise
from claimcheck.weigh.criticism.set_apart import set_apart_words
from claimcheck.weigh.doubt import doubt_findings
from claimcheck.weigh.inheritance import Descent, descent_for
from claimcheck.weigh.lines import count_lines
from claimcheck.weigh.reasons import ADDS_NONE, way_to
from claimcheck.weigh.suspicion.findings import suspicions
from claimcheck.weigh.tipping.of_question import balance_of


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
    Return the results with the independent lines of each claim counted, criticism beside them, and echoes
    found out. Who could not have known counts for no line.

    `conflicts` tell what is disputed, so that what rests on it can be named.
    `texts` holds the documents at hand by id: what they share in wording raises suspicion.
    """
    questions = {question.id: question for question in dossier.questions}
    weighed: list[QuestionResult] = []
    findings: list[Finding] = []
    times = EventTimes.of(dossier, results)
    for result in results:
        criticism = criticise(dossier, questions[result.question], result, times)
        apart = {each.attestation: each for each in criticism.set_apart}
        by_id = {each.id: each for each in result.attestations}
        claims = []
        for claim in result.claims:
            question = questions[result.question]
            supporting = [by_id[each] for each in claim.supporting]
            contradicting = [by_id[each] for each in claim.contradicting]
            descent = descent_for(dossier, question, supporting, contradicting, apart)
            able = [each for each in supporting if each.id not in apart and each.speaker not in descent.void]
            lines = count_lines(dossier, able, descent)
            reasons = (*lines.because, *set_apart_words(dossier, supporting, apart, descent.void))
            lined = evolve(claim, lines=evolve(lines, because=reasons))
            claims.append(lined)
            findings.extend(_claim_findings(dossier, question, lined, able, descent))
        balance = balance_of(
            dossier,
            questions[result.question],
            claims,
            result.attestations,
            {each.attestation: each.because for each in criticism.set_apart},
        )
        weighed.append(evolve(result, claims=tuple(claims), balance=balance, criticism=criticism))
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
    if lines.at_most == 1:
        yield Finding(
            id=made_id("echo", claim.id),
            code="echo",
            explanation=f"«{question.asks}» - «{claim.answer}»: {named} agree, but they are one line of "
            f"evidence: {'; '.join(_joining(dossier, lines, descent))}.",
            questions=(question.id,),
            attestations=tuple(each.id for each in supporting),
            path=_sources_on(lines.paths[0], descent),
        )
    elif lines.at_least < len(speakers):
        ways = [path_words(dossier, descent.hands, path) for path in lines.paths if path.links]
        yield Finding(
            id=made_id("lines", claim.id),
            code="lines",
            explanation=f"«{question.asks}» - «{claim.answer}»: {len(speakers)} sources ({named}) are not "
            f"{len(speakers)} independent lines but {lines}: {'; '.join((*ways, *lines.because))}.",
            questions=(question.id,),
            attestations=tuple(each.id for each in supporting),
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
                attestations=tuple(each.id for each in supporting),
                path=(derivation.child, derivation.parent),
            )


def _joining(dossier: Dossier, lines: Lines, descent: Descent) -> Iterator[str]:
    """Yield how the sources at hand come together, source by source, then the other reasons."""
    meeting = lines.single_points[:1]
    ways = filter(None, (way_to(each, meeting, descent) for each in descent.starts))
    yield from (path_words(dossier, descent.hands, way) for way in ways if way.links)
    above = lines.paths[0]
    if above.sources[0] in meeting and above.links:
        yield path_words(dossier, descent.hands, above)
    yield from (each for each in lines.because if not each.endswith(ADDS_NONE))


def _sources_on(path: LinePath, descent: Descent) -> tuple[str, ...]:
    """Return the sources of a line; an unseen parent has no id that a reader could look up."""
    return tuple(each for each in path.sources if each not in descent.hands)
