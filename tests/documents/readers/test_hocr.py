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
