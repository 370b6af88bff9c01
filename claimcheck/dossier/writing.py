"""New files: whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")


def write_new_file(path: Path, text: str) -> None:
    """
    Write a file that was not there; raise `FileExistsError` when something stands in its place.

    The text is written beside it under a hidden name and then given its own, so that nobody ever sees
    half a file, and a file that appears in the meantime is not overwritten.
    """
    with NamedTemporaryFile(
        "w", dir=path.parent, prefix=".", suffix=".part", encoding="utf-8", newline="\n", delete=False
    ) as file:
        temporary = Path(file.name)
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        _give_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _give_name(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # File systems without hard links (exFAT, some network folders): the check comes a moment earlier.
        if os.path.lexists(path):
            raise FileExistsError(f"{path} exists") from None
        temporary.replace(path)


def _umask() -> int:
    # The only way to ask for it is to set it. A temporary file is private; a dossier's is not.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def quoted(text: str) -> str:
    """
    Return a text as a double-quoted YAML scalar that any YAML reader reads back.

    Control characters, which our reader refuses, become the replacement character.

    >>> print(quoted('Chapter #4: "he" said'))
    "Chapter #4: \\"he\\" said"
    """
    clean = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    return '"' + "".join(_escaped(char) for char in clean) + '"'


def _escaped(char: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(char)
    if short is not None:
        return short
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
