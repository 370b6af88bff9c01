"""The report for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from claimcheck.model.finding import Finding
from claimcheck.model.report import QuestionResult, Report
from claimcheck.report.blocks import Heading, Item, Paragraph, Table
from claimcheck.report.table import WIDTH, blocks_to_text, render_table


def without_tolerances(text: str) -> str:
    """The figures of a profile are the business of another test."""
    return text.partition("\nTolerances: ")[0]


def test_the_whole_report(report: Report, gold: Callable[[str, str], None]) -> None:
    """The report reads from the numbers of the case to its problems, as the gold file has it."""
    gold("report.txt", without_tolerances(render_table(report)))


def test_the_report_of_nothing(empty_report: Report, gold: Callable[[str, str], None]) -> None:
    """An empty dossier is reported as one, and no absence of conflicts is claimed for it."""
    gold("empty.txt", without_tolerances(render_table(empty_report)))


def test_the_figures_stand_at_the_end(report: Report) -> None:
    """The report ends with every figure of the profile that it used."""
    tail = render_table(report).partition("\nTolerances: ")[2]

    assert tail.startswith("the profile “events”")
    assert "date.about.day" in tail


def test_without_documents_one_line_says_so(report: Report, blind_report: Report) -> None:
    """That no quotation was checked is said once, and nowhere when documents were at hand."""
    words = "Quotations were not checked"

    assert render_table(blind_report).count(words) == 1
    assert words not in render_table(report)
    assert "found exactly as quoted" not in render_table(blind_report)


def test_no_conflict_is_no_agreement(report: Report) -> None:
    """Without conflicts the report says how much was compared."""
    peaceful = evolve(report, conflicts=())

    assert "None was found in the 11 pairs of attestations that were compared." in render_table(peaceful)


def test_lines_keep_to_the_width(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """No line is longer than the width, whatever the words in it."""
    text = render_table(poisoned(report, " and so on" * 40 + " " + "x" * 500))

    assert max(map(len, text.splitlines())) <= WIDTH


def test_nothing_steers_the_terminal(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """Colour codes, bells, line breaks and turned text in a dossier stay visible and do nothing."""
    text = render_table(poisoned(report, "\x1b[31m\a\r\u202e\x9b2J\u2028" + chr(0xD800)))

    assert not set(text) & {"\x1b", "\a", "\r", "\u202e", "\x9b", "\u2028"}
    assert text.encode("utf-8")
    assert "␛[31m" in text


def test_two_runs_give_the_same_bytes(report: Report) -> None:
    """Nothing in the text depends on the run."""
    assert render_table(report) == render_table(evolve(report))


def test_a_finding_of_another_kind_is_shown_last(report: Report) -> None:
    """A code that we don't know has its own heading behind all others."""
    strange = Finding(id="odd-1", code="odd-thing", explanation="Something odd.")
    text = render_table(evolve(report, findings=(strange, *report.findings)))

    assert text.index("\nOdd thing\n") > text.index("\nQuotations that do not stand as they are cited\n")


def test_one_question_alone(report: Report) -> None:
    """A report cut down to a question shows that question, its conflicts, and nobody in quarantine."""
    meeting = [each for each in report.results if each.question == "meeting"]
    alone = evolve(
        report,
        results=tuple(meeting),
        conflicts=tuple(each for each in report.conflicts if "meeting" in each.questions),
        findings=(),
    )
    text = render_table(alone)

    assert "How many were killed" not in text.partition("What was compared")[0]
    assert re.search(r"\nattestations +3\n", text)


def test_ids_that_lead_nowhere_are_shown(report: Report) -> None:
    """A report whose parts were taken away still renders, with the ids that are left."""
    torn = evolve(
        report,
        dossier=evolve(report.dossier, questions=(), sources=(), events=()),
        results=(QuestionResult(question="bridge"),),
    )

    assert "bridge.fenwick" in render_table(torn)


@pytest.mark.parametrize("cell", ["Kâzım", "阿达尔汗", "e\u0301te\u0301", "\U000f0000", "", "007"])
def test_columns_stand_under_one_another(cell: str) -> None:
    """Wide letters, combining accents and private characters neither move a column nor get lost."""
    rows = [("a", cell, "first"), ("bb", "x", cell), ("c", cell, "third")]
    lines = blocks_to_text([Table(headers=("1", "2", "3"), rows=rows)]).splitlines()

    assert [line.split()[0] for line in lines[2:]] == ["a", "bb", "c"]
    assert sum(line.count(cell) for line in lines[2:]) >= 3
    assert (
        len({_columns(line.partition(word)[0]) for line, word in ((lines[2], "first"), (lines[4], "third"))})
        == 1
    )


def _columns(text: str) -> int:
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def test_the_bytes_do_not_depend_on_wcwidth(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is the same whether tabulate measures columns with wcwidth or without."""
    import tabulate

    class FakeWcwidth:
        """Finds everything beyond ASCII two columns wide, private characters aside."""

        def wcswidth(self, text: str) -> int:
            return sum(1 if char < "\x80" or char >= "\U000f0000" else 2 for char in text)

    table = Table(headers=("No.", "Name"), rows=[("1", "阿达"), ("阿", "Kâzım"), ("3", "plain")])
    monkeypatch.setattr(tabulate, "wcwidth", None)
    before = blocks_to_text([table])
    monkeypatch.setattr(tabulate, "wcwidth", FakeWcwidth())
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", True)

    assert blocks_to_text([table]) == before


def test_blocks_stand_apart() -> None:
    """Items follow one another closely and hang under their mark; everything else stands apart."""
    blocks = (
        Heading(level=2, text="A section"),
        Paragraph("Some words."),
        Item(lead="First:", text="words " * 20),
        Item(depth=1, number=2, text="inside"),
        Item(),
        Heading(level=3, text="An entry"),
        Item(text="under it"),
        Table(headers=("A",), rows=()),
    )

    assert blocks_to_text(blocks) == (
        "A section\n---------\n\nSome words.\n\n"
        "- First: words words words words words words words words words words words words words words words\n"
        "  words words words words words\n"
        "  2. inside\n-\n\nAn entry\n- under it\n\nA\n---\n"
    )
