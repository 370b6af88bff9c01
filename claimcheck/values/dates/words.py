"""Worded dates: symbols to a phrase."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from claimcheck.values.dates.calendars import GREGORIAN
from claimcheck.values.dates.calendars import JULIAN as JULIAN_CALENDAR
from claimcheck.values.dates.draft import Draft, draft, finished, is_western, share
from claimcheck.values.dates.lexer import read_symbols
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.dates.tables import Symbol, date_lexicon
from claimcheck.values.value import UnreadableError

_CONTENT = frozenset(
    (
        *("num", "roman", "tail", "decade", "ymd", "dmy", "dm", "ym", "dual"),
        *("month", "weekday", "part", "century", "season", "era"),
    )
)
_OPERATIONS = frozenset(("op", "ablative", "from-or-of", "from-or-since"))
_SEPARATORS = frozenset(("to", "and", "or", "slash"))
_LONGEST_LIST = 40
_OFFSETS = range(10, 14)
"""Days between the two calendars from 1582 to 2100."""


def parse_words(text: str, language: str) -> Phrase:
    """Return what a worded date says; UnreadableError says which words cannot be read."""
    symbols = read_symbols(text, date_lexicon(language))
    calendar, symbols = _take_calendar(symbols, text)
    if any(name in ("ym", "mark") for name, _ in symbols):
        symbols = _with_years_joined(symbols)
    symbols = [symbol for symbol in symbols if symbol[0] != "of"]
    for i in range(1, len(symbols) - 1):
        if symbols[i] == ("sep", "and") and symbols[i + 1][0] == "op":
            return _window(symbols[:i], symbols[i + 1 :], calendar, text)
    op, symbols = _take_operation(symbols, text)
    groups, separators = _grouped(symbols, text)
    drafts = [draft(group, text) for group in groups]
    if op == "in" and len(drafts) == 2 and not drafts[0].has_time:
        op = "between"  # "the early to mid-1920s" is some time in them
    for left, right in [*reversed(list(pairwise(drafts))), *pairwise(drafts)]:
        share(left, right)
    phrase = _phrase(op, separators, drafts, text)
    return _named(phrase, drafts, calendar, text)


def _window(before: list[Symbol], after: list[Symbol], calendar: str, text: str) -> Phrase:
    """Read two bounds: "not before 5 and not after 9 March 1921"."""
    sides = [_take_operation(symbols, text) for symbols in (before, after)]
    if (sides[0][0] in _LOWER, sides[1][0] in _UPPER) != (True, True):
        raise UnreadableError(f"cannot put together the bounds of {text!r}", "write: between A and B")
    drafts = [draft([symbol for symbol in symbols if symbol[0] != "mark"], text) for _, symbols in sides]
    share(*drafts)
    phrases = tuple(_bounded(op, finished(one, text)) for (op, _), one in zip(sides, drafts, strict=True))
    return _named(Phrase(op="window", phrases=phrases), drafts, calendar, text)


_LOWER = frozenset(("onward", "after", "from"))
_UPPER = frozenset(("by", "before", "until"))


def _bounded(op: str, moment: Moment) -> Phrase:
    """Return one bound. "Before the end of 1920" is within 1920, "after the beginning of" it too."""
    part = moment.part
    if part is None or part.manner != "edge":
        return Phrase(op=op, points=(moment,))
    is_end = part.k == part.n
    bound = _EDGES.get((op, is_end))
    return Phrase(op=bound or op, points=(evolve(moment, part=None) if bound else moment,))


_EDGES = {
    ("before", True): "by",
    ("before", False): "before",
    ("after", True): "after",
    ("after", False): "onward",
    ("by", True): "by",
    ("onward", False): "onward",
}


def _take_calendar(symbols: list[Symbol], text: str) -> tuple[str, list[Symbol]]:
    calendars = {value for name, value in symbols if name == "calendar"}
    if not calendars:
        return "", symbols
    if len(calendars) > 1:
        raise UnreadableError(f"{text!r} names two calendars", "write one value for each")
    return next(iter(calendars), ""), [symbol for symbol in symbols if symbol[0] != "calendar"]


def _with_years_joined(symbols: list[Symbol]) -> list[Symbol]:
    """Join "1731/2", and take apart a winter's "1911-12", which is no month."""
    joined: list[Symbol] = []
    has_season = any(name == "season" for name, _ in symbols)
    for name, value in symbols:
        if name == "ym" and (has_season or value[0][1] > 12):
            year, ending = value[0]
            joined.append(_pair_of_years(year, ending, is_one=has_season))
        elif name == "num" and len(joined) > 1 and joined[-1] == ("mark", "/") and joined[-2][0] == "num":
            year = joined[-2][1]
            if year < 100:
                joined.append((name, value))
                continue
            joined[-2:] = [_pair_of_years(year, value, is_one=True)]
        else:
            joined.append((name, value))
    return [part for symbol in joined for part in (symbol[1] if symbol[0] == "range" else (symbol,))]


