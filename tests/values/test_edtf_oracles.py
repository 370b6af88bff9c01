"""edtf-validate and python-edtf agree with us, or differ in a way that docs/edtf.md lists with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.values.edtf_examples import FURTHER, REFUSED, SPECIFICATION
from tests.values.edtf_oracles import (
    CLASSES,
    ORACLES,
    Class,
    fuzzy_python_edtf,
    ours,
    ours_tolerated,
    says_python_edtf,
    table,
    unexplained,
)

READ = [row[0] for rows in (*SPECIFICATION.values(), *FURTHER.values()) for row in rows]
# Nearly all of the time goes to the oracles, whose coverage nobody asks for.
pytestmark = pytest.mark.no_cover

LETTERS = "0123456789XYEST-/.,?~%[]{}:+Z"


@pytest.mark.parametrize("each", CLASSES, ids=lambda each: f"{each.oracle} {each.how} {each.example!r}")
def test_every_listed_difference_still_occurs(each: Class) -> None:
    """
    The example of each way to differ is one: what an oracle has mended is taken off the list.
    """
    difference = ORACLES[each.oracle](each.example)

    assert difference is not None
    assert each.explains(difference)


@pytest.mark.parametrize("oracle", ORACLES)
def test_no_example_differs_in_an_unlisted_way(oracle: str) -> None:
    """
    On what the specification shows and forbids, every difference is a listed one.
    """
    texts = [*READ, *(text for texts in REFUSED.values() for text in texts if text.strip() == text)]

    assert [found for text in texts if (found := unexplained(ORACLES[oracle](text)))] == []


@st.composite
def edited(draw: st.DrawFn) -> str:
    """An example of EDTF with up to three letters taken out, put in or replaced, or the end of another."""
    text = draw(st.sampled_from(READ))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        n_taken = draw(st.integers(0, 1))
        put = draw(st.sampled_from(("", *LETTERS)))
        text = text[:place] + put + text[place + n_taken :]
    if draw(st.integers(0, 4)) == 0:
        other = draw(st.sampled_from(READ))
        text = text[: draw(st.integers(0, len(text)))] + other[draw(st.integers(0, len(other))) :]
    return text


@pytest.mark.parametrize("oracle", ORACLES)
@given(text=edited())
@example(text="1985-04-12/1985-04-11")
def test_no_edited_example_differs_in_an_unlisted_way(oracle: str, text: str) -> None:
    """
    On strings that are nearly EDTF, or otherwise EDTF, every difference is a listed one.
    """
    assert unexplained(ORACLES[oracle](text)) is None


@given(st.dates(), st.sampled_from((4, 7, 10)), st.sampled_from(("", "?", "~", "%")))
def test_python_edtf_reads_the_same_days_months_and_years(day: object, length: int, mark: str) -> None:
    """
    On plain dates there is nothing to differ in: the bounds are the same.
    """
    text = str(day)[:length] + mark

    assert ours(text) == says_python_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "1984?",
        "1984~",
        "1984%",
        "0000~",
        "-0275~",
        "2004?-06-11",
        "2004-06-~11",
        "2004-06-%01",
        "?2004-06-~11",
    ],
)
def test_python_edtf_pads_years_and_single_days_as_we_do(text: str) -> None:
    """
    One unit for each qualifier, two for both; it pads every component of a whole date, and we the finest.
    """
    assert ours_tolerated(text) == fuzzy_python_edtf(text)


def test_the_page_lists_every_difference(root: Path) -> None:
    """
    docs/edtf.md shows each way to differ, with its example and the reason, and no other.
    """
    page = (root / "docs" / "edtf.md").read_text(encoding="utf-8")

    for oracle, how in dict.fromkeys((each.oracle, each.how) for each in CLASSES):
        assert f"\n{table(oracle, how)}\n" in page + "\n"
    assert page.partition("## What other programs say")[2].count("\n| `") == len(CLASSES)
