"""Receipts written for a dossier, and what they tell when its files are absent or have changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.documents.receipts.lines import parse_receipts, receipts_text
from claimcheck.documents.receipts.of_dossier import receipts_of, without_printed
from claimcheck.documents.receipts.records import Receipts
from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.model.document import Anchor, QuotationStatus
from claimcheck.notebook import Examination

FIRST = "The brig Swallow left on 4 May with tbe tide."
SECOND = (
    "She came back in June with\nsalt, and in June with wool. The ropes were sold to a town up the river."
)
THIRD = "Then the harbour was closed in July.\n¹ The keeper wrote this in August."
PAGES = (FIRST, SECOND, THIRD)

QUOTED = (
    ("p. 7", "The brig Swallow left on 4 May"),
    ("p. 7", "4 May with the tide"),
    ("p. 8", "June with salt"),
    ("p. 8", "in June with"),
    ("p. 9", "harbour was open in July"),
    ("p. 9", "the queen sent seven ships"),
    ("", "The keeper wrote this"),
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A dossier that cites one log, and the log."""
    write_log(tmp_path, *PAGES)
    write_case(tmp_path, QUOTED)
    return tmp_path


def write_log(folder: Path, *pages: str) -> None:
    """Write the log, a form feed between its pages."""
    (folder / "log.txt").write_text("\f".join(pages), encoding="utf-8")


def write_case(folder: Path, quoted: tuple[tuple[str, str], ...]) -> None:
    """Write a dossier that cites the log."""
    parts = {
        "sources": "sources: [{id: keeper, title: Log of a keeper}]",
        "documents": "documents:\n"
        "  - {id: log, source: keeper, file: log.txt, layout: {first-page: 7, breaks: form-feed}}",
        "questions": "questions:\n  - question: brig\n    asks: What came of the brig?\n"
        "    kind: occurrence\n    attestations:\n"
        + "".join(
            "      - " + json.dumps({"in": "log", "value": "happened", "quote": words} | _at(place)) + "\n"
            for place, words in quoted
        ),
    }
    for part, text in parts.items():
        (folder / f"{part}.yaml").write_text(f"claimcheck: 1\npart: {part}\n{text}\n", encoding="utf-8")


def _at(place: str) -> dict[str, str]:
    return {"at": place} if place else {}


def examined(folder: Path, *, documents: bool = True) -> Examination:
    """Examine the dossier with the receipts beside it."""
    return examine(load(folder), documents=folder if documents else None, receipts=folder / "receipts.jsonl")


def write(folder: Path, date: str = "2026-11-25") -> Receipts:
    """Examine the dossier, and write its receipts as the command line does."""
    path = folder / "receipts.jsonl"
    earlier = parse_receipts(path.read_text(encoding="utf-8"), path.name) if path.exists() else Receipts()
    written = receipts_of(examined(folder), folder, earlier, date)
    path.write_text(receipts_text(written), encoding="utf-8")
    return written


def anchors(report: Examination) -> list[Anchor]:
    """Return the anchors, without problems in the dossier that would make the test say nothing."""
    assert report.dossier.problems == ()
    return list(report.anchors)


def test_an_absent_file_leaves_what_was_found_of_it(case: Path) -> None:
    """Without the file nothing is checked, and each passage tells how it stood, where and when."""
    present = anchors(examined(case))
    write(case)
    absent = anchors(examined(case, documents=False))

    assert {each.status for each in absent} == {QuotationStatus.UNCHECKED}
    assert [each.earlier and each.earlier.status for each in absent] == [each.status for each in present]
    assert [each.earlier and each.earlier.place for each in absent] == [
        *["p. 7"] * 2,
        *["p. 8"] * 2,
        *["p. 9", "", "p. 9"],
    ]
    assert {each.earlier and each.earlier.date for each in absent} == {"2026-11-25"}


def test_what_is_read_unchanged_is_told_without_receipts(case: Path) -> None:
    """Receipts add nothing to a report on the text that they were written from."""
    before = examined(case)
    write(case)

    assert examined(case) == before


def test_unchanged_pages_are_kept_and_others_searched(case: Path) -> None:
    """A page that stayed the same, but for its line ends, keeps its quotations; the others are searched."""
    write(case)
    write_log(
        case,
        FIRST.replace("tbe", "the"),
        SECOND.replace("a town", "a\ntown"),
        THIRD.replace("closed", "open"),
    )
    found = anchors(examined(case))

    assert [each.earlier is not None and each.earlier.is_kept for each in found] == [
        *[False, False],  # their page has changed
        *[True, False],  # the second is ambiguous, which more than its place decides
        *[False, False, False],
    ]
    assert [each.status.value for each in found] == [
        *["exact", "exact", "near", "ambiguous", "exact", "absent", "exact"]
    ]


