"""Files of documents: read, absent, changed or refused, and never waited for."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from claimcheck.documents import files
from claimcheck.documents.files import read_below, read_file
from claimcheck.model.document import DocumentStatus


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    """The text keeps its line ends and loses its byte order mark; the digest is of the bytes."""
    data = "\ufeffKâzım\r\nPaşa".encode()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    reading = read_below(tmp_path, "sub/a.txt", digest.upper())

    assert reading.status is DocumentStatus.READ
    assert reading.text == "Kâzım\r\nPaşa"
    assert reading.sha256 == digest
    assert reading.problem is None


@pytest.mark.parametrize("name", ["none.txt", "no/folder.txt", "a.txt/below"])
def test_what_is_not_there_is_absent(tmp_path: Path, name: str) -> None:
    """A missing file is no problem."""
    (tmp_path / "a.txt").write_text("a")
    reading = read_below(tmp_path, name)

    assert reading.status is DocumentStatus.ABSENT
    assert reading.problem is None


def test_another_digest_is_a_change(tmp_path: Path) -> None:
    """A file with another digest is read, and told to be changed."""
    (tmp_path / "a.txt").write_text("new words")
    reading = read_below(tmp_path, "a.txt", "0" * 64)

    assert reading.status is DocumentStatus.CHANGED
    assert reading.text == "new words"
    assert reading.problem is not None
    assert reading.problem.code == "document-changed"
    assert reading.problem.hint


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "sub/../../a.txt",
        "/etc/hostname",
        "C:/a.txt",
        "c:a.txt",
        "\\\\host\\a.txt",
        "//host/a",
        "a\0b",
    ],
)
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    """Absolute, drive and network paths, `..` and zero bytes are refused before anything is opened."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (tmp_path / "a.txt").write_text("outside")
    reading = read_below(folder, name)

    assert reading.status is DocumentStatus.REFUSED
    assert reading.problem is not None
    assert reading.problem.code == "document-refused"
    assert reading.problem.hint


def test_links_may_not_lead_out(tmp_path: Path) -> None:
    """A link to a file outside, and a loop of links, are refused; a link inside is followed."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (tmp_path / "a.txt").write_text("outside")
    (folder / "b.txt").write_text("inside")
    (folder / "out.txt").symlink_to(tmp_path / "a.txt")
    (folder / "in.txt").symlink_to("b.txt")
    (folder / "loop.txt").symlink_to("loop.txt")

    assert read_below(folder, "out.txt").status is DocumentStatus.REFUSED
    assert read_below(folder, "loop.txt").status is DocumentStatus.REFUSED
    assert read_below(folder, "in.txt").text == "inside"


def test_a_fifo_and_a_folder_are_refused(tmp_path: Path) -> None:
    """What is no regular file is refused at once, without waiting for a writer."""
    (tmp_path / "folder").mkdir()
    names = ["folder"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")
        names.append("fifo")

    for name in names:
        reading = read_below(tmp_path, name)
        assert reading.status is DocumentStatus.REFUSED
        assert reading.problem is not None
        assert "regular file" in reading.problem.message


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfea\0b", "UTF-16"),
        (b"caf\xe9 au lait", "byte 3"),
        (b"a\0b", "zero byte"),
        (b"\xed\xa0\x80", "byte 0"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """Another encoding and binary files are refused with what was seen, and their digest kept."""
    (tmp_path / "a.txt").write_bytes(data)
    reading = read_below(tmp_path, "a.txt")

    assert reading.status is DocumentStatus.REFUSED
    assert reading.problem is not None
    assert told in reading.problem.message
    assert reading.sha256


def test_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read up to the cap and no further; one byte more is refused."""
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    (tmp_path / "fits.txt").write_bytes(b"x" * 10)
    (tmp_path / "large.txt").write_bytes(b"x" * 11)

    assert read_below(tmp_path, "fits.txt").status is DocumentStatus.READ
    assert read_below(tmp_path, "large.txt").status is DocumentStatus.REFUSED


def test_a_named_file_may_be_anywhere(tmp_path: Path) -> None:
    """A file that the user named is read wherever it is; a bad name is refused."""
    (tmp_path / "a.txt").write_text("words")

    assert read_file(tmp_path / "a.txt").text == "words"
    assert read_file(tmp_path / "b.txt").status is DocumentStatus.ABSENT
    assert read_file(Path("a\0b")).status is DocumentStatus.REFUSED
