"""The report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.report.blocks import Table
from claimcheck.report.markdown import blocks_to_markdown, escape_markdown, render_markdown

_ACTIVE = r"(?<!\\)(?:\\\\)*([`*_\[\]|<>$~^{}#!])"


def test_the_whole_report(report: Report, gold: Callable[[str, str], None]) -> None:
    """The Markdown holds what the table holds, as the gold file has it."""
    gold("report.md", render_markdown(report).partition('\n<a id="tolerances">')[0])


@given(st.text())
def test_escaped_text_has_no_active_marks(text: str) -> None:
    """No mark that Markdown or HTML acts upon is left bare in escaped text."""
    escaped = escape_markdown(plain(text))

    assert not re.search(_ACTIVE, escaped.replace("&#64;", ""))
    assert not re.search(r"&(?!amp;|lt;|gt;|#64;)", escaped)
    assert not re.match(r"([-+]|\d+[.)])(\s|$)", escaped)
    assert "\n" not in escaped


@given(st.text())
def test_escaped_text_says_the_same(text: str) -> None:
    """With the backslashes and entities taken away again, the text is what it was."""
    words = plain(text)
    undone = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape_markdown(words))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&#64;", "@"), ("&amp;", "&")):
        undone = undone.replace(entity, char)

    assert undone == words


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("p. 137, n. 3", "p. 137, n. 3"),
        ("1921. March", r"1921\. March"),
        ("- a list", r"\- a list"),
        ("+ another", r"\+ another"),
        ("--- a rule", r"\--- a rule"),
        ("a_b*c`d", r"a\_b\*c\`d"),
        ("see www.example.org", r"see www\.example.org"),
        ("https://example.org", r"https\://example.org"),
        ("<script>&", "&lt;script&gt;&amp;"),
        ("12 March", "12 March"),
        ("-3 days", "-3 days"),
    ],
)
def test_only_what_acts_is_escaped(text: str, escaped: str) -> None:
    """Locators, dates and figures stay readable in the source of the page."""
    assert escape_markdown(text) == escaped


def test_hostile_words_make_no_markup(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """Tags, tables, links, fences and headings in a dossier are shown as words."""
    text = render_markdown(
        poisoned(report, " <img src=x onerror=alert(1)> | ``` \n# H\n[x](javascript:1) ![](y)")
    )
    tags = re.findall(r"<[^>]*>", text)

    assert {tag for tag in tags if not re.fullmatch(r'</a>|<a id="[\w-]+">', tag)} == set()
    assert "](" not in text.replace(r"\](", "")
    assert "```" not in text
    assert not re.search(r"(?m)^# H", text)


def test_hostile_tables_keep_their_columns(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """Bars and line breaks in cells neither add columns nor rows."""
    text = render_markdown(poisoned(report, " | a\n| b |"))
    rows = [line for line in text.splitlines() if line.startswith("|")]

    assert rows
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {3, 4}


def test_anchors_are_stable_and_unique(report: Report) -> None:
    """Each conflict and question has an anchor made of its id, and no two are the same."""
    anchors = re.findall(r'<a id="([^"]*)">', render_markdown(report))

    assert len(anchors) == len(set(anchors))
    assert {each.id for each in report.conflicts} <= set(anchors)
    assert {f"question-{each.id}" for each in report.dossier.questions} <= set(anchors)


def test_a_hostile_id_makes_no_attribute(report: Report) -> None:
    """An id with quotation marks can't leave the anchor that it stands in."""
    named = evolve(report, conflicts=(evolve(report.conflicts[0], id='x" onclick="y'),))

    assert 'id="x_22__20_onclick_3d__22_y"' in render_markdown(named)


def test_an_empty_table_is_still_a_table() -> None:
    """A table without rows has its headers."""
    assert blocks_to_markdown([Table(headers=("A", "B"), rows=())]) == "| A | B |\n| --- | --- |\n"
