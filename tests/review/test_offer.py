"""What a page is told so that decisions can be made on it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.report.html.page import Desk, render_html, render_pages
from claimcheck.review.offer import file_desk


@pytest.fixture(scope="module")
def report(worked_report: Report) -> Report:
    """The report of the worked dossier, without documents."""
    return worked_report


def told(text: str) -> dict[str, Any]:
    """Return what a page tells its script."""
    (data,) = re.findall(r'<script type="application/json" id="desk-data">(.*?)</script>', text, re.DOTALL)
    found: dict[str, Any] = json.loads(data)
    return found


def test_a_page_offers_every_conflict_and_finding(report: Report) -> None:
    """Each has a form's place in the page, and its evidence in what the script is told."""
    text = render_html(report, file_desk(report))
    ids = {each.id for each in report.conflicts} | {each.id for each in report.findings}

    assert set(told(text)["items"]) == ids
    assert set(re.findall(r'data-decides="([^"]+)"', text)) == ids


def test_a_page_without_a_desk_offers_nothing(report: Report) -> None:
    """Only whoever can keep decisions offers them."""
    assert "desk-data" not in render_html(report)


def test_parts_are_told_of_their_own_conflicts_alone(report: Report) -> None:
    """The files of a large report do not each carry the evidence of all conflicts."""
    desk = file_desk(report)
    *parts, index = render_pages(report, "case.html", most=10, desk=desk)
    offered = [set(told(each.text)["items"]) for each in parts]

    assert [len(each) for each in offered[:-1]] == [10] * (len(offered) - 1)
    assert set().union(*offered) == {each.id for each in report.conflicts}
    assert set(told(index.text)["items"]) == {each.id for each in report.findings}


def test_no_word_of_a_dossier_ends_the_script() -> None:
    """Whatever stands in the evidence, it stays a part of the JSON."""
    hostile = "</script><script>alert(1)</script>\u2028"
    data = Desk(told={}, items={"a": {"parts": {hostile: "1"}}}).data_for(["a", "b"])

    assert "<" not in data
    assert data.isascii()
    assert json.loads(data)["items"] == {"a": {"parts": [0]}}
    assert json.loads(data)["evidence"] == [[hostile, "1"]]


def test_decisions_are_kept_under_the_evidence(report: Report) -> None:
    """The same evidence has the same name in the browser; other evidence has another."""
    fewer = evolve(report, findings=report.findings[1:])

    assert file_desk(report).told["report"] == file_desk(report).told["report"]
    assert file_desk(fewer).told["report"] != file_desk(report).told["report"]
