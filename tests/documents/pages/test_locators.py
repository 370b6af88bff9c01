"""Locators: what they say, and which stretches of a text they cite."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.pages.locators import Locator, Values, cited_ranges, parse_locator
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


def _values(*pairs: tuple[str, str]) -> tuple[Values, ...]:
    return tuple(Values(first=first, last=last) for first, last in pairs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p. 137, n. 3", {"pages": _values(("137", "137")), "notes": _values(("3", "3"))}),
        ("p. 137 n. 3", {"pages": _values(("137", "137")), "notes": _values(("3", "3"))}),
        ("137n3", {"pages": _values(("137", "137")), "notes": _values(("3", "3"))}),
        ("pp. 137-8", {"pages": _values(("137", "138"))}),
        ("pp. 98–102", {"pages": _values(("98", "102"))}),
        ("pp. 4, 6 and 9", {"pages": _values(("4", "4"), ("6", "6"), ("9", "9"))}),
        ("p. xii", {"pages": _values(("xii", "xii"))}),
        ("137f.", {"pages": _values(("137", "138"))}),
        ("n. 118", {"notes": _values(("118", "118"))}),
        ("footnote 4", {"notes": _values(("4", "4"))}),
        ("l. 20", {"lines": _values(("20", "20"))}),
        ("ll. 20-24", {"lines": _values(("20", "24"))}),
        ("lead", {"opening": "lead"}),
        ("infobox, Losses", {"opening": "box", "other": "Losses"}),
        ("section The Night", {"headed": "The Night"}),
        ("§ Before", {"headed": "Before"}),
        ("section War, p. 3", {"headed": "War", "pages": _values(("3", "3"))}),
        ("vol. 2, p. 3", {"pages": _values(("3", "3")), "other": "vol 2"}),
        ("fol. 12v", {"other": "fol 12v"}),
        ("towards the end", {"other": "towards the end"}),
    ],
)
def test_parsing(text: str, expected: dict[str, Any]) -> None:
    """Pages, notes, lines and sections are understood, and the rest is kept as text."""
    assert parse_locator(text) == (Locator(**expected),)


def test_semicolons_part_places() -> None:
    """Each part between semicolons is a place of its own."""
    assert [place.pages[0].first for place in parse_locator("p. 3; p. 5, n. 1;")] == ["3", "5"]


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


@given(st.one_of(st.text(max_size=80), st.text("pnl.§;,-– 0123456789fxivand", max_size=80)))
def test_any_locator_can_be_read(text: str) -> None:
    """No locator fails, and each cites ranges inside the text or nothing."""
    pages = map_pages(TEXT, Layout(first_page=8, breaks="form-feed"))
    ranges = cited_ranges(parse_locator(text), pages)

    assert all(0 <= start < end <= len(TEXT) for start, end in ranges or ())
