"""Numbers that do not stand alone: a second one beside the first, a ratio, one counted from another."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.values.quantities.bounds import BOUNDS
from claimcheck.values.quantities.counted import is_known, is_state
from claimcheck.values.quantities.lexicon import Lexicon
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.units import units_at
from claimcheck.values.value import UnreadableError

_MODIFIERS = (*BOUNDS, "about", "filler")
_VAGUE = ("several", "few", "couple")


def refuse_dependent_number(rest: Sequence[Token], words: Lexicon) -> None:
    """Raise for "300 more" and "2:1": such numbers say something of another number only."""
    if words.role("relative", rest, 0) is not None:
        raise UnreadableError(
            f"{rest[0].text!r} counts from another number",
            hint="give the whole number, or say in a question of its own what is added to what",
        )
    if len(rest) > 1 and rest[0].text == ":" and rest[1].is_figure:
        raise UnreadableError(
            "a ratio of two numbers is not one number", hint="give each number a question of its own"
        )


def refuse_second_number(rest: Sequence[Token], words: Lexicon) -> None:
    """
    Raise for "30 killed and 80 wounded", "30 killed, 80 wounded".

    A year behind a preposition, in brackets or behind a comma is left alone, and so is what stands behind
    a preposition; the value says that it was not read.
    """
    for index, token in enumerate(rest):
        if token.text in words.stops or token.text in ("(", "["):
            return
        if token.text in (",", ";"):
            if _is_second(rest, index + 1, words):
                raise _two_numbers(rest[index + 1])
            if not is_state(rest, index + 1, words.language):
                return
        elif token.is_figure or _is_spelled_second(rest, index, words):
            raise _two_numbers(token)


def _is_spelled_second(rest: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Tell whether number words begin that count anew: beside the first, or before a known noun."""
    if not _begins_number(rest, index, words):
        return False
    if index > 0 and words.role("of", rest, index - 1) == index:
        # "40 men of one regiment" tells whose they are.
        return False
    measure = units_at(rest, 0, words.language)
    if measure is not None and measure[1] == index:
        # "two pounds ten shillings"
        return True
    return index == 0 or _joins(rest, index - 1, words) or _is_counting(rest, index, words)


def _joins(rest: Sequence[Token], index: int, words: Lexicon) -> bool:
    return any(words.role(role, rest, index) == index + 1 for role in ("joiner", "and_to", "listed"))


def _is_second(rest: Sequence[Token], index: int, words: Lexicon) -> bool:
    start = index
    while (end := _past_modifier(rest, index, words)) is not None:
        index = end
    if index >= len(rest) or not (rest[index].is_figure or _begins_number(rest, index, words)):
        return False
    return index > start or _is_counting(rest, index, words)


def _past_modifier(rest: Sequence[Token], index: int, words: Lexicon) -> int | None:
    ends = (words.role(role, rest, index) for role in _MODIFIERS)
    return max((end for end in ends if end is not None), default=None)


def _begins_number(rest: Sequence[Token], index: int, words: Lexicon) -> bool:
    if index >= len(rest) or rest[index].text not in words.begins_number:
        return False
    if words.role("article", rest, index) is not None:
        # "eine" and "une" are number words, and articles before a noun.
        return False
    return words.counts_at(rest, index) or any(words.role(role, rest, index) for role in _VAGUE)


def _is_counting(rest: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Tell whether a known noun follows the number at the token, with an adjective between at most."""
    while index < len(rest) and (rest[index].is_figure or _begins_number(rest, index, words)):
        index += 1
    return any(is_known(rest, place, words.language) for place in (index, index + 1))


def _two_numbers(token: Token) -> UnreadableError:
    return UnreadableError(
        f"a second number, {token.text!r}, follows the first",
        hint="write one figure a value, and a question or attestation of its own for each",
        code="quantity-two-numbers",
    )
