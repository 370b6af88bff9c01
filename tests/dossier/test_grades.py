"""Declared grades and the conditions of a silence, as they stand in a dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.dossier.load import load
from claimcheck.model.criticism import GradeBasis

MakeDossier = Callable[..., Path]

QUESTION = """
claimcheck: 1
part: questions
questions:
  - question: met
    asks: Did they meet?
    kind: occurrence
    attestations:
      - {in: brenn}
      - in: brenn
        stance: doubts
        grades:
%s
"""


def test_grades_are_read_in_the_order_of_the_rules(make_dossier: MakeDossier) -> None:
    """Whatever order they are written in, each grade keeps its reason, and is the historian's own."""
    grades = """\
          ability: {grade: could-not-know, because: he was at   sea}
          form: {grade: relic, because: the ticket itself is pasted in}
"""
    (question,) = load(make_dossier(q=QUESTION % grades)).questions

    assert [(each.rule, each.best, each.worst, each.because) for each in question.attestations[1].grades] == [
        ("form", "relic", "relic", "the ticket itself is pasted in"),
        ("ability", "could-not-know", "could-not-know", "he was at sea"),
    ]
    assert {each.basis for each in question.attestations[1].grades} == {GradeBasis.DECLARED}
    assert question.attestations[0].grades == ()


@pytest.mark.parametrize(
    ("grade", "code", "place", "hint"),
    [
        ("intrest: {grade: indifferent, because: x}", "unknown-key", "12:11", "did you mean 'interest'?"),
        (
            "interest: {grade: against-own-sid, because: x}",
            "wrong-value",
            "12:29",
            "did you mean 'against-own-side'?",
        ),
        ("interest: {grade: relic, because: x}", "wrong-value", "12:29", ""),
        ("interest: {grade: indifferent}", "missing-key", "12:21", "add `because:`"),
        ("interest: {because: he was his brother}", "missing-key", "12:21", "add `grade:` (best first)"),
        (
            "interest: indifferent",
            "wrong-value",
            "12:21",
            "write its keys (grade, because), each with a value",
        ),
    ],
)
def test_a_wrong_grade_is_told_where_it_stands(
    make_dossier: MakeDossier, grade: str, code: str, place: str, hint: str
) -> None:
    """Without its grade an attestation might count again, so that it is left out and the problem told."""
    dossier = load(make_dossier(q=QUESTION % f"          {grade}"))
    (problem,) = dossier.problems
    (question,) = dossier.questions

    assert (problem.code, problem.hint) == (code, hint)
    assert f"{problem.where.line}:{problem.where.column}" == place
    assert len(question.attestations) == 1


def test_a_silence_has_three_conditions(make_dossier: MakeDossier) -> None:
    """It may be argued from when each of them is affirmed; a silence of the older kind still reads."""
    text = """
claimcheck: 1
part: questions
questions:
  - question: met
    asks: Did they meet?
    kind: occurrence
    attestations: [{in: brenn}]
    silences:
      - source: letter
        would-have-known: she lived there
        would-have-said: she tells of every guest
        record-survives: all her letters are kept
      - {source: brenn-1911, searched: all of it, because: he tells all, would-have-known: he was there}
      - {source: letter, in: brenn, because: she tells all}
"""
    dossier = load(make_dossier(q=text))
    whole, part, none = dossier.questions[0].silences

    assert dossier.problems == ()
    assert [each.is_argument for each in (whole, part, none)] == [True, False, False]
    assert (whole.would_have_said, part.would_have_known) == ("she tells of every guest", "he was there")
    assert (none.because, none.conditions[0]) == ("she tells all", ("it would have known", ""))


def test_a_source_keeps_the_days_of_its_first_publication(make_dossier: MakeDossier) -> None:
    """CSL's original date comes before that of the edition at hand, where it is a date at all."""
    text = """
claimcheck: 1
part: sources
sources:
  - {id: reprint, issued: 1960, original-date: 1927}
  - {id: vague, issued: 1960, original-date: in his youth}
  - {id: undated}
"""
    spans = {source.id: source.issued_span for source in load(make_dossier(s=text)).sources}

    assert {name: str(span) for name, span in spans.items()} == {
        "brenn-1911": "1911-01-01/1911-12-31",
        "letter": "None",
        "reprint": "1927-01-01/1927-12-31",
        "vague": "1960-01-01/1960-12-31",
        "undated": "None",
    }
