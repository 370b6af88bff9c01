"""Recognised pages in ALTO."""

from __future__ import annotations

import pytest

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.readers.alto import read
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout


def recognised(layout: str, settings: str = "") -> Transcript:
    """Read a file with this layout."""
    return read(f"<alto>{settings}<Layout>{layout}</Layout></alto>".encode(), Layout())


def block(*lines: str, tag: str = "") -> str:
    """Return a block of these lines, word by word."""
    strings = ["<SP/>".join(f'<String CONTENT="{word}"/>' for word in line.split(" ")) for line in lines]
    return f"<TextBlock {tag}>{''.join(f'<TextLine>{each}</TextLine>' for each in strings)}</TextBlock>"


def test_halves_of_a_word_are_joined() -> None:
    """
    A word that the file calls divided is joined, whether its hyphen is marked or not, over a page end too.
    """
    first, second = (
        '<String CONTENT="up" SUBS_TYPE="HypPart1" SUBS_CONTENT="upland"/>',
        '<String CONTENT="land"/>',
    )
    line = "<TextBlock><TextLine>{}</TextLine></TextBlock>".format
    for hyphen in ("", '<HYP CONTENT="-"/>', '<HYP CONTENT="&#xAD;"/>'):
        halves = f"<TextLine>{first}{hyphen}</TextLine><TextLine>{second}</TextLine>"
        joined = recognised(f"<Page><TextBlock>{halves}</TextBlock></Page>")
        parted = recognised(f"<Page>{line(first + hyphen)}</Page><Page>{line(second)}</Page>")

        for read_ in (joined, parted):
            assert fold(read_.text, read_.pages.segments()).text == "upland"


def test_margins_and_tags_tell_what_a_block_is() -> None:
    """
    Margins hold running heads; tags tell notes, of which one block may hold several.
    """
    read_ = recognised(
        f"<Page PRINTED_IMG_NR='7'><TopMargin>{block('The Ford')}</TopMargin><PrintSpace>{block('the toll')}"
        f"<ComposedBlock TAGREFS='n'>{block('1 in the ledger,', '1917', '2 so the clerk')}</ComposedBlock>"
        "</PrintSpace></Page>",
        "<Tags><OtherTag ID='n' LABEL='MarginTextZone:note'/></Tags>",
    )

    assert [read_.text[slice(*each)] for each in read_.pages.pages[0].furniture] == ["The Ford"]
    assert [(note.label, read_.text[slice(*note.parts[0])]) for note in read_.pages.notes] == [
        ("1", "¹ in the ledger,\n1917"),
        ("2", "² so the clerk"),
    ]


def test_raised_numbers_are_marks() -> None:
    """
    A number in superscript, by its own style or a named one, is the mark of a note.
    """
    strings = '<String CONTENT="toll"/><String CONTENT="1" {}/><SP/><String CONTENT="rose"/>'
    for style in ('STYLE="superscript"', 'STYLEREFS="s"'):
        read_ = recognised(
            f"<Page><TextBlock><TextLine>{strings.format(style)}</TextLine></TextBlock></Page>",
            '<Styles><TextStyle ID="s" FONTSTYLE="bold superscript"/></Styles>',
        )

        assert read_.text == "toll¹ rose"


def test_strings_without_spaces_are_parted() -> None:
    """
    Where a line marks no space at all, its strings are words.
    """
    line = '<TextLine><String CONTENT="the"/><String CONTENT="gate"/></TextLine>'

    assert recognised(f"<Page><TextBlock>{line}</TextBlock></Page>").text == "the gate"


def test_pictures_are_counted() -> None:
    """
    Pictures and rules are losses, and a page without a printed number keeps its place.
    """
    read_ = recognised(f"<Page PHYSICAL_IMG_NR='9'><Illustration/><Illustration/>{block('a')}</Page>")

    assert [(each.code, each.count) for each in read_.losses] == [("picture", 2)]
    assert [page.label for page in read_.pages.pages] == [""]


def test_another_root_is_refused() -> None:
    """
    What is no ALTO is refused with its root element.
    """
    with pytest.raises(RefusedError, match="<TEI>"):
        read(b"<TEI/>", Layout())
