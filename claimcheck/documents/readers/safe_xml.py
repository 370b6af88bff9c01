"""XML read once from begin to end by expat, without trusting its size, its depth or its entities."""

from __future__ import annotations

import re
from typing import Any, Protocol
from xml.parsers import expat

from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.xml_encoding import place_of, to_utf8

DEEPEST = 1000
"""Elements inside one another. Editions stay below fifty."""

MOST_ELEMENTS = 4_000_000
"""They take about a minute. The words and spaces of a thousand recognised pages are one million."""

LONGEST_TAG = 16 * 2**20
"""Bytes of one tag, comment or instruction. A picture written into an attribute takes a few million."""

# A tag that a chunk leaves unfinished is read again from its begin, so chunks must not be small.
_CHUNK = 2**20

_OTHER_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[^\s\d#&;<\"'][^\s&;<\"']*;")

_CODES = expat.errors.codes
_CUT_SHORT = "it may be cut short: copy it again"
_HINTS = {
    _CODES[expat.errors.XML_ERROR_NO_ELEMENTS]: _CUT_SHORT,
    _CODES[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: _CUT_SHORT,
    _CODES[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: _CUT_SHORT,
    _CODES[expat.errors.XML_ERROR_TAG_MISMATCH]: "close each element before the one around it",
    _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "keep one root element and nothing after it",
    _CODES[expat.errors.XML_ERROR_BAD_CHAR_REF]: "write a character that exists in its place",
    _CODES[
        expat.errors.XML_ERROR_UNDEFINED_ENTITY
    ]: "write the character itself: XML knows five entities only",
}
_HINT = "let an XML editor check it there"


class Events(Protocol):
    """
    What a reader does at each event of a file.

    Names of elements come without their prefix, those of attributes with it. Text comes in one piece
    between two tags.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""

    def end(self, name: str) -> None:
        """Leave it."""

    def text(self, words: str) -> None:
        """Meet text."""


def parse(data: bytes, events: Events) -> None:
    """
    Run through a file.

    Raises `RefusedError`, which names line and column, for what is not well-formed, for entities of its
    own, and for what is nested or long beyond reason; what stands before has been told to `events` then.
    """
    _Run(to_utf8(data), events).finish()


class _Run:
    """One file under way."""

    def __init__(self, data: bytes, events: Events) -> None:
        self._data, self._events = data, events
        self._depth = self._n_elements = 0
        self._words: list[str] = []
        self._parser: Any = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.CharacterDataHandler = self._words.append
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._refuse_entity

    def finish(self) -> None:
        """Feed the whole file."""
        try:
            for at in range(0, len(self._data), _CHUNK):
                self._parser.Parse(self._data[at : at + _CHUNK], False)
                if at + _CHUNK - self._parser.CurrentByteIndex > LONGEST_TAG:
                    raise self._refusal(
                        f"holds a tag or comment of more than {LONGEST_TAG // 2**20} MiB",
                        "take what is not text out of the file",
                    )
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            line, column = place_of(self._data, self._parser.ErrorByteIndex)
            raise RefusedError(
                f"is not well-formed XML at line {line}, column {column}: {expat.ErrorString(error.code)}",
                _HINTS.get(error.code, _HINT),
            ) from error

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        self._events.text(words)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._words:
            self._flush()
        self._depth += 1
        self._n_elements += 1
        if self._depth > DEEPEST:
            raise self._refusal(f"nests more than {DEEPEST} elements", "close what is left open")
        if self._n_elements > MOST_ELEMENTS:
            raise self._refusal(f"has more than {MOST_ELEMENTS:,} elements", "split it into several files")
        self._events.start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def _end(self, name: str) -> None:
        if self._words:
            self._flush()
        self._depth -= 1
        self._events.end(name.rpartition(":")[2] if ":" in name else name)

    def _doctype(self, _name: str, outside: str | None, _public: str | None, has_inside: int) -> None:
        """Let a bare DOCTYPE pass. Under one, expat would leave unknown entities out without a word."""
        if has_inside:
            raise self._refusal("declares what it is made of", "take the [...] out of its DOCTYPE")
        found = _OTHER_ENTITY.search(self._data) if outside else None
        if found:
            line, column = place_of(self._data, found.start())
            raise RefusedError(
                f"has an entity that only its DOCTYPE explains at line {line}, column {column}: "
                f"{found.group()[:40].decode(errors='replace')}",
                _HINTS[_CODES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]],
            )

    def _refuse_entity(self, name: str, *_told: object) -> None:
        raise self._refusal(f"has an entity of its own: &{name[:40]};", "write the text in its place")

    def _refusal(self, reason: str, hint: str) -> RefusedError:
        line, column = place_of(self._data, self._parser.CurrentByteIndex)
        return RefusedError(f"{reason} at line {line}, column {column}", hint)
