"""Finding and reading files: nothing outside the folder, nothing that blocks, nothing unlimited."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from claimcheck.dossier import load
from claimcheck.dossier.files import LARGEST_FILE, find_files, read_text
from claimcheck.dossier.problems import Collector
from claimcheck.model.problem import Problem

GOOD = "claimcheck: 1\npart: sources\nsources:\n  - {id: a, title: b}\n"


def _only_problem(folder: Path) -> Problem:
    """Load a folder that has one good file besides, and return what is wrong."""
    (folder / "good.yaml").write_text(GOOD, encoding="utf-8")
    dossier = load(folder)

    assert [source.id for source in dossier.sources] == ["a"]
    (problem,) = dossier.problems
    return problem


def test_files_are_sorted_and_named_below_the_folder(tmp_path: Path) -> None:
    """YAML files of all folders are found in the order of their names; hidden and other files are not."""
    for name in ("b.yml", "a/z.yaml", "a/é.YAML", ".hidden.yaml", ".git/x.yaml", "notes.txt", "a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert [name for name, _ in find_files(tmp_path, Collector())] == [
        "a.yaml",
        "a/z.yaml",
        "a/é.YAML",
        "b.yml",
    ]


def test_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    """A pipe without a writer is told and never opened."""
    os.mkfifo(tmp_path / "pipe.yaml")
    problem = _only_problem(tmp_path)

    assert (problem.code, problem.where.file) == ("not-a-file", "pipe.yaml")


def test_link_to_a_device_is_refused(tmp_path: Path) -> None:
    """A link to an endless device leads out of the folder."""
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")

    assert _only_problem(tmp_path).code == "file-outside"


def test_socket_and_folder_are_refused(tmp_path: Path) -> None:
    """What is named like a YAML file and is none is told."""
    (tmp_path / "folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "s.yaml"))

    assert [(p.code, p.where.file) for p in load(tmp_path).problems] == [
        ("not-a-file", "folder.yaml"),
        ("not-a-file", "s.yaml"),
    ]


def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    """A link to a file elsewhere is refused; one within the folder is a file like others."""
    inside, outside = tmp_path / "dossier", tmp_path / "outside.yaml"
    inside.mkdir()
    outside.write_text(GOOD, encoding="utf-8")
    (inside / "link.yaml").symlink_to(outside)
    problem = _only_problem(inside)

    assert (problem.code, problem.where.file) == ("file-outside", "link.yaml")

    (inside / "link.yaml").unlink()
    (inside / "link.yaml").symlink_to("good.yaml")

    assert _only_problem(inside).code == "id-twice"


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A loop of folders ends, and the author is told that linked folders are not read."""
    (tmp_path / "loop").symlink_to(tmp_path)

    assert _only_problem(tmp_path).code == "folder-is-link"


def test_link_to_nowhere_is_told(tmp_path: Path) -> None:
    """A broken link is a file that cannot be read."""
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")

    assert _only_problem(tmp_path).code == "file-unreadable"


def test_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is told with the reason of the operating system."""
    (tmp_path / "private.yaml").write_text(GOOD, encoding="utf-8")
    real = os.open

    def refuse(path: os.PathLike[str], flags: int) -> int:
        if Path(path).name == "private.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    problem = _only_problem(tmp_path)

    assert (problem.code, problem.where.file) == ("file-unreadable", "private.yaml")
    assert "Permission denied" in problem.message


def test_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is told, and the rest is read."""
    (tmp_path / "private").mkdir()
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "private":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    problem = _only_problem(tmp_path)

    assert (problem.code, problem.where.file) == ("folder-unreadable", "private")


def test_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    """A file of a gibibyte is refused after its first eight mebibytes; one at the limit is read."""
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2**30)
    problem = _only_problem(tmp_path)

    assert (problem.code, problem.where.file) == ("file-too-large", "huge.yaml")

    at_limit = tmp_path / "huge.yaml"
    at_limit.write_bytes(b"#" * LARGEST_FILE)
    text = read_text("huge.yaml", at_limit, Collector())

    assert text is not None
    assert len(text) == LARGEST_FILE


@pytest.mark.parametrize(
    ("data", "line", "column", "hint"),
    [
        (b"a: b\nc: \xe9t\xe9\n", 2, 4, "save"),
        ("é: ".encode() + b"\xff", 1, 4, "save"),
        ("a: b\n".encode("utf-16"), 1, 1, "UTF-16"),
        (b"a: \xed\xa0\x80\n", 1, 4, "save"),
    ],
)
def test_other_encodings_are_told_with_their_byte(
    data: bytes, line: int, column: int, hint: str, tmp_path: Path
) -> None:
    """Bytes that are no UTF-8 are told with line, column and number of the first of them."""
    (tmp_path / "latin.yaml").write_bytes(data)
    problem = _only_problem(tmp_path)

    assert (problem.code, problem.where.line, problem.where.column) == ("not-utf-8", line, column)
    assert f"byte {_first_bad(data)} " in problem.message.replace(":", " ")
    assert hint in problem.hint


def _first_bad(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    raise AssertionError("the data should not be UTF-8")


def test_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """A mark that some editors put in front of UTF-8 is passed over."""
    (tmp_path / "marked.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())

    assert load(tmp_path).problems == ()


def test_names_that_are_no_text_are_shown(tmp_path: Path) -> None:
    """A file name of other bytes, or with a line break, is shown without breaking the report."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.yaml")).write_text("a: b: c", encoding="utf-8")
    problem = _only_problem(tmp_path)

    assert problem.where.file == "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}.yaml"
    str(problem).encode()


@pytest.mark.parametrize("name", ["missing", "\0", "x" * 5000])
def test_missing_folder_is_a_problem(name: str, tmp_path: Path) -> None:
    """A folder that is not there gives an empty dossier with one problem."""
    dossier = load(tmp_path / name)

    assert [problem.code for problem in dossier.problems] == ["dossier-missing"]
    assert dossier.problems[0].hint


def test_file_in_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    """A file is not a dossier, and the hint says what to name."""
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")

    assert [problem.code for problem in load(str(tmp_path / "one.yaml")).problems] == ["dossier-not-a-folder"]


def test_empty_folder_is_a_problem(tmp_path: Path) -> None:
    """A folder without YAML files says how to begin."""
    (problem,) = load(tmp_path).problems

    assert problem.code == "dossier-empty"
    assert "claimcheck init" in problem.hint


def test_missing_libyaml_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml everything works, and one problem says why it is slow."""
    from claimcheck.dossier import gather, reader

    monkeypatch.setattr(reader, "has_libyaml", lambda: False)
    monkeypatch.setattr(gather, "has_libyaml", lambda: False)
    (tmp_path / "other.yaml").write_text("claimcheck: 1\npart: events\n", encoding="utf-8")

    assert _only_problem(tmp_path).code == "yaml-slow"
