"""Rules between questions: a part never exceeds its whole, and who holds a part holds some of the whole."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from claimcheck.values.families import Family
from claimcheck.values.histories import History, Holding
from claimcheck.values.intervals import Numbers
from claimcheck.values.region import Region
from claimcheck.values.relation import Relation
from claimcheck.values.value import Value


def exceeds(part: Value, whole: Value) -> Relation | None:
    """
    Return the conflict between the figure for a part and the figure for its whole, or None.

    Necessary when the least that the part can be, tolerance and all, is more than the most that the
    whole can be under every reading; possible when only the asserted figures clash, or some readings.
    """
    if not all(isinstance(reading.core, Numbers) for reading in (*part.readings, *whole.readings)):
        return None
    asserted = [_more(p.core, w.core) for p in part.readings for w in whole.readings]
    tolerated = [_more(p.envelope, w.envelope) for p in part.readings for w in whole.readings]
    if all(tolerated):
        return Relation.NECESSARY_CONFLICT
    return Relation.POSSIBLE_CONFLICT if any(asserted) else None


def _more(part: Region, whole: Region) -> bool:
    """Tell whether even the least of the part is more than the most of the whole."""
    if not isinstance(part, Numbers) or not isinstance(whole, Numbers):
        return False
    least: Fraction | None = part.low
    most: Fraction | None = whole.high
    if least is None or most is None:
        return False
    return least > most or (least == most and (part.runs[0].low_open or whole.runs[-1].high_open))


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
