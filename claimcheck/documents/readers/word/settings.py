"""What is settled before the text is read: styles of headings, sections, and how notes are numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define, evolve, field, frozen

from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.word.parts import Parts, is_on, number, symbol, value

_HEADING = re.compile(r"heading ([1-9])")
_LONGEST_CHAIN = 12
"""Styles that are based on one another. Word allows eleven."""

_MOST_SECTIONS = 10_000
_PLACES_OF_HEADS = ("default", "even", "first")


@frozen(kw_only=True)
class Counting:
    """How notes of a kind are numbered: the first number, its style, and what begins the count anew."""

    start: int = 1
    style: str = "decimal"
    restarts: str = "continuous"


@define
class Section:
    """A section: how its pages are numbered, its running heads by their ids, and how it begins."""

    first_page: int | None = None
    page_style: str = "decimal"
    begins: str = "nextPage"
    has_title_page: bool = False
    heads: dict[tuple[str, str], str] = field(factory=dict)
    counting: dict[str, Counting] = field(factory=dict)


@define
class Settings:
    """Everything of that kind."""

    levels: dict[str, int]
    sections: list[Section]
    counting: dict[str, Counting]
    has_even_heads: bool
    is_paged: bool
    own_marks: dict[tuple[str, str], str]


def read_settings(parts: Parts) -> Settings:
    """Read what styles, settings and the ends of sections say."""
    styles, settings, sections = _Styles(), _Document(), _Sections()
    parts.read("styles", styles)
    parts.read("settings", settings)
    parts.read_main(sections)
    counting = {"footnote": Counting(), "endnote": Counting(style="lowerRoman")} | settings.counting.found
    return Settings(
        levels=styles.levels(),
        sections=sections.with_inherited() or [Section()],
        counting=counting,
        has_even_heads=settings.has_even_heads,
        is_paged=sections.is_paged or any(each.begins != "continuous" for each in sections.found[1:]),
        own_marks=sections.own_marks,
    )


@define
class _Styles:
    """Styles of paragraphs: Word's own name is English in every language, the id is not."""

    _names: dict[str, str] = field(factory=dict)
    _outline: dict[str, int] = field(factory=dict)
    _based_on: dict[str, str] = field(factory=dict)
    _style: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        said = value(attributes, "val")
        if name == "style":
            self._style = value(attributes, "styleId")
        elif not self._style:
            return
        elif name == "name":
            self._names[self._style] = said.lower()
        elif name == "basedOn":
            self._based_on[self._style] = said
        elif name == "outlineLvl":
            self._outline[self._style] = number(said, 9)

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def text(self, words: str) -> None:
        """No text matters."""

    def levels(self) -> dict[str, int]:
        """Return the level of each style that is one of headings; a title is above them all."""
        found = {}
        for style in self._names:
            level = self._level(style)
            if level:
                found[style] = level
        return found

    def _level(self, style: str) -> int:
        for _step in range(_LONGEST_CHAIN):
            name = self._names.get(style, "")
            heading = _HEADING.fullmatch(name)
            if heading or style in self._outline:
                level = int(heading[1]) if heading else self._outline[style] + 1
                return level if level < 10 else 0
            if name == "title":
                return 1
            style = self._based_on.get(style, "")
        return 0


@define
class _Counting:
    """The elements `footnotePr` and `endnotePr`, wherever they stand."""

    found: dict[str, Counting] = field(factory=dict)
    _kind: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        said = value(attributes, "val")
        if name in ("footnotePr", "endnotePr"):
            self._kind = name.removesuffix("Pr")
            otherwise = "lowerRoman" if self._kind == "endnote" else "decimal"
            self.found[self._kind] = Counting(style=otherwise)
        elif self._kind in self.found:
            self.found[self._kind] = _counted(self.found[self._kind], name, said)

    def end(self, name: str) -> None:
        if name in ("footnotePr", "endnotePr"):
            self._kind = ""


def _counted(counting: Counting, name: str, said: str) -> Counting:
    if name == "numFmt":
        return evolve(counting, style=said)
    if name == "numStart":
        return evolve(counting, start=number(said, 1))
    return evolve(counting, restarts=said) if name == "numRestart" else counting


@define
class _Document:
    """The settings of the document."""

    counting: _Counting = field(factory=_Counting)
    has_even_heads: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.counting.start(name, attributes)
        if name == "evenAndOddHeaders":
            self.has_even_heads = is_on(attributes)

    def end(self, name: str) -> None:
        self.counting.end(name)

    def text(self, words: str) -> None:
        """No text matters."""


@define
class _Sections:
    """
    What is told late: sections at their end, the marks of notes that have one of their own, page ends.

    `is_paged` says that there are page ends, noted by Word when it laid the text out, or written by hand.
    """

    found: list[Section] = field(factory=list)
    is_paged: bool = False
    own_marks: dict[tuple[str, str], str] = field(factory=dict)
    _marked: tuple[str, str] | None = None
    _is_in_text: bool = False
    _section: Section | None = None
    _counting: _Counting = field(factory=_Counting)
    _n_changes: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "lastRenderedPageBreak" or (name == "br" and value(attributes, "type") == "page"):
            self.is_paged = True
        elif name in ("footnoteReference", "endnoteReference"):
            key = (name.removesuffix("Reference"), value(attributes, "id"))
            self._marked = key if value(attributes, "customMarkFollows") in ("1", "true", "on") else None
        elif name in ("t", "sym"):
            self._is_in_text = name == "t"
            if name == "sym" and self._marked:
                self._mark(symbol(attributes))
        elif name == "sectPrChange":
            self._n_changes += 1
        elif name == "sectPr" and not self._n_changes:
            self._section, self._counting = Section(), _Counting()
        elif self._section is not None and not self._n_changes:
            self._counting.start(name, attributes)
            self._settle(self._section, name, attributes)

    def _settle(self, section: Section, name: str, attributes: Mapping[str, str]) -> None:
        if name == "pgNumType":
            start = value(attributes, "start")
            section.first_page = number(start, 1) if start else None
            section.page_style = value(attributes, "fmt") or "decimal"
        elif name == "titlePg":
            section.has_title_page = is_on(attributes)
        elif name == "type":
            section.begins = value(attributes, "val")
        elif name in ("headerReference", "footerReference"):
            place = value(attributes, "type") or "default"
            if place in _PLACES_OF_HEADS:
                section.heads[(name.removesuffix("Reference"), place)] = value(attributes, "id")

    def end(self, name: str) -> None:
        if name == "sectPrChange":
            self._n_changes -= 1
        elif self._section is not None and not self._n_changes:
            self._counting.end(name)
            if name == "sectPr":
                self._section.counting = self._counting.found
                self.found.append(self._section)
                self._section = None
                if len(self.found) > _MOST_SECTIONS:
                    raise RefusedError(f"has more than {_MOST_SECTIONS:,} sections", "split it")
        self._is_in_text = False
        if name == "r":
            self._marked = None

    def text(self, words: str) -> None:
        if self._is_in_text and self._marked:
            self._mark(words)

    def _mark(self, words: str) -> None:
        if self._marked and words.strip():
            self.own_marks[self._marked] = words.strip()
            self._marked = None

    def with_inherited(self) -> list[Section]:
        """Return the sections, each with the running heads of the one before where it has none."""
        for before, after in zip(self.found, self.found[1:], strict=False):
            after.heads = before.heads | after.heads
        return self.found
