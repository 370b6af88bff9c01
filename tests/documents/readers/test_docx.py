"""Documents of word processors, with their notes, changes and pages."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers.docx import read
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout
from tests.documents.readers.rendered_packed import letter, packed


def read_letter(body: str, first_page: int | None = None, parts: dict[str, str] | None = None) -> Transcript:
    """Read the body of a document with further parts."""
    return read(letter(body, parts), Layout(first_page=first_page))


def run(words: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*parts: str, style: str = "") -> str:
    """Return a paragraph."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(parts)}</w:p>"


def labels(read: Transcript) -> list[str]:
    """Return the numbers of the pages."""
    return [page.label for page in read.pages.pages]


BREAK = '<w:r><w:br w:type="page"/></w:r>'
NOTED = "<w:r><w:lastRenderedPageBreak/></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("The  "), run("ford")) + paragraph(run("and gate")), "The ford\n\nand gate"),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>",
            "a b\nc\nd",
        ),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        (
            "<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>",
            "a\u2011b\u00adc",
        ),
        ('<w:p><w:r><w:sym w:font="x" w:char="00A7"/><w:t>4</w:t></w:r></w:p>', "§4"),
        (f"<w:p><w:ins>{run('new')}</w:ins><w:hyperlink>{run('er')}</w:hyperlink></w:p>", "newer"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('a'))}</w:sdtContent></w:sdt>", "a"),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> REF x </w:instrText>"
            "<w:fldChar w:fldCharType='separate'/><w:t>mill</w:t><w:fldChar w:fldCharType='end'/>"
            "</w:r></w:p>",
            "mill",
        ),
    ],
)
def test_words_stand_as_they_are_printed(body: str, text: str) -> None:
    """
    Paragraphs, lines and characters that are elements of their own are set; instructions are not.
    """
    done = read_letter(body)

    assert done.text == text
    assert done.losses == ()


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "deleted-text"),
        (f"<w:moveFrom>{run('gone')}</w:moveFrom>", "deleted-text"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>", "hidden"),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", "picture"),
        ("<w:r><w:commentReference w:id='1'/></w:r>", "comment"),
        (f"<w:r><w:ruby><w:rt>{run('gone')}</w:rt></w:ruby></w:r>", "gloss"),
    ],
)
def test_what_is_not_set_is_told(part: str, code: str) -> None:
    """
    Struck out and hidden text, comments and pictures are left out, and what follows is not.
    """
    done = read_letter(
        paragraph(run("a"), part.replace("a:blip", "w:blip"), run("b"))
        + paragraph("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>c</w:t></w:r>")
    )

    assert done.text == "ab\n\nc"
    assert [loss.code for loss in done.losses] == [code]


def test_a_picture_of_a_character_is_told() -> None:
    """
    A character that only its font knows leaves a mark that something stood there.
    """
    done = read_letter('<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>')

    assert done.text == "\ufffd"
    assert [loss.code for loss in done.losses] == ["symbol"]


