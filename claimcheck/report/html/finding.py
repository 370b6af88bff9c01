"""The findings as the page shows them, under a heading for each code."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.finding import Finding
from claimcheck.model.plain import plain
from claimcheck.model.wording import passage_words
from claimcheck.report.anchor import anchor_id, question_anchor
from claimcheck.report.codes import finding_heading
from claimcheck.report.findings import findings_by_code
from claimcheck.report.html.decision import DecisionShown, show_decision
from claimcheck.report.passages import found_words
from claimcheck.report.view import View


@frozen(kw_only=True)
class FindingShown:
    """One finding: what it says, the questions that it touches, what became of its passages."""

    id: str
    anchor: str
    words: str
    questions: tuple[tuple[str, str], ...]
    passages: tuple[str, ...]
    decision: DecisionShown | None


@frozen(kw_only=True)
class Group:
    """The findings of one code, with the heading that they stand under."""

    code: str
    anchor: str
    heading: str
    findings: tuple[FindingShown, ...]


def show_findings(view: View) -> tuple[Group, ...]:
    """Return all findings in the order of the report."""
    return tuple(
        Group(
            code=plain(code),
            anchor=anchor_id(f"findings-{code}"),
            heading=plain(finding_heading(code)),
            findings=tuple(_shown(view, each) for each in findings),
        )
        for code, findings in findings_by_code(view).items()
    )


def _shown(view: View, finding: Finding) -> FindingShown:
    passages = finding.passages if view.has_documents else ()
    return FindingShown(
        id=plain(finding.id),
        anchor=anchor_id(finding.id),
        words=plain(finding.explanation),
        questions=tuple((question_anchor(each), view.asks(each)) for each in finding.questions),
        passages=tuple(plain(f"{passage_words(each.passage)}: {found_words(each)}") for each in passages),
        decision=show_decision(view.decision(finding.id)),
    )
