"""Locators as historians write them, and the stretches of a text that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.pages.page_map import Page, PageMap

_VALUE = r"(?:\d{1,9}(?:[a-e](?![^\W_]))?(?!\d)|\b[ivxlcdm]{1,12}(?![^\W_])(?!\.?[ \t]*\d))"
_VALUES = rf"{_VALUE}(?:[ \t]*[-–—][ \t]*{_VALUE})?(?:[ \t]*ff?\b\.?)?"
_LIST = rf"{_VALUES}(?:[ \t]*(?:,|&|and)[ \t]*{_VALUES})*"
_WORDS = {
    "pages": r"pages?|pp?|S|s",
    "notes": r"footnotes?|endnotes?|notes?|fnn?|nn?",
    "lines": r"lines?|ll?",
}
_TERM = re.compile(
    rf"(?:(?<![^\W\d_])(?:(?P<pages>{_WORDS['pages']})|(?P<notes>{_WORDS['notes']})|(?P<lines>{_WORDS['lines']}))"
    rf"[ \t]*\.?[ \t]*|^[ \t]*(?P<bare>)(?=\d))(?P<values>{_LIST})",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?:§+|\bsect(?:ion)?\b\.?|\bsec\.)[ \t]*(?P<name>[^;]+?)"
    r"(?=[ \t]*(?:$|;|,[ \t]*(?:pp?|nn?|notes?|ll?|lines?)\b\.?[ \t]*\d))",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\b(?:(?P<box>(?:info)?box)|(?P<lead>lead))\b", re.IGNORECASE)
_PART = re.compile(rf"({_VALUE})(?:[ \t]*[-–—][ \t]*({_VALUE}))?[ \t]*(ff?\b)?", re.IGNORECASE)

_FOLLOWING = {"f": 1, "ff": 2}
"""How many more pages "137f." and "137ff." mean; the second is open, and two is the usual least."""

_LONGEST_LOCATOR = 500


@frozen(kw_only=True)
class Values:
    """Numbers or labels from `first` to `last`; equal for a single one. Arabic numbers stay text."""

    first: str
    last: str

    def holds(self, label: str) -> bool:
        """Whether a printed label lies within: as a number where all three are, else word for word."""
        if self.first.isdigit() and self.last.isdigit() and label.isdigit():
            return int(self.first) <= int(label) <= int(self.last)
        return label.casefold() in (self.first.casefold(), self.last.casefold())


@frozen(kw_only=True)
class Locator:
    """
    One place as cited. Everything that is not understood is kept in `other`, and constrains nothing.

    `headed` is the name of a section; `opening` is "lead" or "box".
    """

    pages: tuple[Values, ...] = ()
    notes: tuple[Values, ...] = ()
    lines: tuple[Values, ...] = ()
    headed: str = ""
    opening: str = ""
    other: str = ""


def parse_locator(text: str) -> tuple[Locator, ...]:
    """
    Return the places that a locator names, several when semicolons part them, none when it is blank.

    >>> parse_locator("pp. 137-8, n. 3")[0].pages
    (Values(first='137', last='138'),)
    """
    parts = text[:_LONGEST_LOCATOR].split(";")
    return tuple(_parse_one(part.strip()) for part in parts if part.strip())


def _parse_one(text: str) -> Locator:
    found: dict[str, tuple[Values, ...]] = {"pages": (), "notes": (), "lines": ()}
    headed = opening = ""
    if match := _HEADED.search(text):
        headed = match["name"].strip(" \t\"'‘’“”«»")
        text = text[: match.start()] + " " + text[match.end() :]
    if match := _OPENING.search(text):
        opening = "box" if match["box"] else "lead"
        text = text[: match.start()] + " " + text[match.end() :]
    for match in _TERM.finditer(text):
        kind = next(kind for kind in ("pages", "notes", "lines", "bare") if match[kind] is not None)
        found["pages" if kind == "bare" else kind] += tuple(_values(match["values"]))
    other = " ".join(re.split(r"[ \t,.]+", _TERM.sub(" ", text))).strip()
    return Locator(
        pages=found["pages"],
        notes=found["notes"],
        lines=found["lines"],
        headed=headed,
        opening=opening,
        other=other,
    )


def _values(text: str) -> Iterator[Values]:
    for first, last, following in _PART.findall(text):
        if following and first.isdigit() and not last:
            yield Values(first=first, last=str(int(first) + _FOLLOWING[following.lower()]))
        else:
            yield Values(first=first, last=_unabbreviated(first, last) if last else first)


def _unabbreviated(first: str, last: str) -> str:
    """Return the end of a range in full: 137-8 ends at 138, 137-42 at 142."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def cited_ranges(locators: tuple[Locator, ...], pages: PageMap) -> tuple[Range, ...] | None:
    """
    Return where a passage should stand; None when the locators constrain nothing.

    A locator binds by what the map knows: a page number where page numbers are known, a note where
    notes were found, a section where there are headings. Empty means that the map knows such places,
    and not this one. The lines of a page are counted without blank lines and running heads, those of a
    text without a page as an editor numbers them.
    """
    found: list[Range] = []
    for locator in locators:
        ranges = _ranges(locator, pages)
        if ranges is None:
            return None
        found += ranges
    return tuple(found) if locators else None


def _ranges(locator: Locator, pages: PageMap) -> list[Range] | None:
    ranges: list[Range] | None = None
    on = list(pages.pages)
    if locator.pages and pages.is_numbered:
        on = [page for page in on if any(values.holds(page.label) for values in locator.pages)]
        ranges = [(page.start, page.end) for page in on]
    if locator.notes and pages.notes:
        ranges = _note_ranges(locator, on, pages)
    if locator.lines:
        ranges = _line_ranges(locator, on if ranges is not None else [], pages)
    if (locator.headed or locator.opening) and pages.sections:
        headed = _headed_ranges(locator, pages)
        ranges = headed if ranges is None else list(_common(ranges, headed))
    return ranges


def _note_ranges(locator: Locator, on: list[Page], pages: PageMap) -> list[Range]:
    """Return the parts of the notes that begin on these pages, or have a part on one of them."""
    found = []
    for note in pages.notes:
        if not any(values.holds(note.label) for values in locator.notes):
            continue
        begins = any(page.ordinal == note.page for page in on)
        touches = any(page.start <= start < page.end for page in on for start, _end in note.parts)
        found += list(note.parts) if begins or touches else []
    return found


def _line_ranges(locator: Locator, on: list[Page], pages: PageMap) -> list[Range]:
    whole = [(0, len(pages.text))]
    found = []
    for start, end in [(page.start, page.end) for page in on] or whole:
        number = 0
        for match in re.finditer(r"[^\n]+|(?<=\n)\n|^\n", pages.text[start:end]):
            line = (start + match.start(), start + match.end())
            skipped = on and (not match.group().strip() or any(line in page.furniture for page in on))
            number += not skipped
            if not skipped and any(values.holds(str(number)) for values in locator.lines):
                found.append(line)
    return found


def _headed_ranges(locator: Locator, pages: PageMap) -> list[Range]:
    if locator.opening:
        return [(each.start, each.end) for each in pages.sections if each.kind == locator.opening]
    wanted = fold(locator.headed).text.strip()
    named = [(fold(each.name).text.strip(), each) for each in pages.sections if each.kind == "section"]
    equal = [each for name, each in named if name == wanted]
    return [(each.start, each.end) for each in equal or [each for name, each in named if wanted in name]]


def _common(first: list[Range], second: list[Range]) -> Iterator[Range]:
    for a, b in first:
        for c, d in second:
            if max(a, c) < min(b, d):
                yield max(a, c), min(b, d)
