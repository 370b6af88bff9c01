"""Pages that a machine has recognised: regions of printed lines, each with its part on the page."""

from __future__ import annotations

import re
from functools import cache

from attrs import define, field

from claimcheck.data import read_table
from claimcheck.documents.folding.characters import SOFT_HYPHEN
from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.note_labels import split_label

FURNITURE, NUMBER, NOTE, HEADING = "furniture", "number", "note", "heading"

_NUMBER = re.compile(r"\d{1,5}|[ivxlcdm]{1,9}", re.IGNORECASE)
_QUALIFIED = re.compile(r"[:#]")
_NO_LETTERS = re.compile(r"[\W\d_]+")


@cache
def _roles() -> dict[str, str]:
    lists = read_table("regions.toml")
    return {name: role for role, names in lists.items() for name in names}


def role_of(name: str) -> str:
    """
    Return the part that a region of this name has on the page, empty for a paragraph.

    >>> role_of("page-number"), role_of("MarginTextZone:note#2"), role_of("paragraph")
    ('number', 'note', '')
    """
    return _roles().get(_NO_LETTERS.sub("", _QUALIFIED.split(name, maxsplit=1)[0]).casefold(), "")


@define
class PrintedRegions:
    """
    Sets regions and their lines. A region without a part of its own has that of the one around it.

    The label of a note is the number that its first line begins with; a later line that begins with the
    next number begins another note. A region goes on in the next one when it ends with a hyphen.
    """

    made: TextBuilder = field(factory=TextBuilder)
    _roles: list[str] = field(factory=list)
    _is_divided: bool = False
    _is_first: bool = True
    _note: str | None = None

    @property
    def _role(self) -> str:
        return self._roles[-1] if self._roles else ""

    def page(self, label: str = "") -> None:
        """Begin a page."""
        self._end_note()
        self.made.page(label, inside_word=self._is_divided)
        self._is_divided, self._is_first = False, True

    def open(self, role: str) -> None:
        """Begin a region."""
        self._end_note()
        self._roles.append(role or self._role)
        self._is_first = True
        if role in (FURNITURE, NUMBER):
            self.made.open_furniture()
        elif role == HEADING:
            self.made.open_heading(1)
        elif not self._role:
            self._part()

    def close(self) -> None:
        """End it."""
        self._end_note()
        role = self._roles.pop()
        if role in (FURNITURE, NUMBER) and self._role != role:
            self.made.close_furniture()
        elif role == HEADING and self._role != role:
            self.made.close_heading()
        elif not role:
            self._part()
        self._is_first = True

    def _part(self) -> None:
        if self._is_divided:
            self.made.line(inside_word=True)
        else:
            self.made.paragraph()

    def line(self, words: str, *, is_divided: bool = False) -> None:
        """Set a printed line. `is_divided` says that its last word goes on in the next, hyphen or not."""
        words = words.strip()
        if not words:
            return
        if self._role == NOTE:
            words = self._note_line(words)
        elif not self._is_first:
            self.made.line(inside_word=self._is_divided)
        if self._role == NUMBER and (number := _NUMBER.fullmatch(words.strip(" -–—[]()."))):
            self.made.label_page(number.group())
        self.made.text(words)
        self._is_first = False
        if self._role in ("", NOTE):
            self._is_divided = is_divided or words.endswith(("-", SOFT_HYPHEN))

    def _note_line(self, words: str) -> str:
        label, rest = split_label(words)
        if self._note is None or (
            label.isdecimal() and self._note.isdecimal() and int(label) == int(self._note) + 1
        ):
            self._end_note()
            self.made.open_note(label)
            self._note = label
            return rest
        self.made.line(inside_word=self._is_divided)
        return words

    def _end_note(self) -> None:
        if self._note is not None:
            self.made.close_note()
            self._note, self._is_divided = None, False
