"""The elements of HTML, set as text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping

from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.hypertext.notes import Note, Notes
from claimcheck.documents.readers.hypertext.page_marks import PageMark
from claimcheck.documents.readers.hypertext.roles import has_class, has_role, is_unseen
from claimcheck.documents.readers.hypertext.tree import Element
from claimcheck.documents.readers.hypertext.vocabulary import vocabulary
from claimcheck.documents.readers.run import LINE, NOTHING, PARAGRAPH, Pending, Run

_HEADING = re.compile(r"h[1-6]")
_CELLS = ("td", "th")
_OF_TABLES = ("tr", "tbody", "thead", "tfoot")
_N_IN_RAISED = 3


class Setter:
    """Sets the files of a work one after another."""

    def __init__(self, made: TextBuilder, notes: Notes, pages: Mapping[Element, PageMark]) -> None:
        self._made, self._notes, self._pages = made, notes, pages
        self._page = Pending()
        self._run = Run(made=made, page=self._page)
        self._heads: list[Element] = []
        self._waiting: deque[Note] = deque()
        self._left = {element: note for element, note in notes.by_element.items() if not note.stays}
        self._raised = {
            around
            for mark in notes.marks
            for around, _n in zip(mark.ancestors, range(_N_IN_RAISED), strict=False)
            if around.name == "sup"
        }

    def set(self, root: Element) -> None:
        """Set a file, from a new paragraph on."""
        self._run = Run(made=self._made, page=self._page, due=PARAGRAPH)
        self._go_through(root)
        self._run.begin_page()
        self._made.close_furniture()

    def finish(self) -> None:
        """Set the notes whose marks are in what was left out."""
        for note in list(self._left.values()):
            if note.element in self._left:
                self._set_note(note)

    def _go_through(self, root: Element) -> None:
        for each, is_end in root.walk(self._enter):
            if isinstance(each, str):
                self._run.set_text(each)
            elif is_end:
                self._leave(each)

    # --- elements --------------------------------------------------------------------------------

    def _enter(self, element: Element) -> bool:
        """Do what an element begins with. Return whether there is something in it to be set."""
        name, words = element.name, vocabulary()
        if name in words.left_out:
            self._leave_out(words.left_out[name], element)
            return False
        is_special = element.attributes or element in self._notes.by_element
        if is_special and not self._enter_special(element):
            return False
        if name in _CELLS:
            self._enter_cell(element)
        elif name == "br" or name in words.lines:
            self._run.part(LINE)
        elif name in words.blocks:
            self._run.part(PARAGRAPH)
        elif _HEADING.fullmatch(name):
            self._run.open_heading(int(name[1]))
        elif name == "sup":
            return self._enter_raised(element)
        elif name == "q":
            self._run.set_text("“")
        self._run.n_verbatim += name == "pre"
        return True

    def _enter_special(self, element: Element) -> bool:
        mark = self._pages.get(element)
        if mark is not None:
            if mark.label != self._page.label:
                self._page.label, self._page.is_due = mark.label, True
            if mark.is_mark:
                return False
        if element in self._notes.marks:
            self._set_mark(element)
        elif element in self._notes.backs:
            self._run.meet_label(element.words(40))
        elif (note := self._notes.by_element.get(element)) is not None:
            if note.stays:
                self._set_note(note)
        elif is_unseen(element):
            self._leave_out("hidden", element)
        elif has_class(element, "unseen") or has_role(element, "contents"):
            self._leave_out("navigation", element)
        else:
            if self._pages and self._run.label is None and has_class(element, "head"):
                self._enter_head(element)
            return True
        return False

    def _enter_head(self, element: Element) -> None:
        run = self._run
        run.begin_page()
        run.due = NOTHING
        run.n_heads += 1
        self._heads.append(element)
        self._made.open_furniture()

    def _enter_raised(self, element: Element) -> bool:
        """Set the marks in raised text one by one, without what brackets or parts them."""
        if element not in self._raised:
            self._run.n_raised += 1
            return True
        for each, is_end in element.walk():
            if isinstance(each, Element) and not is_end and each in self._notes.marks:
                self._set_mark(each)
        return False

    def _enter_cell(self, element: Element) -> None:
        if not _is_in_data(element):
            self._run.part(PARAGRAPH)
            return
        if "rowspan" in element.attributes or "colspan" in element.attributes:
            self._lose("table-grid")
        self._run.enter_cell()

    def _leave(self, element: Element) -> None:
        name, run, words = element.name, self._run, vocabulary()
        if name in _CELLS:
            run.part(NOTHING if run.is_in_cell else PARAGRAPH)
            run.is_in_cell = False
        elif name == "tr":
            run.leave_row()
        elif name in words.lines:
            run.part(LINE)
        elif name in words.blocks:
            run.part(PARAGRAPH)
        elif _HEADING.fullmatch(name):
            run.close_heading()
        elif name == "sup":
            run.n_raised -= 1
        elif name == "q":
            run.set_text("”")
        run.n_verbatim -= name == "pre"
        if self._heads and self._heads[-1] is element:
            self._heads.pop()
            run.n_heads -= 1
            run.due = NOTHING
            if not run.n_heads:
                self._made.close_furniture()

    def _leave_out(self, code: str, element: Element) -> None:
        if code and (code not in ("hidden", "navigation", "gloss") or element.words(1)):
            self._lose(code)

    def _lose(self, code: str) -> None:
        self._made.lose(code, vocabulary().losses[code])

    # --- notes -----------------------------------------------------------------------------------

    def _set_mark(self, element: Element) -> None:
        self._run.set_mark(self._notes.marks[element])
        note = self._notes.begins.get(element)
        if note is not None and not note.stays:
            self._set_note(note)

    def _set_note(self, note: Note) -> None:
        """Set a note; one that is met in another, after it."""
        self._waiting.append(note)
        if self._run.label is not None:
            return
        body = self._run
        while self._waiting:
            note = self._waiting.popleft()
            self._left.pop(note.element, None)
            # The numbers of a numbered list are not written, so that one there is the note's own.
            self._run = Run(
                made=self._made,
                page=self._page,
                label=note.label,
                is_label_written=note.element.name != "li",
            )
            body.begin_page()
            self._made.open_note(note.label)
            self._go_through(note.element)
            self._run.settle()
            self._made.close_note()
        self._run = body


def _is_in_data(cell: Element) -> bool:
    """Whether a cell is one of figures or words in a row, not of a table that lays out a page."""
    for each in cell.ancestors:
        if each.name not in _OF_TABLES:
            return each.name == "table" and not each.breaks_cells
    return False
