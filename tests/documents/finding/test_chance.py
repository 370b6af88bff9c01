"""The chance of an accidental match."""

from __future__ import annotations

import pytest

from claimcheck.documents.finding.chance import agreement, by_chance, most_errors

COUNTS = {"the": 100, "fort": 2}


def expected(quoted: str, printed: str, n_places: int = 1000) -> float:
    """Return how many places are expected to agree as well by accident."""
    return agreement(quoted.split(), printed.split(), n_places, COUNTS, 1000).expected


def test_rare_words_are_rarely_there_by_accident() -> None:
    """
    The product of the words' shares, at each place of the text, times the ways to change words.
    """
    assert expected("the fort", "the fort") == pytest.approx(0.2)
    assert expected("the unseen", "the unseen") == pytest.approx(0.1)
    assert expected("the fort to", "the fort xx") == pytest.approx(0.2 * 4)


def test_a_damaged_word_tells_by_its_letters() -> None:
    """
    A word that agrees in most letters tells more than one that does not agree, and less than an equal one.
    """
    equal, damaged, other = (
        expected("the surrender", f"the {word}") for word in ("surrender", "surrendcr", "x")
    )

    assert equal < other
    assert damaged < other
    assert agreement(["surrender"], ["surrendcr"], 1, COUNTS, 1000).share == pytest.approx(8 / 9)


def test_tolerance_knows_length_and_size() -> None:
    """
    A longer quotation may have more errors, and one in a larger text fewer; short ones have none.
    """
    assert [most_errors(length, 10**7) for length in (8, 12, 20, 50, 100)] == [0, 0, 4, 12, 25]
    assert most_errors(14, 1_000) > most_errors(14, 10**7)


def test_extremes_stay_finite() -> None:
    """
    Nothing matched, an empty text and very long quotations have a chance too.
    """
    assert agreement(["a"] * 5, [], 0, {}, 0).expected > 0
    assert agreement([], [], 0, {}, 0).share == 0
    assert agreement(["the"] * 10_000, ["the"] * 10_000, 10, COUNTS, 1000).expected < 1e-200


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (0.2, "by chance: 1 in 5"),
        (0.00042, "by chance: 1 in 2,000"),
        (1e-15, "by chance: less than 1 in 1,000,000,000,000"),
        (3.2, "by chance: 3 such places"),
        (1e200, "by chance: 1,000,000,000,000 such places"),
    ],
)
def test_wording(expected: float, said: str) -> None:
    """A chance is said to one digit, within bounds."""
    assert by_chance(expected) == said
