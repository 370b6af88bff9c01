"""The sample in EPUB, and what packs files for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.documents.readers.rendered_html import body, notes

_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_XHTML = "application/xhtml+xml"


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a packed file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method if name != "mimetype" else 0)
    return out.getvalue()


def book(chapters: Mapping[str, str], spine: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return an EPUB of these files, which are read in the order of the spine."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="{_XHTML}"{_properties(name)}/>' for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine.split())
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    files = {f"OEBPS/{name}": _xhtml(content) for name, content in chapters.items()}
    begin = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    return packed({**begin, "OEBPS/book.opf": package, **files, **(more or {})})


def _properties(name: str) -> str:
    return ' properties="nav"' if name == "nav.xhtml" else ""


def _xhtml(content: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{content}</body></html>'
    )


def as_epub() -> bytes:
    """Return the sample with its notes in a file of their own, and a table of contents that is not read."""
    contents = '<nav epub:type="toc"><ol><li><a href="ford.xhtml">not read</a></li></ol></nav>'
    return book(
        {
            "nav.xhtml": contents,
            "ford.xhtml": body("notes.xhtml"),
            "notes.xhtml": notes("ford.xhtml"),
        },
        "nav.xhtml ford.xhtml notes.xhtml",
    )
