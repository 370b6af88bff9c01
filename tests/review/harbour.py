"""A small dossier with one conflict, written to a folder and decided on."""

from __future__ import annotations

from pathlib import Path

QUESTIONS = """claimcheck: 1
part: questions
questions:
  - question: brig
    asks: Did the brig sail?
    kind: occurrence
    attestations:
      - {in: log, value: happened, at: p. 1, quote: the brig sailed}
      - {in: diary, stance: denies, value: happened, at: p. 2, quote: no brig left}
"""

CARGO = """  - question: cargo
    asks: How many barrels were on board?
    kind: quantity
    attestations:
      - {in: log, value: 40 barrels, at: p. 1, quote: forty barrels of salt}
      - {in: diary, value: 90 barrels, at: p. 3, quote: ninety barrels}
"""

_OTHERS = {
    "sources.yaml": "claimcheck: 1\npart: sources\n"
    "sources: [{id: keeper, title: Log of a keeper}, {id: clerk, title: Diary of a clerk}]\n",
    "documents.yaml": "claimcheck: 1\npart: documents\n"
    "documents: [{id: log, source: keeper}, {id: diary, source: clerk}]\n",
}


def write_harbour(folder: Path, questions: str = QUESTIONS) -> None:
    """Write the dossier, with these questions, into a folder that may have one already."""
    folder.mkdir(exist_ok=True)
    for name, text in {**_OTHERS, "questions.yaml": questions}.items():
        (folder / name).write_text(text, encoding="utf-8")
