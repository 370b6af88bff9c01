"""The ledger on disk: torn lines, full disks, many writers, killed writers."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model.decision import Evidence
from claimcheck.review.events import Events, event_line, parse_events
from claimcheck.review.ledger import FILE_NAME, TORN_NAME, Ledger, LedgerError
from tests.review.conftest import ruled


def test_an_empty_folder_has_no_decisions(tmp_path: Path) -> None:
    """No file is no problem, and reading makes none."""
    assert Ledger(tmp_path).read() == Events()
    assert list(tmp_path.iterdir()) == []


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    """Events stand behind one another, and one that is there already is not written again."""
    ledger = Ledger(tmp_path)

    assert ledger.append([ruled(1)]) == ()
    assert ledger.append([ruled(1), ruled(2)]) == ()
    assert ledger.read() == Events(events=(ruled(1), ruled(2)))
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == event_line(ruled(1)) + event_line(ruled(2))


@pytest.mark.parametrize("left", [1, 20, 200])
def test_a_torn_line_is_told_and_set_aside(tmp_path: Path, left: int) -> None:
    """The begun line of a killed writer hides nothing, and the next write keeps it for whoever looks."""
    whole, torn = event_line(ruled(1)), event_line(ruled(2))[:left]
    (tmp_path / FILE_NAME).write_text(whole + torn, encoding="utf-8")
    ledger = Ledger(tmp_path)
    found = ledger.read()

    assert (found.events, [each.code for each in found.problems]) == ((ruled(1),), ["decisions-torn"])
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == whole + torn

    assert [each.code for each in ledger.append([ruled(3)])] == ["decisions-torn"]
    assert ledger.read() == Events(events=(ruled(1), ruled(3)))
    assert (tmp_path / TORN_NAME).read_text(encoding="utf-8") == torn + "\n"


def test_a_last_line_without_its_end_is_whole(tmp_path: Path) -> None:
    """An editor that took the end of the line away took no decision."""
    (tmp_path / FILE_NAME).write_text(event_line(ruled(1)).rstrip("\n"), encoding="utf-8")
    ledger = Ledger(tmp_path)

    assert ledger.read() == Events(events=(ruled(1),))
    assert ledger.append([ruled(2)]) == ()
    assert ledger.read() == Events(events=(ruled(1), ruled(2)))


def test_a_line_that_is_none_stays_in_the_file(tmp_path: Path) -> None:
    """What cannot be read is told, and never thrown away."""
    (tmp_path / FILE_NAME).write_text("a note of mine\n" + event_line(ruled(1)), encoding="utf-8")
    ledger = Ledger(tmp_path)

    assert [each.code for each in ledger.append([ruled(2)])] == ["decision-unreadable"]
    assert ledger.read().events == (ruled(1), ruled(2))
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8").startswith("a note of mine\n")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way is taken back, and the error says so."""
    ledger = Ledger(tmp_path)
    ledger.append([ruled(1)])
    before = (tmp_path / FILE_NAME).read_bytes()
    write = os.write

    def half(handle: int, data: bytes) -> int:
        if len(data) > 60:
            return write(handle, data[:60])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(LedgerError, match="nothing was: No space left on device"):
        ledger.append([ruled(2)])
    monkeypatch.undo()

    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_no_write_makes_the_file_too_large_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decision that would take it over its bound is refused; those before it are still read."""
    ledger = Ledger(tmp_path)
    ledger.append([ruled(1)])
    size = (tmp_path / FILE_NAME).stat().st_size
    monkeypatch.setattr("claimcheck.review.ledger.LARGEST_FILE", 2 * size + 5)
    with (tmp_path / FILE_NAME).open("ab") as stream:
        stream.write(b"torn")

    assert [each.code for each in ledger.append([ruled(2)])] == ["decisions-torn"]
    with pytest.raises(LedgerError, match="would grow beyond"):
        ledger.append([ruled(3)])
    assert ledger.read() == Events(events=(ruled(1), ruled(2)))


def test_a_disk_that_fails_to_sync_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision that did not reach the disk is not acknowledged."""

    def fail(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(LedgerError, match="decisions-unwritable"):
        Ledger(tmp_path).append([ruled(1)])
    monkeypatch.undo()

    assert Ledger(tmp_path).read() == Events()


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, with what to do; reading goes on."""
    ledger = Ledger(tmp_path)
    ledger.append([ruled(1)])
    opened = os.open

    def only_to_read(path: str, flags: int, *rest: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", only_to_read)
    with pytest.raises(LedgerError, match="ask for the right to write"):
        ledger.append([ruled(2)])
    assert ledger.read() == Events(events=(ruled(1),))


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    """A folder or a pipe of that name is told, neither waited for nor written to."""
    (tmp_path / FILE_NAME).mkdir()

    assert [each.code for each in Ledger(tmp_path).read().problems] == ["decisions-unreadable"]
    with pytest.raises(LedgerError):
        Ledger(tmp_path).append([ruled(1)])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes of a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody writes into it, and reading it would never end."""
    os.mkfifo(tmp_path / FILE_NAME)

    assert [each.code for each in Ledger(tmp_path).read().problems] == ["decisions-unreadable"]
    with pytest.raises(LedgerError):
        Ledger(tmp_path).append([ruled(1)])


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links cannot be refused here")
@pytest.mark.parametrize("name", [FILE_NAME, f".{FILE_NAME}.lock", TORN_NAME])
def test_no_link_in_a_dossier_leads_to_another_file(tmp_path: Path, name: str) -> None:
    """A dossier from elsewhere may link its ledger to a file of the user's: that stays as it is."""
    theirs, folder = tmp_path / "profile", tmp_path / "case"
    theirs.write_text("alias ls=ls", encoding="utf-8")
    folder.mkdir()
    if name == TORN_NAME:
        (folder / FILE_NAME).write_text("rm -r .", encoding="utf-8")
    (folder / name).symlink_to(theirs)

    with pytest.raises(LedgerError, match="link"):
        Ledger(folder).append([ruled(1)])
    assert theirs.read_text(encoding="utf-8") == "alias ls=ls"
    if name == FILE_NAME:
        assert "is a link" in Ledger(folder).read().problems[0].message


def test_a_file_that_is_put_in_its_place_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever checks out another version while a decision is written is not told that it was kept."""
    ledger, path = Ledger(tmp_path), tmp_path / FILE_NAME
    ledger.append([ruled(1)])
    sync = os.fsync

    def replace(handle: int) -> None:
        sync(handle)
        (tmp_path / "other").write_text(event_line(ruled(3)), encoding="utf-8")
        (tmp_path / "other").replace(path)

    monkeypatch.setattr(os, "fsync", replace)
    with pytest.raises(LedgerError, match="put in its place"):
        ledger.append([ruled(2)])
    monkeypatch.undo()

    assert ledger.read().events == (ruled(3),)


def test_readers_at_once_read_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page asks from several threads: what one of them has read so far, no other changes under it."""
    ledger = Ledger(tmp_path)
    ledger.append([ruled(1)])
    within: list[int] = []
    most: list[int] = []

    def slow(text: str, name: str, **kept: Any) -> Events:
        within.append(1)
        most.append(len(within))
        time.sleep(0.02)
        within.pop()
        return parse_events(text, name, **kept)

    monkeypatch.setattr("claimcheck.review.ledger.parse_events", slow)
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as stream:
        stream.write(event_line(ruled(2)))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: len(ledger.read().events), range(4)))

    assert (found, max(most)) == ([2] * 4, 1)


