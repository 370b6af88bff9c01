"""Days and spans as a reader writes them: "17 March 1921", "11-17 March 1921"."""

from __future__ import annotations

import re

from claimcheck.values.span import ALWAYS, Span, days_in_month, year_month_day

# The language of reports is English; month names that are read stand in the package's data files.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: int) -> str:
    """
    Return a day in words, proleptic Gregorian; years before 1 as BCE.

    >>> from claimcheck.values.span import day_number
    >>> day_words(day_number(1921, 3, 17)), day_words(day_number(-43, 3, 15))
    ('17 March 1921', '15 March 44 BCE')
    """
    year, month, day_of_month = year_month_day(day)
    return f"{day_of_month} {_MONTHS[month - 1]} {_year_words(year)}"


def span_words(span: Span) -> str:
    """
    Return a span in the fewest words: a year, a month, days of one month or year.

    >>> from claimcheck.values.span import day_number
    >>> span_words(Span(day_number(1921, 3, 11), day_number(1921, 3, 17)))
    '11-17 March 1921'
    """
    if span == ALWAYS:
        return "any time"
    if span.first is None:
        return f"until {day_words(span.last or 0)}"
    if span.last is None:
        return f"from {day_words(span.first)}"
    if span.is_one_day:
        return day_words(span.first)
    return _round_words(span.first, span.last) or _joined(span.first, span.last, "-", " - ")


def among_words(span: Span) -> str:
    """
    Return that something fell on some day of a span.

    >>> from claimcheck.values.span import day_number
    >>> among_words(Span(day_number(1921, 2, 23), day_number(1921, 3, 17)))
    'between 23 February and 17 March 1921'
    """
    if span == ALWAYS:
        return "at any time"
    if span.first is None:
        return f"by {day_words(span.last or 0)}"
    if span.last is None:
        return f"on or after {day_words(span.first)}"
    if span.is_one_day:
        return day_words(span.first)
    whole = _round_words(span.first, span.last)
    return f"in {whole}" if whole else f"between {_joined(span.first, span.last, ' and ', ' and ')}"


_NOTATION = re.compile(r"[0-9./-]*[./-][0-9./-]*")


def is_notation(text: str) -> bool:
    """
    Tell whether a time is written in signs alone, as EDTF writes what is neither uncertain nor about.

    >>> is_notation("1921-03-11/1921-03-17"), is_notation("1921"), is_notation("March 1921")
    (True, False, False)
    """
    return _NOTATION.fullmatch(text) is not None


def when_words(text: str, span: Span | None) -> str:
    """
    Return a time as a reader says it: the words that it is written in, or those of a span in notation.

    >>> from claimcheck.values.span import day_number
    >>> when_words("1921-03", Span(day_number(1921, 3, 1), day_number(1921, 3, 31)))
    'March 1921'
    """
    return span_words(span) if span is not None and is_notation(text) else text


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"


def _round_words(first: int, last: int) -> str:
    """Return the name of the whole year, years, month or months that a span covers; else nothing."""
    (year, month, day), (end_year, end_month, end_day) = year_month_day(first), year_month_day(last)
    if day != 1 or end_day != days_in_month(end_year, end_month):
        return ""
    if (month, end_month) == (1, 12):
        return _year_words(year) if year == end_year else f"{_year_words(year)}-{_year_words(end_year)}"
    if (year, month) == (end_year, end_month):
        return f"{_MONTHS[month - 1]} {_year_words(year)}"
    begin = _MONTHS[month - 1] + ("" if year == end_year else f" {_year_words(year)}")
    return f"{begin} to {_MONTHS[end_month - 1]} {_year_words(end_year)}"


def _joined(first: int, last: int, within_month: str, across: str) -> str:
    """Return both days, with month and year of the first left out where the last repeats them."""
    (year, month, day), (end_year, end_month, _day) = year_month_day(first), year_month_day(last)
    if (year, month) == (end_year, end_month):
        return f"{day}{within_month}{day_words(last)}"
    if year == end_year:
        return f"{day} {_MONTHS[month - 1]}{across}{day_words(last)}"
    return f"{day_words(first)}{across}{day_words(last)}"
