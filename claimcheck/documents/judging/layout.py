"""How the words that a quotation and its document share are printed, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair
from claimcheck.documents.judging.differences import Difference, compare_gap, compare_same_word, normalised

_SPACES = re.compile(r"\s+")
_LINE_END, _SPACING = normalised("line end"), normalised("spacing")

Run = tuple[int, int, int]
"""The first quoted and the first printed word of a run of equal words, and how many there are."""


def compare_layout(quoted: Reading, printed: Reading, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Yield the differences in layout and typography."""
    run: Run | None = None
    before: tuple[int, int] | None = None
    for left, right in pairs:
        if left is None or right is None:
            before = None
            continue
        is_equal = quoted.texts[left] == printed.texts[right]
        follows = before == (left - 1, right - 1)
        if run is not None and is_equal and follows:
            run = run[0], run[1], run[2] + 1
        else:
            if run is not None:
                yield from _compare_run(quoted, printed, run)
            run = (left, right, 1) if is_equal else None
            if follows:
                yield from _compare_gap_beside_change(quoted, printed, left - 1, right - 1)
        before = left, right
    if run is not None:
        yield from _compare_run(quoted, printed, run)


def _compare_run(quoted: Reading, printed: Reading, run: Run) -> Iterator[Difference]:
    """Yield the differences of a run, which is looked at word by word only when there are any."""
    left, right, n_words = run
    span = printed.spans[right][0], printed.spans[right + n_words - 1][1]
    if printed.has_joints and printed.folded.joints_within(*span):
        yield from _over_page_ends(quoted, printed, run)
        return
    start, end = printed.folded.span(*span)
    own_start, own_end = quoted.folded.span(quoted.spans[left][0], quoted.spans[left + n_words - 1][1])
    one, other = quoted.source[own_start:own_end], printed.source[start:end]
    if one == other:
        return
    if other.replace("\n", " ") == one:
        yield _LINE_END
        return
    if one.split() == other.split():
        yield from _spaces(one, other)
        return
    yield from _word_by_word(quoted, printed, run)


def _over_page_ends(quoted: Reading, printed: Reading, run: Run) -> Iterator[Difference]:
    left, right, n_words = run
    for each in range(n_words):
        yield from _compare_word(quoted, printed, left + each, right + each)
        if each < n_words - 1:
            yield from _compare_gap(quoted, printed, left + each, right + each)


def _word_by_word(quoted: Reading, printed: Reading, run: Run) -> Iterator[Difference]:
    left, right, n_words = run
    source, own = printed.source, quoted.source
    places, own_places = printed.bounds(right, n_words), quoted.bounds(left, n_words)
    end = own_end = -1
    for (start, next_end), (own_start, own_next_end) in zip(places, own_places, strict=True):
        if end >= 0:
            gap, own_gap = source[end:start], own[own_end:own_start]
            if gap != own_gap:
                yield from compare_gap(gap, own_gap, over_page_end=False)
        end, own_end = next_end, own_next_end
        if source[start:end] != own[own_start:own_end]:
            yield from compare_same_word(source[start:end], own[own_start:own_end], over_page_end=False)


def _spaces(quoted: str, printed: str) -> Iterator[Difference]:
    """Yield in which white space two prints differ that are the same otherwise."""
    for one, other in zip(_SPACES.findall(quoted), _SPACES.findall(printed), strict=True):
        if one != other:
            yield _LINE_END if "\n" in one + other else _SPACING


def _compare_word(quoted: Reading, printed: Reading, left: int, right: int) -> Iterator[Difference]:
    one, other = quoted.printed(left, left), printed.printed(right, right)
    joints = printed.folded.joints_within(*printed.spans[right])
    if one != other or joints:
        yield from compare_same_word(other, one, over_page_end=bool(joints))


def _compare_gap(quoted: Reading, printed: Reading, left: int, right: int) -> Iterator[Difference]:
    between = printed.spans[right][1], printed.spans[right + 1][0]
    over = bool(printed.folded.joints_within(*between))
    yield from compare_gap(printed.gap(right, right + 1), quoted.gap(left, left + 1), over_page_end=over)


def _compare_gap_beside_change(
    quoted: Reading, printed: Reading, left: int, right: int
) -> Iterator[Difference]:
    """Yield how a gap beside a word that differs is other; the line ends there are no news."""
    folded = printed.folded.text[printed.spans[right][1] : printed.spans[right + 1][0]]
    if folded != quoted.folded.text[quoted.spans[left][1] : quoted.spans[left + 1][0]]:
        yield from _compare_gap(quoted, printed, left, right)
