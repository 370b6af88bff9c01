"""The elements of an HTML file inside one another, as a browser would nest them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from attrs import define, field

from claimcheck.documents.readers.hypertext.scan import Tag, scan
from claimcheck.documents.readers.hypertext.vocabulary import vocabulary
from claimcheck.documents.readers.transcript import RefusedError

MOST_ELEMENTS = 500_000
"""A book of ten million characters has some two hundred thousand."""

DEEPEST = 500
"""Elements inside one another. What is nested deeper stands beside its parent, as in browsers."""

_N_LOOKED_THROUGH = 32
"""How many elements between an element and the one that it closes are looked through."""


@define(eq=False)
class Element:
    """An element. `breaks_cells` when what it holds is too much for one line of a table."""

    name: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(factory=list)
    breaks_cells: bool = False

    def get(self, name: str) -> str:
        """Return an attribute, empty when there is none."""
        return self.attributes.get(name, "")

    @property
    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def walk(
        self, is_entered: Callable[[Element], bool] | None = None
    ) -> Iterator[tuple[Element | str, bool]]:
        """
        Yield what is inside in order: text, and elements twice, once as they end (true).

        An element that `is_entered` declines is passed over with all that it holds, its end too.
        """
        stack: list[tuple[Element, Iterator[Element | str]]] = [(self, iter(self.children))]
        while stack:
            element, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                stack.pop()
                if stack:
                    yield element, True
            elif isinstance(child, str):
                yield child, False
            elif is_entered is None or is_entered(child):
                yield child, False
                stack.append((child, iter(child.children)))

    def elements(self) -> Iterator[Element]:
        """Yield the elements inside in order of their begin."""
        for each, is_end in self.walk():
            if not is_end and isinstance(each, Element):
                yield each

    def words(self, most: float) -> str:
        """
        Return the text inside, or somewhat more than `most` characters of it.

        No more tags than that are looked at, either.
        """
        found: list[str] = []
        for each, _is_end in self.walk():
            most -= len(each) if isinstance(each, str) else 0.5
            if isinstance(each, str):
                found.append(each)
            if most < 0:
                break
        return " ".join("".join(found).split())


class Forest:
    """The files of a work, whose elements are counted together."""

    def __init__(self) -> None:
        self._n = 0
        self._open: list[Element] = []
        self._n_open: Counter[str] = Counter()
        self._tables: list[Element] = []

    def grow(self, text: str, *, is_xml: bool = False) -> Element:
        """
        Return the root of a file's elements, which stands around all of them.

        Raises `RefusedError` when there are more than `MOST_ELEMENTS`.
        """
        return self.plant(scan(text, is_xml=is_xml))

    def plant(self, pieces: Iterable[Tag | str]) -> Element:
        """Return the root of the elements that tags and text between them make."""
        root = Element("", {}, None)
        self._open, self._n_open, self._tables = [root], Counter(), []
        for piece in pieces:
            if isinstance(piece, str):
                self._open[-1].children.append(piece)
            elif piece.is_end:
                self._end(piece.name)
            else:
                self._start(piece)
        return root

    def _start(self, tag: Tag) -> None:
        self._n += 1
        if self._n > MOST_ELEMENTS:
            raise RefusedError(f"has more than {MOST_ELEMENTS:,} elements", "split it into several documents")
        self._close_before(tag.name)
        if len(self._open) > DEEPEST:
            self._leave()
        parent = self._open[-1]
        element = Element(tag.name, tag.attributes, parent)
        parent.children.append(element)
        if self._tables and tag.name in _TOO_MUCH_FOR_A_CELL:
            self._tables[-1].breaks_cells = True
        if tag.is_empty or tag.name in vocabulary().empty:
            return
        self._open.append(element)
        self._n_open[tag.name] += 1
        if tag.name == "table":
            self._tables.append(element)

    def _end(self, name: str) -> None:
        if name == "p" and name not in self._n_open:
            self._open[-1].children.append(Element(name, {}, self._open[-1]))
        if name not in self._n_open:
            return
        while self._leave() != name:
            pass

    def _leave(self) -> str:
        element = self._open.pop()
        self._n_open[element.name] -= 1
        if not self._n_open[element.name]:
            del self._n_open[element.name]
        if self._tables and self._tables[-1] is element:
            self._tables.pop()
        return element.name

    def _close_before(self, name: str) -> None:
        """Close what ends where an element of this name begins, though its end tag was left out."""
        if name in _paragraph_ends():
            self._close_nearest(_P, _paragraph_ends())
        if name == "body":
            self._close_nearest(_HEAD, _NOTHING)
        closed = vocabulary().closed_by.get(name)
        if closed:
            self._close_nearest(closed, _LISTS_AND_TABLES)

    def _close_nearest(self, names: frozenset[str], until: frozenset[str]) -> None:
        if names.isdisjoint(self._n_open):
            return
        last = None
        for index in range(len(self._open) - 1, max(0, len(self._open) - _N_LOOKED_THROUGH), -1):
            name = self._open[index].name
            if name in names:
                last = index
            elif name in until or last is not None:
                break
        while last is not None and len(self._open) > last:
            self._leave()


_P, _HEAD, _NOTHING = frozenset({"p"}), frozenset({"head"}), frozenset[str]()
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS_AND_TABLES = frozenset({"ul", "ol", "menu", "dir", "dl", "table"})
_TOO_MUCH_FOR_A_CELL = _HEADINGS | {"table", "hr", "pre", "blockquote"}


@cache
def _paragraph_ends() -> frozenset[str]:
    """Return the elements that no paragraph holds."""
    return vocabulary().blocks | _HEADINGS | {"li", "dd", "dt", "td", "th", "tr"}
