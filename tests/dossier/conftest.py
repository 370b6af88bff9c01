"""Fixtures of the tests of the dossier: folders made from texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from claimcheck.dossier.nodes import Node
from claimcheck.dossier.problems import Collector, Page
from claimcheck.dossier.reader import read_nodes
from claimcheck.model.problem import Problem

BASE = {
    "sources.yaml": """
        claimcheck: 1
        part: sources
        sources:
          - {id: brenn-1911, title: A Chronicle, issued: 1911}
          - {id: letter, title: A letter, made: {when: 1887-03}}
        """,
    "documents.yaml": """
        claimcheck: 1
        part: documents
        documents:
          - {id: brenn, source: brenn-1911, language: en}
        """,
}


@pytest.fixture
def make_dossier(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes files, given by name and text, on top of two sources and a document."""

    def make(**texts: str) -> Path:
        files = BASE | {f"{name}.yaml": text for name, text in texts.items()}
        for name, text in files.items():
            (tmp_path / name).write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def read() -> Callable[[str], tuple[Node | None, tuple[Problem, ...]]]:
    """Return a function that reads the text of one file into nodes and problems."""

    def read_text(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
        collector = Collector()
        return read_nodes(text, Page("f.yaml", collector)), collector.problems()

    return read_text
