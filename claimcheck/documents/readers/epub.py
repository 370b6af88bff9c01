"""EPUB: the chapters of a book in their order, with its own list of pages and notes in files of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.hypertext.chapters import Chapter, resolve
from claimcheck.documents.readers.hypertext.notes import find_notes
from claimcheck.documents.readers.hypertext.page_marks import find_page_marks
from claimcheck.documents.readers.hypertext.roles import has_role
from claimcheck.documents.readers.hypertext.scan import refuse_declarations
from claimcheck.documents.readers.hypertext.setting import Setter
from claimcheck.documents.readers.hypertext.stated_encoding import decode_html
from claimcheck.documents.readers.hypertext.tree import Element, Forest
from claimcheck.documents.readers.safe_xml import parse
from claimcheck.documents.readers.safe_zip import Archive, inside
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_OF_TEXT = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_NCX = "application/x-dtbncx+xml"


def read(data: bytes, layout: Layout) -> Transcript:
    """Read the files of the spine. The table of contents is left out; its list of pages is used."""
    archive = Archive(data)
    _check_encryption(archive)
    package = _package(archive)
    made, forest = TextBuilder(), Forest()
    chapters = []
    for path in package.spine():
        if path in archive:
            chapters.append(_chapter(archive, path, forest))
        else:
            made.lose("file-missing", "a file of the book that is not in it")
    if not chapters:
        raise RefusedError("holds no chapter", "save it anew")
    listed = _listed_pages(archive, package, forest)
    pages = find_page_marks(chapters, listed)
    setter = Setter(made, find_notes(chapters, pages), pages)
    for chapter in chapters:
        setter.set(chapter.root)
    setter.finish()
    if not pages and layout.first_page is not None:
        made.label_page(str(layout.first_page))
    return made.build("epub")


def _chapter(archive: Archive, path: str, forest: Forest) -> Chapter:
    with inside(path):
        text = decode_html(archive.read(path))
        refuse_declarations(text)
        return Chapter(root=forest.grow(text, is_xml=True), path=path)


@define
class _Encryption:
    """What is encrypted otherwise than fonts are. Text of the method's name stands before the file's."""

    method: str = ""
    path: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "EncryptionMethod":
            self.method = attributes.get("Algorithm", "")
        elif name == "CipherReference" and self.method not in _OF_FONTS:
            self.path = self.path or attributes.get("URI", "?")

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def text(self, words: str) -> None:
        """No text matters."""


def _check_encryption(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    found = _Encryption()
    with inside(_ENCRYPTION):
        parse(archive.read(_ENCRYPTION), found)
    if found.path:
        raise RefusedError(
            f"is encrypted ({found.path[:80]})",
            "get a copy without protection from whoever lends or sells it",
        )


@define
class _Item:
    """A file of the book, as its package lists it."""

    path: str
    kind: str
    is_navigation: bool


@define
class _Package:
    """The package document."""

    path: str = ""
    items: dict[str, _Item] = field(factory=dict)
    order: list[str] = field(factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile":
            self.path = self.path or attributes.get("full-path", "")
        elif name == "item":
            self.items.setdefault(
                attributes.get("id", ""),
                _Item(
                    path=resolve(self.path, attributes.get("href", "")),
                    kind=attributes.get("media-type", ""),
                    is_navigation="nav" in attributes.get("properties", "").split(),
                ),
            )
        elif name == "itemref":
            self.order.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def text(self, words: str) -> None:
        """No text matters."""

    def spine(self) -> Iterator[str]:
        """Yield the paths of the chapters, each once."""
        seen = set()
        for id_ in self.order:
            item = self.items.get(id_)
            if item and item.kind in _OF_TEXT and not item.is_navigation and item.path not in seen:
                seen.add(item.path)
                yield item.path

    def first(self, *, kind: str = "", is_navigation: bool = False) -> str:
        """Return the path of the first file of a kind, or of the one that holds the contents."""
        found = (
            item.path
            for item in self.items.values()
            if (is_navigation and item.is_navigation) or (kind and item.kind == kind)
        )
        return next(found, "")


def _package(archive: Archive) -> _Package:
    package = _Package()
    with inside(_CONTAINER):
        parse(archive.read(_CONTAINER), package)
    with inside(package.path):
        parse(archive.read(package.path), package)
    return package


# --- the list of pages ---------------------------------------------------------------------------


def _listed_pages(archive: Archive, package: _Package, forest: Forest) -> dict[str, str]:
    """Return the labels of addresses, from the navigation document, else from that of EPUB 2."""
    path = package.first(is_navigation=True)
    if path in archive:
        found = _pages_of_navigation(_chapter(archive, path, forest))
        if found:
            return found
    path = package.first(kind=_NCX)
    if path not in archive:
        return {}
    pages = _NcxPages(Chapter(root=Element("", {}, None), path=path))
    with inside(path):
        parse(archive.read(path), pages)
    return pages.found


def _pages_of_navigation(chapter: Chapter) -> dict[str, str]:
    found: dict[str, str] = {}
    lists = [each for each in chapter.root.elements() if each.name == "nav" and has_role(each, "pages")]
    for link in (link for each in lists for link in each.elements()):
        target = chapter.target(link.get("href")) if link.name == "a" else ""
        if target:
            found.setdefault(target, link.words(40))
    return found


@define
class _NcxPages:
    """The `pageTarget` elements of an NCX: a label in text, then the place."""

    _at: Chapter
    found: dict[str, str] = field(factory=dict)
    _label: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "pageTarget":
            self._label = []
        elif name == "content" and self._label is not None:
            target = self._at.target(attributes.get("src", ""))
            if target:
                self.found.setdefault(target, " ".join("".join(self._label).split())[:40])

    def end(self, name: str) -> None:
        if name == "pageTarget":
            self._label = None

    def text(self, words: str) -> None:
        if self._label is not None:
            self._label.append(words)
