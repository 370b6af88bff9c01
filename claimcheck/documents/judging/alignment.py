"""Which word of a quotation answers to which word of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import and_, ne

Pair = tuple[int | None, int | None]
"""The number of a quoted and of a printed word; None where a side has nothing to answer with."""

_MOST_CELLS = 200_000
"""Above this size of table, time would grow into seconds; rapidfuzz aligns then, in C."""

_MOST_TRIED = 8
"""Words from the first on that are looked for in the stretch, to see whether it is the quotation nearly."""

_FEW_CELLS = 60
"""Below this size a table is sooner filled than words are looked up that both sides have once."""

_FAR = 2
"""Words more on one side than on the other, between two anchors, which any damage may make."""

# An edit outweighs any number of equal words that the table has room for.
_EDIT = _MOST_CELLS
_EQUAL = -1


def align(quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    """
    Return a cheap pairing of a quotation's words with words of the stretch that holds it.

    A word replaced, left out or put in costs the same; words of the stretch before and after the
    quotation cost nothing, and are not in the result. Of equally cheap pairings the one with more equal
    words wins, then the one that replaces, so that a changed word is shown against its counterpart.
    Words that both sides have once are paired first, and what is between them is paired by itself: in
    odd cases a pairing with fewer edits is missed, and so is never a difference.

    >>> align("in June 1920".split(), "and so in July 1920 they".split())
    [(0, 2), (1, 3), (2, 4)]
    """
    if quoted and (at := _place(quoted, printed)) is not None:
        return [(index, at + index) for index in range(len(quoted))]
    if (at := _place_but_for_single_words(quoted, printed)) is not None:
        return [(index, at + index) for index in range(len(quoted))]
    if len(quoted) * len(printed) <= _FEW_CELLS:
        return _fill_table(quoted, printed, is_begun=False, is_ended=False)
    anchors = _without_strays(_anchors(quoted, printed))
    if not anchors:
        if len(quoted) * len(printed) > _MOST_CELLS:
            return _align_long(quoted, printed)
        return _fill_table(quoted, printed, is_begun=False, is_ended=False)
    pairs: list[Pair] = []
    left, right = anchors[0]
    start = max(0, right - left - left // 2 - 2)
    pairs += _stretch(quoted, printed, (0, left), (start, right), is_begun=False)
    for (left, right), (next_left, next_right) in pairwise(anchors):
        pairs.append((left, right))
        if next_left - left > 1 or next_right - right > 1:
            pairs += _stretch(quoted, printed, (left + 1, next_left), (right + 1, next_right))
    left, right = anchors[-1]
    n_left = len(quoted) - left - 1
    end = min(len(printed), right + 1 + n_left + n_left // 2 + 2)
    pairs.append((left, right))
    pairs += _stretch(quoted, printed, (left + 1, len(quoted)), (right + 1, end), is_ended=False)
    return pairs


def _place(quoted: Sequence[str], printed: Sequence[str]) -> int | None:
    """Return where the printed words are the quoted ones, None where they are not."""
    for at in range(len(printed) - len(quoted) + 1):
        if printed[at] == quoted[0] and printed[at : at + len(quoted)] == quoted:
            return at
    return None


def _place_but_for_single_words(quoted: Sequence[str], printed: Sequence[str]) -> int | None:
    """
    Return where single words alone differ between equal ones, None where that is not so.

    No pairing is cheaper: to leave a word out and put one in costs as much as two words replaced.
    """
    for index, word in enumerate(quoted[:_MOST_TRIED]):
        if printed.count(word) != 1:
            continue
        at = printed.index(word) - index
        if at < 0 or at + len(quoted) > len(printed):
            return None
        differs = list(map(ne, quoted, printed[at : at + len(quoted)]))
        is_single = not any(map(and_, differs, differs[1:]))
        return at if is_single and not (differs[-1] or differs[0]) else None
    return None


def _anchors(quoted: Sequence[str], printed: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest series of words, in order on both sides, that either side has once."""
    times = Counter(printed)
    places = {word: index for index, word in enumerate(printed) if times[word] == 1}
    own = Counter(quoted)
    both = [(index, places[word]) for index, word in enumerate(quoted) if word in places and own[word] == 1]
    # The longest rising series: `tails` are the smallest last places of series of each length.
    tails: list[int] = []
    before: list[int] = []
    ends: list[int] = []
    for number, (_left, right) in enumerate(both):
        length = bisect_left(tails, right)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(right)
            ends.append(number)
        else:
            tails[length], ends[length] = right, number
    series: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        series.append(both[number])
        number = before[number]
    series.reverse()
    return series


