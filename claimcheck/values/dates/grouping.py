"""The symbols of a worded date parted into those of each moment."""

from __future__ import annotations

from claimcheck.values.dates.tables import Symbol
from claimcheck.values.value import UnreadableError

_SEPARATORS = frozenset(("to", "to-or-in", "and", "or", "either", "slash", "double"))
_DIVIDERS = frozenset(("sep", "mark"))
_LONGEST_LIST = 40


def grouped(symbols: list[Symbol], text: str) -> tuple[list[list[Symbol]], list[str]]:
    """Return the symbols of each moment, and what stands between the moments."""
    groups: list[list[Symbol]] = [[]]
    separators: list[str] = []
    if symbols and _DIVIDERS.isdisjoint([name for name, _ in symbols]):
        return [symbols], separators
    if ("sep", "either") in symbols:
        symbols = _with_or(symbols)
    listed = next((value for name, value in symbols if name == "sep" and value in ("or", "and")), "")
    for i, symbol in enumerate(symbols):
        separator = _separator(symbols, i, listed) if symbol[0] in _DIVIDERS else ""
        if separator in _SEPARATORS:
            if groups[-1]:
                separators.append("to" if separator == "to-or-in" else separator)
                groups.append([])
            elif separator != "to-or-in" and not _may_repeat(separator, i, separators, listed):
                raise UnreadableError(f"cannot put together {text!r}", "name a date on each side of it")
        elif not separator:
            groups[-1].append(symbol)
    if not groups[-1] or len(groups) > _LONGEST_LIST:
        raise UnreadableError(f"no date ends {text!r}", "write a day, month or year")
    return groups, separators


def _with_or(symbols: list[Symbol]) -> list[Symbol]:
    """Return "soit A soit B" as "either A or B"."""
    places = [i for i, symbol in enumerate(symbols) if symbol == ("sep", "either")]
    return [("sep", "or") if i in places[1:] else symbol for i, symbol in enumerate(symbols)]


def _may_repeat(separator: str, i: int, separators: list[str], listed: str) -> bool:
    """Tell whether a separator with no date before it says nothing: "either", "5, and 6 March"."""
    if separator == "either":
        return listed == "or"
    return i > 0 and bool(separators) and separators[-1] == separator


def _separator(symbols: list[Symbol], i: int, listed: str) -> str:
    """
    Return what a separator or mark separates: "" nothing, "-" only words that belong together ("mid-March").

    In a list that ends in "and" or "or" a comma before a day separates as that word does.
    """
    name, value = symbols[i]
    if name == "sep":
        return str(value)
    before = symbols[i - 1][0] if i else ""
    after = symbols[i + 1][0] if i + 1 < len(symbols) else ""
    if value in ("-", "/") and _binds(symbols, i, before, after):
        return "-"
    if value == "-":
        # "Mid-March" is one thing; after "Şubat sonu" the part is over.
        is_over = before == "part" and i > 1 and symbols[i - 2][0] in ("month", "num", "season", "decade")
        is_bound = (before in ("part", "hedge", "") and not is_over) or after == "century"
        return "-" if is_bound else "to"
    if value == "/":
        return "slash"
    if value == ",":
        is_list = before in ("num", "month") and after == "num" and symbols[i + 1][1] <= 31
        return listed if listed and is_list else "-"
    return ""


def _binds(symbols: list[Symbol], i: int, before: str, after: str) -> bool:
    """Tell whether a mark stands within one date: "5/III 1921", "5-Mar-1921"."""
    if before == "num" and symbols[i - 1][1] <= 31:
        is_again = i + 2 < len(symbols) and symbols[i + 2][0] == "mark"
        return after == "roman" or (after == "month" and is_again)
    if before in ("roman", "month") and after == "num" and symbols[i + 1][1] > 31:
        return before == "roman" or (i >= 2 and symbols[i - 2][0] == "mark")
    return False
