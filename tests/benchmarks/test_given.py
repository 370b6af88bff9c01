"""Texts and pairs that somebody brings along."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from benchmarks.quotations.damage import slips
from benchmarks.quotations.edits import Edited
from benchmarks.quotations.given import as_read, read_pairs
from benchmarks.quotations.plain import fold_plainly
from benchmarks.quotations.questions import examine


def _lines(clean: str) -> list[tuple[str, str]]:
    chance = random.Random(1)  # noqa: S311 - the same damage every time
    words = clean.replace("\n", " ").split()
    lines = [" ".join(words[start : start + 9]) for start in range(0, len(words), 9)]
    return [
        (
            Edited.of(line, list(slips(line, 0, len(line), chance.choice((0.001, 0.04, 0.1)), chance))).text,
            line,
        )
        for line in lines
    ]


@pytest.mark.no_cover
def test_quotations_are_taken_from_the_truth(clean: str) -> None:
    """A quotation is what stands there in truth, its place is what was read, and its damage is measured."""
    examination = examine("pairs", as_read(_lines(clean)), clean[::-1], is_real=True)
    faithful = [each for each in examination.questions if each.kind == "present"]

    assert {each.group for each in faithful} == {"0%", "2%", "5%", "10%"}
    for question in faithful:
        there = examination.text[question.start : question.end]
        assert question.quotation in clean.replace("\n", " ")
        assert (fold_plainly(there) == fold_plainly(question.quotation)) == (question.group == "0%")


def test_a_word_over_the_end_of_a_line_is_one_word() -> None:
    """A hyphen at the end of a line belongs to the print."""
    printed = as_read(
        [("the brldge over the moun-", "the bridge over the moun-"), ("tain fell", "tain fell")]
    )

    assert printed.clean == "the bridge over the mountain fell "
    assert printed.text[slice(*printed.span(20, 28))] == "moun-\ntain"


def test_columns_are_chosen_by_name(tmp_path: Path) -> None:
    """The first two columns, or those that are named; one that is not there is told."""
    path = tmp_path / "pairs.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "read", "true"), ("1", "tbe", "the"), ("2", "", "a")])

    assert list(read_pairs(path, None, None)) == [("1", "tbe")]
    assert list(read_pairs(path, "read", "true")) == [("tbe", "the")]
    with pytest.raises(SystemExit, match="no column 'ocr'"):
        list(read_pairs(path, "ocr", "true"))
