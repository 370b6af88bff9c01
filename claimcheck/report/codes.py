"""The codes of a report in a historian's words. `docs/report.md` explains each of them at length."""

from __future__ import annotations

from types import MappingProxyType

from claimcheck.model.document import DocumentStatus, QuotationStatus
from claimcheck.model.finding import ConflictScope
from claimcheck.values.relation import Relation

FINDING_HEADINGS = MappingProxyType(
    {
        "ambiguity": "Words that can be understood in more than one way",
        "damage": "Damaged words, left out of the comparison",
        "beside-damage": "Intact words that stand beside damage",
        "apparent": "Apparent conflicts: the sources speak of different things",
        "declared-opposition": "Oppositions that a historian declared",
        "rests-on-disputed": "Statements that rest on something disputed",
        "variant": "Texts that differ between their versions",
        "echo": "Agreement that is an echo",
        "departure": "Departures from a source that was used",
        "lines": "Why several sources are not several independent lines",
        "suspected-dependence": "Sources that share more than chance explains",
        "untold": "Conflicts that are too many to be told one by one",
        "unnamed-authority": "Authorities that nobody names",
        "look-alike": "Names that look alike",
        "later-name": "Names younger than the source",
        "silence": "Silences",
        "quotation": "Quotations that do not stand as they are cited",
    }
)
"""Every code of a finding, with the heading it stands under, in the order of the report."""

FINDING_CODES = tuple(FINDING_HEADINGS)


def finding_heading(code: str) -> str:
    """Return the heading of a finding's code; a code that we do not know is its own heading."""
    return FINDING_HEADINGS.get(code) or code.replace("-", " ").capitalize()


_RELATIONS = {
    Relation.AGREES: "say the same",
    Relation.REFINES: "agree, one of them more precisely",
    Relation.COMPATIBLE: "can {both} be right",
    Relation.POSSIBLE_CONFLICT: "may not {both} be right",
    Relation.NECESSARY_CONFLICT: "cannot {both} be right",
    Relation.INCOMPARABLE: "speak of different things",
}


def relation_words(relation: Relation, n_sides: int = 2) -> str:
    """Return how so many sides stand to each other: "cannot both be right"."""
    return _RELATIONS[relation].format(both="all" if n_sides > 2 else "both")


SCOPES = MappingProxyType(
    {
        ConflictScope.WITHIN_SOURCE: "within one source",
        ConflictScope.WITHIN_DOCUMENT: "within one document",
        ConflictScope.ACROSS_DOCUMENTS: "across documents",
        ConflictScope.WITHIN_CITED_WORKS: "among the works that a document cites",
    }
)

DOCUMENT_STATUSES = MappingProxyType(
    {
        DocumentStatus.READ: "read",
        DocumentStatus.ABSENT: "not at hand",
        DocumentStatus.CHANGED: "not the file that the dossier was written from",
        DocumentStatus.REFUSED: "could not be read",
    }
)

QUOTATION_STATUSES = MappingProxyType(
    {
        QuotationStatus.EXACT: "found exactly as quoted",
        QuotationStatus.NEAR: "found, with small differences",
        QuotationStatus.DOUBTFUL: "found only in words that may be others",
        QuotationStatus.ALTERED: "the document has other words in its place",
        QuotationStatus.ELSEWHERE: "found, but not where it is cited",
        QuotationStatus.AMBIGUOUS: "found in more than one place",
        QuotationStatus.ABSENT: "not found in the document",
        QuotationStatus.UNCHECKED: "not checked",
    }
)
