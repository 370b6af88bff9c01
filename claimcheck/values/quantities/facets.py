"""Facets of quantities that are stated apart from the figure, in the scope of a question or attestation."""

from __future__ import annotations

from claimcheck.values.quantities.counted import read_counted
from claimcheck.values.quantities.lexicon import LANGUAGES, lexicon
from claimcheck.values.quantities.tokens import tokenize
from claimcheck.values.quantities.units import find_units
from claimcheck.values.scope import Facet


def stated_facet(name: str, text: str) -> Facet | None:
    """
    Return the facet `unit` or `counted` that these words state, keyed as a figure's own words are.

    None for other facets, and for words that name no known unit; what is counted always has a key, so
    that "soldiers" in a scope and "3,500 men" meet.
    """
    if name == "unit":
        units = find_units(text)
        return units[0].facet(text) if units else None
    if name != "counted":
        return None
    found = [read_counted(tokenize(text, language), lexicon(language)) for language in LANGUAGES]
    best = max(found, key=lambda counted: counted.n_known)
    return best.facet
