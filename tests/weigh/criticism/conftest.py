"""Small dossiers for criticism, written as one question with its sources."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.model.criticism import RuleRow
from claimcheck.model.report import QuestionResult
from claimcheck.notebook import Examination

SOURCES = """
claimcheck: 1
part: sources
sources:
  - {id: roll, title: Muster roll, short: the roll, form: relic, made: {when: 1742-05-04}}
  - {id: hale, title: Hale's memoir, short: Hale, form: narrative, issued: 1781}
  - {id: pym, title: Pym's history, short: Pym, form: narrative, issued: 1787}
  - {id: orme, title: Orme's chronicle, short: Orme, form: mixed, issued: 1790}
  - {id: talk, title: Talk, short: the talk, unnamed: yes}
"""

DOCUMENTS = """
claimcheck: 1
part: documents
documents:
  - {id: roll, source: roll}
  - {id: hale, source: hale}
  - {id: pym, source: pym}
  - {id: orme, source: orme}
  - {id: talk, source: talk}
"""

QUESTION = """
claimcheck: 1
part: questions
questions:
  - question: sortie
    asks: Did the garrison make a sortie?
    kind: occurrence
    {more}
    attestations:
"""


class Case:
    """A question about a sortie, examined with the attestations and the parts that a test gives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def examine(self, attestations: list[str], *parts: str, more: str = "when: 1742-05-03") -> Examination:
        """Return the report of the question with these entries in this order."""
        entries = "".join(f"      - {each}\n" for each in attestations)
        question = QUESTION.replace("{more}", more) + entries
        for number, text in enumerate((SOURCES, DOCUMENTS, question, *parts)):
            (self.folder / f"{number}.yaml").write_text(dedent(text), encoding="utf-8")
        dossier = load(self.folder)

        assert dossier.problems == ()
        return examine(dossier)

    def result(self, attestations: list[str], *parts: str, more: str = "when: 1742-05-03") -> QuestionResult:
        """Return what was found of the question about the sortie."""
        report = self.examine(attestations, *parts, more=more)
        (result,) = (each for each in report.results if each.question == "sortie")
        return result

    def rows(
        self, attestations: list[str], *parts: str, more: str = "when: 1742-05-03"
    ) -> dict[str, RuleRow]:
        """Return the rows of the question by rule."""
        return {row.rule: row for row in self.result(attestations, *parts, more=more).criticism.rows}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Return the case, without attestations yet."""
    return Case(tmp_path)
