"""In which languages a text's words are known."""

from __future__ import annotations

import pytest

from claimcheck.values.quantities.languages import languages_of


def _first(text: str, stated: str = "") -> dict[str, list[str]]:
    return next(languages_of(text, stated))


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("3,000 men", "", {"en": ["en"]}),
        ("300 hommes", "", {"fr": ["fr"]}),
        ("2.5 kg", "fr", {"fr": ["fr"]}),
        ("3,000", "", {"en": ["en"]}),
        ("3,000", "tr", {"tr": ["tr"]}),
        ("zweitausend Mann", "", {"de": ["de"]}),
        ("üç binden fazla", "", {"tr": ["tr"]}),
    ],
)
def test_who_knows_all_the_words_speaks(text: str, stated: str, expected: dict[str, list[str]]) -> None:
    """The stated language if it knows them all, otherwise whichever does; the first for bare figures."""
    assert _first(text, stated) == expected


def test_one_language_speaks_for_those_in_which_a_unit_is_the_same() -> None:
    """Kilograms are the same in all five, and behind a figure no other rule of a language applies."""
    assert _first("2.5 kg") == {"en": ["en", "fr", "de", "tr", "ru"]}
    assert list(_first("kg 2.5")) == ["en", "fr", "de", "tr", "ru"]


def test_the_rest_follow_by_how_many_words_they_know() -> None:
    """Where no language knows all the words, those that know most of them come first."""
    groups = [list(group) for group in languages_of("300 men xyz", "")]

    assert groups == [["en"], ["fr", "de", "tr", "ru"]]


def test_a_text_of_words_belongs_to_another_language_only_as_a_whole() -> None:
    """Without a figure, a language that was not stated has to know every word."""
    assert all(list(group) == ["fr"] for group in languages_of("on ignore le nombre", "fr"))
