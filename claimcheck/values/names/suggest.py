"""Registered names that look like one that fits nobody. Likeness ranks them and never decides."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.values.folding import fold
from claimcheck.values.names.index import SameRegister
from claimcheck.values.register import Register

_LEAST_LIKENESS = 65
_MOST = 3


def similar_names(text: str, register: Register) -> tuple[str, ...]:
    """Return at most three registered forms that are spelt most like the text, the likest first."""
    # Imported late: only names that nobody bears need it.
    from rapidfuzz import fuzz, process

    folded = _folded_forms(SameRegister(register))
    found = process.extract(fold(text), folded, scorer=fuzz.ratio, limit=_MOST, score_cutoff=_LEAST_LIKENESS)
    return tuple(form for _, _, form in sorted(found, key=lambda row: (-row[1], row[2])))


@lru_cache(maxsize=4)
def _folded_forms(same: SameRegister) -> dict[str, str]:
    return {form.text: fold(form.text) for entry in same.register.entries for form in entry.forms}
