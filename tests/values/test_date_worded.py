"""A stock of worded dates in five languages, each with the bounds that its words defend."""

from __future__ import annotations

import re
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


# The hour of a day makes no other day.
FIGURE = re.compile(r"(?<![0-9:])[0-9]+(?![0-9:])(?! (?:a\.m\.|o'clock|Uhr|часов))")


def with_other_figures(text: str) -> Iterator[str]:
    """Yield the phrase with each figure in turn made greater by two (a Hijri day may be off by one)."""
    for match in FIGURE.finditer(text):
        yield f"{text[: match.start()]}{int(match[0]) + 2}{text[match.end() :]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_passed_over(language: str) -> None:
    """
    With another figure a phrase has other bounds, or is unreadable: no number is dropped in silence.
    """
    dropped = [
        (text, other)
        for text, context, expected in stock(language)
        if not expected.startswith("!")
        for other in with_other_figures(text)
        if told(other, context) == expected
    ]

    assert dropped == []


@pytest.mark.parametrize(
    "text",
    [
        *("or 5 March 1921", "to 5 March 1921", "5 March 1921 after", "5 March, the year before"),
        *("the year after 1921", "in the month before March 1921", "at least 5 March 1921", "half of 1920"),
        *("first Monday 1921", "Monday, March 1921", "decade of 1921 spring", "spring March 1921"),
        *("March BC", "1920s BC", "early Easter 1921", "mid 5 March 1921", "first half of 5 March 1921"),
        *("5 March 1921 and", "5 or and 6 March 1921", "XIX", "March XIX", "40th century"),
        *("same day 1917", "Receb 1921", "5 Teşrinievvel 1336 Receb", "5 (18) (19) March 1917"),
        *("two days after 5", "2 3 days after 5 March 1921", "a week after 5-7 March 1921"),
    ],
)
def test_what_cannot_be_said_together_is_refused(text: str) -> None:
    """
    Words that no date holds together are unreadable; none of them is dropped to make a date of the rest.
    """
    with pytest.raises(UnreadableError) as caught:
        KIND.read(text, Context())

    assert caught.value.hint


def opened(text: str, context: Context = Context()) -> tuple[str, ...]:  # noqa: B008 - a frozen record
    """Return what the value leaves open."""
    return KIND.read(text, context).open


def test_words_of_nearness_bound_one_end_and_say_so() -> None:
    """
    "Shortly before" is before; how shortly stays open.
    """
    assert "how near is not said" in opened("shortly before 5 March 1921")
    assert "how near is not said" in opened("вскоре после 5 марта 1921 г.")
    assert "how near is not said" not in opened("before 5 March 1921")


def test_a_double_date_says_which_calendars_it_holds() -> None:
    """
    The pair proves its calendars, so none is left open, and the reading is the Gregorian day.
    """
    assert opened("18 (5) March 1917") == (
        "a double date: Julian and Gregorian; '18 (5) March 1917' is one day",
    )
    assert opened("31 Mart 1325 (13 Nisan 1909)")[0].startswith("a double date: Rumi and Gregorian")


def test_a_weekday_tells_which_reading_it_fits() -> None:
    """
    No reading is dropped for its weekday, and the one that fits is named.
    """
    russia = Context(place="Russia")

    assert told("Sunday, 5 March 1917", russia) == "gregorian 1917-03-05 or julian 1917-03-18"
    assert "the weekday (Sunday) fits 1917-03-18 (julian), not 1917-03-05 (gregorian)" in opened(
        "Sunday, 5 March 1917", russia
    )
    assert "the weekday does not fit: 1917-03-05 was a Monday, not a Tuesday" in opened(
        "Tuesday, 5 March 1917", russia
    )
    assert not any("weekday" in note for note in opened("Saturday, 5 March 1921"))
