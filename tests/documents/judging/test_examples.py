"""Pairs of words, as printed and as quoted, and what their difference is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.differences import Kind
from claimcheck.documents.judging.judgement import judge
from claimcheck.documents.searchable import Searchable

EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))["example"]

_SENTENCE = "the men held the houses on the river and the bridge, and the men had seven forts in March"
_SLIPS = "the:tbe men:rnen held:heid houses:bouses river:nver bridge:bndge and:aud the:tke seven:sevcn on:ou"


def _worn() -> str:
    """Return a text that is badly read: one sentence again and again, one word of each eighth misread."""
    sentences = [_SENTENCE] * 160
    for number, slip in enumerate(_SLIPS.split() * 2):
        printed, read = slip.split(":")
        sentences[8 * number] = re.sub(rf"\b{printed}\b", read, _SENTENCE, count=1)
    return ". ".join(sentences)


_WORN = _worn()


def _kind(text: str, quotation: str, beside: str) -> Kind:
    search = Searchable.of(f"{text} {beside}")
    found = judge(search, Reading.of(quotation), (0, len(text)))
    assert found is not None
    return found.kind


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each['text'][:40]} {each['quoted']}")
def test_examples(example: dict[str, Any]) -> None:
    """Each pair is what the table says: damage only where no other word could stand there."""
    printed = re.sub(r"[{}]", "", example["text"])
    quotation = re.sub(r"\{.*\}", example["quoted"], example["text"])

    beside = _WORN if example.get("is_worn") else ""

    assert _kind(printed, quotation, beside).name.lower() == example["kind"]


_WORDS = (
    "the men held seven forts not far from house horse houses bridge river never now three thirteen "
    "general garden harden warden Karsov Karnev Kamev 1918 1938 1988 May March in on at had bad"
)
_READ = {
    "e": "c",
    "h": "b",
    "n": "u",
    "m": "rn",
    "i": "l",
    "d": "cl",
    "a": "o",
    "t": "f",
    "w": "vv",
    "s": "5",
}


@given(
    st.lists(st.sampled_from(_WORDS.split()), min_size=6, max_size=12),
    st.integers(1, 4),
    st.sampled_from(_WORDS.split()),
    st.sets(st.integers(0, 60), max_size=4),
    st.booleans(),
)
def test_no_damage_hides_another_word(
    words: list[str], at: int, other: str, misread: set[int], is_worn: bool
) -> None:
    """A quotation with another word inside is not accepted, whatever the scan did to the other words."""
    altered = [*words[:at], other, *words[at + 1 :]]
    damaged = list(words)
    for place in misread:
        index, letter = place % len(words), place // len(words)
        word = damaged[index]
        if index != at and letter < len(word):
            damaged[index] = word[:letter] + _READ.get(word[letter], word[letter]) + word[letter + 1 :]
    text = " ".join(damaged) + (" " + _WORN if is_worn else "")

    if other != words[at]:
        search = Searchable.of(text)
        found = judge(search, Reading.of(" ".join(altered)), (0, len(" ".join(damaged))))
        assert found is None or found.kind >= Kind.DOUBTFUL
