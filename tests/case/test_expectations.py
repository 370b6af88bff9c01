"""What a historian expects of the worked dossier, written down beside the tests, against the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import claimcheck
from claimcheck.documents.files import read_below
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.pages.page_map import PageMap

Entry = dict[str, Any]
Passage = dict[str, str]

FILE = Path(__file__).with_name("expectations.yaml")
KEYS = {
    "conflicts": {"key", "asks", "relation", "scopes", "sides", "why"},
    "traps": {"key", "kind", "expect", "careless", "sides", "why"},
    "findings": {"key", "code", "passages", "why"},
}
LATER = {"question", "conflict"}
"""Keys by which an entry may be tied to what stands for it in `claims/`."""

SCOPES = {"within-source", "within-document", "across-documents", "within-cited-works"}
PLACES = {"silent", "apparent", "finding", "possible"}
N_WORDS = 8


@pytest.fixture(scope="module")
def expectations() -> dict[str, list[Entry]]:
    """The three lists of the file."""
    lists: dict[str, list[Entry]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return lists


@pytest.fixture(scope="module")
def texts(claims: Path, documents: Path) -> dict[str, tuple[str, PageMap]]:
    """The documents by the ids that the dossier gives them."""
    found = {}
    for document in claimcheck.load(claims).documents:
        transcript = read_below(documents, document.file, layout=document.layout).transcript
        assert transcript is not None
        found[document.id] = transcript.text, transcript.pages
    return found


def passages_of(entry: Entry) -> list[Passage]:
    """Return the passages of an entry, those of all its sides."""
    return [*entry.get("passages", ()), *(each for side in entry.get("sides", ()) for each in side)]


def all_passages(expectations: dict[str, list[Entry]]) -> Iterator[Passage]:
    """Yield every passage of the file."""
    for entries in expectations.values():
        for entry in entries:
            yield from passages_of(entry)


def plain(text: str) -> str:
    """Return a text without emphasis, with straight apostrophes and single spaces."""
    return " ".join(text.replace("*", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def test_entries_are_well_formed(expectations: dict[str, list[Entry]]) -> None:
    """Each entry has all its keys, a name of its own and passages; conflicts and traps have two sides."""
    assert expectations.keys() == KEYS.keys()
    names = Counter(entry["key"] for entries in expectations.values() for entry in entries)
    assert [name for name, n in names.items() if n > 1] == []
    for part, entries in expectations.items():
        for entry in entries:
            assert entry.keys() - LATER == KEYS[part], entry
            assert all(passage.keys() == {"in", "at", "quote"} for passage in passages_of(entry)), entry
            assert all(entry[key] for key in KEYS[part]), entry
            assert part == "findings" or len(entry["sides"]) > 1, entry


def test_entries_keep_to_the_vocabulary(expectations: dict[str, list[Entry]]) -> None:
    """Relations and scopes of conflicts, and what may stand in the place of a trap."""
    for entry in expectations["conflicts"]:
        assert entry["relation"] in {"necessary", "possible"}, entry
        assert set(entry["scopes"]) <= SCOPES, entry
        documents = {passage["in"] for passage in passages_of(entry)}
        assert ("across-documents" in entry["scopes"]) == (len(documents) > 1), entry
    assert {entry["expect"] for entry in expectations["traps"]} <= PLACES


def test_fragments_are_short(expectations: dict[str, list[Entry]]) -> None:
    """No fragment is longer than quotations in this repository may be."""
    long = [each["quote"] for each in all_passages(expectations) if len(each["quote"].split()) > N_WORDS]

    assert long == []


def test_fragments_stand_where_they_are_cited(
    expectations: dict[str, list[Entry]], texts: dict[str, tuple[str, PageMap]]
) -> None:
    """Each fragment is printed, word for word, inside the place that its locator names."""
    astray = []
    for passage in all_passages(expectations):
        text, pages = texts[passage["in"]]
        within = cited_ranges(parse_locator(passage["at"]), pages)
        if not any(plain(passage["quote"]) in plain(text[start:end]) for start, end in within or ()):
            astray.append(passage)

    assert astray == []
