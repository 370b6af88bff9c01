"""The whole of a text searched for what is like a quotation, so that absence is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.documents.extras import extra
from claimcheck.documents.finding.chance import most_errors
from claimcheck.documents.finding.seeds import slack
from claimcheck.documents.folding.fold import Range, one_byte_each
from claimcheck.documents.searchable import Searchable

_PROBE = 60
_N_PROBES = 6
# Half of what rapidfuzz compares is alike in any two stretches of one language; at 70 of 100 one word
# in four may be another, and the judgement by words decides.
_LEAST_LIKENESS = 70

_MOST_WINDOWS = 12
_MOST_TRIMMED = 2
"""Words at either end of a stretch that may be its neighbours."""

_WORD = re.compile(r"\S+")


def scanned_windows(search: Searchable, wanted: str, region: Range) -> Iterator[Range]:
    """
    Yield the stretches of a region of folded text that may hold a folded quotation, errors and all.

    Every place of the region is looked at. With the extra `fast`, sassy compares the whole quotation with
    each of them; without it, rapidfuzz compares probes of 60 code points, six of a longer quotation.
    """
    sassy = extra("sassy")
    if sassy is None:
        yield from _by_probes(search.folded.text, wanted, region)
        return
    start, end = region
    pattern, searched = one_byte_each(wanted), search.one_byte_each
    searched = searched if len(searched) == end - start else searched[start:end]
    n_errors = most_errors(len(wanted), end - start)
    matches = sassy.Searcher("ascii", rc=False).search(pattern, searched, n_errors)
    for match in sorted(matches, key=lambda each: each.cost)[:_MOST_WINDOWS]:
        yield start + match.text_start, start + match.text_end


def _by_probes(text: str, wanted: str, region: Range) -> Iterator[Range]:
    room = slack(len(wanted))
    for offset, probe in _probes(wanted):
        for first, last in _like(text, probe, region):
            if len(probe) == len(wanted):
                yield _fitted(text, wanted, (first, last))
            else:
                yield first - offset - room, first - offset + len(wanted) + room


def _like(text: str, probe: str, region: Range) -> Iterator[Range]:
    """Yield the stretches that are like a probe, the best of a region first, then those beside it."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    regions = [region]
    n_left = _MOST_WINDOWS
    while regions and n_left:
        start, end = regions.pop(0)
        if end - start < len(probe):
            if (start, end) == region:
                yield region
            continue
        hit = partial_ratio_alignment(probe, text[start:end], score_cutoff=_LEAST_LIKENESS)
        if hit is not None:
            yield start + hit.dest_start, start + hit.dest_end
            n_left -= 1
            regions += [(start, start + hit.dest_start), (start + hit.dest_end, end)]


def _fitted(text: str, wanted: str, window: Range) -> Range:
    """Return the run of whole words nearest to a quotation, of those that end near where a window does."""
    from rapidfuzz.distance import Levenshtein

    first = text.rfind(" ", 0, max(0, window[0])) + 1
    space = text.find(" ", window[1])
    spans = [match.span() for match in _WORD.finditer(text, first, len(text) if space < 0 else space)]
    starts = [start for start, _end in spans[: _MOST_TRIMMED + 1]]
    ends = [end for _start, end in spans[-_MOST_TRIMMED - 1 :]]
    runs = [(start, end) for start in starts for end in ends if start < end]
    return min(runs, key=lambda run: Levenshtein.distance(text[slice(*run)], wanted), default=window)


def _probes(wanted: str) -> list[tuple[int, str]]:
    """Return stretches of a quotation, evenly spread, each with its offset."""
    if len(wanted) <= _PROBE:
        return [(0, wanted)]
    n_probes = min(_N_PROBES, -(-len(wanted) // _PROBE))
    last = len(wanted) - _PROBE
    offsets = [round(index * last / (n_probes - 1)) for index in range(n_probes)]
    probes = {wanted[offset : offset + _PROBE]: offset for offset in offsets}
    return [(offset, probe) for probe, offset in probes.items()]
