"""The short way to read a figure with one bound and its noun."""

from __future__ import annotations

import pytest

from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.frame import framed
from claimcheck.values.quantities.lexicon import LANGUAGES, lexicon
from claimcheck.values.quantities.phrases import Phrase, PhraseReader
from claimcheck.values.quantities.plain import plain_phrase
from claimcheck.values.quantities.tokens import tokenize
from claimcheck.values.tolerances import Tolerances

_FIGURES = ("7", "40", "3,000", "2.5", "12.500", "1921")
_BEFORE = {
    "en": ("", "some", "about", "over", "more than", "at least", "nearly", "fewer than", "exactly"),
    "fr": ("", "environ", "plus de", "au moins", "moins de", "presque"),
    "de": ("", "etwa", "über", "mehr als", "mindestens", "fast"),
    "tr": ("", "yaklaşık", "en az", "en fazla"),
    "ru": ("", "около", "более", "свыше", "не менее"),
}
_BEHIND = ("", " men", " versts", " %", " guns captured", " hommes", " Mann", " top", " человек", " houses")
_TOLERANCES = Tolerances(profile="events")


def _plain(text: str, language: str) -> Phrase | None:
    words = lexicon(language)
    return plain_phrase(words.unglue(tokenize(text, language)), words, words.style, _TOLERANCES)


def _by_grammar(text: str, language: str) -> Phrase | None:
    words = lexicon(language)
    frame = framed(words.unglue(tokenize(text, language)), words)
    amounts = AmountReader(
        tokens=frame.tokens, words=words, style=words.style, is_long=False, tolerances=_TOLERANCES
    )
    return PhraseReader(amounts, postfix=frame.postfix).phrase()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_way_and_the_grammar_read_alike(language: str) -> None:
    """What the short way reads, a third of these at least, the whole grammar reads as the same phrase."""
    texts = [
        f"{before} {figure}{behind}".strip()
        for before in _BEFORE[language]
        for figure in _FIGURES
        for behind in _BEHIND
    ]
    short = {text: phrase for text in texts if (phrase := _plain(text, language)) is not None}

    assert len(short) > len(texts) / 3
    assert short == {text: _by_grammar(text, language) for text in short}


@pytest.mark.parametrize(
    "text",
    [
        "between 300 and 400 men",
        "3,000 men or more",
        "300-odd men",
        "2/3 of the garrison",
        "£5m",
        "no more than a few men",
        "40 men and 3 guns",
        "5 thousand men",
        "killed: 30",
    ],
)
def test_anything_else_is_left_to_the_grammar(text: str) -> None:
    """A second figure, a scale, a bound behind, a share, a sign of money: the short way reads none."""
    assert _plain(text, "en") is None
