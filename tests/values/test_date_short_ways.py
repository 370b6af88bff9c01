"""Where reading a date takes a short way, it says what the long way says."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.values.dates.calendars import GREGORIAN, Calendar
from claimcheck.values.dates.lexer import Raw, _split, _tokens
from claimcheck.values.dates.tables import fold
from claimcheck.values.value import UnreadableError

PIECES = st.sampled_from(
    ("march", "1921", "5", "17", "5th", "марта", "7'nci", "²", "٣", "1920s", "ii", "a1b", ".")
)


def told(split: object, text: str) -> list[Raw] | str:
    """Return the tokens of a text, or the refusal."""
    assert callable(split)
    try:
        found: list[Raw] = split(fold(text), text, "hint")
    except UnreadableError as refusal:
        return refusal.message
    return found


@given(text=st.lists(PIECES, max_size=5).map(" ".join) | st.text(max_size=12))
@example(text="5 march 1921")
@example(text="1234567890123 march")
def test_plain_words_are_split_as_by_the_pattern(text: str) -> None:
    """
    Words and numbers that are taken apart at the blanks are those that the pattern finds.
    """
    assert told(_tokens, text) == told(_split, text)


@given(year=st.integers(-10_000, 10_000), month=st.integers(-1, 14), day=st.integers(-1, 33))
@example(year=1900, month=2, day=29)
@example(year=2000, month=2, day=29)
def test_a_gregorian_day_is_one_of_its_month(year: int, month: int, day: int) -> None:
    """
    A Gregorian day that is counted at once is the one found by way of its month.
    """
    assert GREGORIAN.day(year, month, day) == Calendar.day(GREGORIAN, year, month, day)