def cell(*paragraphs: str, properties: str = "") -> str:
    """Return a cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def test_tables_have_a_line_for_a_row() -> None:
    """
    Tabs part cells, whatever they hold, and cells that span others are told.
    """
    inner = f"<w:tbl><w:tr>{cell(paragraph(run('c')))}{cell(paragraph(run('d')))}</w:tr></w:tbl><w:p/>"
    rows = [
        cell(paragraph(run("dead"))) + cell(paragraph(run("80")), paragraph(run("or more"))),
        cell("<w:p/>") + cell(paragraph(run("b"))) + cell(inner, properties='<w:gridSpan w:val="2"/>'),
    ]
    table = "".join(f"<w:tr><w:trPr/>{row}</w:tr>" for row in rows)
    done = read_letter(f"{paragraph(run('a'))}<w:tbl><w:tblPr/>{table}</w:tbl>{paragraph(run('e'))}")

    assert done.text == "a\n\ndead\t80\nor more\nb\tc\nd\n\ne"
    assert [loss.code for loss in done.losses] == ["table-grid"]


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    """
    A box does not part the words round it, and the copy of it for older programs is passed over.
    """
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    both = f"<w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback>"
    both = f"<w:r><w:AlternateContent>{both}</w:AlternateContent></w:r>"
    done = read_letter(paragraph(run("be"), both, run("fore")) + paragraph(run("after")))

    assert done.text == "before\n\nin the box\n\nafter"


def test_headings_are_known_by_their_styles() -> None:
    """
    A style is one of headings by Word's own name, by the style that it is based on, or by its outline.
    """
    styles = (
        '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="Mine"/><w:basedOn w:val="c"/></w:style>'
        '<w:style w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="b"/><w:outlineLvl w:val="1"/></w:style>'
        '<w:style w:styleId="d"><w:name w:val="Loop"/><w:basedOn w:val="d"/></w:style>'
    )
    outlined = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>" + run("Four") + "</w:p>"
    body = [paragraph(run(words), style=style) for words, style in (("One", "a"), ("Two", "b"), ("no", "d"))]
    done = read_letter("".join(body) + outlined, parts={"styles": styles})

    assert [(each.name, done.text[each.start : each.end].strip()) for each in done.pages.sections] == [
        ("One", "One\n\nTwo\n\nno"),
        ("Two", "Two\n\nno"),
        ("Four", "Four"),
    ]


def test_notes_bear_the_numbers_that_word_gives_them() -> None:
    """
    Footnotes count on, endnotes count in Roman numerals and stand last, and own marks are kept.
    """
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r>' + own + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    late = (
        "<w:del><w:r><w:footnoteReference w:id='5'/></w:r></w:del><w:r><w:footnoteReference w:id='4'/></w:r>"
    )
    done = read_letter(
        paragraph(run("a"), marks, run("b"), late),
        parts={
            "footnotes": "".join(
                f'<w:footnote w:id="{id_}">{paragraph("<w:r><w:footnoteRef/></w:r>", *map(run, words))}'
                "</w:footnote>"
                for id_, words in ((2, [" one", "!"]), (3, ["* ", "own"]), (4, ["two"]), (5, ["deleted"]))
            ),
            "endnotes": f'<w:endnote w:id="2">{paragraph(run("end"))}{paragraph(run("of it"))}</w:endnote>',
            "settings": '<w:footnotePr><w:numStart w:val="7"/></w:footnotePr>',
        },
    )

    assert done.text == "a⁷*[i]b⁸\n\n⁷ one!\n\nown\n\n⁸ two\n\nend\n\nof it"
    assert [(note.label, done.text[slice(*note.parts[0])]) for note in done.pages.notes] == [
        ("7", "⁷ one!"),
        ("*", "own"),
        ("8", "⁸ two"),
        ("i", "end\n\nof it"),
    ]


def test_pages_end_where_word_noted_it() -> None:
    """
    A break that was written and noted ends one page; a page that begins inside a word does not part it.
    """
    body = paragraph(run("aban"), NOTED, run("doned"), BREAK) + paragraph(NOTED, run("mill"))
    done = read_letter(body, first_page=12)

    assert labels(done) == ["12", "13", "14"]
    assert done.text == "aban\u00ad\n\ndoned\n\nmill"


def test_sections_number_their_pages() -> None:
    """
    A section may begin a page, and a count of its own, in the style that it states.
    """
    first = '<w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="3"/></w:sectPr></w:pPr>'
    last = '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    body = f"<w:p>{first}{run('a')}{BREAK}{run('b')}</w:p>" + paragraph(NOTED, run("c"), BREAK, run("d"))

    assert labels(read_letter(body + last)) == ["iii", "iv", "1", "2"]
    assert labels(read_letter(paragraph(run("a"), BREAK, run("b")))) == ["", ""]


def test_running_heads_belong_to_pages() -> None:
    """
    A title page has its own head, or none; a file that notes no page end has its heads left out, and told.
    """
    section = (
        '<w:sectPr><w:titlePg/><w:headerReference w:type="default" w:id="h"/>'
        '<w:footerReference w:type="first" w:id="f"/></w:sectPr>'
    )
    parts = {
        "header.h": paragraph(run("The Ford "), "<w:fldSimple w:instr='PAGE'>" + run("9") + "</w:fldSimple>"),
        "footer.f": paragraph(run("printed at the mill")),
    }
    done = read_letter(paragraph(run("a"), BREAK, run("b")) + section, parts=parts)

    assert [[done.text[slice(*each)] for each in page.furniture] for page in done.pages.pages] == [
        ["printed at the mill"],
        ["The Ford 2"],
    ]
    done = read_letter(paragraph(run("a")) + section, first_page=4, parts=parts)
    assert (done.text, labels(done)) == ("a", ["4"])
    assert [(loss.code, loss.count) for loss in done.losses] == [("running-head", 2)]


def test_another_main_part_is_found() -> None:
    """
    The file says which of its parts is the document, under any name and any prefix.
    """
    relation = '<Relationship Id="r" Type="x/officeDocument" Target="/word/document2.xml"/>'
    data = packed(
        {
            "_rels/.rels": f"<Relationships>{relation}</Relationships>",
            "word/document2.xml": "<n:d xmlns:n='x'><n:p><n:r><n:t>a</n:t></n:r></n:p></n:d>",
        }
    )

    assert read(data, Layout()).text == "a"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed({"a": "b"}), "lacks 'word/document.xml'"),
        (packed({"word/document.xml": "<w:document"}), "well-formed"),
        (packed({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares"),
        (letter("<w:p/>")[:-30], "damaged"),
        (letter("<w:p>" * 2000), "nests"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, told: str) -> None:
    """
    A file without its main part, torn, with entities of its own or nested beyond reason is refused.
    """
    with pytest.raises(RefusedError, match=told) as refusal:
        read(data, Layout())

    assert refusal.value.hint
