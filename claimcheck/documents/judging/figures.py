"""Numbers held against numbers. A digit that differs is never damage."""

from __future__ import annotations

import re

from claimcheck.documents.judging.confusions import confusions
from claimcheck.documents.judging.differences import Difference, Kind

_THOUSANDS = re.compile(r"\d{1,3}(?:[., ]?\d{3})*")


def judge_figure(quoted: str, printed: str, shown: str) -> Difference:
    """Return how a printed form differs from a quoted number; `shown` puts the two against one another."""
    if _same_number(quoted, printed):
        return Difference(kind=Kind.NORMALISED, text=f"mark of thousands: {shown}")
    table = confusions()
    if any(each.isdigit() for each in printed) and len(quoted) == len(printed):
        pairs = {pair for pair in zip(quoted, printed, strict=True) if pair[0] != pair[1]}
        for kind, readings in (
            (Kind.DAMAGED, table.sure_figures),
            (Kind.DOUBTFUL, table.sure_figures | table.doubtful_figures),
        ):
            if pairs <= readings:
                return Difference(kind=kind, text=f"a letter read for a digit: {shown}")
    if len(quoted) == len(printed) and printed.isdigit():
        changed = [frozenset(pair) for pair in zip(quoted, printed, strict=True) if pair[0] != pair[1]]
        if len(changed) == 1 and changed[0] in table.digits:
            return Difference(kind=Kind.DOUBTFUL, text=f"one digit: {shown}")
    return Difference(kind=Kind.ALTERED, text=shown)


def _same_number(one: str, other: str) -> bool:
    """Whether two numbers have the same digits, and marks only between thousands: 3,500 and 3500."""
    digits = [re.sub(r"\D", "", each) for each in (one, other)]
    plain = one.isdigit() or other.isdigit()
    return plain and digits[0] == digits[1] and all(_THOUSANDS.fullmatch(each) for each in (one, other))
