"""Words of folded text, and cuts through them."""

from __future__ import annotations

import pytest

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.folding.words import Reading, cuts_word


def test_words() -> None:
    """Numbers keep their marks, signs that change a figure are words, other marks are not."""
    reading = Reading.of("He owed £3,500.50 (5% of it), at -4° and pp. 10-12.")

    assert reading.texts == [
        *("he", "owed", "£", "3,500.50", "5", "%", "of", "it", "at", "-", "4", "°", "and", "pp", "10", "12")
    ]
    assert reading.shown(2, 3) == "£3,500.50"


def test_a_digit_inside_a_word_is_a_letter_of_it() -> None:
    """A digit between letters was a letter before it was misread; at the end of a word it may mark a note."""
    assert Reading.of("He t0ok becau8e of note4 the 4th").texts == [
        "he",
        "t0ok",
        "becau8e",
        "of",
        "note",
        "4",
        "the",
        "4",
        "th",
    ]


def test_words_that_stand_elsewhere_too() -> None:
    """The words of a quotation are placed where they stand in a text, but not other words or a sign."""
    quoted, text = Reading.of("Kâzım's 3,500 men"), "So Kazim's 3,500 men - 10-4"
    folded = fold(text)
    start = folded.text.index("kazim")
    found = quoted.repeated(text, folded, (start, start + len("kazim's 3,500 men")))

    assert found is not None
    assert found.spans == Reading.within(text, folded, (start, len(folded.text) - 7)).spans
    assert quoted.repeated(text, folded, (0, len("kazim's 3,500 men"))) is None
    assert Reading.of("-4").repeated(text, folded, (len(text) - 2, len(text))) is None


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("il|legal", True),
        ("the| fort", False),
        ("3,|500", True),
        ("3|,500", True),
        ("1|2", True),
        ("1920|, 5", False),
        ("1920,| 5", False),
        ("fort|12", False),
        ("e|\u0301tat", True),
        ("東|京", False),
        ("|start", False),
        ("end|", False),
    ],
)
def test_cuts(text: str, is_cut: bool) -> None:
    """A cut through letters or digits is one, unless the script writes no spaces."""
    assert cuts_word(text.replace("|", ""), text.index("|")) is is_cut
