"""Files are written whole or not at all, alone and together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.output import write_together, write_whole
from claimcheck.report.html import page
from claimcheck.terminal import Progress, put_pages


def test_files_that_belong_together(tmp_path: Path) -> None:
    """All take their names, and no temporary file is left."""
    write_together([(tmp_path / "part", "one"), (tmp_path / "index", "two")])

    assert {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()} == {
        "part": "one",
        "index": "two",
    }


def test_none_is_written_when_one_cannot_be(tmp_path: Path) -> None:
    """A file that cannot be staged takes those before it with it; what stood there stays."""
    (tmp_path / "index").write_text("former", encoding="utf-8")

    with pytest.raises(OSError, match="No such file"):
        write_together([(tmp_path / "index", "new"), (tmp_path / "missing" / "part", "new")])

    assert [each.name for each in tmp_path.iterdir()] == ["index"]
    assert (tmp_path / "index").read_text(encoding="utf-8") == "former"


def test_none_is_written_when_rendering_fails(tmp_path: Path) -> None:
    """Files may be made as they are written; what stops their making leaves nothing behind."""

    def failing() -> Iterator[tuple[Path, str]]:
        yield tmp_path / "part", "one"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_together(failing())

    assert list(tmp_path.iterdir()) == []


def test_new_files_go_when_the_last_cannot_take_its_name(tmp_path: Path) -> None:
    """An index whose name is taken by a folder leaves no part without an index."""
    (tmp_path / "index").mkdir()

    with pytest.raises(OSError, match="directory"):
        write_together([(tmp_path / "part", "one"), (tmp_path / "index", "two")])

    assert [each.name for each in tmp_path.iterdir()] == ["index"]


def test_a_file_whose_name_is_a_folder(tmp_path: Path) -> None:
    """A single file that cannot take its name leaves no temporary one."""
    (tmp_path / "index").mkdir()

    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "index", "two")

    assert [each.name for each in tmp_path.iterdir()] == ["index"]


@pytest.fixture(scope="module")
def report(worked_report: Report) -> Report:
    """The report of the worked dossier, without documents."""
    return worked_report


def test_parts_of_a_former_report_go(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing again leaves the parts that the new index names, and files of other names alone."""
    monkeypatch.setattr(page, "render_pages", partial(page.render_pages, most=6))
    (tmp_path / "case.part-001-notes.html").write_text("mine", encoding="utf-8")
    put_pages(report, tmp_path / "case.html")
    first = {each.name for each in tmp_path.iterdir()}
    put_pages(evolve(report, conflicts=report.conflicts[:7]), tmp_path / "case.html")
    second = {each.name for each in tmp_path.iterdir()}

    n_parts = -(-len(report.conflicts) // 6)
    assert (len(first), len(second)) == (n_parts + 2, 2 + 2)
    index = (tmp_path / "case.html").read_text(encoding="utf-8")
    parts = second - {"case.html", "case.part-001-notes.html"}
    assert all(f"{name}#" in index for name in parts)


def test_progress_is_silent_for_a_second(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said in the first second, and then no more than once a second."""
    now = iter([0.0, 0.5, 1.5, 2.0, 2.6])
    monkeypatch.setattr("claimcheck.terminal.monotonic", lambda: next(now))
    progress = Progress("conflicts")
    for n_done in (100, 1100, 1200, 1300):
        progress(n_done, 2000)

    assert capsys.readouterr().err == "1,100 of 2,000 conflicts\n1,300 of 2,000 conflicts\n"
