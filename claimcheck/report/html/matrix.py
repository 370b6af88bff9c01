"""Questions against sources: who affirms, denies, doubts, is silent. The bird's-eye view of a case."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.model.question import Question
from claimcheck.report.anchor import question_anchor, source_anchor
from claimcheck.report.view import View

_STANCES = ("affirms", "denies", "doubts", "silent")
"""What a source may do, in the order in which a cell shows it."""

_MOST_COLUMNS = 40
_MOST_ROWS = 200


@frozen(kw_only=True)
class Cell:
    """What one source does with one question: stances, in a fixed order, and in words."""

    marks: tuple[str, ...]
    words: str
    in_conflict: bool


@frozen(kw_only=True)
class Line:
    """
    One question: its anchor, what it asks, its cells in the order of the columns, None where empty.

    `others` counts the sources that speak to it, or are silent on it, and have no column.
    """

    anchor: str
    asks: str
    n_conflicts: int
    cells: tuple[Cell | None, ...]
    others: int


@frozen(kw_only=True)
class Matrix:
    """
    Columns of sources, and lines of questions to which more than one of them speaks, then the others.

    `has_others` tells that there are more sources than columns, `left_out` what else a large case leaves
    out.
    """

    columns: tuple[tuple[str, str], ...]
    compared: tuple[Line, ...]
    alone: tuple[Line, ...]
    has_others: bool
    left_out: tuple[str, ...]


def matrix_of(view: View) -> Matrix:
    """Return the matrix of a report: its sources by how often they speak, its questions in their order."""
    cells = {question.id: _stances(view, question) for question in view.questions}
    spoken: dict[str, int] = {}
    for found in cells.values():
        for source in found:
            spoken[source] = spoken.get(source, 0) + 1
    by_name = sorted(spoken, key=lambda each: (-spoken[each], view.source(each), each))
    columns = by_name[:_MOST_COLUMNS]
    disputing = _disputing(view)
    compared: list[Line] = []
    alone: list[Line] = []
    for question in view.questions:
        line = _line(view, question, columns, cells[question.id], disputing)
        (compared if len(cells[question.id]) > 1 or line.n_conflicts else alone).append(line)
    left_out = [
        f"Of {len(lines):,} questions the first {_MOST_ROWS} are shown."
        for lines in (compared, alone)
        if len(lines) > _MOST_ROWS
    ]
    if len(by_name) > _MOST_COLUMNS:
        left_out.append(
            f"The {_MOST_COLUMNS} sources that speak to most questions have a column each; how many of the "
            f"{len(by_name) - _MOST_COLUMNS:,} others speak to a question is counted in the last one."
        )
    return Matrix(
        columns=tuple((source_anchor(each), view.source(each)) for each in columns),
        compared=tuple(compared[:_MOST_ROWS]),
        alone=tuple(alone[:_MOST_ROWS]),
        has_others=len(by_name) > _MOST_COLUMNS,
        left_out=tuple(dict.fromkeys(left_out)),
    )


def _stances(view: View, question: Question) -> dict[str, set[str]]:
    """Return what each source does with a question; a source that only passes something on does nothing."""
    found: dict[str, set[str]] = {}
    for attestation in view.counted(question.id):
        found.setdefault(attestation.speaker, set()).add(attestation.stance.value)
    for silence in question.silences:
        found.setdefault(silence.source, set()).add("silent")
    return found


def _disputing(view: View) -> set[tuple[str, str]]:
    """Return the pairs of question and source in which the source stands on a side of a conflict."""
    ids = {
        each for conflict in view.report.conflicts for side in conflict.sides for each in side.attestations
    }
    found = filter(None, map(view.attestation, ids))
    return {(each.question, each.speaker) for each in found}


def _line(
    view: View,
    question: Question,
    columns: Sequence[str],
    stances: dict[str, set[str]],
    disputing: set[tuple[str, str]],
) -> Line:
    shown = frozenset(columns)
    return Line(
        anchor=question_anchor(question.id),
        asks=plain(question.asks),
        n_conflicts=len(view.conflicts_of(question.id)),
        cells=tuple(
            _cell(stances[source], (question.id, source) in disputing) if source in stances else None
            for source in columns
        ),
        others=sum(source not in shown for source in stances),
    )


def _cell(stances: set[str], in_conflict: bool) -> Cell:
    marks = tuple(each for each in _STANCES if each in stances)
    words = " and ".join("is silent" if each == "silent" else each for each in marks)
    return Cell(marks=marks, words=f"{words}, in conflict" if in_conflict else words, in_conflict=in_conflict)
