"""One word of a quotation against what stands for it: damage, a doubt, or another word."""

from __future__ import annotations

import re

from claimcheck.documents.judging.confusions import (
    Misreading,
    confusions,
    misread,
)
from claimcheck.documents.judging.differences import Kind
from claimcheck.documents.judging.endings import BEGINNINGS, ENDINGS, fits, stems
from claimcheck.documents.judging.evidence import Evidence
from claimcheck.documents.judging.verdict import Substitution, Verdict
from claimcheck.documents.judging.vocabulary import (
    CLITICS,
    CONFUSABLE,
    NEGATIVE_PREFIXES,
    REAL_LEFTOVERS,
    without_ligatures,
)
from claimcheck.documents.judging.word_lists import is_strange, known_words

_N_COMMON = 3
_SHORTEST_CLEAR = 5
_OF_ONE_STEP = 3
_SHORTEST_BEGUN = 4
"""Letters of a word that a single letter before it makes another: amoral, awake, but not "athe"."""
_MARKS = re.compile(r"[^\w\s]")
_LETTER = re.compile(r"[^\W\d_]")


LIGATURE_LOST = "ligature lost"

_ANOTHER = Verdict(Kind.ALTERED)
_ONE_LETTER = Verdict(Kind.DOUBTFUL, "one letter")
_UNCLEAR = Verdict(Kind.DOUBTFUL, "misread, or another word")
_MISREAD = Verdict(Kind.DAMAGED, "misread")
_FIRST_LETTER_LOST = Verdict(Kind.DAMAGED, "first letter lost")


def judge_substitution(given: Substitution, evidence: Evidence) -> Verdict:
    """Return what it amounts to that one form stands for another; a text has the same ones often."""
    verdict = evidence.verdicts.get(given)
    if verdict is None:
        verdict = evidence.verdicts[given] = _judge(given, evidence)
    return verdict


def _judge(given: Substitution, evidence: Evidence) -> Verdict:
    word, read = given.word, given.read
    if not word.isalpha() or not (_LETTER.search(read) or given.is_bound):
        return _ANOTHER
    kind = _kind_of_lost_ligature(word, read, evidence)
    if kind is not None:
        return Verdict(kind, LIGATURE_LOST)
    is_part = read == "t" and not given.is_bound
    if not is_part and differ_by_negation(word, read, evidence):
        return _ANOTHER
    if given.has_lost_capital and not (given.is_name and evidence.is_word(read, word)):
        return _FIRST_LETTER_LOST
    if not given.is_mixed and _is_another_word(given, evidence):
        return _two_words(given)
    found = misread(word, read, is_capital=given.is_capital)
    is_unheard_of = not found.is_listed and not evidence.is_worn
    if is_unheard_of or not _is_bearable(given, found):
        is_open = evidence.is_worn and found.n_steps == 1 and not given.is_name
        return _UNCLEAR if is_open else _two_words(given)
    if _is_damage(given, found, evidence):
        return _MISREAD
    return _UNCLEAR if found.n_steps > 1 else _ONE_LETTER


def _is_another_word(given: Substitution, evidence: Evidence) -> bool:
    """Whether what was read is a word by itself, marks left out: "party'" for "part"."""
    word, read = given.word, given.read
    if given.is_bound:
        return read in CLITICS
    if read.isalpha():
        return evidence.is_word(read, word) or (not given.is_name and _is_inflected(word, read, evidence))
    letters = _MARKS.sub("", read)
    return letters.isalpha() and letters != word and evidence.is_word(letters, word)


def _is_inflected(word: str, read: str, evidence: Evidence) -> bool:
    """Whether two words have one stem and another ending, or beginning: fort and forts, turn and return."""
    longer, shorter = (word, read) if len(word) > len(read) else (read, word)
    if longer.startswith(shorter):
        ending = longer[len(shorter) :]
        if word in evidence.listed and shorter == read:
            # It was looked up already, and is no word: "thi" is not "this" without an ending.
            return False
        return ending in ENDINGS or (fits(shorter, ending) and evidence.is_word(shorter, longer))
    if longer.endswith(shorter):
        beginning = longer[: -len(shorter)]
        return (
            beginning in BEGINNINGS
            and not _is_too_short(beginning, shorter)
            and evidence.is_word(shorter, longer)
        )
    if word[:3] != read[:3]:
        return False
    return any(evidence.is_stem(stem, word) for stem in stems(word) & stems(read))


