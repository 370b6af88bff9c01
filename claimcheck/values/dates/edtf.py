"""EDTF, the Extended Date/Time Format of ISO 8601-2, levels 0 to 2."""

from __future__ import annotations

import re

from claimcheck.values.dates.mask import Mask
from claimcheck.values.dates.moment import Hedge, Moment
from claimcheck.values.dates.phrase import Phrase, Point
from claimcheck.values.value import UnreadableError

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})(?:S([1-9][0-9]{0,2}))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?",
    re.ASCII,
)
_LONG_YEAR = re.compile(r"Y(-?)([1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]{0,2}))?", re.ASCII)
# The date line allows shifts of up to 14 hours, and UTC is never written as a negative shift.
_TIME = re.compile(
    r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(?:Z|(?!-00(?::00)?$)[+-](?:(?:0\d|1[0-3])(?::[0-5]\d)?|14(?::00)?))?",
    re.ASCII,
)
_LOOKS_LIKE = re.compile(r"[0-9XYESTZ:+\-/.,?~%\[\]{}]+", re.ASCII)

_FIGURES = {"": (), "~": ("about",), "?": ("uncertain",), "%": ("about", "uncertain")}
_FIRST_SEASON, _LAST_SEASON = 21, 41
_MOST_DIGITS = 100
_MOST_LETTERS = 1000
_HINT = "EDTF is written like 1921, 1921-03, 1921-03-17, 1921-03-11/1921-03-17, ../1936, 1921-03~ or 192X"


def looks_like_edtf(text: str) -> bool:
    """Tell whether the text has only the letters of EDTF: the quick way to know most words from it."""
    return _LOOKS_LIKE.fullmatch(text) is not None


class NotEdtfError(UnreadableError):
    """The text has not the form of EDTF, so that it may still be words."""


def parse_edtf(text: str) -> Phrase:
    """
    Return what an EDTF string says.

    `NotEdtfError` when it has not the form of EDTF; the days of a month are checked only when the
    phrase is read in a calendar.
    """
    if not looks_like_edtf(text):
        raise _not_edtf(text)
    if len(text) > _MOST_LETTERS:
        raise UnreadableError(f"too long to be read: {len(text)} characters", _HINT)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _date_time(text)
    return Phrase(op="in", points=(_date(text),), is_notation=True)


def _not_edtf(text: str) -> NotEdtfError:
    return NotEdtfError(f"{_short(text)!r} is not EDTF", _HINT, "date-not-edtf")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def _interval(text: str) -> Phrase:
    begin_text, slash, end_text = text.partition("/")
    if "/" in end_text or slash == text:
        raise _not_edtf(text)
    notes = []
    points: list[Point | None] = []
    for name, part in (("begin", begin_text), ("end", end_text)):
        if part == "":
            notes.append(f"the {name} is unknown")
        points.append(None if part in ("", "..") else _date(part))
    return Phrase(op="lasting", points=tuple(points), notes=tuple(notes), is_notation=True)


def _set(text: str) -> Phrase:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise _not_edtf(text)
    parts = text[1:-1].split(",")
    members = []
    for i, part in enumerate(parts):
        low, dots, high = part.partition("..")
        if not dots:
            members.append(Phrase(op="in", points=(_date(part),)))
        elif low and high:
            members.append(_range(low, high))
        elif high and i == 0:
            members.append(Phrase(op="by", points=(_date(high),)))
        elif low and i == len(parts) - 1:
            members.append(Phrase(op="onward", points=(_date(low),)))
        else:
            raise _not_edtf(text)
    notes = ("all dates of the set are meant, and each is compared as one of them",) if text[0] == "{" else ()
    return Phrase(op="any", phrases=tuple(members), notes=notes, is_notation=True)


def _range(low: str, high: str) -> Phrase:
    """Return "all from one to the other", which must be of one precision to be counted through."""
    begin, end = _date(low), _date(high)
    if (
        isinstance(begin, Mask)
        or isinstance(end, Mask)
        or (begin.unit, 1, 1) != (end.unit, begin.n_years, end.n_years)
    ):
        raise NotEdtfError(
            f"{_short(low)!r} and {_short(high)!r} are not of one precision",
            "a range in a set runs from year to year, from month to month or from day to day",
            "date-edtf-invalid",
        )
    return Phrase(op="between", points=(begin, end))


