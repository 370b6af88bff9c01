"""Editions in TEI."""

from __future__ import annotations

import pytest

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.readers import tei_notes
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


def placed(read_: Transcript) -> list[tuple[int, str, str]]:
    """Return page, label and words of each note."""
    return [
        (note.page, note.label, " ".join(read_.text[slice(*part)] for part in note.parts))
        for note in read_.pages.notes
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<ref target='#n'>7</ref>", "<note xml:id='n'>words</note>"),
        ("<ref target='#n'><hi rend='sup'>7</hi></ref>", "<note xml:id='n'><p>words</p></note>"),
        ("<hi rend='sup'><ref target='#n'>7</ref></hi>", "<note xml:id='n' place='end'>words</note>"),
        ("<ptr target='#n' n='7'/>", "<noteGrp><note xml:id='n'>words</note></noteGrp>"),
        (
            "<ref target='#n'>7</ref>",
            "<div type='notes'><pb/><head>9</head></div><note xml:id='n'>words</note>",
        ),
        ("<anchor xml:id='a'/>", "<note target='#a' n='7'>words</note>"),
        ("<ref xml:id='a' target='#n'>7</ref>", "<note xml:id='n' target='#a' n='7'>words</note>"),
        ("<seg xml:id='a'>toll</seg>", "<list><note target='#a'>7 words</note></list>"),
    ],
)
def test_notes_kept_at_the_end_stand_at_their_marks(mark: str, note: str) -> None:
    """
    A note belongs to the page of its mark, whichever of the two refers to the other.
    """
    read_ = edition(f"<pb n='3'/><p>one{mark} <pb n='4'/>two</p>{note}")

    assert placed(read_) == [(1, "7", "⁷ words")]
    assert read_.text.count("words") == 1
    assert read_.text.index("words") < read_.text.index("two")


@pytest.mark.parametrize(
    "back",
    [
        "<back><pb n='90'/><div type='notes'><note xml:id='n'>words</note></div></back>",
        "<pb n='90'/><back><note xml:id='n'>words</note></back>",
        "<back><p>index</p><div type='Endnotes'><pb n='90'/><note xml:id='n'>words</note></div></back>",
        "<pb n='90'/><back><note xml:id='n'>words<pb n='91'/> more</note></back>",
    ],
)
def test_notes_printed_on_pages_of_their_own_stay_there(back: str) -> None:
    """
    Endnotes that have pages stand on these, and a note over which a page ends on both.
    """
    read_ = edition("<pb n='3'/><p>one<ref target='#n'>7</ref></p>", back)
    ((page, label, words),) = placed(read_)

    assert read_.pages.pages[page - 1].label == "90"
    assert (label, words.removesuffix(" more")) == ("7", "⁷ words")


def test_notes_that_no_mark_fits_stay_where_they_are() -> None:
    """
    A mark after its note, a mere reference, a second mark, a second note of one name: each note is set once.
    """
    read_ = edition(
        "<pb n='3'/><p>one<note xml:id='a'>early</note> two<ref target='#a'>1</ref>, "
        "see <ref target='#b'>note 2</ref> and <ref target='#c'>3</ref> <pb n='4'/> or "
        "<ref target='#c'>3</ref></p>"
        "<pb n='5'/><p>end</p>"
        "<note xml:id='b' n='2'>referred to</note><note xml:id='c'>thrice</note><note xml:id='c'>twin</note>"
    )

    assert placed(read_) == [
        (1, "", "early"),
        (1, "3", "³ thrice"),
        (3, "2", "² referred to"),
        (3, "3", "³ twin"),
    ]


def test_notes_of_notes_follow_them_however_long_the_chain() -> None:
    """
    A note whose mark stands in another note goes to the page of that one; three thousand of them do no harm.
    """
    n = 3_000
    chain = "".join(f"<note xml:id='n{i}'>w{i}<ref target='#n{i + 1}'>1</ref></note>" for i in range(n))
    read_ = edition("<p>a<ref target='#n0'>1</ref></p><pb n='2'/><p>b</p>", f"<back>{chain}</back>")

    assert [note.page for note in read_.pages.notes] == [1] * n


def test_notes_apart_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Beyond what can be kept, notes stay where they are, which is told.
    """
    monkeypatch.setattr(tei_notes, "MOST_KEPT", 7)
    marks, notes = (
        "".join(each.format(i) for i in range(3))
        for each in ("<ref target='#n{0}'>{0}</ref>", "<note xml:id='n{0}'>w{0}</note>")
    )
    read_ = edition(f"<p>{marks}</p><pb/><p>end</p>", f"<back>{notes}</back>")

    assert [page for page, _label, _words in placed(read_)] == [1, 2, 2]
    assert [loss.code for loss in read_.losses] == ["notes-apart"]


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
