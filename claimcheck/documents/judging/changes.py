"""Whether words that differ are damage, a doubt, or a change of sense."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.alignment import Pair
from claimcheck.documents.judging.counterparts import Counterpart, counterparts
from claimcheck.documents.judging.differences import Difference, Kind, has_against, shortened
from claimcheck.documents.judging.evidence import Evidence
from claimcheck.documents.judging.figures import judge_figure
from claimcheck.documents.judging.insertions import judge_own_words, own_words
from claimcheck.documents.judging.substitution import LIGATURE_LOST, judge_substitution
from claimcheck.documents.judging.verdict import Substitution
from claimcheck.documents.judging.vocabulary import ABBREVIATIONS, CLITICS, CONTRACTIONS

_SHORTEST_NOTED_WORD = 4
_SENTENCE_ENDS = ".!?:;\"'“”„«»‘’"


def judge_block(
    quoted: Reading, printed: Reading, block: list[Pair], evidence: Evidence
) -> Iterator[Difference]:
    """Yield the differences of a run of words that do not answer to one another."""
    if len(block) == 1 and (pair := _single_words(quoted, printed, *block[0])):
        yield _judge_pair(quoted, printed, pair[0], printed.spans[pair[1]], evidence)
        return
    left = [index for index, _other in block if index is not None]
    right = [index for _other, index in block if index is not None]
    own = [index for index in left if index in own_words(quoted)]
    if own:
        left = [index for index in left if index not in own]
        yield judge_own_words(quoted, own)
    words = [quoted.texts[each] for each in left]
    for index in [index for index in right if _is_glued_note(printed, index, evidence)]:
        is_clitic = _is_bound(printed, printed.spans[index][0]) and not CLITICS.isdisjoint(words)
        if printed.texts[index] not in words and not is_clitic:
            right.remove(index)
            number = printed.texts[index]
            yield Difference(kind=Kind.DAMAGED, text=f"note number {number} inside, joined to a word")
    yield from _judge_rest(quoted, printed, left, right, evidence)


def _single_words(quoted: Reading, printed: Reading, left: int | None, right: int | None) -> Range | None:
    """Return a pair of words whose letters alone differ, as most differences are; else None."""
    if left is None or right is None or not printed.texts[right][0].isalpha() or left in own_words(quoted):
        return None
    return left, right


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
        yield _judge_parting(quoted, printed, left, right, evidence)
    elif len(left) == len(right) and all(printed.texts[each][0].isalpha() for each in right):
        for one, other in zip(left, right, strict=True):
            if quoted.texts[one] != printed.texts[other]:
                yield _judge_pair(quoted, printed, one, printed.spans[other], evidence)
    else:
        yield from _judge_mixed(quoted, printed, left, right, evidence)


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
    text = printed.texts[index]
    if not text.isdigit() or len(text) > 3 or text[0] == "0":
        return False
    start, end = printed.folded.span(*printed.spans[index])
    before, after = printed.source[max(0, start - 1) : start], printed.source[end : end + 2]
    if after[:1].islower() or (index and printed.texts[index - 1] in ABBREVIATIONS):
        return False
    left = (
        index > 0 and bool(before) and not before.isspace() and (before.isalpha() or before in ".,;:!?”’\"')")
    )
    right = len(after) == 2 and after[0].isupper() and after[1].islower()
    if text in evidence.note_labels:
        return left or right
    noted = left and index > 0 and len(printed.texts[index - 1]) >= _SHORTEST_NOTED_WORD
    return right or (noted and not printed.texts[index - 1][0].isdigit())


def _judge_parting(
    quoted: Reading, printed: Reading, left: list[int], right: list[int], evidence: Evidence
) -> Difference:
    """
    Judge the same letters, parted otherwise: "so-called" and "so called", "any more" and "anymore".

    A space that the document lost, or has too many, is damage when no word could look like that.
    """
    shown = printed.printed(right[0], right[-1]), quoted.printed(left[0], left[-1])
    words = [quoted.texts[index] for index in left] + [printed.texts[index] for index in right]
    if any(word[0].isdigit() for word in words):
        return _altered(has_against(*shown))
    if any(mark in each for each in shown for mark in "-‐‑–\u00ad\n⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return Difference(kind=Kind.NORMALISED, text=f"hyphen or line end: {has_against(*shown)}")
    if any(mark in shown[0] for mark in "[]"):
        return Difference(kind=Kind.NORMALISED, text=f"square brackets: {has_against(*shown)}")
    together = _joined(quoted, left)
    if any(mark in each for each in shown for mark in "'’‘`´"):
        kind = Kind.DOUBTFUL if together in CONTRACTIONS else Kind.NORMALISED
        return Difference(kind=kind, text=f"apostrophe: {has_against(*shown)}")
    strange = [
        printed.texts[index] for index in right if not evidence.is_word(printed.texts[index], together)
    ]
    if len(left) == 1 and not any(each.isspace() for each in shown[0]):
        return Difference(kind=Kind.DAMAGED, text=f"a mark put in: {has_against(*shown)}")
    is_joined = len(right) == 1 and evidence.is_joined(printed.texts[right[0]], words[:-1])
    if strange or is_joined:
        return Difference(kind=Kind.DAMAGED, text=f"a space lost or put in: {has_against(*shown)}")
    return Difference(kind=Kind.DOUBTFUL, text=f"words joined or parted: {has_against(*shown)}")


def _judge_pair(quoted: Reading, printed: Reading, one: int, part: Range, evidence: Evidence) -> Difference:
    """Judge a quoted word against a stretch of the folded text that stands for it."""
    word, read = quoted.texts[one], printed.folded.text[slice(*part)]
    form, other = _in_line(printed, part), _in_line(quoted, quoted.spans[one])
    if word[0].isdigit():
        return judge_figure(word, read, has_against(form, other))
    has_capital = other[:1].isupper()
    is_name = has_capital and _is_inside_sentence(quoted, one)
    given = Substitution(
        word=word,
        read=read,
        is_name=is_name,
        is_capital=has_capital or form[:1].isupper(),
        is_bound=_is_bound(printed, part[0]),
        is_mixed=_is_mixed(form, other),
        # A name with a small letter is none, and no sentence begins with one.
        has_lost_capital=has_capital
        and word[1:] == read
        and form[:1].islower()
        and (is_name or _follows_stop(printed, part[0])),
    )
    kind, reason = judge_substitution(given, evidence)
    if kind is Kind.DAMAGED or reason == LIGATURE_LOST:
        return Difference(kind=kind, text=f"{reason}: '{form}' for '{other}'")
    shown = has_against(form, other)
    return Difference(kind=kind, text=f"{reason}: {shown}" if reason else shown)


def _in_line(reading: Reading, part: Range) -> str:
    start, end = reading.folded.span(*part)
    return " ".join(reading.source[start:end].split())


def _is_mixed(printed: str, quoted: str) -> bool:
    inner, own = printed[1:], quoted[1:]
    return inner != inner.lower() and own == own.lower() and not inner.isupper()


def _follows_stop(printed: Reading, at: int) -> bool:
    """Whether a sentence ends right before a place of the document."""
    return printed.folded.text[max(0, at - 4) : at].rstrip(" '")[-1:] in (".", "!", "?")


def _is_bound(printed: Reading, at: int) -> bool:
    """Whether a place belongs to the word or number before: the s of the king's, the th of the 4th."""
    before = printed.folded.text[max(0, at - 2) : at]
    return before[-1:].isdigit() or (len(before) == 2 and before[1] == "'" and before[0].isalpha())


