"""What the answers come to: how many were right, and which were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from benchmarks.quotations.plain import Folded, fold_plainly
from benchmarks.quotations.questions import Examination, Question

OURS, BARE = "claimcheck", "no extras"
PEERS = ("sassy-rs", "rapidfuzz")

_LEAST_OVERLAP = 0.8
_ACCEPTED = frozenset({"exact", "near"})
_N_SHOWN = 150


@frozen(kw_only=True)
class Answered:
    """A question with its answer: whether the place is the right one, and whether it was accepted."""

    question: Question
    answer: Mapping[str, Any]
    is_right: bool
    is_accepted: bool


@frozen(kw_only=True)
class Share:
    """One line of the table: a share for each who was asked, None where nothing was asked or judged."""

    name: str
    cells: Mapping[str, float | None]
    target: str = ""
    is_met: bool = False
    note: str = ""

    def __str__(self) -> str:
        cells = "".join(f"{_percent(cell):>12}" for cell in self.cells.values())
        target = f"\n    target: {self.target}: {'met' if self.is_met else 'MISSED'}" if self.target else ""
        return f"{self.name:42}{cells}{target}" + (f"\n    {self.note}" if self.note else "")


@frozen(kw_only=True)
class Failure:
    """A quotation that was judged wrongly; written to a file of its own when one is named."""

    text: str


def heading(names: Sequence[str]) -> str:
    """Return the line above a table of shares."""
    return " " * 42 + "".join(f"{name:>12}" for name in names)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}".replace("%", " %")


def answered_in_text(examination: Examination, answers: Sequence[Mapping[str, Any]]) -> list[Answered]:
    """Hold our answers, places in the text, against what is true."""
    text = examination.text
    return [
        Answered(
            question=question,
            answer=answer,
            is_right=_is_right(question, (question.start, question.end), answer, text),
            is_accepted=answer["status"] in _ACCEPTED,
        )
        for question, answer in zip(examination.questions, answers, strict=False)
    ]


def answered_in_folded(
    examination: Examination, folded: Folded, answers: Sequence[Mapping[str, Any]]
) -> list[Answered]:
    """Hold a peer's answers, places in the folded text, against what is true. What it finds it accepts."""
    found = []
    for question, answer in zip(examination.questions, answers, strict=False):
        true = (-1, -1) if question.start < 0 else folded.edited.span(question.start, question.end)
        right = _is_right(question, true, answer, folded.text)
        found.append(Answered(question=question, answer=answer, is_right=right, is_accepted=bool(answer)))
    return found


def _is_right(question: Question, true: tuple[int, int], answer: Mapping[str, Any], text: str) -> bool:
    """Whether a place overlaps the true one by four fifths, or is as like the quotation as that is."""
    if answer.get("start") is None or question.start < 0:
        return False
    start, end = answer["start"], answer["end"]
    shared = min(end, true[1]) - max(start, true[0])
    if shared >= _LEAST_OVERLAP * max(end - start, true[1] - true[0]):
        return True
    from rapidfuzz.distance import Levenshtein

    quotation = fold_plainly(question.quotation)
    there, true_words = fold_plainly(text[start:end]), fold_plainly(text[slice(*true)])
    return Levenshtein.distance(quotation, there) <= Levenshtein.distance(quotation, true_words)


Test = Callable[[Answered], bool]


def share(answered: Sequence[Answered], is_asked: Callable[[Question], bool], holds: Test) -> float | None:
    """Return the share of the answers to certain questions for which something holds."""
    asked = [each for each in answered if is_asked(each.question)]
    return sum(map(holds, asked)) / len(asked) if asked else None


def reasons(answered: Sequence[Answered], is_asked: Callable[[Question], bool]) -> str:
    """Return why faithful quotations were flagged, and how many could not have been told from other words."""
    flagged = [each for each in answered if is_asked(each.question) and not each.is_accepted]
    statuses = Counter(each.answer["status"] for each in flagged)
    told = [f"{status} {n}" for status, n in sorted(statuses.items())]
    n_hit = sum(is_asked(each.question) and bool(each.question.hit) for each in answered)
    hit = f"; in {n_hit} the damage made another known word, or another figure" if n_hit else ""
    return ", ".join(told or ["none flagged"]) + hit


def failures(examination: Examination, answered: Sequence[Answered]) -> list[Failure]:
    """Return what was judged wrongly: faithful and flagged or not found, altered or absent and accepted."""
    found = []
    for each in answered:
        question, answer = each.question, each.answer
        is_faithful = question.kind not in ("altered", "absent")
        if each.is_accepted == is_faithful and (each.is_right or not is_faithful):
            continue
        place = "" if each.is_right or not is_faithful else ", another place"
        stands = examination.text[question.start : question.end] if question.start >= 0 else ""
        found.append(
            Failure(
                text=f"{examination.name}, {question.kind} {question.group} {question.hit}: "
                f"{answer['status']}{place}\n"
                f"  quoted  {question.quotation!r}\n  stands  {stands!r}\n  "
                f"differs {'; '.join(answer['differs'])[: 2 * _N_SHOWN]}\n"
            )
        )
    return found
