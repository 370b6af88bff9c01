"""Shapes: what is wrong is told once, and no more than necessary is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dossier.format import ATTESTATION, QUESTION, SOURCE
from claimcheck.dossier.nodes import Fields, Node
from claimcheck.dossier.problems import Collector, Page
from claimcheck.dossier.reader import read_nodes
from claimcheck.dossier.shape import Shape
from claimcheck.model.problem import Problem

Checked = tuple[Node | None, tuple[Problem, ...]]
Check = Callable[[Shape, str], Checked]


@pytest.fixture
def check() -> Check:
    """Return a function that reads a text and checks it against a shape."""

    def run(shape: Shape, text: str) -> Checked:
        collector = Collector()
        page = Page("f.yaml", collector)
        node = read_nodes(text, page)
        assert node is not None
        return shape.check(node, page), collector.problems()

    return run


def test_misspelt_key_gets_a_suggestion(check: Check) -> None:
    """An unknown key is told at its place, with the key that was probably meant."""
    _, problems = check(SOURCE, "id: a\ntitel: b\n")

    assert [(str(problem.where), problem.code) for problem in problems] == [("f.yaml:2:1", "unknown-key")]
    assert problems[0].hint == "did you mean 'title'?"


def test_source_loses_only_the_wrong_key(check: Check) -> None:
    """What much refers to is kept without the part that is wrong."""
    node, problems = check(SOURCE, "id: a\nform: relict\ntitle: b\nauthor: [{family: c}, d]\n")

    assert isinstance(node, Fields)
    assert sorted(node.nodes) == ["author", "id", "title"]
    assert [author.text("family") for author in node.entries("author")] == ["c"]
    assert [problem.code for problem in problems] == ["wrong-value", "wrong-value"]
    assert problems[0].hint == "did you mean 'relic'?"


@pytest.mark.parametrize(
    "wrong",
    [
        "stanse: denies",
        "stance: denys",
        "stance:",
        "chain: [{source: c, relay: doubt}]",
        "hedge: &x y\nhedge: z",
    ],
)
def test_attestation_is_never_kept_in_part(wrong: str, check: Check) -> None:
    """An attestation without its misspelt stance, relay or hedge would say something else."""
    node, problems = check(ATTESTATION, f"in: a\nvalue: b\n{wrong}\n")

    assert node is None
    assert problems


def test_question_loses_only_the_wrong_attestation(check: Check) -> None:
    """A question survives the loss of an attestation."""
    node, problems = check(
        QUESTION, "question: q\nasks: Who?\nkind: person\nattestations: [{in: a, value: b}, {value: c}, 4]\n"
    )

    assert isinstance(node, Fields)
    assert [one.text("value") for one in node.entries("attestations")] == ["b"]
    assert [problem.code for problem in problems] == ["missing-key", "wrong-value"]


def test_question_with_a_wrong_key_is_left_out(check: Check) -> None:
    """A question whose own keys are wrong is not asked: `answer` for `answers` would make conflicts."""
    node, _ = check(QUESTION, "question: q\nasks: Who?\nkind: person\nanswer: several\nattestations: []\n")

    assert node is None


def test_missing_keys_are_told_together(check: Check) -> None:
    """All required keys that are missing are named in one problem at the entry."""
    node, problems = check(QUESTION, "asks: Who?\n")

    assert node is None
    assert [problem.message for problem in problems] == [
        "expected the keys 'question' and 'kind' and 'attestations'"
    ]


@pytest.mark.parametrize("text", ["id:\n", "id: ''\n", "id: '  '\n"])
def test_nothing_is_no_value(text: str, check: Check) -> None:
    """A key without a value is told as such."""
    assert [problem.code for problem in check(SOURCE, text)[1]] == ["no-value"]


@pytest.mark.parametrize("text", ["id: Çakmak\n", "id: a b\n", "id: -a\n", "id: [a]\n", "id: {a: b}\n"])
def test_ids_are_plain(text: str, check: Check) -> None:
    """An id of other letters, with a space or of another structure is refused with what an id may hold."""
    node, problems = check(SOURCE, text)

    assert node is None
    assert problems[0].code == "wrong-value"
    assert "letters a-z" in problems[0].hint


def test_what_the_reader_refused_is_not_told_twice(check: Check) -> None:
    """A value that was cut by a comment is missing afterwards, and that is no second problem."""
    _, problems = check(SOURCE, "id: Chapter #4\n")

    assert [problem.code for problem in problems] == ["text-cut-by-comment"]
