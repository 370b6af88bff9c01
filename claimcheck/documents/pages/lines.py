"""The lines of a text and their numbers: as the file marks them, else counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.page_map import Line, PageMap

_LINE = re.compile(r"[^\n]+|(?<=\n)\n|^\n")


def numbered_lines(scope: Sequence[Range] | None, pages: PageMap) -> Iterator[tuple[str, Range]]:
    """
    Yield the lines of some stretches, each with its number.

    Lines that the file numbers have these numbers, and those between them count on. Where it numbers
    none, each stretch is counted from its begin, without blank lines and running heads; the whole text
    (`None`) with them, as an editor numbers them.
    """
    marked = list(_marked(scope, pages))
    if marked:
        yield from marked
        return
    furniture = {each for page in pages.pages for each in page.furniture} if scope is not None else ()
    for start, end in [(0, len(pages.text))] if scope is None else scope:
        number = 0
        for match in _LINE.finditer(pages.text[start:end]):
            line = start + match.start(), start + match.end()
            if scope is not None and (line in furniture or not match.group().strip()):
                continue
            number += 1
            yield str(number), line


def _marked(scope: Sequence[Range] | None, pages: PageMap) -> Iterator[tuple[str, Range]]:
    for line in pages.lines:
        if line.label and (scope is None or any(start <= line.start < end for start, end in scope)):
            yield from _counted_on(line, pages.text)


def _counted_on(line: Line, text: str) -> Iterator[tuple[str, Range]]:
    """Yield a numbered line and those without a number that follow it."""
    if not (line.label.isascii() and line.label.isdigit() and len(line.label) < 10):
        yield line.label, (line.start, line.end)
        return
    number = int(line.label)
    for match in re.finditer(r"[^\n]+", text[line.start : line.end]):
        if match.group().strip():
            yield str(number), (line.start + match.start(), line.start + match.end())
            number += 1
