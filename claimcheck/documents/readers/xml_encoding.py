"""The encoding of an XML file, as its begin tells it, and whether its bytes keep to that."""

from __future__ import annotations

import codecs
import re

from claimcheck.documents.readers.transcript import RefusedError

_DECLARED = re.compile(rb"""\A\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']""")

# The longer marks first: that of UTF-32 begins like that of UTF-16.
_BEGINS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)

# Of Python's codecs those that are encodings of text in use, by the begin of their names.
_KNOWN = (
    *("utf-8", "ascii", "utf-16", "utf-32", "iso8859-", "cp", "koi8-", "mac-", "tis-620"),
    *("gb", "big5", "euc_", "shift_jis", "iso2022_", "johab"),
)

_SINGLE_BYTES = ("iso8859-", "cp125")

_N_CHECKED = 2**20
"""Bytes at once."""

_DECLARE_UTF_8 = 'write encoding="UTF-8" into its first line'


def to_utf8(data: bytes) -> bytes:
    """
    Return a file in UTF-8, whatever encoding it is in; the one that it declares counts for nothing then.

    Raises `RefusedError`, with line and column, when its bytes are not what it declares.
    """
    codec = _codec(data)
    if codec == "utf-8":
        _check_utf8(data)
        return data.removeprefix(codecs.BOM_UTF8)
    if codec.startswith(_SINGLE_BYTES):
        _check_single_bytes(data, codec)
    try:
        return data.decode(codec).encode()
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        before = data[:at].decode(codec, errors="ignore").encode()
        line, column = place_of(before, len(before))
        raise RefusedError(
            f"is not the {codec} that it declares: line {line}, column {column}",
            "let its first line name the encoding that it is saved in",
        ) from error


def declared_codec(data: bytes) -> str:
    """Return the name that Python gives to the encoding which a file declares, UTF-8 if it declares none."""
    declared = _DECLARED.match(data)
    if declared is None:
        return "utf-8"
    name = declared[1].decode("ascii")
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if not codec.startswith(_KNOWN):
        raise RefusedError(f"declares an unknown encoding, {name}, in line 1", "save it as UTF-8")
    return codec


def _codec(data: bytes) -> str:
    for begin, codec in _BEGINS:
        if data.startswith(begin):
            return codec
    codec = declared_codec(data)
    if codec.startswith(("utf-16", "utf-32")):
        raise RefusedError(f"declares {codec} in line 1 and is in another encoding", _DECLARE_UTF_8)
    return "utf-8" if codec == "ascii" else codec


def _check_utf8(data: bytes) -> None:
    start = 0
    # Piece by piece: one emoji makes four bytes of each character of a decoded text.
    while start < len(data):
        end = start + _N_CHECKED
        while end < len(data) and end < start + _N_CHECKED + 4 and data[end] & 0xC0 == 0x80:
            end += 1
        try:
            data[start:end].decode()
        except UnicodeDecodeError as error:
            at = start + error.start
            line, column = place_of(data, at)
            raise RefusedError(
                f"is not UTF-8: byte {data[at]:#04x} at line {line}, column {column}",
                "let its first line name the encoding that it is saved in",
            ) from error
        start = end


def _check_single_bytes(data: bytes, codec: str) -> None:
    """Refuse UTF-8 that declares a smaller encoding, in which any bytes whatever would be letters."""
    if data.isascii():
        return
    controls = re.search(rb"[\x80-\x9f]", data) if codec.startswith("iso8859-") else None
    try:
        data.decode()
    except UnicodeDecodeError:
        if controls is None:
            return
        line, column = place_of(data, controls.start())
        raise RefusedError(
            f"declares {codec}, where byte {controls.group()[0]:#04x} is no letter: "
            f"line {line}, column {column}",
            'write encoding="windows-1252" into its first line, if that makes the letter right',
        ) from None
    first = re.search(rb"[\x80-\xff]", data)
    line, column = place_of(data, first.start() if first else 0)
    raise RefusedError(f"declares {codec} and is UTF-8: line {line}, column {column}", _DECLARE_UTF_8)


def place_of(data: bytes, at: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of a byte in UTF-8."""
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode(errors="replace")) + 1
