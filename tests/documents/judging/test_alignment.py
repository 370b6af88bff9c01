"""Words of a quotation paired with words of the stretch that holds it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.judging import alignment
from claimcheck.documents.judging.alignment import Pair, align, blocks, with_broken_ends

WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


@pytest.mark.parametrize(
    ("quoted", "printed", "pairs"),
    [
        ("b c", "a b c d", [(0, 1), (1, 2)]),
        ("b x", "a b c d", [(0, 1), (1, 2)]),
        ("x c", "a b c d", [(0, 1), (1, 2)]),
        ("a c", "a b c", [(0, 0), (None, 1), (1, 2)]),
        ("a b c", "a c", [(0, 0), (1, None), (2, 1)]),
        ("x", "", [(0, None)]),
        ("a b x d e", "z a b c d e", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
    ],
)
def test_pairs(quoted: str, printed: str, pairs: list[Pair]) -> None:
    """What is equal is paired, a changed word gets its counterpart, and what stands around is left out."""
    assert align(quoted.split(), printed.split()) == pairs


def test_a_word_far_off_is_no_begin() -> None:
    """A word that stands once on both sides, but far off, is not taken for the misread one in its place."""
    pairs = align(list("abcdefghi"), list("aqrstuxbcdefghi"))

    assert pairs == [(number, number + 6) for number in range(9)]


def test_first_words_that_were_joined() -> None:
    """Where the second word of a document holds the first of a quotation too, none stands for the first."""
    quoted, printed = ["their", "rivers", "ran"], ["saw", "theirrivers", "ran"]

    assert with_broken_ends([(0, 0), (1, 1), (2, 2)], quoted, printed) == [(0, None), (1, 1), (2, 2)]


@given(WORDS, WORDS)
def test_every_quoted_word_is_paired_once(quoted: list[str], printed: list[str]) -> None:
    """Pairs keep the order of both sides, and hold each quoted word once."""
    pairs = align(quoted, printed)
    right = [other for _one, other in pairs if other is not None]

    assert [one for one, _other in pairs if one is not None] == list(range(len(quoted)))
    assert right == list(range(right[0], right[0] + len(right))) if right else True


@pytest.mark.parametrize("is_begun", [True, False])
@pytest.mark.parametrize("is_ended", [True, False])
def test_other_words_are_paired_as_the_table_would(*, is_begun: bool, is_ended: bool) -> None:
    """Where no word of a stretch is equal to another, nothing need be counted to tell the pairs."""
    for quoted, printed in product(["", "a", "ab", "abc"], ["", "x", "xy", "xyz"]):
        size = len(quoted), len(printed)
        counted = alignment._fill_table(quoted, printed, is_begun=is_begun, is_ended=is_ended)

        assert alignment._one_for_one(*size, is_begun=is_begun, is_ended=is_ended) == counted


def test_long_quotations_are_aligned_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the size of the table the same differences are found, what stands around still left out."""
    monkeypatch.setattr(alignment, "_MOST_CELLS", 10)
    quoted, printed = list("abxdef"), list("yyabcdf")
    pairs = align(quoted, printed)

    assert list(blocks(pairs, quoted, printed)) == [[(2, 4)], [(4, None)]]
    assert pairs[0] == (0, 2)