def _is_inside_sentence(quoted: Reading, index: int) -> bool:
    """Whether a capital makes a name of a word: it does not at the begin of a sentence."""
    start = quoted.spans[index][0]
    before = quoted.folded.text[max(0, start - 3) : start].rstrip()
    return bool(before) and before[-1] not in _SENTENCE_ENDS


def _judge_mixed(
    quoted: Reading, printed: Reading, left: list[int], right: list[int], evidence: Evidence
) -> Iterator[Difference]:
    """Judge a stretch in which words were joined or parted and misread, or have digits and marks inside."""
    start, end = printed.spans[right[0]][0], printed.spans[right[-1]][1]
    whole = has_against(printed.shown(right[0], right[-1]), quoted.shown(left[0], left[-1]))
    words = [quoted.texts[index] for index in left]
    text = printed.folded.text[start:end]
    parts = counterparts(words, text)
    is_whole = parts is not None and not _is_nearer_without_one(words, text)
    if not is_whole or any(_holds_a_word(words[part.word], text, part, evidence) for part in parts or ()):
        yield _altered(whole)
        return
    for part in parts or ():
        if text[part.start : part.end] != words[part.word]:
            span = start + part.start, start + part.end
            yield _judge_pair(quoted, printed, left[part.word], span, evidence)
    if any(text[one.end : other.start] == "" for one, other in pairwise(parts or ())):
        yield Difference(kind=Kind.DAMAGED, text=f"a space lost: {whole}")


def _is_nearer_without_one(words: list[str], text: str) -> bool:
    """Whether what stands there is more like the quoted words without one of them: that one was added."""
    if len(words) < 2:
        return False
    from rapidfuzz.distance import Levenshtein

    without = (" ".join(words[:at] + words[at + 1 :]) for at in range(len(words)))
    return min(Levenshtein.distance(each, text) for each in without) < Levenshtein.distance(
        " ".join(words), text
    )


def _holds_a_word(word: str, text: str, part: Counterpart, evidence: Evidence) -> bool:
    """Whether what stands for one word holds another: a known one, a number, or one that makes it longer."""
    pieces = text[part.start : part.end].split()
    if len(pieces) < 2:
        return False
    if "".join(pieces) == word:
        return all(evidence.is_word(piece, word) for piece in pieces)
    if any(evidence.is_common(piece) or piece.isdigit() for piece in pieces):
        return True
    from rapidfuzz.distance import Levenshtein

    distance = Levenshtein.distance(word, "".join(pieces))
    return any(Levenshtein.distance(word, "".join(rest)) < distance for rest in (pieces[1:], pieces[:-1]))
