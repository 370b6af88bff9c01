"""Numbers in words and figures: "two and a half thousand", "several dozen", "tens of thousands"."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from claimcheck.values.quantities.amount import Amount, Exact
from claimcheck.values.quantities.counted import is_generic
from claimcheck.values.quantities.figures import MOST_DIGITS, Figure, grain_of, read_figure
from claimcheck.values.quantities.lexicon import Lexicon, Scale
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

_HUNDRED, _THOUSAND = 100, 1000
_GIANT = 10**MOST_DIGITS
# "57 in 1921" is no share: one in a hundred is the least that such words are used for.
_MOST_SHARED = 100
_SLASHES = frozenset("/⁄")


class _Part(NamedTuple):
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
class AmountReader:
    """
    Reads amounts from the tokens of one text, under one language, habit of print and scale.

    Every method takes the index of a token and returns what begins there with the index behind it, or
    None. Nothing is looked ahead further than the next word, so the time is linear.
    """

    tokens: tuple[Token, ...]
    words: Lexicon
    style: str
    is_long: bool
    tolerances: Tolerances
    _read: dict[int, tuple[Amount, int] | None] = field(factory=dict, init=False, eq=False, repr=False)

    def amount(self, index: int, *, is_governed: bool = False) -> tuple[Amount, int] | None:
        """
        Return the amount at the token, which is worked out once: ranges and bounds ask again.

        One that is governed by a bound may be a single thousand ("больше тысячи").
        """
        if is_governed and (single := self._single(index)) is not None:
            return single
        if index not in self._read:
            self._read[index] = self._amount(index)
        return self._read[index]

    def _amount(self, index: int) -> tuple[Amount, int] | None:
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.is_figure:
            if (alone := self._alone(index)) is not None:
                return alone
        elif token.text != "-" and token.text not in self.words.begins_number:
            return None
        return self.vague(index) or self._share(index) or self._fraction(index) or self.counted(index)

    def _alone(self, index: int) -> tuple[Amount, int] | None:
        """Return the amount of the figure at the token if nothing behind it could belong to it."""
        if index + 1 < len(self.tokens):
            after = self.tokens[index + 1]
            if after.is_figure or after.text in self.words.extends_figure:
                return None
        amount = figure_amount(self.tokens[index].text, self.style)
        return (amount, index + 1) if amount else None

    def vague(self, index: int, *, is_scaled: bool = False) -> tuple[Amount, int] | None:
        """Return what a word without a number means; with `is_scaled` only a scale: "einige hundert"."""
        for name in ("several", "few", "couple"):
            end = self.words.role(name, self.tokens, index)
            if end is not None:
                end = self._past("of", end)
                scale = self._scale(end) or self._plural(end)
                if scale is not None:
                    return self._some(name).times(scale[0]), scale[1]
                return None if is_scaled else (self._some(name), end)
        start = self._past("article", self._past("vague", index))
        return self._plurals(start)

    def _single(self, index: int) -> tuple[Amount, int] | None:
        found = self._sized(self.words.single.at(self.tokens, index))
        if found is None:
            return None
        size, end = found
        return self._point(_Part(value=size, grain=size, end=end, scale=size)), end

    def _share(self, index: int) -> tuple[Amount, int] | None:
        """Return the share that "every tenth" or "one in ten" is."""
        found = self.words.shares.at(self.tokens, index) or self._fraction_of(index) or self._one_of(index)
        if found is None:
            return None
        value, end = found
        return self._point(_Part(value=value, grain=grain_of(value), end=end), is_share=True), end

    def _fraction_of(self, index: int) -> tuple[Exact, int] | None:
        """Return the printed fraction of something: "2/3 of the men"."""
        figure = self._printed(index) if _SLASHES.intersection(self.tokens[index].text) else None
        if (
            figure is None
            or not 0 < figure.value < 1
            or self.words.role("of", self.tokens, index + 1) is None
        ):
            return None
        return figure.value, index + 1

    def _one_of(self, index: int) -> tuple[Exact, int] | None:
        part = self._group(index)
        after = self.words.role("out_of", self.tokens, part.end) if part is not None else None
        if part is None or after is None or part.value.denominator != 1 or part.value < 1:
            return None
        whole = self._number(after)
        if whole is None or not part.value < whole.value <= _MOST_SHARED or whole.value.denominator != 1:
            return None
        # "12 in 20 villages" counts villages, "5 in 10 days" days: only people, or nothing, are shared out.
        if not self._ends_share(whole.end):
            return None
        return Fraction(part.value) / whole.value, whole.end

    def _ends_share(self, index: int) -> bool:
        if index >= len(self.tokens) or self.words.role("of", self.tokens, index) is not None:
            return True
        return is_generic(self.tokens, index, self.words.language)

    def _some(self, name: str) -> Amount:
        low, high, least, most = (
            self.tolerances[f"quantity.{name}.{end}"] for end in ("low", "high", "least", "most")
        )
        return Amount(low=low, high=high, outer_low=least, outer_high=most)

    def _plurals(self, index: int) -> tuple[Amount, int] | None:
        """Return what "thousands" or "tens of thousands" means: at least two, fewer than ten of them."""
        found = self._plural(index)
        if found is None:
            return None
        size, end = found
        while (
            after := self._plural(self._past("of", end)) or self._scale(self._past("of", end))
        ) is not None:
            size, end = size * after[0], after[1]
        return self._many(size), end

    def _many(self, size: Exact) -> Amount:
        return self._some("plural")._replace(high_open=True).times(size)

    def _fraction(self, index: int) -> tuple[Amount, int] | None:
        """Return "half a million", "three quarters of a million", or the share that "two thirds" is."""
        count = self._group(self._past("article", index)) or self._group(index)
        start = count.end if count and count.value < 10 else self._past("article", index)
        found = self.words.fractions.at(self.tokens, start)
        if found is None or (
            found[0] < Fraction(1, 2) and start == index and self.words.roles["article"].by_first
        ):
            # Without an article or a number, "third" and "quarter" are no fractions where articles exist.
            return None
        value, end = found[0] * (count.value if count and start == count.end else 1), found[1]
        if value > 1:
            return self._point(_Part(value=value, grain=grain_of(value), end=end)), end
        after = self._past("article", self._past("of", end))
        scaled = self._scale(after) or (self._plural(after) if self.words.counts_plurals else None)
        if scaled is not None:
            part = _Part(value=value, grain=grain_of(value), end=end)
            return self._point(_scaled(part, *scaled)), scaled[1]
        return self._point(_Part(value=value, grain=grain_of(value), end=end), is_share=True), end

    def counted(self, index: int) -> tuple[Amount, int] | None:
        """Return the number at the token, in figures or words: no share, and nothing vague but its plural."""
        is_negative = self._is_sign("-", index)
        part = self._number(index + is_negative) or self._number(self._past("article", index))
        if part is None:
            return None
        if (many := self._plural(part.end)) is not None and part.scale == 1 and part.value < _THOUSAND:
            # "on binlerce": ten times "thousands".
            return self._many(part.value * many[0]), many[1]
        token = self.tokens[index]
        is_bare = part.end == index + 1 and token.is_figure and token.text.isdigit()
        printed = part._replace(value=-part.value) if is_negative else part
        return self._point(
            printed, digits=token.text if is_bare else "", is_worded=not token.is_figure
        ), part.end

    def _point(
        self, part: _Part, *, digits: str = "", is_worded: bool = False, is_share: bool = False
    ) -> Amount:
        return Amount(
            low=part.value,
            high=part.value,
            grain=part.grain,
            scale=part.scale if part.hundreds == 1 or part.scale > 1 else part.hundreds,
            digits=digits,
            is_decimal=part.is_decimal,
            is_share=is_share,
            is_rough=part.is_rough,
            is_worded=is_worded,
        )

    def _number(self, index: int) -> _Part | None:
        """Return the number at the token: groups below a thousand, each with the scale words behind it."""
        last: _Part | None = None
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

    def _scaled_group(self, index: int) -> _Part | None:
        part = self._group(index)
        if part is None:
            found = self._scale(index)
            if found is None:
                return None
            one = _Part(value=1, grain=1, end=index, is_rough=self._is_rough(index))
            return self._plus_part(_scaled(one, *found), found[0])
        while (found := self._next_scale(part)) is not None:
            is_rough = part.is_rough or self._is_rough(part.end)
            part = self._plus_part(_scaled(part, *found)._replace(is_rough=is_rough), found[0])
            _refuse_giants(part.value)
        return part

    def _next_scale(self, part: _Part) -> tuple[int, int] | None:
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

    def _plus_part(self, part: _Part, unit: int) -> _Part:
        found = self.words.additions.at(self.tokens, part.end)
        if found is None or self._scale(found[1]) is not None:
            return part
        value = part.value + unit * found[0]
        return part._replace(value=value, grain=grain_of(value), end=found[1])

    def _group(self, index: int) -> _Part | None:
        part = self._figure(index) or self._spoken(index)
        if part is None:
            return None
        found = self.words.additions.at(self.tokens, part.end)
        if found is None or part.is_decimal:
            return part
        value = part.value + found[0]
        return part._replace(value=value, grain=grain_of(value), end=found[1], is_worded=False)

    def _figure(self, index: int) -> _Part | None:
        figure = self._printed(index)
        if figure is None:
            return None
        after = self._printed(index + 1) if figure.value.denominator == 1 else None
        if after is not None and "/" in self.tokens[index + 1].text.replace("⁄", "/") and after.value < 1:
            value = figure.value + after.value
            return _Part(value=value, grain=grain_of(value), end=index + 2, is_decimal=True)
        return _Part(value=figure.value, grain=figure.grain, end=index + 1, is_decimal=figure.is_decimal)

    def _printed(self, index: int) -> Figure | None:
        if index >= len(self.tokens) or not self.tokens[index].is_figure:
            return None
        return read_figure(self.tokens[index].text, self.style)

    def _spoken(self, index: int) -> _Part | None:
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
        return _Part(value=value, grain=grain_of(value), end=end, hundreds=hundreds, is_worded=True)

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

    def _is_sign(self, sign: str, index: int) -> bool:
        return index == 0 and bool(self.tokens) and self.tokens[0].text == sign


def figure_amount(text: str, style: str) -> Amount | None:
    """Return the amount of a figure by itself, or None for a fraction and where its marks fit no habit."""
    if "/" in text or "⁄" in text or (figure := read_figure(text, style)) is None:
        return None
    value, grain, is_decimal = figure
    digits = text if text.isdigit() else ""
    return Amount(value, value, grain, digits=digits, is_decimal=is_decimal)


def _scaled(part: _Part, size: int, end: int) -> _Part:
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
