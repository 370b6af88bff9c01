"""No more of the documents than short fragments: in the dossier, and anywhere in the repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from claimcheck.examine import cited_passages
from claimcheck.notebook import Examination

N_QUOTED = 8
"""Words that a quotation may have."""

N_COPIED = 10
"""Words in a row that are a copy."""

_WORD = re.compile(r"[^\W_]+")
_TITLE = re.compile(r"^ *(?:- )?(?:title|title-short|container-title): .*(?:\n {6,}.*)*", re.MULTILINE)
_LEFT_OUT = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"}


def words(text: str) -> list[str]:
    """Return the words of a text, folded, without the hyphens that end its lines."""
    return [word.casefold() for word in _WORD.findall(re.sub(r"-\n *", "", text))]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that would be a copy."""
    folded = words(text)
    return zip(*(folded[start:] for start in range(N_COPIED)), strict=False)


def texts_below(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every text of the repository with its path; titles of sources are left out of it."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(set(inner) - _LEFT_OUT)
        for name in sorted(names):
            path = Path(folder, name)
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            is_sources = path.parent.name == "sources"
            yield path.relative_to(root).as_posix(), _TITLE.sub("", text) if is_sources else text


def test_quotations_are_fragments(case: Examination) -> None:
    """
    No passage and no words as printed are longer than quotations in this repository may be.
    """
    dossier = case.dossier
    passages = [text for each in cited_passages(dossier) for text in (each.quotation, each.until)]
    printed = [each.printed for question in dossier.questions for each in question.attestations]

    assert [text for text in (*passages, *printed) if len(text.split()) > N_QUOTED] == []


def test_nothing_of_the_documents_is_copied(root: Path, documents: Path) -> None:
    """
    No ten words in a row of a document stand in any text of the repository.
    """
    copied = {run for path in documents.glob("[0-9]*.txt") for run in runs(path.read_text(encoding="utf-8"))}

    found = {(path, " ".join(run)) for path, text in texts_below(root) for run in runs(text) if run in copied}

    assert copied
    assert sorted(found) == []
