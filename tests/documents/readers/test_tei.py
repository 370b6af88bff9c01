"""Editions in TEI."""

from __future__ import annotations

import pytest

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.readers.tei import read
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout


def edition(body: str, rest: str = "") -> Transcript:
    """Read an edition with this body."""
    header = "<teiHeader><p>not printed</p></teiHeader>"
    return read(f"<TEI>{header}<text><body>{body}</body>{rest}</text></TEI>".encode(), Layout())


@pytest.mark.parametrize(
    ("marked_up", "text"),
    [
        ("the <choice><sic>cartres</sic><corr>carters</corr></choice> came", "the cartres came"),
        ("the <choice><reg>toll</reg><orig>tolle</orig></choice>", "the tolle"),
        ("<choice><abbr>Capt.</abbr><expan>Captain</expan></choice> Orne", "Capt. Orne"),
        ("<expan>Capt<ex>ain</ex></expan> Orne", "Capt Orne"),
        ("<app><lem>shut</lem><rdg>open</rdg></app> gate", "shut gate"),
        ("<del>six</del><add>seven</add> pence", "seven pence"),
        ("the <gap/> gate", "the […] gate"),
        ("one<lb/>two<lb n='10'/>three", "one\ntwo\nthree"),
        ("<figure><head>The ford</head><figDesc>a picture</figDesc></figure>", "The ford"),
        ("toll<hi rend='sup'>3</hi> and m<hi rend='sup'>o</hi>", "toll³ and mo"),
        ("<note place='inline'>so printed</note> here", "so printed here"),
    ],
)
def test_the_text_is_as_printed(marked_up: str, text: str) -> None:
    """
    What editors put beside the print is left out, and the print is kept.
    """
    assert edition(f"<p>{marked_up}</p>").text == text


def test_words_run_on_over_breaks_that_say_so() -> None:
    """
    A break that does not end a word joins its halves, in lines and over pages.
    """
    read_ = edition("<p>the toll <lb break='no'/>house of the up<pb n='3' break='no'/>land road</p>")

    assert fold(read_.text, read_.pages.segments()).text == "the toll" + "house of the upland road"


def test_notes_bear_their_labels() -> None:
    """
    A label is told by the element, by the mark that points to it, or by the number that is printed.
    """
    read_ = edition(
        "<p>One<note n='a'>first</note> two<note place='foot'>7 second</note> three"
        "<ref target='#n3'>9</ref>.</p>",
        "<back><div type='notes'><note xml:id='n3'><p>third</p></note></div></back>",
    )

    assert [note.label for note in read_.pages.notes] == ["a", "7", "9"]
    assert [read_.text[slice(*note.parts[0])] for note in read_.pages.notes] == [
        "first",
        "⁷ second",
        "⁹ third",
    ]
    assert "Onea two three⁹." in read_.text


def test_divisions_give_sections() -> None:
    """
    A heading opens a section that holds those of the divisions inside.
    """
    read_ = edition(
        "<div><head>Roads</head><div><head>Fords</head><p>a</p></div></div><div><head>Tolls</head><p>b</p></div>"
    )

    assert [(each.name, read_.text[each.start : each.end].split()) for each in read_.pages.sections] == [
        ("Roads", ["Roads", "Fords", "a"]),
        ("Fords", ["Fords", "a"]),
        ("Tolls", ["Tolls", "b"]),
    ]


def test_pages_columns_and_lines_are_mapped() -> None:
    """
    A page without a number keeps its place, or takes the number that is printed on it.
    """
    read_ = edition(
        "<pb/><cb n='a'/><p>x</p><cb n='b'/><p>y</p><pb/><fw type='pageNum'>ii</fw><fw type='pageNum'>8</fw>"
        "<p><lb n='1'/>z</p>"
    )

    assert [page.label for page in read_.pages.pages] == ["", "8"]
    assert [each.label for each in read_.pages.columns] == ["a", "b"]
    assert [each.label for each in read_.pages.lines] == ["1"]


def test_losses_are_told_once() -> None:
    """
    What the text cannot hold is told by kind, with its number.
    """
    read_ = edition("<p><gap/>a<gap/></p><table><row><cell>b</cell><cell>c</cell></row></table>")

    assert [(each.code, each.count) for each in read_.losses] == [("gap", 2), ("table-grid", 1)]
    assert read_.text.endswith("b c")


@pytest.mark.parametrize("data", [b"<html/>", b"<TEI/>", b"<TEI><text>", b""])
def test_what_is_no_edition_is_refused(data: bytes) -> None:
    """
    Another root, a header alone and a file cut short are refused with a hint.
    """
    with pytest.raises(RefusedError) as refusal:
        read(data, Layout())

    assert refusal.value.hint
