"""Decisions on the command line: out of one dossier, into another, and into the report."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from claimcheck.cli import main
from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.model.decision import Assignment, Comment, Evidence, Ruling
from claimcheck.review.evidence import EvidenceOf
from claimcheck.review.ledger import Ledger
from tests.review.conftest import ruled
from tests.review.harbour import QUESTIONS, write_harbour


@pytest.fixture(autouse=True)
def conflict(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Two dossiers with one conflict each; its id."""
    monkeypatch.chdir(tmp_path)
    for folder in ("case", "copy"):
        write_harbour(Path(folder))
    report = examine(load("case"))
    (found,) = report.conflicts
    decision = ruled(1, Ruling.SIDE, about=found.id, answer="yes", reason="the log was kept on the quay")
    Ledger(Path("case")).append([evolve(decision, evidence=EvidenceOf(report).conflict(found))])
    return found.id


def run(*arguments: str) -> Result:
    """Run one command."""
    return CliRunner().invoke(main, arguments)


def decision_of(folder: str) -> dict[str, object]:
    """Return what the JSON report says of the one conflict's decision."""
    report = json.loads(run("report", folder, "--format", "json").stdout)
    found: dict[str, object] = report["conflicts"][0]["decision"]
    return found


def test_a_report_tells_the_ruling_and_its_reason() -> None:
    """Whoever reads the report reads what was decided, by whom and why."""
    told = run("report", "case").stdout

    assert "Decision: Decided." in told
    assert "2021-03-17, Ashe: side A: “yes”, because the log was kept on the quay." in " ".join(told.split())
    assert decision_of("case")["status"] == "decided"


def test_decisions_travel() -> None:
    """An export is taken over once, however often it is applied."""
    assert run("review", "case", "--export", "out.json").exit_code == 0
    first, again = (run("review", "copy", "--apply", "out.json") for _ in range(2))

    assert (first.exit_code, first.stdout) == (0, "1 taken over, 0 known already\n")
    assert again.stdout == "0 taken over, 1 known already\n"
    assert decision_of("copy") == decision_of("case")


def test_changed_evidence_opens_again(conflict: str) -> None:
    """A word changed in the dossier re-opens the decision, and the report says which."""
    doubted = QUESTIONS.replace("no brig left", "no brig left the quay")
    Path("case", "questions.yaml").write_text(doubted, encoding="utf-8")
    told = " ".join(run("show", conflict, "case").stdout.split())

    assert decision_of("case")["status"] == "reopened"
    assert "Open again, because its evidence changed." in told
    assert "changed" in str(decision_of("case")["changed"])


def test_a_decision_on_what_is_gone_is_not_lost() -> None:
    """A conflict that is none any more leaves its decision in the report."""
    agreed = QUESTIONS.replace("stance: denies", "stance: affirms")
    Path("case", "questions.yaml").write_text(agreed, encoding="utf-8")
    told = run("report", "case").stdout

    assert "Decisions on what is not there any more" in told
    assert "because the log was kept on the quay" in " ".join(told.split())
    report = json.loads(run("report", "case", "--format", "json").stdout)
    assert [each["status"] for each in report["decisions_of_what_is_gone"]] == ["reopened"]


def test_the_history_is_shown_in_full(conflict: str) -> None:
    """What was superseded and what was remarked stand in the history."""
    told = {"about": conflict, "reviewer": "Dray", "at": "2021-03-18T09:00:00.000000Z"}
    Ledger(Path("case")).append(
        [
            ruled(
                2, Ruling.WITHDRAWN, by="Dray", about=conflict, supersedes=(ruled(1).id,), reason="too early"
            ),
            Comment(id=ruled(3).id, text="see the harbour book", **told),
        ]
    )
    shown = " ".join(run("show", conflict, "case").stdout.split())

    assert "Decision: Open." in shown
    assert "side A: “yes”, because the log" in shown
    assert "2021-03-17, Dray: taken back, because too early." in shown
    assert "2021-03-18, Dray, comment: see the harbour book" in shown


def test_a_broken_ledger_is_a_problem_of_the_report() -> None:
    """The report is made all the same, and says where the ledger is broken."""
    with Path("case", "decisions.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("not a decision\n")
    result = run("report", "case")

    assert result.exit_code == 1
    assert "decisions.jsonl:2: decision-unreadable" in result.stderr
    assert "Decision: Decided." in result.stdout


def test_a_page_is_served_to_whoever_has_its_address(conflict: str) -> None:
    """The address that is printed opens the page, with a form for the conflict and all that stands."""
    command = [sys.executable, "-m", "claimcheck", "review", "case", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            address = server.stderr.readline().strip()
            opener = build_opener(HTTPCookieProcessor())
            page = opener.open(address, timeout=30).read().decode()
        finally:
            server.terminate()

    assert address.startswith("http://127.0.0.1:")
    assert f'data-decides="{conflict}"' in page
    assert "because the log was kept on the quay" in page
    with pytest.raises(OSError, match="refused"):
        build_opener().open(address, timeout=30)


def test_a_port_that_is_taken_is_told() -> None:
    """Whoever asks for a port that another program has is told so, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("review", "case", "--no-browser", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 2
    assert "cannot serve on port" in result.stderr


def test_no_name_or_reason_steers_the_terminal(conflict: str) -> None:
    """Control characters, overrides of direction and new lines of a ledger from elsewhere become visible."""
    hostile = "A\x1b[2J\u202eehsA\nDecision: Decided\x9b1m\u2066"
    told = {"about": conflict, "reviewer": hostile, "at": "2999-03-18T09:00:00.000000Z"}
    changed = Evidence(parts={f"passage {hostile}": "1"})
    Ledger(Path("case")).append(
        [
            ruled(2, by=hostile, about=conflict, reason=hostile, answer=hostile, evidence=changed),
            Comment(id=ruled(3).id, text=hostile, **told),
            Assignment(id=ruled(4).id, to=hostile, **told),
        ]
    )
    every = [run("show", conflict, "case"), *(run("report", "case", "--format", each) for each in FORMATS)]

    for shown in every:
        assert "ehsA" in shown.stdout or shown is every[-1]
        assert not set("\x1b\x9b\u202e\u2066") & set(shown.stdout)
        assert "\nDecision: Decided" not in shown.stdout


FORMATS = ("table", "markdown", "html", "csv")


def test_what_cannot_be_applied_is_told() -> None:
    """A file that is none, and a call that asks for nothing."""
    Path("none.json").write_text("{}", encoding="utf-8")

    assert run("review", "copy", "--apply", "none.json").exit_code == 1
    assert run("review", "copy", "--apply", "missing.json").exit_code == 1
    assert run("review", "nowhere", "--export", "out.json").exit_code == 2
