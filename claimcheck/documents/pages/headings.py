"""The headed sections of wiki text and Markdown, with the lead and the box of figures before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from claimcheck.documents.folding.fold import Range

_HEADING = re.compile(r"^(={1,6}|#{1,6}(?=[ \t]))([^\n]{1,300})$", re.MULTILINE)
_UNDERLINED = re.compile(
    r"(?<![^\n]\n)^(?! {4}|[ \t]*[-*+#>|=])([^\n|]{1,300})\n(=+|-{2,})[ \t]*$", re.MULTILINE
)
_LEVELS = {"=": 1, "-": 2}
_BOX_LINE = re.compile(r"^[ \t]*[-*|][ \t]*\w[\w ]{0,40}[:=][^\n]*$", re.MULTILINE)


@frozen(kw_only=True)
class Section:
    """
    A stretch of text under a heading, its subsections included.

    The two stretches before the first heading have a `kind` of their own, `box` and `lead`.
    """

    name: str
    start: int
    end: int
    kind: str = "section"

    @property
    def place(self) -> str:
        """The section as one cites it."""
        return f"section {self.name}" if self.kind == "section" else self.kind


def find_sections(text: str, front: Range | None = None, *, underlined: bool = False) -> tuple[Section, ...]:
    """
    Return the sections of a text in order of their begin, none when it has no headings.

    They begin after the `front` matter. `underlined` says that a line of `=` or `-` makes a heading of
    the single line above it.
    """
    body = front[1] if front else 0
    has_marks = any(f"\n{mark}" in text or text.startswith(mark) for mark in "=#")
    headings = [
        (len(match[1]), name, match)
        for match in (_HEADING.finditer(text, body) if has_marks else ())
        if (name := _heading_name(match))
    ]
    if underlined:
        headings += [
            (_LEVELS[match[2][0]], match[1].strip(), match) for match in _UNDERLINED.finditer(text, body)
        ]
        headings.sort(key=lambda heading: heading[2].start())
    if headings and headings[0][0] == 1 and not text[body : headings[0][2].start()].strip():
        body = headings.pop(0)[2].end()
    if not headings:
        return ()
    sections = sections_below([(level, name, match.start()) for level, name, match in headings], len(text))
    return (*_opening(text, (body, sections[0].start)), *sections)


def sections_below(headings: Sequence[tuple[int, str, int]], end: int) -> tuple[Section, ...]:
    """Return the sections that headings open, each given by its level, what it says, and where it begins."""
    ends = _ends([(level, start) for level, _name, start in headings], end)
    return tuple(
        Section(name=name, start=start, end=last)
        for (_level, name, start), last in zip(headings, ends, strict=True)
    )


def _heading_name(match: re.Match[str]) -> str:
    """Return what a heading says; nothing when wiki's marks do not close, or close at another level."""
    marks, rest = match[1], match[2].strip()
    if marks[0] == "#":
        return rest.rstrip("#").rstrip()
    name = rest.removesuffix(marks)
    is_closed = name != rest and not name.startswith("=") and not name.endswith("=")
    return name.strip() if is_closed else ""


def _ends(starts: list[tuple[int, int]], end: int) -> list[int]:
    """Return where each section ends: at the next heading of its level or of a higher one."""
    ends = [end] * len(starts)
    # Nearest following start of each level, met from the back.
    following: dict[int, int] = {}
    for index in range(len(starts) - 1, -1, -1):
        level, start = starts[index]
        ends[index] = min((at for other, at in following.items() if other <= level), default=end)
        following[level] = start
    return ends


def _opening(text: str, opening: Range) -> list[Section]:
    """Return the box and the lead. A box is the list of `name: value` lines that a lead may follow."""
    start, end = opening
    last = start
    n_lines = 0
    for match in _BOX_LINE.finditer(text, start, end):
        if n_lines and text[last : match.start()].strip():
            break
        last = match.end()
        n_lines += 1
    box_end = last if n_lines > 1 else start
    box = [Section(name="box", start=start, end=box_end, kind="box")] if box_end > start else []
    return [*box, Section(name="lead", start=box_end, end=end, kind="lead")]
