"""From a text and its layout to the map of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from attrs import evolve, frozen

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.blocks import Block, find_blocks, plain_number
from claimcheck.documents.pages.definitions import defined_notes
from claimcheck.documents.pages.headings import find_sections
from claimcheck.documents.pages.page_map import Note, Page, PageMap
from claimcheck.model.document import Layout

# The sheet that a repository puts before an article is no page of it.
_COVER = re.compile(r"\bcollaborating with JSTOR to digitize\b")
_N_COVER_BLOCKS = 15

_FINISHED = tuple(".!?…)]'\"’”»*>")

# Looking back from the first digit, so that nothing is tried where none stands.
_NUMBERED_LINE = re.compile(
    r"\d(?:(?<=^\d)|(?<=^ \d)|(?<=^ {2}\d)|(?<=^ {3}\d))\d{0,2}(?=[ \t]+\S)", re.MULTILINE
)
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
# What touches a word or a stop before it: the mark of a note that was superscript once.
_GLUED_NUMBER = re.compile(
    rf"[0-9](?:(?<=[^\W\d_]\d)(?<![{SUPERSCRIPTS}]\d)|(?<=[.,;:!?”’\"')\]]\d))\d{{0,2}}(?!\d)"
)

_LONGEST_HEAD = 80
_N_REPEATS = 3


@frozen(kw_only=True)
class PageBounds:
    """Where a page begins and ends, and its printed number, empty when it has none."""

    start: int
    end: int
    label: str = ""


def map_pages(text: str, layout: Layout) -> PageMap:
    """
    Return the map of a text whose pages are told apart as its layout says.

    With `notes`, a page ends with a run of paragraphs that begin with superscript numbers. A page
    without notes cannot be told from the next one then. Otherwise form feeds end pages, unless the layout
    says that there is one page, and notes are the lines at a page's end that begin with consecutive numbers
    which are marked in the body above, or, where there are such, those that Markdown defines.
    """
    if layout.breaks == "notes":
        return _map_by_notes(text, layout)
    is_cut = layout.breaks in ("form-feed", "")
    cuts = [match.start() for match in re.finditer("\f", text)] if is_cut else []
    ranges = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True))
    if len(ranges) > 1 and not text[slice(*ranges[-1])].strip():
        ranges.pop()
    return map_bounds(
        text,
        [
            PageBounds(start=start, end=end, label=_label(layout, index))
            for index, (start, end) in enumerate(ranges)
        ],
    )


def map_bounds(text: str, bounds: Sequence[PageBounds]) -> PageMap:
    """Return the map of a text whose pages are known, with the running heads and notes found on them."""
    pages = _with_furniture(
        text,
        [
            Page(ordinal=index + 1, label=each.label, start=each.start, end=each.end)
            for index, each in enumerate(bounds)
        ],
    )
    notes = tuple(defined_notes(text, pages)) or tuple(
        note for page in pages for note in _numbered_notes(text, page)
    )
    return PageMap(text=text, pages=pages, notes=notes, sections=find_sections(text))


def _label(layout: Layout, index: int) -> str:
    return "" if layout.first_page is None else str(layout.first_page + index)


def _map_by_notes(text: str, layout: Layout) -> PageMap:
    blocks = list(find_blocks(text))
    n_cover = _n_cover_blocks(text, blocks)
    front = (blocks[0].start, blocks[n_cover - 1].end) if n_cover else None
    pages: list[Page] = []
    notes: list[Note] = []
    for index, on_page in enumerate(_pages_of_blocks(blocks[n_cover:])):
        label = _label(layout, index)
        pages.append(Page(ordinal=index + 1, label=label, start=on_page[0].start, end=on_page[-1].end))
        _continue_note(text, notes, on_page)
        notes += _notes_of_blocks(on_page, index + 1)
    return PageMap(
        text=text, pages=tuple(pages), notes=tuple(notes), sections=find_sections(text), front=front
    )


def _n_cover_blocks(text: str, blocks: list[Block]) -> int:
    for index, block in enumerate(blocks[:_N_COVER_BLOCKS]):
        if _COVER.search(text, block.start, block.end):
            return index + 1
    return 0


def _pages_of_blocks(blocks: list[Block]) -> list[list[Block]]:
    """
    Return the blocks of each page: some body text, then the notes that end the page.

    Where notes are numbered anew on each page, notes that go on counting after a paragraph without a
    number belong to the same page: the paragraph is part of a note.
    """
    n_ones = sum(block.label == "1" and not before.label for before, block in pairwise(blocks))
    pages: list[list[Block]] = []
    for index, block in enumerate(blocks):
        ended = index > 0 and not block.label and blocks[index - 1].label
        if not pages or (ended and not (n_ones > 1 and _counts_on(blocks, index))):
            pages.append([])
        pages[-1].append(block)
    return pages


def _counts_on(blocks: list[Block], index: int) -> bool:
    """Whether the next note after an unnumbered block has the number after the last note before it."""
    following = next((block.label for block in blocks[index : index + _N_COVER_BLOCKS] if block.label), "")
    return following == str(int(blocks[index - 1].label) + 1)


def _notes_of_blocks(on_page: list[Block], ordinal: int) -> list[Note]:
    notes: list[Note] = []
    for block in on_page:
        if block.label:
            notes.append(Note(label=block.label, page=ordinal, parts=((block.start, block.end),)))
        elif notes:
            notes[-1] = evolve(notes[-1], parts=(*notes[-1].parts, (block.start, block.end)))
    return notes


def _continue_note(text: str, notes: list[Note], on_page: list[Block]) -> None:
    """
    Give the last note of the page before its rest, if it broke off there.

    Nothing marks the rest. It stands between the body and the notes of the page, so it is the last
    unnumbered block, provided that the note ended without a stop and that a body is left before it.
    """
    body = list(takewhile(lambda block: not block.label, on_page))
    if not notes or len(body) < 2 or text.endswith(_FINISHED, 0, notes[-1].parts[-1][1]):
        return
    notes[-1] = evolve(notes[-1], parts=(*notes[-1].parts, (body[-1].start, body[-1].end)))


def _numbered_notes(text: str, page: Page) -> list[Note]:
    """Return the notes at the end of a page, when at least half of them are marked in its body."""
    chain = _longest_count(
        [
            (int(match[0]), text.rfind("\n", 0, match.start()) + 1)
            for match in _NUMBERED_LINE.finditer(text, page.start, page.end)
        ]
    )
    if not chain:
        return []
    body = text[page.start : chain[0][1]]
    raised = set(map(plain_number, _SUPERSCRIPT.findall(body))) if _holds_raised(body) else set()
    numbers = [str(number) for number, _start in chain]
    if sum(each in raised or _holds_glued(body, each) for each in numbers) * 2 < len(chain):
        return []
    ends = [*(start for _number, start in chain[1:]), page.end]
    return [
        Note(label=str(number), page=page.ordinal, parts=((start, end),))
        for (number, start), end in zip(chain, ends, strict=True)
    ]


def _holds_raised(body: str) -> bool:
    return not body.isascii() and any(each in body for each in SUPERSCRIPTS)


def _holds_glued(body: str, number: str) -> bool:
    """Whether a number touches a word or a stop somewhere; looked for by itself, as bodies hold few."""
    at = body.find(number)
    while at >= 0:
        match = _GLUED_NUMBER.match(body, at)
        if match and match[0] == number:
            return True
        at = body.find(number, at + 1)
    return False


def _longest_count(lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of lines numbered n, n+1, n+2..., the last such chain when several are."""
    nearest: dict[int, int] = {}
    following: list[int | None] = [None] * len(lines)
    lengths = [1] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        number = lines[index][0]
        after = nearest.get(number + 1)
        if after is not None:
            following[index], lengths[index] = after, lengths[after] + 1
        nearest[number] = index
    here = max(range(len(lines)), key=lambda index: (lengths[index], index), default=None)
    chain = []
    while here is not None:
        chain.append(lines[here])
        here = following[here]
    return chain


