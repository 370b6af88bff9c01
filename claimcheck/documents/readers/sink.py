"""Where a reader's text goes: into the builder, or aside until its place comes."""

from __future__ import annotations

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
    """Text that waits: a note until its mark, a box until the paragraph around it ends."""

    _calls: list[tuple[str, str, str]] = field(factory=list)

    def play(self, sink: Sink) -> None:
        """Set it."""
        for name, words, more in self._calls:
            if name == "text":
                sink.text(words)
            elif name == "verbatim":
                sink.verbatim(words)
            elif name == "mark":
                sink.mark(words)
            elif name == "line":
                sink.line()
            elif name == "paragraph":
                sink.paragraph()
            else:
                sink.lose(words, more)

    def text(self, words: str) -> None:
        """Keep running text."""
        self._calls.append(("text", words, ""))

    def verbatim(self, words: str) -> None:
        """Keep text as it is."""
        self._calls.append(("verbatim", words, ""))

    def line(self) -> None:
        """Keep a line end."""
        self._calls.append(("line", "", ""))

    def paragraph(self) -> None:
        """Keep the end of a paragraph."""
        self._calls.append(("paragraph", "", ""))

    def mark(self, label: str) -> None:
        """Keep the mark of a note."""
        self._calls.append(("mark", label, ""))

    def lose(self, code: str, message: str) -> None:
        """Keep a loss."""
        self._calls.append(("lose", code, message))

    def page(self, label: str = "", *, inside_word: bool = False) -> None:
        """Pass over a page end: what stands apart has none of its own."""

    def open_furniture(self) -> None:
        """Pass over it."""

    def open_heading(self, level: int) -> None:
        """Pass over it: what stands apart opens no section."""

    def close_heading(self) -> None:
        """End the paragraph that the heading is here."""
        self.paragraph()
