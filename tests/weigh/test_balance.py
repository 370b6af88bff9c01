"""The words for a balance: exactly one holds for whatever lines there are."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.balance import BalanceWord
from claimcheck.model.finding import Claim
from claimcheck.weigh.balance import Position, Side, position_of, rivals_among

NAMES = "abcd"

Bounds = tuple[int, int]
Rivals = frozenset[tuple[str, str]]


def _ordered(pair: tuple[int, int]) -> Bounds:
    """Return bounds that lines can have: nothing is behind a claim at most, or one line is at least."""
    at_most, spread = pair
    return (max(1, at_most - spread), at_most) if at_most else (0, 0)


bounds = st.tuples(st.integers(0, 4), st.integers(0, 3)).map(_ordered)
sides_by_name = st.dictionaries(st.sampled_from(NAMES), bounds, max_size=4)
pairs = st.frozensets(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] < pair[1])
).map(lambda found: frozenset(found) | {(b, a) for a, b in found})
contradicted = st.frozensets(st.sampled_from(NAMES), max_size=1)


def position(lines: Mapping[str, Bounds], rivals: Rivals = frozenset(), against: str = "") -> Position:
    sides = [Side(claim=name, at_least=low, at_most=high) for name, (low, high) in lines.items()]
    return position_of(sides, by_claim(rivals), against)


def by_claim(rivals: Rivals) -> dict[str, dict[str, None]]:
    """Return pairs as the rivals of each."""
    found: dict[str, dict[str, None]] = {}
    for a, b in sorted(rivals):
        found.setdefault(a, {})[b] = None
    return found


def holding(lines: Mapping[str, Bounds], rivals: Rivals, against: frozenset[str]) -> list[BalanceWord]:
    """Return every word whose condition holds, each condition read from the list in docs/balance.md."""
    standing = {name: found for name, found in lines.items() if found[1]}
    beside = {a: [b for b in standing if (a, b) in rivals] for a in standing}
    opposed = {name for name in standing if beside[name]}
    is_opposed = bool(opposed) or bool(against & standing.keys())
    leads = {a for a in opposed - against if all(standing[a][0] > standing[b][1] for b in beside[a])}
    one_sided = bool(leads) and all(a in leads or leads & set(beside[a]) for a in opposed)
    even = any(
        standing[a][0] == standing[a][1] == standing[b][0] == standing[b][1]
        and all(standing[c][1] <= standing[a][1] for c in (*beside[a], *beside[b]))
        for a in opposed
        for b in beside[a]
    )
    conditions = {
        BalanceWord.NOBODY_ANSWERS: not standing,
        BalanceWord.SIDE_BY_SIDE: not is_opposed and len(standing) > 1,
        BalanceWord.SINGLE_LINE: not is_opposed and [each[1] for each in standing.values()] == [1],
        BalanceWord.UNOPPOSED_BY_SEVERAL: not is_opposed
        and len(standing) == 1
        and min(each[0] for each in standing.values()) > 1,
        BalanceWord.UNOPPOSED: not is_opposed
        and len(standing) == 1
        and any(low == 1 < high for low, high in standing.values()),
        BalanceWord.ONE_SIDED: is_opposed and one_sided,
        BalanceWord.EVEN: is_opposed and not one_sided and even,
        BalanceWord.UNDECIDABLE: is_opposed and not one_sided and not even,
    }
    return [word for word, holds in conditions.items() if holds]


@given(sides_by_name, pairs, contradicted)
def test_exactly_one_word_holds(lines: dict[str, Bounds], rivals: Rivals, against: frozenset[str]) -> None:
    """
    The list is total, no two words hold together, and the one that holds is given.
    """
    sides = [Side(claim=name, at_least=low, at_most=high) for name, (low, high) in lines.items()]

    assert holding(lines, rivals, against) == [position_of(sides, by_claim(rivals), against).word]


@given(sides_by_name, pairs, st.permutations(NAMES))
def test_names_and_order_make_no_odds(lines: dict[str, Bounds], rivals: Rivals, renamed: list[str]) -> None:
    """
    Other names for the answers, in another order, give the same word and the same leaders.
    """
    other = dict(zip(NAMES, renamed, strict=True))
    moved = position(
        {other[name]: lines[name] for name in reversed(list(lines))},
        frozenset((other[a], other[b]) for a, b in rivals),
    )
    found = position(lines, rivals)

    assert moved.word is found.word
    assert moved.ahead_at_most == {other[name] for name in found.ahead_at_most}
    assert moved.ahead_at_least == {other[name] for name in found.ahead_at_least}


AB = frozenset({("a", "b"), ("b", "a")})
ALL = frozenset((a, b) for a in "abc" for b in "abc" if a != b)


@pytest.mark.parametrize(
    ("lines", "rivals", "word"),
    [
        ({}, frozenset(), BalanceWord.NOBODY_ANSWERS),
        ({"a": (0, 0), "b": (0, 0)}, AB, BalanceWord.NOBODY_ANSWERS),
        ({"a": (1, 1)}, frozenset(), BalanceWord.SINGLE_LINE),
        ({"a": (1, 1), "b": (0, 0)}, AB, BalanceWord.SINGLE_LINE),
        ({"a": (1, 2)}, frozenset(), BalanceWord.UNOPPOSED),
        ({"a": (2, 3)}, frozenset(), BalanceWord.UNOPPOSED_BY_SEVERAL),
        ({"a": (1, 1), "b": (1, 1)}, frozenset(), BalanceWord.SIDE_BY_SIDE),
        ({"a": (1, 1), "b": (1, 1)}, AB, BalanceWord.EVEN),
        ({"a": (2, 2), "b": (2, 2), "c": (1, 2)}, ALL, BalanceWord.EVEN),
        ({"a": (2, 3), "b": (1, 1)}, AB, BalanceWord.ONE_SIDED),
        ({"a": (1, 2), "b": (1, 1)}, AB, BalanceWord.UNDECIDABLE),
        ({"a": (1, 2), "b": (1, 2)}, AB, BalanceWord.UNDECIDABLE),
        ({"a": (3, 3), "b": (1, 1), "c": (1, 3)}, ALL, BalanceWord.UNDECIDABLE),
    ],
)
def test_the_words_of_plain_cases(lines: dict[str, Bounds], rivals: Rivals, word: BalanceWord) -> None:
    """
    Each word as a reader would expect it.
    """
    assert position(lines, rivals).word is word


def test_who_is_ahead_is_told_by_either_count() -> None:
    """
    One to three lines against two: ahead at most, behind at least.
    """
    found = position({"a": (1, 3), "b": (2, 2)}, AB)

    assert found.ahead_at_most == {"a"}
    assert found.ahead_at_least == {"b"}


def test_the_words_promise_nothing() -> None:
    """
    No word says which side is right, how sure one may be, or gives a number.
    """
    words = " ".join(word.words for word in BalanceWord)

    for never in ("true", "false", "right", "wrong", "likel", "probab", "certain", "%"):
        assert never not in words
    assert not any(letter.isdigit() for letter in words)


def test_rivals_are_those_whose_supporters_contradict() -> None:
    """
    Two answers are rivals when somebody who supports the one contradicts the other.
    """
    claims = [
        Claim(id="a", answer="a", supporting=("1",), contradicting=("2",)),
        Claim(id="b", answer="b", supporting=("2",), allowing=("1",)),
        Claim(id="c", answer="c", supporting=("3",)),
    ]

    assert rivals_among(claims) == {"a": {"b": None}, "b": {"a": None}}


def test_impossible_bounds_are_refused() -> None:
    """
    A claim with lines at most has one at least, and never more at least than at most.
    """
    for at_least, at_most in ((0, 1), (2, 1), (-1, 0)):
        with pytest.raises(ValueError, match="no bounds of lines"):
            Side(claim="a", at_least=at_least, at_most=at_most)
