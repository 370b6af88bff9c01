"""Where the pages of the print begin, and the numbers that they bear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from claimcheck.documents.readers.hypertext.chapters import Chapter
from claimcheck.documents.readers.hypertext.roles import has_class, has_role
from claimcheck.documents.readers.hypertext.tree import Element
from claimcheck.documents.readers.hypertext.vocabulary import vocabulary

_NUMBER = r"(?:\d{1,5}[a-z]?|[ivxlcdm]{1,12})"
_WORD = r"(?:pages?|pag|pg|p|seite|s|стр|с)"
_LABEL = re.compile(rf"[\[({{]?\s*(?:{_WORD}\b)?[\s._:|-]*({_NUMBER})\s*[\])}}.]?", re.IGNORECASE)
_ID = re.compile(rf"(?:page|pag|pg|seite)[._-]?({_NUMBER})", re.IGNORECASE)
_LONGEST_LABEL = 24
_ANCHORS = ("a", "span", "div", "p", "mbp", "sup", "small")


@frozen
class PageMark:
    """The label of the page that begins here; `is_mark` when the element holds nothing but the mark."""

    label: str
    is_mark: bool


def find_page_marks(chapters: Iterable[Chapter], listed: Mapping[str, str]) -> dict[Element, PageMark]:
    """Return the marks; `listed` are the labels of addresses in the work's own list of its pages."""
    marks = {}
    for chapter in chapters:
        for element in chapter.root.elements():
            # A page can begin with a title of its own only in the work's list.
            if element.attributes and (mark := _mark(element, chapter, listed)) is not None:
                marks[element] = mark
    return marks


def _mark(element: Element, chapter: Chapter, listed: Mapping[str, str]) -> PageMark | None:
    if element.name in vocabulary().left_out:
        return None
    id_ = element.get("id") or element.get("name")
    is_stated = has_role(element, "page")
    label = listed.get(chapter.address(id_), "") if id_ and listed else ""
    by_id = _ID.fullmatch(id_) if id_ and element.name in _ANCHORS else None
    if not (label or is_stated or by_id or has_class(element, "page")):
        return None
    words = element.words(_LONGEST_LABEL)
    inside = _label_of(words)
    is_mark = not words or bool(inside) or (is_stated and len(words) <= _LONGEST_LABEL)
    if label or is_stated:
        return PageMark(label or _stated_label(element) or inside or _last_number(id_) or words, is_mark)
    label = inside or (by_id[1] if by_id else "") or _label_of(element.get("title")) or _last_number(id_)
    return (
        PageMark(label, is_mark=True) if is_mark and label else _of_block(element, label, by_id is not None)
    )


def _of_block(element: Element, label: str, is_told_by_id: bool) -> PageMark | None:
    """Take a block that holds a whole page for its page; a class alone, round other words, is none."""
    return PageMark(label, is_mark=False) if is_told_by_id and element.name == "div" else None


def _stated_label(element: Element) -> str:
    stated = element.get("title") or element.get("aria-label")
    return _label_of(stated) or stated.strip()


def _label_of(words: str) -> str:
    match = _LABEL.fullmatch(words.strip()) if len(words) <= _LONGEST_LABEL else None
    return match[1] if match else ""


def _last_number(id_: str) -> str:
    match = re.search(rf"(?<![^\W_\d]){_NUMBER}\Z|\d{{1,5}}\Z", id_)
    return match.group() if match else ""
