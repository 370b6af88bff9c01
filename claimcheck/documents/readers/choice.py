"""Which reader a file needs: by the format that its document states, by its name, by how it begins."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from claimcheck.documents.readers.decoding import recode
from claimcheck.documents.readers.packed_begin import format_of_packed
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.documents.readers.xml_begin import format_of_xml
from claimcheck.model.document import Layout

_READERS = {
    "text": "plain",
    "markdown": "markdown",
    "pdf": "pdf",
    "tei": "tei",
    "alto": "alto",
    "page": "page_xml",
    "hocr": "hocr",
    "html": "html",
    "epub": "epub",
    "docx": "docx",
    "wikitext": "wikitext",
}
"""Formats and the modules that read them. A module is imported when a file of its format is read."""

_SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".pdf": "pdf",
    ".tei": "tei",
    ".hocr": "hocr",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".epub": "epub",
    ".docx": "docx",
    ".wiki": "wikitext",
    ".mediawiki": "wikitext",
    ".wikitext": "wikitext",
}

_OF_ANY_ENCODING = ("text", "markdown", "wikitext")

LARGEST_OTHERWISE = 96 * 2**20
"""Bytes of any file but PDF, which is not held in memory. A book of a thousand pages, each letter of it with
its place on the page, takes about half of them."""

_N_LOOKED_AT = 4096
_BEFORE_MARK = b"\xef\xbb\xbf \t\r\n"


def read_bytes(data: bytes, name: str, layout: Layout, format_: str = "", encoding: str = "") -> Transcript:
    """
    Read the bytes of a file of this name, in the format stated or recognised.

    Only formats that do not tell their encoding themselves may have one stated.

    Raises `RefusedError` for what its reader cannot or will not read.
    """
    begun = _by_begin(data) if format_ != "text" else ""
    if format_ and begun not in ("", format_):
        raise RefusedError(
            f"is said to be {format_!r} and begins like {begun!r}", f"write {begun!r} as its format"
        )
    chosen = format_ or recognise(data, name)
    if chosen not in _READERS:
        raise RefusedError(
            f"is said to be {chosen!r}, which is no format", f"write one of {', '.join(sorted(_READERS))}"
        )
    if chosen != "pdf" and len(data) > LARGEST_OTHERWISE:
        raise RefusedError(
            f"is larger than {LARGEST_OTHERWISE // 2**20} MiB", "split it into several documents"
        )
    if encoding:
        if chosen not in _OF_ANY_ENCODING:
            raise RefusedError(
                f"is read as {chosen!r}, which tells its encoding itself", "leave `encoding` out"
            )
        data = recode(data, encoding)
    reader = import_module(f"claimcheck.documents.readers.{_READERS[chosen]}")
    transcript: Transcript = reader.read(data, layout)
    return transcript


def recognise(data: bytes, name: str) -> str:
    """
    Return the format of a file. How it begins counts more than its name; what nothing tells is text.

    Raises `RefusedError` for a file that is named like XML and begins like none of the formats.
    """
    suffix = PurePath(name).suffix.casefold()
    begun = _by_begin(data)
    if not begun and suffix == ".xml":
        raise RefusedError(
            "is XML of a kind that no reader knows by its root element",
            "state its format, which is `text` if its tags are to be read as they are",
        )
    return begun or _SUFFIXES.get(suffix, "text")


def _by_begin(data: bytes) -> str:
    begin = data[:_N_LOOKED_AT]
    if begin.lstrip(_BEFORE_MARK).startswith(b"%PDF-"):
        return "pdf"
    return format_of_packed(data) or format_of_xml(begin)
