"""The result of examining a dossier."""

from __future__ import annotations

from typing import Self

from attrs import evolve, field, frozen

from claimcheck.model.balance import Balance
from claimcheck.model.bounds import EventBounds
from claimcheck.model.criticism import Criticism
from claimcheck.model.decision import DecisionState
from claimcheck.model.document import Anchor, DocumentStatus
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim, Conflict, Coverage, Finding
from claimcheck.model.problem import Problem
from claimcheck.model.question import Attestation


@frozen(kw_only=True)
class DocumentLoss:
    """Something that a file holds and its text doesn't; `place` is where the first of `count` stands."""

    code: str
    message: str
    place: str
    count: int = 1


@frozen(kw_only=True)
class DocumentState:
    """What became of one document's file: its status, the digest of what was read, and what was lost."""

    document: str
    status: DocumentStatus
    sha256: str = ""
    losses: tuple[DocumentLoss, ...] = ()


@frozen(kw_only=True)
class QuestionResult:
    """
    What the comparison of one question gave: every attestation that counted, the claims, how many pairs
    of attestations were compared, and what criticism says of them.
    """

    question: str
    attestations: tuple[Attestation, ...] = ()
    claims: tuple[Claim, ...] = ()
    compared: int = 0
    balance: Balance | None = None
    criticism: Criticism = Criticism()


@frozen(kw_only=True)
class Report:
    """
    All that was found in a dossier, in a fixed order.

    `attestations` of a result include the stances that relaying sources take themselves, and leave
    out what damage has quarantined. `anchors` holds one entry for each passage that is cited.
    `decisions` holds what reviewers made of conflicts and findings, where anybody did.
    """

    dossier: Dossier
    documents: tuple[DocumentState, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    results: tuple[QuestionResult, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    event_bounds: tuple[EventBounds, ...] = ()
    coverage: Coverage = Coverage()
    problems: tuple[Problem, ...] = ()
    decisions: tuple[DecisionState, ...] = ()
    _attestations: dict[str, Attestation] = field(init=False, eq=False, repr=False)

    @_attestations.default
    def _index(self) -> dict[str, Attestation]:
        written = (each for question in self.dossier.questions for each in question.attestations)
        counted = (each for result in self.results for each in result.attestations)
        return {each.id: each for each in (*written, *counted)}

    def about(self, question_id: str) -> Self:
        """
        Return the part of the report that concerns one question.

        Questions that share a conflict or finding with it stay, so that both sides can be read;
        documents and problems stay whole.
        """
        conflicts = tuple(each for each in self.conflicts if question_id in each.questions)
        findings = tuple(each for each in self.findings if question_id in each.questions)
        decided = {each.id for each in conflicts} | {each.id for each in findings}
        kept = {question_id}
        kept.update(name for conflict in conflicts for name in conflict.questions)
        kept.update(name for finding in findings for name in finding.questions)
        results = tuple(each for each in self.results if each.question in kept)
        skipped = tuple(
            each
            for each in self.coverage.not_compared
            if any(self.attestation(name).question in kept for name in each.attestations)
        )
        questions = tuple(each for each in self.dossier.questions if each.id in kept)
        asked = {name for each in questions for name in (each.event, each.relative_to)}
        events = {name.removesuffix(".begin").removesuffix(".end") for name in asked}
        return evolve(
            self,
            dossier=evolve(self.dossier, questions=questions),
            results=results,
            conflicts=conflicts,
            findings=findings,
            event_bounds=tuple(each for each in self.event_bounds if each.event in events),
            decisions=tuple(each for each in self.decisions if each.about in decided),
            coverage=Coverage(compared=sum(each.compared for each in results), not_compared=skipped),
        )

    def attestation(self, attestation_id: str) -> Attestation:
        """Return the attestation of this id; KeyError when the report has none."""
        return self._attestations[attestation_id]
