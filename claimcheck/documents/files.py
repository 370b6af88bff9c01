"""Text files of documents, read without trusting their names, kinds or sizes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from attrs import frozen

from claimcheck.model.document import DocumentStatus
from claimcheck.model.problem import Problem

LARGEST_FILE = 64 * 2**20
"""Bytes. A thousand-page book takes about three million."""

# Opening a FIFO waits for a writer unless asked not to; neither flag is known to Windows' `os`, which
# in turn translates line ends unless told that a file is binary.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_DRIVE = re.compile(r"[A-Za-z]:")
_BOM = "\ufeff"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")


@frozen(kw_only=True)
class FileReading:
    """
    What became of a file: its text and digest when it was read, a problem when it was refused or changed.

    The text is the UTF-8 of the file without a byte order mark, line ends as they are: offsets count the
    code points of this text. The digest is of the bytes, mark included.
    """

    status: DocumentStatus
    text: str = ""
    sha256: str = ""
    problem: Problem | None = None


class _RefusedError(Exception):
    """Why a file is not read, and what to do about it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint


def read_below(folder: Path, name: str, sha256: str = "") -> FileReading:
    """
    Read the file of this name in a folder or below it; it may not lead out, by links either.

    A file that is not there is absent, which is no problem. One whose digest is not the expected one
    is read, and told to be changed.
    """
    try:
        path = _resolve(folder, name)
        data = _read_bytes(path)
    except _RefusedError as refusal:
        return _refused(name, refusal)
    return FileReading(status=DocumentStatus.ABSENT) if data is None else _decode(name, data, sha256)


def read_file(path: Path) -> FileReading:
    """Read a file that the user named, wherever it is."""
    try:
        data = _read_bytes(path)
    except _RefusedError as refusal:
        return _refused(str(path), refusal)
    return FileReading(status=DocumentStatus.ABSENT) if data is None else _decode(str(path), data, "")


def _resolve(folder: Path, name: str) -> Path:
    parts = name.split("/")
    if "\0" in name or "\\" in name or name.startswith("/") or _DRIVE.match(name) or ".." in parts:
        raise _RefusedError(
            "is not a path below the folder of the documents",
            "write the path from that folder on, with forward slashes and without `..`",
        )
    try:
        root = folder.resolve(strict=True)
        path = (root / name).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise _RefusedError(f"cannot be followed: {_reason(error)}", "look for a loop of links") from error
    if not path.is_relative_to(root):
        raise _RefusedError(
            "leads out of the folder of the documents", "copy the file into it in place of the link"
        )
    return path


def _read_bytes(path: Path) -> bytes | None:
    """Return what a regular file holds, None when there is none."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise _RefusedError(f"cannot be opened: {_reason(error)}", "look at its permissions") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _RefusedError("is not a regular file", "name a text file, no folder or device")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _RefusedError(f"cannot be read: {_reason(error)}", "copy it to a sound disk") from error
    finally:
        os.close(descriptor)
    if len(data) > LARGEST_FILE:
        raise _RefusedError(f"is larger than {LARGEST_FILE // 2**20} MiB", "split it into several documents")
    return data


def _decode(name: str, data: bytes, expected: str) -> FileReading:
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        told = "looks like UTF-16" if data.startswith(_UTF_16_BOMS) else f"fails at byte {error.start}"
        refusal = _RefusedError(f"is not UTF-8: {told}", "save it as UTF-8 in a text editor")
        return _refused(name, refusal, digest)
    if "\0" in text:
        return _refused(name, _RefusedError("is no text: it holds a zero byte", "export its text"), digest)
    if expected and digest != expected.strip().lower():
        problem = Problem(
            code="document-changed",
            message=f"{name} has the digest {digest[:12]}…, the dossier was written from "
            f"{expected.strip()[:12]}…",
            hint="check its quotations, then write the new digest into the dossier",
        )
        return FileReading(status=DocumentStatus.CHANGED, text=text, sha256=digest, problem=problem)
    return FileReading(status=DocumentStatus.READ, text=text, sha256=digest)


def _refused(name: str, refusal: _RefusedError, digest: str = "") -> FileReading:
    problem = Problem(code="document-refused", message=f"{name} {refusal}", hint=refusal.hint)
    return FileReading(status=DocumentStatus.REFUSED, sha256=digest, problem=problem)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
