"""A whole quantity in one language: the number with its bounds, its unit, and what it counts."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.compounds import unglue
from claimcheck.values.quantities.frame import Frame, framed
from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.phrases import Phrase, PhraseReader, unknown_number
from claimcheck.values.quantities.plain import PlainReader
from claimcheck.values.quantities.second import refuse_dependent_number, refuse_second_number
from claimcheck.values.quantities.subject import Subject, read_subject
from claimcheck.values.quantities.tokens import Token, tokenize
from claimcheck.values.quantities.units import Unit, unit_by_id
from claimcheck.values.tolerances import Tolerances


class Sentence(NamedTuple):
    """One parse: the number, with the tokens up to its end, and what it is of."""

    number: tuple[Token, ...]
    phrase: Phrase
    subject: Subject

    def n_known(self) -> int:
        """Return how many words are understood."""
        return [token.sort for token in self.number].count("word") + self.subject.n_known


def parse(text: str, language: str, style: str, *, is_long: bool, tolerances: Tolerances) -> Sentence | None:
    """Return what a text says as a quantity of this language, or None when it is none."""
    words = lexicon(language)
    tokens = unglue(tokenize(text, language), words)
    plain = None if is_long else PlainReader(tokens, words, style, tolerances).phrase()
    if plain is not None:
        return _sentence(tokens, plain, read_subject(plain.rest, words))
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
    return _framed_sentence(frame, phrase, words)


def _framed_sentence(frame: Frame, phrase: Phrase, words: Lexicon) -> Sentence:
    """Return the sentence of a phrase, the unit of which may stand in its frame."""
    subject = read_subject(phrase.rest, words, has_unit=bool(frame.units))
    if frame.units:
        subject = subject.measured_in(frame.units, frame.unit_text)
    elif phrase.is_share and not subject.units:
        phrase, subject = phrase.times(100), subject.measured_in(_percent(), "percent")
    return _sentence(frame.tokens, phrase, subject)


def _sentence(tokens: tuple[Token, ...], phrase: Phrase, subject: Subject) -> Sentence:
    # What is left of the tokens is their end.
    return Sentence(tokens[: len(tokens) - len(phrase.rest)], phrase, subject)


def _percent() -> tuple[Unit, ...]:
    unit = unit_by_id("percent")
    return (unit,) if unit else ()
