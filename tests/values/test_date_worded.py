"""A stock of worded dates in five languages, each with the bounds that its words defend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.values.context import Context
from claimcheck.values.date import KIND, DateReading
from claimcheck.values.dates.tables import LANGUAGES
from claimcheck.values.extents import Extents
from claimcheck.values.span import Span, iso_day, parse_iso_day
from claimcheck.values.value import UnreadableError, Value

# Files of lines "phrase => expected"; "@ when=1921-01-01/1921-12-31 place=Russia" sets what the phrases
# below it are read against, and a bare "@" nothing. Expected are, for some day within, "first..last" with
# a missing bound left out; for a stretch "begin -> end"; separate runs with " | "; readings with " or ",
# each under its calendar or rite where that is not the Gregorian's alone; for a problem "! code".
STOCK = Path(__file__).parent / "worded_dates"


def stock(language: str) -> Iterator[tuple[str, Context, str]]:
    """Yield the phrases of a language with their context and what is expected."""
    context = Context(language=language)
    for line in (STOCK / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            context = stated(line.removeprefix("@"), language)
        elif line and not line.startswith("#"):
            text, _, expected = line.partition(" => ")
            yield text, context, expected


def stated(line: str, language: str) -> Context:
    """Return the context of a line such as "when=1917-01-01/1917-12-31 place=Ottoman Empire"."""
    context = Context(language=language)
    when, _, place = line.partition("place=")
    if place:
        context = evolve(context, place=place.strip())
    if "when=" in when:
        first, _, last = when.strip().removeprefix("when=").partition("/")
        context = evolve(context, when=Span(parse_iso_day(first), parse_iso_day(last)))
    return context


def told(text: str, context: Context) -> str:
    """Return what a phrase is read as, in the words of the stock."""
    try:
        value = KIND.read(text, context)
    except UnreadableError as problem:
        return f"! {problem.code}"
    return " or ".join(reading_told(value, n) for n in range(len(value.readings)))


def reading_told(value: Value, n: int) -> str:
    """Return one reading's days, under its calendar or rite where that is not the Gregorian's alone."""
    reading = value.readings[n]
    calendars = {one.calendar for one in value.readings if isinstance(one, DateReading)}
    rite = dict(reading.under).get("Easter", "")
    calendar = reading.calendar if isinstance(reading, DateReading) and calendars != {"gregorian"} else ""
    assert isinstance(reading.core, Extents)
    return " ".join(part for part in (rite, calendar, region_told(reading.core)) if part)


def region_told(core: Extents) -> str:
    """Return the runs of an uncertainty, or begin and end of a stretch."""
    if core.is_uncertainty:
        runs: list[Span] = []
        for box in core.boxes:
            if runs and runs[-1].last is not None and box.begin.first == runs[-1].last + 1:
                runs[-1] = Span(runs[-1].first, box.begin.last)
            else:
                runs.append(box.begin)
        return " | ".join(span_told(run) for run in runs)
    return f"{span_told(core.begin)} -> {span_told(core.end)}"


def span_told(span: Span) -> str:
    """Return "first..last", or the one day."""
    if span.is_one_day:
        return iso_day(span.first or 0)
    first, last = ("" if day is None else iso_day(day) for day in (span.first, span.last))
    return f"{first}..{last}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stock_is_read_as_it_was_written_down(language: str) -> None:
    """
    Each phrase has the days that its words defend, or is told as unreadable under the right code.
    """
    wrong = [
        f"{text}: expected {expected}, read {read}"
        for text, context, expected in stock(language)
        if (read := told(text, context)) != expected
    ]

    assert wrong == []


def test_the_stock_is_large() -> None:
    """
    The measurement rests on eight hundred phrases, a hundred at least in each language.
    """
    sizes = {language: len(list(stock(language))) for language in LANGUAGES}

    assert min(sizes.values()) >= 100
    assert sum(sizes.values()) >= 800


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_stock_calls_unreadable_has_a_hint(language: str) -> None:
    """
    A phrase that is not read is told with a message and with what would be read.
    """
    for text, context, expected in stock(language):
        if expected.startswith("!"):
            with pytest.raises(UnreadableError) as caught:
                KIND.read(text, context)

            assert caught.value.message
            assert caught.value.hint, text
