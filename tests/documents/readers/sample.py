"""One small document in words of our own, which the tests write in every format and read back."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.pages.page_map import Page
from claimcheck.documents.readers.transcript import Transcript


@frozen(kw_only=True)
class SampleBlock:
    """
    A heading or a paragraph in its printed lines; the mark of a note is a number in superscript.

    A paragraph that `continues` was begun on the page before.
    """

    lines: tuple[str, ...]
    is_heading: bool = False
    continues: bool = False


@frozen(kw_only=True)
class SampleNote:
    """A note at the end of its page."""

    label: str
    words: str


@frozen(kw_only=True)
class SamplePage:
    """A page with its printed number, its running head, and what stands below."""

    label: str
    head: str
    blocks: tuple[SampleBlock, ...]
    notes: tuple[SampleNote, ...]


SAMPLE = (
    SamplePage(
        label="12",
        head="12 The Lower Ford",
        blocks=(
            SampleBlock(lines=("Of the toll at the ford",), is_heading=True),
            SampleBlock(
                lines=(
                    "The carters came down before noon¹ and found the long",
                    "gate shut, with nobody at the toll-house who would an-",
                    "swer for it, so that the elders of the three up-",
                ),
            ),
        ),
        notes=(SampleNote(label="1", words="Ledger of the ford, leaf 4, in another hand."),),
    ),
    SamplePage(
        label="13",
        head="The Lower Ford 13",
        blocks=(
            SampleBlock(lines=("land villages were sent for on the same day.",), continues=True),
            SampleBlock(
                lines=("In spring the price of a crossing rose", "once more, to nine pence a cart.¹")
            ),
        ),
        notes=(SampleNote(label="1", words="So the miller has it; the clerk wrote seven."),),
    ),
)


@frozen(kw_only=True)
class PageRead:
    """What a page was read as, folded: its body, its running head, its notes by label."""

    label: str
    body: str
    furniture: str
    notes: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class SampleRead:
    """
    What a reader made of the sample, so that two formats can be compared.

    `pages` are empty for a format that knows none; `body` and `notes` are then what is left to compare.
    """

    pages: tuple[PageRead, ...]
    body: str
    notes: tuple[tuple[str, str], ...]


HEADINGS = tuple(line for page in SAMPLE for block in page.blocks if block.is_heading for line in block.lines)


def expected(*, paged: bool = True) -> SampleRead:
    """
    Return what every reader should make of the sample.

    A format that knows no pages has its notes numbered through.
    """
    pages = tuple(
        PageRead(
            label=page.label,
            body=_folded(_body(page)),
            furniture=_folded(page.head),
            notes=tuple((note.label, _folded(note.words)) for note in page.notes),
        )
        for page in SAMPLE
    )
    return SampleRead(
        pages=pages if paged else (),
        body=_folded("\n".join(_body(page) for page in SAMPLE)),
        notes=tuple(
            (label if paged else str(index), words)
            for index, (label, words) in enumerate((note for page in pages for note in page.notes), 1)
        ),
    )


def _body(page: SamplePage) -> str:
    return "\n".join(line for block in page.blocks for line in block.lines)


def seen(read: Transcript, *, paged: bool = True) -> SampleRead:
    """Return what a reader made of the sample, to be held against what is expected."""
    pages = tuple(_page(read, page) for page in read.pages.pages)
    return SampleRead(
        pages=pages if paged else (),
        body=_folded_pieces(read, list(_bodies(read))),
        notes=tuple(note for page in pages for note in page.notes),
    )


def _page(read: Transcript, page: Page) -> PageRead:
    notes = [note for note in read.pages.notes if note.page == page.ordinal]
    return PageRead(
        label=page.label,
        body=_folded_pieces(read, [(a, b) for a, b in _bodies(read) if page.start <= a < page.end]),
        furniture=_folded(" ".join(read.text[slice(*each)] for each in page.furniture)),
        notes=tuple((note.label, _folded_note(read, note.label, note.parts)) for note in notes),
    )


def _bodies(read: Transcript) -> Iterator[Range]:
    """Yield what is neither note nor running head."""
    apart = {part for note in read.pages.notes for part in note.parts}
    apart |= {each for page in read.pages.pages for each in page.furniture}
    for segment in read.pages.segments():
        if not any(start <= segment.start < end for start, end in apart):
            yield segment.start, segment.end


def _folded_pieces(read: Transcript, pieces: list[Range]) -> str:
    # Markdown is read as it is, with the marks of its headings.
    return _folded("\n".join(read.text[slice(*piece)].strip().removeprefix("## ") for piece in pieces))


def _folded_note(read: Transcript, label: str, parts: tuple[Range, ...]) -> str:
    words = " ".join(read.text[slice(*part)] for part in parts)
    return _folded(words.lstrip(SUPERSCRIPTS).removeprefix(f"{label} "))


def _folded(text: str) -> str:
    """Return folded text, without the hyphen of a word that goes on elsewhere, and without blank lines."""
    return " ".join(fold(text).text.split()).removesuffix("-")
