"""Books in EPUB."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.documents.readers.epub import read
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout
from tests.documents.readers.rendered_packed import book, packed

NAVIGATION = (
    '<nav epub:type="toc"><ol><li><a href="a.xhtml">The ford</a></li></ol></nav>'
    '<nav epub:type="page-list"><ol><li><a href="b.xhtml#two">xii</a></li></ol></nav>'
)
CHAPTERS = {"a.xhtml": "<h1>One</h1><p>ford</p>", "b.xhtml": '<h1 id="two">Two</h1><p>gate</p>'}


def test_chapters_stand_in_the_order_of_the_spine() -> None:
    """
    The spine orders the files; the contents are left out, and their list of pages says where pages begin.
    """
    done = read(book({**CHAPTERS, "nav.xhtml": NAVIGATION}, "nav.xhtml a.xhtml b.xhtml a.xhtml"), Layout())

    assert done.text == "One\n\nford\n\nTwo\n\ngate"
    assert [page.label for page in done.pages.pages] == ["", "xii"]
    assert [section.name for section in done.pages.sections] == ["One", "Two"]


def test_an_older_book_lists_its_pages_elsewhere() -> None:
    """
    The list of pages of EPUB 2 serves where there is no newer one.
    """
    target = '<pageTarget><navLabel><text>7</text></navLabel><content src="b.xhtml#two"/></pageTarget>'
    ncx = f"<ncx><navMap><navPoint/></navMap><pageList>{target}</pageList></ncx>"
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
    made = book(CHAPTERS, "a.xhtml b.xhtml")
    package = _member(made, "OEBPS/book.opf").replace("</manifest>", item)
    done = read(book(CHAPTERS, "", {"OEBPS/book.opf": package, "OEBPS/toc.ncx": ncx}), Layout())

    assert [page.label for page in done.pages.pages] == ["", "7"]


def test_endnotes_of_a_file_of_their_own_keep_their_place() -> None:
    """
    A mark leads to an endnote in another file, which stays where the book has it.
    """
    mark = '<p>a<sup><a epub:type="noteref" href="n/notes.xhtml#x%31">1</a></sup></p>'
    notes = '<section epub:type="endnotes"><p id="x1">1. So he wrote.</p></section>'
    done = read(book({"a.xhtml": mark, "n/notes.xhtml": notes}, "a.xhtml n/notes.xhtml"), Layout())

    assert done.text == "a¹\n\n¹ So he wrote."


def test_a_missing_chapter_is_told() -> None:
    """
    The rest of a book is read without a file that is listed and not there.
    """
    made = book(CHAPTERS, "a.xhtml b.xhtml")
    package = _member(made, "OEBPS/book.opf")
    done = read(book({"a.xhtml": "<p>ford</p>"}, "", {"OEBPS/book.opf": package}), Layout(first_page=3))

    assert done.text == "ford"
    assert [loss.code for loss in done.losses] == ["file-missing"]
    assert done.pages.pages[0].label == "3"


@pytest.mark.parametrize(
    ("method", "is_refused"),
    [("http://www.w3.org/2001/04/xmlenc#aes128-cbc", True), ("http://www.idpf.org/2008/embedding", False)],
)
def test_encrypted_books_are_refused(method: str, is_refused: bool) -> None:
    """
    A book whose text is encrypted is refused; one whose fonts alone are is read.
    """
    encryption = (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{method}"/><CipherData>'
        '<CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData></encryption>'
    )
    made = book(CHAPTERS, "a.xhtml", {"META-INF/encryption.xml": encryption})
    if not is_refused:
        assert read(made, Layout()).text == "One\n\nford"
        return

    with pytest.raises(RefusedError, match="encrypted"):
        read(made, Layout())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed({"mimetype": "application/epub+zip"}), "lacks 'META-INF/container.xml'"),
        (packed({"META-INF/container.xml": "<container/>"}), "lacks ''"),
        (book({}, ""), "no chapter"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_what_is_no_book_is_refused(data: bytes, told: str) -> None:
    """
    A packed file without what makes a book of it is refused.
    """
    with pytest.raises(RefusedError, match=told):
        read(data, Layout())


def _member(data: bytes, name: str) -> str:

    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()
