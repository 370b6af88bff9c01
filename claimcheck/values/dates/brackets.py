"""What stands in brackets: a part of the date that an editor adds, or a second date of the same day."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.values.dates.tables import Symbol
from claimcheck.values.value import UnreadableError

_COMPONENTS = {
    "month": ("month",),
    "roman": ("month",),
    "tail": ("year",),
    "dual": ("year",),
    "decade": ("year",),
    "century": ("year",),
    "ymd": ("year", "month", "day"),
    "dmy": ("year", "month", "day"),
    "ym": ("year", "month"),
    "dm": ("month", "day"),
    "monthday": ("month", "day"),
    "feast": ("month", "day"),
    "season": ("month",),
    "part": ("part",),
}


def unbracketed(symbols: list[Symbol], text: str) -> list[Symbol]:
    """
    Return the symbols without brackets.

    "[5] March 1921" and "5 March 1921 (Saturday)" say one thing with and without them. Where brackets
    repeat what stands outside ("5 (18) March 1917") they separate two dates, and a symbol says so.
    """
    found = False
    while ("mark", "(") in symbols:
        opening = symbols.index(("mark", "("))
        closing = next((i for i in range(opening, len(symbols)) if symbols[i] == ("mark", ")")), len(symbols))
        before, inside, after = symbols[:opening], symbols[opening + 1 : closing], symbols[closing + 1 :]
        if set(_components(inside)).isdisjoint(_components([*before, *after])):
            symbols = [*before, *inside, *after]
            continue
        if found:
            raise UnreadableError(f"too many dates in {text!r}", "write one value for each")
        found = True
        symbols = [*before, ("sep", "double"), *inside, *after]
    return [symbol for symbol in symbols if symbol != ("mark", ")")]


def _components(symbols: list[Symbol]) -> Iterator[str]:
    for name, value in symbols:
        if name == "num":
            yield "day" if value <= 31 else "year"
        else:
            yield from _COMPONENTS.get(name, ())
