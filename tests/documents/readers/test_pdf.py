"""PDF files: text layer, labels, marks of notes, what is lost, and what is refused within limits."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

import pytest

from claimcheck.documents.readers import pdf, pdf_child
from claimcheck.documents.readers.choice import recognise
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout
from tests.documents.readers.rendered_pdf import as_pdf, lines, whole
from tests.documents.readers.rendered_pdf import pdf as write_pdf
from tests.documents.readers.sample import expected, seen

PICTURES = write_pdf([b"0 0 10 10 re f", b"0 0 20 20 re f"])


def test_pages_without_text_are_told() -> None:
    """
    Pages that are pictures keep their place and number, and are told as lost.
    """
    words = lines([(700, "The gate-"), (680, "house burned.")])
    read = pdf.read(write_pdf([b"0 0 9 9 re f", words, b"0 0 9 9 re f"]), Layout(first_page=7))

    assert read.text.split("\f") == ["", "The gate-\nhouse burned.", ""]
    assert [page.label for page in read.pages.pages] == ["7", "8", "9"]
    assert [(loss.code, loss.start, loss.count) for loss in read.losses] == [("page-without-text", 0, 2)]


def test_the_first_page_that_is_stated_counts_more_than_labels() -> None:
    """
    Labels of the file number its pages, unless the historian says which number the first page bears.
    """
    read = pdf.read(as_pdf(), Layout(first_page=130))

    assert [page.label for page in read.pages.pages] == ["130", "131"]


def test_pypdf_serves_where_pdfium_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The second engine gives the same pages, labels and notes; marks of notes stay ordinary digits.
    """
    monkeypatch.setattr(pdf, "ENGINES", ("pypdf",))
    read = seen(pdf.read(as_pdf(), Layout()))

    assert [(page.label, page.notes) for page in read.pages] == [
        (page.label, page.notes) for page in expected().pages
    ]
    assert "before noon1 and found" in read.body


ENCRYPTED = whole(
    [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"],
    b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    % (b"11" * 32, b"22" * 32),
)


@pytest.mark.parametrize(
    ("data", "engines", "told", "hint"),
    [
        (PICTURES, pdf.ENGINES, "no text", "ocrmypdf"),
        (ENCRYPTED, ("pypdfium2",), "encrypted", "password"),
        (ENCRYPTED, ("pypdf",), "encrypted", "password"),
        (b"%PDF-1.7\nnothing more", ("pypdfium2",), "damaged", "viewer"),
        (b"%PDF-1.7\nnothing more", ("pypdf",), "damaged", "viewer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint(
    monkeypatch: pytest.MonkeyPatch, data: bytes, engines: tuple[str, ...], told: str, hint: str
) -> None:
    """
    Pictures without text, passwords and damage are told apart, with what helps.
    """
    monkeypatch.setattr(pdf, "ENGINES", engines)

    with pytest.raises(RefusedError, match=told) as refusal:
        pdf.read(data, Layout())
    assert hint in refusal.value.hint


def test_the_extra_is_named_where_no_engine_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without either package a PDF is refused, and the hint says what installs them.
    """
    monkeypatch.setattr(sys, "path", [each for each in sys.path if "site-packages" not in each])

    with pytest.raises(RefusedError, match="no reader of PDF") as refusal:
        pdf.read(PICTURES, Layout())
    assert "claimcheck[pdf]" in refusal.value.hint


def bomb() -> bytes:
    """A page whose content unpacks twice, to 60 MB."""
    content = zlib.compress(zlib.compress(b" " * 60_000_000, 1))
    return whole(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
            % (len(content), content),
        ]
    )


@pytest.mark.parametrize(
    ("limit", "bound", "data", "told"),
    [("MEMORY", 80 * 2**20, bomb, "MiB"), ("WALL_S", 0.01, as_pdf, "seconds")],
)
def test_limits_end_the_reading(
    monkeypatch: pytest.MonkeyPatch, limit: str, bound: float, data: Callable[[], bytes], told: str
) -> None:
    """
    A file that needs too much memory or time is refused like any other.
    """
    monkeypatch.setattr(pdf, limit, bound)

    with pytest.raises(RefusedError, match=told):
        pdf.read(data(), Layout())


class Pages:
    """An engine that gives these pages; an exception stands for a page that cannot be read."""

    def __init__(self, *pages: str | Exception) -> None:
        self.pages = pages
        self.n_pages = len(pages)

    def label(self, index: int) -> str:
        return "i" * index

    def text(self, index: int) -> str:
        page = self.pages[index]
        if isinstance(page, Exception):
            raise page
        return page


def answered(*pages: str | Exception) -> tuple[list[bytes], dict[str, list[object]]]:
    """What the child makes of an engine's pages."""
    answer: dict[str, list[object]] = {"labels": [], "unreadable": []}
    return list(pdf_child.read_pages(Pages(*pages), answer)), answer  # type: ignore[arg-type]  # an engine's double


def test_a_damaged_page_costs_itself_alone() -> None:
    """
    The other pages are read; want of memory ends the reading.
    """
    assert answered("one", ValueError("bad"), "three") == (
        [b"one", b"", b"three"],
        {"labels": ["", "i", "ii"], "unreadable": [1]},
    )
    with pytest.raises(MemoryError):
        answered(MemoryError())


@pytest.mark.parametrize(("limit", "word"), [("MOST_PAGES", "pages"), ("LARGEST_OUTPUT", "long")])
def test_pages_and_text_are_counted(monkeypatch: pytest.MonkeyPatch, limit: str, word: str) -> None:
    """
    Too many pages and too much text are refused before they are answered.
    """
    monkeypatch.setattr(pdf_child, limit, 2)

    with pytest.raises(pdf_child.UnreadError, match=word):
        answered("one", "two", "three")


def test_text_is_cleaned() -> None:
    """
    A divided word keeps its hyphen and its line end, control characters go, other hyphens stay.
    """
    assert pdf_child.clean("an\ufffeswer up\x02\r\nland\0 a\x0cb\r\nwell-known\rend\uffff") == (
        "an-\nswer up-\nland ab\nwell-known\nend"
    )


def test_a_pdf_is_recognised_by_its_mark() -> None:
    """
    The mark at the begin tells a PDF whatever its name; words about it further on do not.
    """
    assert recognise(b"\r\n%PDF-1.4", "letter.txt") == "pdf"
    assert recognise(b"A file begins with %PDF-1.4", "letter.txt") == "text"
