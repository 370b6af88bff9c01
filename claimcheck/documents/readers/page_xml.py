"""PAGE XML: regions and lines as a person or a program has drawn them, read in the order that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from claimcheck.documents.readers.regions import PrintedRegions, role_of
from claimcheck.documents.readers.safe_xml import parse
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

_GROUPS = ("OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed")
_REFERENCES = ("RegionRef", "RegionRefIndexed")
_PICTURES = ("ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion", "AdvertRegion")
_STRUCTURE = re.compile(r"structure\s*\{[^}]*?type\s*:\s*([\w-]+)")
_LAST = 10**9


@define(kw_only=True)
class _Texts:
    """Something with text of its own: a region, a line or a word. `rank` is that of the text kept."""

    text: str = ""
    rank: int = _LAST + 1
    words: list[_Texts] = field(factory=list)

    def offer(self, text: str, rank: int) -> None:
        """Keep this reading if it ranks before the one that is kept."""
        if rank < self.rank:
            self.text, self.rank = text, rank

    @property
    def line(self) -> str:
        """The text of a line, put together from its words when it has none itself."""
        return self.text if self.text.strip() else " ".join(word.text for word in self.words)


@define(kw_only=True)
class _Region(_Texts):
    """A region of text with its lines and the regions inside it."""

    id: str
    role: str
    lines: list[_Texts] = field(factory=list)
    inner: list[_Region] = field(factory=list)


@define(kw_only=True)
class _Group:
    """A group of the reading order: regions by id, and groups, each with its place."""

    index: int
    members: list[tuple[int, str | _Group]] = field(factory=list)

    def ids(self) -> Iterator[str]:
        """Yield the regions in order. Members without an index keep the order of the file."""
        for _index, member in sorted(self.members, key=lambda each: each[0]):
            if isinstance(member, str):
                yield member
            else:
                yield from member.ids()


def read(data: bytes, _layout: Layout) -> Transcript:
    """
    Read the regions of each page in its reading order, those that it leaves out after them.

    A page bears the number that is printed on it. The standard allows one page in a file; more are read.
    """
    events = _Drawn()
    parse(data, events)
    return events.regions.made.build("page")


@define
class _Drawn:
    """The state of one run: the page under way, and what is open on it."""

    regions: PrintedRegions = field(factory=PrintedRegions)
    _is_begun: bool = False
    _order: _Group | None = None
    _groups: list[_Group] = field(factory=list)
    _top: list[_Region] = field(factory=list)
    _open: list[_Region] = field(factory=list)
    _holders: list[_Texts] = field(factory=list)
    _rank: int = 0
    _words: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if not self._is_begun and name != "PcGts":
            raise RefusedError(f"has the root element <{name[:40]}>, not <PcGts>", "state its format")
        self._is_begun = True
        if name in ("TextLine", "Word", "Glyph"):
            self._holder(name)
        elif name == "TextEquiv":
            self._rank = _whole(attributes.get("index"))
        elif name == "Unicode":
            self._words = ""
        elif name == "TextRegion":
            self._region(attributes)
        elif name in _REFERENCES or name in _GROUPS:
            self._ordered(name, attributes)
        elif name == "Page":
            self._order, self._groups = None, []
            self._top, self._open, self._holders = [], [], []
        elif name in _PICTURES:
            self.regions.made.lose("picture", "pictures are left out")
        elif name == "TableRegion":
            self.regions.made.lose("table-grid", "the cells of a table are set one after another")

    def _holder(self, name: str) -> None:
        holder = _Texts()
        if name == "TextLine" and self._open:
            self._open[-1].lines.append(holder)
        elif name == "Word" and self._holders:
            self._holders[-1].words.append(holder)
        self._holders.append(holder)

    def _region(self, attributes: dict[str, str]) -> None:
        custom = _STRUCTURE.search(attributes.get("custom", ""))
        role = role_of(attributes.get("type", "")) or (role_of(custom[1]) if custom else "")
        region = _Region(id=attributes.get("id", ""), role=role)
        (self._open[-1].inner if self._open else self._top).append(region)
        self._open.append(region)
        self._holders.append(region)

    def _ordered(self, name: str, attributes: dict[str, str]) -> None:
        index = _whole(attributes.get("index"))
        members: list[tuple[int, str | _Group]] = []
        if region := attributes.get("regionRef"):
            members.append((-1, region))
        if name in _REFERENCES:
            if self._groups and region:
                self._groups[-1].members.append((index, region))
            return
        group = _Group(index=index, members=members)
        if self._groups:
            self._groups[-1].members.append((index, group))
        elif self._order is None:
            self._order = group
        self._groups.append(group)

    def end(self, name: str) -> None:
        """Leave an element."""
        if name == "Unicode" and self._words is not None:
            if self._holders:
                self._holders[-1].offer(self._words, self._rank)
            self._words = None
        elif name in ("TextLine", "Word", "Glyph", "TextRegion"):
            self._holders.pop()
            if name == "TextRegion":
                self._open.pop()
        elif name in _GROUPS:
            self._groups.pop()
        elif name == "Page":
            self._set_page()

    def text(self, words: str) -> None:
        """Meet text; that of `Unicode` counts."""
        if self._words is not None:
            self._words += words

    # --- setting ---------------------------------------------------------------------------------

    def _set_page(self) -> None:
        self.regions.page()
        ordered = dict.fromkeys(self._order.ids() if self._order else ())
        by_id = {region.id: region for region in _all(self._top)}
        for name in ordered:
            if name in by_id:
                self._set(by_id[name], ordered)
        rest = [region for region in self._top if region.id not in ordered]
        if ordered and any(not region.role for region in rest):
            self.regions.made.lose("unordered", "regions without a place in the reading order come last")
        for region in rest:
            self._set(region, ordered)

    def _set(self, region: _Region, ordered: dict[str, None]) -> None:
        self.regions.open(region.role)
        lines = [line.line for line in region.lines]
        for line in lines if any(map(str.strip, lines)) else region.text.splitlines():
            self.regions.line(line)
        for inner in region.inner:
            if inner.id not in ordered:
                self._set(inner, ordered)
        self.regions.close()


def _all(regions: list[_Region]) -> Iterator[_Region]:
    for region in regions:
        yield region
        yield from _all(region.inner)


def _whole(number: str | None) -> int:
    return int(number) if number and number.isascii() and number.isdecimal() and len(number) < 10 else _LAST
