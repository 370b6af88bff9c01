"""The whole of a text searched for what is like a quotation, so that absence is certain."""

from __future__ import annotations

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

_CLOSE = 2
"""Code points of room on either side where the ends of a match are known; more would invite other words."""


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
        yield start + match.text_start - _CLOSE, start + match.text_end + _CLOSE


def _by_probes(text: str, wanted: str, region: Range) -> Iterator[Range]:
    from rapidfuzz.fuzz import partial_ratio_alignment

    start, end = region
    stretch = text[start:end]
    for offset, probe in _probes(wanted):
        if len(stretch) <= len(probe):
            yield start, end
            continue
        hit = partial_ratio_alignment(probe, stretch, score_cutoff=_LEAST_LIKENESS)
        if hit is not None:
            at = start + hit.dest_start - offset
            room = _CLOSE if len(probe) == len(wanted) else slack(len(wanted))
            yield at - room, at + len(wanted) + room


def _probes(wanted: str) -> list[tuple[int, str]]:
    """Return stretches of a quotation, evenly spread, each with its offset."""
    if len(wanted) <= _PROBE:
        return [(0, wanted)]
    n_probes = min(_N_PROBES, -(-len(wanted) // _PROBE))
    last = len(wanted) - _PROBE
    offsets = [round(index * last / (n_probes - 1)) for index in range(n_probes)]
    probes = {wanted[offset : offset + _PROBE]: offset for offset in offsets}
    return [(offset, probe) for probe, offset in probes.items()]