def test_what_is_kept_equals_what_a_search_finds(case: Path) -> None:
    """What is kept is what a search would give, but for the chance, which is counted in the earlier text."""
    write(case)
    write_log(case, f"Some words were put in here. {FIRST}", SECOND, THIRD)
    kept = anchors(examined(case))
    searched = anchors(examine(load(case), documents=case))

    assert [each.earlier is not None and each.earlier.is_kept for each in kept].count(True) == 1
    assert [evolve(each, earlier=None, chance="") for each in kept] == [
        evolve(each, chance="") for each in searched
    ]


def test_a_passage_with_an_end_is_kept_whole(case: Path) -> None:
    """What runs from one fragment to another is kept where both stand as they did."""
    questions = case / "questions.yaml"
    write_case(case, (("p. 8", "She came back"),))
    text = questions.read_text(encoding="utf-8")
    questions.write_text(
        text.replace('"She came back"', '"She came back", "until": "in June"'), encoding="utf-8"
    )
    write(case)
    write_log(case, FIRST + " ", SECOND, THIRD)
    (found,) = anchors(examined(case))

    assert found.earlier is not None
    assert (found.earlier.is_kept, found.text) == (True, "She came back in June")


def test_moves_are_told(case: Path) -> None:
    """A page that was put in moves those behind it, and each passage names where it stands now."""
    write(case)
    write_log(case, FIRST, "A page of other words.", SECOND, THIRD)
    moved = {each.passage.quotation: each.earlier for each in anchors(examined(case))}
    salt = moved["June with salt"]

    assert salt is not None
    assert (salt.place, salt.moved_to) == ("p. 8", "p. 9")


def test_a_receipt_alone_makes_nothing_sound(case: Path) -> None:
    """Digests that were forged to fit keep no quotation whose words do not stand there."""
    (forged,) = (each for each in write(case).receipts if each.quotation == "June with salt")
    path = case / "receipts.jsonl"
    path.write_text(
        receipts_text(Receipts(receipts=(evolve(forged, quotation="June with silk"),))), encoding="utf-8"
    )
    write_case(case, (("p. 8", "June with silk"),))
    write_log(case, FIRST + " ", SECOND, THIRD)
    (found,) = anchors(examined(case))

    assert found.status is QuotationStatus.ALTERED


def test_receipts_stay_while_nothing_changes(case: Path) -> None:
    """A second writing keeps every date, and drops what is cited no more."""
    kept = {words for _place, words in QUOTED[:2]}
    first = [each for each in write(case).receipts if each.quotation in kept]
    write_case(case, QUOTED[:2])

    assert set(write(case, date="2027-01-01").receipts) == set(first)


def test_receipts_outlive_the_file(case: Path) -> None:
    """Written again without the file, the receipts of its passages are still there."""
    first = write(case)
    (case / "log.txt").unlink()

    assert receipts_text(write(case, date="2027-01-01")) == receipts_text(first)


def test_no_words_of_the_document_are_kept(case: Path) -> None:
    """Of the document nothing stands in a receipt but what the quotation says itself."""
    write(case)
    text = (case / "receipts.jsonl").read_text(encoding="utf-8")

    assert "tbe" not in text
    assert "closed" not in text
    assert "the document has '…', the quotation 'open'" in text


@pytest.mark.parametrize(
    ("difference", "kept"),
    [
        ("line end", "line end"),
        ("joined at a line end: garri-/son", "joined at a line end: garri-/son"),
        ("the quoter's own: [Pavel]", "the quoter's own: [Pavel]"),
        ("misread: 'tbe' for 'the'", "misread: '…' for 'the'"),
        ("the document also has 'don't, he said' here", "the document also has '…' here"),
        ("the document has nothing, the quotation 'a'", "the document has nothing, the quotation '…'"),
        ("the document has 'a', 'b' for 'c', the quotation 'd'", "the document has '…', the quotation 'd'"),
        ("left out at the ellipsis: 'of the fort'", "left out at the ellipsis: '…'"),
    ],
)
def test_words_of_the_document_are_cut_out(difference: str, kept: str) -> None:
    """The kind of a difference stays, and what the document has is cut out of it."""
    assert without_printed(difference) == kept
