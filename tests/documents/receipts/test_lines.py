"""Receipts as lines of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.documents.receipts import store
from claimcheck.documents.receipts.lines import parse_receipts, receipts_text
from claimcheck.documents.receipts.records import Around, Place, Receipt, Receipts, Sketch
from claimcheck.documents.receipts.store import read_receipts
from claimcheck.model.document import Passage, QuotationStatus

RECEIPT = Receipt(
    document="log",
    file="ab" * 32,
    text="cd" * 32,
    locator="p. 10",
    quotation="«İzmir» in\u2028June",
    until="with salt",
    status=QuotationStatus.NEAR,
    judgement="normalised",
    differs=("line end",),
    chance="by chance: 1 in 90",
    place=Place(start=3, end=9, name="p. 10, n. 2", before="e3", within="7a", after="ad"),
    around=Around(sha256="ef" * 32, offset=1),
    engine="claimcheck 0.1.0",
    date="2026-11-25",
)
SKETCH = Sketch(document="log", file="ab" * 32, text="cd" * 32, least=(0, 7, 2**64 - 1), date="2026-11-25")
BARE = evolve(RECEIPT, locator="p. 9", place=None, around=None, status=QuotationStatus.ABSENT)


def _text(*receipts: Receipt) -> str:
    return receipts_text(Receipts(receipts=receipts))


def test_written_and_read_again() -> None:
    """Reading gives back what was written, one line each, sorted by page."""
    text = receipts_text(Receipts(receipts=(RECEIPT, BARE), sketches=(SKETCH,)))

    assert text.count("\n") == 3
    assert parse_receipts(text, "r") == Receipts(receipts=(BARE, RECEIPT), sketches=(SKETCH,))
    assert parse_receipts(text.replace("\n", "\r\n"), "r").problems == ()


def test_a_merge_that_was_not_finished() -> None:
    """The marks of git are problems with their line; of two receipts for a passage the later counts."""
    later = evolve(RECEIPT, date="2026-12-01", status=QuotationStatus.EXACT)
    ours, theirs = _text(later), _text(RECEIPT)
    read = parse_receipts(f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n", "receipts.jsonl")
    passage = Passage(document="log", locator="p. 10", quotation=RECEIPT.quotation, until="with salt")

    assert [str(each.where) for each in read.problems] == [f"receipts.jsonl:{line}" for line in (1, 3, 5)]
    assert {each.code for each in read.problems} == {"receipt-unreadable"}
    assert read.of(passage) == later
    assert _text(*read.receipts) == ours
    assert read.of(evolve(passage, locator="p. 11")) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("receipt", 2),
        ("status", "verified"),
        ("status", ["exact"]),
        ("file", "../../etc"),
        ("date", "yesterday"),
        ("differs", "line end"),
        ("place", {"start": True}),
        ("place", [3, 9]),
        ("around", {"sha256": "ef" * 32, "offset": -1}),
        ("quotation", None),
    ],
)
def test_what_is_no_receipt_is_a_problem(key: str, value: object) -> None:
    """A line whose keys hold something else is left out, and told without repeating what it holds."""
    fields = json.loads(_text(RECEIPT)) | {key: value}
    read = parse_receipts(json.dumps(fields), "r")

    assert read.receipts == ()
    assert [each.code for each in read.problems] == ["receipt-unreadable"]


@pytest.mark.parametrize("least", ["!", "AAAA", "A" * 4096, "é", 7])
def test_what_is_no_sketch_is_a_problem(least: object) -> None:
    """A sketch of another length, or in other signs, is left out and told."""
    line = receipts_text(Receipts(sketches=(SKETCH,)))
    read = parse_receipts(json.dumps(json.loads(line) | {"least": least}), "r")

    assert read.sketches == ()
    assert [each.code for each in read.problems] == ["receipt-unreadable"]


@pytest.mark.parametrize("line", ["[" * 50_000, "[1]", "{}", '"receipt"', "\x00"])
def test_hostile_lines_are_problems(line: str) -> None:
    """What is no JSON, or JSON of another shape, is one problem a line."""
    assert [each.code for each in parse_receipts(line, "r").problems] == ["receipt-unreadable"]


def test_a_file_of_any_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused, and its problem says so."""
    monkeypatch.setattr(store, "LARGEST_FILE", 10)
    (tmp_path / "receipts.jsonl").write_text(_text(RECEIPT), encoding="utf-8")
    refused = read_receipts(tmp_path / "receipts.jsonl")

    assert refused.is_refused
    assert "larger" in refused.problems[0].message


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in the file's place is refused whole; no file is no problem."""
    (tmp_path / "receipts.jsonl").mkdir()
    refused = read_receipts(tmp_path / "receipts.jsonl")

    assert refused.is_refused
    assert [each.code for each in refused.problems] == ["receipts-refused"]
    assert read_receipts(tmp_path / "none.jsonl").problems == ()
