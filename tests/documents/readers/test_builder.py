"""Text set by readers, and the map that grows with it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.readers import builder
from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.transcript import RefusedError, Transcript


def two_pages() -> Transcript:
    """A heading, a paragraph that runs over a page end inside a word, a note, and running heads."""
    made = TextBuilder()
    made.page("12")
    made.open_furniture()
    made.text("The Siege 12")
    made.close_furniture()
    made.open_heading(1)
    made.text("Of the  bridge")
    made.close_heading()
    made.text("The guards\n gave ")
    made.mark("3")
    made.open_note("3")
    made.text("So the clerk, who ")
    made.page("13", inside_word=False)
    made.text("saw it.")
    made.close_note()
    made.text(" up the gate-")
    made.line("5")
    made.text("house and the aban")
    made.page("14", inside_word=True)
    made.text("doned mill.")
    return made.build("test")


def test_the_parts_stand_in_their_order() -> None:
    """
    Running heads have a line of their own, notes follow the body of their page, pages a blank line.
    """
    text = two_pages().text

    assert text.split("\n") == [
        "The Siege 12",
        "",
        "Of the bridge",
        "",
        "The guards gave ³",
        "",
        "³ So the clerk, who",
        "",
        "up the gate-",
        "house and the aban\u00ad",
        "",
        "saw it.",
        "",
        "doned mill.",
    ]


def test_the_map_names_what_stands_where() -> None:
    """
    Pages bear their labels, a note has a part on each of its pages, a heading opens a section.
    """
    read = two_pages()
    (note,) = read.pages.notes

    assert [page.label for page in read.pages.pages] == ["12", "13", "14"]
    assert [read.text[slice(*part)] for part in note.parts] == ["³ So the clerk, who", "saw it."]
    assert [read.text[slice(*each)] for each in read.pages.pages[0].furniture] == ["The Siege 12"]
    assert [(each.name, each.end) for each in read.pages.sections] == [("Of the bridge", len(read.text))]
    assert [(each.label, read.text[each.start :][:5]) for each in read.pages.lines] == [("5", "house")]


def test_reading_runs_on_over_page_ends() -> None:
    """
    The body flows on over notes, running heads and page ends, and a divided word is joined.
    """
    read = two_pages()

    assert "guards gave up the gatehouse and the abandoned mill" in fold(
        read.text, read.pages.segments()
    ).text.replace("  ", " ")


def test_columns_are_counted_on_each_page() -> None:
    """
    A column has its place on the page and the label that it bears.
    """
    made = TextBuilder()
    for page in ("1", "2"):
        made.page(page)
        for column in ("a", "b"):
            made.column(column)
            made.text(f"page {page} column {column}")
    read = made.build("test")

    assert [
        (each.page, each.ordinal, each.label, read.text[each.start : each.end].strip())
        for each in read.pages.columns
    ] == [
        (page, ordinal, label, f"page {page} column {label}")
        for page in (1, 2)
        for ordinal, label in ((1, "a"), (2, "b"))
    ]


def test_losses_are_counted_by_kind() -> None:
    """
    Of each kind the first is told with its place, and how many there are.
    """
    made = TextBuilder()
    made.text("a map ")
    for _each in range(3):
        made.lose("picture", "pictures are left out")
    made.lose("gap", "words are missing")

    assert [(each.code, each.start, each.count) for each in made.build("test").losses] == [
        ("picture", 6, 3),
        ("gap", 6, 1),
    ]


def test_a_page_may_bear_its_number_anywhere() -> None:
    """
    A number found on the page labels it, unless the file has told its label before.
    """
    made = TextBuilder()
    for told, printed in (("", "12"), ("13", "xiii")):
        made.page(told)
        made.text("words")
        made.label_page(printed)

    assert [page.label for page in made.build("test").pages.pages] == ["12", "13"]


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Text beyond the limit is refused while it is set, in notes and in verbatim text too.
    """
    monkeypatch.setattr(builder, "LARGEST_TEXT", 10)
    made = TextBuilder()
    made.open_note()
    made.text("123456")

    with pytest.raises(RefusedError):
        made.verbatim("78901")


@pytest.mark.parametrize("mark", ["page", "column", "line", "open_note"])
def test_too_many_marks_are_refused(monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    """
    A map that would outgrow its limit is refused while it grows.
    """
    monkeypatch.setattr(builder, "MOST_MARKS", 3)
    made = TextBuilder()
    made.text("words")
    for number in range(3):
        getattr(made, mark)(str(number))

    with pytest.raises(RefusedError, match="marks more than 3"):
        getattr(made, mark)("3")


WORDS = st.text("ab1 -\n\u00ad³", max_size=6)
CALLS = st.one_of(
    st.tuples(
        st.sampled_from(["text", "verbatim", "mark", "open_note", "column", "page", "label_page", "line"]),
        WORDS,
    ),
    st.tuples(
        st.sampled_from(["paragraph", "close_note", "open_furniture", "close_furniture", "close_heading"])
    ),
    st.tuples(st.just("open_heading"), st.integers(1, 6)),
)


@given(st.lists(CALLS, max_size=30))
def test_any_order_of_calls_gives_a_true_map(calls: list[tuple[str] | tuple[str, str | int]]) -> None:
    """
    Whatever a reader calls, pages follow one another, and notes and running heads lie on pages.
    """
    made = TextBuilder()
    for name, *arguments in calls:
        getattr(made, name)(*arguments)
    read = made.build("test")
    pages = read.pages.pages
    apart = sorted(
        [part for note in read.pages.notes for part in note.parts]
        + [each for page in pages for each in page.furniture]
    )

    assert all(0 <= page.start <= page.end <= len(read.text) for page in pages)
    assert all(before.end <= after.start for before, after in pairwise(pages))
    assert all(before[1] <= after[0] for before, after in pairwise(apart))
    assert all(any(page.start <= a < b <= page.end for page in pages) for a, b in apart)
    assert all(0 <= each.start <= each.end <= len(read.text) for each in read.pages.columns)
    fold(read.text, read.pages.segments())
