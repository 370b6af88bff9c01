"""A part never exceeds its whole: how the figure of a part stands to the figure of what holds it."""

from __future__ import annotations

from claimcheck.values.intervals import Numbers
from claimcheck.values.relation import Comparison, Relation
from claimcheck.values.value import Reading, Value


def compare_part(part: Value, whole: Value) -> Comparison:
    """
    Return whether the figure of a part can stand beside the figure of its whole.

    Necessary conflict: under every reading even the smallest part that the envelope tolerates exceeds
    the greatest whole. Compatible: under every reading the cores leave the part no greater.
    """
    outcomes = {_fits(a, b) for a in part.readings for b in whole.readings}
    if outcomes == {Relation.NECESSARY_CONFLICT}:
        return Comparison(relation=Relation.NECESSARY_CONFLICT, rule="part-exceeds-whole")
    if outcomes == {Relation.COMPATIBLE}:
        return Comparison(relation=Relation.COMPATIBLE, rule="part-within-whole")
    return Comparison(relation=Relation.POSSIBLE_CONFLICT, rule="part-may-exceed-whole")


def _fits(part: Reading, whole: Reading) -> Relation:
    if _can_be_smaller(part.core, whole.core):
        return Relation.COMPATIBLE
    if _can_be_smaller(part.envelope, whole.envelope):
        return Relation.POSSIBLE_CONFLICT
    return Relation.NECESSARY_CONFLICT


def _can_be_smaller(part: object, whole: object) -> bool:
    """Tell whether some number of the part is at most some number of the whole."""
    if not isinstance(part, Numbers) or not isinstance(whole, Numbers):
        raise TypeError("parts and wholes are quantities")
    low, high = part.runs[0], whole.runs[-1]
    if low.low is None or high.high is None or low.low < high.high:
        return True
    return low.low == high.high and not low.low_open and not high.high_open
