"""Causes of differing names: look-alikes, and names that may mean one thing."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Diagnosis
from claimcheck.values.folding import fold
from claimcheck.values.value import Value

_ALIKE = 80
"""Likeness in per cent above which two names are pointed out; ours: one letter of five may differ."""


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that two names look alike: a copyist may have confused them. The score decides nothing."""
    from rapidfuzz import fuzz

    if a.is_open or b.is_open or fold(a.text) == fold(b.text):
        return
    if fuzz.ratio(fold(a.text), fold(b.text)) >= _ALIKE:
        yield Diagnosis(
            code="look-alike-names",
            text=f"«{a.text}» and «{b.text}» are spelt almost alike and may have been confused",
            confirm_by="what else each source says of the bearer: office, place, dates",
        )
