"""Packed files that lie, swell or are torn."""

from __future__ import annotations

import struct
import tracemalloc
import warnings
import zipfile
from io import BytesIO

import pytest

from claimcheck.documents.readers import safe_zip
from claimcheck.documents.readers.choice import recognise
from claimcheck.documents.readers.safe_zip import Archive
from claimcheck.documents.readers.transcript import RefusedError
from tests.documents.readers.rendered_packed import packed

SOUND = packed({"a": "ford " * 50, "b": "gate"})


def test_members_are_read() -> None:
    """
    What is packed comes out, and a name that is not there is refused.
    """
    archive = Archive(SOUND)

    assert archive.read("b") == b"gate"
    assert "a" in archive
    assert "c" not in archive
    with pytest.raises(RefusedError, match="lacks 'c'"):
        archive.read("c")


def test_bombs_are_refused_soon() -> None:
    """
    What unpacks to gigabytes is refused before much of it came out, whatever size it announces.
    """
    bomb = packed({"a": bytes(2**25)})
    for data in (bomb, bomb.replace(struct.pack("<L", 2**25), struct.pack("<L", 2**31))):
        tracemalloc.start()
        with pytest.raises(RefusedError, match="times its size"):
            Archive(data).read("a")
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert peak < 2**23


def test_all_that_comes_out_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each member and all of them together have a largest size.
    """
    archive = Archive(SOUND)
    archive.read("a")
    monkeypatch.setattr(safe_zip, "LARGEST_TOTAL", 252)
    with pytest.raises(RefusedError, match="unpacks to more"):
        archive.read("b")
    monkeypatch.setattr(safe_zip, "LARGEST_MEMBER", 3)
    with pytest.raises(RefusedError, match="unpacks to more"):
        Archive(SOUND).read("b")


def test_members_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Too many members are refused, and a table of them that is too large before it is read.
    """
    monkeypatch.setattr(safe_zip, "MOST_MEMBERS", 1)
    with pytest.raises(RefusedError, match="more than 1 files"):
        Archive(SOUND)
    monkeypatch.setattr(safe_zip, "_LARGEST_DIRECTORY", 10)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(RefusedError, match="files"):
        Archive(SOUND)


def _twice() -> bytes:
    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a", "one")
        archive.writestr("a", "two")
    return out.getvalue()


def _overlapping() -> bytes:
    """Let the second member begin where the first does."""
    at = SOUND.rfind(b"PK\x01\x02")
    return SOUND[: at + 42] + struct.pack("<L", 0) + SOUND[at + 46 :]


def _with(bits: int, method: int) -> bytes:
    """Set the bits and the method of the first member, in both of its headers."""
    data = bytearray(SOUND)
    for at, offset in ((0, 6), (data.find(b"PK\x01\x02"), 8)):
        data[at + offset : at + offset + 4] = struct.pack("<HH", bits, method)
    return bytes(data)


def _flipped() -> bytes:
    at = SOUND.index(b"a", 30) + 3
    return SOUND[:at] + bytes([SOUND[at] ^ 255]) + SOUND[at + 1 :]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "damaged"),
        (b"no packed file", "damaged"),
        (SOUND[:-1], "damaged"),
        (SOUND[: len(SOUND) // 2], "damaged"),
        (SOUND[20:], "damaged"),
        (_flipped(), "damaged"),
        (_twice(), "same name"),
        (_overlapping(), "overlap"),
        (_with(1, 8), "password"),
        (_with(0, 12), "unusual way"),
        (_with(0, 99), "unusual way"),
        (SOUND[:-22] + b"PK\x06\x07" + bytes(16) + SOUND[-22:], "gigabytes"),
    ],
)
def test_what_lies_or_is_torn_is_refused(data: bytes, told: str) -> None:
    """
    Nothing but a refusal is raised, and it says what is wrong.
    """
    with pytest.raises(RefusedError, match=told) as refusal:
        Archive(data).read("a")

    assert refusal.value.hint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"{\\rtf1", "Rich Text"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (packed({"xl/workbook.xml": ""}), "spreadsheet"),
        (packed({"a": ""}), "no document"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, told: str) -> None:
    """
    A file of a kind that is known and not read is refused with what to do instead.
    """
    with pytest.raises(RefusedError, match=told) as refusal:
        recognise(data, "a.doc")

    assert refusal.value.hint
