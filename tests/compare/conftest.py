"""A dossier written in the test itself, compared and weighed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.notebook import Examination

SOURCES = """
claimcheck: 1
part: sources
sources:
  - {id: annals, title: Annals, short: Annals}
  - {id: chronicle, title: Chronicle, short: Chronicle}
  - {id: letter, title: Letter, short: Letter}
  - {id: memoir, title: Memoir, short: Memoir}
  - {id: rumour, title: Some say, short: some say, unnamed: yes}
"""

DOCUMENTS = """
claimcheck: 1
part: documents
documents:
  - {id: annals, source: annals}
  - {id: chronicle, source: chronicle}
"""


@pytest.fixture
def examined(tmp_path: Path) -> Callable[..., Examination]:
    """Return a function that examines parts of a dossier; two documents and four sources are there."""

    def examine_parts(*parts: str) -> Examination:
        for number, text in enumerate((SOURCES, DOCUMENTS, *parts)):
            (tmp_path / f"{number}.yaml").write_text(dedent(text), encoding="utf-8")
        dossier = load(tmp_path)

        assert dossier.problems == ()
        return examine(dossier)

    return examine_parts
