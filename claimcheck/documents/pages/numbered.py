"""Sections, chapters and paragraphs that bear numbers in the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.blocks import find_blocks
from claimcheck.documents.pages.headings import Section
from claimcheck.documents.pages.locator_parts import Part, Values, roman_number
from claimcheck.documents.pages.locator_terms import forms_of, plain
from claimcheck.documents.pages.page_map import PageMap

_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3}){0,5}[a-e]?(?![^\W_])"
_AFTER_TERM = re.compile(rf"[ .]{{0,3}}({_NUMBER}|[ivxlcdm]{{1,12}}(?![^\W_])|[a-z](?![^\W_]))")
_BARE = re.compile(rf"({_NUMBER})(?:[ .:)–—-]|$)|([ivxlcdm]{{1,12}})(?:[.:)]|$)")
_NUMBER_FIRST = re.compile(r"([0-9]{1,4})\.? (\w{1,20})$")

_SIGNED = re.compile(r"^[ \t]*[§¶]+[ \t]*([0-9]{1,5}[a-e]?)(?![^\W_])", re.MULTILINE)
_BRACKETED = re.compile(r"^[ \t]*(?:\[([0-9]{1,4})\]|\(([0-9]{1,4})\)|([0-9]{1,4})\.)[ \t]", re.MULTILINE)
_ENDED = tuple(".:;!?…)]\"'”’»")
_N_NUMBERED = 3
"""Paragraphs that begin with a plain number before their numbers are taken for those of paragraphs."""

_BARE_TERMS = ("section", "chapter")


def headed_by_number(part: Part, pages: PageMap) -> list[Section] | None:
    """Return the sections whose headings bear a number of this term; None when no heading has one."""
    numbered = [
        (number, each)
        for each in pages.sections
        if each.kind == "section" and (number := heading_number(each.name, part.term))
    ]
    return [each for number, each in numbered if holds_number(part, number)] if numbered else None


def heading_number(name: str, term: str) -> str:
    """
    Return the number that a heading gives its section, empty when it gives none.

    >>> heading_number("Kapitel IV: Abzug", "chapter"), heading_number("2.1 The bridge", "section")
    ('iv', '2.1')
    """
    words = plain(name).strip()
    for form in sorted(forms_of(term), key=len, reverse=True):
        if words.startswith(form) and (match := _AFTER_TERM.match(words, len(form))):
            return match[1]
    if match := _NUMBER_FIRST.match(words):
        return match[1] if match[2] in forms_of(term) else ""
    match = _BARE.match(words) if term in _BARE_TERMS else None
    return (match[1] or match[2]) if match else ""


def holds_number(part: Part, label: str) -> bool:
    """Whether a part names a number, written as it may be: III and 3 are one."""
    return any(
        Values(first=_arabic(each.first), last=_arabic(each.last)).holds(_arabic(label))
        for each in part.values
    )


def _arabic(label: str) -> str:
    number = roman_number(label)
    return str(number[0]) if number else label


@lru_cache(maxsize=4)
def marked_paragraphs(pages: PageMap, term: str) -> tuple[tuple[str, Range], ...]:
    """
    Return the stretches that the text numbers itself, each up to the next one or to a heading.

    "§ 14" or "¶ 14" at the begin of a paragraph numbers either; "[14]", "(14)" and "14." number paragraphs,
    when at least three do. Notes are none.
    """
    marks = list(_marks(_SIGNED, pages))
    if not marks and term == "paragraph":
        marks = list(_marks(_BRACKETED, pages))
        marks = marks if len(marks) >= _N_NUMBERED else []
    headings = [each.start for each in pages.sections]
    ends = sorted([*(start for _label, start in marks), *headings, len(pages.text)])
    return tuple((label, (start, ends[bisect_right(ends, start)])) for label, start in marks)


def _marks(pattern: re.Pattern[str], pages: PageMap) -> Iterator[tuple[str, int]]:
    apart = sorted(part for note in pages.notes for part in note.parts)
    for match in pattern.finditer(pages.text):
        before = pages.text[max(0, match.start() - 2) : match.start()]
        begins = not before.strip() or before.rstrip().endswith(_ENDED)
        if begins and not _is_within(apart, match.end() - 1):
            yield next(filter(None, match.groups())), match.start()


def _is_within(ranges: Sequence[Range], offset: int) -> bool:
    """Whether an offset lies in one of the sorted ranges."""
    index = bisect_right(ranges, offset, key=lambda each: each[0]) - 1
    return index >= 0 and offset < ranges[index][1]


def counted_paragraphs(scope: Sequence[Range], pages: PageMap) -> Iterator[tuple[str, Range]]:
    """
    Yield the paragraphs of each stretch, counted from its begin without headings, notes and running heads.

    A stretch that begins inside a paragraph has two counts, with and without this paragraph.
    """
    furniture = {each for page in pages.pages for each in page.furniture}
    apart = sorted(part for note in pages.notes for part in note.parts)
    headings = {each.start for each in pages.sections if each.kind == "section"}
    for start, end in scope:
        number = 0
        words = pages.text[start:end]
        is_inside = words.lstrip()[:1].islower()
        for block in find_blocks(words):
            at = start + block.start, start + block.end
            if at[0] in headings:
                line_end = pages.text.find("\n", *at)
                at = (line_end + 1 if line_end >= 0 else at[1], at[1])
            if block.label or at in furniture or at[0] >= at[1] or _is_within(apart, at[0]):
                continue
            number += 1
            yield str(number), at
            if is_inside and number > 1:
                yield str(number - 1), at


def place_among(numbered: Iterator[tuple[str, Range]], offset: int) -> str:
    """Return the number of the stretch that an offset lies in, empty when it lies in none."""
    return next((label for label, (start, end) in numbered if start <= offset < end), "")
