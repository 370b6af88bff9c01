"""Which word of a quotation answers to which word of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Pair = tuple[int | None, int | None]
"""The number of a quoted and of a printed word; None where a side has nothing to answer with."""

_MOST_CELLS = 200_000
"""Above this size of table, time would grow into seconds; rapidfuzz aligns then, in C."""

# An edit outweighs any number of equal words that the table has room for.
_EDIT = _MOST_CELLS
_EQUAL = -1


def align(quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    """
    Return the cheapest pairing of a quotation's words with words of the stretch that holds it.

    A word replaced, left out or put in costs the same; words of the stretch before and after the
    quotation cost nothing, and are not in the result. Of equally cheap pairings the one with more equal
    words wins, then the one that replaces, so that a changed word is shown against its counterpart.

    >>> align("in June 1920".split(), "and so in July 1920 they".split())
    [(0, 2), (1, 3), (2, 4)]
    """
    if len(quoted) * len(printed) > _MOST_CELLS:
        return _align_long(quoted, printed)
    rows = [[0] * (len(printed) + 1)]
    for number, word in enumerate(quoted, 1):
        above = rows[-1]
        left = number * _EDIT
        row = [left]
        for column, other in enumerate(printed):
            pair = above[column] + (_EQUAL if word == other else _EDIT)
            left = min(pair, above[column + 1] + _EDIT, left + _EDIT)
            row.append(left)
        rows.append(row)
    return _way_back(rows, quoted, printed)


def _way_back(rows: list[list[int]], quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    row, last = len(quoted), rows[-1]
    # The last of equally cheap ends, so that a changed last word gets its counterpart too.
    column = min(range(len(last)), key=lambda each: (last[each], -each))
    pairs: list[Pair] = []
    while row:
        here = rows[row][column]
        is_equal = column > 0 and quoted[row - 1] == printed[column - 1]
        if column and here == rows[row - 1][column - 1] + (_EQUAL if is_equal else _EDIT):
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif here == rows[row - 1][column] + _EDIT:
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    pairs.reverse()
    return pairs


def _align_long(quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    from rapidfuzz.distance import Levenshtein

    pairs: list[Pair] = []
    for step in Levenshtein.opcodes(list(quoted), list(printed)):
        n_steps = max(step.src_end - step.src_start, step.dest_end - step.dest_start)
        for index in range(n_steps):
            left, right = step.src_start + index, step.dest_start + index
            pairs.append((left if left < step.src_end else None, right if right < step.dest_end else None))
    inside = [index for index, (left, _right) in enumerate(pairs) if left is not None]
    return pairs[inside[0] : inside[-1] + 1] if inside else []


def with_broken_ends(pairs: list[Pair], quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    """
    Return the pairs with the other half of a first or last word that a space has broken.

    >>> with_broken_ends([(0, 1), (1, 2)], ["account", "of"], ["ac", "count", "of"])
    [(None, 0), (0, 1), (1, 2)]
    """
    if not pairs:
        return pairs
    (left, right), (last_left, last_right) = pairs[0], pairs[-1]
    before, after = (right or 0) - 1, len(printed) if last_right is None else last_right + 1
    halves: list[Pair] = []
    if left is not None and right is not None and before >= 0:
        is_broken = _is_broken(quoted[left], printed[before] + printed[right], printed[right])
        halves = [(None, before)] if is_broken else []
    pairs = [*halves, *pairs]
    if last_left is None or last_right is None or after >= len(printed):
        return pairs
    is_broken = _is_broken(quoted[last_left], printed[last_right] + printed[after], printed[last_right])
    return [*pairs, (None, after)] if is_broken else pairs


def _is_broken(word: str, together: str, alone: str) -> bool:
    """Whether a word is more like two halves together than like the one that it was paired with."""
    if word == alone:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word, together) < Levenshtein.distance(word, alone)


def blocks(pairs: Sequence[Pair], quoted: Sequence[str], printed: Sequence[str]) -> Iterator[list[Pair]]:
    """Yield the longest runs of pairs that are not equal words, in order."""
    run: list[Pair] = []
    for left, right in pairs:
        if left is not None and right is not None and quoted[left] == printed[right]:
            if run:
                yield run
            run = []
        else:
            run.append((left, right))
    if run:
        yield run
