"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """
    Write text to a file, UTF-8, so that no reader ever sees a half of it.

    The text goes to a temporary file in the same folder, is synced to disk, and takes the name in one
    step; what stood under the name before stays until then. OSError when the folder can't be written.
    """
    temporary = _staged(path, text)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_together(files: Iterable[tuple[Path, str]]) -> None:
    """
    Write files that belong together, all of them or none, in the order in which they come.

    All are staged before the first takes its name. When one can't, those that are new go again; so the
    last should be the one that points to the others. OSError when a folder can't be written.
    """
    staged: list[tuple[Path, Path]] = []
    new: list[Path] = []
    try:
        for path, text in files:
            staged.append((_staged(path, text), path))
        for temporary, path in staged:
            is_new = not path.exists()
            temporary.replace(path)
            new += [path] if is_new else []
    except BaseException:
        for leftover in (*(temporary for temporary, _path in staged), *new):
            leftover.unlink(missing_ok=True)
        raise


def _staged(path: Path, text: str) -> Path:
    """Write a temporary file beside the one that it shall become, synced to disk, and return its path."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    # The mask can only be read by setting it. A temporary file is private; the report should not be.
    mask = os.umask(0)
    os.umask(mask)
    return mask
