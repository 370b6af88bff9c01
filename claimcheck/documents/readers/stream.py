"""One stretch of text in the making: the body of a page, or a note."""

from __future__ import annotations

import re

# A single space is no match: most white space is one, and each match takes memory of its own.
_SPACES = re.compile(r" [ \t\r\n\f\v\u2028\u2029]+|[\t\r\n\f\v\u2028\u2029][ \t\r\n\f\v\u2028\u2029]*")


class Stream:
    """Text that grows at its end. Lines end without spaces, and paragraphs with one blank line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self._tail = ""

    @property
    def text(self) -> str:
        """What is set so far."""
        return "".join(self._parts)

    def since(self, at: int) -> str:
        """Return what is set from an offset on."""
        parts: list[str] = []
        missing = self.length - at
        for part in reversed(self._parts):
            if missing <= 0:
                break
            parts.append(part[-missing:])
            missing -= len(part)
        return "".join(reversed(parts))

    @property
    def last(self) -> str:
        """The last character, empty when there is none."""
        return self._tail[-1:]

    def put(self, text: str) -> None:
        """Set text as it is."""
        if text:
            self._parts.append(text)
            self.length += len(text)
            self._tail = (self._tail + text[-2:])[-2:]

    def put_spaced(self, text: str) -> None:
        """Set running text: white space of any length is one space, and none begins a line."""
        text = _SPACES.sub(" ", text)
        self.put(text.removeprefix(" ") if self.last in ("", " ", "\n") else text)

    def end_line(self) -> None:
        """End the line, if one is begun."""
        if self.last == " ":
            self.trim()
        if self.last not in ("", "\n"):
            self.put("\n")

    def end_paragraph(self) -> None:
        """Set a blank line, unless nothing or one stands before it."""
        self.end_line()
        if self._tail not in ("", "\n\n"):
            self.put("\n")

    def trim(self) -> None:
        """Take off spaces and line ends at the end."""
        while self._parts and not self._parts[-1].rstrip(" \n"):
            self.length -= len(self._parts.pop())
        if self._parts:
            kept = self._parts[-1].rstrip(" \n")
            self.length -= len(self._parts[-1]) - len(kept)
            self._parts[-1] = kept
        self._tail = "".join(self._parts[-2:])[-2:]
