"""Causes of differing spans: another year, or a month whose name is near in form."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.compare.diagnoses.day_slips import Frame, chance
from claimcheck.compare.diagnoses.slips import near_months
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.day_words import span_words
from claimcheck.values.span import Span, days_in_month, year_month_day


def span_causes(
    ours: list[Span], theirs: list[Span], styles: frozenset[str] = frozenset()
) -> Iterator[Diagnosis]:
    """Yield the causes that two spans of more than a day suggest."""
    for one in ours:
        for other in theirs:
            if one != other and not one.is_one_day:
                early, late = sorted((one, other), key=_begin)
                yield from _causes(early, late, styles)


def _begin(span: Span) -> tuple[bool, int]:
    return (span.first is not None, span.first or 0)


def _causes(early: Span, late: Span, styles: frozenset[str]) -> Iterator[Diagnosis]:
    both = f"{span_words(early)} and {span_words(late)}"
    months = _month(early), _month(late)
    if _is_other_year_only(early, late):
        yield Diagnosis(
            code="year-slip",
            text=f"{both} differ in the year only",
            confirm_by="other events that the source dates by this one",
            by_chance=_year_chance(early, late),
        )
    if months[0] is None or months[1] is None or months[0][0] != months[1][0]:
        return
    near = near_months("gregorian", styles)
    names = near.get(frozenset((months[0][1], months[1][1])))
    if names:
        yield Diagnosis(
            code="month-names-alike",
            text=f"{both} are easily confused: {names}",
            confirm_by="the original, or a day given elsewhere",
            by_chance=Chance(share=Fraction(len(near), 66), pairs=f"pairs of months of {months[0][0]}"),
        )


def _year_chance(early: Span, late: Span) -> Chance | None:
    """Return how many pairs of months, or of first days, of the two years differ in the year only."""
    assert early.first is not None  # noqa: S101 - told apart by their years, both have bounds
    assert late.first is not None  # noqa: S101
    frame = Frame.of(early.first, late.first)
    if _month(early) is None or _month(late) is None:
        return chance("year-slip", "gregorian", frame)
    # 24 months make 276 pairs, of which 12 are one month of both years.
    return Chance(share=Fraction(12, 276), pairs=f"pairs of months of {frame}")


def _month(span: Span) -> tuple[int, int] | None:
    """Return year and month of a span that is one whole month."""
    if span.first is None or span.last is None:
        return None
    year, month, day = year_month_day(span.first)
    is_whole = day == 1 and span.last == span.first + days_in_month(year, month) - 1
    return (year, month) if is_whole else None


def _is_other_year_only(early: Span, late: Span) -> bool:
    months = _month(early), _month(late)
    if months[0] is not None and months[1] is not None:
        # February is one month in every year, whatever its length.
        return months[0][1] == months[1][1]
    return _other_year(early) == _other_year(late) is not None


def _other_year(span: Span) -> tuple[int, ...] | None:
    """Return what is left of a span without its year: months and days, and how many years it spans."""
    if span.first is None or span.last is None:
        return None
    (year, month, day), (end_year, end_month, end_day) = year_month_day(span.first), year_month_day(span.last)
    # A whole year is nothing but its year.
    is_whole = (month, day, end_month, end_day) == (1, 1, 12, 31)
    return None if is_whole else (month, day, end_month, end_day, end_year - year)
