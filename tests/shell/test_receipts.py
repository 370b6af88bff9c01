"""Receipts on the command line: written on request, whole or not at all."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import main

FILES = {
    "case/sources.yaml": "claimcheck: 1\npart: sources\nsources: [{id: keeper, title: Log of a keeper}]\n",
    "case/documents.yaml": "claimcheck: 1\npart: documents\n"
    "documents: [{id: log, source: keeper, file: log.txt}]\n",
    "case/questions.yaml": "claimcheck: 1\npart: questions\nquestions:\n  - question: brig\n"
    "    asks: Did the brig sail?\n    kind: occurrence\n    attestations:\n"
    "      - {in: log, value: happened, quote: the brig sailed at dawn}\n",
    "texts/log.txt": "On that day the brig sailed at dawn with all her sails.\n",
}
RECEIPTS = Path("case/receipts.jsonl")


@pytest.fixture(autouse=True)
def case(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A dossier and its text in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run one command."""
    return CliRunner().invoke(main, arguments)


def check(*more: str) -> Result:
    """Check the dossier with its documents, and write receipts."""
    return run("check", "case", "--documents", "texts", "--receipts", *more)


def test_written_with_the_day_and_loaded_as_before() -> None:
    """The file holds today's date, is no file of the dossier's, and a second run leaves its bytes alone."""
    assert (check().exit_code, check().output) == (0, "")

    written = RECEIPTS.read_bytes()
    day = json.loads(written.splitlines()[-1])["date"]
    age = datetime.now(tz=UTC) - datetime.fromisoformat(day).replace(tzinfo=UTC)

    assert timedelta(days=-1) < age < timedelta(days=3)
    assert check().output == ""
    assert RECEIPTS.read_bytes() == written
    assert sorted(path.name for path in Path("case").iterdir()) == [
        *("documents.yaml", "questions.yaml", "receipts.jsonl", "sources.yaml")
    ]


def test_told_without_the_documents() -> None:
    """A report without documents says in the summary, at the passage and in JSON what was found earlier."""
    check()
    table, printed = run("report", "case").output, run("report", "case", "--format", "json").output
    (passage,) = json.loads(printed)["attestations"][0]["passages"]

    assert "What was found of 1 quotation earlier stands beside it." in table
    assert "found exactly as quoted (line 1)" in " ".join(run("show", "brig", "case").output.split())
    assert (passage["status"], passage["earlier"]["status"]) == ("unchecked", "exact")


def test_what_was_lost_is_told() -> None:
    """A quotation that was sound and is not found in the changed file is told with its receipt, once."""
    check()
    Path("texts/log.txt").write_text("Nothing of the kind was written.", encoding="utf-8")
    result = run("check", "case", "--documents", "texts")

    assert result.exit_code == 1
    assert (
        "receipts: log has another text now: 0 quotations in unchanged pages, 1 searched again"
        in result.output
    )
    assert result.output.count("earlier, on") == 1
    assert "same-work?: log: log.txt looks like another work, or a very bad scan: 0.00" in result.output


def test_without_documents_is_misuse() -> None:
    """Receipts cannot be written of what nobody looked at."""
    result = run("check", "case", "--receipts")

    assert result.exit_code == 2
    assert not RECEIPTS.exists()


def test_nothing_is_written_over_what_cannot_be_read() -> None:
    """A file of receipts that cannot be read is left as it is."""
    RECEIPTS.mkdir()

    assert check().exit_code == 2
    assert RECEIPTS.is_dir()


def test_a_broken_line_is_told_and_mended() -> None:
    """The marks of a merge are problems; writing the receipts again takes them away."""
    check()
    written = RECEIPTS.read_bytes()
    RECEIPTS.write_bytes(b"<<<<<<< ours\n" + written)

    assert "receipts.jsonl:1: receipt-unreadable" in check().output
    assert check().output == ""
    assert RECEIPTS.read_bytes() == written


def test_a_case_without_quotations_gets_no_file() -> None:
    """Where nothing was looked up, nothing is written."""
    Path("texts/log.txt").unlink()

    assert check().exit_code == 0
    assert not RECEIPTS.exists()
