"""Every fragment that `claims/` quotes, and what becomes of it when it is altered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import claimcheck
from claimcheck.documents.files import read_below
from claimcheck.documents.finding.quotations import find_quotation
from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.folding.words import WORD
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.searchable import Searchable
from claimcheck.examine import cited_passages
from claimcheck.model.document import Passage, QuotationStatus

Alteration = Callable[[list[str]], Iterator[list[str]]]

_NEGATIONS = frozenset(("not", "no", "never"))


class Case:
    """The documents of the worked dossier, prepared once, and the fragments quoted from each."""

    def __init__(self, claims: Path, documents: Path) -> None:
        dossier = claimcheck.load(claims)
        self.searches: dict[str, Searchable] = {}
        for document in dossier.documents:
            transcript = read_below(documents, document.file, layout=document.layout).transcript
            assert transcript is not None
            self.searches[document.id] = Searchable(text=transcript.text, pages=transcript.pages)
        quoted = (each for each in cited_passages(dossier) if each.quotation and not each.until)
        self.passages = list({(each.document, each.quotation): each for each in quoted}.values())

    def within(self, passage: Passage) -> tuple[Range, ...] | None:
        """Return where a passage is cited."""
        return cited_ranges(parse_locator(passage.locator), self.searches[passage.document].pages)


@pytest.fixture(scope="module")
def case(claims: Path, documents: Path) -> Case:
    """The case, read once."""
    return Case(claims, documents)


def test_every_fragment_stands_where_it_is_cited(case: Case) -> None:
    """
    Each fragment is found sound, inside the place that its locator names, at offsets that hold its words.
    """
    for passage in case.passages:
        search, within = case.searches[passage.document], case.within(passage)
        found = find_quotation(search, passage.quotation, within=within)

        assert found.status.is_sound, passage.quotation
        assert found.found_at == ""
        assert found.start is not None
        assert found.end is not None
        assert _words(search.text[found.start : found.end])[0] == _words(passage.quotation)[0]
        assert within is None or any(start <= found.start < end for start, end in within)


def _numbers(words: list[str]) -> Iterator[list[str]]:
    for index, word in enumerate(words):
        digit = next((each for each in word if each.isdigit()), "")
        if digit:
            other = str((int(digit) + 1) % 10)
            yield [*words[:index], word.replace(digit, other, 1), *words[index + 1 :]]


def _names(words: list[str]) -> Iterator[list[str]]:
    for index, word in enumerate(words):
        if index and word[0].isupper():
            yield [*words[:index], "Wellington", *words[index + 1 :]]


def _negations(words: list[str]) -> Iterator[list[str]]:
    for index in range(1, len(words)):
        yield [*words[:index], "not", *words[index:]]
    for index, word in enumerate(words):
        if word.casefold() in _NEGATIONS:
            yield [*words[:index], *words[index + 1 :]]


def _dropped(words: list[str]) -> Iterator[list[str]]:
    for index in range(1, len(words) - 1):
        yield [*words[:index], *words[index + 1 :]]


def _added(words: list[str]) -> Iterator[list[str]]:
    for index in range(1, len(words)):
        yield [*words[:index], "former", *words[index:]]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("alter", "least"),
    [(_numbers, 60), (_names, 150), (_negations, 600), (_dropped, 500), (_added, 600)],
)
def test_no_altered_copy_is_accepted(case: Case, alter: Alteration, least: int) -> None:
    """
    With another number or name, a negation, a word less or more inside, no fragment is accepted anywhere.

    A copy that itself stands in the document is no alteration; few are.
    """
    n_asked = n_stand = 0
    running = {name: f" {' '.join(_words(search.text))} " for name, search in case.searches.items()}
    for passage in case.passages:
        for words in alter(passage.quotation.split()):
            copy = " ".join(words)
            if f" {' '.join(_words(copy))} " in running[passage.document]:
                n_stand += 1
                continue
            n_asked += 1
            found = find_quotation(case.searches[passage.document], copy, within=case.within(passage))

            assert found.status in (
                QuotationStatus.DOUBTFUL,
                QuotationStatus.ALTERED,
                QuotationStatus.ABSENT,
            ), copy

    assert n_asked >= least
    assert n_stand < 20


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text).text)
