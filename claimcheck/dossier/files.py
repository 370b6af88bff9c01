"""The files of a dossier's folder: found without following them out of it, read without blocking."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from claimcheck.dossier.problems import Collector, Page

LARGEST_FILE = 8 * 2**20
"""Bytes. A question with a hundred attestations takes about forty thousand."""

_ENDINGS = (".yaml", ".yml")

# Opening a FIFO waits for a writer unless asked not to; neither flag is known to Windows' `os`, which
# in turn translates line ends unless told that a file is binary.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def find_files(folder: Path, collector: Collector) -> list[tuple[str, Path]]:
    """
    Return the YAML files below a folder as (name relative to it, path), sorted by name.

    Hidden files and folders are passed over. What is named like a YAML file and is not one, and what
    leads out of the folder, becomes a problem.
    """
    root = os.path.realpath(folder)
    found: list[tuple[str, Path]] = []
    waiting = [(folder, "")]
    while waiting:
        here, prefix = waiting.pop()
        for entry in _entries(here, prefix, collector):
            name = prefix + _readable(entry.name)
            page = Page(name, collector)
            if entry.name.lower().endswith(_ENDINGS):
                if _is_plain_file(entry, root, page):
                    found.append((name, Path(entry.path)))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), f"{name}/"))
            elif entry.is_symlink() and _leads_to_folder(entry):
                page.tell_at(
                    "folder-is-link",
                    "is a link to a folder, and is not followed",
                    0,
                    hint="copy the folder into the dossier, or load it as a dossier of its own",
                )
    return sorted(found)


def read_text(name: str, path: Path, collector: Collector) -> str | None:
    """Return the text of a file without a byte order mark, or None after telling the problem."""
    page = Page(name, collector)
    try:
        data = _read_bytes(path)
    except OSError as error:
        reason = error.strerror or str(error)
        page.tell_at("file-unreadable", f"cannot be read: {reason}", 0, hint="check that you may read it")
        return None
    if data is None:
        _tell_not_regular(page)
        return None
    if len(data) > LARGEST_FILE:
        page.tell_at(
            "file-too-large",
            f"is larger than {LARGEST_FILE // 2**20} MiB",
            0,
            hint="spread its entries over several files; documents themselves don't belong into a dossier",
        )
        return None
    return _decode(data, page)


def _entries(folder: Path, prefix: str, collector: Collector) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        reason = error.strerror or str(error)
        page = Page(prefix.rstrip("/") or ".", collector)
        page.tell_at("folder-unreadable", f"cannot be read: {reason}", 0, hint="check that you may read it")


def _is_plain_file(entry: os.DirEntry[str], root: str, page: Page) -> bool:
    try:
        mode = entry.stat(follow_symlinks=True).st_mode
        outside = entry.is_symlink() and not _lies_below(os.path.realpath(entry.path), root)
    except OSError as error:
        reason = error.strerror or str(error)
        page.tell_at(
            "file-unreadable",
            f"cannot be read: {reason}",
            0,
            hint="check where the link leads" if entry.is_symlink() else "check that you may read it",
        )
        return False
    if outside:
        page.tell_at(
            "file-outside",
            "is a link that leads out of the dossier",
            0,
            hint="copy the file into the dossier",
        )
    elif not stat.S_ISREG(mode):
        _tell_not_regular(page)
    else:
        return True
    return False


def _tell_not_regular(page: Page) -> None:
    page.tell_at(
        "not-a-file",
        "is named like a YAML file and is not a file (a folder, pipe or device)",
        0,
        hint="rename it, or move it out of the dossier",
    )


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=True)
    except OSError:
        return False


def _lies_below(path: str, root: str) -> bool:
    try:
        return os.path.commonpath((path, root)) == root
    except ValueError:  # on Windows: on another drive
        return False


def _read_bytes(path: Path) -> bytes | None:
    # Looked at once more after opening: what stood there a moment ago may have been replaced. Files
    # that report no size (/proc) are stopped by the limit on what is read.
    handle = os.open(path, _FLAGS)
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(LARGEST_FILE + 1)


def _decode(data: bytes, page: Page) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        begin = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[begin : error.start].decode("utf-8", "replace")) + 1
        page.tell_at(
            "not-utf-8",
            f"is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}",
            line,
            column,
            hint=_encoding_hint(data),
        )
        return None


def _encoding_hint(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is in UTF-16: save it as UTF-8"
    return "save the file as UTF-8 (in most editors: save with encoding)"


def _readable(name: str) -> str:
    # A file's name is bytes; those that are no UTF-8, and control characters, would break the report.
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
