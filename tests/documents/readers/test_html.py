"""HTML read as a browser shows it, with the pages and notes that it marks."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers.html import read
from claimcheck.documents.readers.hypertext import tree
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout
from tests.guard import bounded


def read_html(body: str, first_page: int | None = None) -> Transcript:
    """Read the body of a file."""
    return read(f"<!doctype html><html><body>{body}".encode(), Layout(first_page=first_page))


def notes_of(read: Transcript) -> list[tuple[int, str, str]]:
    """Return page, label and words of each note."""
    return [
        (note.page, note.label, " ".join(read.text[slice(*part)] for part in note.parts))
        for note in read.pages.notes
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>The  toll\n<b>was</b>&nbsp;low.</p> <p>Then", "The toll was\xa0low.\n\nThen"),
        ("one<br>two<div>three", "one\ntwo\n\nthree"),
        ("<ul><li>cart<li><p>mule</ul>after", "cart\n\nmule\n\nafter"),
        ("<dl><dt>ford<dd>a shallow</dl>", "ford\na shallow"),
        ("<pre>\n a\n  b</pre>", "\n a\n  b"),
        ("7 &lt; 9 &amp; a < b", "7 < 9 & a < b"),
        ("a<!-- <p>no -->b<![CDATA[<c>]]>", "ab<c>"),
        ("<script>if (a<b) </script>x<style>p{}</style><template><p>t</template>", "x"),
        ("10<sup>th</sup> of m<sup>2</sup>", "10th of m²"),
        ("<p>an <q>old</q> word", "an “old” word"),
        ("<p>ab<wbr>cd<i>ef</i>", "abcdef"),
        ("<p>one</b></div>two", "onetwo"),
        ("<title>a<textarea>b</textarea><textarea><p>c", "a\n\nc"),
        ("<p>a <span aria-hidden='true'>b</span>", "a b"),
        ("<h2>Gate</h2>Shut.", "Gate\n\nShut."),
    ],
)
def test_words_stand_as_they_are_shown(body: str, text: str) -> None:
    """
    Blocks are paragraphs, line breaks lines, and white space is one space.
    """
    assert read_html(body).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<table><tr><th><th>men<tr><td>dead<td>80</table>", "men\ndead\t80"),
        ("<table><tr><td><p>a</p><td><p>b</p><p>c</p></tr><tr><td>d</table>", "a\tb\nc\nd"),
        ("<table><tr><td><h2>a</h2><td>b</table>", "a\n\nb"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a\tb\n\nc"),
    ],
)
def test_tables_have_a_line_for_a_row(body: str, text: str) -> None:
    """
    Tabs part the cells of a row; a table that lays out a page is a sequence of paragraphs.
    """
    assert read_html(body).text == text


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("<img src='a' alt='a mill'>a<svg><text>b</text></svg>", [("picture", 2)]),
        ("<p hidden>b</p><p style='color:red; display: none'>c</p>a", [("hidden", 2)]),
        ("<nav><a href='/'>home</a></nav>a", [("navigation", 1)]),
        ("<table><tr><td colspan=2>a</table>", [("table-grid", 1)]),
        ("<ruby>a<rp>(</rp><rt>b</rt></ruby>", [("gloss", 1)]),
    ],
)
def test_what_is_not_set_is_told(body: str, codes: list[tuple[str, int]]) -> None:
    """
    What a text cannot hold, and what a browser does not show, is counted by its kind.
    """
    done = read_html(body)

    assert done.text == "a"
    assert [(loss.code, loss.count) for loss in done.losses] == codes


@pytest.mark.parametrize(
    "mark",
    [
        '<span epub:type="pagebreak" id="x" title="13"/>',
        '<span role="doc-pagebreak" aria-label=" page 13. "></span>',
        '<a id="page_13"></a>',
        '<a name="Page_13"></a>',
        '<span class="pagenum"><a id="Page_13">[Pg 13]</a></span>',
        '<a id="pg13"></a><span class="pagenum">13</span>',
        '<span class="pageNumber">{13}</span>',
    ],
)
def test_marks_of_pages_begin_pages(mark: str) -> None:
    """
    However a page is marked, it begins there, in the midst of a word if need be, and its number is no text.
    """
    done = read(
        f"<html xmlns='x'><body><p><a id='page_12'></a>a half-aban{mark}doned mill".encode(), Layout()
    )

    assert [page.label for page in done.pages.pages] == ["12", "13"]
    assert done.text == "a half-aban\u00ad\n\ndoned mill"


@pytest.mark.parametrize(
    "body", ["<p id='p13'>a", "<a id='page_list'></a>a", "<span class='pb'>words</span>"]
)
def test_what_only_resembles_a_mark_is_none(body: str) -> None:
    """
    Numbered paragraphs, other names, and classes round words begin no page.
    """
    assert len(read_html(body).pages.pages) == 1
    assert read_html(body).text in ("a", "words")


def test_running_heads_and_headings_stand_on_their_page() -> None:
    """
    A page that begins inside a running head or a heading takes it along.
    """
    done = read_html(
        "<p>a<div class='runhead'><span class='pagenum'>13</span>The Ford</div>"
        "<h2><a id='page_14'></a>The Gate</h2>b"
    )

    assert [page.label for page in done.pages.pages] == ["", "13", "14"]
    assert [done.text[slice(*each)] for each in done.pages.pages[1].furniture] == ["The Ford"]
    assert [(each.name, done.text[each.start :]) for each in done.pages.sections] == [
        ("The Gate", "The Gate\n\nb")
    ]


PANDOC = (
    '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
    '<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>1 April, by '
    '<em>him</em>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
)
GUTENBERG = (
    '<p>a<a name="FNanchor_1" id="FNanchor_1"></a><a href="#Footnote_1" class="fnanchor">[1]</a></p>'
    '<div class="footnotes"><div class="footnote"><p><a name="Footnote_1" id="Footnote_1"></a>'
    '<a href="#FNanchor_1"><span class="label">[1]</span></a> 1 April, by <i>him</i>.</p></div></div>'
)
WIKI = (
    '<p>a<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a>'
    '</sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b>'
    '<a href="#cite_ref-1">^</a></b></span> <span class="reference-text">1 April, by him.</span></li></ol>'
)
EPUB_2 = (
    '<p>a<sup>[<a href="#n1" id="r1">1</a>]</sup></p><p id="n1"><a href="#r1">1</a>. 1 April, by him.</p>'
)
PLAIN = '<p>a<sup><a href="#n1">1</a></sup></p><p><a id="n1"></a>1. 1 April, by him.</p>'
SHARED = PLAIN.replace("<p><a", '<div class="footnote"><p><a') + '<p id="n2">2. Him.</p></div>'


@pytest.mark.parametrize("body", [PANDOC, GUTENBERG, WIKI, EPUB_2, PLAIN], ids=range(5))
def test_notes_of_many_makers(body: str) -> None:
    """
    Mark, note and link back are known by what makers of HTML write; the note keeps all of its words.
    """
    done = read_html(body)

    assert done.text == "a¹\n\n¹ 1 April, by him."
    assert notes_of(done) == [(1, "1", "¹ 1 April, by him.")]


def test_footnotes_go_to_their_mark_and_endnotes_stay() -> None:
    """
    A footnote belongs to the page of its mark wherever it is collected; endnotes have pages of their own.
    """
    body = (
        "<a id='page_12'></a><p>a<sup><a href='#f'>*</a></sup> b<sup><a href='#e'>7</a></sup>"
        "<a id='page_90'></a><p>c<aside role='doc-footnote' id='f'>one</aside>"
        "<section epub:type='endnotes'><p id='e'>7. seven</p></section>"
    )

    assert notes_of(read_html(body)) == [(1, "*", "one"), (2, "7", "⁷ seven")]


def test_a_block_of_several_notes_is_taken_apart() -> None:
    """
    Each note that a mark leads to is one, though one element round them is called a note.
    """
    body = SHARED.replace("</sup></p>", '</sup><sup><a href="#n2">2</a></sup></p>', 1)

    assert [label for _page, label, _words in notes_of(read_html(body))] == ["1", "2"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>see note <a href='#n'>1</a></p><p id='n'>1. words</p>",
        "<p>a <a id='r' href='#b'>1918</a></p><ul class='references'><li id='x'>A book.</li></ul>",
        "<p><a href='#top'>[1]</a></p><p id='z'>a</p>",
    ],
)
def test_other_links_make_no_notes(body: str) -> None:
    """
    References across a text, lists of books and links to nowhere leave the body as it is.
    """
    assert notes_of(read_html(body)) == []


def test_a_note_that_is_never_met_is_kept() -> None:
    """
    A note whose mark is in what was left out stands at the end, and one within a note after it.
    """
    body = (
        "<nav><sup><a href='#n'>1</a></sup></nav>a"
        "<p class='footnote' id='n'>b<sup><a href='#m'>2</a></sup></p><p class='footnote' id='m'>c</p>"
    )
    done = read_html(body)

    assert notes_of(done) == [(1, "1", "¹ b²"), (1, "2", "² c")]


def test_the_layout_numbers_a_single_page() -> None:
    """
    A file without marked pages has the number that the dossier states.
    """
    assert [page.label for page in read_html("<p>a", first_page=99).pages.pages] == ["99"]


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-9", "cp1254"),
        ("windows-1254", "cp1254"),
        ("utf-16", "utf-8"),
        ("koi8-r", "utf-16"),
        ("utf-8", "utf-8-sig"),
    ],
)
def test_the_encoding_is_the_one_that_is_stated(stated: str, encoding: str) -> None:
    """
    A mark at the begin counts most, then what the file states, as browsers understand it.
    """
    file = f'<html><head><meta charset="{stated}"></head><body>Köprü – şehir'

    assert read(file.encode(encoding), Layout()).text == "Köprü – şehir"


@pytest.mark.parametrize(
    ("stated", "encoding", "told"),
    [
        ("utf-8", "latin-1", "is not UTF-8: fails at byte 33"),
        ("windows-1252", "utf-8", "is UTF-8: line 2, column 2"),
        ("koi8-x", "latin-1", "unknown encoding, koi8-x"),
        ("zip", "latin-1", "no encoding of texts"),
    ],
)
def test_an_encoding_that_lies_is_refused(stated: str, encoding: str, told: str) -> None:
    """
    Bytes that are not what the file states are refused, and the place is named.
    """
    with pytest.raises(RefusedError, match=told) as refusal:
        read(f'<html><meta charset="{stated}"><p>\nKö'.encode(encoding), Layout())

    assert refusal.value.hint


@pytest.mark.parametrize("data", [b"", b"words alone"])
def test_text_without_tags_is_refused(data: bytes) -> None:
    """
    What is said to be HTML and holds no tag is not taken for a page.
    """
    with pytest.raises(RefusedError, match="no tag"):
        read(data, Layout())


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<a b='", "<![CDATA[", "</a ", "<script>", "<x a=\"'>", "&#1"]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    """
    Whatever is left open is looked at once: looked at anew at each piece, it would take hours.
    """
    with bounded(work_s=60):
        done = read(b"<p>ford" + (piece * 50_000).encode(), Layout())

    assert done.text.startswith("ford")


def test_elements_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is nested too deep stands beside its parent, with all its words; too many elements are refused.
    """
    deep = "<div>" * 3000 + "ford" + "</div>" * 3000

    assert read_html(deep + "gate").text == "ford\n\ngate"
    monkeypatch.setattr(tree, "MOST_ELEMENTS", 2000)
    with pytest.raises(RefusedError, match="elements"):
        read_html(deep)
