"""Notes as Markdown has them: a mark `[^1]` in the text, and anywhere below a paragraph that it begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.page_map import Note, Page

_LABEL = r"\[\^([^\[\]\s]{1,32})\]"
_MARK = re.compile(rf"{_LABEL}(?!:[ \t])")
_DEFINITION = re.compile(rf"(?:^|(?<=\f)) {{0,3}}{_LABEL}:[ \t]", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n?")
_INDENTED = ("    ", "\t")


def defined_notes(text: str, pages: Sequence[Page]) -> list[Note]:
    """
    Return the notes that are defined in a text, in the order of their definitions.

    A note goes on over the lines below it, and over further paragraphs that are indented. It belongs to
    the page of its first mark; one without a mark, to the page that it stands on.
    """
    if "[^" not in text:
        return []
    marked: dict[str, int] = {}
    for match in _MARK.finditer(text):
        marked.setdefault(match[1], match.start())
    notes: list[Note] = []
    end = 0
    for match in _DEFINITION.finditer(text):
        if match.start() < end:
            continue
        end = _end_of_note(text, match.end())
        at = marked.get(match[1], match.start())
        page = bisect_right(pages, at, key=lambda page: page.start)
        notes.append(Note(label=match[1], page=max(page, 1), parts=_parts(pages, (match.start(), end))))
    return notes


def _end_of_note(text: str, at: int) -> int:
    end, is_blank = at, False
    for match in _LINE.finditer(text, at):
        line = match.group()
        words = line.strip()
        if not line or (is_blank and words and not line.removeprefix("\f").startswith(_INDENTED)):
            break
        if match.start() > at and _DEFINITION.match(text, match.start() + line.startswith("\f")):
            break
        is_blank = not words
        if words:
            end = match.start() + len(line.rstrip())
    return end


def _parts(pages: Sequence[Page], whole: Range) -> tuple[Range, ...]:
    """Return the parts of a range on each of the pages that it touches."""
    parts = ((max(whole[0], page.start), min(whole[1], page.end)) for page in pages)
    return tuple((start, end) for start, end in parts if start < end)
