"""Other scans of documents that are absent or have changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.documents.receipts.of_dossier import receipts_of
from claimcheck.documents.receipts.records import Receipts
from claimcheck.documents.receipts.same_work import likenesses
from claimcheck.examine import examine
from claimcheck.model.document import Document, Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation, Link, Question
from claimcheck.values.points import Points
from claimcheck.values.value import Reading, Value

HAPPENED = Points.of(("happened",), "happened")
WORK = " ".join(f"the {each} brig of the year {each * 7} came in with salt {each % 5}" for each in range(200))
SCAN = WORK.replace("brig of the year 7", "hrig of the year 7")
OTHER = " ".join(
    f"a long {each} letter on roads {each * 3} and the weather {each % 7}" for each in range(200)
)


@pytest.fixture
def dossier() -> Dossier:
    """A dossier that quotes one document once."""
    passage = Passage(document="log", quotation="the 3 brig of the year 21")
    attestation = Attestation(
        id="a",
        question="q",
        document="log",
        chain=(Link(source="keeper"),),
        value=Value(
            kind="occurrence", text="happened", readings=(Reading(core=HAPPENED, envelope=HAPPENED),)
        ),
        passages=(passage,),
    )
    return Dossier(
        documents=(Document(id="log", source="keeper", file="texts/log.txt"),),
        questions=(Question(id="q", asks="Did it come?", kind="occurrence", attestations=(attestation,)),),
    )


@pytest.fixture
def receipts(dossier: Dossier, tmp_path: Path) -> Receipts:
    """Receipts of the work, whose file is there."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/log.txt").write_text(WORK, encoding="utf-8")
    report = examine(dossier, documents=tmp_path)
    return receipts_of(report, tmp_path, Receipts(), "2026-11-25")


def found(dossier: Dossier, folder: Path, receipts: Receipts) -> list[tuple[str, bool]]:
    """Return the files that look like something, and whether that is the same work."""
    report = examine(dossier, documents=folder)
    return [(each.file, each.is_same_work) for each in likenesses(report, folder, receipts)]


def test_another_scan_of_an_absent_document_is_found(
    dossier: Dossier, receipts: Receipts, tmp_path: Path
) -> None:
    """Beside the place of an absent file only what looks like the same work is named."""
    (tmp_path / "texts/log.txt").unlink()
    (tmp_path / "texts/scan.txt").write_text(SCAN, encoding="utf-8")
    (tmp_path / "texts/other.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "texts/.hidden.txt").write_text(WORK, encoding="utf-8")
    (tmp_path / "texts/picture.jpg").write_bytes(b"\xff\xd8\xff")

    assert found(dossier, tmp_path, receipts) == [("texts/scan.txt", True)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (WORK, []),
        ("\ufeff" + WORK, []),
        (SCAN, [("texts/log.txt", True)]),
        (OTHER, [("texts/log.txt", False)]),
    ],
)
def test_a_changed_document_is_told_from_another_work(
    dossier: Dossier, receipts: Receipts, tmp_path: Path, text: str, told: list[tuple[str, bool]]
) -> None:
    """A changed file looks like another scan, or like another work; its text saved otherwise is no news."""
    (tmp_path / "texts/log.txt").write_text(text, encoding="utf-8")

    assert found(dossier, tmp_path, receipts) == told


def test_files_of_other_documents_are_not_offered(
    dossier: Dossier, receipts: Receipts, tmp_path: Path
) -> None:
    """A file that the dossier names for another document is not taken for the absent one."""
    (tmp_path / "texts/log.txt").rename(tmp_path / "texts/copy.txt")
    other = Document(id="copy", source="keeper", file="texts/copy.txt")

    assert found(dossier, tmp_path, receipts) == [("texts/copy.txt", True)]
    assert found(evolve(dossier, documents=(*dossier.documents, other)), tmp_path, receipts) == []


def test_no_folder_outside_is_looked_through(dossier: Dossier, receipts: Receipts, tmp_path: Path) -> None:
    """A document whose path leads out of the folder has no neighbours."""
    inside = tmp_path / "inside"
    inside.mkdir()
    outside = evolve(dossier.documents[0], file="../texts/away.txt")

    assert found(evolve(dossier, documents=(outside,)), inside, receipts) == []


def test_a_folder_that_is_not_there_offers_nothing(
    dossier: Dossier, receipts: Receipts, tmp_path: Path
) -> None:
    """Without the folder of the absent file there is nothing to name."""
    (tmp_path / "texts/log.txt").unlink()
    (tmp_path / "texts").rmdir()

    assert found(dossier, tmp_path, receipts) == []
