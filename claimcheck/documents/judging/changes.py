"""Whether words that differ are damage, a doubt, or a change of sense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair
from claimcheck.documents.judging.differences import Difference, Kind, has_against, shortened
from claimcheck.documents.judging.vocabulary import (
    ABBREVIATIONS,
    CONFUSABLE,
    CONTRACTIONS,
    NEGATIONS,
    NEGATIVE_PREFIXES,
    REAL_LEFTOVERS,
    without_ligatures,
)

_N_COMMON = 3
_LETTERS_PER_LIGATURE = 3_000
"""In sound English, French and German print, each of fi, fl, ff comes at least this often."""

_SHORTEST_NOTED_WORD = 4
_THOUSANDS = re.compile(r"\d{1,3}(?:[., ]?\d{3})*")


@frozen(kw_only=True)
class Evidence:
    """What is known of the document: how often each word occurs, the labels of notes, ligatures lost."""

    counts: Mapping[str, int] = field(factory=dict)
    note_labels: frozenset[str] = frozenset()
    lost_ligatures: frozenset[str] = frozenset()


def lost_ligatures(folded_text: str) -> frozenset[str]:
    """Return those of fi, fl and ff that a text hardly ever has, though it is long enough to have them."""
    bearable = len(folded_text) // _LETTERS_PER_LIGATURE
    return frozenset(each for each in ("fi", "fl", "ff") if folded_text.count(each) <= bearable)


def judge_block(
    quoted: Reading, printed: Reading, block: list[Pair], evidence: Evidence
) -> Iterator[Difference]:
    """Yield the differences of a run of words that do not answer to one another."""
    left = [index for index, _other in block if index is not None]
    right = [index for _other, index in block if index is not None]
    for index in [index for index in right if _is_glued_note(printed, index, evidence)]:
        if printed.texts[index] not in [quoted.texts[each] for each in left]:
            right.remove(index)
            number = printed.texts[index]
            yield Difference(kind=Kind.DAMAGED, text=f"note number {number} inside, joined to a word")
    yield from _judge_rest(quoted, printed, left, right, evidence)


def _judge_rest(
    quoted: Reading, printed: Reading, left: list[int], right: list[int], evidence: Evidence
) -> Iterator[Difference]:
    if not left and not right:
        return
    if not left:
        words = shortened(printed.shown(right[0], right[-1]))
        yield _altered(f"the document also has '{words}' here")
    elif not right:
        words = shortened(quoted.shown(left[0], left[-1]))
        yield _altered(f"the quotation adds '{words}'")
    elif _joined(quoted, left) == _joined(printed, right):
        yield _judge_parting(quoted, printed, left, right)
    elif len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            if quoted.texts[one] != printed.texts[other]:
                yield _judge_pair(quoted, printed, one, other, evidence)
    else:
        shown = printed.shown(right[0], right[-1]), quoted.shown(left[0], left[-1])
        yield _altered(has_against(*shown))


def _altered(text: str) -> Difference:
    return Difference(kind=Kind.ALTERED, text=text)


def _joined(reading: Reading, indices: list[int]) -> str:
    return "".join(reading.texts[index] for index in indices)


def _is_glued_note(printed: Reading, index: int, evidence: Evidence) -> bool:
    """
    Whether a number is the mark of a note that a reader lost the superscript of.

    It touches the word before it, or the capital after it. Numbers of references ("vol.4", "B17") and
    of the text are told apart by the word before; a label that a note of the document bears is enough.
    """
    word = printed.words[index]
    if not word.text.isdigit() or len(word.text) > 3 or word.text[0] == "0":
        return False
    start, end = printed.folded.span(word.start, word.end)
    before, after = printed.source[max(0, start - 1) : start], printed.source[end : end + 2]
    if index and printed.texts[index - 1] in ABBREVIATIONS:
        return False
    left = (
        index > 0 and bool(before) and not before.isspace() and (before.isalpha() or before in ".,;:!?”’\"')")
    )
    right = len(after) == 2 and after[0].isupper() and after[1].islower()
    if word.text in evidence.note_labels:
        return left or right
    noted = left and index > 0 and len(printed.texts[index - 1]) >= _SHORTEST_NOTED_WORD
    return right or (noted and not printed.words[index - 1].is_number)


def _judge_parting(quoted: Reading, printed: Reading, left: list[int], right: list[int]) -> Difference:
    """Judge the same letters, parted otherwise: "so-called" and "so called", "any more" and "anymore"."""
    shown = printed.printed(right[0], right[-1]), quoted.printed(left[0], left[-1])
    words = [quoted.words[index] for index in left] + [printed.words[index] for index in right]
    if any(word.is_number for word in words):
        return _altered(has_against(*shown))
    if any(mark in each for each in shown for mark in "-‐‑–\u00ad\n⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return Difference(kind=Kind.NORMALISED, text=f"hyphen or line end: {has_against(*shown)}")
    together = _joined(quoted, left)
    if any(mark in each for each in shown for mark in "'’‘`´") and together not in CONTRACTIONS:
        return Difference(kind=Kind.NORMALISED, text=f"apostrophe: {has_against(*shown)}")
    return Difference(kind=Kind.DOUBTFUL, text=f"words joined or parted: {has_against(*shown)}")


def _judge_pair(quoted: Reading, printed: Reading, one: int, other: int, evidence: Evidence) -> Difference:
    word, match = quoted.words[one], printed.words[other]
    shown = has_against(printed.shown(other, other), quoted.shown(one, one))
    if word.is_number or match.is_number:
        if word.is_number and match.is_number and _same_number(word.text, match.text):
            return Difference(kind=Kind.NORMALISED, text=f"mark of thousands: {shown}")
        return _altered(shown)
    if not (word.text.isalpha() and match.text.isalpha()):
        return _altered(shown)
    kind = _kind_of_lost_ligature(word.text, match.text, evidence)
    if kind is not None:
        lost = f"ligature lost: '{printed.shown(other, other)}' for '{quoted.shown(one, one)}'"
        return Difference(kind=kind, text=lost)
    if not _differ_by_negation(word.text, match.text) and _is_confusable(word.text, match.text):
        return Difference(kind=Kind.DOUBTFUL, text=f"one letter: {shown}")
    return _altered(shown)


def _same_number(one: str, other: str) -> bool:
    """Whether two numbers have the same digits, and marks only between thousands: 3,500 and 3500."""
    digits = [re.sub(r"\D", "", each) for each in (one, other)]
    plain = one.isdigit() or other.isdigit()
    return plain and digits[0] == digits[1] and all(_THOUSANDS.fullmatch(each) for each in (one, other))


def _kind_of_lost_ligature(quoted: str, printed: str, evidence: Evidence) -> Kind | None:
    """
    Judge a word of which one side lacks ligatures that the other has; None when that is not the case.

    It is damage when what is left is no word. A leftover that the document uses again and again is
    taken for a word, unless the document has lost that ligature everywhere.
    """
    longer, shorter = sorted((quoted, printed), key=len, reverse=True)
    if shorter not in without_ligatures(longer):
        return None
    if shorter in REAL_LEFTOVERS or _differ_by_negation(quoted, printed):
        return Kind.DOUBTFUL
    lost = any(ligature in longer for ligature in evidence.lost_ligatures)
    is_common = evidence.counts.get(shorter, 0) >= _N_COMMON
    return Kind.DOUBTFUL if is_common and not lost else Kind.DAMAGED


def _differ_by_negation(one: str, other: str) -> bool:
    if (one in NEGATIONS) != (other in NEGATIONS):
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer == prefix + shorter for prefix in NEGATIVE_PREFIXES)


def _is_confusable(one: str, other: str) -> bool:
    """Whether two words differ in a single place, by letters that a scan mistakes for one another."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    end = 0
    while end < min(len(one), len(other)) and one[-1 - end] == other[-1 - end]:
        end += 1
    ends = (one[: len(one) - end], other[: len(other) - end])
    return frozenset(ends) in CONFUSABLE
