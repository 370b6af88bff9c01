"""From bytes to text."""

from __future__ import annotations

from claimcheck.documents.readers.transcript import RefusedError

_BOM = "\ufeff"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str:
    """
    Return UTF-8 bytes as text, without a byte order mark, line ends as they are.

    Raises `RefusedError` for other encodings, and for zero bytes, which no text holds.
    """
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        told = "looks like UTF-16" if data.startswith(_UTF_16_BOMS) else f"fails at byte {error.start}"
        raise RefusedError(f"is not UTF-8: {told}", "save it as UTF-8 in a text editor") from error
    if "\0" in text:
        raise RefusedError("is no text: it holds a zero byte", "export its text")
    return text
