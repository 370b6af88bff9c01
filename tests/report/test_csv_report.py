"""The report for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report.csv_report import COLUMNS, render_csv, safe_cell


def _rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render_csv(report))))


def test_the_whole_report(report: Report, gold: Callable[[str, str], None]) -> None:
    """The rows are as the gold file has them."""
    gold("report.csv", render_csv(report))


def test_every_side_has_its_rows(report: Report) -> None:
    """Each attestation on a side of a conflict has a row, and each finding one at least."""
    rows = _rows(report)
    sides = [
        (conflict.id, str(number), each)
        for conflict in report.conflicts
        for number, side in enumerate(conflict.sides, start=1)
        for each in side.attestations
    ]

    assert [
        (row["id"], row["side"], row["attestation"]) for row in rows if row["type"] == "conflict"
    ] == sides
    assert {row["id"] for row in rows if row["type"] == "finding"} == {each.id for each in report.findings}


def test_an_empty_report_has_its_header(empty_report: Report) -> None:
    """Without conflicts and findings there is the header alone."""
    assert render_csv(empty_report) == ",".join(COLUMNS) + "\n"


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    """No cell begins with what a spreadsheet takes for a formula, a tab or a line break."""
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_known_attacks_are_disarmed(attack: str) -> None:
    """A formula is marked as text, also behind blanks that a spreadsheet would skip."""
    assert safe_cell(attack).startswith("'")


def test_a_hostile_dossier_stays_in_its_cells(
    report: Report, poisoned: Callable[[Report, str], Report]
) -> None:
    """Quotation marks, commas and line breaks in a dossier add neither rows nor columns."""
    rows = _rows(poisoned(report, '",=cmd()\n\r"'))

    assert len(rows) == len(_rows(report))
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_formula_in_a_finding_is_disarmed(report: Report) -> None:
    """An explanation that begins like a formula is marked as text."""
    hostile = Finding(id="f", code="odd", explanation="=HYPERLINK(1)", attestations=("unknown",))
    (row,) = _rows(evolve(report, conflicts=(), findings=(hostile,)))

    assert row["explanation"] == "'=HYPERLINK(1)"
    assert row["attestation"] == "unknown"