def _without_strays(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Return the anchors without those at either end that stand further off than they are many.

    A frequent word of the quotation, misread in its place, may stand once in the text before or behind.
    """
    first, last = 0, len(anchors)
    for number, (one, other) in enumerate(pairwise(anchors), 1):
        distance = abs((other[1] - one[1]) - (other[0] - one[0]))
        if distance > number - first and number <= len(anchors) // 2 and distance > _FAR:
            first = number
        elif distance > last - number and distance > _FAR:
            last = number
            break
    return anchors[first:last]


def _stretch(
    quoted: Sequence[str],
    printed: Sequence[str],
    left: tuple[int, int],
    right: tuple[int, int],
    *,
    is_begun: bool = True,
    is_ended: bool = True,
) -> list[Pair]:
    """Return the pairs of a stretch between two anchors, or before the first, or after the last."""
    (a, b), (c, d) = left, right
    if a == b and not (is_begun and is_ended):
        return []
    if b - a == d - c == 1 and is_begun and is_ended:
        return [(a, c)]
    head: list[Pair] = []
    tail: list[Pair] = []
    while is_begun and a < b and c < d and quoted[a] == printed[c]:
        head.append((a, c))
        a, c = a + 1, c + 1
    while is_ended and a < b and c < d and quoted[b - 1] == printed[d - 1]:
        b, d = b - 1, d - 1
        tail.append((b, d))
    tail.reverse()
    one, other = quoted[a:b], printed[c:d]
    if set(one).isdisjoint(other):
        inner = _one_for_one(len(one), len(other), is_begun=is_begun, is_ended=is_ended)
    elif len(one) * len(other) > _MOST_CELLS:
        inner = _align_long(one, other)
    else:
        inner = _fill_table(one, other, is_begun=is_begun, is_ended=is_ended)
    middle: list[Pair] = [(None if i is None else i + a, None if j is None else j + c) for i, j in inner]
    return head + middle + tail


def _one_for_one(n_quoted: int, n_printed: int, *, is_begun: bool, is_ended: bool) -> list[Pair]:
    """Return what the table would for words of which none are equal: one for one, the last for the last."""
    if is_begun and not is_ended:
        n_printed = min(n_quoted, n_printed)
    n_pairs = min(n_quoted, n_printed)
    pairs: list[Pair] = [(left, None) for left in range(n_quoted - n_pairs)]
    if is_begun:
        pairs += [(None, right) for right in range(n_printed - n_pairs)]
    return pairs + [(n_quoted - n_pairs + each, n_printed - n_pairs + each) for each in range(n_pairs)]


def _fill_table(
    quoted: Sequence[str], printed: Sequence[str], *, is_begun: bool, is_ended: bool
) -> list[Pair]:
    """
    Return the cheapest pairing.

    Where the quotation has begun before the stretch, or goes on behind it, words at that end cost too.
    """
    rows = [[column * _EDIT if is_begun else 0 for column in range(len(printed) + 1)]]
    for number, word in enumerate(quoted, 1):
        above = rows[-1]
        left = number * _EDIT
        row = [left]
        for column, other in enumerate(printed):
            pair = above[column] + (_EQUAL if word == other else _EDIT)
            left = min(pair, above[column + 1] + _EDIT, left + _EDIT)
            row.append(left)
        rows.append(row)
    # The last of equally cheap ends, so that a changed last word gets its counterpart too.
    last = rows[-1]
    column = len(printed) if is_ended else min(range(len(last)), key=lambda each: (last[each], -each))
    return _way_back(rows, quoted, printed, column, is_begun=is_begun)


def _way_back(
    rows: list[list[int]], quoted: Sequence[str], printed: Sequence[str], column: int, *, is_begun: bool
) -> list[Pair]:
    row = len(quoted)
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
    if is_begun:
        pairs += [(None, each) for each in reversed(range(column))]
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
    pairs = [*halves, *_with_joined_begin(pairs, quoted, printed)]
    if last_left is None or last_right is None or after >= len(printed):
        return pairs
    is_broken = _is_broken(quoted[last_left], printed[last_right] + printed[after], printed[last_right])
    return [*pairs, (None, after)] if is_broken else pairs


def _with_joined_begin(pairs: list[Pair], quoted: Sequence[str], printed: Sequence[str]) -> list[Pair]:
    """Return the pairs without a foreign word that answers to the first, where the second holds them both."""
    if len(pairs) < 2:
        return pairs
    (left, right), (next_left, next_right) = pairs[:2]
    if left is None or right is None or next_left is None or next_right is None:
        return pairs
    together, word = quoted[left] + quoted[next_left], printed[next_right]
    if printed[right] == quoted[left] or word == quoted[next_left] or len(word) < len(together) - 1:
        return pairs
    from rapidfuzz.distance import Levenshtein

    apart = Levenshtein.distance(quoted[left], printed[right])
    is_joined = Levenshtein.distance(together, word) < apart
    return [(left, None), *pairs[1:]] if is_joined else pairs


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
