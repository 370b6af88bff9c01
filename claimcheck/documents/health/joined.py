"""Letters that fell out of words, and words that run together or apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.health.lists import (
    add_leftovers,
    function_words,
    leftovers,
    plain_words,
    with_ligatures,
)
from claimcheck.documents.health.subject import WORD, Defect, Subject
from claimcheck.documents.judging.evidence import lost_ligatures

_N_COMMON = 3
_SHORTEST_LEFTOVER = 4
_SHORTEST_MODEL = 6
_N_TELLING = 2_000
_N_FOLDED = 500_000
"""Code points from which a text tells that it has lost a ligature everywhere, and how many are looked at."""

_RAISED_BEFORE = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}(?=[^\W\d_]{{2}})")
_NUMBER_AFTER = re.compile(r"([^\W\d_]{4,40})([1-9][0-9]{0,2})")
_NUMBER_BEFORE = re.compile(r"([1-9][0-9]{0,2})([^\W\d_][a-z]{2,40})")
_NAMED_BESIDE = frozenset(":=/-_@#")
"""Beside a word with a number these tell the name of a field or an address."""
_ENDS_WORD = tuple(".,;”’")

_PUNCTUATED = re.compile(
    r"[,;!?](?<=[^\W\d_]{3}[,;!?])(?=[^\W\d_]{2})|:(?<=[^\W\d_]{3}:)(?=[^\W\d_a-zа-яё][^\W\d_])"
    r"|,(?<=[^\W\d_]{3}\.,)(?=[^\W\d_]{2})|\((?<=[^\W\d_]{3}\()(?=[^\W\d_]{2,40}:? )"
)
_LONGEST_ADDRESS = 300
_ADDRESS = re.compile(r"\W{0,3}(?:https?:|www\.|mailto:|[\w.+-]{1,80}@)")

_DIVIDED = re.compile(r"[-\u00ad] (?<=[^\W\d_]{2}[-\u00ad] )(?=[^\W\d_]{2})")


def lost_ligatures_in(subject: Subject) -> Iterator[Defect]:
    """
    Yield words that become words when a lost ligature is put back.

    Models are the words of a list, the names that are known, and the document's own words. What is
    left must be no word itself: long, or met in a document that has lost the ligature everywhere, and
    not used again and again.
    """
    models = _models(subject)
    gone = (
        lost_ligatures(fold(subject.text[:_N_FOLDED]).text)
        if len(subject.text) >= _N_TELLING
        else frozenset()
    )
    suspect = {
        left: models[left]
        for left in subject.counts.keys() & models.keys() - subject.known
        if any(each in models[left] for each in gone)
        or (len(left) >= _SHORTEST_LEFTOVER and subject.counts[left] < _N_COMMON)
    }
    for match in WORD.finditer(subject.text) if suspect else ():
        word = match.group()
        model = suspect.get(word.lower())
        if model is None or not (word.islower() or len(word) >= _SHORTEST_LEFTOVER):
            continue
        if not _is_at_line_end(subject.text, match.span()):
            proposal = model.capitalize() if word[0].isupper() else model
            yield Defect(kind="lost-ligature", start=match.start(), end=match.end(), proposal=proposal)


def _models(subject: Subject) -> dict[str, str]:
    """Return what may be left of words, with a word that it is left of; common words come first."""
    found: dict[str, str] = {}
    own = (word for word, n in subject.counts.items() if n > 1 and len(word) >= _SHORTEST_MODEL)
    for word in (*sorted(subject.known), *with_ligatures(own)):
        add_leftovers(found, word)
    plain = plain_words()
    return {left: word for left, word in found.items() if left not in plain} | leftovers()


def _is_at_line_end(text: str, span: Range) -> bool:
    """Whether a word is one half of a word that a line end divides."""
    start, end = span
    return text.startswith(("-\n", "\u00ad\n"), end) or text.endswith(("-\n", "\u00ad\n"), 0, start)


def glued_numbers(subject: Subject) -> Iterator[Defect]:
    """
    Yield numbers that touch the word after or before them.

    A raised number is a note's mark wherever it touches the next word. A plain one counts when a note of
    the document bears it, or when no other word is numbered so (chapter1, chapter2 are names of fields).
    """
    for match in _RAISED_BEFORE.finditer(subject.text):
        start, end = subject.word_at(match.start(), match.end())
        yield Defect(
            kind="glued-number",
            start=match.start(),
            end=end,
            proposal=f"{match.group()} {subject.text[match.end() : end]}",
        )
    labels = {note.label for note in subject.pages.notes}
    words = [(start, subject.text[start:end]) for start, end in subject.with_figures]
    n_like = Counter(each[1].lower() for _start, word in words if (each := _NUMBER_AFTER.fullmatch(word)))
    for start, word in words:
        beside = (
            subject.text[max(0, start - 1) : start],
            subject.text[start + len(word) : start + len(word) + 1],
        )
        if _NAMED_BESIDE.intersection(beside):
            continue
        if after := _NUMBER_AFTER.fullmatch(word):
            is_name = after[1].isupper() or n_like[after[1].lower()] > 1
            if after[2] in labels or not is_name:
                proposal = f"{after[1]} {after[2]}"
                yield Defect(kind="glued-number", start=start, end=start + len(word), proposal=proposal)
        before = _NUMBER_BEFORE.fullmatch(word)
        if before and before[1] in labels and beside[0] in _ENDS_WORD:
            proposal = f"{before[1]} {before[2]}"
            yield Defect(kind="glued-number", start=start, end=start + len(word), proposal=proposal)


def lost_spaces(subject: Subject) -> Iterator[Defect]:
    """Yield words that touch the punctuation before them. Web addresses have no spaces to lose."""
    for match in _PUNCTUATED.finditer(subject.text):
        nearest = max(0, match.start() - _LONGEST_ADDRESS)
        start = max(subject.text.rfind(each, nearest, match.start()) for each in " \n\t") + 1
        if _ADDRESS.match(subject.text, max(start, nearest)):
            continue
        at = match.start() if match.group() == "(" else match.end()
        is_after_stop = subject.text[match.start() - 1] == "."
        start, end = subject.word_at(match.start() - is_after_stop, match.end())
        if subject.text[start - 1 : start] == "&":
            continue
        proposal = f"{subject.text[start:at]} {subject.text[at:end]}"
        yield Defect(kind="lost-space", start=start, end=end, proposal=proposal)


def broken_words(subject: Subject) -> Iterator[Defect]:
    """
    Yield words divided inside a line: the whole is a word of the document, or its halves are none.

    "Pre- and post-war" is no broken word.
    """
    functions = frozenset().union(*function_words().values())
    for match in _DIVIDED.finditer(subject.text):
        start, end = (
            subject.word_at(match.start(), match.start())[0],
            subject.word_at(match.end(), match.end())[1],
        )
        halves = subject.text[start : match.start()], subject.text[match.end() : end]
        first, second = (half.lower() for half in halves)
        if second in functions or not halves[1].islower():
            continue
        is_word = subject.counts[first + second] > 0 or first + second in subject.known
        no_words = subject.counts[first] == 1 and subject.counts[second] == 1
        if is_word or no_words:
            yield Defect(kind="broken-word", start=start, end=end, proposal="".join(halves))