def _date_time(text: str) -> Phrase:
    date, _, time = text.partition("T")
    match = _DATE.fullmatch(date)
    if match is None or match[9] is None or not date.replace("-", "").isdigit() or not _TIME.fullmatch(time):
        raise _not_edtf(text)
    return Phrase(
        op="in", points=(_date(date),), notes=("the time of day is not compared",), is_notation=True
    )


def _date(text: str) -> Point:
    match = _DATE.fullmatch(text)
    if match is None:
        return _long_year(text)
    left_year, year, significant, right_year, left_month, month, right_month, left_day, day, right_day = (
        match.groups()
    )
    if year == "-0000":
        raise NotEdtfError(
            "the year 0 has no sign", "write 0000 for 1 BC, -0001 for 2 BC", "date-edtf-invalid"
        )
    if significant is not None:
        if month is not None or "X" in year or left_year:
            raise _not_edtf(text)
        return _significant(int(year), int(significant), right_year, text)
    hedges = _hedges((left_year, right_year, "year"))
    if month is not None:
        hedges += _hedges((left_month, right_month, "month"))
    if day is not None:
        hedges += _hedges((left_day, right_day, "day"))
    if "X" in text:
        return _mask(text, year, month or "", day or "", hedges)
    return _plain(text, int(year), month, day, hedges)


def _hedges(component: tuple[str, str, str]) -> tuple[Hedge, ...]:
    # On the right a qualifier covers all that stands before it, and widens by its finest unit; on the
    # left it covers its own component. Both come to a hedge on that unit.
    left, right, unit = component
    return tuple(
        Hedge(figure=figure, unit=unit) for figure in dict.fromkeys((*_FIGURES[left], *_FIGURES[right]))
    )


def _plain(text: str, year: int, month: str | None, day: str | None, hedges: tuple[Hedge, ...]) -> Moment:
    if month is None:
        return Moment(year=year, unit="year", hedges=hedges)
    number = int(month)
    if _FIRST_SEASON <= number <= _LAST_SEASON and day is None:
        return Moment(year=year, season=number, unit="season", hedges=hedges)
    if not 1 <= number <= 12 and not (number == 13 and day is not None):
        # Month 13 may be a Republican's complementary days; the calendar decides.
        raise NotEdtfError(
            f"there is no month {month} in {_short(text)!r}",
            "months are 01-12, seasons and quarters 21-41",
            "date-nonexistent",
        )
    if day is None:
        return Moment(year=year, month=number, unit="month", hedges=hedges)
    return Moment(year=year, month=number, day=int(day), unit="day", hedges=hedges)


def _mask(text: str, year: str, month: str, day: str, hedges: tuple[Hedge, ...]) -> Mask:
    if (month and not re.fullmatch("0[1-9X]|1[0-2X]|X[0-9X]", month)) or (
        day and not re.fullmatch("0[1-9X]|[12X][0-9X]|3[01X]", day)
    ):
        raise NotEdtfError(
            f"no date fits {_short(text)!r}", "months are 01-12, days 01-31", "date-nonexistent"
        )
    return Mask(text=text, year=year, month=month, day=day, hedges=hedges)


def _long_year(text: str) -> Moment:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        raise _not_edtf(text)
    sign, digits, exponent, significant = match.groups()
    n_digits = len(digits) + int(exponent or 0)
    if exponent is None and n_digits < 5:
        raise NotEdtfError(
            f"{text!r} has too few digits", "a year of four digits takes no Y", "date-edtf-invalid"
        )
    if n_digits > _MOST_DIGITS:
        raise UnreadableError(
            "the year is too large to be read",
            f"years have {_MOST_DIGITS} digits at most",
            "date-year-too-large",
        )
    year = int(digits) * 10 ** int(exponent or 0) * (-1 if sign else 1)
    if significant is None:
        return Moment(year=year, unit="year")
    return _significant(year, int(significant), "", text)


def _significant(year: int, n_digits: int, qualifier: str, text: str) -> Moment:
    """
    Return all years that share the significant digits: 1950S2 is some year of 1900-1999.

    Zeros at the beginning are not significant: 0950S2 is some year of 0950-0959.
    """
    n_all = len(str(abs(year)))
    if n_digits > n_all:
        raise NotEdtfError(
            f"{_short(text)!r} has not as many digits", f"S takes 1 to {n_all} here", "date-edtf-invalid"
        )
    step = int(10 ** (n_all - n_digits))
    least = abs(year) // step * step
    first = least if year >= 0 else -(least + step - 1)
    hedges = _hedges(("", qualifier, "year"))
    return Moment(year=first, n_years=step, estimate=year, unit="year", hedges=hedges)
