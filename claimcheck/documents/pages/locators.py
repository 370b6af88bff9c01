"""The stretches of a text that a locator means, by what the map of the text knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.pages.lines import numbered_lines
from claimcheck.documents.pages.locator_parts import Locator, Part, Values
from claimcheck.documents.pages.locator_reader import parse_locator
from claimcheck.documents.pages.numbered import (
    counted_paragraphs,
    headed_by_number,
    marked_paragraphs,
    place_among,
)
from claimcheck.documents.pages.page_map import Column, Note, Page, PageMap

__all__ = ["Locator", "Part", "Values", "cited_ranges", "parse_locator", "place_as_cited"]

_HEADED = (
    "volume", "part", "book", "title", "chapter", "section", "article", "appendix", "canon", "rule",
    "surah", "act", "scene", "stanza", "supplement",
)  # fmt: skip
"""Terms that headings may number, from the widest to the narrowest."""

_N_LETTERS = 26


def cited_ranges(locators: tuple[Locator, ...], pages: PageMap) -> tuple[Range, ...] | None:
    """
    Return where a passage should stand; None when the locators constrain nothing.

    A locator binds by what the map knows: a page number where page numbers are known, a column where
    columns are marked, a note where notes were found, a section where there are headings. Empty means
    that the map knows such places, and not this one. The lines of a page are counted without blank
    lines and running heads unless the file marks its lines, those of a text without a page as an
    editor numbers them.
    """
    found: list[Range] = []
    for locator in locators:
        ranges = _Cited(locator, pages).ranges()
        if ranges is None:
            return None
        found += ranges
    return tuple(found) if locators else None


class _Cited:
    """One locator held against a map: from the widest part to the narrowest."""

    def __init__(self, locator: Locator, pages: PageMap) -> None:
        self.locator = locator
        self.pages = pages
        self.on: Sequence[Page] = pages.pages
        self.scope: list[Range] | None = None
        self.is_paged = False

    def ranges(self) -> list[Range] | None:
        for part in self.locator.parts:
            if part.term in _HEADED or part.term in ("box", "lead", "sub-verbo"):
                self._narrow(headed_ranges(part, self.pages))
        for step in (self._pages, self._columns, self._notes, self._paragraphs, self._lines):
            step()
        return self.scope

    def _narrow(self, ranges: list[Range] | None) -> None:
        if ranges is not None:
            self.scope = ranges if self.scope is None else list(_common(self.scope, ranges))

    def _pages(self) -> None:
        part = self.locator.part("page", "folio")
        if part is None or not (
            self.pages.is_numbered if part.term == "page" else any(map(_is_folio, self.pages.pages))
        ):
            return
        self.is_paged = True
        self.on = [page for page in self.pages.pages if part.holds(_plain_label(page.label))]
        self._narrow([(page.start, page.end) for page in self.on])

    def _columns(self) -> None:
        part = self.locator.part("column")
        ordinals = {page.ordinal for page in self.on}
        columns = [column for column in self.pages.columns if column.page in ordinals]
        if part is not None and columns:
            self.is_paged = True
            self._narrow([(each.start, each.end) for each in columns if _holds_column(part, each)])

    def _notes(self) -> None:
        """A note stands at the end of its page or of the text: a section and a column don't bind it."""
        part = self.locator.part("note")
        if part is None or not self.pages.notes:
            return
        found = list(_note_ranges(part, self.on, self.pages))
        here = list(_common(self.scope, found)) if self.scope is not None else []
        self.scope = here or found
        self.is_paged = True

    def _paragraphs(self) -> None:
        part = self.locator.part("paragraph")
        if part is None:
            return
        marked = marked_paragraphs(self.pages, "paragraph")
        if marked:
            self._narrow([at for label, at in marked if part.holds(label)])
        elif self.scope is not None:
            counted = counted_paragraphs(self.scope, self.pages)
            self._narrow([at for label, at in counted if part.holds(label)])

    def _lines(self) -> None:
        """Lines are counted in pages, columns and notes; a section's lines are those of the file."""
        part = self.locator.part("line")
        if part is not None:
            lines = numbered_lines(self.scope if self.is_paged else None, self.pages)
            self._narrow([at for label, at in lines if part.holds(label)])


@lru_cache(maxsize=10_000)
def _plain_label(label: str) -> str:
    """Return what a page bears without the word for it: "fol. 12 verso" and "[12v]" are 12v."""
    label = label.strip("[]() .")
    if label.isalnum() and label.isascii():
        return label
    part = next((place.part("page", "folio") for place in parse_locator(label)), None)
    return part.values[0].first if part else label


