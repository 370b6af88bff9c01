"""Wikitext read as its wiki would show it, as far as a file can tell."""

from __future__ import annotations

import sys

import pytest

from claimcheck.documents.readers import wikitext
from claimcheck.documents.readers.choice import recognise
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.documents.readers.wiki import taming
from claimcheck.documents.readers.wikitext import read
from claimcheck.model.document import Layout


def read_page(text: str) -> Transcript:
    """Read a page."""
    return read(text.encode(), Layout())


def notes_of(done: Transcript) -> list[tuple[str, str]]:
    """Return label and words of each note."""
    return [
        (note.label, " ".join(done.text[slice(*part)] for part in note.parts)) for note in done.pages.notes
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("one\ntwo\n \nthree", "one\ntwo\n\nthree"),
        ("the ''long'' '''gate''' of l'''école''", "the long gate of l'école"),
        ("* cart\n** mule\n# one\n; term: what\n:: in", "cart\nmule\none\nterm: what\nin"),
        ("a\n----\nb", "a\n\nb"),
        ("[[Ford|the ford]]s and [[Mill]], [[:Category:Tolls]]", "the fords and Mill, Category:Tolls"),
        ("[http://a.b its page], [http://a.b], http://a.b/c mailto:d", "its page, , http://a.b/c mailto:d"),
        ("a<!-- b -->c\n<!-- d -->\ne", "ac\ne"),
        ("[[Category:Fords]]\n[[de:Furt]]\n__NOTOC__{{DEFAULTSORT:Ford}}a", "a"),
        ("<nowiki>''a'' {{b}}</nowiki> &lt;c&gt; &amp;nbsp;", "''a'' {{b}} <c> &nbsp;"),
        ("<pre>\n a\n  [[b]]</pre>", "\n a\n  [[b]]"),
        ("<div style='color:red'>a<br>b</span></div>c<sub>2</sub>", "a\nb\n\nc2"),
        ("<poem>\none\ntwo\n</poem>", "one\ntwo"),
        ("<includeonly>a</includeonly><noinclude>b</noinclude>", "b"),
        ("= Ford =\na\n===The ''gate'' ===  \nb", "Ford\n\na\n\nThe gate\n\nb"),
        ("== not closed\n=\n=a=b\n", "== not closed\n=\n=a=b"),
        ("a {{{1|b}}} {{{2}}}", "a b {{{2}}}"),
        ("7 < 9 and {a} [b] a|b ]] }}", "7 < 9 and {a} [b] a|b ]] }}"),
    ],
)
def test_words_stand_as_they_are_shown(page: str, text: str) -> None:
    """
    Marks are off, links show their labels, and a page's own sorting is no text.
    """
    assert read_page(page).text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("{{lang|tr|Kâzım [[Paşa]]}} and {{lang-tr|Batum}}", "Kâzım Paşa and Batum"),
        ("1{{ndash}}2 {{nowrap| {{convert|5|km}} }} {{Dil|ka|ბათუმი}}", "1–2 5 km ბათუმი"),
        ("{{ubl|one|two}}x", "one\ntwo\nx"),
        ("{{Quote|text=The gate was shut.|author=the miller}}", "The gate was shut.\nthe miller"),
        ("a{{citation needed|date=May}}{{Reflist}} b", "a b"),
        ("{{template:Small|a}}{{lc:B}}", "aB"),
        (
            "{{cite book|last=Orne|first=A.|last2=Reed|title=The ''Toll''|year=1920}}",
            "Orne, A.; Reed. 1920. The Toll",
        ),
        ("as {{harvnb|Orne|Reed|1920|pp=3–4}}", "as Orne & Reed 1920, pp. 3–4"),
    ],
)
def test_templates_that_show_their_arguments(page: str, text: str) -> None:
    """
    What a known template shows of its arguments is text, and nothing is lost.
    """
    done = read_page(page)

    assert done.text == text
    assert done.losses == ()


def test_other_templates_are_told() -> None:
    """
    Of an unknown template several words are text, a single one may be anything; either way it is a loss.
    """
    done = read_page("a {{odd|left|the words of it|n=b c}} {{#if:x|y}} {{odder|quote=so it was}}")

    assert done.text == "a the words of it so it was"
    assert [(loss.code, loss.count) for loss in done.losses] == [("template", 3)]


def test_boxes_are_lines_of_names_and_values() -> None:
    """
    A box has a line for each argument with words in it, whether its name or its place tells it.
    """
    box = (
        "\n| conflict = Raid on the [[Ford]]\n| image = Ford.jpg\n| image_size = 90px"
        "\n| dead_count = {{ubl|12|30}}\n| nothing =\n}}\nThe raid."
    )

    for name in ("Infobox raid", "Военный конфликт"):
        done = read_page(f"{{{{{name}{box}")
        assert done.text == "conflict: Raid on the Ford\ndead count: 12\n30\n\nThe raid."
        assert [loss.code for loss in done.losses] == ["picture"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "{|\n|+ Losses\n! side !! men\n|-\n| style='x' | dead || 80 [[a|b]]\n|}",
            "Losses\n\nside\tmen\ndead\t80 b",
        ),
        ("{|\n| a\nb\n* c\n| d\n|-\n|}\n", "a\nb\nc\td"),
        (":{|\n|a\n|\n{|\n|b||c\n|}\n|}", "a\n\nb\tc"),
        ("{|\n| a || b", "a\tb"),
        ("<table><tr><td>a<td>b</table>", "a\tb"),
    ],
)
def test_tables_have_a_line_for_a_row(page: str, text: str) -> None:
    """
    Tabs part the cells of a row, as in HTML.
    """
    assert read_page(page).text == text


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("a[[File:Ford.jpg|thumb|upright=1.2|alt=x]][[Dosya:B.png]]", [("picture", 2)]),
        ("a<math>b^2</math><score>c</score>", [("formula", 1), ("music", 1)]),
        ("a<timeline>b</timeline>", [("picture", 1)]),
        ("<span style='display:none'>b</span>a", [("hidden", 1)]),
        ("{|\n| colspan=2 | a\n|}", [("table-grid", 1)]),
        ("a<templatestyles src='b' />", []),
    ],
)
def test_what_is_not_set_is_told(page: str, codes: list[tuple[str, int]]) -> None:
    """
    What a text cannot hold is counted by its kind.
    """
    done = read_page(page)

    assert done.text == "a"
    assert [(loss.code, loss.count) for loss in done.losses] == codes


