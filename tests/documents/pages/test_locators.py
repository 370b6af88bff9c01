"""Locators: what they say, and which stretches of a text they cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.pages.locators import Values, cited_ranges, parse_locator, place_as_cited
from claimcheck.documents.pages.page_map import Column, Line, Note, Page, PageMap
from claimcheck.model.document import Layout

TEXT = """Log 8
Alpha.¹
Beta.
¹ First.
² Second.
\fLog 9
Gamma.¹

Delta.
¹ Third.
"""


def _said(text: str) -> str:
    """What was understood of a locator, in one line: "page 137-138, note 3 (towards the end)"."""
    words = []
    for locator in parse_locator(text):
        for part in locator.parts:
            values = " ".join(
                each.first if each.first == each.last else f"{each.first}-{each.last}" for each in part.values
            )
            words.append(f"{part.term} {values or repr(part.name)}" if values or part.name else part.term)
        words += [f"({locator.other})"] if locator.other else []
    return ", ".join(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p. 137, n. 3", "page 137, note 3"),
        ("p. 137 n. 3", "page 137, note 3"),
        ("137n3", "page 137, note 3"),
        ("pp. 137-8", "page 137-138"),
        ("pp. 98–102", "page 98-102"),
        ("pp. 4, 6 and 9", "page 4 6 9"),
        ("p. xii", "page xii"),
        ("pp. xii–xv", "page xii-xv"),
        ("137f.", "page 137-138"),
        ("137ff.", "page 137-139"),
        ("p. 12 et seq.", "page 12-13"),
        ("n. 118", "note 118"),
        ("footnote 4", "note 4"),
        ("n. *", "note *"),
        ("l. 20", "line 20"),
        ("ll. 20–24", "line 20-24"),
        ("lead", "lead"),
        ("infobox, Losses", "box, (Losses)"),
        ("section The Night", "section 'The Night'"),
        ("§ Before", "section 'Before'"),
        ("section War, p. 3", "section 'War', page 3"),
        ("§ Treaty, 1921, p. 4", "section 'Treaty, 1921', page 4"),
        ("§ 14", "section 14"),
        ("§§ 14–16", "section 14-16"),
        ("sec. 2.1", "section 2.1"),
        ("vol. 2, p. 3", "volume 2, page 3"),
        ("vol. 2:34", "volume 2, page 34"),
        ("fol. 12v", "folio 12v"),
        ("fol. 12v–13r", "folio 12v-13r"),
        ("fol. 12v, col. b, l. 5", "folio 12v, column b, line 5"),
        ("ff. 12va", "folio 12v, column a"),
        ("f. 12 v°", "folio 12v"),
        ("12r", "folio 12r"),
        ("л. 12 об.", "folio 12v"),
        ("col. 2", "column 2"),
        ("Sp. 345", "column 345"),
        ("3rd column", "column 3"),
        ("S. 137, Anm. 4", "page 137, note 4"),
        ("2. Kapitel, S. 4", "chapter 2, page 4"),
        ("стр. 14, прим. 2", "page 14, note 2"),
        ("3. bölüm, s. 14, dn. 3", "chapter 3, page 14, note 3"),
        ("ch. III, ¶ 4", "chapter III, paragraph 4"),
        ("§ 14 Abs. 2", "section 14, paragraph 2"),
        ("s.v. Batumi", "sub-verbo 'Batumi'"),
        ("Act III, scene ii, ll. 3-5", "act III, scene ii, line 3-5"),
        ("app. B", "appendix B"),
        ("surah 2:34", "surah 2:34"),
        ("timestamp 01:23:45", "timestamp 01:23:45"),
        ("№ 12, с. 3", "issue 12, page 3"),
        ("towards the end", "(towards the end)"),
        ("12 March 1921", "(12 March 1921)"),
        ("op. cit., p. 4", "page 4, (op cit)"),
        ("d. 4, l. 5", "line 5, (d 4)"),
    ],
)
def test_parsing(text: str, expected: str) -> None:
    """Terms are understood in five languages, with their numbers, and the rest is kept as text."""
    assert _said(text) == expected


def test_the_terms_of_csl() -> None:
    """Every locator term of CSL 1.0.2 can be written; two of them bear shorter names here."""
    csl = (
        "act appendix article book canon chapter column elocation equation figure folio issue line note opus "
        "page paragraph part rule scene section supplement table timestamp title verse version volume"
    )
    assert parse_locator("sub verbo three")[0].parts[0].term == "sub-verbo"
    for term in csl.split():
        assert parse_locator(f"{term} 3")[0].parts[0].term == term


def test_semicolons_part_places() -> None:
    """Each part between semicolons is a place of its own."""
    assert [place.parts[0].values[0].first for place in parse_locator("p. 3; p. 5, n. 1;")] == ["3", "5"]


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("p. 9", ["Log 9\nGamma.¹\n\nDelta.\n¹ Third.\n"]),
        ("p. 8, n. 2", ["² Second."]),
        ("n. 1", ["¹ First.", "¹ Third."]),
        ("p. 9, l. 2", ["Delta."]),
        ("l. 3", ["Beta."]),
        ("p. 10", []),
        ("p. 8, n. 7", []),
    ],
)
def test_cited_ranges(locator: str, expected: list[str]) -> None:
    """A locator cites stretches of the text, none at all when the text has no such page or note."""
    pages = map_pages(TEXT.replace("¹ ", "1 ").replace("² ", "2 "), Layout(first_page=8, breaks="form-feed"))
    ranges = cited_ranges(parse_locator(locator), pages)

    assert ranges is not None
    assert [TEXT[slice(*each)].strip() for each in ranges] == [each.strip() for each in expected]


@pytest.mark.parametrize("locator", ["", " ; ", "towards the end", "section Night", "p. 3", "box"])
def test_what_the_text_cannot_be_held_against_constrains_nothing(locator: str) -> None:
    """Free words, and pages or sections of a text that has none, leave the whole text open."""
    assert cited_ranges(parse_locator(locator), map_pages("Some words.", Layout())) is None


def test_sections_are_cited_by_name() -> None:
    """A section is found by its name, folded, or by a part of it; an unknown one cites nothing."""
    text = "Lead.\n==The Long Night==\nDark.\n==Day==\nLight.\n"
    pages = map_pages(text, Layout())

    for locator in ("section the long night", "§ Night", "lead; section Night"):
        ranges = cited_ranges(parse_locator(locator), pages)
        assert ranges is not None
        assert text[slice(*ranges[-1])] == "==The Long Night==\nDark.\n"
    assert cited_ranges(parse_locator("section Evening"), pages) == ()


def test_a_section_and_a_page_bind_both() -> None:
    """A page and a section cite what they have in common."""
    text = "== One ==\na\fb\n== Two ==\nc"
    pages = map_pages(text, Layout(first_page=1, breaks="form-feed"))
    ranges = cited_ranges(parse_locator("section One, p. 2"), pages)

    assert ranges is not None
    assert [text[slice(*each)] for each in ranges] == ["b\n"]


def test_labels_that_are_no_numbers() -> None:
    """Roman and lettered pages are compared as they are written."""
    assert Values(first="xii", last="xii").holds("XII")
    assert not Values(first="12a", last="12a").holds("12")


@pytest.mark.parametrize(
    ("cited", "label", "is_held"),
    [
        ("xi-xiv", "XII", True),
        ("xi-xiv", "XV", False),
        ("12v-13r", "12r", False),
        ("12v-13r", "13r", True),
        ("12-12", "12v", True),
        ("12-13", "13v", True),
        ("12-13", "14r", False),
        ("a-c", "b", True),
        ("12-12", "xii", False),
    ],
)
def test_ranges_hold_labels_of_their_scheme(cited: str, label: str, is_held: bool) -> None:
    """Numbers, Roman numerals, folios and letters each have their order; a folio has two sides."""
    first, last = cited.split("-")
    assert Values(first=first, last=last).holds(label) is is_held


# Two pages of two columns each, the first with a note; lines and columns as a file marks them.
COLUMNS = "One.\nTwo.\n\nThree.\nFour.\n\n¹ Aside.\n\nFive.\n\nSix.\n"


def _marked() -> PageMap:
    at = COLUMNS.index
    note = at("¹"), at("\n\nFive")
    return PageMap(
        text=COLUMNS,
        pages=(
            Page(ordinal=1, label="fol. 1r", start=0, end=note[1]),
            Page(ordinal=2, label="fol. 1v", start=at("Five"), end=len(COLUMNS)),
        ),
        columns=(
            Column(ordinal=1, label="a", page=1, start=0, end=at("Three")),
            Column(ordinal=2, label="b", page=1, start=at("Three"), end=at("¹")),
            Column(ordinal=1, label="", page=2, start=at("Five"), end=at("Six")),
            Column(ordinal=2, label="", page=2, start=at("Six"), end=len(COLUMNS)),
        ),
        lines=(Line(label="10", start=at("Three"), end=at("¹")),),
        notes=(Note(label="", page=1, parts=(note,)),),
    )


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("fol. 1r, col. b", "Three.\nFour."),
        ("f. 1ra", "One.\nTwo."),
        ("fol. 1v, col. 2", "Six."),
        ("fol. 1v, col. a", "Five."),
        ("fol. 1r, col. c", ""),
        ("fol. 2r", ""),
        ("col. b, l. 11", "Four."),
        ("col. a, l. 2", "Two."),
        ("fol. 1r, n. 1", "¹ Aside."),
        ("fol. 1v, n. 1", ""),
    ],
)
def test_columns_lines_and_notes_as_marked(locator: str, expected: str) -> None:
    """Columns have their label or their place; marked lines count on; an unlabelled note has its place."""
    ranges = cited_ranges(parse_locator(locator), _marked())

    assert ranges is not None
    assert [COLUMNS[slice(*each)].strip() for each in ranges] == [expected] * bool(expected)


def test_the_place_names_what_was_cited() -> None:
    """A place names page and column or note; one that is cited by line has its line too."""
    pages = _marked()
    at = COLUMNS.index

    assert pages.place(at("Four")) == "fol. 1r, col. b"
    assert pages.place(at("Aside")) == "fol. 1r, an unnumbered note"
    assert place_as_cited(parse_locator("col. b, l. 3"), pages, at("Four")) == "fol. 1r, col. b, l. 11"


NUMBERED = """# Rules

