"""What a work's elements are called, and which lie in which: one walk through its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import define, field

from claimcheck.documents.readers.hypertext.chapters import Chapter
from claimcheck.documents.readers.hypertext.page_marks import PageMark
from claimcheck.documents.readers.hypertext.roles import has_class, has_role
from claimcheck.documents.readers.hypertext.tree import Element

BLOCKS = frozenset({"p", "li", "div", "dd", "td", "aside", "section", "blockquote"})


@define(eq=False)
class Candidate:
    """
    What may be a note, by what it says or as an item of a list of notes.

    `number` is its place in a numbered list, 0 outside of one; `is_late` says that it is an endnote.
    """

    element: Element
    is_declared: bool
    is_late: bool = False
    number: int = 0
    container: Element | None = None


@define(eq=False)
class Anchor:
    """An element that can be led to: its place in the order of all, its block, and the note around it."""

    element: Element
    order: int
    block: Element | None
    candidate: Candidate | None


@define(eq=False)
class Link:
    """A link inside the work, with its place in the order, its block, and the note around it."""

    element: Element
    target: str
    order: int
    block: Element | None
    candidate: Candidate | None


@define
class Links:
    """
    What one walk finds.

    `paged` are the lists of notes that a page begins in, `before` the elements right before links.
    """

    anchors: dict[str, Anchor] = field(factory=dict)
    addresses: dict[Element, list[str]] = field(factory=lambda: defaultdict(list))
    links: list[Link] = field(factory=list)
    by_target: dict[str, list[Link]] = field(factory=lambda: defaultdict(list))
    candidates: list[Candidate] = field(factory=list)
    paged: set[Element] = field(factory=set)
    before: dict[Element, Element] = field(factory=dict)


def collect_links(chapters: Iterable[Chapter], pages: Mapping[Element, PageMark]) -> Links:
    """Walk through the files in order."""
    walk = _Walk(pages)
    for chapter in chapters:
        walk.through(chapter)
    return walk.found


class _Walk:
    def __init__(self, pages: Mapping[Element, PageMark]) -> None:
        self.found = Links()
        self._pages = pages
        self._order = 0
        self._containers: list[Element] = []
        self._blocks: list[Element] = []
        self._candidate: Candidate | None = None
        self._n_items: dict[Element | None, int] = {}
        self._last: Element | None = None

    def through(self, chapter: Chapter) -> None:
        for each, is_end in chapter.root.walk():
            if isinstance(each, str):
                self._last = None if each.strip() else self._last
            elif is_end:
                self._leave(each)
            else:
                self._enter(each, chapter)

    def _enter(self, element: Element, chapter: Chapter) -> None:
        self._order += 1
        if element.name == "li" and element.parent is not None and element.parent.name == "ol":
            self._n_items[element.parent] = self._n_items.get(element.parent, 0) + 1
        if element.name in BLOCKS:
            self._blocks.append(element)
        if element in self._pages:
            self.found.paged.update(self._containers)
        if self._candidate is None and (element.attributes or self._containers):
            self._consider(element)
        if element.attributes:
            self._address(element, chapter)
            if has_role(element, "notes") or has_role(element, "endnotes") or has_class(element, "notes"):
                self._containers.append(element)
        self._last = None

    def _leave(self, element: Element) -> None:
        self._last = element
        if self._blocks and self._blocks[-1] is element:
            self._blocks.pop()
        if self._containers and self._containers[-1] is element:
            self._containers.pop()
        if self._candidate is not None and self._candidate.element is element:
            self._candidate = None

    def _consider(self, element: Element) -> None:
        is_declared = has_role(element, "note") or has_role(element, "endnote")
        is_classed = element.name in BLOCKS and has_class(element, "note")
        container = self._containers[-1] if self._containers else None
        is_item = container is not None and _is_item(element)
        if not (is_declared or is_classed or is_item):
            return
        is_of_end = has_role(element, "endnote") or (
            container is not None and has_role(container, "endnotes") and not has_class(container, "notes")
        )
        by_role = container is not None and (has_role(container, "notes") or has_role(container, "endnotes"))
        self._candidate = Candidate(
            element,
            is_declared=is_declared or is_classed or by_role,
            is_late=is_of_end,
            number=self._number(element),
            container=container or element,
        )
        self.found.candidates.append(self._candidate)

    def _number(self, element: Element) -> int:
        of_list = element.parent
        if element.name != "li" or of_list is None or of_list.name != "ol":
            return 0
        start = of_list.get("start")
        return self._n_items[of_list] + (int(start) - 1 if start.isascii() and start.isdigit() else 0)

    def _address(self, element: Element, chapter: Chapter) -> None:
        block = self._blocks[-1] if self._blocks else None
        for id_ in {element.get("id"), element.get("name") if element.name == "a" else ""} - {""}:
            address = chapter.address(id_)
            self.found.addresses[element].append(address)
            self.found.anchors.setdefault(address, Anchor(element, self._order, block, self._candidate))
        target = chapter.target(element.get("href")) if element.name == "a" else ""
        if target:
            if self._last is not None and self._last.parent is element.parent:
                self.found.before[element] = self._last
            link = Link(element, target, self._order, block, self._candidate)
            self.found.links.append(link)
            self.found.by_target[target].append(link)


def _is_item(element: Element) -> bool:
    if element.name == "li":
        return True
    if element.name not in BLOCKS:
        return False
    first = next((each for each in element.children if isinstance(each, Element)), None)
    return bool(element.get("id") or (first is not None and (first.get("id") or first.get("name"))))
