"""Where a reader's text goes: into the builder, or aside until its place comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from attrs import define, field


class Sink(Protocol):
    """What sets text. `TextBuilder` explains what each of these does."""

    def text(self, words: str) -> None:
        """Set running text."""

    def verbatim(self, words: str) -> None:
        """Set text whose line ends and spaces count."""

    def line(self) -> None:
        """End the line."""

    def paragraph(self) -> None:
        """End the paragraph."""

    def mark(self, label: str) -> None:
        """Set the mark of a note."""

    def page(self, label: str = "", *, inside_word: bool = False) -> None:
        """Begin a page."""

    def open_furniture(self) -> None:
        """Begin a running head."""

    def open_heading(self, level: int) -> None:
        """Begin a heading."""

    def close_heading(self) -> None:
        """End it."""

    def lose(self, code: str, message: str) -> None:
        """Note something that the text cannot hold."""


@define
class Recording:
    """Text that waits: a note until its mark, a running head until its page, a box until a paragraph ends."""

    _calls: list[Callable[[Sink], None]] = field(factory=list)

    def play(self, sink: Sink) -> None:
        """Set it."""
        for call in self._calls:
            call(sink)

    def text(self, words: str) -> None:
        self._calls.append(lambda sink: sink.text(words))

    def verbatim(self, words: str) -> None:
        self._calls.append(lambda sink: sink.verbatim(words))

    def line(self) -> None:
        self._calls.append(lambda sink: sink.line())

    def paragraph(self) -> None:
        self._calls.append(lambda sink: sink.paragraph())

    def mark(self, label: str) -> None:
        self._calls.append(lambda sink: sink.mark(label))

    def lose(self, code: str, message: str) -> None:
        self._calls.append(lambda sink: sink.lose(code, message))

    def page(self, label: str = "", *, inside_word: bool = False) -> None:
        """Pass over a page end: what stands apart has none of its own."""

    def open_furniture(self) -> None:
        """Pass over it."""

    def open_heading(self, level: int) -> None:
        """Pass over it: what stands apart opens no section."""

    def close_heading(self) -> None:
        """End the paragraph that the heading is here."""
        self.paragraph()
