"""One document written in every format, which all readers must read alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.documents.readers.choice import read_bytes, recognise
from claimcheck.model.document import Layout
from tests.documents.readers.rendered_html import as_html
from tests.documents.readers.rendered_packed import as_docx, as_epub
from tests.documents.readers.rendered_pdf import as_pdf
from tests.documents.readers.rendered_text import as_markdown, as_text, as_wikitext
from tests.documents.readers.rendered_xml import as_alto, as_hocr, as_page, as_tei, as_tei_with_notes_apart
from tests.documents.readers.sample import HEADINGS, expected, seen

PAGED: dict[str, Callable[[], bytes]] = {
    "text": as_text,
    "pdf": as_pdf,
    "tei": as_tei,
    "alto": as_alto,
    "page": as_page,
    "hocr": as_hocr,
    "html": as_html,
    "epub": as_epub,
    "docx": as_docx,
}
"""Formats that know pages, and what writes the sample in them."""

UNPAGED: dict[str, Callable[[], bytes]] = {"markdown": as_markdown, "wikitext": as_wikitext}
"""Formats that know none."""

NAMED = {"markdown": "sample.md", "wikitext": "sample.wiki"}
"""Formats that only the name of a file can tell from plain text."""

BY_FORMAT = PAGED | UNPAGED

SAMPLES = BY_FORMAT | {"tei, notes apart": as_tei_with_notes_apart}
"""All that is written, by the name of its format and what sets it apart."""

HEADED = [each for each in BY_FORMAT if each not in ("text", "pdf")]
"""Formats that tell headings from paragraphs."""

LAYOUT = Layout(first_page=12, breaks="form-feed")


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_format_reads_alike(sample: str) -> None:
    """
    Text and notes are those of the sample, and page by page, with running heads, where there are pages.
    """
    format_ = sample.partition(",")[0]
    read = read_bytes(SAMPLES[sample](), "", LAYOUT, format_)

    assert seen(read, paged=format_ in PAGED) == expected(paged=format_ in PAGED)
    assert read.format == format_


@pytest.mark.parametrize("format_", BY_FORMAT)
def test_every_format_is_recognised(format_: str) -> None:
    """
    How the file begins tells its format, or its name where nothing else can.
    """
    assert recognise(BY_FORMAT[format_](), NAMED.get(format_, "sample")) == format_


@pytest.mark.parametrize("format_", HEADED)
def test_headings_open_sections(format_: str) -> None:
    """
    A heading is the name of the section that it opens.
    """
    read = read_bytes(BY_FORMAT[format_](), "", LAYOUT, format_)

    assert tuple(section.name for section in read.pages.sections if section.kind == "section") == HEADINGS
