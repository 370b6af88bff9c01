"""Long texts folded once."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from claimcheck.documents import kept_folding, prepare, searchable
from claimcheck.documents.cache import SWITCH
from claimcheck.model.document import Layout

TEXT = "The aban-\ndoned fort.\f¹ Of the forts he says no-\n\fthing. The end of the fort came in May."
LAYOUT = Layout(first_page=3, breaks="form-feed")
QUOTED = (
    "abandoned fort",
    "nothing. The end",
    "the fort came in Mav",
    "the queen sent ships",
    "forts he says",
)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of our own, for texts of any length."""
    monkeypatch.setenv(SWITCH, str(tmp_path))
    monkeypatch.setattr(searchable, "_SHORTEST_KEPT", 10)
    return tmp_path


def answers() -> list[dict[str, object]]:
    """Return what is found of each quotation in a text that is prepared anew."""
    prepared = prepare(TEXT, LAYOUT)
    return [prepared.find(quotation) for quotation in QUOTED]


def _refuse(*_arguments: object) -> NoReturn:
    raise AssertionError("it was made anew")


def test_the_second_run_makes_nothing_and_finds_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one run has kept another takes, and every answer is that of a text made anew."""
    with monkeypatch.context() as without:
        without.setenv(SWITCH, "0")
        anew = answers()
    first = answers()
    monkeypatch.setattr(kept_folding, "fold", _refuse)
    monkeypatch.setattr(kept_folding, "WordIndex", _refuse)

    assert list(folder.iterdir())
    assert answers() == first == anew


def test_a_torn_file_is_written_again(folder: Path) -> None:
    """What a torn file should have held is made anew, and kept."""
    first = answers()
    whole = {path: path.read_bytes() for path in folder.iterdir()}
    for path, data in whole.items():
        path.write_bytes(data[: len(data) // 2])

    assert answers() == first
    assert {path: path.read_bytes() for path in folder.iterdir()} == whole


def test_short_texts_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is folded in no time leaves no file."""
    monkeypatch.setattr(searchable, "_SHORTEST_KEPT", len(TEXT) + 1)
    answers()

    assert list(folder.iterdir()) == []
