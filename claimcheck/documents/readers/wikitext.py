"""Wikitext: pages of MediaWiki, with their boxes, tables and notes."""

from __future__ import annotations

from typing import Any

from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.decoding import decode
from claimcheck.documents.readers.hypertext.notes import Note, Notes
from claimcheck.documents.readers.hypertext.setting import Setter
from claimcheck.documents.readers.hypertext.tree import Element, Forest
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.documents.readers.wiki.references import MARK, NumberedNote
from claimcheck.documents.readers.wiki.taming import tame
from claimcheck.documents.readers.wiki.templates import set_template
from claimcheck.documents.readers.wiki.writing import Writer
from claimcheck.model.document import Layout

LARGEST = 4 * 2**20
"""Code points. MediaWiki itself keeps no page of more than two million bytes."""


def read(data: bytes, layout: Layout) -> Transcript:
    """Read a page. It has no pages of print; the number that the layout states is that of the whole."""
    parse = _parser()
    text = decode(data)
    if len(text) > LARGEST:
        raise RefusedError(
            f"holds more than {LARGEST // 2**20} million characters", "split it into several documents"
        )
    pieces, kept = tame(text)
    del text
    writer = Writer(parse, kept, set_template)
    writer.write(pieces)
    forest = Forest()
    root = forest.plant(writer.pieces)
    numbered = [(note, forest.plant(note.pieces)) for note in writer.references.numbered(writer.pieces)]
    made = TextBuilder()
    setter = Setter(made, _notes([root, *(each for _note, each in numbered)], numbered), {})
    setter.set(root)
    setter.finish()
    if layout.first_page is not None:
        made.label_page(str(layout.first_page))
    return made.build("wikitext")


def _parser() -> Any:
    try:
        import mwparserfromhell
    except ImportError as error:
        raise RefusedError(
            "is wikitext, and the package mwparserfromhell is not installed",
            "pip install 'claimcheck[wiki]', or save the page as HTML",
        ) from error
    return lambda text: mwparserfromhell.parse(text, skip_style_tags=True)


def _notes(roots: list[Element], numbered: list[tuple[NumberedNote, Element]]) -> Notes:
    """Return the notes by their elements, and by the marks that begin them."""
    by_key: dict[str, Note] = {}
    found = Notes()
    for numbered_note, element in numbered:
        # As in a numbered list, a number that the note begins with is its own.
        element.name = "li"
        by_key[numbered_note.key] = found.by_element[element] = Note(
            element, numbered_note.label, stays=False
        )
    begun: set[str] = set()
    for root in roots:
        for element in root.elements():
            if element.name == MARK:
                key = element.get("key")
                found.marks[element] = by_key[key].label
                if key not in begun:
                    begun.add(key)
                    found.begins[element] = by_key[key]
    return found
