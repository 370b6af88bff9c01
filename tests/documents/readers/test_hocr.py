"""Recognised pages in hOCR."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers.hocr import read
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout

SOUP = (
    "<!DOCTYPE html><html><head><title>not read<style>p{}</style><body>"
    "<div class=ocr_page title='lpageno xli'><p class=ocr_par><span class=ocr_line>"
    "<span class=ocrx_word>the&nbsp;toll</span><span class=ocrx_word>of the<sup>1</sup></span><br>up-</span>"
    "<span class=ocr_line>land road</b></span></div><div class=ocr_page><p class=ocr_par>rose"
)


def test_soup_is_read_like_the_rest() -> None:
    """
    Elements that nobody closed, or opened, and entities of HTML are read as a browser reads them; a file
    without its end is told to be cut short, perhaps.
    """
    read_ = read(SOUP.encode(), Layout())

    assert read_.text == "the\xa0toll of the¹\nup-\nland road\n\nrose"
    assert [page.label for page in read_.pages.pages] == ["xli", ""]
    assert [each.code for each in read_.losses] == ["cut-short"]


@pytest.mark.parametrize("end", ["</html>", ""], ids=["XML", "HTML"])
@pytest.mark.parametrize(
    ("begin", "encoding"),
    [
        ("<html><meta charset='windows-1254'/>", "cp1254"),
        ("<html><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-9'/>", "cp1254"),
        ("<?xml version='1.0' encoding='windows-1254'?><html><meta charset='utf-8'/>", "cp1254"),
        ("<?xml version='1.0'?><html><meta charset='koi8-r'/>", "utf-16"),
        ("<html><meta charset='koi8-r'/>", "utf-8-sig"),
        ("<html>", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_is_stated(begin: str, encoding: str, end: str) -> None:
    """
    A mark at the begin counts most, then what the file states, well-formed or not.
    """
    file = f"{begin}<body><div class='ocr_page'><span class='ocr_line'>Şu köprü</span></div></body>{end}"

    assert read(file.encode(encoding), Layout()).text == "Şu köprü"


@pytest.mark.parametrize(
    ("stated", "encoding", "told"),
    [
        ("windows-1254", "utf-8", "is UTF-8: line 1, column 60"),
        ("utf-8", "cp1254", "is not UTF-8: fails at byte 52"),
        ("koi8-x", "utf-8", "unknown encoding, koi8-x"),
    ],
)
def test_an_encoding_that_lies_is_refused(stated: str, encoding: str, told: str) -> None:
    """
    Bytes that are not what the file states are refused, and the place is named.
    """
    file = f"<html><meta charset='{stated}'/><div class='ocr_page'>köprü</div></html>"

    with pytest.raises(RefusedError, match=told) as refusal:
        read(file.encode(encoding), Layout())

    assert refusal.value.hint


def test_lines_may_be_running_heads() -> None:
    """
    A line within a paragraph may be a running head, a page number or a note by its class.
    """
    lines = "<span class='ocr_header'>The Ford</span><span class='ocr_line'>the toll</span>"
    notes = "<div class='ocr_footnote'><span class='ocr_line'>* in the ledger</span></div>"
    number = "<span class='ocr_pageno'>[42]</span><div class='ocr_photo'/>"
    read_ = read(
        f"<html><body><div class='ocr_page'><p class='ocr_par'>{lines}</p>{notes}{number}</div>"
        "</body></html>".encode(),
        Layout(),
    )
    (page,) = read_.pages.pages

    assert page.label == "42"
    assert [read_.text[slice(*each)] for each in page.furniture] == ["The Ford", "[42]"]
    assert [note.label for note in read_.pages.notes] == ["*"]
    assert [each.code for each in read_.losses] == ["picture"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><p>no page</p></body></html>",
        b"<!DOCTYPE a [<!ENTITY b 'ha'>]><div class='ocr_page'>&b;</div>",
        b"<div class=ocr_page>" + b"<div>" * 300_000,
        b"<div class=ocr_page>caf\xe9",
        b"<br>" + b"<a " * 100_000,
        b"",
    ],
)
def test_what_is_no_hocr_or_means_harm_is_refused(data: bytes) -> None:
    """
    A file without pages, with entities of its own, nested beyond reason or in another encoding is refused.
    """
    with pytest.raises(RefusedError) as refusal:
        read(data, Layout())

    assert refusal.value.hint
