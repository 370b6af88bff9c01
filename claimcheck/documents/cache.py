"""The folder in which what is made of long texts is kept between runs. To lose it costs time alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

SWITCH = "CLAIMCHECK_CACHE"
"""The variable that names the folder, or turns keeping off when it is 0."""

MOST_BYTES = 512 * 2**20
"""Of all that is kept. The longest unused goes first; ten megabytes of text take about twenty."""

_ENDING = ".folded"
_TORN = ".part"
_SECONDS_OF_WRITING = 3600.0


def cache_folder() -> Path | None:
    """Return the folder, which need not exist, None when nothing is to be kept."""
    named = os.environ.get(SWITCH, "")
    if named == "0":
        return None
    if named:
        return Path(named)
    ours = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    try:
        # The standard takes a relative path for none.
        base = Path(ours) if os.path.isabs(ours) else Path.home() / ".cache"  # noqa: PTH117 - may be empty
    except RuntimeError:  # nobody's home
        return None
    return base / "claimcheck"


def read_kept(name: str) -> bytes | None:
    """Return what was kept under a name, None when there is nothing, or it can't be read."""
    folder = cache_folder()
    if folder is None:
        return None
    path = folder / (name + _ENDING)
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data


def keep(name: str, pieces: Iterable[bytes]) -> None:
    """
    Keep bytes under a name, in the place of what was there, and drop what was longest unused.

    The name is given to a whole file in one step, so that two processes may keep the same at once. Where
    nothing can be written nothing is kept.
    """
    folder = cache_folder()
    if folder is None:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(folder, name, pieces)
        _drop_oldest(folder)
    except OSError:
        return


def _write(folder: Path, name: str, pieces: Iterable[bytes]) -> None:
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=folder, suffix=_TORN)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
        Path(temporary).replace(folder / (name + _ENDING))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _drop_oldest(folder: Path) -> None:
    """Unlink the longest unused files of ours beyond the limit, and what a killed process left behind."""
    ours = []
    for path in folder.iterdir():
        if path.suffix in (_ENDING, _TORN):
            about = path.stat()
            ours.append((about.st_mtime, about.st_size, path))
    n_bytes = 0
    for used, size, path in sorted(ours, reverse=True):
        is_torn = path.suffix == _TORN and time.time() - used > _SECONDS_OF_WRITING
        n_bytes += size
        if n_bytes > MOST_BYTES or is_torn:
            path.unlink(missing_ok=True)
