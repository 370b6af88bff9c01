"""A quotation held against one stretch of a document, difference by difference."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair, align, blocks, with_broken_ends
from claimcheck.documents.judging.changes import judge_block
from claimcheck.documents.judging.differences import Difference, Kind, compare_ends, normalised
from claimcheck.documents.judging.insertions import own_words, with_own_words, without_own_letters
from claimcheck.documents.judging.layout import compare_layout
from claimcheck.documents.searchable import Searchable

_WORDS_PER_DOUBT = 20
"""Two doubtful words close together are no slip of one letter any more."""

_LONGEST_MARKS = 8
"""Code points that a quotation may begin or end with and that folding leaves off: marks of emphasis."""


@frozen(kw_only=True)
class Candidate:
    """
    A place where a quotation may stand.

    `start` and `end` are in the original, `folded` is the same place in the folded text. `matched` are
    the words that agree, `n_changed` counts those of either side that do not.
    """

    start: int
    end: int
    folded: Range
    text: str
    differences: tuple[Difference, ...] = ()
    matched: tuple[str, ...] = ()
    n_changed: int = 0
    chance: str = ""

    def rated(self, chance: str) -> Candidate:
        """Return the place with the rate at which it would be found by accident."""
        return Candidate(
            start=self.start,
            end=self.end,
            folded=self.folded,
            text=self.text,
            differences=self.differences,
            matched=self.matched,
            n_changed=self.n_changed,
            chance=chance,
        )

    @property
    def kind(self) -> Kind:
        """The gravest of its differences."""
        return max((each.kind for each in self.differences), default=Kind.EXACT)

    @property
    def is_sound(self) -> bool:
        """Whether the words are the same, however printed."""
        return self.kind <= Kind.DAMAGED


def judge(search: Searchable, quoted: Reading, window: Range) -> Candidate | None:
    """
    Return the best match of a quotation's words in a window of the folded text, None without words.

    What the quoter marked as his own by square brackets need not be there.
    """
    ways = without_own_letters(quoted.source)
    as_quoted = _judge(search, quoted, window)
    if not ways or as_quoted is None or as_quoted.is_sound:
        return as_quoted
    found = [place for way in ways if (place := _judge(search, Reading.of(way), window))]
    best = min(found, key=lambda place: place.kind, default=as_quoted)
    if best.kind > as_quoted.kind:
        return as_quoted
    letters = normalised("the quoter's own letters in square brackets")
    return evolve(best, differences=_settled([*best.differences, letters], len(quoted.texts)))


def _judge(search: Searchable, quoted: Reading, window: Range) -> Candidate | None:
    if not quoted.texts:
        return None
    where = search.text, search.folded, window
    printed = quoted.repeated(*where) or Reading.within(*where)
    pairs = _pairs(quoted, printed)
    used = [right for _left, right in pairs if right is not None]
    if not used:
        return None
    folded = _with_outer_marks(quoted, printed, used[0], used[-1])
    start, end = search.folded.span(*folded)
    source = quoted.source.strip()
    verbatim = search.text.find(source, max(0, start - _LONGEST_MARKS), end + _LONGEST_MARKS)
    if 0 <= verbatim <= start and end <= verbatim + len(source):
        found, start, end, text = [], verbatim, verbatim + len(source), source
    else:
        found = _differences(search, quoted, printed, pairs) or [normalised("marks at its ends")]
        text = " ".join(search.text[slice(*piece)] for piece in search.folded.pieces(*folded))
    own, other = quoted.texts, printed.texts
    equal = [
        own[left]
        for left, right in pairs
        if left is not None and right is not None and own[left] == other[right]
    ]
    return Candidate(
        start=start,
        end=end,
        folded=folded,
        text=text,
        differences=_settled(found, len(own)),
        matched=tuple(equal),
        n_changed=len(pairs) - len(equal),
    )


def _pairs(quoted: Reading, printed: Reading) -> list[Pair]:
    """Return which words answer to one another; the quoter's own need not be there."""
    pairs = with_broken_ends(align(quoted.texts, printed.texts), quoted.texts, printed.texts)
    own = own_words(quoted)
    if not own or all(
        left is not None and right is not None and quoted.texts[left] == printed.texts[right]
        for left, right in pairs
    ):
        return pairs
    others = [text for index, text in enumerate(quoted.texts) if index not in own]
    found = with_broken_ends(align(others, printed.texts), others, printed.texts) if others else []
    return with_own_words(found, own, len(quoted.texts))


def _differences(
    search: Searchable, quoted: Reading, printed: Reading, pairs: Sequence[Pair]
) -> list[Difference]:
    found = list(compare_layout(quoted, printed, pairs))
    for block in blocks(pairs, quoted.texts, printed.texts):
        found += judge_block(quoted, printed, block, search.evidence)
    used = [right for _left, right in pairs if right is not None]
    found += compare_ends(printed, quoted, used[0], used[-1])
    return found


def _with_outer_marks(quoted: Reading, printed: Reading, first: int, last: int) -> Range:
    """Return the folded span of words, with the marks around them that the quotation has as well."""
    text = printed.folded.text
    start, end = printed.spans[first][0], printed.spans[last][1]
    head = quoted.folded.text[: quoted.spans[0][0]].lstrip()
    tail = quoted.folded.text[quoted.spans[-1][1] :].rstrip()
    if head and text.endswith(head, 0, start):
        start -= len(head)
    if tail and text.startswith(tail, end):
        end += len(tail)
    return start, end


def _settled(found: list[Difference], n_words: int) -> tuple[Difference, ...]:
    """Return the differences without repetitions, the gravest first; many doubts are an alteration."""
    unique = list(dict.fromkeys(found))
    n_doubts = sum(each.kind is Kind.DOUBTFUL for each in unique)
    if n_doubts > 1 + n_words // _WORDS_PER_DOUBT:
        unique = [evolve(each, kind=Kind.ALTERED) if each.kind is Kind.DOUBTFUL else each for each in unique]
    return tuple(sorted(unique, key=lambda each: -each.kind))
