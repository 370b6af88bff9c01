"""The chance of an accidental match."""

from __future__ import annotations

import pytest

from claimcheck.documents.finding.chance import accidents, by_chance

COUNTS = {"the": 100, "fort": 2}


def test_rare_words_are_rarely_there_by_accident() -> None:
    """The product of the words' shares, at each place of the text, times the ways to change words."""
    assert accidents(["the", "fort"], 0, 1000, COUNTS, 1000) == pytest.approx(0.2)
    assert accidents(["the", "unseen"], 0, 1000, COUNTS, 1000) == pytest.approx(0.1)
    assert accidents(["the", "fort"], 1, 1000, COUNTS, 1000) == pytest.approx(0.6)


def test_extremes_stay_finite() -> None:
    """Nothing matched, an empty text and very long quotations have a chance too."""
    assert accidents([], 5, 0, {}, 0) == 1
    assert accidents(["the"] * 10_000, 0, 10, COUNTS, 1000) < 1e-200


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
