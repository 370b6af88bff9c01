"""Prose printed as books are: in lines and pages, with running heads, notes, and the damage of a scan."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from benchmarks.quotations.damage import merged, slips, typography
from benchmarks.quotations.edits import Edit, Edited
from benchmarks.quotations.prose import write_prose
from claimcheck.model.document import Layout

RATES = (0.0, 0.02, 0.05, 0.10)
"""Shares of wrong characters; two pages of each follow one another."""

_N_PAGES_OF_A_RATE = 2
_FIRST_PAGE = 101
_NOTES = 1_000_000
"""Notes are prose of a seed of their own, which no other text has."""

_N_COLUMNS, _N_LINES = 62, 36
_SHARE_HYPHENATED = 0.4
_SHARE_WITH_NOTES = 0.6
_SHARE_SUPERSCRIPT = 0.3
_HEADS = ("THE RIVER AND THE ROAD", "A HISTORY OF THE VALLEY")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKABLE = re.compile(r"(?<=[a-z]{3})[.,;]?(?= )")


@frozen(kw_only=True)
class Sheet:
    """A page: where it begins and ends in the clean text, and the share of its characters that is wrong."""

    start: int
    end: int
    rate: float


@frozen(kw_only=True, eq=False)
class Printed:
    """A clean text, what became of it, and which part of it stands on which page."""

    clean: str = field(repr=False)
    edited: Edited
    layout: Layout
    sheets: tuple[Sheet, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """What a reader of the scan has."""
        return self.edited.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the clean text is printed."""
        return self.edited.span(start, end)


def print_text(clean: str, seed: int = 1) -> Printed:
    """Print a text of paragraphs, one a line."""
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    notes = iter(write_prose(max(20_000, len(clean) // 8), _NOTES + seed).replace("\n", " ").split(". "))
    sheets: list[Sheet] = []
    edits: list[Edit] = []
    for start, breaks in _pages(clean, chance):
        end = breaks[-1][1]
        rate = RATES[len(sheets) // _N_PAGES_OF_A_RATE % len(RATES)]
        marks, foot = _notes(clean, start, end, notes, chance)
        if end < len(clean):
            first, last, line_end = breaks[-1]
            page_end = f"{line_end.rstrip(' ')}{_printed_notes(foot, rate, chance)}\f{_head(len(sheets) + 1)}"
            breaks[-1] = (first, last, page_end)
        wrong = list(slips(clean, start, end, rate, chance)) if rate else []
        edits += merged(breaks, marks, wrong, list(typography(clean, start, end, chance)))
        sheets.append(Sheet(start=start, end=end, rate=rate))
    return Printed(
        clean=clean,
        edited=Edited.of(clean, edits),
        layout=Layout(breaks="form-feed", first_page=_FIRST_PAGE),
        sheets=tuple(sheets),
    )


def _pages(clean: str, chance: random.Random) -> Iterator[tuple[int, list[Edit]]]:
    """Yield the start of each page and the ends of its lines; the last of them ends the page."""
    start, breaks = 0, list[Edit]()
    for line_end in _line_ends(clean, chance):
        breaks.append(line_end)
        if len(breaks) == _N_LINES:
            yield start, breaks
            start, breaks = line_end[1], []
    if breaks:
        yield start, breaks


def _line_ends(clean: str, chance: random.Random) -> Iterator[Edit]:
    position = 0
    while position < len(clean):
        line_end = _line_end(clean, position, chance)
        yield line_end
        position = max(line_end[1], position + 1)


def _line_end(clean: str, start: int, chance: random.Random) -> Edit:
    limit = start + _N_COLUMNS
    paragraph = clean.find("\n", start, limit)
    if paragraph >= 0:
        return paragraph, paragraph + 1, "\n   "
    if limit >= len(clean):
        return len(clean), len(clean), "\n"
    space = clean.rfind(" ", start, limit + 1)
    if space < 0:
        return limit, limit, "\n"
    word = re.compile(r"[a-zA-Z]{7,}").match(clean, space + 1)
    if word and limit - 1 - space > 3 and chance.random() < _SHARE_HYPHENATED:
        cut = min(limit - 1, word.end() - 2)
        return cut, cut, "-\n"
    return space, space + 1, "\n"


def _head(number: int) -> str:
    """Return the first lines of the page with that index: a running head and the page's number."""
    title = _HEADS[number % len(_HEADS)]
    printed = str(_FIRST_PAGE + number)
    line = f"{printed}     {title}" if number % 2 else f"{title}     {printed}"
    return f"{line}\n\n"


def _notes(
    clean: str, start: int, end: int, sentences: Iterator[str], chance: random.Random
) -> tuple[list[Edit], list[str]]:
    """Return the note marks of a page, raised or glued to a word, and the notes themselves."""
    if chance.random() > _SHARE_WITH_NOTES:
        return [], []
    places = [match.end() for match in _MARKABLE.finditer(clean, start, end)]
    n_notes = min(chance.randint(1, 3), len(places))
    is_raised = chance.random() < _SHARE_SUPERSCRIPT
    marks: list[Edit] = []
    for number, at in enumerate(sorted(chance.sample(places, n_notes)), 1):
        marks.append((at, at, str(number).translate(_SUPERSCRIPT) if is_raised else str(number)))
    return marks, [f"{next(sentences, 'Ibid')}." for _ in marks]


def _printed_notes(notes: Sequence[str], rate: float, chance: random.Random) -> str:
    """Return the notes below a page, damaged as the page is; their numbers stay."""
    lines = []
    for number, note in enumerate(notes, 1):
        wrong = merged(list(slips(note, 0, len(note), rate, chance)) if rate else [])
        lines.append(f"{number} {Edited.of(note, wrong).text}\n")
    return "\n" + "".join(lines) if lines else ""
