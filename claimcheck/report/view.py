"""A report with its records at hand by id, for those who put it in words."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.model.balance import Balance
from claimcheck.model.bounds import EventBounds
from claimcheck.model.criticism import Criticism, Grade
from claimcheck.model.crux import loop_question
from claimcheck.model.decision import DecisionState
from claimcheck.model.document import Anchor, Document, DocumentStatus, Passage, QuotationStatus
from claimcheck.model.finding import Claim, Conflict
from claimcheck.model.loops import Nodes
from claimcheck.model.plain import plain
from claimcheck.model.question import Attestation, Question
from claimcheck.model.report import Report
from claimcheck.model.wording import speaker_words
from claimcheck.values.scope import Scope

_Cited = tuple[str, str, str, str]


def _cited(passage: Passage) -> _Cited:
    # Where it is written in the dossier takes no part: the same words cited twice are anchored alike.
    return passage.document, passage.locator, passage.quotation, passage.until


@frozen
class View:
    """
    What renderers ask of a report.

    Ids that lead nowhere never raise: an unknown one is shown as it stands, because half a report
    helps a historian more than none.
    """

    report: Report
    _questions: dict[str, Question] = field(init=False, eq=False, repr=False)
    _claims: dict[str, Claim] = field(init=False, eq=False, repr=False)
    _anchors: dict[_Cited, Anchor] = field(init=False, eq=False, repr=False)
    _labels: dict[str, str] = field(init=False, eq=False, repr=False)
    _documents: dict[str, Document] = field(init=False, eq=False, repr=False)
    _counted: dict[str, tuple[Attestation, ...]] = field(init=False, eq=False, repr=False)
    _counted_ids: frozenset[str] = field(init=False, eq=False, repr=False)
    _conflicts: dict[str, list[Conflict]] = field(init=False, eq=False, repr=False)
    _claims_by_question: dict[str, tuple[Claim, ...]] = field(init=False, eq=False, repr=False)
    _decisions: dict[str, DecisionState] = field(init=False, eq=False, repr=False)
    _balances: dict[str, Balance | None] = field(init=False, eq=False, repr=False)
    _criticisms: dict[str, Criticism] = field(init=False, eq=False, repr=False)
    _grades: dict[str, tuple[Grade, ...]] = field(init=False, eq=False, repr=False)
    _bounds: dict[str, list[EventBounds]] = field(init=False, eq=False, repr=False)
    nodes: Nodes = field(init=False, eq=False, repr=False)
    """Names for the moments of the events."""
    _speakers: dict[str, str] = field(factory=dict, init=False, eq=False, repr=False)

    @nodes.default
    def _index_nodes(self) -> Nodes:
        return Nodes(self.report.dossier.events)

    @_decisions.default
    def _index_decisions(self) -> dict[str, DecisionState]:
        return {state.about: state for state in self.report.decisions}

    @_questions.default
    def _index_questions(self) -> dict[str, Question]:
        return {question.id: question for question in self.report.dossier.questions}

    @_claims.default
    def _index_claims(self) -> dict[str, Claim]:
        return {claim.id: claim for result in self.report.results for claim in result.claims}

    @_anchors.default
    def _index_anchors(self) -> dict[_Cited, Anchor]:
        return {_cited(anchor.passage): anchor for anchor in self.report.anchors}

    @_labels.default
    def _index_labels(self) -> dict[str, str]:
        labels = {}
        for source in self.report.dossier.sources:
            labels[source.id] = plain(source.label)
        return labels

    @_documents.default
    def _index_documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.report.dossier.documents}

    @_counted.default
    def _index_counted(self) -> dict[str, tuple[Attestation, ...]]:
        return {result.question: result.attestations for result in self.report.results}

    @_counted_ids.default
    def _index_counted_ids(self) -> frozenset[str]:
        return frozenset(each.id for result in self.report.results for each in result.attestations)

    @_conflicts.default
    def _index_conflicts(self) -> dict[str, list[Conflict]]:
        found: dict[str, list[Conflict]] = {}
        for conflict in self.report.conflicts:
            for question_id in dict.fromkeys(conflict.questions):
                found.setdefault(question_id, []).append(conflict)
        return found

    @_claims_by_question.default
    def _index_claims_by_question(self) -> dict[str, tuple[Claim, ...]]:
        return {result.question: result.claims for result in self.report.results}

    @_criticisms.default
    def _index_criticisms(self) -> dict[str, Criticism]:
        return {result.question: result.criticism for result in self.report.results}

    @_grades.default
    def _index_grades(self) -> dict[str, tuple[Grade, ...]]:
        return {name: grades for result in self.report.results for name, grades in result.criticism.grades}

    def decision(self, about: str) -> DecisionState | None:
        """Return what reviewers made of a conflict or finding, None where nobody did anything."""
        return self._decisions.get(about)

    @property
    def decisions_of_what_is_gone(self) -> list[DecisionState]:
        """Decisions on conflicts and findings that the report has no longer: they are never lost."""
        if not self._decisions:
            return []
        here = {each.id for each in self.report.conflicts} | {each.id for each in self.report.findings}
        return [state for about, state in self._decisions.items() if about not in here]

    @_balances.default
    def _index_balances(self) -> dict[str, Balance | None]:
        return {result.question: result.balance for result in self.report.results}

    def balance_of(self, question_id: str) -> Balance | None:
        """Return how the lines behind a question's answers stand, or None where nobody weighed them."""
        return self._balances.get(question_id)

    @_bounds.default
    def _index_bounds(self) -> dict[str, list[EventBounds]]:
        found: dict[str, list[EventBounds]] = {}
        for bounds in self.report.event_bounds:
            found.setdefault(bounds.event, []).append(bounds)
        return found

    def question(self, question_id: str) -> Question | None:
        """Return the question of this id, or None."""
        return self._questions.get(question_id)

    def document(self, document_id: str) -> Document | None:
        """Return the document of this id, or None."""
        return self._documents.get(document_id)

    def asks(self, question_id: str) -> str:
        """Return what a question asks, in words."""
        question = self._questions.get(question_id)
        return plain(question.asks) if question else plain(question_id)

    def asks_all(self, question_ids: tuple[str, ...]) -> str:
        """Return what several questions ask, one after the other."""
        return " / ".join(self.asks(each) for each in question_ids)

    def title(self, conflict: Conflict) -> str:
        """Return what a conflict asks: its questions, or whether the dates of some events fit together."""
        if not conflict.links:
            return self.asks_all(conflict.questions)
        return loop_question(self.nodes, conflict.links)

    def own_conflict(self, question_id: str) -> Conflict | None:
        """Return the only conflict of a question's answers; None where there are several or none."""
        own = [each for each in self.conflicts_of(question_id) if not each.links and len(each.questions) == 1]
        return own[0] if len(own) == 1 else None

    def claim(self, claim_id: str | None) -> Claim | None:
        """Return the claim of this id, or None."""
        return self._claims.get(claim_id) if claim_id else None

    def attestation(self, attestation_id: str) -> Attestation | None:
        """Return the attestation of this id, counted or quarantined, or None."""
        try:
            return self.report.attestation(attestation_id)
        except KeyError:
            return None

    def source(self, source_id: str) -> str:
        """Return the name of a source; of anything that is no source, the id."""
        return self._labels.get(source_id) or plain(source_id)

    def is_source(self, some_id: str) -> bool:
        """Tell whether an id is that of a source, and not of an unseen parent of several."""
        return some_id in self._labels

    def speaker(self, attestation: Attestation) -> str:
        """Return who speaks in an attestation, and through whom."""
        # Each claim names all who contradict it, so that with many claims one name is asked for often.
        if attestation.id not in self._speakers:
            self._speakers[attestation.id] = plain(speaker_words(self.report.dossier, attestation))
        return self._speakers[attestation.id]

    def anchor(self, passage: Passage) -> Anchor:
        """Return what became of a passage; one that nobody held against its document is unchecked."""
        found = self._anchors.get(_cited(passage))
        return found or Anchor(passage=passage, status=QuotationStatus.UNCHECKED)

    def scope(self, attestation: Attestation) -> Scope:
        """Return all that an attestation is about: the question's scope, the words', the dossier's own."""
        question = self._questions.get(attestation.question)
        outer = question.scope if question else Scope()
        return attestation.scope.within(attestation.value.scope.within(outer))

    def own_scope(self, attestation: Attestation) -> Scope:
        """Return what an attestation is about beyond what its question fixes for all."""
        question = self._questions.get(attestation.question)
        return self.scope(attestation).beyond(question.scope if question else Scope())

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the report has a result for: all of them, or those it was cut down to."""
        return tuple(each for each in self.report.dossier.questions if each.id in self._counted)

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """
        Every attestation, question by question: those that counted, then those in quarantine.

        What a conflict draws from a question that the report was cut down from stands at the end.
        """
        found: dict[str, Attestation] = {}
        for question in self.questions:
            for attestation in (*self.counted(question.id), *self.quarantined(question)):
                found[attestation.id] = attestation
        for conflict in self.report.conflicts:
            for attestation_id in (each for side in conflict.sides for each in side.attestations):
                drawn = self.attestation(attestation_id)
                if drawn is not None:
                    found.setdefault(attestation_id, drawn)
        return tuple(found.values())

    def counted(self, question_id: str) -> tuple[Attestation, ...]:
        """Return the attestations of a question that took part in its comparison."""
        return self._counted.get(question_id, ())

    def is_quarantined(self, attestation: Attestation) -> bool:
        """Tell whether an attestation was left out of its question's comparison, its words being damaged."""
        return attestation.question in self._counted and attestation.id not in self._counted_ids

    def quarantined(self, question: Question) -> tuple[Attestation, ...]:
        """Return the attestations of a question that damage has quarantined."""
        return tuple(each for each in question.attestations if self.is_quarantined(each))

    def claims_of(self, question_id: str) -> tuple[Claim, ...]:
        """Return the claims that answer a question."""
        return self._claims_by_question.get(question_id, ())

    def conflicts_of(self, question_id: str) -> list[Conflict]:
        """Return the conflicts that touch a question, in the report's order."""
        return self._conflicts.get(question_id, [])

    def criticism_of(self, question_id: str) -> Criticism:
        """Return what criticism says of a question; nothing where it has no result."""
        return self._criticisms.get(question_id, Criticism())

    def grades(self, attestation: Attestation) -> tuple[Grade, ...]:
        """Return the grades of an attestation; of one that did not count, those that were declared."""
        return self._grades.get(attestation.id, attestation.grades)

    def bounds_of(self, event_id: str) -> list[EventBounds]:
        """Return what each source implies for the date of an event."""
        return self._bounds.get(event_id, [])

    @property
    def has_documents(self) -> bool:
        """Whether any document was at hand, so that quotations could be looked for."""
        at_hand = (DocumentStatus.READ, DocumentStatus.CHANGED)
        return any(state.status in at_hand for state in self.report.documents)
