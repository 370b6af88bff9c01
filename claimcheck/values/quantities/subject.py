"""What a number is of: its unit, and what it counts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimcheck.values.quantities.counted import Counted, read_counted
from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.tokens import Token, text_of
from claimcheck.values.quantities.units import Unit, units_at
from claimcheck.values.scope import Facet

Units = tuple[Unit, ...]


class Subject(NamedTuple):
    """
    The unit, of which there are several where a word names several, and what is counted.

    `facets` say both in the order of scopes and `notes` what is open in them; `n_known` counts the words
    understood.
    """

    units: Units = ()
    unit_text: str = ""
    counted: Counted = Counted()
    facets: tuple[Facet, ...] = ()
    notes: tuple[str, ...] = ()
    n_known: int = 0

    def measured_in(self, units: Units, unit_text: str) -> Subject:
        """Return the subject of a number that has its unit elsewhere."""
        return _subject(units, unit_text, self.counted)


_NOTHING = Subject()


def read_subject(tokens: tuple[Token, ...], words: Lexicon, *, has_unit: bool = False) -> Subject:
    """Return what the tokens behind a number say that it is of; with `has_unit` the unit stands elsewhere."""
    if not tokens:
        return _NOTHING
    if len(tokens) == 1 and not has_unit:
        return _one_word(tokens[0], words.language)
    return _read(tokens, words, has_unit=has_unit)


# Most figures have one noun or unit, and the same few come again and again.
@lru_cache(maxsize=4096)
def _one_word(token: Token, language: str) -> Subject:
    return _read((token,), lexicon(language), has_unit=False)


def _read(tokens: tuple[Token, ...], words: Lexicon, *, has_unit: bool) -> Subject:
    found = None if has_unit else _unit(tokens, words)
    if found is None:
        return _subject((), "", read_counted(tokens, words))
    units, start, end = found
    n_words = [token.sort for token in tokens[:end]].count("word")
    subject = _subject(units, text_of(tokens[start:end]), read_counted(tokens[end:], words))
    return subject._replace(n_known=subject.n_known + n_words)


def _unit(tokens: tuple[Token, ...], words: Lexicon) -> tuple[Units, int, int] | None:
    """Return the units that stand first, behind an article or "of", and the ends of their words."""
    start = 0
    while (end := words.role("article", tokens, start) or words.role("of", tokens, start)) is not None:
        start = end
    found = units_at(tokens, start, words.language)
    if found is None and start:
        start, found = 0, units_at(tokens, 0, words.language)
    return (found[0], start, found[1]) if found else None


def _subject(units: Units, unit_text: str, counted: Counted) -> Subject:
    facets = [units[0].facet(unit_text)] if units else []
    if counted.facet is not None:
        facets.append(counted.facet)
    notes = [*counted.doubts, *(unit.doubt for unit in units if unit.doubt)]
    if counted.unread:
        notes.append(f"not read: {counted.unread}")
    return Subject(units, unit_text, counted, tuple(facets), tuple(notes), counted.n_known)
