"""What must not stand in the repository: other people's sentences, and the machine it was written on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

LONGEST_RUN = 9
"""Words in a row that a file may share with a document."""

# Titles of works and archival references are facts, not prose, and cannot be put in our own words.
_TITLES = re.compile(r"(?m)^[\s-]*(?:(?:container-|collection-)?title(?:-short)?|archive[\w-]*)\s*:.*$")
_WORD = re.compile(r"[^\W_]+")

Run = tuple[str, ...]


@pytest.fixture(scope="session")
def texts(root: Path, leave_out: Callable[[str], None]) -> dict[str, str]:
    """Every text file that is in the repository, or would be with the next commit, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        leave_out("a git checkout")
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="replace")
            if "\0" not in text:
                found[name] = text
    return found


def _runs(text: str) -> Iterator[Run]:
    """Yield every run of words that would be a copy, without the hyphens that end lines."""
    words = _WORD.findall(re.sub(r"-\n *", "", text).casefold())
    for start in range(len(words) - LONGEST_RUN):
        yield tuple(words[start : start + LONGEST_RUN + 1])


@cache
def _document_runs(folder: Path) -> dict[Run, str]:
    return {
        run: path.name
        for path in sorted(folder.glob("*.txt"))
        for run in _runs(path.read_text(encoding="utf-8", errors="replace"))
    }


def _shared_run(text: str, documents: dict[Run, str]) -> str:
    """Return the first ten words in a row that a text shares with a document, or nothing."""
    return next((" ".join(run) for run in _runs(_TITLES.sub("", text)) if run in documents), "")


def test_no_file_repeats_a_document(texts: dict[str, str], documents: Path) -> None:
    """No file has ten words in a row from a document, titles and archival references aside."""
    runs = _document_runs(documents)
    borrowed = {name: shared for name, text in texts.items() if (shared := _shared_run(text, runs))}

    assert borrowed == {}


def test_the_rule_sees_a_repetition(documents: Path) -> None:
    """Ten words copied from a document are seen among other words, broken ones too; nine are let pass."""
    runs = _document_runs(documents)
    copied = next(iter(runs))
    broken = [f"{copied[0][:1]}-\n  {copied[0][1:]}", *copied[1:]]

    assert _shared_run(f"In our view {' '.join(copied)}, as said.", runs)
    assert _shared_run(f"In our view {' '.join(broken)}, as said.", runs)
    assert not _shared_run(f"In our view {' '.join(copied[:-1])} xyzzy, as said.", runs)
    assert not _shared_run(f"  title: {' '.join(copied)}\n", runs)


def _lines_with(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in texts.items()
        for match in pattern.finditer(text)
    ]


def test_no_file_names_a_folder_of_one_machine(texts: dict[str, str], root: Path) -> None:
    """No file holds the absolute path of somebody's home, of this checkout, or of a build machine."""
    places = [r"(?<![\w.])/(?:work|root|farm|Users/\w+|home/\w+)/", r"[A-Z]:\\Users\\", re.escape(f"{root}/")]

    assert _lines_with(re.compile("|".join(places)), texts) == []


def _settings_of_this_machine() -> str:
    """Return whatever tells which package registries this machine uses."""
    default = (
        "from pip._internal.models.index import PyPI as p; print(p.url, 'https://' + p.file_storage_domain)"
    )
    outputs = [
        subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=Path(sys.prefix)
        ).stdout
        for arguments in (["-m", "pip", "config", "list"], ["-c", default])
    ]
    apt = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    outputs += [path.read_text(errors="replace") for path in apt if path.is_file()]
    outputs += [value for name, value in os.environ.items() if name.endswith(("_INDEX_URL", "_PROXY"))]
    return "\n".join(outputs)


def test_no_file_names_a_package_registry(texts: dict[str, str]) -> None:
    """No file names the host of a package registry, so that a mirror works as well."""
    hosts = set(re.findall(r"https?://(?:[^@/\s]*@)?([\w.-]+\.\w+)", _settings_of_this_machine()))

    assert hosts
    assert _lines_with(re.compile("|".join(map(re.escape, sorted(hosts)))), texts) == []
