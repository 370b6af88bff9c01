"""Which format a packed or otherwise binary file is in."""

from __future__ import annotations

from claimcheck.documents.readers.transcript import RefusedError

_DIRECTORY = 2**20
"""Bytes at the end of a packed file in which its members are listed."""

_N_BEGIN = 200

_LISTED = (
    (b"mimetypeapplication/epub+zip", "epub"),
    (b"META-INF/container.xml", "epub"),
    (b"word/document.xml", "docx"),
    (b"word/document2.xml", "docx"),
)

_UNREAD = (
    (b"application/vnd.oasis.opendocument", "is an OpenDocument file", "save it as DOCX"),
    (b"xl/workbook.", "is a spreadsheet", "export its text"),
    (b"ppt/presentation.", "is a slide show", "export its text, or print it to PDF"),
)

_UNREAD_BY_BEGIN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an old Office program", "save it as DOCX"),
    (b"{\\rtf", "is in Rich Text Format", "save it as DOCX"),
    (b"Rar!", "is packed by RAR", "unpack it"),
    (b"\x1f\x8b", "is packed by gzip", "unpack it"),
    (b"7z\xbc\xaf", "is packed by 7-Zip", "unpack it"),
    (b"AT&TFORM", "is a DjVu file", "convert it to PDF, with its text layer"),
)


def format_of_packed(data: bytes) -> str:
    """
    Return the format of a packed file, empty when it is none that we know.

    Raises `RefusedError` for those that we know and do not read.
    """
    for begin, told, hint in _UNREAD_BY_BEGIN:
        if data.startswith(begin):
            raise RefusedError(told, hint)
    if not data.startswith(b"PK\x03\x04"):
        return ""
    listed = data[:_N_BEGIN] + data[-_DIRECTORY:]
    # What is read comes first: a letter may have a spreadsheet inside.
    for name, format_ in _LISTED:
        if name in listed:
            return format_
    for name, told, hint in _UNREAD:
        if name in listed:
            raise RefusedError(told, hint)
    raise RefusedError("is packed, and holds no document that we know", "unpack it")
