"""The dossier quotes short fragments alone; copied words anywhere are the matter of `tests/test_words.py`."""

from __future__ import annotations

from claimcheck.examine import cited_passages
from claimcheck.notebook import Examination

N_QUOTED = 8
"""Words that a quotation may have."""


def test_quotations_are_fragments(case: Examination) -> None:
    """
    No passage and no words as printed are longer than quotations in this repository may be.
    """
    dossier = case.dossier
    passages = [text for each in cited_passages(dossier) for text in (each.quotation, each.until)]
    printed = [each.printed for question in dossier.questions for each in question.attestations]

    assert any(passages)
    assert [text for text in (*passages, *printed) if len(text.split()) > N_QUOTED] == []
