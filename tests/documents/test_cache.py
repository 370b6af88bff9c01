"""The folder of what is kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from claimcheck.documents import cache
from claimcheck.documents.cache import SWITCH, cache_folder, keep, read_kept


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of our own, which nobody has made yet."""
    monkeypatch.setenv(SWITCH, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_kept_and_read_again(folder: Path) -> None:
    """What was kept last under a name is read, and nothing else lies in the folder."""
    assert read_kept("a") is None

    keep("a", [b"one"])
    keep("a", [b"t", b"wo"])

    assert read_kept("a") == b"two"
    assert [path.name for path in folder.iterdir()] == ["a.folded"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes on Windows")
def test_nobody_else_reads_it(folder: Path) -> None:
    """The folder and its files are the user's alone: they hold the words of documents."""
    keep("a", [b"one"])

    assert {path.stat().st_mode & 0o077 for path in (folder, folder / "a.folded")} == {0}


def test_the_longest_unused_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the file that was read last stays, and foreign files are left alone."""
    monkeypatch.setattr(cache, "MOST_BYTES", 10)
    folder.mkdir()
    (folder / "notes.txt").write_bytes(b"a file of the user")
    for age, name in ((300, "a"), (200, "b"), (100, "c")):
        (folder / f"{name}.folded").write_bytes(b"four")
        os.utime(folder / f"{name}.folded", (2**30 - age, 2**30 - age))

    assert read_kept("a") == b"four"

    keep("d", [b"4444"])

    assert sorted(path.name for path in folder.iterdir()) == ["a.folded", "d.folded", "notes.txt"]


def test_what_a_killed_process_left_is_cleared(folder: Path) -> None:
    """Parts of files are unlinked when nobody can be writing them any more."""
    folder.mkdir()
    for name, time in (("old.part", 2**30), ("new.part", 2**40)):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (time, time))

    keep("a", [b"one"])

    assert sorted(path.name for path in folder.iterdir()) == ["a.folded", "new.part"]


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path) -> None:
    """A file in the folder's place costs the time that keeping would have saved, and no error."""
    folder.write_bytes(b"")

    keep("a", [b"one"])

    assert read_kept("a") is None


def test_a_failure_while_writing_leaves_nothing_behind(folder: Path) -> None:
    """A file is there whole or not at all."""

    def pieces() -> object:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep("a", pieces())  # type: ignore[arg-type]

    assert list(folder.iterdir()) == []


def test_what_no_run_of_ours_has_kept_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than all that is ever kept is nothing."""
    keep("a", [b"more than four"])
    monkeypatch.setattr(cache, "MOST_BYTES", 4)

    assert read_kept("a") is None


def test_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """With 0 nothing is kept anywhere."""
    monkeypatch.setenv(SWITCH, "0")

    keep("a", [b"one"])

    assert cache_folder() is None
    assert read_kept("a") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names its folder otherwise")
def test_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a word it is where the system keeps such things; a relative path there is none."""
    monkeypatch.delenv(SWITCH)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    named = cache_folder()
    monkeypatch.setenv("XDG_CACHE_HOME", "x")

    assert named == tmp_path / "x" / "claimcheck"
    assert cache_folder() == tmp_path / ".cache" / "claimcheck"
