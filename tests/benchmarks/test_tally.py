"""What the answers to the questions of the bench come to."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quotations.plain import Folded
from benchmarks.quotations.questions import Examination, Question
from benchmarks.quotations.tally import Share, answered_in_folded, answered_in_text, failures, share

_TEXT = "The bridge fell\nin March. The bridge fell\nin May, said the captain of the boats."
_QUESTION = Question(quotation="The bridge fell in", kind="present", group="0%", start=26, end=44)


def _examination(*questions: Question) -> Examination:
    return Examination(name="a bridge", text=_TEXT, first_page=None, questions=questions)


def _answer(start: int | None, end: int | None, status: str = "near") -> dict[str, Any]:
    return {"start": start, "end": end, "status": status, "differs": []}


@pytest.mark.parametrize(
    ("start", "end", "is_right"),
    [(26, 44, True), (26, 46, True), (0, 18, True), (45, 63, False), (26, 80, False)],
)
def test_a_place_is_right_by_overlap_or_when_it_is_as_good(start: int, end: int, is_right: bool) -> None:
    """The true place, nearly so, or one that is as like the quotation is right; no other is."""
    answered = answered_in_text(_examination(_QUESTION), [_answer(start, end)])

    assert [each.is_right for each in answered] == [is_right]


def test_a_peer_is_held_against_the_same_place() -> None:
    """A place in the folded text is the place in the text that it was folded from."""
    folded = Folded.of(_TEXT)

    assert folded.text[26:44] == "the bridge fell in"
    assert answered_in_folded(_examination(_QUESTION), folded, [{"start": 26, "end": 44}])[0].is_right
    assert not answered_in_folded(_examination(_QUESTION), folded, [{}])[0].is_accepted


def test_failures_are_told_and_nothing_else() -> None:
    """Faithful and flagged, or altered and accepted, is told with both wordings; what is right is not."""
    altered = Question(
        quotation="The bridge stood in", kind="altered", group="word changed", start=26, end=44
    )
    examination = _examination(_QUESTION, _QUESTION, altered, altered)
    answers = [_answer(26, 44), _answer(26, 44, "altered"), _answer(26, 44), _answer(26, 44, "altered")]
    told = [each.text for each in failures(examination, answered_in_text(examination, answers))]

    assert [text.splitlines()[0] for text in told] == [
        "a bridge, present 0% : altered",
        "a bridge, altered word changed : near",
    ]
    assert all("'The bridge fell\\nin'" in text for text in told)


def test_a_share_says_whether_its_target_is_met() -> None:
    """The line shows each share, a dash for what was not asked, and the target."""
    answered = answered_in_text(_examination(_QUESTION), [_answer(None, None, "absent")])
    found = share(answered, lambda question: question.kind == "present", lambda each: each.is_right)
    line = Share(name="recall", cells={"ours": found, "theirs": None}, target="at least 98%", is_met=False)

    assert found == 0
    assert str(line).split() == ["recall", "0.0", "%", "–", "target:", "at", "least", "98%:", "MISSED"]
