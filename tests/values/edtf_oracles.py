"""
What edtf-validate and python-edtf say of a string, beside what claimcheck says.

Both are here to be asked in tests, and neither is a norm: where they and we differ, the specification
decides. `CLASSES` lists all ways to differ that are known; docs/edtf.md shows them with their reasons.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.values.context import Context
from claimcheck.values.date import KIND
from claimcheck.values.span import year_month_day
from claimcheck.values.value import UnreadableError

with warnings.catch_warnings():
    # Their grammars rest on names that pyparsing gives up, and our tests take warnings for errors.
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid

EDTF = Context(notation="edtf")

Day = tuple[int, int, int] | None
Bounds = tuple[Day, Day]
"""The first and the last day; None where there is no bound."""


@frozen
class Refusal:
    """No reading, and the code that says why; an oracle that breaks down has no code."""

    code: str = ""


def ours(text: str) -> Bounds | Refusal:
    """Return the bounds that claimcheck reads."""
    try:
        core = KIND.read(text, EDTF).readings[0].core
    except UnreadableError as problem:
        return Refusal(problem.code)
    return _bounds(core)


def ours_tolerated(text: str) -> Bounds:
    """Return the bounds that claimcheck tolerates, by the tolerances of its default profile."""
    return _bounds(KIND.read(text, EDTF).readings[0].envelope)


def _bounds(region: Any) -> Bounds:
    days = region.hull()
    first, last = (None if day is None else year_month_day(day) for day in (days.first, days.last))
    return first, last


@cache
def says_validate(text: str) -> bool:
    """Tell whether edtf-validate takes the text for EDTF; when it breaks down, it does not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return bool(is_valid(text))
        except (ValueError, TypeError, KeyError, AttributeError, IndexError):
            return False


@cache
def says_python_edtf(text: str) -> Bounds | None:
    """
    Return the strict bounds of python-edtf, or None when it refuses the text or breaks down.

    It counts ten to the power of whatever stands after E, and would be at Y1E99999999999 for ever.
    """
    if re.search("E[0-9]{5}", text):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            date = parse_edtf(text)
            first, last = date.lower_strict(), date.upper_strict()
        except Exception:  # noqa: BLE001 - whatever its parser lets through
            return None
    return _day(first), _day(last)