def _with_furniture(text: str, pages: list[Page]) -> tuple[Page, ...]:
    heads = {page.ordinal: _edge_line(text, page, first=True) for page in pages}
    feet = {page.ordinal: _edge_line(text, page, first=False) for page in pages}
    repeated = Counter(_wording(text, line) for line in heads.values() if line)
    found = []
    for page in pages:
        head, foot = heads[page.ordinal], feet[page.ordinal]
        is_head = head and (
            _bears_number(text, head, page.label) or repeated[_wording(text, head)] >= _N_REPEATS
        )
        is_foot = foot and foot != head and text[slice(*foot)].strip("-–— \t[]") == page.label != ""
        furniture = [line for line, is_added in ((head, is_head), (foot, is_foot)) if line and is_added]
        found.append(evolve(page, furniture=tuple(furniture)))
    return tuple(found)


def _edge_line(text: str, page: Page, *, first: bool) -> Range | None:
    """Return the first or last line of a page that is not blank, None when it is longer than a head."""
    words = text[page.start : page.end]
    if not words.strip():
        return None
    if first:
        start = page.start + len(words) - len(words.lstrip())
        end = text.find("\n", start, page.end)
        end = page.end if end < 0 else end
    else:
        end = page.start + len(words.rstrip())
        start = max(text.rfind("\n", page.start, end) + 1, page.start)
    return (start, end) if end - start <= _LONGEST_HEAD else None


def _wording(text: str, line: Range) -> str:
    return re.sub(r"[\W\d_]+", " ", text[slice(*line)]).strip().casefold()


def _bears_number(text: str, line: Range, label: str) -> bool:
    words = text[slice(*line)].split()
    return bool(label) and bool(words) and label in (words[0], words[-1])
