"""What the tests of the worked dossier share: its report, and where its words stand."""

from __future__ import annotations

import pytest

from claimcheck.notebook import Examination


@pytest.fixture(scope="session")
def case(worked_report: Examination) -> Examination:
    """The report of the worked dossier, without documents."""
    return worked_report


@pytest.fixture(scope="session")
def case_with_documents(worked_report_with_documents: Examination) -> Examination:
    """The report of the worked dossier, with its documents at hand."""
    return worked_report_with_documents