def fuzzy_python_edtf(text: str) -> Bounds:
    """Return the bounds of python-edtf with the padding that it gives to qualified components."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        date = parse_edtf(text)
        return _day(date.lower_fuzzy()), _day(date.upper_fuzzy())


def _day(day: Any) -> Day:
    return None if isinstance(day, float) else (int(day[0]), int(day[1]), int(day[2]))


@frozen(kw_only=True)
class Difference:
    """How an oracle differs from us: it `accepts` or `refuses` what we do not, or has other `bounds`."""

    oracle: str
    how: str
    text: str
    code: str = ""


def _validity(text: str) -> Difference | None:
    mine = ours(text)
    if says_validate(text) is not isinstance(mine, Refusal):
        return None
    if isinstance(mine, Refusal):
        return Difference(oracle="edtf-validate", how="accepts", text=text, code=mine.code)
    return Difference(oracle="edtf-validate", how="refuses", text=text)


def _reading(text: str) -> Difference | None:
    mine, theirs = ours(text), says_python_edtf(text)
    if isinstance(mine, Refusal):
        if theirs is None:
            return None
        return Difference(oracle="python-edtf", how="accepts", text=text, code=mine.code)
    if theirs == mine:
        return None
    return Difference(oracle="python-edtf", how="refuses" if theirs is None else "bounds", text=text)


ORACLES: dict[str, Callable[[str], Difference | None]] = {
    "edtf-validate": _validity,
    "python-edtf": _reading,
}


@frozen
class Class:
    """
    One way in which an oracle differs from us.

    `example` shows it, `pattern` is searched in the text, and `code` is the problem that we report,
    where we refuse. `reason` stands in docs/edtf.md.
    """

    oracle: str
    how: str
    example: str
    reason: str
    pattern: str
    code: str = ""

    def explains(self, difference: Difference) -> bool:
        """Tell whether this is the way in which they differ."""
        return (
            (self.oracle, self.how, self.code) == (difference.oracle, difference.how, difference.code)
        ) and re.search(self.pattern, difference.text) is not None


def unexplained(difference: Difference | None) -> Difference | None:
    """Return the difference when no class explains it."""
    if difference is None or any(each.explains(difference) for each in CLASSES):
        return None
    return difference


_MARK = "[?~%]"
_SEASON = rf"(?:^|[/,.\[{{]){_MARK}?-?\d{{4}}{_MARK}?-{_MARK}?(?:2[1-9]|3\d|4[01])(?!\d|-|X)"
_LIST = r"^[\[{]"
# What both oracles read beside an open or unknown end.
_PLAIN = rf"-?\d{{4}}(?:-2[1-4]|-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?{_MARK}?"
_BESIDE_NO_END = rf"^(?:\.\.)?/(?!{_PLAIN}$)|^(?!{_PLAIN}/).*/(?:\.\.)?$"
_QUALIFIED_PATTERN = rf"^(?=.*X).*{_MARK}"
_QUALIFIED_SEASON = rf"^(?=.*{_MARK}).*{_SEASON}"
_QUALIFIED_TWICE = rf"{_MARK}[^/,.]*{_MARK}"
_QUALIFIED_RANGE = rf"{_LIST}.*(?:\.\.[^,]*(?:X|{_MARK})|(?:X|{_MARK})[^,]*\.\.)"
_LONG_YEAR_AMONG_OTHERS = r"^(?=.*[/\[{]).*[YS]"
_SINGLE = r"^[\[{][^,]+[\]}]$"
_SEASON_IN_SET = rf"^(?=[\[{{]).*{_SEASON}"
_NO_SHIFT = r"T.*\+00(?::00)?$"


def _classes(oracle: str, how: str, *rows: tuple[str, str, str] | tuple[str, str, str, str]) -> list[Class]:
    return [
        Class(oracle=oracle, how=how, example=example, reason=reason, pattern=pattern, code="".join(code))
        for example, reason, pattern, *code in rows
    ]


_BOTH_REFUSE = (
    ("?1XXX-~12", "Digits may be unspecified in a qualified date.", _QUALIFIED_PATTERN),
    ("/2004?-06-11", "An open or unknown end may stand beside any date.", _BESIDE_NO_END),
    ("2001-21/2001%-23", "A qualifier may stand at any component, the season's too.", _QUALIFIED_SEASON),
    ("2004-%06~", "One date may bear several qualifiers.", _QUALIFIED_TWICE),
    ("Y17E7/Y18E7", "A long year, or one with `S`, is a date too.", _LONG_YEAR_AMONG_OTHERS),
    ("[1760-21,1761]", "A season may be a member of a set.", _SEASON_IN_SET),
    ("[1667]", "A set may have one member.", _SINGLE),
    ("[1667,1668~..1670]", "The first or last date of a range may be qualified, or have unspecified digits"
     " beside an open end.", _QUALIFIED_RANGE),
    ("1985-04-12T23:59:59+00:00", "ISO 8601 writes UTC as `Z` or as `+00:00`.", _NO_SHIFT),
)  # fmt: skip

CLASSES: tuple[Class, ...] = (
    *_classes(
        "edtf-validate",
        "refuses",
        *_BOTH_REFUSE,
        ("1950S2~", "A year with `S` may be qualified.", r"S\d+[?~%]"),
        ("[..1760,1668,1670..1672]", "A range may follow an open beginning.", rf"{_LIST}\.\..*,.*\.\."),
        ("2004-06-11/2004-06", "It may end in the month in which it began.", r"^\S?(-?\d{4})[^/]+/\S?\1"),
        (
            "-0100-02/-0100-03",
            "Within a year before the year 0 the months run as in any other.",
            r"^-\d{4}.*/-\d{4}",
        ),
        (
            "../-1985",
            "An open beginning lies before every year, those before the year 0 too.",
            r"^(?:\.\.)?/-",
        ),
        ("../0000", "The year 0 is a year, and may end an interval.", r"^(?=.*/).*0000"),
    ),
    *_classes(
        "edtf-validate",
        "accepts",
        ("1950S5", "A year has no more significant digits than digits.", r"S\d", "date-edtf-invalid"),
        ("1985-02-29", "There was no such day.", r"^[^X]*$", "date-nonexistent"),
        ("19X1-02-29", "No year that fits had such a day.", "X", "date-nonexistent"),
        ("Y1E100", "Valid, but claimcheck reads years of 100 digits at most.", "Y", "date-year-too-large"),
        ("[1672..1670]", "A range runs forward.", _LIST, "date-reversed"),
        ("[1667 ,1668]", "The specification allows no blanks.", r"\s", "date-not-edtf"),
        ("1985-04T10:10:10", "A time of day needs a whole date.", r"^-?\d{4}(?:-\d\d)?T", "date-not-edtf"),
        ("-0100-03/-0100-02", "It ends before it begins.", r"^-\d{4}.*/-\d{4}", "date-reversed"),
        ("2001-22/2001-05", "Summer begins after May: it ends before it begins.", _SEASON, "date-reversed"),
    ),
    *_classes(
        "python-edtf",
        "refuses",
        *_BOTH_REFUSE,
        (
            "1984-1X",
            "An example of the specification; it breaks down on most patterns in months and days.",
            r"-[?~%]?(?:\dX|X\d)|/.*-XX|-XX.*/",
        ),
        ("-156X-12-25", "Years before the year 0 may have unspecified digits.", r"^(?:.*[/,\[{])?-\d*X"),
    ),
    *_classes(
        "python-edtf",
        "accepts",
        ("1950S5", "A year has no more significant digits than digits.", r"S\d", "date-edtf-invalid"),
        ("1950S2-05", "`S` is followed by a positive number, and ends the date.", r"\dS\d", "date-not-edtf"),
        ("1985-02-29", "There was no such day.", r"^[^X]*$", "date-nonexistent"),
        ("19X1-02-29", "No year that fits had such a day.", "X", "date-nonexistent"),
        ("Y1E100", "Valid, but claimcheck reads years of 100 digits at most.", "Y", "date-year-too-large"),
        ("[1672..1670]", "A range runs forward.", _LIST, "date-reversed"),
        ("2008/1964", "It ends before it begins.", "/", "date-reversed"),
        ("[1667, 1668]", "The specification allows no blanks.", r"\s", "date-not-edtf"),
        ("1985-04T10:10:10", "A time of day needs a whole date.", r"^-?\d{4}(?:-\d\d)?T", "date-not-edtf"),
    ),
    *_classes(
        "python-edtf",
        "bounds",
        ("1985-04-12/", "An unknown end has no bound; ten years are a guess.", "^/|/$"),
        ("1950S2", "Some year of 1900-1999, by the specification, not 1950 alone.", r"S\d"),
        ("2001-24", "A winter does not end with the year.", r"-(?:24|28|30)(?!\d)"),
        ("19XX-02-29", "Only leap years have the day: the first is 1904, the last 1996.", "X.*-02-29"),
        ("-000X", "There is no year -0000: the last is -0001.", r"-0+X"),
    ),
)
"""All known ways to differ; each must still occur, and whatever occurs must be among them."""


def table(oracle: str, how: str) -> str:
    """Return the rows of docs/edtf.md for one oracle and one way to differ."""
    rows = [
        f"| `{each.example}` | {each.reason} |\n"
        for each in CLASSES
        if (each.oracle, each.how) == (oracle, how)
    ]
    return "| For example | Why |\n| --- | --- |\n" + "".join(rows)
