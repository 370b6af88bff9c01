"""Runs of words that two texts share: all of them found, at their places, and told from chance."""

from __future__ import annotations

import random
import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.weigh.suspicion import shared_words as module
from claimcheck.weigh.suspicion.shared_words import SEED, shared_words

letters = st.lists(st.sampled_from("abc"), max_size=24)


def runs_by_trying(one: list[str], other: list[str]) -> set[tuple[int, int, int]]:
    """Return every longest run of at least SEED words as (place, place, length)."""
    found = set()
    for i, j in product(range(len(one)), range(len(other))):
        if i and j and one[i - 1] == other[j - 1]:
            continue
        length = 0
        while i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]:
            length += 1
        if length >= SEED:
            found.add((i, j, length))
    return found


@given(letters, letters)
def test_every_run_is_found_and_no_other(one: list[str], other: list[str]) -> None:
    """
    The runs are those that comparing each place with each other finds, with their spans.
    """
    # Formulas that stand more than eight times are kept at eight places: the words here are too few.
    texts = {"one": " ".join(one), "other": " ".join(other)}
    (found,) = shared_words(texts) or (None,)
    runs = set()
    for run in found.runs if found else ():
        (start, end), (there, till) = run.spans
        assert texts["one"][start:end] == texts["other"][there:till]
        runs.add((texts["one"][:start].count(" "), texts["other"][:there].count(" "), run.n_words))
    expected = runs_by_trying(one, other)
    if max((one.count(each) for each in "abc"), default=0) <= module._MOST_PLACES:
        assert runs == expected
    else:
        assert runs <= expected
        assert bool(runs) == bool(expected)


def prose(seed: int, n_words: int, vocabulary: int = 400) -> list[str]:
    """Return words drawn with the frequencies that words of a language have."""
    drawn = random.Random(seed)  # noqa: S311 - words to test with, no secret
    weights = [1 / (rank + 2) for rank in range(vocabulary)]
    return [f"word{each}" for each in drawn.choices(range(vocabulary), weights, k=n_words)]


def test_texts_without_a_common_source_are_not_suspected() -> None:
    """
    Of a hundred pairs of unrelated texts hardly any shares a run that chance is said not to explain.
    """
    suspected = 0
    for number in range(100):
        texts = {"one": " ".join(prose(2 * number, 600)), "other": " ".join(prose(2 * number + 1, 600))}
        suspected += any(found.chance <= 1 / 20 for found in shared_words(texts))

    assert suspected <= 10


def test_a_copied_sentence_is_no_chance() -> None:
    """
    Twelve words that one text took from another stand out, wherever they stand.
    """
    one, other = prose(1, 600), prose(2, 600)
    other[100:112] = one[400:412]
    (found,) = shared_words({"one": " ".join(one), "other": " ".join(other)})

    assert found.runs[0].n_words >= 12
    assert found.chance < 1 / 10_000


def test_a_whole_copy_does_not_make_itself_likely() -> None:
    """
    However much was copied, what was copied is not counted as what such texts have in common.
    """
    words = " ".join(prose(1, 600))
    (found,) = shared_words({"one": words, "other": words})

    assert found.runs[0].n_words == 600
    assert found.chance < 1 / 10**50


def test_names_and_titles_tell_nothing() -> None:
    """
    A title that both cite is a run of words, and none of them tells.
    """
    title = "A History of the Two Bridges of Ashford and Their Keepers"
    texts = {"one": f"He cites {title}, page 4.", "other": f"In {title} nothing is said."}

    assert shared_words(texts, [title]) == ()
    assert len(shared_words(texts)) == 1


def test_a_long_text_is_sampled_and_the_copy_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where not every seed is kept, a run that is much longer than the step of the sample is found whole.
    """
    one, other = prose(1, 3000), prose(2, 3000)
    other[1000:1200] = one[400:600]
    monkeypatch.setattr(module, "_MOST_SEEDS", 600)
    (found,) = shared_words({"one": " ".join(one), "other": " ".join(other)})

    assert found.runs[0].n_words >= 200


def test_spans_count_code_points_of_the_text() -> None:
    """
    Case and what stands between the words make no difference, and the spans are those of the text.
    """
    one = "Über den Fluss,\nso sagt er, ging niemand."
    other = "*** über den fluss so sagt er GING niemand"
    (found,) = shared_words({"one": one, "other": other})
    (start, end), (there, till) = found.runs[0].spans

    assert re.sub(r"\W+", " ", one[start:end]).casefold() == other[there:till].casefold()
    assert found.runs[0].n_words == 8
