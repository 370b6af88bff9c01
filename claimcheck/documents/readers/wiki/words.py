"""What the names of tags, namespaces and templates mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from claimcheck.data import read_table
from claimcheck.documents.readers.hypertext.scan import Tag


@frozen(kw_only=True)
class WikiWords:
    """
    Names in small letters, and what they mean.

    `templates` gives the kind of a template and what its kind needs to know: which arguments are shown,
    the group of a note, the sign that it stands for.
    """

    tags: Mapping[str, str]
    namespaces: Mapping[str, str]
    functions: Mapping[str, str]
    picture_options: frozenset[str]
    picture_files: tuple[str, ...]
    templates: Mapping[str, tuple[str, str]]
    quote: Mapping[str, tuple[str, ...]]
    cite_begins: tuple[str, ...]
    cite_authors: tuple[tuple[str, ...], ...]
    cite_parts: tuple[tuple[str, ...], ...]
    box_words: tuple[str, ...]
    wordless: frozenset[str]
    worded: tuple[str, ...]


@cache
def wiki_words() -> WikiWords:
    """Return them, read once."""
    table = read_table("wikitext.toml")
    kinds: list[tuple[str, str, list[str]]] = [
        ("left-out", "", table["left_out"]["names"]),
        ("list", "", table["lists"]["names"]),
        ("quote", "", table["quotes"]["names"]),
        ("short-note", "", table["short"]["notes"]),
        ("short", "", table["short"]["inline"]),
    ]
    kinds += [("symbol", sign, [name]) for name, sign in table["symbols"].items()]
    kinds += [("arguments", which, names) for which, names in table["arguments"].items()]
    kinds += [("note", group, names) for group, names in table["notes"].items()]
    return WikiWords(
        tags=_by_name(table["tags"]),
        namespaces=_by_name(table["namespaces"]),
        functions=_by_name(table["functions"]),
        picture_options=frozenset(table["pictures"]["options"].split()),
        picture_files=tuple(f".{each}" for each in table["pictures"]["files"].split()),
        templates={name: (kind, more) for kind, more, names in kinds for name in names},
        quote={key: tuple(table["quotes"][key]) for key in ("text", "signed", "source")},
        cite_begins=tuple(table["cites"]["begin"]),
        cite_authors=tuple(map(tuple, table["cites"]["authors"])),
        cite_parts=tuple(map(tuple, table["cites"]["parts"])),
        box_words=tuple(table["boxes"]["words"]),
        wordless=frozenset(table["boxes"]["wordless"].split()),
        worded=tuple(table["worded"]["names"]),
    )


def _by_name(table: Mapping[str, str]) -> dict[str, str]:
    return {name: kind for kind, names in table.items() for name in names.split()}


def lost(code: str) -> Tag:
    """Return an element that stands for a loss of this kind."""
    return Tag("img" if code == "picture" else f"lost-{code}", {}, is_empty=True)
