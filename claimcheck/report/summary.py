"""The case in numbers: what a report shows first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.model.document import DocumentStatus, QuotationStatus
from claimcheck.model.finding import ConflictScope
from claimcheck.model.plain import counted, plain
from claimcheck.report.blocks import Block, Heading, Paragraph, Table
from claimcheck.report.codes import (
    DOCUMENT_STATUSES,
    SCOPES,
    finding_heading,
    relation_words,
)
from claimcheck.report.conflicts import answers_words, no_conflict_words
from claimcheck.report.findings import findings_by_code
from claimcheck.report.view import View
from claimcheck.values.relation import Relation

UNCHECKED_WORDS = (
    "Quotations were not checked, because no document was at hand: pass the folder that holds them "
    "with --documents."
)


def title_words(view: View) -> str:
    """Return the report's own title."""
    title = plain(view.report.dossier.title)
    return f"Conflict report: {title}" if title else "Conflict report"


def summary_section(view: View) -> Iterator[Block]:
    """Yield the case in numbers, the documents, and an overview of the conflicts."""
    yield Heading(level=1, text=title_words(view))
    yield Table(headers=("The case in numbers", ""), rows=list(number_rows(view)))
    yield from _documents(view)
    yield from _overview(view)
    yield Paragraph(
        f"Values were read with the tolerances of the profile “{view.report.dossier.profile}”, "
        "listed at the end. This report shows where sources conflict and why; it never says who is right."
    )
    yield Paragraph(LINES_WORDS)


LINES_WORDS = (
    "An independent line is a way on which an answer has come to us that shares no source with another: "
    "sources that draw on one another, or are known only through the same one, are one line. An answer is "
    "allowed by those who give neither it nor one that excludes it."
)
"""What is counted behind each answer, as a report says once."""


def number_rows(view: View) -> Iterator[tuple[str, str]]:
    """Yield what was counted, and how many there are."""
    report, questions = view.report, view.questions
    quarantined = sum(len(view.quarantined(each)) for each in questions)
    left_out = f"{quarantined:,} of them left out, because their words are damaged" if quarantined else ""
    yield "documents", _counts(_document_counts(view))
    yield "sources", f"{len(report.dossier.sources):,}"
    yield "questions", f"{len(questions):,}"
    yield "attestations", _with_parts(len(view.attestations), left_out)
    yield "quotations", _counts(_quotation_counts(view)) if view.has_documents else "not checked"
    yield "pairs compared", f"{report.coverage.compared:,}"
    yield "groups not compared", f"{len(report.coverage.not_compared):,}"
    yield "conflicts", _counts(_relation_counts(view))
    for scope, number in _scope_counts(view).items():
        yield f"· {SCOPES[scope]}", f"{number:,}"
    yield "findings", f"{len(report.findings):,}"
    for code, findings in findings_by_code(view).items():
        yield f"· {code}", f"{len(findings):,}: {finding_heading(code)}"
    yield "problems", f"{len(report.problems):,}"


def _with_parts(total: int, parts: str) -> str:
    return f"{total:,}" + (f" ({parts})" if parts else "")


def _counts(numbers: dict[str, int]) -> str:
    parts = ", ".join(f"{number:,} {words}" for words, number in numbers.items())
    return _with_parts(sum(numbers.values()), parts)


def _in_order(found: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {words: counts[words] for words in order if counts[words]}


def _document_counts(view: View) -> dict[str, int]:
    found = (each.status.value for each in view.report.documents)
    return _in_order(found, (each.value for each in DocumentStatus))


def _quotation_counts(view: View) -> dict[str, int]:
    found = (each.status.value for each in view.report.anchors if each.passage.quotation)
    return _in_order(found, (each.value for each in QuotationStatus))


def _relation_counts(view: View) -> dict[str, int]:
    # Counted by relation alone: "both" and "all" are one thing here.
    words = {
        each: relation_words(each, 3) for each in (Relation.NECESSARY_CONFLICT, Relation.POSSIBLE_CONFLICT)
    }
    found = (words[each.relation] for each in view.report.conflicts if each.relation in words)
    return _in_order(found, words.values())


def _scope_counts(view: View) -> dict[ConflictScope, int]:
    counts = Counter(scope for conflict in view.report.conflicts for scope in conflict.scopes)
    return {scope: counts[scope] for scope in ConflictScope if counts[scope]}


def _documents(view: View) -> Iterator[Block]:
    if not view.has_documents:
        yield Paragraph(UNCHECKED_WORDS)
        n_earlier = sum(anchor.earlier is not None for anchor in view.report.anchors)
        if n_earlier:
            yield Paragraph(f"What was found of {counted(n_earlier, 'quotation')} earlier stands beside it.")
    speakers = {each.id: each.source for each in view.report.dossier.documents}
    rows = [
        (
            each.document,
            DOCUMENT_STATUSES[each.status],
            view.source(speakers.get(each.document, "")),
        )
        for each in view.report.documents
    ]
    if rows:
        yield Table(headers=("Document", "Status", "Its own source"), rows=rows)


def _overview(view: View) -> Iterator[Block]:
    if not view.report.conflicts:
        yield Paragraph(f"Conflicts: {no_conflict_words(view)}")
        return
    rows = [
        (
            str(number),
            relation_words(each.relation, len(each.sides)),
            f"{view.title(each)} {answers_words(view, each)}".rstrip(),
        )
        for number, each in enumerate(view.report.conflicts, start=1)
    ]
    yield Table(headers=("No.", "The sides", "Asked, and answered"), rows=rows)
