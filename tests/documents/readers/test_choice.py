"""Which reader a file gets."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers.choice import read_bytes, recognise
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout

EDITION = b"<TEI><text><body><p>the toll</p></body></text></TEI>"


@pytest.mark.parametrize(
    ("begin", "format_"),
    [
        (b"<?xml version='1.0'?>\n<!-- <alto> -->\n<t:TEI xmlns:t='x'>", "tei"),
        (b"<!DOCTYPE TEI SYSTEM 'tei.dtd' [<!ENTITY a 'b'>]>\n<TEI>", "tei"),
        ("\ufeff<alto>".encode("utf-16-le"), "alto"),
        (b"\xef\xbb\xbf<PcGts/>", "page"),
        (b"<html><body><div id='p' class='ocr_page'>", "hocr"),
        (b"Write <TEI> at the begin.", "text"),
        (b"", "text"),
    ],
)
def test_the_root_element_tells_the_format(begin: bytes, format_: str) -> None:
    """
    The root element counts, after comments and declarations; one that is only mentioned does not.
    """
    assert recognise(begin, "") == format_


def test_a_wrong_format_is_refused_with_the_right_one() -> None:
    """
    A stated format that the file's begin gainsays is refused; text may be stated of any file.
    """
    with pytest.raises(RefusedError) as refusal:
        read_bytes(EDITION, "", Layout(), "alto")

    assert "'tei'" in refusal.value.hint
    assert read_bytes(EDITION, "", Layout(), "text").text == EDITION.decode()


def test_unknown_xml_is_refused() -> None:
    """
    XML that no reader knows is not read as if its tags were words, unless text is stated.
    """
    with pytest.raises(RefusedError, match="root element"):
        read_bytes(b"<letter>words</letter>", "a.xml", Layout())

    assert read_bytes(b"<letter/>", "a.xml", Layout(), "text").text == "<letter/>"
