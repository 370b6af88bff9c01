"""A whole quantity in one language: the number with its bounds, its unit, and what it counts."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.compounds import unglue
from claimcheck.values.quantities.counted import Counted, read_counted
from claimcheck.values.quantities.frame import Frame, framed, text_of
from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.phrases import Phrase, PhraseReader, unknown_number
from claimcheck.values.quantities.plain import plain_phrase
from claimcheck.values.quantities.second import refuse_dependent_number, refuse_second_number
from claimcheck.values.quantities.tokens import Token, tokenize
from claimcheck.values.quantities.units import Unit, unit_by_id, units_at
from claimcheck.values.tolerances import Tolerances


class Sentence(NamedTuple):
    """One parse: `units` has several where a word names several; `n_known` counts the words understood."""

    phrase: Phrase
    counted: Counted
    units: tuple[Unit, ...] = ()
    unit_text: str = ""
    n_known: int = 0


def parse(text: str, language: str, style: str, *, is_long: bool, tolerances: Tolerances) -> Sentence | None:
    """Return what a text says as a quantity of this language, or None when it is none."""
    words = lexicon(language)
    tokens = unglue(tokenize(text, language), words)
    plain = None if is_long else plain_phrase(tokens, words, style, tolerances)
    if plain is not None:
        return _sentence(Frame(tokens=tokens), plain, words)
    frame = framed(tokens, words)
    amounts = AmountReader(
        tokens=frame.tokens, words=words, style=style, is_long=is_long, tolerances=tolerances
    )
    phrase = PhraseReader(amounts, postfix=frame.postfix).phrase()
    if phrase is None:
        if any(words.role("unknown", frame.tokens, index) for index in range(len(frame.tokens))):
            raise unknown_number()
        return None
    refuse_dependent_number(phrase.rest, words)
    refuse_second_number(phrase.rest, words)
    return _sentence(frame, phrase, words)


def _sentence(frame: Frame, phrase: Phrase, words: Lexicon) -> Sentence:
    """Return the sentence of a phrase and what stands behind it."""
    rest = phrase.rest
    if rest:
        frame, rest = _with_unit(frame, rest, words)
    counted = read_counted(rest, words)
    if phrase.is_share and not frame.units:
        frame = frame._replace(units=_percent(), unit_text="percent")
        phrase = phrase.times(100)
    # What is left of the tokens is their end, so the words before it are those of the number.
    n_words = [token.sort for token in frame.tokens[: len(frame.tokens) - len(rest)]].count("word")
    return Sentence(
        phrase=phrase,
        counted=counted,
        units=frame.units,
        unit_text=frame.unit_text,
        n_known=n_words + counted.n_known,
    )


def _with_unit(frame: Frame, rest: tuple[Token, ...], words: Lexicon) -> tuple[Frame, tuple[Token, ...]]:
    if frame.units:
        return frame, rest
    start = 0
    while (end := words.role("article", rest, start) or words.role("of", rest, start)) is not None:
        start = end
    found = units_at(rest, start, words.language)
    if found is None and start:
        found = units_at(rest, 0, words.language)
    if found is None:
        return frame, rest
    units, end = found
    return frame._replace(units=units, unit_text=text_of(rest[start:end])), rest[end:]


def _percent() -> tuple[Unit, ...]:
    unit = unit_by_id("percent")
    return (unit,) if unit else ()
