"""Passages of a dossier held against the files of its documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.documents.anchor import anchor_passages
from claimcheck.model.document import Document, DocumentStatus, Layout, Passage, QuotationStatus
from claimcheck.model.problem import Location
from tests.documents.readers.rendered_pdf import as_pdf, lines, pdf

LOG = "The brig Swallow left on 4 May.\fShe came back in June with salt."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file, one that is no text, and none for the third document."""
    (tmp_path / "log.txt").write_text(LOG, encoding="utf-8")
    (tmp_path / "scan.txt").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def _document(name: str, sha256: str = "") -> Document:
    return Document(
        id=name,
        source="captain",
        file=f"{name}.txt",
        sha256=sha256,
        layout=Layout(first_page=7, breaks="form-feed"),
        where=Location(file="documents.yaml", line=3),
    )


PASSAGES = (
    Passage(document="log", locator="p. 8", quotation="in June with salt"),
    Passage(document="scan", quotation="anything"),
    Passage(document="letters", quotation="anything"),
    Passage(document="unknown", quotation="anything"),
    Passage(document="log", locator="p. 7"),
    Passage(document="log", locator="p. 8", quotation="left on 4 May"),
    Passage(document="log", locator="p. 8", quotation="came back in July with salt"),
)


def test_each_passage_gets_its_anchor(folder: Path) -> None:
    """Anchors come in the order of the passages; one bad document leaves the others alone."""
    documents = [_document("log"), _document("scan"), _document("letters")]
    anchored = anchor_passages(documents, PASSAGES, folder)

    assert [anchor.passage for anchor in anchored.anchors] == list(PASSAGES)
    assert [anchor.status for anchor in anchored.anchors] == [
        QuotationStatus.EXACT,
        *[QuotationStatus.UNCHECKED] * 4,
        QuotationStatus.ELSEWHERE,
        QuotationStatus.ALTERED,
    ]
    assert anchored.anchors[5].found_at == "p. 7"
    assert anchored.anchors[6].differs == ("the document has 'June', the quotation 'July'",)
    assert LOG[anchored.anchors[0].start : anchored.anchors[0].end] == "in June with salt"


def test_another_line_is_named(folder: Path) -> None:
    """What is cited by line is found elsewhere when it stands in another line, and this one is named."""
    passage = Passage(document="log", locator="p. 8, l. 4", quotation="in June with salt")
    (anchor,) = anchor_passages([_document("log")], [passage], folder).anchors

    assert anchor.status is QuotationStatus.ELSEWHERE
    assert anchor.found_at == "p. 8, l. 1"


def test_states_and_problems(folder: Path) -> None:
    """A refused file is a problem at the document's entry, an absent one is none."""
    anchored = anchor_passages([_document("log"), _document("scan"), _document("letters")], PASSAGES, folder)

    assert [state.status for state in anchored.states] == [
        DocumentStatus.READ,
        DocumentStatus.REFUSED,
        DocumentStatus.ABSENT,
    ]
    assert anchored.states[0].sha256 == hashlib.sha256(LOG.encode()).hexdigest()
    assert [(problem.code, problem.where.line) for problem in anchored.problems] == [("document-refused", 3)]
    assert dict(anchored.texts) == {"log": LOG}


def test_a_changed_document_is_searched(folder: Path) -> None:
    """A file with another digest is a problem, and its quotations are looked for."""
    anchored = anchor_passages([_document("log", "ab" * 32)], PASSAGES[:1], str(folder))

    assert anchored.states[0].status is DocumentStatus.CHANGED
    assert anchored.problems[0].code == "document-changed"
    assert anchored.anchors[0].status is QuotationStatus.EXACT


def test_without_a_folder_nothing_is_checked() -> None:
    """No folder: every document absent, every passage unchecked, no problem."""
    anchored = anchor_passages([_document("log")], PASSAGES, None)

    assert {anchor.status for anchor in anchored.anchors} == {QuotationStatus.UNCHECKED}
    assert anchored.states[0].status is DocumentStatus.ABSENT
    assert anchored.problems == ()


@pytest.mark.parametrize("name", ["missing", "log.txt", "zero\0byte"])
def test_a_missing_folder_is_one_problem(folder: Path, name: str) -> None:
    """A folder that is not there, or is a file, is one problem, however many documents there are."""
    anchored = anchor_passages([_document("log"), _document("scan")], PASSAGES, f"{folder}/{name}")

    assert [problem.code for problem in anchored.problems] == ["documents-folder-missing"]
    assert {state.status for state in anchored.states} == {DocumentStatus.ABSENT}
    assert {anchor.status for anchor in anchored.anchors} == {QuotationStatus.UNCHECKED}


def test_format_and_encoding_are_those_that_the_dossier_states(tmp_path: Path) -> None:
    """A document is read as what it is said to be, whatever its name."""
    (tmp_path / "log.txt").write_bytes("İzmir'e vardı".encode("windows-1254"))
    (tmp_path / "chart.txt").write_bytes(as_pdf())
    stated = [evolve(_document("log"), encoding="windows-1254"), evolve(_document("chart"), format="pdf")]
    anchored = anchor_passages(stated, (), tmp_path)

    assert anchored.texts["log"] == "İzmir'e vardı"
    assert anchored.texts["chart"].startswith("12 The Lower Ford")


def test_losses_are_told_with_their_place(tmp_path: Path) -> None:
    """What a document holds and its text doesn't is told by kind, where the first of them stands."""
    (tmp_path / "log.txt").write_bytes(pdf([lines([(700, "words")]), b"", b""]))
    anchored = anchor_passages([_document("log")], (), tmp_path)

    assert [(loss.code, loss.place, loss.count) for loss in anchored.states[0].losses] == [
        ("page-without-text", "p. 8", 2)
    ]


def test_names_of_the_dossier_are_no_damage(tmp_path: Path) -> None:
    """A name that a register knows is never taken for a misreading of another."""
    (tmp_path / "log.txt").write_text(
        "They went with Kamik to the bridge, and with Karnik home.", encoding="utf-8"
    )
    passage = Passage(document="log", quotation="They went with Karnik to the bridge")
    document = Document(id="log", source="captain", file="log.txt")
    alone = anchor_passages([document], [passage], tmp_path)
    known = anchor_passages([document], [passage], tmp_path, ["Kâmik Bey"])

    assert alone.anchors[0].status is QuotationStatus.NEAR
    assert known.anchors[0].status in (QuotationStatus.DOUBTFUL, QuotationStatus.ALTERED)
