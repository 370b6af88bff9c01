"""Distances between events, in days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.dates.tables import LANGUAGES
from claimcheck.values.intervals import Numbers
from claimcheck.values.order import KIND
from claimcheck.values.relation import Relation
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError


def bounds(text: str, which: str = "core", context: Context = NO_CONTEXT) -> str:
    """Return the bounds of the one reading in mathematical brackets."""
    answer: dict[str, Any] = KIND.as_json(KIND.read(text, context), context)
    (reading,) = answer["readings"]
    side = reading[which]
    opening, closing = "(" if side["low_open"] else "[", ")" if side["high_open"] else "]"
    return f"{opening}{side['low'] or ''},{side['high'] or ''}{closing}"


DISTANCES = [
    ("after", "[0,]"),
    ("later", "[0,]"),
    ("on or after", "[0,]"),
    ("not before", "[0,]"),
    ("before", "[,0]"),
    ("not after", "[,0]"),
    ("same day", "[0,0]"),
    ("on the same day", "[0,0]"),
    ("the following day", "[1,1]"),
    ("next day", "[1,1]"),
    ("the day after", "[1,1]"),
    ("the day before", "[-1,-1]"),
    ("3 days later", "[3,3]"),
    ("three days after", "[3,3]"),
    ("twenty-one days later", "[21,21]"),
    ("two weeks earlier", "[-14,-14]"),
    ("a month later", "[28,31]"),
    ("two months later", "[59,62]"),
    ("a year later", "[365,366]"),
    ("at least 2 days after", "[2,]"),
    ("more than a week after", "(7,]"),
    ("less than a week after", "[0,7)"),
    ("less than a week before", "(-7,0]"),
    ("within a week after", "[0,7]"),
    ("within 3 days", "[-3,3]"),
    ("within 3 days before", "[-3,0]"),
    ("up to 3 days later", "[0,3]"),
    ("no more than 3 days before", "[-3,0]"),
    ("between 2 and 4 days later", "[2,4]"),
    ("2-4 days later", "[2,4]"),
    ("a few days later", "[2,6]"),
    ("several weeks later", "[21,63]"),
    ("soon after", "[0,]"),
    ("+3", "[3,3]"),
    ("-2", "[-2,-2]"),
    ("P3D", "[3,3]"),
    ("-P1M", "[-31,-28]"),
    ("le lendemain", "[1,1]"),
    ("trois jours plus tard", "[3,3]"),
    ("am nächsten Tag", "[1,1]"),
    ("drei Tage später", "[3,3]"),
    ("ertesi gün", "[1,1]"),
    ("üç gün sonra", "[3,3]"),
    ("на следующий день", "[1,1]"),
    ("через три дня", "[3,3]"),
    ("накануне", "[-1,-1]"),
]


@pytest.mark.parametrize(("text", "days"), DISTANCES)
def test_words_bound_the_days_between(text: str, days: str) -> None:
    """
    The words name the days that may lie between, negative when the other event is the later one.
    """
    assert bounds(text) == days
    assert bounds(text, "envelope") == days


@pytest.mark.parametrize(
    ("text", "core", "envelope"),
    [
        ("about 3 days later", "[3,3]", "[2,4]"),
        ("about a week earlier", "[-7,-7]", "[-9,-5]"),
        ("about the same day", "[0,0]", "[-1,1]"),
        ("about a day later", "[1,1]", "[0,2]"),
    ],
)
def test_a_hedge_widens_the_envelope(text: str, core: str, envelope: str) -> None:
    """
    "About" tolerates a fifth on each side, and never turns later into earlier.
    """
    assert (bounds(text), bounds(text, "envelope")) == (core, envelope)
    assert bounds(text, "envelope", Context(tolerances=Tolerances(profile="strict"))) == core


def test_alternatives_stay_apart() -> None:
    """
    "Two or three days" is two days or three, not the time between.
    """
    core = KIND.read("two or three days later", NO_CONTEXT).readings[0].core

    assert isinstance(core, Numbers)
    assert [str(run) for run in core.runs] == ["2", "3"]


def test_a_distance_refines_a_direction() -> None:
    """
    "Three days later" says more than "after"; "the day before" contradicts it; the same day may do.
    """
    after = KIND.read("after", NO_CONTEXT)

    assert compare_values(KIND.read("3 days later", NO_CONTEXT), after).relation is Relation.REFINES
    assert compare_values(KIND.read("same day", NO_CONTEXT), after).relation is Relation.REFINES
    assert compare_values(KIND.read("day before", NO_CONTEXT), after).relation is Relation.NECESSARY_CONFLICT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "value-unreadable"),
        ("two days after the battle", "value-unreadable"),
        ("99999999999 days later", "value-unreadable"),
        ("between 4 and 2 days later", "value-unreadable"),
        ("at least after", "value-unreadable"),
        ("3 days", "order-direction"),
    ],
)
def test_what_is_no_distance_is_a_problem(text: str, code: str) -> None:
    """
    Words that name no distance are refused with a code and a hint.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, NO_CONTEXT)

    assert caught.value.code == code
    assert caught.value.hint


@given(st.integers(0, 10**5))
def test_earlier_mirrors_later(days: int) -> None:
    """
    So many days earlier is so many days later with the sign turned.
    """
    assert bounds(f"{days} days later") == f"[{days},{days}]"
    assert bounds(f"{days} days earlier") == f"[{-days},{-days}]"


_PIECES = """
3 three a few days week month later after before earlier within at least about between and or - + P3D the
"""


@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(_PIECES.split()), max_size=7).map(" ".join)))
def test_any_text_is_a_distance_or_a_problem(text: str) -> None:
    """
    No text raises anything but `UnreadableError`, and what is read can be written as JSON.
    """
    try:
        value = KIND.read(text, NO_CONTEXT)
    except UnreadableError:
        return

    assert json.dumps(KIND.as_json(value, NO_CONTEXT))


def stock() -> Iterator[tuple[str, str, str]]:
    """Yield language, phrase and expected bounds of the stock of worded distances."""
    language = ""
    path = Path(__file__).parent / "worded_orders.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            text, _, expected = line.partition(" => ")
            yield language, text, expected


def told(text: str, language: str) -> str:
    """Return the runs that a phrase is read as, in the brackets of the stock, or the code of its problem."""
    try:
        core = KIND.read(text, Context(language=language)).readings[0].core
    except UnreadableError as problem:
        return f"! {problem.code}"
    assert isinstance(core, Numbers)
    return " or ".join(
        f"{'(' if run.low_open else '['}{'' if run.low is None else run.low},"
        f"{'' if run.high is None else run.high}{')' if run.high_open else ']'}"
        for run in core.runs
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stock_is_read_as_it_was_written_down(language: str) -> None:
    """
    Each phrase has the days that its words defend, or is told as unreadable under the right code.
    """
    mine = [(text, expected) for code, text, expected in stock() if code == language]
    wrong = [
        f"{text}: expected {expected}, read {read}"
        for text, expected in mine
        if (read := told(text, language)) != expected
    ]

    assert len(mine) > 20
    assert wrong == []
