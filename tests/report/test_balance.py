"""The balance of a question in a report: what is shown, and where the rest is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import evolve

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.model.balance import BalanceWord
from claimcheck.model.report import Report
from claimcheck.report.balance import balance_items
from claimcheck.report.table import blocks_to_text
from claimcheck.report.view import View


def shown(report: Report, *, in_full: bool = False, **changes: Any) -> str:
    """Return the bridge's balance, changed so, as a report prints it."""
    result, *others = report.results
    assert result.balance is not None
    changed = evolve(result, balance=evolve(result.balance, **changes))
    view = View(evolve(report, results=(changed, *others)))
    return blocks_to_text(balance_items(view, result.question, in_full=in_full))


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


def test_long_answers_go_by_the_letters_of_their_sides(report: Report) -> None:
    """
    Where an answer is as long as a line, what must fall names its side; short ones stay in their words.
    """
    result, *others = report.results
    assert result.balance is not None
    claims = [evolve(each, answer=f"{each.answer}, in the night of the flood") for each in result.claims]
    longer = result.balance.because
    for old, new in zip(result.claims, claims, strict=True):
        longer = longer.replace(f"“{old.answer}”", f"“{new.answer}”")
    changed = evolve(result, claims=tuple(claims), balance=evolve(result.balance, because=longer))
    view = View(evolve(report, results=(changed, *others)))

    text = blocks_to_text(balance_items(view, result.question))

    assert "A stands on 1 line and B on 1 to 2 lines; at most, more for B." in " ".join(text.split())
    assert "“the garrison” stands on 1 line" in shown(report)


def test_answers_on_no_side_are_told_by_words_once(tmp_path: Path) -> None:
    """
    The sides of the only conflict come first; a third answer has its words once and then a letter.
    """
    places = (
        "no port of the gulf",
        "a creek below the fort on the northern shore",
        "the isle of the lighthouse",
    )
    options = "".join(
        f"      - {{id: {name}, label: {label}}}\n" for name, label in zip("xyz", places, strict=True)
    )
    (tmp_path / "all.yaml").write_text(
        "claimcheck: 1\npart: sources\nsources: [{id: hale, title: Hale}, {id: pym, title: Pym}]\n"
    )
    (tmp_path / "documents.yaml").write_text(
        "claimcheck: 1\npart: documents\ndocuments: [{id: hale, source: hale}, {id: pym, source: pym}]\n"
    )
    (tmp_path / "questions.yaml").write_text(
        "claimcheck: 1\npart: questions\nquestions:\n"
        "  - question: harbour\n    asks: Where?\n    kind: choice\n"
        f"    options:\n{options}    compatible: [[x, z], [y, z]]\n"
        "    attestations: [{in: hale, value: x}, {in: pym, value: y}, {in: pym, value: z}]\n"
    )
    view = View(examine(load(tmp_path)))

    text = " ".join(blocks_to_text(balance_items(view, "harbour")).split())

    assert text.startswith("- balance: Of the sides of this conflict, A stands on 1 independent line and B ")
    assert text.count("the isle of the lighthouse") == text.count("C (“the isle of the lighthouse”)") == 1
    assert "If Pym fell (it gives B and C), B would stand on no line and C on no line" in text


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
    assert blocks_to_text(balance_items(View(report), "nobody-asked")) == ""
