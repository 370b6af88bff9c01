"""Causes of differing holders: one followed the other, or one held a part only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from claimcheck.model.finding import Diagnosis
from claimcheck.values.day_words import span_words
from claimcheck.values.histories import History, Holding
from claimcheck.values.span import Span
from claimcheck.values.value import Value


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield the causes that two clashing statements of who held a place suggest."""
    clashes = [
        pair for pair in product(_holdings(a), _holdings(b)) if not pair[0].holders.meets(pair[1].holders)
    ]
    apart = sorted(
        {
            tuple(sorted((left.span, right.span), key=_begin))
            for left, right in clashes
            if left.span != right.span
        },
        key=lambda spans: [_begin(span) for span in spans],
    )
    for left, right in apart[:1]:
        first, second = span_words(left), span_words(right)
        yield Diagnosis(
            code="succession",
            text=f"the two speak of different times ({first}; {second}), and one may have followed the other",
            confirm_by="the day on which the place changed hands",
        )
    if any(_is_whole(left) and _is_whole(right) for left, right in clashes):
        yield Diagnosis(
            code="part-of-place",
            text="each may have held a part of the place, which the source tells as the whole",
            confirm_by="which streets, forts or villages each source names",
        )


def _holdings(value: Value) -> list[Holding]:
    cores = (reading.core for reading in value.readings)
    return [each for core in cores if isinstance(core, History) for each in core.holdings()]


def _begin(span: Span) -> tuple[bool, int, int]:
    """Return what puts spans in order of time, those without a begin first."""
    return span.first is not None, span.first or 0, span.last or 0


def _is_whole(holding: Holding) -> bool:
    """Tell whether the words name those who held the place, and nobody beside them."""
    return holding.holders.allowed is not None
