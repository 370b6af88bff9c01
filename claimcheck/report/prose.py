"""The whole report as blocks, in the order in which a historian reads it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.report import Report
from claimcheck.report.blocks import Block
from claimcheck.report.closing import coverage_section, gone_section, problems_section, tolerances_section
from claimcheck.report.conflicts import conflicts_section
from claimcheck.report.findings import findings_section
from claimcheck.report.questions import questions_section
from claimcheck.report.summary import summary_section
from claimcheck.report.timeline import timeline_section
from claimcheck.report.view import View


def report_blocks(report: Report) -> Iterator[Block]:
    """Yield a report block by block: the summary first, the tolerances last."""
    view = View(report)
    yield from summary_section(view)
    yield from conflicts_section(view)
    yield from questions_section(view)
    yield from timeline_section(view)
    yield from findings_section(view)
    yield from coverage_section(view)
    yield from gone_section(view)
    yield from problems_section(view)
    yield from tolerances_section(view)
