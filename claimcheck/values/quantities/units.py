"""Units of measure as exact fractions, and currencies, which never convert."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.data import read_table
from claimcheck.values.quantities.lexicon import LANGUAGES
from claimcheck.values.quantities.tokens import Token, tokenize
from claimcheck.values.quantities.wording import Phrases
from claimcheck.values.scope import Facet


@frozen(kw_only=True)
class Unit:
    """
    A unit. `factor` turns it into the base of its `dimension`; a currency has its own dimension and 1.

    `inside` is the less definite money that it is a sort of (gold roubles are roubles). `doubt` says what
    its word leaves open.
    """

    id: str
    dimension: str
    factor: Fraction
    source: str = ""
    inside: frozenset[str] = frozenset()
    doubt: str = ""

    def facet(self, text: str) -> Facet:
        """Return the scope facet for values in this unit: those of one dimension compare."""
        return Facet(name="unit", text=text, key=self.dimension, inside=self.inside)


@frozen
class _Written:
    """A unit with the words that it goes by in a language."""

    unit: Unit
    words: str


def units_at(tokens: Sequence[Token], index: int, language: str) -> tuple[tuple[Unit, ...], int] | None:
    """
    Return every unit that the words at the token can mean in a language, and the index behind them.

    Several share a word ("ton", "lieue"); they are of one dimension, so only the size is open.
    """
    found = _phrases(language).all_at(tokens, index)
    return (tuple(unit for unit, _ in found), found[0][1]) if found else None


@cache
def unit_vocabulary(language: str) -> frozenset[str]:
    """Return every word of a language's units."""
    return _phrases(language).vocabulary()


@cache
def find_units(text: str) -> tuple[Unit, ...]:
    """Return the units that a unit's name alone can mean, in the first language that has it."""
    for language in LANGUAGES:
        tokens = tokenize(text, language)
        found = units_at(tokens, 0, language)
        if found is not None and found[1] == len(tokens):
            return found[0]
    return ()


@cache
def all_units() -> tuple[Unit, ...]:
    """Return every unit and currency of the data file, in its order."""
    return tuple(_unit(row) for row in _rows())


@cache
def unit_by_id(unit_id: str) -> Unit | None:
    """Return the unit of this id, or None."""
    return next((unit for unit in all_units() if unit.id == unit_id), None)


@cache
def base_of(dimension: str) -> str:
    """Return the id of the unit that values of a dimension are kept in; a currency is its own base."""
    bases: dict[str, str] = _document()["bases"]
    return bases.get(dimension, dimension)


@cache
def _document() -> dict[str, Any]:
    return read_table("units.toml")


def _rows() -> list[dict[str, Any]]:
    return [*_document()["unit"], *_document()["currency"]]


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(
        id=row["id"],
        dimension=row.get("dimension", row["id"]),
        factor=Fraction(row.get("factor", "1")),
        source=row.get("source", ""),
        inside=frozenset(row.get("inside", ())),
        doubt=row.get("doubt", ""),
    )


@cache
def _phrases(language: str) -> Phrases[Unit]:
    return Phrases.of((written.words, written.unit) for written in _written(language))


def _written(language: str) -> Iterator[_Written]:
    for row, unit in zip(_rows(), all_units(), strict=True):
        words = [row.get("any", ""), row.get("words", {}).get(language, "")]
        yield _Written(unit, "|".join(filter(None, words)))
