"""The text of the body, or of one note, on its way into the builder: what is due before its next word."""

from __future__ import annotations

import re

from attrs import define, field

from claimcheck.documents.readers.note_labels import split_label
from claimcheck.documents.readers.sink import Sink

# What stands between two words, the weaker first: the strongest of what is met counts.
NOTHING, SPACE, CELL, LINE, PARAGRAPH = range(5)

_WHITE = " \t\r\n\f"
_SPACES = re.compile(f" [{_WHITE}]+|[{_WHITE[1:]}][{_WHITE}]*")
_AFTER_LABEL = "])}.:"
_BEFORE_LABEL = frozenset({"[", "(", "{"})
_RAISED = re.compile(r"\d{1,3}")


@define
class Pending:
    """A page that begins before the next word; `label` is that of the page begun last."""

    label: str = ""
    is_due: bool = False


@define
class Run:
    """
    One stretch of text.

    `label` is that of a note, None in the body. `is_label_written` says whether the note itself may begin
    with it; `_lead` is what was met of it before the first words, None after.
    """

    made: Sink
    page: Pending
    label: str | None = None
    is_label_written: bool = True
    due: int = NOTHING
    heading: int = 0
    n_heads: int = 0
    n_verbatim: int = 0
    n_raised: int = 0
    is_in_cell: bool = False
    has_cell: bool = False
    _last: str = ""
    _lead: str | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        if self.label is not None:
            self._lead = ""

    def part(self, due: int) -> None:
        """Part what was set from what follows; in a cell by lines at most, and only after its first words."""
        if not self.is_in_cell:
            self.due = max(self.due, due)
        elif self.due != CELL:
            self.due = max(self.due, min(due, LINE))

    def enter_cell(self) -> None:
        """Begin the first cell of a row, or another one after it."""
        self.is_in_cell = True
        if self.has_cell:
            self.due = CELL

    def leave_row(self) -> None:
        """End a row of cells."""
        self.is_in_cell = self.has_cell = False
        self.due = max(LINE if self.due == CELL else self.due, LINE)

    def open_heading(self, level: int) -> None:
        """Begin a heading, which inside a note or a running head is a mere paragraph."""
        self.part(PARAGRAPH)
        if self.label is None and not self.n_heads:
            self.flush()
            self.heading = level
            self.made.open_heading(level)

    def close_heading(self) -> None:
        """End it."""
        if self.heading:
            self.heading = 0
            self.made.close_heading()
        self.part(PARAGRAPH)

    def set_text(self, words: str) -> None:
        """Set text; white space inside it counts as one space, unless it is verbatim."""
        if self.n_verbatim:
            self.settle()
            self.flush()
            self.made.verbatim(words)
            self._last = words[-1:]
            return
        core = _SPACES.sub(" ", words.strip(_WHITE))
        if words[:1] in _WHITE:
            self.due = max(self.due, SPACE)
        if not core:
            return
        if self._lead is not None:
            core = self._without_label(core)
        if core:
            self._put(core)
        if words[-1] in _WHITE:
            self.due = max(self.due, SPACE)

    def _put(self, core: str) -> None:
        if self.n_raised and _RAISED.fullmatch(core):
            self.set_mark(core)
            return
        self.flush(core[0])
        self.made.text(core)
        self._last = core[-1]
        self.has_cell = self.has_cell or self.is_in_cell

    def set_mark(self, label: str) -> None:
        """Set the mark of a note. Letters would be taken for a part of the word before them."""
        self.settle()
        self.flush()
        is_plain = label.isdecimal() or not any(map(str.isalnum, label))
        self.made.mark(label if is_plain else f"[{label}]")
        self._last = ""

    def flush(self, following: str = "") -> None:
        """Set what is due before a word that begins with `following`."""
        if self.page.is_due:
            is_inside = self.due == NOTHING and self._last.isalpha() and following.isalpha()
            self.begin_page(inside_word=is_inside)
        elif self.due == SPACE:
            self.made.text(" ")
        elif self.due == CELL:
            self.made.verbatim("\t")
        elif self.due == LINE:
            self.made.line()
        elif self.due == PARAGRAPH:
            self.made.paragraph()
        self.due = NOTHING

    def begin_page(self, *, inside_word: bool = False) -> None:
        """Begin the page that is due, in the midst of a heading or running head if need be."""
        if not self.page.is_due:
            return
        self.page.is_due = False
        self.made.page(self.page.label, inside_word=inside_word)
        if self.heading:
            self.made.open_heading(self.heading)
        if self.n_heads:
            self.made.open_furniture()

    # --- the label that a note begins with -------------------------------------------------------

    def meet_label(self, words: str) -> None:
        """Pass over a link back; when it bears the label, what parts it from the note goes too."""
        if self._lead is not None and self._is_label(words):
            self._lead = words

    def settle(self) -> None:
        """Take what was met so far for words of the note itself."""
        lead, self._lead = self._lead, None
        if lead and not self._is_label(lead):
            self._put(lead)

    def _without_label(self, core: str) -> str:
        """Return the first words of a note without its label; nothing while only the label was met."""
        lead = self._lead or ""
        if not self._is_label(lead) and (core in _BEFORE_LABEL or self._is_label(lead + core)):
            self._lead = lead + core
            return ""
        self._lead = None
        self.due = NOTHING
        if self._is_label(lead):
            return core.lstrip(_AFTER_LABEL).lstrip(_WHITE)
        label, rest = split_label(core)
        return rest if label and self.is_label_written and label == self.label else lead + core

    def _is_label(self, words: str) -> bool:
        return bool(self.label) and words.strip("[](){}.: ") == self.label