def test_a_condition_is_asked_while_nobody_else_writes(tmp_path: Path) -> None:
    """Whoever decides on a page that is out of date can be told before anything is written."""
    ledger = Ledger(tmp_path)
    ledger.append([ruled(1)])

    def refuse(found: Events) -> None:
        raise LookupError(len(found.events))

    with pytest.raises(LookupError, match="1"):
        ledger.append([ruled(2)], unless=refuse)
    assert ledger.read().events == (ruled(1),)


WRITER = """
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from claimcheck.review.ledger import Ledger
from tests.review.conftest import ruled
ledger = Ledger(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    ledger.append([ruled(number)])
    print(number, flush=True)
"""


def writer(folder: Path, first: int, end: int) -> subprocess.Popen[str]:
    """Start a process that writes decisions and prints the number of each once it is acknowledged."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), str(end)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Every decision of two processes is there, each on a line of its own."""
    writers = [writer(tmp_path, 1, 21), writer(tmp_path, 101, 121)]
    for each in writers:
        with each:
            each.communicate()

    found = Ledger(tmp_path).read()
    assert found.problems == ()
    assert {int(each.id, 16) for each in found.events} == {*range(1, 21), *range(101, 121)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    """Whatever was acknowledged before the kill is in the ledger."""
    with writer(tmp_path, 1, 1_000_000) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(5)]
        process.kill()
        acknowledged += [int(line) for line in process.stdout.read().split()]

    kept = {int(each.id, 16) for each in Ledger(tmp_path).read().events}
    assert set(acknowledged) <= kept
    assert Ledger(tmp_path).append([ruled(0)]) is not None
    assert kept <= {int(each.id, 16) for each in Ledger(tmp_path).read().events}


def test_a_file_that_was_changed_by_hand_is_read_anew(tmp_path: Path) -> None:
    """What a ledger has read already is no reason to overlook an edit, a cut or a problem further up."""
    ledger, path = Ledger(tmp_path), tmp_path / FILE_NAME
    ledger.append([ruled(1), ruled(2)])

    path.write_text(event_line(ruled(3)) + "no event\n" + event_line(ruled(2)), encoding="utf-8")
    assert [each.where.line for each in ledger.read().problems] == [2]
    ledger.append([ruled(4)])
    with path.open("a", encoding="utf-8") as stream:
        stream.write("no event either\n")
    found = ledger.read()
    assert found.events == (ruled(2), ruled(3), ruled(4))
    assert [each.where.line for each in found.problems] == [2, 5]
    assert found == Ledger(tmp_path).read()
    path.unlink()
    assert ledger.read() == Events()


def test_half_a_character_of_the_dossier_leaves_the_file_readable(tmp_path: Path) -> None:
    """Evidence may name it; the line is UTF-8 all the same, and comes back as it was."""
    event = ruled(1, evidence=Evidence(parts={"passage log «\ud800»": "1"}))
    Ledger(tmp_path).append([event])

    assert "\\ud800" in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert Ledger(tmp_path).read().events == (event,)
