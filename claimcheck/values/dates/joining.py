"""Symbols that mean something together: "third week", "20-е годы", "last Sunday", "1731/2"."""

from __future__ import annotations

from claimcheck.values.dates.tables import PARTS, Symbol
from claimcheck.values.value import UnreadableError

_JOINABLE = frozenset(("fraction", "noun", "weekday", "of-or-century", "last", "ym", "mark"))
_CONTENT = frozenset(("num", "roman", "tail", "decade", "ymd", "dmy", "dm", "ym", "dual", "month"))


def joined(symbols: list[Symbol], text: str) -> list[Symbol]:
    """Return the symbols with those replaced by one that mean one thing together."""
    names = {name for name, _ in symbols}
    if names.isdisjoint(_JOINABLE):
        return symbols
    if "ym" in names or ("mark", "/") in symbols or ("season" in names and "mark" in names):
        symbols = _with_years_joined(symbols)
    if names <= {"ym", "mark", "num", "month", "dmy", "ymd", "dm", "op", "sep"}:
        return symbols
    done: list[Symbol] = []
    for i, symbol in enumerate(symbols):
        join = _JOINS.get(symbol[0])
        if join is None:
            done.append(symbol)
        else:
            join(done, symbol, symbols[i + 1][0] if i + 1 < len(symbols) else "", text)
    return done


def _fraction(done: list[Symbol], symbol: Symbol, _following: str, text: str) -> None:
    """Join "third week", "1st quarter", "letzten Tagen"."""
    name, value = done.pop() if done else ("", 0)
    n = symbol[1]
    if n == "days" and (name == "last" or (name, value) == ("num", 1)):
        done.append(("part", PARTS["late" if name == "last" else "early"]))
    elif n != "days" and name == "last":
        done.append(("part", (n or -1, n, "exact")))
    elif n != "days" and name == "num" and 1 <= value <= (n or 5):
        done.append(("part", (value, n, "exact")))
    else:
        raise UnreadableError(f"it is not said which part is meant in {text!r}", "write: first half of 1920")


def _weekday(done: list[Symbol], symbol: Symbol, following: str, _text: str) -> None:
    """Join "first Monday" of a month; elsewhere the weekday is only checked."""
    name, value = done[-1] if done else ("", 0)
    if following == "month" and (name == "last" or (name == "num" and value <= 5)):
        done[-1] = ("nth", (-1 if name == "last" else value, symbol[1]))
    else:
        done.append(symbol)


def _noun(done: list[Symbol], symbol: Symbol, following: str, text: str) -> None:
    """Drop "year" and the like, unless something depends on it: "the day after", "20-е годы"."""
    name, value = done[-1] if done else ("", 0)
    if symbol[1] == "decades" and name == "num" and value % 10 == 0 and value < 100:
        done[-1] = ("decade", value)
    elif symbol[1] == "clock":
        if name != "num" or value > 24:
            raise UnreadableError(f"cannot put together {text!r}", "write the date without the hour")
        done.pop()
    elif symbol[1] == "ottoman":
        done.append(("ottoman", ""))
    elif (name, value) == ("mark", "-"):
        done.pop()
    elif following == "op" and name not in _CONTENT:
        raise UnreadableError(f"cannot put together {text!r}", "write the date itself")


def _of_or_century(done: list[Symbol], _symbol: Symbol, following: str, _text: str) -> None:
    """Read "в" as "in", or as the short form of the century behind its number."""
    name = done[-1][0] if done else ""
    if (name == "roman" and following not in _CONTENT) or (name == "num" and following in ("", "era", "op")):
        done.append(("century", ""))


_JOINS = {
    "fraction": _fraction,
    "weekday": _weekday,
    "noun": _noun,
    "of-or-century": _of_or_century,
}


def _with_years_joined(symbols: list[Symbol]) -> list[Symbol]:
    """Join "1731/2", and take apart a winter's "1911-12", which is no month."""
    made: list[Symbol] = []
    has_season = any(name == "season" for name, _ in symbols)
    for i, (name, value) in enumerate(symbols):
        is_day = symbols[i + 1 : i + 2] and symbols[i + 1][0] == "month"
        if name == "ym" and (has_season or value[0][1] > 12):
            year, ending = value[0]
            made.append(_pair_of_years(year, ending, is_one=has_season))
        elif name == "num" and not is_day and _is_second_year(made, has_season=has_season):
            year = made[-2][1]
            if year < 100:
                made.append((name, value))
                continue
            if value > year + _FAR_APART:
                raise UnreadableError(
                    f"{year} and {value} are years of two calendars", "write one of them, and its calendar"
                )
            made[-2:] = [_pair_of_years(year, value, is_one=True)]
        else:
            made.append((name, value))
    return [part for symbol in made for part in (symbol[1] if symbol[0] == "range" else (symbol,))]


_FAR_APART = 300
"""Years: "1337/1921" is one year in two calendars, no stretch of six centuries."""


def _is_second_year(made: list[Symbol], *, has_season: bool) -> bool:
    if len(made) < 2 or made[-2][0] != "num":
        return False
    return made[-1] == ("mark", "/") or (has_season and made[-1] == ("mark", "-"))


def _pair_of_years(year: int, ending: int, *, is_one: bool) -> Symbol:
    if ending < 100:
        step = 10 if ending < 10 and year % 10 < 9 else 100
        ending += year // step * step
        ending += step if ending <= year else 0
    if is_one and ending == year + 1:
        return "dual", (year, ending)
    return "range", (("num", year), ("mark", "-"), ("num", ending))
