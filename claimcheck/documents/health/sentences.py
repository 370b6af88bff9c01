"""Sentences that do not read as prose, and texts that break off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from claimcheck.documents.health.lists import function_words, health_lists, limit, listed
from claimcheck.documents.health.subject import WORD, Defect, Subject

_TRIPLE = re.compile(r"(?<![\w'’-])([a-z]{2,12})[ \n]([a-z]{2,12})[ \n]([a-z]{2,12})(?![\w'’-])")
_WORD_AFTER = re.compile(r"[ \n]([a-z]+)(?![\w'’-])")

_STRAY = re.compile(
    r";[,;:](?!\w)|[:,];(?!\w)|,\.(?![\w.])|!,{2,}|\?{4,}|;\.(?!\w)"
    r"|\((?<!\w\()[ \t]{0,3}[,;:.]?[ \t]{0,3}\)|\[(?<!\w\[)[ \t]{0,3}\]|\([ \t]?[,;](?=[ \w])"
)
_GAP = re.compile(r",(?:[ \t]{0,3},)+|:[ \t]{0,3},(?=[ \t]|$)", re.MULTILINE)
_UNPUNCTUATED = re.compile(r"[^.!?;:\n]+")
_SHORTEST_LIST, _LONGEST_LIST = 60, 2_000
_N_WORDS_WITHOUT_FUNCTION = 15
_NEAR = 30

_JOINS = ("'", "’", "-", "(")
_TERMINAL = tuple(".!?…)]}>\"'”’»*_:;—–|")
_MARK_AT_END = re.compile(rf"(?:[{SUPERSCRIPTS}]{{1,3}}|(?<=[.!?…”’\"')\]])\d{{1,3}})\Z")
"""The mark of a note, after which a last sentence has no stop."""

_CONTINUED = tuple(",;)]}»")


def doubled_words(subject: Subject) -> Iterator[Defect]:
    """Yield small words that no grammar doubles: "the the"."""
    never = "|".join(health_lists()["sentences"]["never_doubled"])
    begins = "".join(sorted({word[0] for word in health_lists()["sentences"]["never_doubled"]}))
    doubled = re.compile(rf"\b(?=[{begins}])({never})(?:[ \t]{{1,5}}|[ \t]?\n[ \t]?)\1\b(?![’'-])")
    for match in doubled.finditer(subject.text):
        if subject.text[match.start() - 1 : match.start()] not in _JOINS:
            yield Defect(kind="doubled-word", start=match.start(), end=match.end(), proposal=match[1])


def unsound_sentences(subject: Subject) -> Iterator[Defect]:
    """
    Yield neighbours that English does not allow, and long word lists without a function word.

    Sense is not judged: what is grammatical passes, however strange.
    """
    if subject.language == "en":
        yield from _impossible_pairs(subject)
        yield from _impossible_triples(subject)
        yield from _ranks_without_name(subject)
    yield from _word_lists(subject)


def _impossible_pairs(subject: Subject) -> Iterator[Defect]:
    lists = health_lists()["sentences"]
    first, second = ("|".join(lists[name]) for name in ("determiners", "never_after"))
    pair = re.compile(rf"\b({first})[ \n]({second})\b(?![’'.)-])")
    for match in pair.finditer(subject.text):
        if match[1] != match[2] and subject.text[match.start() - 1 : match.start()] not in _JOINS:
            yield Defect(kind="unsound-sentence", start=match.start(), end=match.end())


def _impossible_triples(subject: Subject) -> Iterator[Defect]:
    lists = [listed("sentences", name) for name in ("conjunctions", "prepositions", "adverbs")]
    conjunction = re.compile(rf"\b(?:{'|'.join(sorted(lists[0]))})(?=[ \n])")
    for begin in conjunction.finditer(subject.text):
        match = _TRIPLE.match(subject.text, begin.start())
        if match and match[2] in lists[1] and match[3] in lists[2]:
            yield Defect(
                kind="unsound-sentence",
                start=match.start(),
                end=match.end(),
                proposal=f"{match[1]} {match[3]}",
            )


@cache
def _before_rank() -> re.Pattern[str]:
    lists = health_lists()["sentences"]
    before, ranks = ("|".join(lists[name]) for name in ("before_rank", "ranks"))
    return re.compile(rf"\b(?:{before})[ \n](?:{ranks})(?=[ \n][a-z])")


def _ranks_without_name(subject: Subject) -> Iterator[Defect]:
    """Yield "of General came": after a preposition a rank without an article needs a name."""
    allowed = listed("sentences", "after_rank")
    for begin in _before_rank().finditer(subject.text):
        match = _WORD_AFTER.match(subject.text, begin.end())
        if match and match[1] not in allowed:
            yield Defect(kind="unsound-sentence", start=begin.start(), end=match.end())


def _word_lists(subject: Subject) -> Iterator[Defect]:
    functions = function_words().get(subject.language)
    if functions is None:
        return
    for match in _UNPUNCTUATED.finditer(subject.text):
        # Nearly every sentence has a function word between two spaces, and need not be taken apart.
        if not functions.isdisjoint(match.group().lower().split()):
            continue
        words = WORD.findall(match.group())
        if (
            len(words) < _N_WORDS_WITHOUT_FUNCTION
            or "," in match.group()
            or functions & {*map(str.lower, words)}
        ):
            continue
        if sum(word.islower() for word in words) * 5 >= len(words) * 4:
            yield Defect(kind="unsound-sentence", start=match.start(), end=match.end())


def stray_marks(subject: Subject) -> Iterator[Defect]:
    """Yield marks that do not follow one another, and empty brackets."""
    for match in _STRAY.finditer(subject.text):
        start, end = subject.word_at(*match.span())
        yield Defect(kind="stray-mark", start=start, end=end)


def gaps(subject: Subject) -> Iterator[Defect]:
    """Yield commas with nothing between them: names that fell out of a list. Gaps close together are one."""
    text, last = subject.text, -1
    for match in _GAP.finditer(text):
        start, end = match.span()
        if start < last:
            continue
        while following := _GAP.search(text, end, _line_end(text, end)):
            end = following.end()
        line_start = text.rfind("\n", max(0, start - _NEAR), start) + 1
        start = max(line_start, text.rfind(" ", max(0, start - _NEAR), max(line_start, start - 1)) + 1)
        last = end
        yield Defect(kind="gap", start=start, end=end)


def _line_end(text: str, offset: int) -> int:
    """Return where a line ends, or the last offset that counts as near."""
    end = text.find("\n", offset, offset + _NEAR)
    return end if end >= 0 else min(len(text), offset + _NEAR)


def cut_off(subject: Subject) -> Iterator[Defect]:
    """Yield the first words of a text that begins inside a sentence, and the last of one that ends inside."""
    body = _body(subject)
    if body is None:
        return
    start, end = body
    first = subject.text[start]
    if first.islower() or first in _CONTINUED:
        yield Defect(kind="cut-off", start=start, end=_after_words(subject.text, start, 4))
    block = subject.text[max(subject.text.rfind("\n\n", start, end) + 2, start, end - 2_000) : end]
    words = WORD.findall(block)
    is_prose = len(words) >= limit("paragraph_words") and sum(map(str.islower, words)) * 2 > len(words)
    is_broken = block.endswith(("-", "‐", "\u00ad")) or (
        is_prose and not _MARK_AT_END.sub("", block).endswith(_TERMINAL)
    )
    if is_broken:
        yield Defect(kind="cut-off", start=_before_words(subject.text, end, 4), end=end)


def _body(subject: Subject) -> tuple[int, int] | None:
    """Return where the body begins and ends, without notes and running heads, trimmed."""
    text, start, end = subject.text, 0, len(subject.text)
    for apart in subject.apart:
        if text[start : apart[0]].strip():
            break
        start = max(start, apart[1])
    for apart in reversed(subject.apart):
        if text[apart[1] : end].strip():
            break
        end = min(end, apart[0])
    start += len(text[start:end]) - len(text[start:end].lstrip("\ufeff \t\r\n\f"))
    end = start + len(text[start:end].rstrip())
    return (start, end) if start < end else None


def _after_words(text: str, start: int, n_words: int) -> int:
    match = re.compile(rf"(?:\S+\s*){{1,{n_words}}}").match(text, start, start + 200)
    return start + len(match.group().rstrip()) if match else start + 1


def _before_words(text: str, end: int, n_words: int) -> int:
    words = text[max(0, end - 200) : end].split()[-n_words:]
    return text.rfind(words[0], 0, end - sum(map(len, words[1:])))
