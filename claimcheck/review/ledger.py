"""The file of decisions: only ever appended to, one event a line, under a lock, synced before it counts."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from attrs import define, field, frozen

from claimcheck.model.decision import Event
from claimcheck.model.problem import Location, Problem
from claimcheck.review.events import NONE, Events, event_line, parse_events

FILE_NAME = "decisions.jsonl"
"""Beside the files of the dossier, which end otherwise."""

TORN_NAME = "decisions.torn"
"""Where the begun line of an interrupted write is set aside, byte for byte."""

LARGEST_FILE = 256 * 2**20
"""Bytes. A decision takes about two thousand."""

_WAITED_FOR_LOCK_S = 60.0
"""Seconds; a write takes milliseconds, but whoever waits may be passed over many times."""

_ASKS_EVERY_S = 0.002
"""Seconds between two tries for the lock: it is not handed on in the order in which it was asked for."""

# Opening a FIFO waits for a writer unless asked not to; neither flag is known to Windows' `os`, which
# in turn translates line ends unless told that a file is binary.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

# A dossier may come from somebody else, and a link in it may lead to any file of the user's: no line is
# written behind it, and no end of it cut off.
_FLAGS |= getattr(os, "O_NOFOLLOW", 0)


class LedgerError(Exception):
    """What kept a decision from being written: nothing of it is in the ledger, and all before it still is."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@define(eq=False)
class _Known:
    """What was read of the file already, so that of a file that only grew no line is parsed twice."""

    length: int = 0
    n_lines: int = 0
    digest: bytes = b""
    events: Events = NONE
    _lock: Lock = field(factory=Lock)

    def grown_to(self, lines: bytes) -> Events:
        """Return the events of the lines that the file has now; one reader at a time."""
        with self._lock:
            return self._grown_to(lines)

    def _grown_to(self, lines: bytes) -> Events:
        is_longer = self.length and blake2b(lines[: self.length]).digest() == self.digest
        if not is_longer:
            self.length, self.n_lines, self.events = 0, 0, NONE
        new = lines[self.length :]
        if new:
            self.events = parse_events(
                new.decode("utf-8", "replace"), FILE_NAME, before=self.events, first_line=self.n_lines + 1
            )
        if lines.endswith(b"\n"):
            self.length, self.n_lines = len(lines), self.n_lines + new.count(b"\n")
            self.digest = blake2b(lines).digest()
            return self.events
        # A last line without its end may still be written on: the next time all is read anew.
        found, self.length, self.events = self.events, 0, NONE
        return found


