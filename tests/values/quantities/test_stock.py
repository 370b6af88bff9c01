"""The stock of expressions: what historians' texts say, and the core that each of them asserts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from claimcheck.values.context import Context
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.quantities.lexicon import LANGUAGES
from claimcheck.values.quantity import KIND
from claimcheck.values.value import UnreadableError

_STOCK = Path(__file__).parent / "stock"


def _rows() -> list[tuple[str, str, str]]:
    """Return language, text and expectation of every line: "text => core // core ; counted ; unit"."""
    return [
        (language, line.partition(" => ")[0], line.partition(" => ")[2])
        for language in LANGUAGES
        for line in (_STOCK / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _run(row: dict[str, Any]) -> Run:
    low, high = (None if row[end] is None else Fraction(row[end]) for end in ("low", "high"))
    return Run(low, high, low_open=row["low_open"], high_open=row["high_open"])


def _core(reading: dict[str, Any]) -> str:
    return str(Numbers.of(_run(run) for run in reading.get("spans", [reading["core"]])))


def answer_of(language: str, text: str) -> str:
    """Return what is read, written as the lines of the stock are; "!" and a code for what is refused."""
    context = Context(language=language)
    try:
        value = KIND.read(text, context)
    except UnreadableError as error:
        return "!" if error.code == "value-unreadable" else f"!{error.code}"
    answer = KIND.as_json(value, context)
    fields = [
        " // ".join(_core(reading) for reading in answer["readings"]),
        answer["counted"] or "-",
        answer["unit"] or "-",
    ]
    while len(fields) > 1 and fields[-1] == "-":
        del fields[-1]
    return " ; ".join(fields)


@pytest.mark.parametrize(("language", "text", "expected"), _rows())
def test_every_expression_of_the_stock_is_read_as_it_means(language: str, text: str, expected: str) -> None:
    """Each expression has the core, the counted thing and the unit that were written down for it."""
    assert answer_of(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), _rows())
def test_what_is_open_or_refused_is_explained(language: str, text: str, expected: str) -> None:
    """Whatever has several readings says what is open, and whatever is refused comes with a hint."""
    for context in (Context(language=language), Context()):
        try:
            value = KIND.read(text, context)
        except UnreadableError as refused:
            is_explained = bool(refused.hint)
        else:
            is_explained = len(value.readings) == 1 or bool(value.open)

        assert is_explained, (text, expected)
