"""How many: numbers, and what is none: "several dozen", "tens of thousands", "half", "one in ten"."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from claimcheck.values.quantities.amount import Amount, Exact
from claimcheck.values.quantities.counted import is_generic
from claimcheck.values.quantities.figures import grain_of, read_figure
from claimcheck.values.quantities.numerals import NumberReader, Part, scaled
from claimcheck.values.tolerances import Tolerances

_THOUSAND = 1000
# "57 in 1921" is no share: one in a hundred is the least that such words are used for.
_MOST_SHARED = 100
_SLASHES = frozenset("/⁄")


@frozen(kw_only=True)
class AmountReader(NumberReader):
    """
    Reads amounts: numbers, the shares that they make, and vague words, which mean what the profile says.

    An amount is worked out once a token, since ranges and bounds ask for it again.
    """

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
        return self._point(Part(value=size, grain=size, end=end, scale=size)), end

    def _share(self, index: int) -> tuple[Amount, int] | None:
        """Return the share that "every tenth" or "one in ten" is."""
        found = self.words.shares.at(self.tokens, index) or self._fraction_of(index) or self._one_of(index)
        if found is None:
            return None
        value, end = found
        return self._point(Part(value=value, grain=grain_of(value), end=end), is_share=True), end

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
            return self._point(Part(value=value, grain=grain_of(value), end=end)), end
        after = self._past("article", self._past("of", end))
        scale = self._scale(after) or (self._plural(after) if self.words.counts_plurals else None)
        if scale is not None:
            part = Part(value=value, grain=grain_of(value), end=end)
            return self._point(scaled(part, *scale)), scale[1]
        return self._point(Part(value=value, grain=grain_of(value), end=end), is_share=True), end

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
        self, part: Part, *, digits: str = "", is_worded: bool = False, is_share: bool = False
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

    def _is_sign(self, sign: str, index: int) -> bool:
        return index == 0 and bool(self.tokens) and self.tokens[0].text == sign


def figure_amount(text: str, style: str) -> Amount | None:
    """Return the amount of a figure by itself, or None for a fraction and where its marks fit no habit."""
    if "/" in text or "⁄" in text or (figure := read_figure(text, style)) is None:
        return None
    value, grain, is_decimal = figure
    digits = text if text.isdigit() else ""
    return Amount(value, value, grain, digits=digits, is_decimal=is_decimal)
