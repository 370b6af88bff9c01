"""The pages of a report with many conflicts: what each further conflict adds to them."""

from __future__ import annotations

from benchmarks.pages import large_report
from claimcheck.report.html.page import render_html
from tests.report.html.outline import PageReader, read_page

MOST_ELEMENTS = 105
"""So many a browser reads a thousand times in the time that the bench allows for loading."""


def page_of(n: int) -> PageReader:
    """Return the page of an invented report with n conflicts, six of them about each question."""
    return read_page(render_html(large_report(n)))


def test_each_further_conflict_adds_few_elements() -> None:
    """The page grows by no more than what one conflict and its share of a question are told with."""
    few, many = page_of(60), page_of(120)

    assert 40 < (len(many.tags) - len(few.tags)) / 60 < MOST_ELEMENTS


def test_what_many_conflicts_share_stands_once_with_their_question() -> None:
    """Six conflicts about the same four answers need one picture of them, and each leads to it."""
    page = page_of(12)
    n_questions = sum("<article id=question-" in line for line in page.outline)

    assert page.tags.count("figure") == n_questions == 3
    told = page.outline.index("  <section id=questions>")
    assert all(place > told for place, line in enumerate(page.outline) if "<figure" in line)
