"""Worded distances between days: after, three days later, within a week, the day before."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from math import ceil, floor

from attrs import frozen

from claimcheck.values.dates.lexer import read_symbols
from claimcheck.values.dates.tables import Symbol, order_lexicon
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.span import day_number
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

_HINT = (
    "write: after, before, same day, the day after, 3 days later, at least 2 days after, within a week after"
)
_FIGURE = re.compile(r"([+-]?)([0-9]{1,9})", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?=[0-9])((?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,6}D)?)", re.ASCII
)
_MOST = 10**6

_BOUNDS = frozenset(("at-least", "at-most", "more-than", "less-than", "within"))


@frozen(kw_only=True)
class Distance:
    """Whole days by which one thing lies after another, negative when before: asserted, and tolerated."""

    core: Numbers
    envelope: Numbers
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class _Slots:
    """What the symbols of a distance name."""

    amounts: tuple[tuple[int, int], ...] = ()
    unit: str = ""
    bound: str = ""
    direction: int = 0
    is_range: bool = False
    is_half: bool = False
    is_hedged: bool = False


def parse_distance(text: str, language: str, tolerances: Tolerances) -> Distance:
    """Return the days that the words leave possible; UnreadableError when they name no distance."""
    figures = _figures(text.strip())
    if figures is not None:
        return Distance(core=figures, envelope=figures)
    symbols = [
        symbol for symbol in read_symbols(text, order_lexicon(language), _HINT) if symbol[0] != "filler"
    ]
    phrase = _phrase([symbol for symbol in symbols if symbol[0] != "hedge"], len(symbols), tolerances)
    if phrase is not None:
        return phrase
    slots = _slots(_taken_apart(symbols), tolerances, text)
    core = _core(slots, text)
    if not slots.is_hedged:
        return Distance(core=core, envelope=core)
    return Distance(core=core, envelope=_hedged(core, tolerances))


def _figures(text: str) -> Numbers | None:
    """Read "+3", "-2" and ISO durations such as P3D."""
    text = text.replace("−", "-")
    match = _FIGURE.fullmatch(text)
    if match:
        number = int(match[2]) * (-1 if match[1] == "-" else 1)
        return Numbers.between(number, number)
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    low = high = 0
    for number, letter in re.findall("([0-9]+)([YMWD])", match[2]):
        shortest, longest = _length(int(number), {"Y": "year", "M": "month", "W": "week", "D": "day"}[letter])
        low, high = low + shortest, high + longest
    return Numbers.between(-high, -low) if match[1] == "-" else Numbers.between(low, high)


def _phrase(symbols: list[Symbol], n_symbols: int, tolerances: Tolerances) -> Distance | None:
    """Read what stands for itself: "the day after", "before", "soon after"."""
    if len(symbols) != 1:
        return None
    name, value = symbols[0]
    bounds = {"later": (0, None), "earlier": (None, 0)}.get(name)
    if bounds is None and name in ("days", "soon", "day-by"):
        bounds = (value, value) if name == "day-by" else value
    if bounds is None:
        return None
    core = Numbers.between(*bounds)
    notes = ("how soon is not said",) if name == "soon" else ()
    envelope = core if len(symbols) == n_symbols else _hedged(core, tolerances)
    return Distance(core=core, envelope=envelope, notes=notes)


def _taken_apart(symbols: list[Symbol]) -> list[Symbol]:
    """
    Return the symbols with a number for each unit, and with unit and direction of "two days before".

    Russian leaves out the numeral of one: "неделю спустя".
    """
    has_number = any(name in ("num", "count") for name, _ in symbols)
    apart: list[Symbol] = []
    for name, value in symbols:
        if name == "day-by" and has_number:
            apart += [("unit", "day"), ("later" if value == 1 else "earlier", "")]
        elif name == "unit-one":
            apart += [("unit", value)] if has_number else [("count", "one"), ("unit", value)]
        else:
            apart.append((name, value))
    return apart


def _slots(symbols: list[Symbol], tolerances: Tolerances, text: str) -> _Slots:
    amounts: list[tuple[int, int]] = []
    found: dict[str, str] = {}
    flags = set()
    direction = 0
    for i, (name, value) in enumerate(symbols):
        if name == "num" and _is_compound(symbols, i, amounts, text):
            amounts[-1] = (amounts[-1][0] + value,) * 2  # twenty-one
            flags.discard("range")
        elif name in ("num", "count") and _is_misplaced(symbols, i, amounts, found):
            raise _unreadable(text)
        elif name == "num":
            amounts.append((value, value))
        elif name == "count":
            flags |= {"half"} & {value}
            amounts.append(_count(value, tolerances))
        elif name in ("later", "earlier"):
            direction = 1 if name == "later" else -1
        elif name in ("unit", "op") or name in _BOUNDS:
            kind = "unit" if name == "unit" else "bound"
            word = value if name in ("unit", "op") else name
            if found.setdefault(kind, word) != word:
                raise _unreadable(text)
        elif (name, value) in (("sep", "to"), ("sep", "to-or-in"), ("sep", "and"), ("mark", "-")):
            flags.add("range")
        elif name == "hedge":
            flags.add("hedge")
        elif (name, value) != ("sep", "or"):
            raise _unreadable(text)
    return _Slots(
        amounts=tuple(amounts),
        unit=found.get("unit", ""),
        bound=found.get("bound", ""),
        direction=direction,
        is_range="range" in flags,
        is_half="half" in flags,
        is_hedged="hedge" in flags,
    )


def _is_misplaced(
    symbols: list[Symbol], i: int, amounts: list[tuple[int, int]], found: dict[str, str]
) -> bool:
    """Tell whether a number belongs to no unit: "two days after 5"."""
    return "unit" in found or (bool(amounts) and symbols[i - 1][0] not in ("sep", "mark"))


def _is_compound(symbols: list[Symbol], i: int, amounts: list[tuple[int, int]], text: str) -> bool:
    """Tell whether a number is the ones of a number word: "twenty-one", "on beş", "двадцать пять"."""
    if not amounts or any(letter.isdigit() for letter in text):
        return False
    if symbols[i - 1] != ("mark", "-") and symbols[i - 1] != ("num", amounts[-1][0]):
        return False
    tens, ones = amounts[-1][0], symbols[i][1]
    return tens % 10 == 0 and bool(ones < 10 < tens + 1)


def _count(word: str, tolerances: Tolerances) -> tuple[int, int]:
    if word == "few":
        return int(tolerances["order.few.low"]), int(tolerances["order.few.high"])
    if word == "several":
        return int(tolerances["quantity.several.low"]), int(tolerances["quantity.several.high"])
    return (2, 2) if word == "couple" else (1, 1)


def _core(slots: _Slots, text: str) -> Numbers:
    if not slots.unit or not slots.amounts or any(high > _MOST for _, high in slots.amounts):
        raise _unreadable(text)
    if not slots.direction and slots.bound != "within":
        raise UnreadableError(
            f"{text!r} does not say whether it is before or after",
            "add 'later' or 'earlier'",
            "order-direction",
        )
    lengths = [(_length(low, slots.unit)[0], _length(high, slots.unit)[1]) for low, high in slots.amounts]
    if slots.is_half:
        lengths = [(floor(low / 2), ceil(high / 2)) for low, high in lengths]
    if slots.is_range or slots.bound == "between":
        if len(lengths) != 2 or lengths[0][0] > lengths[1][1]:
            raise _unreadable(text)
        lengths = [(lengths[0][0], lengths[1][1])]
    if slots.bound in _BOUNDS and len(lengths) != 1:
        raise _unreadable(text)
    later = Numbers.of(_bounded(low, high, slots.bound, slots.direction) for low, high in lengths)
    return later if slots.direction >= 0 else _turned(later)


def _bounded(low: int, high: int, bound: str, direction: int) -> Run:
    if bound == "at-least":
        return _run(low, None)
    if bound == "more-than":
        return _run(low, None, low_open=True)
    if bound == "less-than":
        # Less than no days at all would be nothing.
        return _run(0, high, high_open=high > 0)
    if bound == "at-most":
        return _run(0, high)
    if bound == "within":
        return _run(0 if direction else -high, high)
    return _run(low, high)


def _run(low: int | None, high: int | None, *, low_open: bool = False, high_open: bool = False) -> Run:
    return Numbers.between(low, high, low_open=low_open, high_open=high_open).runs[0]


def _turned(numbers: Numbers) -> Numbers:
    return Numbers.of(
        Run(
            None if run.high is None else -run.high,
            None if run.low is None else -run.low,
            low_open=run.high_open,
            high_open=run.low_open,
        )
        for run in numbers.runs
    )


def _hedged(core: Numbers, tolerances: Tolerances) -> Numbers:
    """Widen each bound by a share of its own size, a day at least, without turning after into before."""
    share = tolerances["order.about.share"]

    def margin(bound: Fraction) -> int:
        return ceil(share * max(abs(bound), Fraction(1)))

    runs = []
    for run in core.runs:
        low, high = run.low, run.high
        if low is not None:
            low = max(low - margin(low), Fraction(0)) if low > 0 else low - margin(low)
        if high is not None:
            high = min(high + margin(high), Fraction(0)) if high < 0 else high + margin(high)
        runs.append(Run(low, high, low_open=run.low_open, high_open=run.high_open))
    return Numbers.of(runs)


@cache
def _month_lengths() -> tuple[tuple[int, ...], int]:
    """Return the first days of the months of 400 years and a span beyond, and the days of 400 years."""
    return tuple(day_number(2000 + n // 12, n % 12 + 1, 1) for n in range(2 * 4800)), 146_097


_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _length(count: int, unit: str) -> tuple[int, int]:
    """Return the fewest and the most days that so many units last."""
    if unit in _UNIT_DAYS:
        n_days = count * _UNIT_DAYS[unit]
        return n_days, n_days
    return _months(count * (12 if unit == "year" else 1))


@cache
def _months(count: int) -> tuple[int, int]:
    firsts, cycle = _month_lengths()
    cycles, months = divmod(count, 4800)
    lengths = [firsts[start + months] - firsts[start] for start in range(4800)]
    return cycles * cycle + min(lengths), cycles * cycle + max(lengths)


def _unreadable(text: str) -> UnreadableError:
    return UnreadableError(f"cannot read {text!r} as a distance between days", _HINT)