## Chapter I: Of doors

§ 1 Doors are shut at dusk.

§ 2 Keys hang by the stove.

## Chapter II

First words here.

Second words here.
"""


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("§ 2", "§ 2 Keys hang by the stove."),
        ("ch. 2, para. 2", ""),
        ("Kap. 1", "## Chapter I: Of doors"),
        ("chapter 3", ""),
        ("§ 3", ""),
        ("book 2", None),
    ],
)
def test_numbers_of_sections_and_paragraphs(locator: str, expected: str | None) -> None:
    """Numbers in headings and at the begin of paragraphs bind; one that the text never numbers does not."""
    ranges = cited_ranges(parse_locator(locator), map_pages(NUMBERED, Layout()))

    assert (ranges is None) == (expected is None)
    for start, _end in ranges or ():
        assert expected
        assert NUMBERED[start:].startswith(expected)


def test_paragraphs_are_counted_in_their_section() -> None:
    """Where the text numbers no paragraphs, those of the section or page that is cited are counted."""
    text = NUMBERED.replace("§ ", "No. ")
    pages = map_pages(text, Layout())
    ranges = cited_ranges(parse_locator("ch. II, para. 2"), pages)
    at = text.index("Second")

    assert ranges == ((at, at + len("Second words here.")),)
    assert cited_ranges(parse_locator("para. 2"), pages) is None


def test_notes_of_a_text_without_pages() -> None:
    """The notes of a text that is one page are cited, and named, by their number alone."""
    text = "Body with a mark.1 And more.2\n1 First aside.\n2 Second aside.\n"
    pages = map_pages(text, Layout())

    assert cited_ranges(parse_locator("n. 2"), pages) == ((text.index("2 Second"), len(text)),)
    assert pages.place(text.index("Second")) == "n. 2"


@given(st.one_of(st.text(max_size=80), st.text("pnlcof.§¶;,-– 0123456789fxivrand", max_size=80)))
def test_any_locator_can_be_read(text: str) -> None:
    """No locator fails, and each cites ranges inside the text or nothing."""
    pages = map_pages(TEXT, Layout(first_page=8, breaks="form-feed"))
    ranges = cited_ranges(parse_locator(text), pages)

    assert all(0 <= start < end <= len(TEXT) for start, end in ranges or ())
