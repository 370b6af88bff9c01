"""What stands around a number: a currency's sign, a noun or unit before it, a bound behind its noun."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.values.quantities.bounds import BOUNDS
from claimcheck.values.quantities.counted import is_generic, is_state, leading_nouns
from claimcheck.values.quantities.lexicon import Lexicon
from claimcheck.values.quantities.tokens import Token, text_of
from claimcheck.values.quantities.units import Unit, units_at

_CURRENCY_SIGNS = frozenset("£$€₺₽")
_ZERO = Token("0", "figure")
# Beside a sign of money "m" is no metre: "£5m".
_MONEY_SCALES = {"m": Token("million", "word")}
_ONE = Token("1", "figure")
_POSTFIXES = {f"after_{bound}": bound for bound in (*BOUNDS, "about", "total")}

Tokens = tuple[Token, ...]


class Frame(NamedTuple):
    """The tokens of the number and its noun, in the usual order, and what was taken off at the edges."""

    tokens: Tokens
    units: tuple[Unit, ...] = ()
    unit_text: str = ""
    postfix: str = ""


def framed(tokens: Tokens, words: Lexicon) -> Frame:
    """Return the tokens without a currency's sign, with nouns and units behind their number."""
    signs = [token.text for token in tokens if token.text in _CURRENCY_SIGNS]
    if len(signs) == 1:
        return _without_postfix(_without_sign(tokens, words, signs[0]), words)
    if not tokens or tokens[0].is_figure:
        return _without_postfix(Frame(tokens=_reordered(tokens, words)), words)
    frame = (
        _unit_first(tokens, words)
        or _noun_first(tokens, words)
        or _scale_first(tokens, words)
        or Frame(tokens=_reordered(tokens, words))
    )
    return frame if frame.postfix else _without_postfix(frame, words)


def _without_sign(tokens: Tokens, words: Lexicon, sign: str) -> Frame:
    found = units_at((Token(sign, "sign"),), 0, words.language)
    return Frame(
        tokens=tuple(_MONEY_SCALES.get(token.text, token) for token in tokens if token.text != sign),
        units=found[0] if found else (),
        unit_text=sign,
    )


def _unit_first(tokens: Tokens, words: Lexicon) -> Frame | None:
    """Return the frame of "yüzde 20"; "вёрст десять" is about ten."""
    found = units_at(tokens, 0, words.language)
    if found is None:
        return None
    units, end = found
    is_measure = units[0].dimension != units[0].id
    is_inverted = words.inverts and is_measure and _is_number(tokens, end, words)
    return Frame(
        tokens=tokens[end:],
        units=units,
        unit_text=text_of(tokens[:end]),
        postfix="about" if is_inverted else "",
    )


def _noun_first(tokens: Tokens, words: Lexicon) -> Frame | None:
    """Return the frame of "killed: 30" and "losses of 500", read as "30 killed", or None."""
    found = leading_nouns(tokens, words)
    if found is None:
        return None
    nouns, end, is_linked = found
    if is_linked and not _names_losses(nouns, words) and not _ends_plainly(tokens, words):
        # "the men of 5 regiments" counts regiments.
        return None
    if words.role("after_none", tokens, end) == len(tokens):
        return Frame(tokens=(_ZERO, *nouns))
    is_inverted = (
        words.inverts
        and not is_linked
        and is_generic(tokens, 0, words.language)
        and _is_number(tokens, end, words)
    )
    return Frame(tokens=(*tokens[end:], *nouns), postfix="about" if is_inverted else "")


def _names_losses(nouns: Tokens, words: Lexicon) -> bool:
    return any(is_state(nouns, index, words.language) for index in range(len(nouns)))


def _ends_plainly(tokens: Tokens, words: Lexicon) -> bool:
    """Tell whether the text ends with its number, with people of any sort, or with a unit."""
    last = len(tokens) - 1
    is_measure = units_at(tokens, last, words.language) is not None
    return is_measure or is_generic(tokens, last, words.language) or _is_number(tokens, last, words)


def _scale_first(tokens: Tokens, words: Lexicon) -> Frame | None:
    """Return the frame of "тысяч пять", which is about five thousand, or None."""
    scale = (words.single.at(tokens, 0) or words.plurals.at(tokens, 0)) if words.inverts else None
    if scale is None:
        return None
    start = end = scale[1]
    while (number := words.numbers.at(tokens, end)) is not None:
        end = number[1]
    if end == start and end < len(tokens) and tokens[end].is_figure:
        end += 1
    if end == start:
        return None
    return Frame(tokens=(*tokens[start:end], *tokens[:start], *tokens[end:]), postfix="about")


def _is_number(tokens: Tokens, index: int, words: Lexicon) -> bool:
    return index < len(tokens) and (tokens[index].is_figure or words.counts_at(tokens, index))


def _reordered(tokens: Tokens, words: Lexicon) -> Tokens:
    """Return the tokens with what parts a number put behind it: "one man in ten", "an hour and a half"."""
    return _noun_in_share(_unit_before_part(tokens, words), words)


def _noun_in_share(tokens: Tokens, words: Lexicon) -> Tokens:
    after = words.role("out_of", tokens, 2)
    if after is None or not is_generic(tokens, 1, words.language) or not _is_number(tokens, after, words):
        return tokens
    rest = (*tokens[2:], tokens[1])
    return (tokens[0], *rest) if words.role("out_of", rest, 0) is not None else tokens


def _unit_before_part(tokens: Tokens, words: Lexicon) -> Tokens:
    for index in range(2, len(tokens)):
        part = words.additions.at(tokens, index) if tokens[index].is_word else None
        if part is None:
            continue
        unit = units_at(tokens, index - 1, words.language)
        if unit is None or unit[1] != index:
            return tokens
        head = tokens[: index - 1]
        if words.role("article", head, 0) == len(head):
            head = (_ONE,)
        return (*head, *tokens[index : part[1]], *tokens[index - 1 : index], *tokens[part[1] :])
    return tokens


def _without_postfix(frame: Frame, words: Lexicon) -> Frame:
    """Return the frame without a bound behind the noun: "3,000 men or more"."""
    last = len(frame.tokens)
    for start in range(max(1, last - 4), last):
        ends = words.roles_at(frame.tokens, start)
        for role, bound in _POSTFIXES.items() if ends else ():
            if ends.get(role) != last:
                continue
            if not frame.tokens[start - 1].is_word:
                # It stands at the number itself ("300'e kadar"), where the reader of numbers finds it.
                return frame
            return frame._replace(tokens=frame.tokens[:start], postfix="" if bound == "total" else bound)
    return frame
