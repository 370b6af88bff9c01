"""Where the pages of a text begin, and what stands on each: body, running heads, notes."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, frozen

from claimcheck.documents.folding.fold import Range, Segment
from claimcheck.documents.pages.headings import Section

_FOLIO = re.compile(r"[0-9]+[rv][a-d]?")
_NAMED_LABEL = re.compile(r"^[^\W\d]+[. ]")
"""A label that says itself what it is: "fol. 12v"."""


@frozen(kw_only=True)
class Page:
    """
    A page: its place in the file, counted from 1, and the number printed on it, empty when it has none.

    `furniture` is what the printer added to every page: running heads and page numbers.
    """

    ordinal: int
    label: str
    start: int
    end: int
    furniture: tuple[Range, ...] = ()

    @property
    def name(self) -> str:
        """The page as one cites it."""
        if not self.label:
            return f"page {self.ordinal} of the file"
        if _NAMED_LABEL.search(self.label):
            return self.label
        return f"{'fol.' if _FOLIO.fullmatch(self.label) else 'p.'} {self.label}"


@frozen(kw_only=True)
class Column:
    """A column: its place on its page, counted from 1, what is printed over it ("a", "2"), and its text."""

    ordinal: int
    label: str
    page: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """The column as one cites it."""
        return f"col. {self.label or self.ordinal}"


@frozen(kw_only=True)
class Line:
    """A printed line, with its number as an editor counts it, empty when it bears none."""

    label: str
    start: int
    end: int


@frozen(kw_only=True)
class Note:
    """A note: its printed label, the ordinal of the page that it begins on, and its parts in order."""

    label: str
    page: int
    parts: tuple[Range, ...]


@frozen(kw_only=True, eq=False)
class PageMap:
    """
    The pages of a text in order, its notes, its headed sections, and what precedes page one.

    `columns` and `lines` are those that the file itself marks. Without marked lines, the lines of the
    text count.
    """

    text: str = field(repr=False)
    pages: tuple[Page, ...] = ()
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = ()
    front: Range | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether the printed numbers of the pages are known."""
        return any(page.label for page in self.pages)

    def page_at(self, offset: int) -> Page | None:
        """Return the page at an offset; blank lines after a page belong to it."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[index] if index >= 0 else None

    def note_at(self, offset: int) -> Note | None:
        """Return the note at an offset, None in body text."""
        inside = (note for note in self.notes for start, end in note.parts if start <= offset < end)
        return next(inside, None)

    def column_at(self, offset: int) -> Column | None:
        """Return the column at an offset, None where none is marked."""
        index = bisect_right(self.columns, offset, key=lambda column: column.start) - 1
        return self.columns[index] if index >= 0 and offset < self.columns[index].end else None

    def section_at(self, offset: int) -> Section | None:
        """Return the narrowest section at an offset, None where there are no headings."""
        inside = (section for section in self.sections if section.start <= offset < section.end)
        return max(inside, key=lambda section: section.start, default=None)

    def place(self, offset: int) -> str:
        """
        Return where an offset lies, as one would cite it: page, column and note, else section, else line.

        A note of a text without pages is named alone.
        """
        if self.front is not None and self.front[0] <= offset < self.front[1]:
            return "front matter"
        page = self.page_at(offset)
        is_paged = page is not None and bool(page.label or len(self.pages) > 1)
        steps = [page.name] if page is not None and is_paged else []
        column, note = self.column_at(offset), self.note_at(offset)
        if note is not None:
            steps.append(self._note_name(note, page if is_paged else None))
        elif column is not None:
            steps.append(column.name)
        if steps:
            return ", ".join(steps)
        section = self.section_at(offset)
        return section.place if section else f"line {self.text.count(chr(10), 0, offset) + 1}"

    def _note_name(self, note: Note, page: Page | None) -> str:
        name = f"n. {note.label}" if note.label else "an unnumbered note"
        begun = self.pages[note.page - 1] if page is not None else page
        return name + (f" (begun on {begun.name})" if begun is not None and begun is not page else "")

    def segments(self) -> tuple[Segment, ...]:
        """
        Return the text in the order of reading: front matter, body, notes, running heads.

        The body flows on from page to page, and a note from its first part to its second.
        """
        apart = sorted([part for note in self.notes for part in note.parts] + self._furniture())
        streams = [[self.front]] if self.front else []
        streams.append([piece for page in self.pages for piece in _without((page.start, page.end), apart)])
        streams += [list(note.parts) for note in self.notes]
        streams += [[each] for each in self._furniture()]
        trimmed = ([each for part in stream if (each := self._trim(part))] for stream in streams)
        return tuple(
            Segment(start=start, end=end, flows=index > 0)
            for stream in trimmed
            for index, (start, end) in enumerate(stream)
        )

    def _furniture(self) -> list[Range]:
        return [each for page in self.pages for each in page.furniture]

    def _trim(self, part: Range) -> Range | None:
        words = self.text[slice(*part)]
        start = part[0] + len(words) - len(words.lstrip())
        end = part[0] + len(words.rstrip())
        return (start, end) if start < end else None


def _without(whole: Range, apart: list[Range]) -> list[Range]:
    """Return what is left of a range when the sorted ranges `apart` are taken out of it."""
    left = []
    start, last = whole
    index = bisect_right(apart, start, key=lambda each: each[1])
    while index < len(apart) and apart[index][0] < last:
        left.append((start, apart[index][0]))
        start = apart[index][1]
        index += 1
    left.append((start, last))
    return [(a, b) for a, b in left if a < b]
