"""From bytes to text."""

from __future__ import annotations

import codecs
from itertools import islice

from claimcheck.documents.readers.transcript import RefusedError

_BOM = "\ufeff"
_UTF_16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_OF_PROGRAMS = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
"""What Python calls encodings, and no file is written in. Those that pack or scramble it refuses itself."""

MOST_MEMORY = 400 * 2**20
"""Bytes that a text may take, as it is and decoded; 130 million letters of English, 40 million with a
single emoji among them."""

_FOUR_BYTES = tuple(bytes((begin,)) for begin in range(0xF0, 0xF5))
"""How the characters begin in UTF-8 that make Python keep four bytes for each character of a text."""

_N_GUESSED_FROM = 2**16
_N_GUESSES = 3


def decode(data: bytes) -> str:
    """
    Return text in UTF-8, or in UTF-16 with a byte order mark, without the mark, line ends as they are.

    Raises `RefusedError` for other encodings, and for zero bytes, which no text holds. No encoding is
    guessed: a wrong guess changes letters, and quotations with them.
    """
    if _memory(data) > MOST_MEMORY:
        raise RefusedError(
            f"needs more than {MOST_MEMORY // 2**20} MiB of memory", "split it into several documents"
        )
    try:
        if data.startswith(_UTF_16_BOMS):
            _check_mark(data)
            return _checked(data.decode("utf-16"))
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        name = "UTF-16, as it begins" if error.encoding.startswith("utf-16") else "UTF-8"
        raise RefusedError(f"is not {name}: fails at byte {error.start}", _advice(data)) from error


def _check_mark(data: bytes) -> None:
    """
    Refuse UTF-8 that begins as UTF-16: any bytes are letters there, Chinese ones mostly.

    A text in UTF-16 has a zero byte as soon as it has a space or a line end, which UTF-8 never has.
    """
    if b"\0" in data:
        return
    try:
        data[2:].decode()
    except UnicodeDecodeError:
        return
    raise RefusedError("begins as UTF-16 and is UTF-8 from byte 2 on", "save it as UTF-8 in a text editor")


def recode(data: bytes, encoding: str) -> bytes:
    """
    Return text of a stated encoding in UTF-8.

    Raises `RefusedError` for an encoding that is none of texts, and for bytes that it does not know.
    """
    if not _is_encoding(encoding):
        raise RefusedError(
            f"is said to be in {encoding[:40]!r}, which is no encoding of texts",
            "write a name such as windows-1254, iso-8859-9, koi8-r or utf-16",
        )
    try:
        return _checked(data.decode(encoding)).encode()
    except UnicodeError as error:
        raise RefusedError(
            f"is not in {encoding}, as was said: {_failure(error)}", "look for the right name of its encoding"
        ) from error


def _memory(data: bytes) -> int:
    """Return the bytes of a file, of its text, and of one copy of it that looking for pages makes."""
    if data.isascii():
        width = 1
    elif data.startswith(_UTF_16_BOMS):
        width = 2  # four for a character of two bytes
    else:
        width = 4 if any(begin in data for begin in _FOUR_BYTES) else 2
    return len(data) * (1 + 2 * width)


def _is_encoding(name: str) -> bool:
    try:
        known = codecs.lookup(name).name.replace("_", "-")
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return known not in _OF_PROGRAMS


def _failure(error: UnicodeError) -> str:
    return f"fails at byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)


def _checked(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        raise RefusedError(
            f"is no text: it holds a zero byte at line {line}, column {column}", "export its text"
        )
    return text.removeprefix(_BOM)


def _advice(data: bytes) -> str:
    """
    Say what to do, naming encodings that suit when charset-normalizer is installed.

    They are several, since its first choice is often a near relation of the right one.
    """
    likely = ""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        pass
    else:
        matches = islice(from_bytes(data[:_N_GUESSED_FROM]), _N_GUESSES)
        names = ", ".join(match.encoding for match in matches)
        likely = f"; its letters would suit {names}" if names else ""
    return f"save it as UTF-8 in a text editor, or state its `encoding` in the dossier{likely}"
