"""The commonest quantities, read without the grammar: a figure, one bound or hedge before it, its noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.values.quantities.amount import Amount
from claimcheck.values.quantities.amounts import AmountReader
from claimcheck.values.quantities.bounds import BOUNDS, Term, reach_of
from claimcheck.values.quantities.counted import counted_vocabulary
from claimcheck.values.quantities.lexicon import Lexicon
from claimcheck.values.quantities.phrases import Phrase
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.units import unit_vocabulary
from claimcheck.values.tolerances import Tolerances

_MODIFIERS = (*BOUNDS, "about", "exactly")
_ALL_MODIFIERS = frozenset(_MODIFIERS)


def plain_phrase(
    tokens: tuple[Token, ...], words: Lexicon, style: str, tolerances: Tolerances
) -> Phrase | None:
    """
    Return the quantity of "some 3,000 men", or None for all that the grammar has to look at.

    Behind such a figure stand only words that begin no phrase of the language, so that none of the
    grammar's rules can apply: the answer is the same, in a third of the time.
    """
    found = _modifier(tokens, words)
    if found is None or not _ends_plainly(tokens, found[1] + 1, words):
        return None
    role, start = found
    amounts = AmountReader(tokens=tokens, words=words, style=style, is_long=False, tolerances=tolerances)
    amount = amounts.alone(start)
    if amount is None:
        return None
    reach = reach_of(_term(amount[0], role), tolerances)
    return Phrase(reaches=(reach,), rest=tokens[start + 1 :], is_decimal=amount[0].is_decimal)


def _modifier(tokens: Sequence[Token], words: Lexicon) -> tuple[str, int] | None:
    """Return the one bound or hedge before a figure, or "", and the index of the figure; None without."""
    if not tokens:
        return None
    if tokens[0].sort == "figure":
        return "", 0
    ends = words.roles_at(tokens, 0)
    if not ends or not _ALL_MODIFIERS.issuperset(ends) or _means_more(tokens, words):
        return None
    role = max((role for role in _MODIFIERS if role in ends), key=ends.__getitem__)
    end = ends[role]
    return (role, end) if end < len(tokens) and tokens[end].sort == "figure" else None


def _means_more(tokens: Sequence[Token], words: Lexicon) -> bool:
    """Tell whether the first word may be a number, a unit or a noun as well."""
    text = tokens[0].text
    return text in words.begins_number or text in words.single.by_first or text in _nouns(words.language)


@cache
def _nouns(language: str) -> frozenset[str]:
    return unit_vocabulary(language) | counted_vocabulary(language)


def _ends_plainly(tokens: Sequence[Token], start: int, words: Lexicon) -> bool:
    """Tell whether the tokens from the index on are nouns and units, and begin nothing else."""
    begins_phrase = words.begins_phrase
    for token in tokens[start:]:
        if token.text in begins_phrase or (token.sort != "word" and token.text != "%"):
            return False
    return True


def _term(amount: Amount, role: str) -> Term:
    if role == "about":
        return Term(amount, amount, is_hedged=True)
    if role == "exactly":
        return Term(amount, amount, is_exact=True)
    return Term(amount, amount, bound=role)
