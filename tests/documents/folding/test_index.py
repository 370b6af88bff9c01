"""The places of words, found in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.folding import index
from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.fold import fold
from claimcheck.documents.folding.index import WordIndex
from claimcheck.documents.folding.words import WORD

TEXTS = st.text(st.sampled_from(f"abé  1290.,-%+)'(§½жß{STOP}\U00010400"), max_size=60).map(
    lambda text: STOP.join(fold(part).text for part in text.split(STOP))
)


def places(text: str) -> dict[str, list[int]]:
    """Return the places of every word, found one by one."""
    found: dict[str, list[int]] = {}
    for match in WORD.finditer(text):
        found.setdefault(match.group(), []).append(match.start())
    return found


@given(TEXTS)
def test_every_word_is_found_at_its_places(text: str) -> None:
    """
    Parting at blanks finds the words that the pattern of words finds, at the same places.
    """
    made = WordIndex(text)

    assert {word: list(made.places(word)) for word in made.counts} == places(text)
    assert made.counts == Counter(WORD.findall(text))
    assert made.places("never") == ()


def test_blocks_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where a block of text ends makes no difference.
    """
    text = "the fort, the 1,500 men and -3 more of the fort " * 20
    monkeypatch.setattr(index, "_BLOCK", 7)

    made = WordIndex(text)

    assert {word: list(made.places(word)) for word in made.counts} == places(text)


@given(text=TEXTS)
def test_numpy_finds_the_same(needs_extra: Callable[[str], ModuleType], text: str) -> None:
    """
    With numpy the words and their places are those of the pattern.
    """
    needs_extra("numpy")
    from claimcheck.documents.folding.tokens import WordTable

    found = WordTable(text)

    assert {word: list(found.places(word)) for word in found.counts} == places(text)
    assert found.counts == Counter(WORD.findall(text))
    assert found.places("never") == ()


def test_numpy_puts_blocks_together(
    needs_extra: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With numpy, too, where a block ends makes no difference, and a long text is read so.
    """
    needs_extra("numpy")
    from claimcheck.documents.folding import tokens

    text = "the fort, the 1,500 men and -3 more of the fort " * 20
    monkeypatch.setattr(tokens, "_BLOCK", 7)
    monkeypatch.setattr(index, "_LONG", 10)

    made = WordIndex(text)

    assert {word: list(made.places(word)) for word in made.counts} == places(text)
