"""Plain text and Markdown: the decoded file as it is, mapped by its layout."""

from __future__ import annotations

from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.readers.decoding import decode
from claimcheck.documents.readers.transcript import Transcript
from claimcheck.model.document import Layout


def read(data: bytes, layout: Layout) -> Transcript:
    """Read UTF-8 text, with the pages that the layout tells apart."""
    text = decode(data)
    return Transcript(text=text, pages=map_pages(text, layout), format="text")
