"""The report as Markdown. Every string is escaped, ours and the dossier's alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.model.report import Report
from claimcheck.report.anchor import anchor_id
from claimcheck.report.blocks import Block, Heading, Item, Paragraph, Table
from claimcheck.report.prose import report_blocks

_SPECIAL = re.compile(r"[\\`*_\[\]#|~$!^={}]")
# Marks that open a list, a quotation or a rule when they stand first on a line.
_OPENING = re.compile(r"^(?:([-+])|(\d+)([.)]))(?=\s|$|[-+])")
# A bare address becomes a link in most dialects; a backslash keeps it words.
_BARE_ADDRESS = re.compile(r":(?=//)|(?<=www)\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})


def render_markdown(report: Report) -> str:
    """Return the report as Markdown."""
    return blocks_to_markdown(report_blocks(report))


def blocks_to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, with a stable anchor before each heading that has one."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(block, Item) and isinstance(before, Item)):
            lines.append("")
        lines.extend(_lines(block))
        before = block
    return "".join(f"{line}\n" for line in lines)


def escape_markdown(text: str) -> str:
    r"""
    Return text that Markdown shows as it stands, wherever on a line it is put.

    >>> escape_markdown("1. <b>*bold*</b> | [link](http://example.org)")
    '1\\. &lt;b&gt;\\*bold\\*&lt;/b&gt; \\| \\[link\\](http\\://example.org)'
    """
    text = _SPECIAL.sub(r"\\\g<0>", text).translate(_ENTITIES)
    text = _BARE_ADDRESS.sub(r"\\\g<0>", text)
    return _OPENING.sub(lambda mark: f"\\{mark[1]}" if mark[1] else f"{mark[2]}\\{mark[3]}", text)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        if block.anchor:
            yield f'<a id="{anchor_id(block.anchor)}"></a>'
            yield ""
        yield f"{'#' * block.level} {escape_markdown(block.text)}"
    elif isinstance(block, Paragraph):
        yield escape_markdown(block.text)
    elif isinstance(block, Item):
        yield _item(block)
    else:
        yield from _table(block)


def _item(item: Item) -> str:
    mark = "-" if item.number is None else f"{item.number}."
    parts = [f"**{escape_markdown(item.lead)}**" if item.lead else "", escape_markdown(item.text)]
    # Four columns a level nest under "-" and under "1." alike.
    return f"{'    ' * item.depth}{mark} {' '.join(part for part in parts if part)}"


def _table(table: Table) -> Iterator[str]:
    yield _row(table.headers)
    yield _row("---" for _ in table.headers)
    for row in table.rows:
        yield _row(map(escape_markdown, row))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
