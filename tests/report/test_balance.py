"""The balance of a question in a report: what is shown, and where the rest is."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from claimcheck.model.balance import BalanceWord
from claimcheck.model.report import Report
from claimcheck.report.balance import balance_items
from claimcheck.report.table import blocks_to_text


def shown(report: Report, *, in_full: bool = False, **changes: Any) -> str:
    """Return the bridge's balance, changed so, as a report prints it."""
    balance = report.results[0].balance
    assert balance is not None
    return blocks_to_text(balance_items(evolve(balance, **changes), in_full=in_full))


def test_a_report_shows_the_first_and_counts_the_rest(report: Report) -> None:
    """
    Of seven tips six are told, and it is said where the last is; in full all of them are.
    """
    text = shown(report)

    assert text.count("both would stand on 1 line") == 6
    assert "And 1 set of 1 thing more; the JSON report has them all." in text
    assert shown(report, in_full=True).count("both would stand on 1 line") == 7


def test_unopposed_answers_are_told_in_full_only(report: Report) -> None:
    """
    Where no answer is opposed, a report gives the word alone; what the reader asks for has it all.
    """
    assert "what must fall" not in shown(report, word=BalanceWord.UNOPPOSED)
    assert "what must fall" in shown(report, word=BalanceWord.UNOPPOSED, in_full=True)


def test_nothing_to_hang_on_is_said(report: Report) -> None:
    """
    When nothing that was tried tips the balance, the report says that, and what was tried.
    """
    text = shown(report, tips=())

    assert "Nothing that was tried tips it." in text
    assert "40 sets of one to three" in text


def test_a_question_that_nobody_weighed_has_no_balance(report: Report) -> None:
    """
    Reports of older versions, and questions that were not weighed, show nothing in its place.
    """
    assert blocks_to_text(balance_items(None)) == ""
