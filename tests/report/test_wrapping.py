"""Text broken into lines."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.wrapping import wrapped

words = st.lists(st.text(alphabet="aé–.-", min_size=1, max_size=30), max_size=25)
indents = st.sampled_from(["", "- ", "    12. "])


@given(words, indents, st.integers(40, 60))
def test_words_that_have_room_are_wrapped_as_everybody_wraps_them(
    given_words: list[str], indent: str, width: int
) -> None:
    """
    Where every word fits into a line, the lines are those of the standard library.
    """
    text = " ".join(given_words)
    theirs = textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=" " * len(indent), break_on_hyphens=False
    )

    assert wrapped(text, indent, width) == (theirs or [indent.rstrip()])


@given(words, indents, st.integers(9, 20))
def test_no_letter_is_lost_and_no_line_too_long(given_words: list[str], indent: str, width: int) -> None:
    """
    However long the words, no line is longer than the width, and the lines hold all letters in order.
    """
    text = " ".join(given_words)

    lines = wrapped(text, indent, width)

    assert max(map(len, lines)) <= width
    assert all(line[: len(indent)].isspace() or line.startswith(indent.rstrip()) for line in lines if indent)
    assert "".join(line[len(indent) :] for line in lines).replace(" ", "") == text.replace(" ", "")


def test_a_word_longer_than_a_line_begins_where_it_stands() -> None:
    """
    What has no room in any line uses up the one that it begins in.
    """
    assert wrapped("see 1234567890ab now", width=8) == ["see 1234", "567890ab", "now"]
    assert wrapped("seeing: 1234567890", width=8) == ["seeing:", "12345678", "90"]
