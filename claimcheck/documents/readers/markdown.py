"""Markdown: the decoded file as it is, with its headings, notes and front matter in the map."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.documents.pages.headings import find_sections
from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.readers.decoding import decode
from claimcheck.documents.readers.transcript import Transcript
from claimcheck.model.document import Layout

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,500}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


def read(data: bytes, layout: Layout) -> Transcript:
    """Read a file, with the pages that the layout tells apart. Lines that underline a heading count, too."""
    text = decode(data)
    pages = map_pages(text, layout)
    front = _FRONT.match(text)
    if front and pages.front is None:
        first, *others = pages.pages
        first = evolve(first, start=min(front.end(), first.end))
        pages = evolve(pages, front=(0, first.start), pages=(first, *others))
    pages = evolve(pages, sections=find_sections(text, pages.front, underlined=True))
    return Transcript(text=text, pages=pages, format="markdown")
