"""What the tests of the worked dossier share: its report, examined once, and where its words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.notebook import Examination


@pytest.fixture(scope="session")
def case(claims: Path) -> Examination:
    """The report of the worked dossier, without documents."""
    return examine(load(claims))


@pytest.fixture(scope="session")
def case_with_documents(claims: Path, documents: Path) -> Examination:
    """The report of the worked dossier, with its documents at hand."""
    return examine(load(claims), documents=documents)
