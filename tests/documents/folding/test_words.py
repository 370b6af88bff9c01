"""Words of folded text, and cuts through them."""

from __future__ import annotations

import pytest

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
