"""Units: exact fractions with a source, words that find them, money that never converts."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest

from claimcheck.values.quantities.lexicon import LANGUAGES
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.units import (
    all_units,
    base_of,
    find_units,
    unit_by_id,
    unit_vocabulary,
    units_at,
)

_FOOT = Fraction("0.3048") / 1000
_FUNT = Fraction("0.40951241")


@pytest.mark.parametrize(
    ("unit_id", "in_base"),
    [
        ("verst", 3500 * _FOOT),
        ("sazhen", 7 * _FOOT),
        ("arshin", 28 * _FOOT / 12),
        ("vershok", 28 * _FOOT / 12 / 16),
        ("russian-mile", 7 * 3500 * _FOOT),
        ("mile", 5280 * _FOOT),
        ("english-league", 3 * 5280 * _FOOT),
        ("prussian-mile", 24_000 * Fraction("0.3138535") / 1000),
        ("post-league", 2000 * Fraction("1.949036") / 1000),
        ("pood", 40 * _FUNT),
        ("berkovets", 400 * _FUNT),
        ("zolotnik", _FUNT / 96),
        ("kantar", 44 * Fraction("1.282945")),
        ("long-ton", 2240 * Fraction("0.45359237")),
        ("desyatina", 2400 * (7 * _FOOT) ** 2),
        ("square-verst", (3500 * _FOOT) ** 2),
        ("acre", 4840 * (3 * _FOOT) ** 2),
        ("old-donum", 1600 * (Fraction("0.757738") / 1000) ** 2),
        ("us-gallon", 231 * Fraction("2.54") ** 3 / 1000),
        ("fortnight", Fraction(14)),
        ("foot", _FOOT),
        ("fathom", 6 * _FOOT),
        ("furlong", 660 * _FOOT),
        ("toise", Fraction("1.949036") / 1000),
        ("klafter", Fraction("1.896484") / 1000),
        ("austrian-mile", 4000 * Fraction("1.896484") / 1000),
        ("geographic-mile", Fraction("7.42044")),
        ("metric-german-mile", Fraction("7.5")),
        ("persian-farsakh", 6000 * Fraction("1.04") / 1000),
        ("ceki", 4 * 44 * Fraction("1.282945")),
        ("batman", 6 * Fraction("1.282945")),
        ("dirhem", Fraction("1.282945") / 400),
        ("austrian-zentner", 100 * Fraction("0.56006")),
        ("prussian-morgen", Fraction("2553.2244") / 10**6),
        ("joch", Fraction("5754.642") / 10**6),
        ("paris-arpent", Fraction("3418.87") / 10**6),
        ("royal-arpent", Fraction("5107.20") / 10**6),
        ("bushel", 8 * Fraction("4.54609")),
        ("us-bushel", Fraction("2150.42") * Fraction("2.54") ** 3 / 1000),
    ],
)
def test_a_unit_is_what_its_definition_makes_it(unit_id: str, in_base: Fraction) -> None:
    """Each fraction equals the one computed from the definition that its source gives."""
    unit = unit_by_id(unit_id)

    assert unit is not None
    assert unit.factor == in_base


def test_every_measure_names_its_source_and_a_base() -> None:
    """Every unit that converts has a source, a positive factor, and a base with factor 1."""
    for unit in all_units():
        if unit.dimension == unit.id:
            continue
        base = unit_by_id(base_of(unit.dimension))

        assert unit.source, unit.id
        assert unit.factor > 0
        assert base is not None
        assert base.dimension == unit.dimension
        assert base.factor == 1


def test_ids_are_unique() -> None:
    """No two units share an id."""
    ids = [unit.id for unit in all_units()]

    assert len(ids) == len(set(ids))


def test_no_two_currencies_compare_but_a_sort_with_its_kind() -> None:
    """Two different moneys never overlap, unless one of them does not say which sort it is."""
    money = [unit.facet(unit.id) for unit in all_units() if unit.dimension == unit.id]

    for a, b in combinations(money, 2):
        assert a.overlaps(b) == (a.key in b.inside or b.key in a.inside), (a.key, b.key)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("versts", {"verst"}),
        ("вёрст", {"verst"}),
        ("km²", {"square-kilometre"}),
        ("tons", {"tonne", "long-ton", "short-ton"}),
        ("gold rubles", {"gold-rouble"}),
        ("£", {"pound-sterling"}),
        ("parsecs", set()),
    ],
)
def test_words_find_units(words: str, ids: set[str]) -> None:
    """A word finds every unit that goes by it, and an unknown word none."""
    assert {unit.id for unit in find_units(words)} == ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_that_share_a_word_share_a_dimension(language: str) -> None:
    """Where a word names several units, only the size is open."""
    for word in unit_vocabulary(language):
        found = units_at((Token(word, "word"),), 0, language)

        assert found is None or len({unit.dimension for unit in found[0]}) == 1, word
