"""A text's paragraphs, and which of them are notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from claimcheck.documents.folding.characters import SUPERSCRIPTS

_NUMBERS = str.maketrans(SUPERSCRIPTS, "0123456789")
_MARK = re.compile(rf"[ \t]*\*?([{SUPERSCRIPTS}]{{1,3}})")
_LINE = re.compile(r"[^\n]*\n?")


@frozen(kw_only=True)
class Block:
    """A paragraph. `label` is the number that it begins with in superscript, empty for body text."""

    start: int
    end: int
    label: str = ""


def find_blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs: what blank lines part, and what begins with a superscript number."""
    block: Block | None = None
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        mark = _MARK.match(text, start, end)
        if block is not None and (mark or start == end):
            yield block
            block = None
        if start == end:
            continue
        if block is None:
            block = Block(start=start, end=end, label=plain_number(mark.group(1)) if mark else "")
        else:
            block = evolve(block, end=end)
    if block is not None:
        yield block


def plain_number(superscript: str) -> str:
    """Return a superscript number in ordinary digits."""
    return superscript.translate(_NUMBERS)