def _is_too_short(beginning: str, word: str) -> bool:
    return len(beginning) == 1 and len(word) < _SHORTEST_BEGUN


def _two_words(given: Substitution) -> Verdict:
    return _ONE_LETTER if is_confusable(given.word, given.read) else _ANOTHER


def _is_bearable(given: Substitution, found: Misreading) -> bool:
    n_letters = max(len(given.word), len(given.read))
    if len(given.word) <= _OF_ONE_STEP and found.n_steps > 1:
        return False
    beyond = found.cost - confusions().bears(n_letters)
    return beyond <= 0 or (beyond <= confusions().strange and is_strange(given.read))


def _is_damage(given: Substitution, found: Misreading, evidence: Evidence) -> bool:
    """Whether nothing but damage explains what was read, which is no word."""
    word, read = given.word, given.read
    if given.is_bound and word in CLITICS:
        return (found.is_listed or evidence.is_worn) and not any(
            misread(each, read).cost <= found.cost for each in CLITICS - {word}
        )
    if word in evidence.negations or word in evidence.figures:
        is_clear = is_strange(read) or len(word) >= _SHORTEST_CLEAR
        is_plain = found.is_listed or (evidence.is_worn and is_clear)
        return is_plain and found.n_steps == 1 and not _is_near_another(read, word, found, evidence)
    if found.is_listed:
        if evidence.is_worn:
            return evidence.explains(word, read, found.share)
        may_be = not read.isalpha() or _is_sure(given, evidence)
        return may_be and not evidence.rivals(read, found.cost, word)
    return evidence.is_worn and _bears_losses(given, found, evidence)


def _is_sure(given: Substitution, evidence: Evidence) -> bool:
    """Whether the quoted word stands elsewhere in the text, or is known without it."""
    if given.word in evidence.counts:
        return True
    return given.word in evidence.names if given.is_name else evidence.is_derived(given.word)


def _bears_losses(given: Substitution, found: Misreading, evidence: Evidence) -> bool:
    """
    Whether letters lost, put in or wholly other may be taken for damage, in a text known for its damage.

    In a name only when the text or the dossier has it elsewhere: else it may be another name.
    """
    word, read = given.word, given.read
    if given.is_name and not _is_sure(given, evidence):
        return False
    return evidence.explains(word, read, found.share) and not evidence.is_explained_by_ending(
        word, read, found.share
    )


def _is_near_another(read: str, word: str, found: Misreading, evidence: Evidence) -> bool:
    """Whether another number, month or negation is near to what was read, or a known word as near."""
    others = evidence.others_near(read, word)
    if any(not found.is_listed or misread(form, read).cost <= found.cost for form in others):
        return True
    if evidence.is_worn:
        return not evidence.explains(word, read, found.share)
    return bool(evidence.rivals(read, found.cost, word))


def _kind_of_lost_ligature(quoted: str, printed: str, evidence: Evidence) -> Kind | None:
    """
    Judge a word of which one side lacks ligatures that the other has; None when that is not the case.

    It is damage when what is left is no word. A leftover that the document uses again and again is
    taken for a word, unless the document has lost that ligature everywhere.
    """
    longer, shorter = sorted((quoted, printed), key=len, reverse=True)
    if "f" not in longer or shorter not in without_ligatures(longer):
        return None
    if shorter in REAL_LEFTOVERS or shorter in known_words() or differ_by_negation(quoted, printed, evidence):
        return Kind.DOUBTFUL
    lost = any(ligature in longer for ligature in evidence.lost_ligatures)
    is_common = evidence.counts.get(shorter, 0) >= _N_COMMON
    return Kind.DOUBTFUL if is_common and not lost else Kind.DAMAGED


def differ_by_negation(one: str, other: str, evidence: Evidence) -> bool:
    """Whether only one of two words denies, by itself or by its first syllable."""
    if one in evidence.negations and (other in known_words() or other in evidence.negations):
        return True
    if other in evidence.negations:
        return True
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    prefix = longer[: len(longer) - len(shorter)]
    if not longer.endswith(shorter) or prefix not in NEGATIVE_PREFIXES:
        return False
    if _is_too_short(prefix, shorter):
        return False
    return shorter == one or not evidence.is_worn or evidence.is_word(shorter, longer)


def is_confusable(one: str, other: str) -> bool:
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
