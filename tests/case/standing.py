"""Where the words of the expectations stand, and which sides of the report stand on the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

from attrs import field, frozen

from claimcheck.documents.finding.quotations import find_quotation
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.searchable import Searchable
from claimcheck.model.finding import Conflict, Finding
from claimcheck.model.report import Report

Passage = dict[str, str]
Entry = dict[str, Any]
Span = tuple[str, int, int]
"""A document and code points of it, half-open."""


def passages_of(entry: Entry) -> list[Passage]:
    """Return the passages of an entry, those of all its sides."""
    return [*entry.get("passages", ()), *(each for side in entry.get("sides", ()) for each in side)]


def questions_of(entry: Entry) -> tuple[str, ...]:
    """Return the questions that an entry names, one or several."""
    named = entry.get("question", ())
    return (named,) if isinstance(named, str) else tuple(named)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a letter."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


@frozen(kw_only=True)
class Standing:
    """
    The report of the worked dossier beside its documents.

    `spans` holds where the passages of each attestation stand, `texts` the documents by the ids that
    the dossier gives them.
    """

    report: Report
    texts: dict[str, Searchable]
    spans: dict[str, tuple[Span, ...]]
    _found: dict[tuple[str, ...], Span] = field(factory=dict, init=False, eq=False, repr=False)

    def span(self, passage: Passage) -> Span:
        """Return where a passage of the expectations stands."""
        key = tuple(passage.values())
        if key not in self._found:
            self._found[key] = self._look_up(passage)
        return self._found[key]

    def _look_up(self, passage: Passage) -> Span:
        text = self.texts[passage["in"]]
        within = cited_ranges(parse_locator(passage["at"]), text.pages)
        found = find_quotation(text, passage["quote"], within=within)
        assert found.start is not None, passage
        assert found.end is not None, passage
        return passage["in"], found.start, found.end

    def speaks(self, attestation: str, passages: Sequence[Passage]) -> bool:
        """Tell whether an attestation stands on words of one of these passages."""
        return any(
            overlap(self.span(passage), span) for passage in passages for span in self.spans[attestation]
        )

    def speakers(self, passages: Sequence[Passage], questions: Iterable[str] = ()) -> list[str]:
        """Return the attestations, of all or of these questions, that stand on one of the passages."""
        wanted = set(questions)
        return [
            name
            for name in self.spans
            if (not wanted or name.partition(".")[0] in wanted) and self.speaks(name, passages)
        ]

    def meets(self, found: Sequence[Sequence[str]], expected: Sequence[Sequence[Passage]]) -> bool:
        """Tell whether each expected side has a found side of its own that stands on its words."""
        held = [
            [any(self.speaks(name, passages) for name in side) for passages in expected] for side in found
        ]
        return any(
            all(held[place][number] for number, place in enumerate(places))
            for places in permutations(range(len(found)), len(expected))
        )


def sides_of(found: Conflict | Finding) -> list[list[str]]:
    """Return the sides of a conflict; those of an opposition are its attestations, one by one."""
    if isinstance(found, Conflict):
        return [[written(each) for each in side.attestations] for side in found.sides]
    return [[written(each)] for each in found.attestations]


def written(attestation: str) -> str:
    """Return the attestation of the dossier by which a relay takes a stance of its own."""
    return attestation.partition("~")[0]
