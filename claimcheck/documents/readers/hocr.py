"""hOCR: what text recognition found on each page, as XHTML or as HTML that need not be well-formed."""

from __future__ import annotations

import re
from collections import Counter

from attrs import define, field

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from claimcheck.documents.readers.hypertext.scan import Tag, refuse_declarations, scan
from claimcheck.documents.readers.hypertext.stated_encoding import decode_html, states_in_meta
from claimcheck.documents.readers.hypertext.vocabulary import vocabulary
from claimcheck.documents.readers.regions import HEADING, PrintedRegions, role_of
from claimcheck.documents.readers.safe_xml import DEEPEST, Events, parse
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

_PREFIX = re.compile(r"ocrx?_")
_SPACES = re.compile(r"[ \t\r\n]+")
_LABEL = re.compile(r"""\blpageno\s+["']?([^\s"';]{1,40})""")
_REGIONS = ("carea", "column", "par", "block")
_INSIDE_LINES = ("word", "cinfo", "glyph", "glyphs", "dropcap", "chem", "math")
_PICTURES = ("image", "photo", "graphic", "linedrawing")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


def read(data: bytes, _layout: Layout) -> Transcript:
    """
    Read the lines of each page in the order of the file; a page bears the number that is printed on it.

    What is well-formed is read as XML, all else as HTML, both in the encoding that they state.
    """
    # XML itself knows nothing of <meta>: what states its encoding there alone is decoded before.
    stated = decode_html(data) if states_in_meta(data) else ""
    events = _Recognised()
    try:
        parse(stated.encode() if stated else data, events)
    except RefusedError:
        events = _Recognised()
        _Soup(events).feed(stated or decode_html(data))
        if not data.rstrip().lower().endswith(b"</html>"):
            events.regions.made.lose("cut-short", "the file does not end with </html>, and may be cut short")
    if not events.is_begun:
        raise RefusedError("holds no element of the class ocr_page", "state its format: it may be plain HTML")
    events.flush()
    return events.regions.made.build("hocr")


@define(kw_only=True)
class _Element:
    """An element that is open: whether it ends a line or a region, or raises what stands in it."""

    is_line: bool = False
    is_region: bool = False
    is_raised: bool = False


@define
class _Recognised:
    """The state of one run."""

    regions: PrintedRegions = field(factory=PrintedRegions)
    is_begun: bool = False
    _open: list[_Element] = field(factory=list)
    _line: list[str] = field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        element = _Element(is_raised=name == "sup")
        self._open.append(element)
        kind = next((each for each in attributes.get("class", "").split() if _PREFIX.match(each)), "")
        kind = _PREFIX.sub("", kind, count=1)
        if kind == "page":
            self._page(attributes.get("title", ""))
        elif not self.is_begun:
            return
        elif kind == "word":
            self._line.append(" ")
        elif kind in _PICTURES:
            self.regions.made.lose("picture", "pictures are left out")
        elif name == "br":
            self.flush()
        elif kind not in _INSIDE_LINES:
            self._structure(element, name, kind)

    def _page(self, title: str) -> None:
        self.flush()
        label = _LABEL.search(title)
        self.regions.page(label[1] if label else "")
        self.is_begun = True

    def _structure(self, element: _Element, name: str, kind: str) -> None:
        role = role_of(kind) or (HEADING if name in _HEADINGS else "")
        element.is_region = bool(role) or kind in _REGIONS or (not kind and name == "p")
        element.is_line = element.is_region or bool(kind)
        if kind == "table":
            self.regions.made.lose("table-grid", "the cells of a table are set one after another")
        if element.is_line:
            self.flush()
        if element.is_region:
            self.regions.open(role)

    def text(self, words: str) -> None:
        """Meet text."""
        if self.is_begun:
            is_mark = self._open and self._open[-1].is_raised and words.isascii() and words.isdecimal()
            self._line.append(words.translate(_RAISED) if is_mark else words)

    def end(self, name: str) -> None:
        """Leave the element that was entered last."""
        del name
        element = self._open.pop()
        if element.is_line:
            self.flush()
        if element.is_region:
            self.regions.close()

    def flush(self) -> None:
        """Set the line under way."""
        if self._line:
            self.regions.line(_SPACES.sub(" ", "".join(self._line)))
            self._line.clear()


class _Soup:
    """Tells the events of HTML: an end tag ends what is open inside; one without a begin is nothing."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._open: list[str] = []
        self._n_open: Counter[str] = Counter()

    def feed(self, text: str) -> None:
        """Tell those of a whole file."""
        refuse_declarations(text)
        for piece in scan(text):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif "script" not in self._open[-1:] and "style" not in self._open[-1:]:
                self._events.text(piece)
        while self._open:
            self._events.end(self._open.pop())

    def _tag(self, tag: Tag) -> None:
        if tag.is_end:
            self._end(tag.name)
            return
        self._events.start(tag.name, tag.attributes)
        if tag.is_empty or tag.name in vocabulary().empty:
            self._events.end(tag.name)
            return
        self._open.append(tag.name)
        self._n_open[tag.name] += 1
        if len(self._open) > DEEPEST:
            raise RefusedError(f"nests more than {DEEPEST} elements", "close what is left open")

    def _end(self, name: str) -> None:
        if not self._n_open[name]:
            return
        while self._open:
            last = self._open.pop()
            self._n_open[last] -= 1
            self._events.end(last)
            if last == name:
                return
