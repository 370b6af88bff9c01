"""Every code of a report has its words, and stands in the documentation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimcheck.model.document import DocumentStatus, QuotationStatus
from claimcheck.model.finding import ConflictScope
from claimcheck.model.rules import RULES, rule_words
from claimcheck.report import codes
from claimcheck.values.relation import Relation


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page on how to read a report."""
    return (root / "docs" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", codes.FINDING_CODES)
def test_the_page_explains_every_finding(code: str, page: str) -> None:
    """Each code of a finding has a row on the page, under the heading that the report gives it."""
    assert f"| `{code}` | {codes.finding_heading(code)} |" in page


@pytest.mark.parametrize(
    "code",
    [
        *(each.value for each in Relation if each.is_conflict),
        *(each.value for each in ConflictScope),
        *(each.value for each in QuotationStatus),
        *(each.value for each in DocumentStatus),
    ],
)
def test_the_page_explains_every_other_code(code: str, page: str) -> None:
    """Relations of conflicts, scopes, and the statuses of quotations and documents are explained."""
    assert f"| `{code}` |" in page


def test_the_page_has_no_stale_codes(page: str) -> None:
    """The page explains no finding that the report does not know."""
    section = page.partition("## Findings")[2].partition("\n## ")[0]

    assert tuple(re.findall(r"(?m)^\| `([\w-]+)` \|", section)) == codes.FINDING_CODES


def test_the_schema_knows_every_finding(root: Path) -> None:
    """The schema allows the codes that the report knows, and no others."""
    schema = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))

    assert tuple(schema["$defs"]["finding"]["properties"]["code"]["enum"]) == codes.FINDING_CODES


def test_every_code_that_is_made_has_a_heading(root: Path) -> None:
    """Whatever code a station gives a finding is one of ours."""
    made: set[str] = set()
    for path in (root / "claimcheck").rglob("*.py"):
        made.update(re.findall(r'Finding\(\s+id=[^\n]+\s+code="([\w-]+)"', path.read_text(encoding="utf-8")))

    assert made
    assert made <= set(codes.FINDING_CODES)


def test_every_rule_has_a_sentence(root: Path) -> None:
    """Whatever rule a comparison names is told as a sentence of its own, not as its code."""
    made: set[str] = set()
    for folder in ("values", "compare"):
        for path in (root / "claimcheck" / folder).rglob("*.py"):
            made.update(re.findall(r'\brule="([\w-]+)"', path.read_text(encoding="utf-8")))

    assert "envelopes-apart" in made
    assert made - set(RULES) == set()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("scope-unstated:whose", "Only one side states whose it is; "),
        ("scope-unstated:place+when+unit", "Only one side states the place, the time and the unit; "),
        ("scope-differs:party", "The sides differ in the party, "),
        ("some-rule-of-theirs", "Some rule of theirs."),
        ("the tide never turns twice", "The tide never turns twice."),
        ("", ""),
    ],
)
def test_rules_are_told_as_sentences(rule: str, words: str) -> None:
    """Facets are named in words, and a rule that we don't know is told as it stands."""
    assert rule_words(rule).startswith(words)


def test_an_unknown_code_is_its_own_heading() -> None:
    """A finding of somebody else's kind still stands under a heading."""
    assert codes.finding_heading("third-party-code") == "Third party code"


def test_more_than_two_sides_are_all() -> None:
    """Two sides cannot both be right; three cannot all be."""
    assert codes.relation_words(Relation.NECESSARY_CONFLICT) == "cannot both be right"
    assert codes.relation_words(Relation.POSSIBLE_CONFLICT, 3) == "may not all be right"
