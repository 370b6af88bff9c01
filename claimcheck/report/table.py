"""The report for a terminal: plain text, wrapped, without colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from claimcheck.model.report import Report
from claimcheck.report.blocks import Block, Heading, Item, Paragraph, Table
from claimcheck.report.prose import report_blocks
from claimcheck.report.wrapping import wrapped

WIDTH = 100
"""Columns. Not the terminal's own, so that the same dossier gives the same bytes everywhere."""

_UNDERLINES = {1: "=", 2: "-"}
_NARROWEST_COLUMN = 30


def render_table(report: Report) -> str:
    """Return the report as text for a terminal."""
    return blocks_to_text(report_blocks(report))


def blocks_to_text(blocks: Iterable[Block]) -> str:
    """Return blocks as wrapped text. Items follow one another closely; all else stands apart."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        nested = isinstance(block, Item) and (isinstance(before, Item) or _opens_list(before))
        if before is not None and not nested:
            lines.extend([""] * (2 if isinstance(block, Heading) and block.level == 2 else 1))
        lines.extend(_lines(block))
        before = block
    return "".join(f"{line}\n" for line in lines)


def _opens_list(block: Block | None) -> bool:
    return isinstance(block, Heading) and block.level == 3


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from wrapped(block.text, width=WIDTH)
        if block.level in _UNDERLINES:
            yield _UNDERLINES[block.level] * min(_columns(block.text), WIDTH)
    elif isinstance(block, Paragraph):
        yield from wrapped(block.text, width=WIDTH)
    elif isinstance(block, Item):
        mark = "-" if block.number is None else f"{block.number}."
        text = " ".join(part for part in (block.lead, block.text) if part)
        yield from wrapped(text, f"{'  ' * block.depth}{mark} ", WIDTH)
    else:
        yield from _grid(block)


def _grid(table: Table) -> Iterator[str]:
    """
    Yield a table, its last column wrapped.

    tabulate measures columns with wcwidth where that happens to be installed, and by code points where
    it is not. So that the bytes are the same everywhere, cells beyond ASCII are measured here, and
    tabulate sees stand-ins of their width.
    """
    from tabulate import tabulate

    stand_ins = _StandIns()
    rows = [[stand_ins.hide(cell) for cell in row] for row in _physical_rows(table)]
    headers = list(table.headers)
    text = tabulate(
        rows,
        headers=headers,
        tablefmt="simple",
        disable_numparse=True,
        preserve_whitespace=True,
        colalign=["left"] * len(headers) if rows else None,
    )
    for line in text.split("\n"):
        yield stand_ins.restore(line).rstrip()


def _physical_rows(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield the rows with long words of the last column continued on rows of their own."""
    last = len(table.headers) - 1
    headers = [f"{header}  " for header in table.headers]  # tabulate pads a header that is the widest
    widths = [max(map(_columns, column)) for column in zip(headers, *table.rows, strict=True)]
    room = max(_NARROWEST_COLUMN, WIDTH - sum(widths[:last]) - 2 * last)
    for row in table.rows:
        first, *others = wrapped(row[last], width=room)
        yield (*row[:last], first)
        for words in others:
            yield (*[""] * last, words)


def _columns(text: str) -> int:
    """Return how many columns a terminal gives to a text."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


class _StandIns:
    """Cells hidden behind characters that everything takes for narrow, restored in order."""

    _BEGIN, _FILL = "\U000f0000", "\U000f0001"

    def __init__(self) -> None:
        self._hidden: list[str] = []
        self._n_restored = 0

    def hide(self, cell: str) -> str:
        if cell.isascii():
            return cell
        self._hidden.append(cell)
        return self._BEGIN + self._FILL * (_columns(cell) - 1)

    def restore(self, line: str) -> str:
        return re.sub(f"{self._BEGIN}{self._FILL}*", self._next, line)

    def _next(self, _match: re.Match[str]) -> str:
        self._n_restored += 1
        return self._hidden[self._n_restored - 1]
