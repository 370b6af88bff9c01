"""Quotations in several pieces: with a marked ellipsis, or with a begin and an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from claimcheck.documents.finding.places import closest_places, damaged_places, folded_places
from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.differences import Difference, normalised, shortened
from claimcheck.documents.judging.judgement import Candidate
from claimcheck.documents.searchable import Searchable

LONGEST_OMISSION = 400
"""Code points that a marked ellipsis may leave out."""

_LONGEST_PASSAGE_SEARCHED_CLOSELY = 20_000

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.(?:\s?\.)?)\s*")


def split_ellipses(quotation: str) -> list[str]:
    """
    Return the pieces of a quotation between its marked ellipses, blank ones left out.

    >>> split_ellipses("… the fleet [...] left . . . at dawn")
    ['the fleet', 'left', 'at dawn']
    """
    return [piece for piece in _ELLIPSIS.split(quotation) if re.search(r"\w", piece)]


def after_ellipsis(search: Searchable, begun: Candidate, piece: Reading) -> Candidate | None:
    """Return a place widened to the next piece of its quotation, None when that is not near enough."""
    region = _following(search, begun, LONGEST_OMISSION + len(piece.folded.text))
    found = _nearest(search, piece, region, closely=not begun.is_sound)
    if found is None or found.folded[0] - begun.folded[1] > LONGEST_OMISSION:
        return None
    left_out = search.text[slice(*search.folded.span(begun.folded[1], found.folded[0]))]
    words = f"'{shortened(left_out)}'" if re.search(r"\w", left_out) else "nothing"
    return _joined(search, begun, found, normalised(f"left out at the ellipsis: {words}"))


def up_to(search: Searchable, begun: Candidate, until: Reading) -> Candidate | None:
    """Return a place widened to the nearest end of its passage after it, None when there is none."""
    region = _following(search, begun, len(search.folded.text))
    found = _nearest(search, until, region, closely=True)
    return None if found is None else _joined(search, begun, found)


def _following(search: Searchable, begun: Candidate, n_most: int) -> Range:
    """Return the folded text after a place, as far as reading goes on."""
    text, start = search.folded.text, begun.folded[1]
    stop = text.find(STOP, start)
    return start, min(len(text) if stop < 0 else stop, start + n_most)


def _nearest(search: Searchable, piece: Reading, region: Range, *, closely: bool) -> Candidate | None:
    for candidate in folded_places(search, piece, region):
        return candidate
    for candidate in damaged_places(search, piece, region):
        return candidate
    if closely:
        near = region[0], min(region[1], region[0] + _LONGEST_PASSAGE_SEARCHED_CLOSELY)
        return next(iter(closest_places(search, piece, [near])), None)
    return None


def _joined(search: Searchable, begun: Candidate, found: Candidate, *more: Difference) -> Candidate:
    folded = begun.folded[0], found.folded[1]
    pieces = search.folded.pieces(*folded)
    differences = dict.fromkeys((*begun.differences, *found.differences, *more))
    return evolve(
        begun,
        end=found.end,
        folded=folded,
        text=" ".join(search.text[slice(*piece)] for piece in pieces),
        differences=tuple(sorted(differences, key=lambda each: -each.kind)),
        chance=begun.chance or found.chance,
    )


def distinct_passages(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Return passages with distinct ends, each with its nearest begin."""
    by_end: dict[int, Candidate] = {}
    for candidate in candidates:
        other = by_end.get(candidate.end)
        if other is None or candidate.start > other.start:
            by_end[candidate.end] = candidate
    return list(by_end.values())
