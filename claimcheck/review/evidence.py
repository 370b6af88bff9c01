"""What a decision rests on, as digests: equal as long as nothing that a reviewer saw has changed."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.decision import Evidence
from claimcheck.model.document import Passage
from claimcheck.model.finding import Conflict, Finding
from claimcheck.model.report import Report
from claimcheck.report.decisions import side_letter
from claimcheck.review import digests
from claimcheck.review.grounds import Grounds

_Cited = tuple[str, str, str, str]


class EvidenceOf:
    """The evidence of every conflict and finding of a report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._asked = {question.id: question for question in report.dossier.questions}
        self._anchors = {_cited(anchor.passage): anchor for anchor in report.anchors}
        self._grades = {name: each for result in report.results for name, each in result.criticism.grades}
        self._grounds = Grounds(report)
        self._told: dict[str, dict[str, str]] = {}

    def conflict(self, conflict: Conflict) -> Evidence:
        """
        Return the evidence of a conflict: its gravity, its sides and the lines behind them, what is asked,
        who says what where, and how that stands up to criticism.

        Words of our own, explanations and diagnoses, are no evidence: a better explanation re-opens nothing.
        """
        parts = {"how grave it is": digests.gravity(conflict), "the sides": digests.sides(conflict)}
        for number, side in enumerate(conflict.sides):
            if lines := self._grounds.lines(side.claim):
                parts[f"lines behind side {side_letter(number)}"] = lines
        attestations = [name for side in conflict.sides for name in side.attestations]
        return self._evidence(parts, conflict.questions, attestations)

    def finding(self, finding: Finding) -> Evidence:
        """
        Return the evidence of a finding: what the dossier declares of it, and the attestations and passages
        it says it of. Its explanation is in words of ours.
        """
        parts = {
            "what is found": digests.digest(finding.code, finding.path),
            **dict(self._grounds.of(finding)),
        }
        passages = [anchor.passage for anchor in finding.passages]
        return self._evidence(parts, finding.questions, finding.attestations, passages)

    def _evidence(
        self,
        parts: dict[str, str],
        questions: Iterable[str],
        attestations: Iterable[str],
        passages: Iterable[Passage] = (),
    ) -> Evidence:
        for name in questions:
            if name in self._asked:
                parts[f"question {name}"] = digests.question(self._asked[name])
        for name in attestations:
            parts |= self._attested(name)
        for passage in passages:
            parts |= self._stands(passage)
        return Evidence(parts=parts)

    def _attested(self, name: str) -> dict[str, str]:
        """Return an attestation with its grades, sources and passages."""
        if name not in self._told:
            said, dossier = self._report.attestation(name), self._report.dossier
            found = {
                f"attestation {name}": digests.attestation(said),
                f"criticism of {name}": digests.grades(self._grades.get(name, said.grades)),
            }
            for link in said.chain:
                found[f"source {link.source}"] = digests.source(dossier.source(link.source))
            for passage in said.passages:
                found |= self._stands(passage)
            self._told[name] = found
        return self._told[name]

    def _stands(self, passage: Passage) -> dict[str, str]:
        return {f"passage {digests.place(passage)}": digests.passage(self._anchors.get(_cited(passage)))}


def evidence_of_all(report: Report) -> dict[str, Evidence]:
    """Return the evidence of every conflict and finding, by its id."""
    of = EvidenceOf(report)
    found = {each.id: of.conflict(each) for each in report.conflicts}
    return found | {each.id: of.finding(each) for each in report.findings}


def _cited(passage: Passage) -> _Cited:
    return passage.document, passage.locator, passage.quotation, passage.until
