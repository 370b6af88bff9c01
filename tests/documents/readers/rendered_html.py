"""The sample in HTML."""

from __future__ import annotations

import re
from html import escape

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from tests.documents.readers.sample import SAMPLE, SampleBlock, SamplePage

_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]")


def as_html() -> bytes:
    """Return the sample with marked pages, and its notes collected at the end."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>not read</title></head>\n'
        f"<body>{body()}\n{notes()}</body></html>\n"
    ).encode()


def body(target: str = "") -> str:
    """Return the pages; the notes are in the file `target`."""
    return "".join(_page(page, target) for page in SAMPLE) + "</p>"


def _page(page: SamplePage, target: str) -> str:
    break_ = (
        f'<span epub:type="pagebreak" role="doc-pagebreak" id="pg{page.label}" title="{page.label}"></span>'
    )
    head = f'<span class="running-head">{escape(page.head)}</span>'
    blocks = "\n".join(_block(block, page, target) for block in page.blocks)
    return break_ + head + blocks.removesuffix("</p>")


def _block(block: SampleBlock, page: SamplePage, target: str) -> str:
    mark = (
        f'<sup id="ref{page.label}"><a epub:type="noteref" href="{target}#fn{page.label}">'
        f"{page.notes[0].label}</a></sup>"
    )
    lines = "<br/>\n".join(_SUPERSCRIPT.sub(mark, escape(line, quote=False)) for line in block.lines)
    if block.is_heading:
        return f"<h2>{lines}</h2>"
    return f"{lines}</p>" if block.continues else f"<p>{lines}</p>"


def notes(target: str = "") -> str:
    """Return the notes, whose marks are in the file `target`."""
    asides = "".join(
        f'<aside epub:type="footnote" id="fn{page.label}"><p>'
        f'<a href="{target}#ref{page.label}">{note.label}</a>. {escape(note.words)}</p></aside>\n'
        for page in SAMPLE
        for note in page.notes
    )
    return f"<section>{asides}</section>"
