"""Bad input from end to end: a located problem with a hint, the rest examined, no traceback, no half file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimcheck.cli import main

SOUND = {
    "sources.yaml": """
claimcheck: 1
part: sources
sources: [{id: annals, title: Annals}, {id: chronicle, title: Chronicle}]
""",
    "documents.yaml": """
claimcheck: 1
part: documents
documents: [{id: annals, source: annals}, {id: chronicle, source: chronicle}]
""",
    "questions.yaml": """
claimcheck: 1
part: questions
questions:
  - question: sound
    asks: When did the fleet land?
    kind: date
    attestations:
      - {in: annals, value: 3 May 1640}
      - {in: chronicle, value: 9 May 1640}
""",
}

QUESTION = """
claimcheck: 1
part: questions
questions:
  - question: {name}
    asks: What happened?
    kind: {kind}
    attestations: {attestations}
"""


def written(text: str | bytes) -> Callable[[Path], None]:
    """Return what writes a file."""

    def write(path: Path) -> None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def question(attestations: str, *, name: str = "bad", kind: str = "date") -> Callable[[Path], None]:
    """Return what writes a file with one question."""
    return written(QUESTION.format(name=name, kind=kind, attestations=attestations))


def huge(path: Path) -> None:
    """Make a file of a gigabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(2**30)


def link_out(path: Path) -> None:
    """Link to a file outside of the dossier."""
    outside = path.parent.parent / "outside.yaml"
    outside.write_text("claimcheck: 1\n", encoding="utf-8")
    path.symlink_to(outside)


BAD: dict[str, Callable[[Path], None]] = {
    "no text": written(b"\xff\xfe\x00 nothing"),
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a link out": link_out,
    "a dead link": lambda path: path.symlink_to(path.parent / "nowhere"),
    "a gigabyte": huge,
    "a bomb": written("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
    "deep nesting": written("[" * 200_000),
    "an unclosed quote": written('claimcheck: 1\npart: "sources\nsources: []\n'),
    "an empty file": written(""),
    "another format": written("claimcheck: 9\npart: sources\nsources: []\n"),
    "no attestation": question("[]"),
    "an unknown source": question("[{in: annals, chain: [annals, nobody], value: 1640}]"),
    "an unknown document": question("[{in: anals, value: 1640}]"),
    "a question twice": question("[{in: annals, value: 1640}]", name="sound"),
    "an unreadable value": question("[{in: annals, value: the other day perhaps}]"),
    "a day that is none": question("[{in: annals, value: 30 February 1640}]"),
    "an unknown key": question("[{in: annals, valu: 1640}]"),
    "a key twice": question("[{in: annals, value: 1640, value: 1641}]"),
    "an unknown kind": question("[{in: annals, value: 1640}]", kind="dat"),
    "a cycle": written(
        """
claimcheck: 1
part: derivations
derivations:
  - {child: annals, parent: chronicle, kind: copies}
  - {child: chronicle, parent: annals, kind: copies}
"""
    ),
}


def report(folder: Path) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the JSON report of a dossier."""
    result = CliRunner().invoke(main, ["report", str(folder), "--format", "json"])

    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, json.loads(result.stdout)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A sound dossier with one conflict."""
    folder = tmp_path / "case"
    folder.mkdir()
    for name, text in SOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_sound_part_is_sound(dossier: Path) -> None:
    """
    Without bad input the dossier has one conflict and no problem.
    """
    code, found = report(dossier)

    assert (code, len(found["conflicts"]), found["problems"]) == (0, 1, [])


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_located_problem_and_nothing_else_breaks(dossier: Path, name: str) -> None:
    """
    Each bad file is named with a hint, exits 1, and leaves the sound question as it was.
    """
    BAD[name](dossier / "zz-bad.yaml")

    code, found = report(dossier)

    assert code == 1
    assert found["problems"]
    for problem in found["problems"]:
        assert problem["file"] == "zz-bad.yaml"
        assert problem["message"]
        assert problem["hint"]
    assert [conflict["questions"] for conflict in found["conflicts"]] == [["sound"]]


@pytest.mark.parametrize("target", ["nothing there", "an empty folder", "a file"])
def test_no_dossier_at_all(tmp_path: Path, target: str) -> None:
    """
    A folder that is missing, empty or a file is a problem with a hint, and no conflict is claimed.
    """
    folder = tmp_path / "case"
    if target == "an empty folder":
        folder.mkdir()
    elif target == "a file":
        folder.write_text("", encoding="utf-8")

    code, found = report(folder)

    assert code == 1
    assert [problem["hint"] != "" for problem in found["problems"]] == [True]
    assert found["coverage"]["compared"] == 0


def test_a_file_that_cannot_be_written_leaves_nothing(dossier: Path, tmp_path: Path) -> None:
    """
    An output that can't be written is misuse; the folder holds no half of it.
    """
    target = tmp_path / "out"
    target.mkdir()

    result = CliRunner().invoke(main, ["report", str(dossier), "--output", str(target)])

    assert result.exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "out"]


def test_documents_that_are_not_there(dossier: Path, tmp_path: Path) -> None:
    """
    A folder of documents that does not exist is told; the comparison stands.
    """
    result = CliRunner().invoke(
        main, ["report", str(dossier), "--format", "json", "--documents", str(tmp_path / "nowhere")]
    )
    found = json.loads(result.stdout)

    assert result.exit_code == 1
    assert len(found["conflicts"]) == 1
    assert {document["status"] for document in found["documents"]} == {"absent"}