def _pair_of_years(year: int, ending: int, *, is_one: bool) -> Symbol:
    if ending < 100:
        step = 10 if ending < 10 and year % 10 < 9 else 100
        ending += year // step * step
        ending += step if ending <= year else 0
    if is_one and ending == year + 1:
        return "dual", (year, ending)
    return "range", (("num", year), ("mark", "-"), ("num", ending))


def _take_operation(symbols: list[Symbol], text: str) -> tuple[str, list[Symbol]]:
    """
    Return the operation and the symbols without it.

    Operations stand before or after their moments ("by 5 March", "5 Mart'a kadar"); "until" between two
    moments separates them.
    """
    op, kept = "in", list[Symbol]()
    for i, (name, value) in enumerate(symbols):
        if name not in _OPERATIONS:
            kept.append((name, value))
            continue
        has_before = any(kind in _CONTENT for kind, _ in kept)
        has_after = any(kind in _CONTENT for kind, _ in symbols[i + 1 :])
        if name == "op":
            if value == "until" and has_before and has_after and op in ("in", "from", "night"):
                kept.append(("sep", "to"))
            else:
                op = _joined_operations(op, value, text)
        elif name == "ablative" and has_after:
            kept.append(("sep", "to"))
        elif name == "from-or-since" or (name == "from-or-of" and not has_before and _has_end(symbols[i:])):
            op = "from" if op == "in" else op
    return op, kept


def _has_end(symbols: list[Symbol]) -> bool:
    return any(symbol in (("sep", "to"), ("op", "until"), ("mark", "-")) for symbol in symbols)


def _joined_operations(op: str, further: str, text: str) -> str:
    if op in ("in", further):
        return further
    if (op, further) == ("from", "onward"):
        return "from"
    if (op, further) in (("until", "by"), ("by", "until")):
        return "by"
    raise UnreadableError(f"two bounds at once in {text!r}", "write one of them, or: between A and B")


def _grouped(symbols: list[Symbol], text: str) -> tuple[list[list[Symbol]], list[str]]:
    """Return the symbols of each moment, and what stands between the moments."""
    groups: list[list[Symbol]] = [[]]
    separators: list[str] = []
    listed = next((value for name, value in symbols if name == "sep" and value in ("or", "and")), "")
    for i, symbol in enumerate(symbols):
        separator = _separator(symbols, i, listed)
        if separator in _SEPARATORS:
            if groups[-1]:
                separators.append(separator)
                groups.append([])
        elif not separator:
            groups[-1].append(symbol)
    if not groups[-1] or len(groups) > _LONGEST_LIST:
        raise UnreadableError(f"no date ends {text!r}", "write a day, month or year")
    return groups, separators