@frozen
class Ledger:
    """The decisions of a dossier's folder."""

    folder: Path
    path: Path = field(init=False)
    _known: _Known = field(init=False, eq=False, repr=False, factory=_Known)

    @path.default
    def _beside_the_dossier(self) -> Path:
        return self.folder / FILE_NAME

    def read(self) -> Events:
        """
        Return every event, none when there is no file; what is wrong with it is told.

        Nothing is written, so that this works where nothing can be. A line that was being written when
        the machine stopped is told and left out: nobody was told that it was kept.
        """
        try:
            handle = os.open(self.path, os.O_RDONLY | _FLAGS)
        except (FileNotFoundError, NotADirectoryError):
            return Events()
        except OSError as error:
            return Events(
                problems=(self._problem(f"cannot be read: {_why(error)}", code="decisions-unreadable"),)
            )
        try:
            self._refuse_what_is_no_ledger(handle)
            data = _read_all(handle)
        except LedgerError as error:
            return Events(problems=(error.problem,))
        except OSError as error:
            return Events(
                problems=(self._problem(f"cannot be read: {_why(error)}", code="decisions-unreadable"),)
            )
        finally:
            os.close(handle)
        whole, torn = _whole_lines(data)
        found = self._known.grown_to(whole)
        problems = (*found.problems, *([self._torn_problem(torn)] if torn else []))
        return Events(events=found.events, problems=problems)

    def append(
        self, events: Sequence[Event], unless: Callable[[Events], None] | None = None
    ) -> tuple[Problem, ...]:
        """
        Write events behind all others and return, once they are on the disk, what was odd about the file.

        Events that the ledger holds already are not written again. `unless` is asked with what the
        ledger holds, while nobody else can write, and may raise to prevent the write. LedgerError when
        they could not be written; then none of them is in the file.
        """
        with self._locked():
            handle = self._open_to_write()
            try:
                self._refuse_what_is_no_ledger(handle)
                data = _read_all(handle)
                whole, torn = _whole_lines(data)
                found = self._known.grown_to(whole)
                if unless is not None:
                    unless(found)
                known = {each.id for each in found.events}
                new = [each for each in events if each.id not in known]
                if new:
                    self._write(handle, data, torn, new)
                return (*found.problems, *([self._torn_problem(torn)] if torn else []))
            except OSError as error:
                raise LedgerError(self._unwritable(error)) from error
            finally:
                os.close(handle)

    def _write(self, handle: int, data: bytes, torn: bytes, events: Sequence[Event]) -> None:
        size = len(data) - len(torn)
        # Half a character may stand in words of the dossier; JSON writes it as Python does.
        lines = "".join(map(event_line, events)).encode("utf-8", "backslashreplace")
        if size and data[size - 1 : size] != b"\n":
            lines = b"\n" + lines
        if size + len(lines) > LARGEST_FILE:
            raise LedgerError(self._full())
        if torn:
            self._set_aside(torn)
            os.ftruncate(handle, size)
        os.lseek(handle, 0, os.SEEK_END)
        try:
            _write_all(handle, lines)
            os.fsync(handle)
            self._refuse_what_was_replaced(handle)
        except OSError:
            # A full disk may have taken a part of it. What was there before is all that may remain.
            os.ftruncate(handle, size)
            raise
        if not size:
            _sync_folder(self.folder)

    def _set_aside(self, torn: bytes) -> None:
        handle = os.open(self.folder / TORN_NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _FLAGS, 0o666)
        try:
            _write_all(handle, torn + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            from filelock import FileLock, Timeout
        except ImportError:
            problem = self._problem(
                "the package filelock is missing, which keeps two programs from writing at once",
                "pip install 'claimcheck[review]'",
                code="decisions-unwritable",
            )
            raise LedgerError(problem) from None
        path = self.folder / f".{FILE_NAME}.lock"
        if path.is_symlink():
            raise LedgerError(self._unwritable(OSError(errno.ELOOP, f"{path.name} {_A_LINK}")))
        try:
            lock = FileLock(path, timeout=_WAITED_FOR_LOCK_S)
            lock.acquire(poll_interval=_ASKS_EVERY_S)
        except Timeout:
            problem = self._problem(
                "another program has been writing to the ledger for a minute",
                "try again; if nothing else runs, remove the lock file beside it",
                code="decisions-locked",
            )
            raise LedgerError(problem) from None
        except OSError as error:
            raise LedgerError(self._unwritable(error)) from error
        try:
            yield
        finally:
            lock.release()

    def _open_to_write(self) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _FLAGS, 0o666)
        except OSError as error:
            raise LedgerError(self._unwritable(error)) from error

    def _refuse_what_is_no_ledger(self, handle: int) -> None:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise LedgerError(self._problem("is no plain file", code="decisions-unreadable"))
        if about.st_size > LARGEST_FILE:
            limit = f"is larger than {LARGEST_FILE // 2**20} MiB"
            raise LedgerError(self._problem(limit, "look what it holds", code="decisions-unreadable"))

    def _refuse_what_was_replaced(self, handle: int) -> None:
        """Who checks out another version meanwhile puts a new file in its place, without our lines."""
        if not os.path.samestat(os.fstat(handle), os.lstat(self.path)):
            raise OSError(errno.ESTALE, "another file was put in its place meanwhile")

    def _unwritable(self, error: OSError) -> Problem:
        return self._problem(
            f"could not be written, and nothing was: {_why(error)}",
            "make room or ask for the right to write there, and decide again",
            code="decisions-unwritable",
        )

    def _full(self) -> Problem:
        # A longer file would be refused whole, with all that is in it.
        return self._problem(
            f"would grow beyond {LARGEST_FILE // 2**20} MiB, and nothing was written",
            "move the lines of what was decided long ago to a file elsewhere",
            code="decisions-unwritable",
        )

    def _torn_problem(self, torn: bytes) -> Problem:
        return self._problem(
            f"the last line was begun and never finished ({len(torn):,} bytes); it is left out",
            f"the next decision sets it aside in {TORN_NAME}; whoever wrote it was not told that it was kept",
            code="decisions-torn",
        )

    def _problem(self, message: str, hint: str = "check that you may read it", *, code: str) -> Problem:
        return Problem(code=code, message=message, where=Location(file=FILE_NAME), hint=hint)


def _whole_lines(data: bytes) -> tuple[bytes, bytes]:
    """
    Return the lines that are whole, and a last one that is torn.

    A last line that only lacks its end is whole: an editor may have taken that away.
    """
    end = data.rfind(b"\n") + 1
    last = data[end:]
    if not last.strip():
        return data, b""
    if parse_events(last.decode("utf-8", "replace"), FILE_NAME).problems:
        return data[:end], last
    return data, b""


def _read_all(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 2**20):
        parts.append(part)
    return b"".join(parts)


def _write_all(handle: int, data: bytes) -> None:
    # In one call wherever the system takes it at once: a line is never begun without need.
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync_folder(folder: Path) -> None:
    """Make sure that a new file is still in its folder after a power cut, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_A_LINK = "is a link, and nothing is written or read through one"


def _why(error: OSError) -> str:
    # What the system says of a link that is not followed speaks of too many levels.
    return _A_LINK if error.errno == errno.ELOOP and error.filename else error.strerror or str(error)
