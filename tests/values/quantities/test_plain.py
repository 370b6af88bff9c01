"""The short way to read a number or range with one bound and its noun."""

from __future__ import annotations

import pytest

from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.compounds import unglue
from claimcheck.values.quantities.frame import framed
from claimcheck.values.quantities.lexicon import LANGUAGES, lexicon
from claimcheck.values.quantities.phrases import Phrase, PhraseReader
from claimcheck.values.quantities.plain import PlainReader
from claimcheck.values.quantities.tokens import tokenize
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

_FIGURES = ("7", "3,000", "2.5", "12.500", "1921")
_RANGES = ("300-400", "5-6,000", "1914-18", "40–20")
_WORDED = {
    "en": ("two thousand", "5 million", "twenty three", "300 to 4,000"),
    "fr": ("deux mille", "5 millions", "vingt trois", "300 à 4.000"),
    "de": ("zweitausend", "5 Millionen", "dreiundzwanzig", "300 bis 4.000"),
    "tr": ("iki bin", "5 milyon", "yirmi üç", "üç dört"),
    "ru": ("две тысячи", "5 миллионов", "двадцать три", "300 до 4.000"),
}
_OPENINGS = (
    "about",
    "exactly",
    "between",
    "from",
    "over",
    "at_least",
    "under",
    "at_most",
    "nearly",
    "just_over",
)
_BEHIND = ("", " men", " versts", " %", " hommes", " Mann", " top", " человек", " Georgian houses")
_TOLERANCES = Tolerances(profile="events")


def _plain(text: str, language: str) -> Phrase | None:
    words = lexicon(language)
    return PlainReader(unglue(tokenize(text, language), words), words, words.style, _TOLERANCES).phrase()


def _by_grammar(text: str, language: str) -> Phrase | None:
    words = lexicon(language)
    frame = framed(unglue(tokenize(text, language), words), words)
    amounts = AmountReader(
        tokens=frame.tokens, words=words, style=words.style, is_long=False, tolerances=_TOLERANCES
    )
    return PhraseReader(amounts, postfix=frame.postfix).phrase()


def _read(text: str, language: str, way: str) -> Phrase | str | None:
    try:
        return _plain(text, language) if way == "short" else _by_grammar(text, language)
    except UnreadableError as error:
        return error.message


def _texts(language: str) -> list[str]:
    """Return every phrase of a bound, hedge or range before a number, and every number before each noun."""
    words = lexicon(language)
    openings = [" ".join(phrase) for role in _OPENINGS for phrase in words.phrases_of(role)]
    joint = next(words.phrases_of("and_to"))[0]
    numbers = (*_FIGURES, *_RANGES, *_WORDED[language])
    return [
        *(f"{number}{behind}" for number in numbers for behind in _BEHIND),
        *(f"{opening} {number} men" for opening in openings for number in ("3,000", "300-400")),
        *(f"{opening} 300 {joint} {high} men" for opening in openings for high in ("400", "20")),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_way_and_the_grammar_read_alike(language: str) -> None:
    """What the short way reads, half of these texts at least, the whole grammar reads or refuses likewise."""
    texts = _texts(language)
    short = {text: phrase for text in texts if (phrase := _read(text, language, "short")) is not None}

    assert len(short) > len(texts) / 2
    assert short == {text: _read(text, language, "long") for text in short}


@pytest.mark.parametrize(
    "text",
    [
        "between 300 and 400 men",
        "some 3,000 men",
        "300 to 400 rifles",
        "5 thousand men",
        "two thousand 300 men",
        "no more than 300 roubles",
    ],
)
def test_the_commonest_forms_go_the_short_way(text: str) -> None:
    """A range, a scale, a number in words, a bound of several words: the grammar is not needed."""
    assert _plain(text, "en") is not None


@pytest.mark.parametrize(
    "text",
    [
        "between 300 and 400 or 500 men",
        "3,000 men or more",
        "300-odd men",
        "2/3 of the garrison",
        "£5m",
        "no more than a few men",
        "40 men and 3 guns",
        "two thirds of the men",
        "one in ten men",
        "killed: 30",
    ],
)
def test_anything_else_is_left_to_the_grammar(text: str) -> None:
    """An alternative, a bound behind, a share, a sign of money, a second number: the short way reads none."""
    assert _plain(text, "en") is None
