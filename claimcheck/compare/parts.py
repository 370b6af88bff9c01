"""Who holds a part of a place holds some of the whole."""

from __future__ import annotations

from attrs import evolve

from claimcheck.values.families import Family
from claimcheck.values.histories import History, Holding
from claimcheck.values.value import Value


def clashes_in_part(part: Value, whole: Value) -> bool:
    """
    Tell whether what is said of the holders of a part of a place rules out what is said of the whole.

    Whoever holds the part is among the holders of the whole; that others hold the rest stays possible.
    """
    regions = [reading.core for reading in (*part.readings, *whole.readings)]
    if part.is_open or whole.is_open or not all(isinstance(region, History) for region in regions):
        return False
    of_part, of_whole = (region.holdings() for region in regions if isinstance(region, History))
    return any(not _among(mine).allows(theirs) for mine in of_part for theirs in of_whole)


def _among(holding: Holding) -> Holding:
    """Return what a holding of a part says of the whole: its holders, perhaps with others."""
    return evolve(holding, holders=Family(holding.holders.required))
