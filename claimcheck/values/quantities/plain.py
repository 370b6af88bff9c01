"""
The commonest quantities, read without the grammar: a number or a range, one bound before it, its noun.

Such a text is looked through once, from left to right. The grammar has many rules to try at each word; here
it is known beforehand which of them applies, since the openings are chosen so, and since behind the number
stand only words that begin no phrase of the language. Whatever else a text holds, the grammar reads it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.values.quantities.amount import Amount
from claimcheck.values.quantities.amounts import AmountReader, figure_amount
from claimcheck.values.quantities.bounds import BOUNDS, UNSAID, Term, reach_of
from claimcheck.values.quantities.counted import is_known
from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.phrases import Phrase
from claimcheck.values.quantities.terms import joined
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.units import units_at
from claimcheck.values.quantities.wording import Phrases
from claimcheck.values.tolerances import Tolerances

_MODIFIERS = (*BOUNDS, "about", "exactly")
_JOINTS = {"between": "and_to", "from": "to"}
"""The roles that open a range, each with the role that stands between its ends."""
_DASHES = frozenset("-–")
_FIGURE = Token("1", "figure")
# The grammar tries the rules of these roles first: some always, some where no bound stands there.
_TRIED_FIRST = frozenset(("majority", "several"))
_FIRST_UNLESS_BOUND = frozenset(("none", "filler"))
_SAID = {
    **{bound: UNSAID._replace(bound=bound) for bound in BOUNDS},
    "about": UNSAID._replace(is_hedged=True),
    "exactly": UNSAID._replace(is_exact=True),
}


class _Opening(NamedTuple):
    """What stands before a number: a bound or hedge, as a term without amounts, or the opening of a range."""

    said: Term = UNSAID
    joint: str = ""


_NONE = _Opening()


class PlainReader:
    """Reads the tokens of one text in one language and habit of print."""

    def __init__(self, tokens: tuple[Token, ...], words: Lexicon, style: str, tolerances: Tolerances) -> None:
        self._tokens = tokens
        self._words = words
        self._style = style
        self._tolerances = tolerances

    def phrase(self) -> Phrase | None:
        """Return the quantity of "some 3,000 men", or None for all that the grammar has to look at."""
        found = self._opening()
        if found is None:
            return None
        opening, start = found
        single = None if opening.joint else self._figure(start)
        if single is None:
            after = self._past_joint(start + 1, opening.joint or "to")
            if after is not None:
                return self._range(start, after, opening)
            single = None if opening.joint else self._number(start)
        return self._bounded(single, opening.said) if single else None

    def _opening(self) -> tuple[_Opening, int] | None:
        """Return what stands before the number, and the index of the number."""
        if not self._tokens:
            return None
        first = self._tokens[0]
        if first.sort == "figure" or first.text in _number_words(self._words.language):
            return _NONE, 0
        found = _openings(self._words.language).at(self._tokens, 0)
        if found is None or found[1] >= len(self._tokens) or self._tokens[found[1]].sort != "figure":
            return None
        return found

    def _past_joint(self, index: int, role: str) -> int | None:
        if index >= len(self._tokens):
            return None
        return (
            index + 1 if self._tokens[index].text in _DASHES else self._words.role(role, self._tokens, index)
        )

    def _bounded(self, single: tuple[Amount, int], said: Term) -> Phrase:
        amount, end = single
        reach = reach_of(said.between(amount, amount), self._tolerances)
        return Phrase((reach,), (), self._tokens[end:], amount.is_decimal)

    def _figure(self, index: int) -> tuple[Amount, int] | None:
        """Return the figure at the token if nothing behind it belongs to the number."""
        if self._tokens[index].sort != "figure" or not self._ends_plainly(index + 1):
            return None
        amount = figure_amount(self._tokens[index].text, self._style)
        return (amount, index + 1) if amount else None

    def _number(self, index: int) -> tuple[Amount, int] | None:
        """Return the number at the token, words of which are in it: "5 thousand", "two thousand 300"."""
        behind = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        if self._tokens[index].is_figure and (
            behind is None or behind.text not in self._words.extends_figure
        ):
            return None
        amounts = AmountReader(
            tokens=self._tokens,
            words=self._words,
            style=self._style,
            is_long=False,
            tolerances=self._tolerances,
        )
        # Whatever else an amount can be has a word behind its first number that begins a phrase.
        found = amounts.counted(index)
        if found is None or found[0].is_rough or not self._ends_plainly(found[1]):
            return None
        return found

    def _range(self, start: int, after: int, opening: _Opening) -> Phrase | None:
        if after >= len(self._tokens) or self._tokens[start].sort != "figure":
            return None
        if not opening.joint and self._tokens[start + 1].text in self._words.extends_figure:
            return None
        low = figure_amount(self._tokens[start].text, self._style)
        high = self._figure(after)
        if low is None or high is None:
            return None
        found = joined(low, high, opening.said)
        if opening.joint and found.term.low.low > found.term.high.high:
            return None
        return Phrase(
            reaches=(reach_of(found.term, self._tolerances),),
            elided=(reach_of(found.elided, self._tolerances),) if found.elided else (),
            rest=self._tokens[found.end :],
            is_decimal=low.is_decimal or high[0].is_decimal,
        )

    def _ends_plainly(self, start: int) -> bool:
        """Tell whether the tokens from the index on are nouns and units, and begin nothing else."""
        begins_phrase = self._words.begins_phrase
        for token in self._tokens[start:]:
            if token.text in begins_phrase or (token.sort != "word" and token.text != "%"):
                return False
        return True


@cache
def _number_words(language: str) -> frozenset[str]:
    """Return the number words that mean nothing else at the begin of a text."""
    words = lexicon(language)
    found = (Token(word, "word") for word in words.numbers.by_first)
    return frozenset(
        word.text for word in found if not words.begins_role(word.text) and not _is_noun((word,), words)
    )


@cache
def _openings(language: str) -> Phrases[_Opening]:
    """Return the phrases before a figure to which one rule of the grammar applies, with what they open."""
    words = lexicon(language)
    written = {phrase for role in (*_MODIFIERS, *_JOINTS) for phrase in words.phrases_of(role)}
    openings = ((" ".join(phrase), _opening_of(phrase, words)) for phrase in sorted(written))
    return Phrases.of((phrase, opening) for phrase, opening in openings if opening is not None)


def _opening_of(phrase: tuple[str, ...], words: Lexicon) -> _Opening | None:
    tokens = (*(Token(word, "word") for word in phrase), _FIGURE)
    ends = words.roles_at(tokens, 0)
    if not _TRIED_FIRST.isdisjoint(ends) or _is_noun(tokens, words):
        return None
    modifiers = [role for role in _MODIFIERS if role in ends]
    if modifiers:
        role = max(modifiers, key=ends.__getitem__)
        is_first = role in BOUNDS or _FIRST_UNLESS_BOUND.isdisjoint(ends)
        return _Opening(_SAID[role]) if is_first and ends[role] == len(phrase) else None
    opening = next(role for role in _JOINTS if role in ends)
    is_first = _FIRST_UNLESS_BOUND.isdisjoint(ends) and ends[opening] == len(phrase)
    return _Opening(joint=_JOINTS[opening]) if is_first else None


def _is_noun(tokens: tuple[Token, ...], words: Lexicon) -> bool:
    """Tell whether the first word may be a noun, a unit or a scale, which may stand before their number."""
    return (
        units_at(tokens, 0, words.language) is not None
        or is_known(tokens, 0, words.language)
        or tokens[0].text in words.single.by_first
        or tokens[0].text in words.plurals.by_first
    )
