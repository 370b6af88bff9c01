"""Dates and quantities as sources write them, no two alike, and the same ones every time."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable, Iterator

N_TEXTS = 2000

_MONTHS = tuple(calendar.month_name)[1:]
_EDTF = (
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}",
    "{y}-{m:02}-{d:02}T{h:02}:30:00Z",
    "{y}-{m:02}-{d:02}/{z}-{m:02}",
    "{y}-{m:02}/{z}",
    # level 1
    "{y}-{m:02}-{d:02}?",
    "{y}-{m:02}~",
    "{y}-{m:02}-{d:02}%",
    "{y}-{m:02}-XX",
    "{y}-{s}",
    "Y{y}{m:02}{d:02}",
    "-{y}-{m:02}",
    "{y}-{m:02}-{d:02}/..",
    "../{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02}/",
    # level 2
    "{y}-{m:02}-~{d:02}",
    "{y}?-{m:02}-{d:02}",
    "{y}-XX-{d:02}",
    "{y}-{q}",
    "[{y}-{m:02},{z}-{m:02}]",
    "{{{y}-{m:02},{z}-{m:02}}}",
    "Y-{y}E{d}",
    "Y{y}{m:02}S3",
)
_WORDED = (
    "{d} {M} {y}",
    "{M} {d}, {y}",
    "the {d}th of {M} {y}",
    "{M} {y}",
    "early {M} {y}",
    "about {M} {y}",
    "c. {d} {M} {y}",
    "by {d} {M} {y}",
    "before {d} {M} {y}",
    "after {M} {y}",
    "not later than {d} {M} {y}",
    "until {d} {M} {y}",
    "between {d} and {e} {M} {y}",
    "from {d} {M} {y} to {d} {M} {z}",
    "{d}-{e} {M} {y}",
    "the night of {d}/{e} {M} {y}",
    "{d} or {e} {M} {y}",
    "the beginning of {M} {y}",
    "spring {y}",
    "{y}-{z}",
)
_QUANTITIES = (
    "{n:,}",
    "{n:,} men",
    "some {n:,} men",
    "about {n:,} rifles",
    "over {n:,} troops",
    "more than {n:,} prisoners",
    "at least {n:,} killed",
    "nearly {n:,} wounded",
    "up to {n:,} soldiers",
    "between {n:,} and {o:,} men",
    "{n:,} to {o:,} Turkish troops",
    "{n:,}-{o:,} bayonets",
    "{a}.{d} kilometres",
    "about {a} miles",
    "{a} versts",
    "{a}.{d} kg",
    "{n:,} roubles",
    "{a}.{d} %",
    "{a} guns",
    "{N} thousand {a} men",
    "{a} tons",
    "fewer than {n:,} cavalry",
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "twelve", "fifteen", "twenty", "forty")


def edtf_texts(n: int = N_TEXTS) -> tuple[str, ...]:
    """Return EDTF strings of the three levels, each valid."""
    return _distinct(n, _EDTF, _date_figures)


def worded_dates(n: int = N_TEXTS) -> tuple[str, ...]:
    """Return dates in English words, with bounds, hedges and ranges."""
    return _distinct(n, _WORDED, _date_figures)


def quantities(n: int = N_TEXTS) -> tuple[str, ...]:
    """Return quantities in English, with bounds, hedges, units and what is counted."""
    return _distinct(n, _QUANTITIES, _amounts)


def _distinct(
    n: int, patterns: tuple[str, ...], fill: Callable[[random.Random], dict[str, object]]
) -> tuple[str, ...]:
    chance = random.Random(1921)  # noqa: S311 - the same texts every time
    made = dict.fromkeys(_made(chance, patterns, fill, n))
    return tuple(made)


def _made(
    chance: random.Random,
    patterns: tuple[str, ...],
    fill: Callable[[random.Random], dict[str, object]],
    n: int,
) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < n:
        text = chance.choice(patterns).format(**fill(chance))
        if text not in seen:
            seen.add(text)
            yield text


def _date_figures(chance: random.Random) -> dict[str, object]:
    year, day = chance.randint(1600, 1999), chance.randint(4, 20)
    return {
        "y": year,
        "z": year + 1,
        "m": chance.randint(1, 12),
        "M": chance.choice(_MONTHS),
        "d": day,
        "e": day + 1,
        "h": chance.randint(0, 23),
        "s": chance.randint(21, 24),
        "q": chance.randint(33, 36),
    }


def _amounts(chance: random.Random) -> dict[str, object]:
    number = chance.randint(1_000, 90_000)
    return {
        "n": number,
        "o": number + chance.randint(500, 9_000),
        "a": chance.randint(2, 999),
        "d": chance.randint(1, 9),
        "N": chance.choice(_WORDS),
    }
