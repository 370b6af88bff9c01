"""What a historian expects of the worked dossier, written down beside the tests, against the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from claimcheck.documents.files import read_below
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.searchable import Searchable
from claimcheck.model.finding import Conflict, Finding
from claimcheck.notebook import Examination
from tests.case.standing import (
    Entry,
    Passage,
    Standing,
    overlap,
    passages_of,
    questions_of,
    sides_of,
    written,
)

FILE = Path(__file__).with_name("expectations.yaml")
KEYS = {
    "conflicts": {"key", "asks", "relation", "scopes", "sides", "why"},
    "traps": {"key", "kind", "expect", "careless", "sides", "why"},
    "findings": {"key", "code", "passages", "why"},
}
LATER = {"question", "noted", "seen"}
"""Keys by which an entry is tied to what stands for it in `claims/`."""

SCOPES = {"within-source", "within-document", "across-documents", "within-cited-works"}
PLACES = {"silent", "apparent", "finding", "possible"}
N_WORDS = 8
N_LEAST = 4
"""A note of fewer words tells nothing."""


@pytest.fixture(scope="session")
def expectations() -> dict[str, list[Entry]]:
    """The three lists of the file."""
    lists: dict[str, list[Entry]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return lists


@pytest.fixture(scope="session")
def standing(case_with_documents: Examination, documents: Path) -> Standing:
    """The report beside the documents."""
    texts = {}
    for document in case_with_documents.dossier.documents:
        transcript = read_below(documents, document.file, layout=document.layout).transcript
        assert transcript is not None
        texts[document.id] = Searchable(text=transcript.text, pages=transcript.pages)
    found = {
        anchor.passage: (anchor.passage.document, anchor.start, anchor.end)
        for anchor in case_with_documents.anchors
        if anchor.start is not None and anchor.end is not None
    }
    spans = {
        attestation.id: tuple(found[each] for each in attestation.passages if each in found)
        for question in case_with_documents.dossier.questions
        for attestation in question.attestations
    }
    return Standing(report=case_with_documents, texts=texts, spans=spans)


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
    expectations: dict[str, list[Entry]], standing: Standing
) -> None:
    """Each fragment is printed, word for word, inside the place that its locator names."""
    astray = []
    for passage in all_passages(expectations):
        text = standing.texts[passage["in"]]
        within = cited_ranges(parse_locator(passage["at"]), text.pages)
        if not any(plain(passage["quote"]) in plain(text.text[start:end]) for start, end in within or ()):
            astray.append(passage)

    assert astray == []


def found_for(entry: Entry, standing: Standing) -> list[Conflict]:
    """Return the conflicts of the questions of an entry whose sides stand on the words of its sides."""
    asked = set(questions_of(entry))
    return [
        conflict
        for conflict in standing.report.conflicts
        if set(conflict.questions) == asked and standing.meets(sides_of(conflict), entry["sides"])
    ]


def opposed_for(entry: Entry, standing: Standing) -> list[Finding]:
    """Return the declared oppositions between sides of an entry."""
    return [
        finding
        for finding in of_code(standing, "declared-opposition")
        if finding.questions == questions_of(entry)
        and any(standing.meets(sides_of(finding), pair) for pair in combinations(entry["sides"], 2))
    ]


def of_code(standing: Standing, code: str) -> list[Finding]:
    """Return the findings of one code."""
    return [finding for finding in standing.report.findings if finding.code == code]


def test_every_expected_conflict_is_found(expectations: dict[str, list[Entry]], standing: Standing) -> None:
    """
    Each stands in the report with its gravity and scopes, on the words of its sides; where no kind can
    compare, as an opposition that touches every side.
    """
    for entry in expectations["conflicts"]:
        found, opposed = found_for(entry, standing), opposed_for(entry, standing)
        assert found or opposed, f"{entry['key']}: not found"
        if found:
            relations = {each.relation.value.removesuffix("_conflict") for each in found}
            assert relations == {entry["relation"]}, entry["key"]
            assert {scope.value for each in found for scope in each.scopes} == set(entry["scopes"]), entry[
                "key"
            ]
        else:
            assert entry["relation"] == "possible", entry["key"]
            named = [side for each in opposed for side in sides_of(each)]
            for side in entry["sides"]:
                assert any(standing.speaks(name, side) for (name,) in named), (entry["key"], side)


def test_no_conflict_is_found_that_is_not_expected(
    expectations: dict[str, list[Entry]], standing: Standing
) -> None:
    """
    Whatever the report calls a conflict or an opposition was written down before, as one or as a trap
    that may be possible.
    """
    allowed = [each for each in expectations["traps"] if each["expect"] == "possible"]
    entries = [*expectations["conflicts"], *allowed]
    declared = [each for each in expectations["findings"] if each["code"] == "declared-opposition"]

    conflicts = {each.id for entry in entries for each in found_for(entry, standing)}
    opposed = {each.id for entry in entries for each in opposed_for(entry, standing)}
    opposed |= {
        each.id
        for entry in declared
        for each in of_code(standing, "declared-opposition")
        if set(each.questions) & set(questions_of(entry))
    }

    assert [each.questions for each in standing.report.conflicts if each.id not in conflicts] == []
    oppositions = of_code(standing, "declared-opposition")
    assert [each.questions for each in oppositions if each.id not in opposed] == []


def clashing(entry: Entry, found: Sequence[Sequence[str]], standing: Standing) -> bool:
    """Tell whether two sides of what was found stand on two different sides of a trap."""
    return any(standing.meets(found, pair) for pair in combinations(entry["sides"], 2))


def test_every_trap_is_in_the_dossier(expectations: dict[str, list[Entry]], standing: Standing) -> None:
    """
    A trap that the dossier doesn't record would be silent whatever the library did.
    """
    unheard = [
        (entry["key"], side)
        for entry in expectations["traps"]
        if "noted" not in entry
        for side in entry["sides"]
        if not standing.speakers(side, questions_of(entry))
    ]

    assert unheard == []


def test_traps_stay_silent(expectations: dict[str, list[Entry]], standing: Standing) -> None:
    """
    No conflict sets two sides of a trap against one another, save where it may be possible; where it is to
    be silent, no apparent one does.
    """
    conflicts = [sides_of(each) for each in standing.report.conflicts]
    apparent = [[[written(each)] for each in one.attestations] for one in of_code(standing, "apparent")]
    for entry in expectations["traps"]:
        clashes = [each for each in conflicts if clashing(entry, each, standing)]
        assert bool(clashes) == (entry["expect"] == "possible"), entry["key"]
        if entry["expect"] == "silent":
            assert not [each for each in apparent if clashing(entry, each, standing)], entry["key"]


def test_one_event_in_two_calendars_is_explained(standing: Standing) -> None:
    """
    October and November 1917 are at most a possible conflict, and the calendars are given as its cause.
    """
    (conflict,) = (each for each in standing.report.conflicts if "bolshevik-seizure-date" in each.questions)

    assert conflict.relation.value == "possible_conflict"
    assert "unstated-calendar" in {each.code for each in conflict.diagnoses}


def test_every_expected_finding_is_there(expectations: dict[str, list[Entry]], standing: Standing) -> None:
    """
    Damage is found on each of its passages, or lists it as what would be opposed; everything else is found
    in a question of its own.
    """
    for entry in expectations["findings"]:
        if "noted" in entry:
            continue
        found = of_code(standing, entry["code"])
        if entry["code"] == "damage":
            damaged = [
                (anchor.passage.document, anchor.start, anchor.end)
                for finding in found
                for anchor in finding.passages
                if anchor.start is not None and anchor.end is not None
            ]
            listed = {written(each) for finding in found for each in finding.attestations}
            for passage in entry["passages"]:
                is_damaged = any(overlap(standing.span(passage), span) for span in damaged)
                assert is_damaged or listed & set(standing.speakers([passage])), (entry["key"], passage)
        else:
            asked = {question for finding in found for question in finding.questions}
            assert asked & set(questions_of(entry)), entry["key"]


def test_what_nothing_computes_is_noted(expectations: dict[str, list[Entry]], standing: Standing) -> None:
    """
    What stands in no finding is told by the note of a record, which says more than a word.
    """
    dossier = standing.report.dossier
    notes = {
        **{each.id: each.note for each in dossier.questions},
        **{each.id: each.note for each in dossier.sources},
        **{each.id: each.note for each in dossier.documents},
        **{each.id: each.note for each in dossier.persons},
        **{each.id: each.note for each in dossier.places},
        **{each.id: each.note for each in dossier.bodies},
    }

    for entry in (entry for entries in expectations.values() for entry in entries):
        assert "noted" not in entry or len(notes[entry["noted"]].split()) > N_LEAST, entry["key"]