def test_captions_are_kept() -> None:
    """
    The words under a picture are a paragraph of their own.
    """
    picture = "[[File:Ford.jpg|thumb|The [[Mill|mill]] in spring]]"
    gallery = "<gallery>\nB.jpg|A [[cart]]\nC.jpg\n</gallery>"

    assert read_page(f"a {picture} b\n{gallery}").text == "a\n\nThe mill in spring\n\nb\n\nA cart"


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    """
    A name makes one note of several marks, wherever it is written; groups have labels of their own.
    """
    done = read_page(
        "a<ref name='x' />b<ref>1 April, [[he]] wrote.</ref>c<ref name=x>Ledger.</ref>d{{efn|A rumour.}}"
        'e{{sfn|Orne|1920|p=3}}{{sfn|Orne|1920|p=3}}f<ref group=note>So.</ref>g<ref name="y"/>h<ref name=z />'
        "{{reflist|refs=<ref name=y>Of the list.</ref>}}"
    )

    assert done.text.splitlines()[0] == "a¹b²c¹d[a]e³³f[note 1]g⁴h⁵"
    assert notes_of(done) == [
        ("1", "¹ Ledger."),
        ("2", "² 1 April, he wrote."),
        ("a", "A rumour."),
        ("3", "³ Orne 1920, p. 3"),
        ("note 1", "So."),
        ("4", "⁴ Of the list."),
    ]
    assert [loss.code for loss in done.losses] == ["note"]


def test_notes_may_be_in_boxes_tables_and_notes() -> None:
    """
    A mark counts wherever it stands.
    """
    page = "{{Infobox|a=b<ref>one</ref>}}\n{|\n|c<ref>two</ref>\n|}\n{{efn|d<ref>three</ref>}}"

    assert notes_of(read_page(page)) == [("1", "¹ one"), ("2", "² two"), ("a", "d³"), ("3", "³ three")]


def test_a_note_that_is_not_closed_is_text() -> None:
    """
    The words after a note that nothing closes are not lost, nor those after a comment.
    """
    assert read_page("a<ref>b<ref>c</ref> d <!-- e").text == "ab¹ d <!-- e\n\n¹ c"


def test_headings_open_sections() -> None:
    """
    A section has the name of its heading without markup, and holds those below.
    """
    done = read_page("a\n== The [[Ford|ford]] ==\nb\n=== ''Gate'' ===\nc\n== Mill ==\n")

    assert [(each.name, done.text[each.start : each.end].split()[-1]) for each in done.pages.sections] == [
        ("The ford", "c"),
        ("Gate", "c"),
        ("Mill", "Mill"),
    ]


def test_the_layout_may_number_the_page() -> None:
    """
    A page of a wiki has no number but the one that the dossier states.
    """
    assert [page.label for page in read(b"a", Layout(first_page=7)).pages.pages] == ["7"]


def test_the_package_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without mwparserfromhell the refusal says what to install.
    """
    monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
    with pytest.raises(RefusedError, match="mwparserfromhell") as refusal:
        read_page("a")

    assert "claimcheck[wiki]" in refusal.value.hint


@pytest.mark.parametrize("name", ["a.wiki", "a.MediaWiki", "b/c.wikitext"])
def test_the_name_tells_wikitext(name: str) -> None:
    """
    Nothing in a file tells wikitext apart, so its name does.
    """
    assert recognise(b"{{a}}", name) == "wikitext"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["{{a|", "[[a|", "<ref>", "{{{", "<a b='", "'''a", "{{a|b=<b>", "[http://a ", "=<b>"]
)
def test_what_nothing_closes_is_text(piece: str) -> None:
    """
    Twenty thousand openings, each of which sends the parser to the end of the file, are masked before.
    """
    pieces, _kept = taming.tame(piece * 20_000)

    assert not any(opening in text for text in pieces for opening in ("{{", "[[", "[h", "<"))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("{{a|" * 41 + "}}" * 41, "nests more than 40"),
        ("{|\n|" * 300_000, "brackets and bars"),
        ("[[a]]" * 300_000, "brackets and bars"),
        ("{{a" + "|b" * 300_000 + "}}", "brackets and bars"),
    ],
)
def test_what_is_nested_or_large_is_refused(page: str, told: str) -> None:
    """
    Deep nesting, and more than a parser can hold, are refused before it is asked.
    """
    with pytest.raises(RefusedError, match=told) as refusal:
        read_page(page)

    assert refusal.value.hint


def test_long_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A page has a largest length, and a largest number of tags and headings.
    """
    monkeypatch.setattr(taming, "MOST_TAGS", 3)
    assert read_page("=a=<b>").text == "=a="
    with pytest.raises(RefusedError, match="more than 3 tags"):
        read_page("=a=\n=b=\n")
    monkeypatch.setattr(wikitext, "LARGEST", 3)
    with pytest.raises(RefusedError, match="million characters"):
        read_page("abcd")
