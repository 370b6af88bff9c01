"""Text from elsewhere, made fit to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.plain import counted, listed, plain, sentence


@given(st.text(st.characters(categories=["L", "N", "P", "Z", "C"])))
def test_plain_text_is_one_line_that_steers_nothing(text: str) -> None:
    """Plain text holds no line break, no control character, no surrogate, and no space at its ends."""
    found = plain(text)

    assert found == found.strip()
    assert len(found.splitlines()) <= 1
    assert not {unicodedata.category(char) for char in found} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(found) & set(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    """What is plain already is left alone."""
    assert plain(plain(text)) == plain(text)


def test_names_of_all_scripts_stay() -> None:
    """Letters, accents and joiners of other scripts are words, not threats."""
    words = "Kâzım Paşa · ბათუმი · Ардаган · می‌خواهم · 阿达尔汗 · שלום"

    assert plain(words) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_are_read_out(parts: list[str], words: str) -> None:
    """A list has commas, and a word before its last part."""
    assert listed(parts) == words


def test_counts_have_their_noun() -> None:
    """A number takes the plural of its noun unless it is one."""
    assert [counted(number, "line") for number in (0, 1, 2, 1200)] == [
        "0 lines",
        "1 line",
        "2 lines",
        "1,200 lines",
    ]


@pytest.mark.parametrize(
    ("text", "words"), [("", ""), ("it is so", "It is so."), ("Is it?", "Is it?"), ("ça va…", "Ça va…")]
)
def test_sentences_begin_and_end(text: str, words: str) -> None:
    """A sentence begins with a capital and ends with a mark, one only."""
    assert sentence(text) == words
