"""The sides of a question rule by rule: what a cell rests on, where the table stands, when there is none."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.model.criticism import Criticism, GradeBasis, RuleRow, SideGrades
from claimcheck.model.report import Report
from claimcheck.report.html.kept import MANY
from claimcheck.report.html.page import render_html
from claimcheck.report.html.rules import RulesShown, show_rules
from claimcheck.report.view import View

LETTERS = {"claim-townsmen": "A", "claim-garrison": "B"}


def shown(report: Report, letters: dict[str, str] = LETTERS) -> RulesShown:
    """The rules of the question who held the bridge."""
    found = show_rules(View(report), "bridge", letters)

    assert found is not None
    return found


def with_criticism(report: Report, criticism: Criticism) -> Report:
    """The report with another criticism of that question."""
    results = (
        evolve(each, criticism=criticism) if each.question == "bridge" else each for each in report.results
    )
    return evolve(report, results=tuple(results))


def test_each_cell_names_its_sources(report: Report) -> None:
    """A grade stands with the sources that a side has it from; alike sides share a cell."""
    form, nearness = shown(report).rules

    assert (form.label, nearness.label) == ("relic or narrative", "nearness in time")
    assert [(cell.words, cell.grounds) for cell in form.cells] == [
        ("an account of it", ("Fenwick 1931 and Dray 1742",))
    ]
    assert nearness.cells[1].words == "0–1 day later than the time that is asked about"
    assert nearness.cells[1].grounds == ("Dray 1742",)
    assert nearness.beside == "on this rule the side of “the garrison” is better throughout"
    assert shown(report).unstated == ("for or against its maker's side",)


def test_sides_stand_in_the_order_of_the_conflict(report: Report) -> None:
    """A conflict's sides come first, by its letters; without letters they keep their order."""
    assert shown(report).sides == (("A", "the townsmen"), ("B", "the garrison"))
    assert shown(report, {}).sides == (("", "the garrison"), ("", "the townsmen"))


def test_the_reason_of_a_historian_is_told(report: Report) -> None:
    """A declared grade brings its reason, and who has no grade is named; what is derived has none here."""
    side = SideGrades(
        claim="claim-garrison",
        best="well-placed",
        worst="well-placed",
        words="from one well placed to know",
        graded=("bridge.dray",),
        ungraded=("bridge.fenwick",),
    )
    other = SideGrades(claim="claim-townsmen", ungraded=("bridge.halloran",))
    criticism = next(each.criticism for each in report.results if each.question == "bridge")
    (row,) = (evolve(each, rule="ability", sides=(side, other)) for each in criticism.rows[:1])
    (rule,) = shown(with_criticism(report, evolve(criticism, rows=(row,)))).rules

    assert rule.cells[1].grounds == (
        "Dray 1742, because he wrote from the <bridgehead>",
        "not stated for Fenwick 1931",
    )
    assert (rule.cells[0].words, rule.cells[0].grounds) == ("not stated", ())


def test_where_nothing_tells_the_sides_apart_there_is_no_table(report: Report) -> None:
    """Grades that are alike on all sides, and derived, are no news; who is set apart is told all the same."""
    criticism = next(each.criticism for each in report.results if each.question == "bridge")
    derived = tuple(
        (name, tuple(evolve(grade, basis=GradeBasis.DERIVED) for grade in grades))
        for name, grades in criticism.grades
    )
    alike = evolve(criticism, grades=derived, rows=criticism.rows[:1])
    found = shown(with_criticism(report, alike))

    assert found.rules == ()
    assert found.apart
    assert show_rules(View(with_criticism(report, evolve(alike, set_apart=()))), "bridge", {}) is None


def test_very_many_sides_are_told_in_prose(report: Report) -> None:
    """No table has a column for each of a thousand answers."""
    criticism = next(each.criticism for each in report.results if each.question == "bridge")

    def widened(row: RuleRow) -> RuleRow:
        return evolve(row, sides=row.sides * 3)

    many = evolve(criticism, rows=tuple(map(widened, criticism.rows)))
    found = shown(with_criticism(report, many))

    assert found.rules == ()
    assert ("not stated:", "for or against its maker's side") in found.prose
    assert "not stated:" in render_html(with_criticism(report, many)).lower()


def places(report: Report) -> tuple[int, int]:
    """How many conflicts, and how many questions, of a page have such a table."""
    found = re.findall(
        r'<article class="(\w+)(?:(?!</article>).)*?<div class="by-rules">', render_html(report), re.DOTALL
    )
    return found.count("conflict"), found.count("question")


def test_the_table_stands_once_where_it_is_needed(report: Report) -> None:
    """With its conflict; with its question where many conflicts are about that, or the page is very large."""
    bridge = next(each for each in report.conflicts if each.questions == ("bridge",))

    def repeated(number: int) -> Report:
        return evolve(
            report, conflicts=tuple(evolve(bridge, id=f"conflict-{each}") for each in range(number))
        )

    link = ">How the sources stand to it</a>"

    assert places(report) == (1, 0)
    assert places(repeated(2)) == (2, 0)
    assert places(repeated(4)) == (0, 1)
    assert render_html(repeated(4)).count(link) == 4
    assert places(repeated(MANY + 1)) == (0, 1)
    assert link not in render_html(repeated(MANY + 1))
