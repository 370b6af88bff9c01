"""Text that stands twice."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.health.lists import limit
from claimcheck.documents.health.subject import Defect, Subject

_TOKEN = re.compile(r"[^\W_]+")
_STEP = 4
"""Every fourth word begins a stretch that is remembered; a run of twelve has such a stretch of nine in it."""


def doubled_text(subject: Subject) -> Iterator[Defect]:
    """
    Yield the second of two equal runs of words, as long as it goes; the reading names the first.

    Runs far from one another must be longer: formulas come again in any treaty. Notes, running heads and
    front matter repeat one another by right, and are left out.
    """
    words = _TOKEN.findall(subject.text)
    runs = list(_runs(words))
    if not runs:
        return
    starts = [match.start() for match in _TOKEN.finditer(subject.text)]
    n_told = 0
    for begin, end, shift in runs:
        span = starts[begin], starts[end - 1] + len(words[end - 1])
        if _touches(subject.apart, span):
            continue
        n_told += 1
        place = f" as at {subject.pages.place(starts[begin - shift])}" if n_told <= limit("shown") else ""
        yield Defect(kind="doubled-text", start=span[0], end=span[1], proposal=f"{end - begin} words{place}")


def _runs(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield equal runs: where the second begins and ends, and how far before it the first one begins."""
    least, far = limit("repeated_words"), limit("repeated_words_far")
    n_stretch = least - _STEP + 1
    if len(words) < n_stretch:
        return
    stretches = zip(*(islice(words, index, None) for index in range(n_stretch)), strict=False)
    keys = array("q", map(hash, stretches))
    remembered = set(keys[::_STEP])
    seen: dict[int, int] = {}
    after_run = 0
    # All but a few stretches are none of those that are remembered, and are passed over here.
    for at, key in ((at, key) for at, key in enumerate(keys) if key in remembered):
        if at < after_run:
            continue
        first = seen.get(key)
        if first is not None and words[first] == words[at]:
            begin, end = _run(words, first, at)
            shift = at - first
            is_near = shift < end - begin + least
            n_words = sum(word.isalpha() for word in words[begin:end])
            if n_words >= (least if is_near else far):
                yield begin, end, shift
            if end - begin >= least:
                after_run = end
                continue
        if at % _STEP == 0:
            seen.setdefault(key, at)


def _touches(apart: Sequence[Range], span: Range) -> bool:
    """Whether a span begins or ends in one of the sorted ranges."""
    for offset in (span[0], span[1] - 1):
        index = bisect_right(apart, offset, key=lambda each: each[0]) - 1
        if index >= 0 and offset < apart[index][1]:
            return True
    return False


def _run(words: list[str], first: int, second: int) -> tuple[int, int]:
    """Return the second of two equal runs as far as it goes, without running into the first."""
    shift = second - first
    begin, end = second, second
    while end < len(words) and words[end] == words[end - shift]:
        end += 1
    while begin - shift > 0 and begin - 1 >= first + 1 and words[begin - 1] == words[begin - 1 - shift]:
        begin -= 1
    return begin, end
