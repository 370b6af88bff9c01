"""Graphs from GraphML, which programs that draw stemmata write: nodes, links, and what is said of each."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from attrs import define, field

from claimcheck.dossier.problems import Page, shown

_DEEPEST = 100
"""Elements inside one another; GraphML needs five, and more only where graphs stand within nodes."""

_LONGEST_TEXT = 100_000


@define
class Node:
    """A node and the line that it begins on. `data` holds what is said of it, by attribute."""

    id: str
    line: int
    data: dict[str, str] = field(factory=dict)


@define
class Edge:
    """A link from one node to another, likewise."""

    source: str
    target: str
    line: int
    is_directed: bool = True
    data: dict[str, str] = field(factory=dict)


@define
class Graph:
    """What a file holds, in its order. `keys` are the names of the attributes that it declares."""

    nodes: list[Node] = field(factory=list)
    edges: list[Edge] = field(factory=list)
    keys: set[str] = field(factory=set)


def read_graphml(text: str, page: Page) -> Graph | None:
    """
    Return the graph of a file, or None after telling why it is none.

    Entities of its own, and nesting or texts beyond reason, are refused: nothing in the file raises.
    """
    reader = _Reader(page)
    if not reader.run(text):
        return None
    if not reader.is_graphml:
        page.tell_at("stemma-syntax", "is no GraphML: its first element is not <graphml>", 1)
        return None
    return reader.graph


class _RefusedError(Exception):
    """The file is not read any further; the problem has been told."""


class _Reader:
    """One file under way. Names of elements lose their prefix; unknown elements are passed over."""

    def __init__(self, page: Page) -> None:
        self.graph = Graph()
        self.is_graphml = False
        self._page = page
        self._depth = 0
        self._names: dict[str, str] = {}
        self._is_directed = [True]
        self._open: list[Node | Edge] = []
        self._key = ""
        self._words: list[str] = []
        self._n_chars = 0
        self._parser: Any = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_doctype

    def run(self, text: str) -> bool:
        try:
            self._parser.Parse(text.encode("utf-8", "surrogatepass"), True)
        except _RefusedError:
            return False
        except expat.ExpatError as error:
            self._page.tell_at(
                "stemma-syntax",
                f"is not well-formed XML: {expat.ErrorString(error.code)}",
                error.lineno,
                error.offset + 1,
                hint="it may be cut short: copy or export it again",
            )
            return False
        return True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"nests more than {_DEEPEST} elements")
        name = name.rpartition(":")[2]
        if self._depth == 1:
            self.is_graphml = name == "graphml"
        elif name == "key":
            self._names[attributes.get("id", "")] = attributes.get("attr.name", "").casefold()
            self.graph.keys.add(attributes.get("attr.name", "").casefold())
        elif name == "graph":
            self._is_directed.append(attributes.get("edgedefault") != "undirected")
        elif name == "node":
            self._open_node(attributes)
        elif name == "edge":
            self._open_edge(attributes)
        elif name == "data" and self._open:
            key = attributes.get("key", "")
            self._key = self._names.get(key) or key or "data"
            self._words.clear()
            self._n_chars = 0

    def _open_node(self, attributes: dict[str, str]) -> None:
        node = Node(attributes.get("id", ""), self._line)
        self._open.append(node)
        self.graph.nodes.append(node)

    def _open_edge(self, attributes: dict[str, str]) -> None:
        directed = attributes.get("directed")
        edge = Edge(
            attributes.get("source", ""),
            attributes.get("target", ""),
            self._line,
            is_directed=self._is_directed[-1] if directed is None else directed in ("true", "1"),
        )
        self._open.append(edge)
        self.graph.edges.append(edge)

    def _end(self, name: str) -> None:
        self._depth -= 1
        name = name.rpartition(":")[2]
        if name in ("node", "edge") and self._open:
            self._open.pop()
        elif name == "graph" and len(self._is_directed) > 1:
            self._is_directed.pop()
        elif name == "data" and self._open and self._key:
            self._open[-1].data[self._key] = " ".join("".join(self._words).split())
            self._key = ""

    def _text(self, words: str) -> None:
        if self._key:
            self._n_chars += len(words)
            if self._n_chars > _LONGEST_TEXT:
                self._refuse(f"says more than {_LONGEST_TEXT:,} characters of one node or link")
            self._words.append(words)

    def _refuse_doctype(self, name: str, *_told: object) -> None:
        self._refuse(f"has a DOCTYPE or an entity of its own ({shown(name)})")

    def _refuse(self, why: str) -> None:
        self._page.tell_at(
            "stemma-syntax", why, self._line, self._parser.CurrentColumnNumber + 1, hint="export it again"
        )
        raise _RefusedError

    @property
    def _line(self) -> int:
        return int(self._parser.CurrentLineNumber)