def _separator(symbols: list[Symbol], i: int, listed: str) -> str:
    """
    Return what a symbol separates: "" nothing, "-" only words that belong together ("mid-March").

    In a list that ends in "and" or "or" a comma before a day separates as that word does.
    """
    name, value = symbols[i]
    if name == "sep":
        return str(value)
    if name != "mark":
        return ""
    before = symbols[i - 1][0] if i else ""
    after = symbols[i + 1][0] if i + 1 < len(symbols) else ""
    if value == "-":
        return "-" if before in ("part", "hedge", "") or after == "century" else "to"
    if value == "/":
        return "slash"
    if value == ",":
        is_list = before in ("num", "month") and after == "num" and symbols[i + 1][1] <= 31
        return listed if listed and is_list else "-"
    return ""


def _phrase(op: str, separators: list[str], drafts: list[Draft], text: str) -> Phrase:
    kinds = set(separators)
    if not kinds:
        if op == "between":
            raise UnreadableError(f"{text!r} names one date only", "write: between 11 and 17 March 1921")
        return _bounded(op, finished(drafts[0], text))
    if len(kinds) > 1:
        raise UnreadableError(f"too many dates in {text!r}", "write one value for each")
    kind = kinds.pop()
    if kind == "slash":
        return _slashed(op, drafts, text)
    points = tuple(finished(one, text) for one in drafts)
    if kind == "or":
        return Phrase(op="any", phrases=tuple(Phrase(op=op, points=(point,)) for point in points))
    if len(points) == 2:
        paired = _PAIRED.get((op, kind))
        if paired is not None:
            return Phrase(op=paired, points=points)
    elif (op, kind) == ("in", "and"):
        return Phrase(op="both", points=points)
    raise UnreadableError(f"cannot put together {text!r}", "write: between 11 and 17 March, or 11-17 March")


_PAIRED = {
    ("in", "to"): "lasting",
    ("from", "to"): "lasting",
    ("until", "to"): "lasting",
    ("throughout", "to"): "lasting",
    ("between", "to"): "between",
    ("night", "to"): "night",
    ("in", "and"): "both",
    ("between", "and"): "between",
    ("night", "and"): "night",
}


def _slashed(op: str, drafts: list[Draft], text: str) -> Phrase:
    """Read "27/28 April": a night; "5/18 March": one day in two calendars; otherwise one or the other."""
    points = tuple(finished(one, text) for one in drafts)
    if len(points) != 2 or op not in ("in", "night", "by", "before", "after", "until", "from", "onward"):
        raise UnreadableError(f"cannot put together {text!r}", "write two dates with 'or' or 'and'")
    if op == "night":
        return Phrase(op="night", points=points)
    if _is_double_date(*points):
        note = f"a double date: Julian, then Gregorian; {text!r} is one day"
        return Phrase(op=op, points=points[1:], calendar="gregorian", notes=(note,))
    first, second = points
    if op == "in" and first.unit == second.unit == "day" and second.day == (first.day or 0) + 1:
        return Phrase(op="between", points=points)
    return Phrase(op="any", phrases=tuple(Phrase(op=op, points=(point,)) for point in points))


def _is_double_date(first: Moment, second: Moment) -> bool:
    if first.unit != "day" or second.unit != "day" or first.month is None or second.month is None:
        return False
    if first.year is None or second.year is None:
        return first.month == second.month and (second.day or 0) - (first.day or 0) in _OFFSETS
    try:
        return first.days(JULIAN_CALENDAR) == second.days(GREGORIAN)
    except UnreadableError:
        return False


def _named(phrase: Phrase, drafts: list[Draft], calendar: str, text: str) -> Phrase:
    """Return the phrase with the calendar that its words or its months name, and the months' language."""
    families = {one.family for one in drafts if one.family}
    if not families and not calendar:
        return phrase
    own = {family for family in families if family not in ("roman",) and not is_western(family)}
    if len(own | ({calendar} - {""})) > 1 or (own and any(is_western(family) for family in families)):
        raise UnreadableError(
            f"the months of {text!r} belong to different calendars", "write one value for each"
        )
    western = next((family for family in families if is_western(family)), "")
    return evolve(phrase, calendar=phrase.calendar or calendar or next(iter(own), ""), language=western)
