"""The quotations that the bench looks for, and what it holds to be true of them."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from rapidfuzz.distance import Levenshtein

from benchmarks.quotations.alterations import ALTERATIONS, Stock, alter
from benchmarks.quotations.plain import fold_plainly
from benchmarks.quotations.printing import Printed
from benchmarks.quotations.prose import write_prose
from benchmarks.quotations.questions import Examination, examine


@pytest.fixture(scope="module")
def examination(printed: Printed) -> Examination:
    """The questions of the printed text."""
    return examine("prose", printed, write_prose(10_000, 2))


def _kinds(examination: Examination) -> Counter[tuple[str, str]]:
    return Counter(
        (each.kind, each.group if each.kind == "present" else "") for each in examination.questions
    )


def test_there_are_as_many_of_each_kind_as_is_said(examination: Examination) -> None:
    """Fifty of each rate, fifty altered, fifty absent; one over each page end, twenty-five at most."""
    kinds = _kinds(examination)

    assert kinds.pop(("over a page end", "")) >= examination.text.count("\f") - 3
    assert dict(kinds) == {
        **{("present", rate): 50 for rate in ("0%", "2%", "5%", "10%")},
        ("altered", ""): 50,
        ("absent", ""): 50,
    }


def test_a_faithful_quotation_stands_where_it_is_said_to_stand(examination: Examination) -> None:
    """It differs from the words there by no more than the damage, and by marks of notes."""
    for question in (each for each in examination.questions if each.kind == "present"):
        there = fold_plainly(examination.text[question.start : question.end])
        rate = float(question.group.strip("%")) / 100
        wrong = Levenshtein.distance(there, fold_plainly(question.quotation))

        assert wrong <= 2 * rate * len(question.quotation) + 3
        assert question.kind != "present" or "\f" not in examination.text[question.start : question.end]


def test_a_quotation_over_a_page_end_runs_over_one(examination: Examination) -> None:
    """A page ends between its first word and its last."""
    for question in (each for each in examination.questions if each.kind == "over a page end"):
        assert examination.text.count("\f", question.start, question.end) == 1


def test_an_absent_quotation_stands_nowhere(examination: Examination, printed: Printed) -> None:
    """Neither the text nor what was meant holds it."""
    texts = fold_plainly(examination.text), fold_plainly(printed.clean)
    for question in (each for each in examination.questions if each.kind == "absent"):
        assert all(fold_plainly(question.quotation) not in text for text in texts)


def test_an_altered_quotation_stands_nowhere(examination: Examination, printed: Printed) -> None:
    """Neither the text nor what was meant holds an altered copy, and its place is that of the original."""
    texts = fold_plainly(examination.text), fold_plainly(printed.clean)
    for question in (each for each in examination.questions if each.kind == "altered"):
        assert all(fold_plainly(question.quotation) not in text for text in texts)
        assert 0 <= question.start < question.end


@pytest.mark.parametrize("kind", ALTERATIONS)
def test_an_altered_quotation_differs_in_words(kind: str, clean: str) -> None:
    """Each alteration changes, drops, adds or moves one word."""
    stock = Stock.of(clean)
    chance = random.Random(1)  # noqa: S311 - the same copies every time
    n_altered = 0
    for sentence in clean.replace("\n", " ").split(". ")[:60]:
        copy = alter(sentence, kind, stock, chance)
        if copy is None:
            continue
        n_altered += 1
        before, after = fold_plainly(sentence).split(), fold_plainly(copy).split()

        assert 1 <= Levenshtein.distance(before, after) <= 2
    assert n_altered > 3


def test_questions_are_the_same_every_time(examination: Examination, printed: Printed) -> None:
    """One text is asked the same questions twice."""
    assert examine("prose", printed, write_prose(10_000, 2)).questions == examination.questions
