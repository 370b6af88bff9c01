"""Which letters of a document stand for each word of a quotation, where words were joined or parted."""

from __future__ import annotations

from attrs import frozen

_LONGEST = 400
"""Letters of a stretch that is taken apart; a longer one is another text."""


@frozen(kw_only=True)
class Counterpart:
    """A quoted word, and what stands for it: folded text with whatever spaces and marks are inside."""

    word: int
    start: int
    end: int


def counterparts(words: list[str], printed: str) -> list[Counterpart] | None:
    """
    Return for each word of a stretch the part of the printed stretch that stands for it.

    None when a word has nothing that stands for it: it is not in the document.

    >>> [(each.start, each.end) for each in counterparts(["of", "the"], "ofthc")]
    [(0, 2), (2, 5)]
    """
    quoted = " ".join(words)
    if len(words) == 1:
        return [Counterpart(word=0, start=0, end=len(printed))] if printed else None
    if len(quoted) + len(printed) > _LONGEST:
        return None
    cuts = _cuts(words, quoted, printed)
    found = []
    for index, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(printed)], strict=True)):
        part = printed[start:end]
        if not part.strip():
            return None
        first = start + len(part) - len(part.lstrip())
        found.append(Counterpart(word=index, start=first, end=first + len(part.strip())))
    return found


def _cuts(words: list[str], quoted: str, printed: str) -> list[int]:
    """Return where the printed stretch is cut between each two of the words."""
    from rapidfuzz.distance import Levenshtein

    spaces: list[int] = []
    at = -1
    for word in words[:-1]:
        at += len(word) + 1
        spaces.append(at)
    cuts: list[int] = []
    for step in Levenshtein.opcodes(quoted, printed):
        while len(cuts) < len(spaces) and spaces[len(cuts)] < step.src_end:
            inside = spaces[len(cuts)] - step.src_start
            cut = min(step.dest_start + inside, step.dest_end)
            cuts.append(_at_space(printed, cut) if step.tag != "equal" else cut)
    return cuts


def _at_space(printed: str, cut: int) -> int:
    """Return a space right beside a cut, else the cut itself."""
    for beside in (cut, cut + 1, cut - 1):
        if 0 < beside < len(printed) and printed[beside] == " ":
            return beside
    return cut
