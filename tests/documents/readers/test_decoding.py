"""Bytes to text: what tells its encoding, what has it stated, and what is refused."""

from __future__ import annotations

import sys

import pytest

from claimcheck.documents.readers import choice, decoding
from claimcheck.documents.readers.choice import read_bytes
from claimcheck.documents.readers.decoding import decode
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout

WORDS = "Köprüde üç yüz kişi vardı; kışın köprü yıkıldı, şehir boşaldı."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_as_it_tells_itself(encoding: str) -> None:
    """
    UTF-8 with or without a mark, and UTF-16 with one, are read exactly, and the mark is no text.
    """
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["windows-1254", "ISO-8859-9", "utf-16-be"])
def test_a_stated_encoding_is_read(encoding: str) -> None:
    """
    What the historian states is taken at its word.
    """
    assert read_bytes(WORDS.encode(encoding), "a.txt", Layout(), encoding=encoding).text == WORDS


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (b"words", "base64", "no encoding of texts"),
        (b"words", "rot13", "no encoding of texts"),
        (b"words", "unicode_escape", "no encoding of texts"),
        (b"words", "idna", "no encoding of texts"),
        (b"words", "no such\0name", "no encoding of texts"),
        (b"\xff\xfe\xfd", "utf-8", "fails at byte 0"),
        (b"a\0b", "windows-1254", "zero byte"),
        (b"%PDF-1.7", "koi8-r", "tells its encoding itself"),
    ],
)
def test_a_statement_that_cannot_be_true_is_refused(data: bytes, encoding: str, told: str) -> None:
    """
    Names of no encoding, bytes that it does not know, and formats that tell their own are refused.
    """
    with pytest.raises(RefusedError, match=told):
        read_bytes(data, "a", Layout(), encoding=encoding)


def test_an_encoding_is_named_and_never_guessed() -> None:
    """
    Another encoding is refused; names that suit are a hint for the historian, who decides.
    """
    with pytest.raises(RefusedError, match="is not UTF-8: fails at byte 1") as refusal:
        decode((WORDS * 3).encode("windows-1254"))
    assert "would suit cp1252, cp1254, " in refusal.value.hint


def test_no_name_is_offered_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without charset-normalizer the hint asks for the encoding, and names none.
    """
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)

    with pytest.raises(RefusedError) as refusal:
        decode(WORDS.encode("windows-1254"))
    assert refusal.value.hint.endswith("state its `encoding` in the dossier")


@pytest.mark.parametrize(("words", "fits"), [("a" * 100, True), ("ş" * 50, False), ("a" * 96 + "😀", False)])
def test_a_text_may_not_need_too_much_memory(monkeypatch: pytest.MonkeyPatch, words: str, fits: bool) -> None:
    """
    What a text takes is reckoned before it is decoded: one wide character widens all others.
    """
    monkeypatch.setattr(decoding, "MOST_MEMORY", 400)

    if fits:
        assert decode(words.encode()) == words
    else:
        with pytest.raises(RefusedError, match="memory"):
            decode(words.encode())


def test_files_are_bounded_by_their_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Only PDF may be larger than what is held in memory.
    """
    monkeypatch.setattr(choice, "LARGEST_OTHERWISE", 10)

    with pytest.raises(RefusedError, match="is larger than"):
        read_bytes(b"eleven byte", "a.txt", Layout())
    with pytest.raises(RefusedError, match="damaged PDF"):
        read_bytes(b"%PDF-1.7 and more", "a.pdf", Layout())
