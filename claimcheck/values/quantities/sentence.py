"""A whole quantity in one language: the number with its bounds, its unit, and what it counts."""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.bounds import BOUNDS
from claimcheck.values.quantities.counted import Counted, leading_noun, read_counted
from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.phrases import Phrase, PhraseReader
from claimcheck.values.quantities.tokens import Token, tokenize
from claimcheck.values.quantities.units import Unit, unit_by_id, units_at
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

_CURRENCY_SIGNS = frozenset("£$€₺₽")
_POSTFIXES = {f"after_{bound}": bound for bound in (*BOUNDS, "about")}


@frozen(kw_only=True)
class Sentence:
    """One parse: `units` has several where a word names several; `n_known` counts the words understood."""

    phrase: Phrase
    counted: Counted
    units: tuple[Unit, ...] = ()
    unit_text: str = ""
    n_known: int = 0


@frozen(kw_only=True)
class _Frame:
    """The tokens of the number and its noun, with what stands at the edges of the text taken off."""

    tokens: tuple[Token, ...]
    units: tuple[Unit, ...] = ()
    unit_text: str = ""
    postfix: str = ""


def parse(text: str, language: str, style: str, *, is_long: bool, tolerances: Tolerances) -> Sentence | None:
    """Return what a text says as a quantity of this language, or None when it is none."""
    words = lexicon(language)
    frame = _framed(words.unglue(tokenize(text, language)), words)
    amounts = AmountReader(
        tokens=frame.tokens, words=words, style=style, is_long=is_long, tolerances=tolerances
    )
    phrase = PhraseReader(amounts, postfix=frame.postfix).phrase()
    if phrase is None:
        return None
    _refuse_second_number(phrase.rest, words)
    frame, rest = _with_unit(frame, phrase.rest, words)
    counted = read_counted(rest, words)
    if phrase.is_share and not frame.units:
        frame = evolve(frame, units=_percent(), unit_text="percent")
        phrase = phrase.times(100)
    n_words = sum(token.is_word for token in frame.tokens) - sum(token.is_word for token in rest)
    return Sentence(
        phrase=phrase,
        counted=counted,
        units=frame.units,
        unit_text=frame.unit_text,
        n_known=n_words + counted.n_known,
    )


def _framed(tokens: tuple[Token, ...], words: Lexicon) -> _Frame:
    """Return the tokens without a currency's sign, a unit before the number, a bound at the end."""
    signs = [token.text for token in tokens if token.text in _CURRENCY_SIGNS]
    if len(signs) == 1:
        return _without_sign(tokens, words, signs[0])
    # "yüzde 20": the unit stands before the number.
    found = units_at(tokens, 0, words.language)
    start = leading_noun(tokens, words.language)
    # "killed: 30" is read as "30 killed".
    nouns = tuple(token for token in tokens[:start] if token.is_word)
    frame = _Frame(tokens=(*tokens[start:], *nouns))
    if found is not None:
        units, end = found
        frame = _Frame(tokens=tokens[end:], units=units, unit_text=_joined(tokens[:end]))
    return _without_postfix(frame, words)


def _without_sign(tokens: tuple[Token, ...], words: Lexicon, sign: str) -> _Frame:
    found = units_at((Token(sign, "sign"),), 0, words.language)
    frame = _Frame(
        tokens=tuple(token for token in tokens if token.text != sign),
        units=found[0] if found else (),
        unit_text=sign,
    )
    return _without_postfix(frame, words)


def _without_postfix(frame: _Frame, words: Lexicon) -> _Frame:
    """Return the frame without a bound behind the noun: "3,000 men or more"."""
    last = len(frame.tokens)
    for start in range(max(2, last - 4), last):
        if not frame.tokens[start - 1].is_word:
            continue
        ends = words.roles_at(frame.tokens, start)
        for role, bound in _POSTFIXES.items() if ends else ():
            if ends.get(role) == last:
                return evolve(frame, tokens=frame.tokens[:start], postfix=bound)
    return frame


def _with_unit(frame: _Frame, rest: tuple[Token, ...], words: Lexicon) -> tuple[_Frame, tuple[Token, ...]]:
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
    return evolve(frame, units=units, unit_text=_joined(rest[start:end])), rest[end:]


def _refuse_second_number(rest: tuple[Token, ...], words: Lexicon) -> None:
    """Raise for "30 killed and 80 wounded"; a year behind a preposition or in brackets is left alone."""
    for index, token in enumerate(rest):
        if token.text in words.stops or token.text in "([,;":
            return
        if token.is_figure or (index == 0 and words.counts_at(rest, 0)):
            raise UnreadableError(
                f"a second number, {token.text!r}, follows the first",
                hint="write one figure a value, and a question or attestation of its own for each",
                code="quantity-two-numbers",
            )


def _joined(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def _percent() -> tuple[Unit, ...]:
    unit = unit_by_id("percent")
    return (unit,) if unit else ()
