"""A report before it has a format: headings, paragraphs, items and tables of plain strings."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from claimcheck.model.plain import plain


@frozen(kw_only=True)
class Heading:
    """A heading of level 1 (the report), 2 (a section) or 3 (one entry). `anchor` is a stable id."""

    level: int
    text: str = field(converter=plain)
    anchor: str = ""


@frozen
class Paragraph:
    """Running text."""

    text: str = field(converter=plain)


@frozen(kw_only=True)
class Item:
    """
    One item of a list, `depth` levels in.

    `lead` stands out where the format can do that, and brings its own punctuation. An item with a
    number stands in a sequence.
    """

    depth: int = 0
    lead: str = field(default="", converter=plain)
    text: str = field(default="", converter=plain)
    number: int | None = None


_Rows = tuple[tuple[str, ...], ...]


def _plain_rows(rows: Iterable[Iterable[str]]) -> _Rows:
    return tuple(tuple(map(plain, row)) for row in rows)


@frozen(kw_only=True)
class Table:
    """
    Rows under headers.

    Only the last column may hold long words: formats that wrap do so there.
    """

    headers: tuple[str, ...]
    rows: _Rows = field(converter=_plain_rows)


Block = Heading | Paragraph | Item | Table
