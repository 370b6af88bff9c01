"""Files of documents, read without trusting their names, kinds or sizes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from attrs import frozen

from claimcheck.documents.readers.choice import read_bytes
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Document, DocumentStatus, Layout
from claimcheck.model.problem import Problem

LARGEST_FILE = 256 * 2**20
"""Bytes. Pictures of a thousand pages with a text layer take about a hundred million."""

# Opening a FIFO waits for a writer unless asked not to; neither flag is known to Windows' `os`, which
# in turn translates line ends unless told that a file is binary.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_DRIVE = re.compile(r"[A-Za-z]:")


@frozen(kw_only=True)
class FileReading:
    """
    What became of a file: its transcript when it was read, a problem when it was refused or changed.

    The digest is of the bytes as they are.
    """

    status: DocumentStatus
    transcript: Transcript | None = None
    sha256: str = ""
    problem: Problem | None = None

    @property
    def text(self) -> str:
        """The text whose code points offsets count, empty when there is none."""
        return self.transcript.text if self.transcript else ""


def read_below(
    folder: Path,
    name: str,
    sha256: str = "",
    layout: Layout | None = None,
    format_: str = "",
    encoding: str = "",
) -> FileReading:
    """
    Read the file of this name in a folder or below it; it may not lead out, by links either.

    A file that is not there is absent, which is no problem. One whose digest is not the expected one
    is read, and told to be changed.
    """
    try:
        path = _resolve(folder, name)
        data = bytes_of(path)
    except RefusedError as refusal:
        return _refused(name, refusal)
    if data is None:
        return FileReading(status=DocumentStatus.ABSENT)
    return _read_as(name, data, layout or Layout(), sha256=sha256, format_=format_, encoding=encoding)


def read_document(document: Document, folder: Path) -> FileReading:
    """Read the file of a document below a folder, as the dossier says that it is to be read."""
    if not document.file:
        return FileReading(status=DocumentStatus.ABSENT)
    return read_below(
        folder,
        document.file,
        document.sha256,
        document.layout,
        format_=document.format,
        encoding=document.encoding,
    )


def read_file(path: Path, layout: Layout | None = None, format_: str = "") -> FileReading:
    """Read a file that the user named, wherever it is."""
    try:
        data = bytes_of(path)
    except RefusedError as refusal:
        return _refused(str(path), refusal)
    if data is None:
        return FileReading(status=DocumentStatus.ABSENT)
    return _read_as(str(path), data, layout or Layout(), format_=format_)


def _resolve(folder: Path, name: str) -> Path:
    parts = name.split("/")
    if "\0" in name or "\\" in name or name.startswith("/") or _DRIVE.match(name) or ".." in parts:
        raise RefusedError(
            "is not a path below the folder of the documents",
            "write the path from that folder on, with forward slashes and without `..`",
        )
    try:
        root = folder.resolve(strict=True)
        path = (root / name).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise RefusedError(f"cannot be followed: {_reason(error)}", "look for a loop of links") from error
    if not path.is_relative_to(root):
        raise RefusedError(
            "leads out of the folder of the documents", "copy the file into it in place of the link"
        )
    return path


def bytes_of(path: Path) -> bytes | None:
    """Return what a regular file holds, None when there is none. `RefusedError` when it can't be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise RefusedError(f"cannot be opened: {_reason(error)}", "look at its permissions") from error
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise RefusedError("is not a regular file", "name a text file, no folder or device")
        if about.st_size > LARGEST_FILE:
            raise _too_large()
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise RefusedError(f"cannot be read: {_reason(error)}", "copy it to a sound disk") from error
    finally:
        os.close(descriptor)
    if len(data) > LARGEST_FILE:  # it grew meanwhile
        raise _too_large()
    return data


def _too_large() -> RefusedError:
    return RefusedError(f"is larger than {LARGEST_FILE // 2**20} MiB", "split it into several documents")


def _read_as(
    name: str,
    data: bytes,
    layout: Layout,
    *,
    sha256: str = "",
    format_: str = "",
    encoding: str = "",
) -> FileReading:
    digest = hashlib.sha256(data).hexdigest()
    try:
        transcript = read_bytes(data, name, layout, format_, encoding)
    except RefusedError as refusal:
        return _refused(name, refusal, digest)
    expected = sha256.strip().lower()
    if expected and digest != expected:
        problem = Problem(
            code="document-changed",
            message=f"{name} has the digest {digest[:12]}…, the dossier was written from {expected[:12]}…",
            hint="check its quotations, then write the new digest into the dossier",
        )
        return FileReading(
            status=DocumentStatus.CHANGED, transcript=transcript, sha256=digest, problem=problem
        )
    return FileReading(status=DocumentStatus.READ, transcript=transcript, sha256=digest)


def _refused(name: str, refusal: RefusedError, digest: str = "") -> FileReading:
    problem = Problem(code="document-refused", message=f"{name} {refusal}", hint=refusal.hint)
    return FileReading(status=DocumentStatus.REFUSED, sha256=digest, problem=problem)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
