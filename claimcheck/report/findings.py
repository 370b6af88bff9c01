"""Everything that a report shows beside conflicts, grouped by what it is."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimcheck.model.finding import Finding
from claimcheck.model.wording import passage_words
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.codes import FINDING_CODES, finding_heading
from claimcheck.report.decisions import decision_blocks
from claimcheck.report.entries import attestation_items
from claimcheck.report.passages import found_words
from claimcheck.report.view import View


def findings_by_code(view: View) -> dict[str, list[Finding]]:
    """Return the findings by code: ours in the order of `FINDING_CODES`, then others by name."""
    groups: dict[str, list[Finding]] = {}
    for finding in view.report.findings:
        groups.setdefault(finding.code, []).append(finding)
    others = sorted(code for code in groups if code not in FINDING_CODES)
    return {code: groups[code] for code in (*FINDING_CODES, *others) if code in groups}


def findings_section(view: View) -> Iterator[Block]:
    """Yield all findings under a heading for each code."""
    yield Heading(level=2, text="Findings", anchor="findings")
    if not view.report.findings:
        yield Paragraph("There is nothing else to show.")
    for code, findings in findings_by_code(view).items():
        yield Heading(level=3, text=finding_heading(code), anchor=f"findings-{code}")
        for finding in findings:
            yield from finding_items(view, finding)


def finding_items(view: View, finding: Finding, *, in_full: bool = False) -> Iterator[Block]:
    """
    Yield one finding with the questions that it touches and what became of its passages.

    The explanation names the attestations; `in_full` they follow with all that stands behind them.
    """
    yield Item(lead=f"[{finding.id}]", text=finding.explanation)
    for question_id in finding.questions:
        yield Item(depth=1, lead="question:", text=view.asks(question_id))
    if view.has_documents:
        for anchor in finding.passages:
            yield Item(depth=1, text=f"{passage_words(anchor.passage)}: {found_words(anchor)}")
    for block in decision_blocks(view.decision(finding.id), in_full=in_full):
        yield evolve(block, depth=block.depth + 1) if isinstance(block, Item) else block
    if in_full:
        for attestation_id in finding.attestations:
            yield from attestation_items(view, attestation_id, depth=1)
