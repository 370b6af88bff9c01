"""Prose without meaning: sentences that read like a history, of any length, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.quotations.vocabulary import make_vocabulary

_N_PATTERNS = 3_000
_N_AT_ONCE = 2_000

# Each phrase is a choice; capitals in braces name a word class, small letters another phrase.
_PHRASES: dict[str, tuple[str, ...]] = {
    "who": (
        *("the {N}", "the {S}", "{S}", "the {A} {N}", "{A} {S}", "a {N}", "a {A} {N}", "{M} {S}"),
        *("the {N} of {P}", "the {S} of the {N}", "{F} {U}", "{H} {U}", "{U}", "he", "they", "it", "she"),
        *("his {N}", "their {S}", "this {N}", "some of the {S}", "no {N}", "all the {S}", "those who {V}"),
        *("the {N} of the {A} {S}", "many {S}", "her {A} {N}", "which {N}", "the {N} and the {N}", "we"),
    ),
    "what": (
        *("the {N}", "{A} {N}", "{S}", "a {N}", "a {A} {N}", "{M} {S}", "about {M} {S}", "him"),
        *("the {N} of {P}", "the {N} of the {N}", "their {S}", "its {N}", "{U}", "{F} {U}", "them", "it"),
        *("more than {M} {S}", "the {S} and {S} of {P}", "that {N}", "an {A} {N}", "nothing", "his {A} {S}"),
    ),
    "did": (
        *("{V} {what}", "{V} {what}", "{V} {what} {where}", "had {V} {what}", "was {V} by {who}"),
        *("were {V} {where}", "did not {I} {what}", "would {I} {what}", "was {A}"),
        *("never {V} {what}", "was {A}", "were {A} and {A}", "had {V} {where}", "began to {I} {what}"),
        *(
            "{R} {V} {what}",
            "{V} that {who} {did}",
            "has been {V} {where}",
            "is {A}",
            "{V} him",
            "could {I} it",
        ),
        *("should have {V} {what}", "went on {G} {what}", "{V} {what} without {what}", "may {I} {what}"),
        *(
            "was not {A}",
            "{V}",
            "tried to {I} {what}",
            "were to {I} {where}",
            "{V} this {N}",
            "took part in it",
        ),
    ),
    "where": (
        *("in {P}", "at {P}", "near {P}", "in {Y}", "on {T}", "with {what}", "from {what} to {what}"),
        *("for {M} {S}", "by the {N}", "after {what}", "before {T}", "{R}", "in the {N}", "on the {N}"),
        *("between {P} and {P}", "under {who}", "as if {who} {did}", "until {T}", "of {what}", "to {what}"),
    ),
    "sentence": (
        *("{who} {did}.", "{who} {did} {where}.", "{who} {did}, and {who} {did}.", "{where}, {who} {did}."),
        *("when {who} {did}, {who} {did}.", "{who}, who {did}, {did}.", "{who} {did}; {who} {did} {where}."),
        *('"{who} {did}," said {F} {U}.', "but {who} {did}, for {who} {did}.", "there {did} {where}."),
        *(
            "if {who} {did}, then {who} {did}.",
            "{who} {did} because {who} {did}.",
            "{U}'s {N} {did} {where}.",
        ),
        *('{who} {did} "the {A} {N}" {where}.', "it was {who} that {did}.", "{who} {did} too."),
    ),
}
_SLOT = re.compile(r"\{(\w+)\}")
_DEEPEST = 5


def write_prose(n_characters: int, seed: int) -> str:
    """
    Return about n characters of prose: paragraphs with a line feed between, quotation marks straight.

    The vocabulary depends on nothing but this module, so that texts of different seeds share their
    words and not their sentences.
    """
    chance = random.Random(seed)  # noqa: S311 - the same text every time
    paragraphs: list[str] = []
    n_written = 0
    sentences = _sentences(chance)
    while n_written < n_characters:
        paragraph = " ".join(next(sentences) for _ in range(chance.randint(2, 9)))
        paragraphs.append(paragraph)
        n_written += len(paragraph) + 1
    return "\n".join(paragraphs)


def _sentences(chance: random.Random) -> Iterator[str]:
    """Yield sentences, the words of many of them drawn at once, which is ten times as fast."""
    patterns = [_pattern(chance) for _ in range(_N_PATTERNS)]
    while True:
        chosen = chance.choices(patterns, k=_N_AT_ONCE)
        needed = "".join(classes for _pattern, classes in chosen)
        words = {
            letter: iter(kind.draw(chance, needed.count(letter)))
            for letter, kind in make_vocabulary().items()
        }
        for pattern, classes in chosen:
            sentence = pattern % tuple([next(words[letter]) for letter in classes])
            opening = 1 if sentence[0] == '"' else 0
            yield sentence[:opening] + sentence[opening].upper() + sentence[opening + 1 :]


def _pattern(chance: random.Random) -> tuple[str, str]:
    """Return a sentence with `%s` for each word to be drawn, and the classes of these words."""
    text = _grown("{sentence}", chance, 0)
    return _SLOT.sub("%s", text), "".join(_SLOT.findall(text))


def _grown(text: str, chance: random.Random, depth: int) -> str:
    def replace(match: re.Match[str]) -> str:
        phrases = _PHRASES.get(match[1])
        if phrases is None:
            return match[0]
        # The first phrases of each kind hold no other phrase.
        return _grown(chance.choice(phrases if depth < _DEEPEST else phrases[:1]), chance, depth + 1)

    return _SLOT.sub(replace, text)
