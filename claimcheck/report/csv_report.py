"""The report for a spreadsheet: a row for every attestation on a side of a conflict or in a finding."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from claimcheck.model.document import Anchor
from claimcheck.model.finding import Conflict, Finding
from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.report.view import View

COLUMNS = (
    "id",
    "type",
    "code",
    "questions",
    "scope",
    "side",
    "claim",
    "attestation",
    "speaker",
    "chain",
    "stance",
    "basis",
    "value",
    "printed",
    "document",
    "locator",
    "quotation",
    "status",
    "explanation",
    "profile",
)

# What makes spreadsheets take a cell for a formula; the last four are full-width forms of the first four.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BETWEEN = " | "

Row = dict[str, str]


def render_csv(report: Report) -> str:
    """Return the report as CSV with a header, comma-separated, one line a row."""
    view = View(report)
    stream = StringIO()
    writer = csv.DictWriter(stream, fieldnames=COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    # The tolerances that decided travel with every row: rows are cut from a table and kept apart.
    profile = {"profile": report.dossier.profile}
    for row in _rows(view):
        row |= profile
        writer.writerow({column: safe_cell(text) for column, text in row.items()})
    return stream.getvalue()


def safe_cell(text: str) -> str:
    """
    Return text that no spreadsheet takes for a formula, marked by an apostrophe where it would be.

    Every column holds words, so a figure such as "-3" is marked as well.

    >>> safe_cell("=1+1"), safe_cell("a = b")
    ("'=1+1", 'a = b')
    """
    text = plain(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(view: View) -> Iterator[Row]:
    for conflict in view.report.conflicts:
        yield from _conflict_rows(view, conflict)
    for finding in view.report.findings:
        yield from _finding_rows(view, finding)


def _conflict_rows(view: View, conflict: Conflict) -> Iterator[Row]:
    shared = {
        "id": conflict.id,
        "type": "conflict",
        "code": conflict.relation.value,
        "questions": _BETWEEN.join(conflict.questions),
        "scope": _BETWEEN.join(scope.value for scope in conflict.scopes),
        "explanation": conflict.explanation,
    }
    for number, side in enumerate(conflict.sides, start=1):
        claim = view.claim(side.claim)
        placed = {"side": str(number), "claim": claim.answer if claim else ""}
        for attestation_id in side.attestations:
            yield shared | placed | _attestation_cells(view, attestation_id)


def _finding_rows(view: View, finding: Finding) -> Iterator[Row]:
    shared = {
        "id": finding.id,
        "type": "finding",
        "code": finding.code,
        "questions": _BETWEEN.join(finding.questions),
        "explanation": finding.explanation,
    }
    for attestation_id in finding.attestations:
        yield shared | _attestation_cells(view, attestation_id)
    for anchor in finding.passages:
        yield shared | {"document": anchor.passage.document} | _passage_cells((anchor,))
    if not finding.attestations and not finding.passages:
        yield shared


def _attestation_cells(view: View, attestation_id: str) -> Row:
    attestation = view.attestation(attestation_id)
    if attestation is None:
        return {"attestation": attestation_id}
    return {
        "attestation": attestation.id,
        "speaker": view.source(attestation.speaker),
        "chain": " > ".join(view.source(link.source) for link in attestation.chain),
        "stance": attestation.stance.value,
        "basis": attestation.basis.value,
        "value": attestation.value.text,
        "printed": attestation.printed or attestation.value.text,
        "document": attestation.document,
        **_passage_cells(tuple(view.anchor(each) for each in attestation.passages)),
    }


def _passage_cells(anchors: tuple[Anchor, ...]) -> Row:
    return {
        "locator": _BETWEEN.join(each.passage.locator for each in anchors),
        "quotation": _BETWEEN.join(each.passage.quotation for each in anchors),
        "status": _BETWEEN.join(each.status.value for each in anchors),
    }
