"""Running heads and feet of a DOCX file."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from claimcheck.documents.readers.sink import Recording
from claimcheck.documents.readers.word.parts import value
from claimcheck.documents.readers.word.story import Story

_LONGEST = 2_000
"""Code points of a running head that are kept. It is set on every page."""


@define
class _Words(Recording):
    """The words of a head in one line; None stands for the number of the page."""

    pieces: list[str | None] = field(factory=list)

    def text(self, words: str) -> None:
        """Keep text."""
        self.pieces.append(words)

    def verbatim(self, words: str) -> None:
        """Keep text."""
        self.pieces.append(words)

    def mark(self, label: str) -> None:
        """Keep a mark as text."""
        self.pieces.append(label)

    def line(self) -> None:
        """Part two lines by a space."""
        self.pieces.append(" ")

    def paragraph(self) -> None:
        """Part two paragraphs by a space."""
        self.pieces.append(" ")


class HeadStory(Story):
    """Reads a running head, in which a field stands for the number of the page."""

    def __init__(self) -> None:
        self._words = _Words()
        super().__init__(self._words)
        self._instruction: list[str] | None = None
        self._is_instruction = self._is_result = False

    @property
    def has_number(self) -> bool:
        """Whether it tells the number of the page."""
        return None in self._words.pieces

    def words(self, number: str) -> str:
        """Return what it says on the page of this number."""
        words = "".join(number if each is None else each for each in self._words.pieces)
        return " ".join(words[:_LONGEST].split())

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        self._is_instruction = name == "instrText"
        if name == "fldChar":
            self._field(value(attributes, "fldCharType"))
        elif name == "fldSimple" and _is_page(value(attributes, "instr")):
            self._number()
            self._is_result = True
        elif name == "pgNum":
            self._number()
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """Leave it."""
        if name == "fldSimple":
            self._is_result = False
        super().end(name)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._instruction = []
        elif kind == "separate":
            self._end_instruction()
        elif kind == "end":
            self._end_instruction()
            self._is_result = False

    def _end_instruction(self) -> None:
        if self._instruction is not None and _is_page("".join(self._instruction)):
            self._number()
            self._is_result = True
        self._instruction = None

    def _number(self) -> None:
        self.run.flush()
        self._words.pieces.append(None)

    def text(self, words: str) -> None:
        """Meet text; the number of some page that Word left in the field is none."""
        if self._is_instruction and self._instruction is not None:
            self._instruction.append(words)
        elif not self._is_result:
            super().text(words)


def _is_page(instruction: str) -> bool:
    return instruction.split()[:1] == ["PAGE"]
