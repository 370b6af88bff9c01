"""Causes of differing figures: swapped, misread or lost digits, marks and scales, units, rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.compare.diagnoses import digits
from claimcheck.compare.diagnoses.figure_units import unit_causes
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.intervals import Numbers, figure
from claimcheck.values.quantities.units import find_units, unit_by_id
from claimcheck.values.value import Reading, Value

_MARKS = re.compile(r"(?<=\d)[.,' \u2009\u202f\xa0\u2019](?=\d)")
_MILLION = 10**6
_ORIGINAL_FIGURE = "the original figure, or a sum that it belongs to"


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """
    Yield the causes that two figures suggest: those that the words name, hedged or not.

    Digits are compared as they are printed, sizes in the base unit.
    """
    ours, theirs = _named(a), _named(b)
    pairs = {(x, y) if (x[1], x[0]) <= (y[1], y[0]) else (y, x) for x in ours for y in theirs}
    told = set()
    for one, other in sorted(pairs, key=lambda pair: (pair[1][1] / pair[0][1], pair)):
        left, right = sorted((one[0], other[0]))
        found = (*_digit_causes(left, right), *unit_causes(one, other, _dimension(a, b)))
        for each in found:
            # Of several readings the nearest pair that shows a slip stands for it.
            if each.code not in told:
                yield each
        told |= {each.code for each in found}
    yield from _tolerances(a, b)


def _named(value: Value) -> set[tuple[Fraction, Fraction]]:
    """Return the figures that the words name, each as printed and in the base unit."""
    written = _MARKS.sub("", value.text)
    found = set()
    for reading in value.readings:
        factor = _factor(value, reading)
        for number in _figures(reading.core):
            printed = number / factor
            is_exact = isinstance(reading.core, Numbers) and reading.core.low == reading.core.high
            if number > 0 and (is_exact or _is_written(printed, written)):
                found.add((printed, number))
    return found


def _figures(core: object) -> Iterator[Fraction]:
    """Yield what words may have named as the bounds or the middle of a run of numbers."""
    for run in core.runs if isinstance(core, Numbers) else ():
        yield from (bound for bound in (run.low, run.high) if bound is not None)
        if run.low is not None and run.high is not None:
            yield (run.low + run.high) / 2


def _is_written(number: Fraction, text: str) -> bool:
    """Tell whether the digits of a number stand in a text, marks left out."""
    return number.denominator == 1 and re.search(rf"(?<!\d){number.numerator}(?!\d)", text) is not None


def _factor(value: Value, reading: Reading) -> Fraction:
    chosen = unit_by_id(dict(reading.under).get("unit", ""))
    if chosen is not None:
        return chosen.factor
    facet = value.scope.as_mapping().get("unit")
    units = find_units(facet.text) if facet is not None else ()
    return units[0].factor if units else Fraction(1)


def _dimension(a: Value, b: Value) -> str:
    facets = [value.scope.as_mapping().get("unit") for value in (a, b)]
    return next((facet.key for facet in facets if facet is not None), "")


def _digit_causes(left: Fraction, right: Fraction) -> Iterator[Diagnosis]:
    """Yield what turns the digits of the smaller figure into those of the larger."""
    if left == right:
        return
    both = f"{figure(left)} and {figure(right)}"
    yield from _scale_causes(left, right, both)
    if left.denominator != 1 or right.denominator != 1:
        return
    pair = digits.Pair.of(left.numerator, right.numerator)
    if pair.is_swapped:
        yield _cause(
            "digits-swapped",
            f"{both} have two neighbouring digits the other way round",
            "the original figure",
            pair.swapped_by_chance(),
        )
    if pair.is_misread:
        yield _cause(
            "misread-digit",
            f"{both} differ in one digit, and the two digits are often misread for one another",
            "an image of the page",
            pair.misread_by_chance(),
        )
    if pair.has_lost_inner_zero:
        yield _cause(
            "zero-lost",
            f"{both} differ by a zero within the figure, which may have been lost or added",
            _ORIGINAL_FIGURE,
            pair.inner_zero_by_chance(),
        )
    if pair.is_rounded:
        yield _cause(
            "rounded",
            f"{figure(Fraction(pair.rounder))} is {figure(Fraction(pair.finer))} rounded",
            "whether the source rounds its other figures",
            pair.rounded_by_chance(),
        )


def _scale_causes(left: Fraction, right: Fraction, both: str) -> Iterator[Diagnosis]:
    ratio = right / left
    rate = digits.alike_by_chance(left)
    if ratio in (10, 100):
        yield _cause(
            "zero-lost",
            f"{both} differ by a factor of {ratio}: a zero may have been lost or added",
            _ORIGINAL_FIGURE,
            rate,
        )
    if ratio == 1000 and left >= _MILLION:
        yield _cause(
            "long-scale",
            f"{both} differ by a factor of 1,000: a milliard is the billion of the short scale, and the "
            "billion of the long scale is a thousand times as much",
            "the language that the figure was first written in",
            rate,
        )
    elif ratio == 1000:
        yield _cause(
            "thousands-mark",
            f"{both} differ by a factor of 1,000: a thousands mark may have been read as a decimal one",
            "the way in which the source writes other figures",
            rate,
        )


def _tolerances(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that two hedged figures meet within the tolerance of their hedges only."""
    are_hedged = not any(_is_point(reading) for value in (a, b) for reading in value.readings)
    pairs = [(left, right) for left in a.readings for right in b.readings]
    if not are_hedged or any(left.core.meets(right.core) for left, right in pairs):
        return
    if any(left.envelope.meets(right.envelope) for left, right in pairs):
        said = " and ".join(f"«{text}»" for text in sorted((a.text, b.text)))
        yield Diagnosis(
            code="tolerances-meet",
            text=f"{said} just miss one another: they meet within the tolerance of a hedge",
            confirm_by="how near to the truth the source keeps where it can be checked",
        )


def _is_point(reading: Reading) -> bool:
    return isinstance(reading.core, Numbers) and reading.core.low == reading.core.high is not None


def _cause(code: str, text: str, confirm_by: str, by_chance: Chance | None) -> Diagnosis:
    return Diagnosis(code=code, text=text, confirm_by=confirm_by, by_chance=by_chance)
