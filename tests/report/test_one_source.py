"""Conflicts whose sides come through one source."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.examine import examine
from claimcheck.report.one_source import shared_sources, shared_words
from claimcheck.report.view import View

SOURCES = """
claimcheck: 1
part: sources
sources:
  - {id: hale, title: Hale}
  - {id: pym, title: Pym}
  - {id: orme, title: Orme}
"""
DOCUMENTS = """
claimcheck: 1
part: documents
documents:
  - {id: hale, source: hale}
  - {id: pym, source: pym}
"""


def shared(folder: Path, *attestations: str) -> tuple[tuple[str, ...], str]:
    """Return what the sides of the only conflict share, by id and in words."""
    lines = "\n".join(f"      - {{{each}}}" for each in attestations)
    question = (
        "claimcheck: 1\npart: questions\nquestions:\n  - question: sortie\n    asks: When?\n    kind: date\n"
    )
    (folder / "questions.yaml").write_text(f"{question}    attestations:\n{lines}\n")
    (folder / "sources.yaml").write_text(SOURCES)
    (folder / "documents.yaml").write_text(DOCUMENTS)
    view = View(examine(claimcheck.load(folder)))
    (conflict,) = view.report.conflicts
    return shared_sources(view, conflict), shared_words(view, conflict)


@pytest.mark.parametrize(
    ("one", "other", "sources", "words"),
    [
        ("in: hale, value: 3 May 1742", "in: pym, value: 4 May 1742", (), ""),
        (
            "in: hale, value: 3 May 1742",
            "in: hale, value: 4 May 1742",
            ("hale",),
            "Both sides are told by one source, Hale, which contradicts itself.",
        ),
        (
            "in: hale, chain: [{source: hale, relay: reports}, orme], value: 3 May 1742",
            "in: hale, value: 4 May 1742",
            ("hale",),
            "Both sides hang on Hale, which speaks for itself on side B.",
        ),
        (
            "in: hale, chain: [{source: hale, relay: reports}, orme], value: 3 May 1742",
            "in: hale, chain: [{source: hale, relay: reports}, pym], value: 4 May 1742",
            ("hale",),
            "Both sides are known only through Hale.",
        ),
        (
            "in: hale, chain: [{source: hale, relay: reports}, orme], value: 3 May 1742",
            "in: pym, chain: [{source: pym, relay: reports}, orme], value: 4 May 1742",
            ("orme",),
            "Both sides go back to Orme.",
        ),
        (
            "in: hale, value: 3 May 1742",
            "in: hale, stance: doubts, value: 3 May 1742",
            ("hale",),
            "Both sides are told by one source, Hale, which may contradict itself.",
        ),
    ],
)
def test_what_both_sides_hang_on_is_told(
    tmp_path: Path, one: str, other: str, sources: tuple[str, ...], words: str
) -> None:
    """
    Lines on both sides that all come through one source are no two witnesses, and one that is on both sides
    contradicts itself.
    """
    assert shared(tmp_path, one, other) == (sources, words)
