"""HTML: the words that a browser shows, with pages, notes and headings as far as they are marked."""

from __future__ import annotations

import re

from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.hypertext.chapters import Chapter
from claimcheck.documents.readers.hypertext.notes import find_notes
from claimcheck.documents.readers.hypertext.page_marks import find_page_marks
from claimcheck.documents.readers.hypertext.scan import refuse_declarations
from claimcheck.documents.readers.hypertext.setting import Setter
from claimcheck.documents.readers.hypertext.stated_encoding import decode_html
from claimcheck.documents.readers.hypertext.tree import Forest
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

_IS_XML = re.compile(r"\A\s*(?:<\?xml\b|<!DOCTYPE[^>]*\bXHTML\b)", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z!/?]")


def read(data: bytes, layout: Layout) -> Transcript:
    """Read a file. Without marked pages it is one page, which has the number that the layout states."""
    text = decode_html(data)
    if not _MARKUP.search(text):
        raise RefusedError("holds no tag of HTML", "state its format, which is `text` if it has no markup")
    refuse_declarations(text)
    chapter = Chapter(root=Forest().grow(text, is_xml=bool(_IS_XML.match(text))))
    del text
    pages = find_page_marks([chapter], {})
    made = TextBuilder()
    setter = Setter(made, find_notes([chapter], pages), pages)
    setter.set(chapter.root)
    setter.finish()
    if not pages and layout.first_page is not None:
        made.label_page(str(layout.first_page))
    return made.build("html")
