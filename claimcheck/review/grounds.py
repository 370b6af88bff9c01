"""What a dossier declares that a finding is made from: damage, silences, omissions, oppositions, descent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model.document import DocumentStatus
from claimcheck.model.finding import Claim, Finding
from claimcheck.model.ids import made_id
from claimcheck.model.report import Report
from claimcheck.review import digests
from claimcheck.review.descent import Descents


class Grounds:
    """The grounds of every finding of a report, and the lines behind every claim."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._descents = Descents(report)
        self._claims = {
            claim.id: (result.question, claim) for result in report.results for claim in result.claims
        }
        self._lines: dict[str, str] = {}
        self._records = dict((*self._damaged(), *self._noted()))
        self._persons = {each.id: each for each in report.dossier.persons}

    def of(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the parts of the evidence that stand neither in attestations nor in passages."""
        match finding.code:
            case "echo" | "lines":
                claim = self._claim_of(finding)
                if claim:
                    yield "lines behind the answer", self.lines(claim)
            case "departure":
                child, parent = finding.path
                (question,) = finding.questions
                yield (
                    "what is declared of the two",
                    digests.descent(
                        each
                        for each in self._descents.of(question, [child]).derivations
                        if (each.child, each.parent) == (child, parent)
                    ),
                )
            case "look-alike":
                for name in finding.path:
                    yield f"person {name}", digests.person(self._persons[name])
            case "suspected-dependence" if not finding.attestations:
                yield from self._texts(finding.path)
            case _ if finding.id in self._records:
                yield "what the dossier declares of it", self._records[finding.id]

    def lines(self, claim_id: str | None) -> str:
        """Return the digest of the lines behind a claim; nothing where there is no claim, or none counted."""
        if claim_id not in self._claims:
            return ""
        if claim_id not in self._lines:
            self._lines[claim_id] = self._counted(*self._claims[claim_id])
        return self._lines[claim_id]

    def _counted(self, question: str, claim: Claim) -> str:
        if claim.lines is None:
            return ""
        speakers = (self._report.attestation(name).speaker for name in claim.supporting)
        found = self._descents.of(question, speakers)
        return digests.lines(claim.lines, found.derivations, found.hands, found.independences)

    def _claim_of(self, finding: Finding) -> str | None:
        named = (each for each in self._claims if made_id(finding.code, each) == finding.id)
        return next(named, None)

    def _damaged(self) -> Iterator[tuple[str, str]]:
        for damage in self._report.dossier.damages:
            for code in ("damage", "beside"):
                yield made_id(code, damage.id), digests.damage(damage)

    def _noted(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of the findings that a question's silences, omissions and oppositions make."""
        for question in self._report.dossier.questions:
            for silence in question.silences:
                name = made_id("silence", question.id, silence.source, silence.document)
                yield name, digests.silence(silence)
            for omission in question.omissions:
                name = made_id("variant", question.id, omission.source, omission.lacks)
                yield name, digests.omission(omission)
            for opposition in question.oppositions:
                name = made_id("opposition", question.id, *sorted(opposition.attestations))
                yield name, digests.opposition(opposition)

    def _texts(self, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the documents of some sources: which words their whole texts share no passage tells."""
        states = {each.document: each for each in self._report.documents}
        named = set(sources)
        for document in self._report.dossier.documents:
            state = states.get(document.id)
            if document.source in named and state is not None:
                is_read = state.status in (DocumentStatus.READ, DocumentStatus.CHANGED)
                yield f"text of {document.id}", digests.digest(state.sha256) if is_read else ""
