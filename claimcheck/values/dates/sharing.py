"""What two neighbouring moments take from one another: "11-17 March", "March 5-7, 1921", "1918-19"."""

from __future__ import annotations

from claimcheck.values.dates.draft import Draft


def share(left: Draft, right: Draft) -> None:
    """Give each of two neighbours what only the other names: "11-17 March", "March 5-7, 1921", "1918-19"."""
    if not left.has_time:
        _copy_time(right, left)
        return
    if right.year is not None and left.year is not None and right.year < 100 <= left.year and not right.month:
        right.year = _completed(left.year, right.year)
    for mine, theirs in ((left, right), (right, left)):
        if mine.century is None and theirs.century is not None and mine.day is not None:
            mine.century, mine.day = mine.day, None
        if theirs.century is not None and mine.family == "republican" and not mine.month:
            # "XVIIIe-XIXe siècles": the figure alone was taken for a year.
            mine.century, mine.year, mine.family = mine.year, None, ""
        if mine.month is None and mine.day is not None and theirs.month is not None and not mine.century:
            mine.month, mine.family = theirs.month, theirs.family
    if right.is_bc and not left.is_bc and not (left.month or right.month):
        # "44-31 BC": the first number is a year, now that the era is known.
        left.is_bc, left.year = True, left.year or left.tail or left.day
        left.tail = left.day = None
    left.is_bc = left.is_bc or right.is_bc
    _share_year(left, right)


def _copy_time(source: Draft, target: Draft) -> None:
    for name in (
        "year",
        "next_year",
        "month",
        "day",
        "tail",
        "season",
        "century",
        "decade",
        "nth",
        "feast",
        "rite",
        "is_bc",
        "family",
    ):
        setattr(target, name, getattr(source, name))


def _share_year(left: Draft, right: Draft) -> None:
    if right.tail is None and right.day is not None and right.month is None and left.year and not left.month:
        right.tail, right.day = right.day, None  # "1901-05": the day was a year
    if right.tail is not None and left.year is not None:
        right.year, right.tail = _completed(left.year, right.tail), None
    if right.decade is not None and left.decade is not None and right.decade < 100 <= left.decade:
        right.decade = _completed(left.decade, right.decade)
    is_turned = bool(left.month and right.month) and (left.month or 0) > (right.month or 0)
    if not left.has_year and right.has_year:
        left.tail, left.decade = right.tail, right.decade
        if right.year is not None:
            left.year, left.next_year = right.year - is_turned, right.next_year
    elif not right.has_year and left.has_year:
        right.tail, right.decade = left.tail, left.decade
        if left.year is not None:
            right.year, right.next_year = left.year + is_turned, left.next_year


def _completed(year: int, ending: int) -> int:
    """Return the year that a shortened one stands for: 1918-19 ends in 1919."""
    step = 10 if ending < 10 else 100
    completed = year // step * step + ending
    return completed if completed > year else completed + step
