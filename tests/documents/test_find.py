"""The answer of `claimcheck find`."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.documents.find import find_in_file
from claimcheck.model.document import Layout

KEYS = ["quotation", "file", "status", "judgement", "start", "end", "text", "differs", "chance"]


def test_the_answer_has_its_keys(tmp_path: Path) -> None:
    """The answer is JSON with the keys of the contract, in their order."""
    path = tmp_path / "a.txt"
    path.write_text("The ice broke late.\n==Spring==\nThe ice broke.", encoding="utf-8")
    answer = find_in_file(path, "the ice broke", locator="section Spring")

    assert list(answer) == KEYS
    assert json.loads(json.dumps(answer))["status"] == "near"
    assert answer["text"] == "The ice broke"
    assert answer["start"] == 31
    assert find_in_file(str(path), "The ice broke", suffix="late")["start"] == 0
    assert find_in_file(path, "The ice broke")["status"] == "ambiguous"


def test_a_layout_makes_pages_known(tmp_path: Path) -> None:
    """With a layout a quotation on another page than the cited one is elsewhere."""
    path = tmp_path / "a.txt"
    path.write_text("one leaf\fanother leaf", encoding="utf-8")
    layout = Layout(first_page=1, breaks="form-feed")

    assert find_in_file(path, "another leaf", locator="p. 2", layout=layout)["status"] == "exact"
    assert find_in_file(path, "another leaf", locator="p. 1", layout=layout)["status"] == "elsewhere"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Without a text the quotation is unchecked, and the problem says why."""
    missing = find_in_file(tmp_path / "no.txt", "words")
    folder = find_in_file(tmp_path, "words")

    assert (missing["status"], folder["status"]) == ("unchecked", "unchecked")
    assert "there is no file" in missing["problem"]
    assert "regular file" in folder["problem"]
