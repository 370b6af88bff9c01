"""Text set line by line by a reader of marked-up files, and the map that grows with it."""

from __future__ import annotations

from attrs import define, evolve, field

from claimcheck.documents.folding.characters import SOFT_HYPHEN, SUPERSCRIPTS
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.headings import sections_below
from claimcheck.documents.pages.page_map import Column, Line, Note, Page, PageMap
from claimcheck.documents.readers.stream import Stream
from claimcheck.documents.readers.transcript import Loss, RefusedError, Transcript

LARGEST_TEXT = 32 * 2**20
"""Code points, of four bytes each at worst. A thousand-page book has about three million."""

MOST_MARKS = 500_000
"""Pages, columns, lines, notes and headings. A thousand-page book has about fifty thousand lines."""

LONGEST_NAME = 300
"""Code points of a heading or label that are kept as its name."""

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


@define(kw_only=True)
class _OpenNote:
    """A note in the making; `stream` is what is set of it on the present page, `parts` what stands before."""

    ordinal: int
    label: str
    page: int
    stream: Stream = field(factory=Stream)
    parts: list[Range] = field(factory=list)


class TextBuilder:
    """
    Sets text in the order in which a file gives it, and maps its pages, columns, lines and notes.

    Whatever is set between `open_note` and `close_note` is the note's, and stands after the body of its page;
    a note that goes on over a page end has a part on either page. Running heads, page numbers and the like
    are set between `open_furniture` and `close_furniture`. White space in running text counts as one space.
    Nothing raises for a disorderly file: what is closed without being open is passed over, and what is left
    open ends with the text. `RefusedError` is raised when the text outgrows `LARGEST_TEXT`,
    and the map `MOST_MARKS`.
    """

    def __init__(self) -> None:
        self._done: list[str] = []
        self._base = self._n_set = self._n_marks = 0
        self._body = Stream()
        self._open: list[_OpenNote] = []
        self._ended: list[_OpenNote] = []
        self._furniture: list[Range] = []
        self._furniture_at: int | None = None
        self._heading: tuple[int, int] | None = None
        self._headings: list[tuple[int, str, int]] = []
        self._pages: list[Page] = []
        self._label = ""
        self._is_first = True
        self._columns: list[tuple[str, int, int]] = []
        self._lines: list[tuple[str, int]] = []
        self._notes: list[_OpenNote] = []
        self._n_notes = 0
        self._losses: dict[str, Loss] = {}

    # --- running text ----------------------------------------------------------------------------

    @property
    def _stream(self) -> Stream:
        return self._open[-1].stream if self._open and self._furniture_at is None else self._body

    def text(self, words: str) -> None:
        """Set running text."""
        self._stream.put_spaced(words)
        self._count(words)

    def verbatim(self, words: str) -> None:
        """Set text whose line ends and spaces count."""
        self._stream.put(words.replace("\r\n", "\n").replace("\r", "\n"))
        self._count(words)

    def _count(self, words: str) -> None:
        self._n_set += len(words)
        if self._n_set > LARGEST_TEXT:
            raise RefusedError(
                f"holds more than {LARGEST_TEXT // 2**20} million characters",
                "split it into several documents",
            )

    def _count_mark(self) -> None:
        self._n_marks += 1
        if self._n_marks > MOST_MARKS:
            raise RefusedError(
                f"marks more than {MOST_MARKS:,} pages, lines, notes and headings",
                "split it into several documents",
            )

    def line(self, label: str = "", *, inside_word: bool = False) -> None:
        """End the line. `label` numbers the next one; `inside_word` says that a word goes on in it."""
        stream = self._stream
        if inside_word:
            self._break_word()
        stream.end_line()
        if label and not self._open:
            self._count_mark()
            self._lines.append((label[:LONGEST_NAME], self._here))

    def paragraph(self) -> None:
        """End the paragraph, if one is begun."""
        self._stream.end_paragraph()

    def _break_word(self) -> None:
        stream = self._stream
        stream.trim()
        if stream.last.isalpha():
            stream.put(SOFT_HYPHEN)

    @property
    def _here(self) -> int:
        return self._base + self._body.length

    # --- pages and columns -----------------------------------------------------------------------

    def page(self, label: str = "", *, inside_word: bool = False) -> None:
        """Begin a page that bears this label. Text before the first one has a page without a label."""
        label = label.strip()[:LONGEST_NAME]
        if self._is_first and not (self._body.length or self._open or self._ended):
            self._label, self._is_first = label, False
            return
        if inside_word:
            self._break_word()
        self._end_page()
        self._label, self._is_first = label, False

    def label_page(self, label: str) -> None:
        """Give the present page the number that is printed on it, unless it has a label."""
        self._label = self._label or label.strip()[:LONGEST_NAME]

    def column(self, label: str = "") -> None:
        """Begin a column of the page."""
        self._count_mark()
        self._body.end_line()
        self._columns.append((label[:LONGEST_NAME], len(self._pages) + 1, self._here))

    def _end_page(self, *, is_last: bool = False) -> None:
        self.close_furniture()
        self._close_heading_here()
        self._count_mark()
        start, ordinal = self._base, len(self._pages) + 1
        self._body.trim()
        for note in sorted([*self._ended, *self._open], key=lambda each: each.ordinal):
            self._set_note(note)
        end = self._here
        self._pages.append(
            Page(ordinal=ordinal, label=self._label, start=start, end=end, furniture=tuple(self._furniture))
        )
        self._furniture = []
        if not is_last:
            self._body.end_paragraph()
        self._done.append(self._body.text)
        self._base += self._body.length
        self._body = Stream()
        self._notes += [note for note in self._ended if note.parts]
        self._ended = []
        for note in self._open:
            note.stream = Stream()

    def _set_note(self, note: _OpenNote) -> None:
        note.stream.trim()
        words = note.stream.text.strip()
        if not words:
            return
        self._body.end_paragraph()
        is_numbered = not note.parts and note.label.isdecimal() and note.label.isascii()
        start = self._here
        self._body.put(f"{note.label.translate(_RAISED)} {words}" if is_numbered else words)
        note.parts.append((start, self._here))

    # --- what stands apart -----------------------------------------------------------------------

    def mark(self, label: str) -> None:
        """Set the mark of a note, raised when it is a number; other marks are set as they are."""
        self._stream.put(label.translate(_RAISED) if label.isascii() and label.isdecimal() else label)

    def open_note(self, label: str = "") -> None:
        """Begin a note. One that begins inside another is a note of its own."""
        self._count_mark()
        self._n_notes += 1
        self._open.append(
            _OpenNote(ordinal=self._n_notes, label=label.strip()[:LONGEST_NAME], page=len(self._pages) + 1)
        )

    def close_note(self) -> None:
        """End the note that was begun last."""
        if self._open:
            self._ended.append(self._open.pop())

    def open_furniture(self) -> None:
        """Begin a running head or page number, on a line of its own."""
        if self._furniture_at is None:
            self._body.end_line()
            self._furniture_at = self._here

    def close_furniture(self) -> None:
        """End it."""
        if self._furniture_at is not None:
            self._body.trim()
            if self._here > self._furniture_at:
                self._furniture.append((self._furniture_at, self._here))
                self._body.end_line()
            self._furniture_at = None

    def open_heading(self, level: int) -> None:
        """Begin a heading; level 1 is the highest."""
        self._close_heading_here()
        if not self._open and self._furniture_at is None:
            self._body.end_paragraph()
            self._heading = (level, self._here)

    def close_heading(self) -> None:
        """End the heading, and with it the paragraph."""
        self._close_heading_here()
        self.paragraph()

    def _close_heading_here(self) -> None:
        if self._heading is None:
            return
        level, start = self._heading
        name = " ".join(self._body.since(start - self._base).split())[:LONGEST_NAME]
        if name:
            self._count_mark()
            self._headings.append((level, name, start))
        self._heading = None

    def lose(self, code: str, message: str) -> None:
        """Note something that the text cannot hold. Further ones of the same code are counted only."""
        first = self._losses.get(code)
        self._losses[code] = (
            evolve(first, count=first.count + 1)
            if first
            else Loss(code=code, message=message, start=self._here)
        )

    # --- the end ---------------------------------------------------------------------------------

    def build(self, format_: str) -> Transcript:
        """Return the text and its map."""
        while self._open:
            self.close_note()
        self._end_page(is_last=True)
        text = "".join(self._done)
        return Transcript(
            text=text,
            pages=PageMap(
                text=text,
                pages=tuple(self._pages),
                columns=self._built_columns(),
                lines=self._built_lines(len(text)),
                notes=tuple(
                    Note(label=each.label, page=each.page, parts=tuple(each.parts))
                    for each in sorted(self._notes, key=lambda each: each.ordinal)
                ),
                sections=sections_below(self._headings, len(text)),
            ),
            format=format_,
            losses=tuple(self._losses.values()),
        )

    def _built_columns(self) -> tuple[Column, ...]:
        columns: list[Column] = []
        starts = [*(start for _label, _page, start in self._columns), self._base][1:]
        for (label, page, start), following in zip(self._columns, starts, strict=True):
            ordinal = columns[-1].ordinal + 1 if columns and columns[-1].page == page else 1
            last = self._pages[page - 1].end
            begin, end = min(start, last), max(start, min(following, last))
            columns.append(Column(ordinal=ordinal, label=label, page=page, start=begin, end=min(end, last)))
        return tuple(columns)

    def _built_lines(self, end: int) -> tuple[Line, ...]:
        starts = [*(start for _label, start in self._lines), end][1:]
        return tuple(
            Line(label=label, start=min(start, end), end=following)
            for (label, start), following in zip(self._lines, starts, strict=True)
        )
