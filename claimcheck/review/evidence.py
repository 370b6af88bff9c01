"""What a decision rests on, as digests: equal as long as nothing that a reviewer saw has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from claimcheck.model.decision import Evidence
from claimcheck.model.document import Anchor, Passage, QuotationStatus
from claimcheck.model.finding import Conflict, Finding
from claimcheck.model.question import Attestation
from claimcheck.model.report import Report

_DIGITS = 16
"""Hex digits of a digest: 64 bits tell the few states of one record apart beyond any accident."""

_Cited = tuple[str, str, str, str]


class EvidenceOf:
    """The evidence of every conflict and finding of a report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._asked = {question.id: question for question in report.dossier.questions}
        self._anchors = {_cited(anchor.passage): anchor for anchor in report.anchors}

    def conflict(self, conflict: Conflict) -> Evidence:
        """
        Return the evidence of a conflict: its gravity, its sides, what is asked and who says what where.

        Words of our own, explanations and diagnoses, are no evidence: a better explanation re-opens nothing.
        """
        sides = [[each.attestations] for each in conflict.sides]
        links = [(link.from_, link.to, link.at_least, link.at_most, link.ground) for link in conflict.links]
        return self._evidence(
            {
                "how grave it is": _digest(conflict.relation.value, conflict.rule),
                "the sides": _digest(sides, links),
            },
            conflict.questions,
            [name for side in conflict.sides for name in side.attestations],
        )

    def finding(self, finding: Finding) -> Evidence:
        """Return the evidence of a finding: what it says, and the attestations and passages it says it of."""
        return self._evidence(
            {"what is found": _digest(finding.code, finding.path, finding.explanation)},
            finding.questions,
            finding.attestations,
            [anchor.passage for anchor in finding.passages],
        )

    def _evidence(
        self,
        parts: dict[str, str],
        questions: Iterable[str],
        attestations: Iterable[str],
        passages: Iterable[Passage] = (),
    ) -> Evidence:
        for name in questions:
            question = self._asked.get(name)
            if question is not None:
                scope = [(facet.name, facet.text) for facet in question.scope.facets]
                asked = question.asks, question.kind, question.subject, question.when_text, scope
                parts[f"question {name}"] = _digest(asked)
        cited = list(passages)
        for name in attestations:
            attestation = self._report.attestation(name)
            parts[f"attestation {name}"] = _digest(_told(attestation))
            cited += attestation.passages
        for passage in cited:
            parts[f"passage {_place(passage)}"] = _found(self._anchors.get(_cited(passage)))
        return Evidence(parts=parts)


def evidence_of_all(report: Report) -> dict[str, Evidence]:
    """Return the evidence of every conflict and finding, by its id."""
    of = EvidenceOf(report)
    found = {each.id: of.conflict(each) for each in report.conflicts}
    return found | {each.id: of.finding(each) for each in report.findings}


def _told(attestation: Attestation) -> Any:
    """Return what an attestation says, without its id and its place in the files."""
    return (
        attestation.document,
        [(link.source, link.relay and link.relay.value, link.hedge) for link in attestation.chain],
        attestation.stance.value,
        (attestation.value.text, attestation.printed),
        (attestation.basis.value, attestation.because),
        [(facet.name, facet.text) for facet in attestation.scope.facets],
        [(each.locator, each.quotation, each.until) for each in attestation.passages],
        sorted(attestation.rests_on),
        (attestation.damage, attestation.beside),
    )


def _cited(passage: Passage) -> _Cited:
    return passage.document, passage.locator, passage.quotation, passage.until


def _place(passage: Passage) -> str:
    words = f" «{passage.quotation}»" if passage.quotation else ""
    return f"{passage.document}, {passage.locator}{words}"


def _found(anchor: Anchor | None) -> str:
    """Return the digest of what stands in the document, nothing where nobody could look."""
    if anchor is None or anchor.status is QuotationStatus.UNCHECKED:
        return ""
    return _digest(anchor.status.value, anchor.judgement, anchor.text, anchor.differs)


def _digest(*parts: Any) -> str:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
