"""What a bad scan does to a text: letters misread, lost and put in; ligatures, marks and accents."""

from __future__ import annotations

import random
import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache

from benchmarks.quotations.edits import Edit
from benchmarks.quotations.vocabulary import word_lists

_LETTERS = "etaoinshrdlucmfgpyb"
_NOISE = (*_LETTERS, ".", "'", ",", "-")
_SHARE_OF_DIGITS = 0.15
"""Of the digits that a slip falls upon; the others stay, and the slip falls on what comes next."""

_KINDS = ("misread", "lost", "put in", "any letter", "space")
_CUMULATIVE = (0.72, 0.84, 0.92, 0.96, 1.0)

_TYPOGRAPHY = re.compile("[\"']|f[il]|[^\\x00-\\x7f]")
_JOINED, _DROPPED = 0.15, 0.4
"""Shares of fi and fl printed as one sign, and of letters that lose their accent."""


@cache
def _slips(table: str) -> dict[str, list[str]]:
    return {printed: read.split() for printed, read in word_lists()[table].items()}


def slips(text: str, start: int, end: int, rate: float, chance: random.Random) -> Iterator[Edit]:
    """
    Yield the misreadings of a stretch, in order: so many that `rate` of its characters are wrong.

    They stand about evenly, so that a stretch of 20 characters at 10 % has two wrong ones, rarely four: a
    quotation belongs to the class that it is counted in. A slip that takes two edits counts double.
    """
    position = start + round(chance.random() / rate)
    while position < end:
        edit = _slip(text, position, chance)
        if edit is None or edit[1] > end:
            position += 1
            continue
        yield edit
        cost = max(edit[1] - edit[0], len(edit[2]))
        position = max(edit[1], edit[0] + round(cost / rate * chance.uniform(0.5, 1.5)), edit[0] + 1)


def _slip(text: str, at: int, chance: random.Random) -> Edit | None:
    character = text[at]
    if character.isdigit():
        reading = _slips("digit_slips").get(character)
        return (
            (at, at + 1, _pick(reading, chance)) if reading and chance.random() < _SHARE_OF_DIGITS else None
        )
    kind = _KINDS[bisect(_CUMULATIVE, chance.random())]
    if character == " ":
        return (at, at + 1, "") if kind == "space" else None
    if not character.isalpha():
        return None
    if kind == "misread":
        return _misread(text, at, chance)
    if kind == "lost":
        return at, at + 1, ""
    if kind == "any letter":
        return at, at + 1, _pick(_LETTERS.replace(character, ""), chance)
    return at, at, " " if kind == "space" else _pick(_NOISE, chance)


def _pick(choices: Sequence[str], chance: random.Random) -> str:
    """Return one of the choices, in a third of the time that `choice` takes."""
    return choices[int(chance.random() * len(choices))]


def _misread(text: str, at: int, chance: random.Random) -> Edit | None:
    pair = text[at : at + 2]
    if pair in ("fi", "fl"):
        return at, at + 2, ""
    for printed in (pair, pair[0]):
        if reading := _slips("slips").get(printed):
            return at, at + len(printed), _pick(reading, chance)
    return None


def typography(text: str, start: int, end: int, chance: random.Random) -> Iterator[Edit]:
    """Yield curly quotation marks, joined ligatures and lost accents, in order."""
    for match in _TYPOGRAPHY.finditer(text, start, end):
        printed = _typographic(text, match, chance)
        if printed != match[0]:
            yield match.start(), match.end(), printed


def _typographic(text: str, match: re.Match[str], chance: random.Random) -> str:
    found = match[0]
    opens = match.start() == 0 or text[match.start() - 1].isspace()
    if found == '"':
        return "“" if opens else "”"
    if found == "'":
        return "‘" if opens else "’"
    if found in ("fi", "fl"):
        return {"fi": "ﬁ", "fl": "ﬂ"}[found] if chance.random() < _JOINED else found
    bare = unicodedata.normalize("NFKD", found)[0]
    return bare if bare.isascii() and chance.random() < _DROPPED else found


def merged(*layers: Sequence[Edit]) -> list[Edit]:
    """Return the edits of all layers in order; where two touch one place, that of the earlier layer stays."""
    kept: list[Edit] = []
    taken: set[int] = set()
    for layer in layers:
        for edit in layer:
            touched = range(edit[0], max(edit[1], edit[0] + 1))
            if taken.isdisjoint(touched):
                taken.update(touched)
                kept.append(edit)
    return sorted(kept)