def _is_folio(page: Page) -> bool:
    label = _plain_label(page.label)
    return label[:1].isdigit() and label[-1:] in ("r", "v")


def _holds_column(part: Part, column: Column) -> bool:
    """Whether a column is cited, by what is printed over it, else by its place on the page: 1 or a."""
    if column.label:
        return part.holds(column.label)
    letter = chr(ord("a") + column.ordinal - 1) if column.ordinal <= _N_LETTERS else ""
    return part.holds(str(column.ordinal)) or part.holds(letter)


def _note_ranges(part: Part, on: Sequence[Page], pages: PageMap) -> Iterator[Range]:
    """Yield the parts of the notes that begin on these pages, or have a part on one of them."""
    ordinals = {page.ordinal for page in on}
    for number, note in _numbered_notes(pages):
        if part.holds(number) and (not pages.pages or _stands_on(note, ordinals, on)):
            yield from note.parts


def _stands_on(note: Note, ordinals: set[int], on: Sequence[Page]) -> bool:
    return note.page in ordinals or any(
        page.start <= start < page.end for page in on for start, _end in note.parts
    )


def _numbered_notes(pages: PageMap) -> Iterator[tuple[str, Note]]:
    """Yield the notes with their labels, those without one with their place among those of their page."""
    n_on_page: dict[int, int] = {}
    for note in pages.notes:
        n_on_page[note.page] = n_on_page.get(note.page, 0) + 1
        yield note.label or str(n_on_page[note.page]), note


def headed_ranges(part: Part, pages: PageMap) -> list[Range] | None:
    """Return the stretches under the headings that a part names, None when headings cannot tell."""
    if part.term in ("box", "lead"):
        opening = [(each.start, each.end) for each in pages.sections if each.kind == part.term]
        return opening if pages.sections else None
    if part.name:
        named = _named_ranges(part.name, pages)
        return named if pages.sections and (named or part.term != "sub-verbo") else None
    headed = headed_by_number(part, pages)
    if headed is not None:
        return [(each.start, each.end) for each in headed]
    marked = marked_paragraphs(pages, "section") if part.term == "section" else []
    return [at for label, at in marked if part.holds(label)] if marked else None


def _named_ranges(name: str, pages: PageMap) -> list[Range]:
    wanted = fold(name).text.strip()
    named = [(fold(each.name).text.strip(), each) for each in pages.sections if each.kind == "section"]
    equal = [each for other, each in named if other == wanted]
    return [(each.start, each.end) for each in equal or [each for other, each in named if wanted in other]]


def _common(first: Sequence[Range], second: Sequence[Range]) -> Iterator[Range]:
    for a, b in first:
        for c, d in second:
            if max(a, c) < min(b, d):
                yield max(a, c), min(b, d)


def place_as_cited(locators: tuple[Locator, ...], pages: PageMap, offset: int) -> str:
    """
    Return where an offset lies in the terms of a citation: with its section, line or paragraph if cited so.
    """
    place = pages.place(offset)
    terms = {part.term for locator in locators for part in locator.parts}
    unit = _unit_at(pages, offset, terms)
    if "section" in terms and not place.startswith("section"):
        marked = place_among(iter(marked_paragraphs(pages, "section")), offset)
        section = pages.section_at(offset)
        place += f", § {marked}" if marked else f", {section.place}" if section else ""
    if "paragraph" in terms:
        numbered = marked_paragraphs(pages, "paragraph")
        number = place_among(iter(numbered) if numbered else counted_paragraphs(unit or [], pages), offset)
        place += f", para. {number}" if number else ""
    if "line" in terms and not place.startswith("line"):
        number = place_among(numbered_lines(unit, pages), offset)
        place += f", l. {number}" if number else ""
    return place


def _unit_at(pages: PageMap, offset: int, terms: set[str]) -> list[Range] | None:
    """Return the note, column or page in which an offset is counted, None when that is the whole text."""
    note = pages.note_at(offset)
    if note is not None and "note" in terms:
        return list(note.parts)
    column = pages.column_at(offset)
    if column is not None and "column" in terms:
        return [(column.start, column.end)]
    page = pages.page_at(offset)
    return [(page.start, page.end)] if page is not None and terms & {"page", "folio"} else None
