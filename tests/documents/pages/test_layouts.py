"""Pages, notes, running heads and sections of text files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.pages.page_map import PageMap
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import Layout

NOTED = """A title

The fleet lay at anchor¹ and the crews
waited.²

¹ Log of the *Aurora*, p. 4.

² Letters, and the

morning came with fog.

It lifted.¹

diary of the purser.

¹ Ibid.

A second paragraph of the note.

² Not marked above.

The end."""

NUMBERED = """Harbours of the North 31
In the spring the ice broke.7 The first
ships left.8
3 of them came back.
7 See the harbour books
for that year.
8 Ibid., p. 12.
\fHarbours of the North 32
Nothing of note.
- 32 -
\f"""


def _words(pages: PageMap, label: str, page: int) -> list[str]:
    notes = [note for note in pages.notes if note.label == label and note.page == page]
    return [pages.text[start:end] for note in notes for start, end in note.parts]


def test_notes_end_pages() -> None:
    """A run of noted paragraphs ends a page; notes that count on belong to the same page."""
    pages = map_pages(NOTED, Layout(first_page=5, breaks="notes"))

    assert [page.label for page in pages.pages] == ["5", "6", "7"]
    assert [(note.page, note.label) for note in pages.notes] == [(1, "1"), (1, "2"), (2, "1"), (2, "2")]


def test_a_note_goes_on_over_the_page() -> None:
    """A note that broke off has its rest before the notes of the next page, a paragraph within its own."""
    pages = map_pages(NOTED, Layout(first_page=5, breaks="notes"))

    assert _words(pages, "2", 1) == ["² Letters, and the", "diary of the purser."]
    assert _words(pages, "1", 2) == ["¹ Ibid.", "A second paragraph of the note."]
    assert pages.place(NOTED.index("purser")) == "p. 6, n. 2 (begun on p. 5)"
    assert pages.place(NOTED.index("fog")) == "p. 6"
    assert pages.place(NOTED.index("Ibid")) == "p. 6, n. 1"


def test_reading_order_puts_notes_after_the_body() -> None:
    """The body flows on over the notes of a page, and a note over the body of the next."""
    search = Searchable.of(NOTED, Layout(first_page=5, breaks="notes"))

    assert "waited. morning came with fog. it lifted. the end." in search.folded.text
    assert "letters, and the diary of the purser." in search.folded.text


def test_numbered_notes_and_running_heads() -> None:
    """Numbered lines at a page's end are notes when the body marks them; heads bear the page number."""
    pages = map_pages(NUMBERED, Layout(first_page=31, breaks="form-feed"))

    assert [page.label for page in pages.pages] == ["31", "32"]
    assert [(note.page, note.label) for note in pages.notes] == [(1, "7"), (1, "8")]
    assert _words(pages, "7", 1) == ["7 See the harbour books\nfor that year.\n"]
    assert [[NUMBERED[slice(*line)] for line in page.furniture] for page in pages.pages] == [
        ["Harbours of the North 31"],
        ["Harbours of the North 32", "- 32 -"],
    ]


def test_unmarked_numbers_are_no_notes() -> None:
    """A list of numbered lines that nothing in the body refers to is body text."""
    pages = map_pages("They agreed:\n1 to leave\n2 to return\n", Layout(first_page=1))

    assert pages.notes == ()


def test_pages_without_numbers() -> None:
    """Without a first page nothing is numbered, and a place is a page of the file or a line."""
    fed = map_pages("one\ftwo\fthree", Layout(breaks="form-feed"))
    plain = map_pages("one\ntwo", Layout())

    assert not fed.is_numbered
    assert fed.place(5) == "page 2 of the file"
    assert plain.place(5) == "line 2"


WIKI = """= The raid =

Kingdom of X|1700
- Date: 3 May
- Losses: 12

The lead tells it.

==Before==
Calm.
=== The night ===
Dark.
== After ==
Over."""


def test_sections_of_wiki_text() -> None:
    """A title, a box, a lead, and sections that hold their subsections."""
    pages = map_pages(WIKI, Layout())
    found = {section.name: WIKI[section.start : section.end].split() for section in pages.sections}

    assert list(found) == ["box", "lead", "Before", "The night", "After"]
    assert found["box"][-1] == "12"
    assert found["lead"] == ["The", "lead", "tells", "it."]
    assert found["Before"][-1] == "Dark."
    assert pages.place(WIKI.index("Losses")) == "box"
    assert pages.place(WIKI.index("tells")) == "lead"
    assert pages.place(WIKI.index("Dark")) == "section The night"


def test_sections_of_markdown() -> None:
    """Markdown headings make sections too; a text without headings has none."""
    pages = map_pages("# Title\n\nLead.\n\n## One\na\n\n## Two ##\nb\n", Layout())

    assert [section.name for section in pages.sections] == ["lead", "One", "Two"]
    assert map_pages("No heading\n= but a sum = here", Layout()).sections == ()


@given(
    st.lists(
        st.sampled_from(["word", "¹ n", "² n", "1 n", "x.1", "\n", "\n\n", "\f", "== a ==", "# b", "- c: d"])
    ),
    st.sampled_from(["none", "form-feed", "notes"]),
    st.one_of(st.none(), st.integers(-3, 400)),
)
def test_every_word_is_read_once(parts: list[str], breaks: str, first_page: int | None) -> None:
    """However a text is laid out, the order of reading keeps each word exactly once."""
    text = "\n".join(parts)
    pages = map_pages(text, Layout(first_page=first_page, breaks=breaks))
    read = [text[segment.start : segment.end] for segment in pages.segments()]

    assert sorted(" ".join(read).split()) == sorted(text.split())
    assert all(pages.place(offset) for offset in range(len(text)))


def test_form_feeds_end_pages_unless_the_layout_says_otherwise() -> None:
    """
    Nothing but the end of a page is written as a form feed, so that nobody needs to say so.
    """
    text = "The elders of the up-\fland villages.\n"

    assert len(map_pages(text, Layout()).pages) == 2
    assert len(map_pages(text, Layout(breaks="form-feed")).pages) == 2
    assert len(map_pages(text, Layout(breaks="none")).pages) == 1
