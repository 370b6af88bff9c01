"""Exact numbers in figures and words: "two and a half thousand", "3 million 200", "twelve hundred"."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from claimcheck.values.quantities.amount import Exact
from claimcheck.values.quantities.figures import MOST_DIGITS, Figure, grain_of, read_figure
from claimcheck.values.quantities.lexicon import Lexicon, Scale
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.value import UnreadableError

_HUNDRED = 100
_GIANT = 10**MOST_DIGITS


class Part(NamedTuple):
    """
    A number on the way: its value, the unit of its last significant digit, the index behind it.

    `scale` is what scale words multiplied it by, `hundreds` a hundred spoken as part of the number.
    """

    value: Exact
    grain: Exact
    end: int
    scale: int = 1
    hundreds: int = 1
    is_decimal: bool = False
    is_worded: bool = False
    is_rough: bool = False


@frozen(kw_only=True)
class NumberReader:
    """
    Reads exact numbers from the tokens of one text, under one language, habit of print and scale.

    Every method takes the index of a token and returns what begins there with the index behind it, or
    None. Nothing is looked ahead further than the next word, so the time is linear.
    """

    tokens: tuple[Token, ...]
    words: Lexicon
    style: str
    is_long: bool

    def _number(self, index: int) -> Part | None:
        """Return the number at the token: groups below a thousand, each with the scale words behind it."""
        last: Part | None = None
        total: Exact | None = None
        limit: int | None = None
        while True:
            part = self._scaled_group(index)
            if part is None or (limit is not None and part.value >= limit):
                break
            last = part
            total = part.value + (total or 0)
            limit = part.scale
            if limit <= 1:
                break
            index = self._past_joiner(part.end)
        if last is None or total is None:
            return None
        _refuse_giants(total)
        return last._replace(value=total, is_decimal=last.is_decimal and total == last.value)

    def _scaled_group(self, index: int) -> Part | None:
        part = self._group(index)
        if part is None:
            found = self._scale(index)
            if found is None:
                return None
            one = Part(value=1, grain=1, end=index, is_rough=self._is_rough(index))
            return self._plus_part(scaled(one, *found), found[0])
        while (found := self._next_scale(part)) is not None:
            is_rough = part.is_rough or self._is_rough(part.end)
            part = self._plus_part(scaled(part, *found)._replace(is_rough=is_rough), found[0])
            _refuse_giants(part.value)
        return part

    def _next_scale(self, part: Part) -> tuple[int, int] | None:
        found = self._scale(part.end)
        if found is None:
            found = self._plural(part.end) if self.words.counts_plurals else None
        elif found[0] == _HUNDRED and part.is_worded and not self._is_rough(part.end):
            # Words have taken their hundreds already ("fifty and two hundred" are two numbers).
            return None
        return found if found is not None and found[0] >= part.scale else None

    def _is_rough(self, index: int) -> bool:
        found = self.words.scales.at(self.tokens, index) or self.words.plurals.at(self.tokens, index)
        return found is not None and found[0].is_rough

    def _plus_part(self, part: Part, unit: int) -> Part:
        found = self.words.additions.at(self.tokens, part.end)
        if found is None or self._scale(found[1]) is not None:
            return part
        value = part.value + unit * found[0]
        return part._replace(value=value, grain=grain_of(value), end=found[1])

    def _group(self, index: int) -> Part | None:
        part = self._figure(index) or self._spoken(index)
        if part is None:
            return None
        found = self.words.additions.at(self.tokens, part.end)
        if found is None or part.is_decimal:
            return part
        value = part.value + found[0]
        return part._replace(value=value, grain=grain_of(value), end=found[1], is_worded=False)

    def _figure(self, index: int) -> Part | None:
        figure = self._printed(index)
        if figure is None:
            return None
        after = self._printed(index + 1) if figure.value.denominator == 1 else None
        if after is not None and "/" in self.tokens[index + 1].text.replace("⁄", "/") and after.value < 1:
            value = figure.value + after.value
            return Part(value=value, grain=grain_of(value), end=index + 2, is_decimal=True)
        return Part(value=figure.value, grain=figure.grain, end=index + 1, is_decimal=figure.is_decimal)

    def _printed(self, index: int) -> Figure | None:
        if index >= len(self.tokens) or not self.tokens[index].is_figure:
            return None
        return read_figure(self.tokens[index].text, self.style)

    def _spoken(self, index: int) -> Part | None:
        """Return the number words at the token, below one thousand (or "twelve hundred")."""
        value: Exact = 0
        room, end, is_joined, hundreds = 0, index, False, 1
        while True:
            start = end if end == index else self._past_joiner(end)
            word = self._number_word(start)
            if word is not None and (end == index or (0 < word[0] < room)):
                value, room, is_joined = value + word[0], min(word[1], room or word[1]), start > end
                end, hundreds = word[2], 1
            elif (hundred := self._hundred(end)) is not None and 0 < value < 100 and not is_joined:
                # "fifty and two hundred" are two numbers, "fifty-two hundred" is one.
                value, room, end, hundreds = value * 100, 100, hundred, _HUNDRED
            elif end == index and (hundred := self._hundred(index)) is not None:
                value, room, end = 100, 100, hundred
            else:
                break
        if end == index:
            return None
        return Part(value=value, grain=grain_of(value), end=end, hundreds=hundreds, is_worded=True)

    def _number_word(self, index: int) -> tuple[Exact, int, int] | None:
        found = self.words.numbers.at(self.tokens, index)
        if found is None:
            return None
        word, end = found
        if self.words.units_first and 0 < word.value < 10:
            joined = self.words.role("joiner", self.tokens, end)
            tens = self.words.numbers.at(self.tokens, joined) if joined is not None else None
            if tens is not None and tens[0].room == 10:
                return word.value + tens[0].value, 1, tens[1]
        return word.value, word.room, end

    def _hundred(self, index: int) -> int | None:
        found = self.words.scales.at(self.tokens, index)
        return found[1] if found and found[0].value == _HUNDRED and not found[0].is_rough else None

    def _scale(self, index: int) -> tuple[int, int] | None:
        return self._sized(self.words.scales.at(self.tokens, index))

    def _plural(self, index: int) -> tuple[int, int] | None:
        return self._sized(self.words.plurals.at(self.tokens, index))

    def _sized(self, found: tuple[Scale, int] | None) -> tuple[int, int] | None:
        if found is None:
            return None
        return (found[0].long if self.is_long else found[0].value), found[1]

    def _past(self, role: str, index: int) -> int:
        end = self.words.role(role, self.tokens, index)
        return index if end is None else end

    def _past_joiner(self, index: int) -> int:
        return self._past("joiner", index)


def scaled(part: Part, size: int, end: int) -> Part:
    """Return the part times a scale word, the index behind which is given."""
    return part._replace(
        value=part.value * size,
        grain=part.grain * size,
        scale=part.scale * size,
        end=end,
        is_decimal=False,
    )


def _refuse_giants(value: Exact) -> None:
    if abs(value.numerator) >= value.denominator * _GIANT:
        raise UnreadableError(f"a number of more than {MOST_DIGITS} digits counts nothing in history")
