"""Causes of differing names: letters swapped, misread or one letter apart, and names no register knows."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.diagnoses.slips import adjacent_swaps, confused_letters
from claimcheck.model.finding import Diagnosis
from claimcheck.values.folding import fold
from claimcheck.values.points import Points
from claimcheck.values.register import NOBODY, Register
from claimcheck.values.value import Value

_ALIKE = 80
"""Likeness in per cent above which two names are pointed out; ours: one letter of five may differ."""

_BEARER = "what else each source says of the bearer: office, place, dates"

_LOOKS = {
    "letters-swapped": "have two neighbouring letters the other way round",
    "misread-letter": "differ in letters that are often misread for one another",
    "one-letter": "differ in one letter",
    "look-alike-names": "are spelt almost alike and may have been confused",
}


def causes(a: Value, b: Value, register: Register = NOBODY) -> Iterator[Diagnosis]:
    """Yield what two names or places suggest. How alike they look decides nothing."""
    yield from _look_alike(a, b)
    said = " and ".join(f"«{text}»" for text in sorted((a.text, b.text)))
    if _is_unregistered(a) or _is_unregistered(b):
        yield Diagnosis(
            code="unregistered-name",
            text=f"no register says whether {said} are one: a former, foreign or other name is not known",
            confirm_by="entering both in the dossier's names, as one bearer or as two",
        )
    wholes = _common_wholes(a, b, register)
    if wholes:
        yield Diagnosis(
            code="parts-of-one-whole",
            text=f"{said} are parts of one whole ({', '.join(wholes)}), and either may stand for more of it",
            confirm_by="how each source bounds the place",
        )


def look(one: str, other: str) -> str:
    """
    Return the code of how two folded names look alike; nothing when they don't.

    >>> look("halit", "halil"), look("kars", "karst"), look("orme", "omre"), look("ashe", "dray")
    ('one-letter', 'one-letter', 'letters-swapped', '')
    """
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    if one == other:
        return ""
    if other in adjacent_swaps(one):
        return "letters-swapped"
    if _is_misread(one, other):
        return "misread-letter"
    if min(len(one), len(other)) > 2 and Levenshtein.distance(one, other, score_cutoff=1) == 1:
        return "one-letter"
    return "look-alike-names" if fuzz.ratio(one, other) >= _ALIKE else ""


def _look_alike(a: Value, b: Value) -> Iterator[Diagnosis]:
    code = "" if a.is_open or b.is_open else look(*sorted((fold(a.text), fold(b.text))))
    if code:
        said = " and ".join(f"«{text}»" for text in sorted((a.text, b.text)))
        yield Diagnosis(code=code, text=f"{said} {_LOOKS[code]}", confirm_by=_BEARER)


def _is_misread(one: str, other: str) -> bool:
    """Tell whether one letter, or run of letters, read for another turns one name into the other."""
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return frozenset((one[begin : len(one) - end], other[begin : len(other) - end])) in confused_letters()


def _is_unregistered(value: Value) -> bool:
    cores = [reading.core for reading in value.readings]
    return any(
        isinstance(core, Points) and any(point.startswith("name:") for point in core.points) for core in cores
    )


def _common_wholes(a: Value, b: Value, register: Register) -> list[str]:
    """Return the labels of what holds every place that either side may mean."""
    held: set[str] | None = None
    for value in (a, b):
        for reading in value.readings:
            for point in reading.core.points if isinstance(reading.core, Points) else ():
                found = register.wholes(point)
                held = set(found) if held is None else held & found
    entries = [register.get(each) for each in sorted(held or ())]
    return [entry.label for entry in entries if entry is not None]
