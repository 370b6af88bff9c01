"""What the parser makes of wikitext, written as tags and text of HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claimcheck.documents.readers.hypertext.scan import Tag
from claimcheck.documents.readers.wiki.references import Piece, References, mark
from claimcheck.documents.readers.wiki.signs import KEPT, bare, unmask
from claimcheck.documents.readers.wiki.taming import Kept, Reference
from claimcheck.documents.readers.wiki.words import lost, wiki_words

Parse = Callable[[str], Any]
"""The parser: it returns nodes that know what kind they are by their class."""

LINE = Tag("br", {}, is_empty=True)
PARAGRAPH = Tag("p", {})

_BREAKS = re.compile(r"(\n(?:[ \t]*+\n)*+)")
_SWITCH = re.compile(r"__[^\W\d_]{3,30}__")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?")
_OPTION = re.compile(r"(?:\d{0,5}x?\d{1,5}\s*px|upright[\d. =]*|[\w-]{1,20}\s*=.*)", re.DOTALL)
_CELLS = ("td", "th")
_OF_CELLS = ("colspan", "rowspan", "style", "class")


class Writer:
    """Writes one page. `template` is what writes a template, given the writer and the node."""

    def __init__(self, parse: Parse, kept: Sequence[Kept], template: Callable[[Writer, Any], None]) -> None:
        self.pieces: list[Piece] = []
        self.references = References()
        self._parse, self._kept, self._template = parse, kept, template
        for each in kept:
            if isinstance(each, Reference) and each.body is not None and each.name:
                self._define(self.references.key(each.group, each.name), each.body)

    def write(self, text: Iterable[str]) -> None:
        """Write pieces of wikitext."""
        for piece in text:
            self.nodes(self._parse(piece).nodes)

    def written(self, nodes: Iterable[Any]) -> list[Piece]:
        """Return what is written of nodes, apart from the rest."""
        outside, self.pieces = self.pieces, []
        self.nodes(nodes)
        inside, self.pieces = self.pieces, outside
        return inside

    def put(self, *pieces: Piece) -> None:
        """Write tags and words without markup."""
        self.pieces += pieces

    def text(self, words: str) -> None:
        """Write words in which blank lines part paragraphs, and what was taken out has its place."""
        for index, part in enumerate(KEPT.split(words)):
            if index % 2:
                self._put_kept(self._kept[int(part)])
            else:
                self._put_lines(part)

    def _put_lines(self, words: str) -> None:
        words = unmask(_SWITCH.sub("", words) if "__" in words else words)
        for each in _BREAKS.split(words):
            if each.startswith("\n"):
                self.put(LINE if each == "\n" else PARAGRAPH)
            elif each:
                self.put(each)

    def _put_kept(self, kept: Kept) -> None:
        if not isinstance(kept, Reference):
            self.put(kept)
            return
        key = self.references.key(kept.group, kept.name)
        if kept.body is not None and not kept.name:
            self._define(key, kept.body)
        self.put(mark(key))

    def _define(self, key: str, body: tuple[str, ...]) -> None:
        outside, self.pieces = self.pieces, []
        self.write(body)
        self.references.define(key, self.pieces)
        self.pieces = outside

    def nodes(self, nodes: Iterable[Any]) -> None:
        """Write nodes, among which words may stand as they are."""
        for node in nodes:
            kind = type(node).__name__
            if kind == "str":
                self.text(node)
            elif kind == "Text":
                self.text(node.value)
            elif kind == "Template":
                self._template(self, node)
            elif kind == "Wikilink":
                self._link(node)
            elif kind == "Tag":
                self._tag(node)
            elif kind == "Argument":
                self.nodes(node.default.nodes if node.default is not None else [f"{{{{{{{node.name}}}}}}}"])
            else:  # an address that stands in the text
                self.text(str(node))

    def _wrap(self, name: str, nodes: Iterable[Any], attributes: dict[str, str] | None = None) -> None:
        self.put(Tag(name, attributes or {}))
        self.nodes(nodes)
        self.put(Tag(name, {}, is_end=True))

    # --- links -----------------------------------------------------------------------------------

    def _link(self, node: Any) -> None:
        title = bare(str(node.title))
        namespace, colon, _rest = title.partition(":")
        kind = wiki_words().namespaces.get(namespace.strip().casefold(), "") if colon else ""
        if kind == "file":
            self._picture(node)
        elif kind == "category":
            return
        elif node.text is not None and str(node.text).strip():
            self.nodes(node.text.nodes)
        elif not (colon and _LANGUAGE.fullmatch(namespace)):
            self.text(str(node.title).removeprefix(":"))

    def _picture(self, node: Any) -> None:
        """Write the caption of a picture: the last of its parts that is no option."""
        self.put(lost("picture"))
        parts = split(node.text.nodes) if node.text is not None else []
        captions = [part for part in parts if not _is_option("".join(map(str, part)).strip())]
        if captions:
            self._wrap("div", captions[-1])

    # --- tables ----------------------------------------------------------------------------------

    def _tag(self, node: Any) -> None:
        name = str(node.tag)
        if name == "table":
            self.put(Tag("table", {}), Tag("tr", {}))
            self.nodes(node.contents.nodes)
            self.put(Tag("table", {}, is_end=True))
        elif name == "tr":
            self.put(Tag("tr", {}))
            self.nodes(node.contents.nodes)
        elif name in _CELLS:
            self._cell(name, node)

    def _cell(self, name: str, node: Any) -> None:
        nodes = list(node.contents.nodes)
        first = str(nodes[0]) if nodes else ""
        if name == "td" and first.startswith("+"):
            self._wrap("caption", [first[1:], *nodes[1:]])
            return
        attributes = {
            key: bare(str(each.value))
            for each in node.attributes
            if (key := str(each.name).strip().lower()) in _OF_CELLS
        }
        self._wrap(name, nodes, attributes)


def split(nodes: Iterable[Any]) -> list[list[Any]]:
    """Return nodes in parts, between bars that stand in none of them."""
    parts: list[list[Any]] = [[]]
    for node in nodes:
        first, *others = node.value.split("|") if type(node).__name__ == "Text" else [node]
        parts[-1].append(first)
        parts += [[each] for each in others]
    return parts


def _is_option(words: str) -> bool:
    lowered = words.casefold()
    return not words or lowered in wiki_words().picture_options or bool(_OPTION.fullmatch(lowered))


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words among what is written, with single blanks."""
    return " ".join("".join(each if isinstance(each, str) else " " for each in pieces).split())
