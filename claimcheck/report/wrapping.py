"""Text broken into lines of a given width."""

from __future__ import annotations


def wrapped(text: str, indent: str = "", width: int = 100) -> list[str]:
    """
    Return text as lines of at most `width` code points, the first behind `indent`, the others under it.

    Each line takes as many whole words as there is room for. A word longer than a line begins where it
    stands, and goes on in the next. Words are taken to stand apart by single spaces, as `plain` leaves
    them. Of no words there is one line, with the indent alone.

    >>> wrapped("took over some of the forts", "- ", 12)
    ['- took over', '  some of', '  the forts']
    """
    if not text:
        return [indent.rstrip()]
    room = max(1, width - len(indent))
    lines: list[str] = []
    start = 0
    while len(text) - start > room:
        full = start + room
        end = text.rfind(" ", start, full + 1)
        if end < 0 or (end < full - 1 and _word_length(text, end + 1) > room):
            lines.append(text[start:full])
            start = full
        else:
            lines.append(text[start:end])
            start = end + 1
    lines.append(text[start:])
    under = " " * len(indent)
    return [(under if place else indent) + line for place, line in enumerate(lines)]


def _word_length(text: str, start: int) -> int:
    end = text.find(" ", start)
    return (len(text) if end < 0 else end) - start
