"""The encoding of an HTML file, as its begin states it, and whether its bytes keep to that."""

from __future__ import annotations

import codecs
import re

from claimcheck.documents.readers.decoding import decode, recode
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.xml_encoding import place_of

_N_LOOKED_AT = 1024
"""Bytes in which the HTML standard has browsers look for a statement."""

_STATED = re.compile(
    rb"""<(?:meta\s[^>]*?\bcharset\s*=|\?xml\s[^>]*?\bencoding\s*=)\s*["']?\s*([A-Za-z][\w.:-]{0,40})""",
    re.IGNORECASE,
)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ("utf-16", "utf-32")

# Names that browsers take for their larger relation on Windows, whose letters the files hold.
_WIDENED = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}


def decode_html(data: bytes) -> str:
    """
    Return the text of a file: UTF-8 unless a byte order mark or its begin states another encoding.

    Raises `RefusedError`, with the place, when the bytes are not what is stated.
    """
    stated = None if data.startswith(_BOMS) else _STATED.search(data[:_N_LOOKED_AT])
    if stated is None:
        return decode(data)
    name = stated[1].decode("ascii")
    codec = _codec(name)
    if codec == "utf-8" or data.isascii():
        return decode(data)
    try:
        first = next(index for index, byte in enumerate(data) if byte > 127)
        decode(data)
    except RefusedError:
        return decode(recode(data, codec))
    line, column = place_of(data, first)
    raise RefusedError(
        f"states the encoding {name} and is UTF-8: line {line}, column {column}",
        'write <meta charset="utf-8"> at its begin',
    )


def states_in_meta(data: bytes) -> bool:
    """Whether a file without a byte order mark or an XML declaration states an encoding but UTF-8."""
    stated = None if data.startswith(_BOMS) else _STATED.search(data[:_N_LOOKED_AT])
    is_meta = stated is not None and stated.group().lower().startswith(b"<meta")
    return stated is not None and is_meta and _codec(stated[1].decode("ascii")) != "utf-8"


def _codec(name: str) -> str:
    """Return the codec that a name means. One that cannot be read byte by byte cannot be stated in bytes."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        raise RefusedError(f"states an unknown encoding, {name}", "save it as UTF-8") from None
    return "utf-8" if codec.startswith(_WIDE) else _WIDENED.get(codec, codec)
