"""Which picture shows a question or a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.finding import Conflict
from claimcheck.model.question import Question
from claimcheck.report.decisions import side_letter
from claimcheck.report.html.pictures.holders import holders
from claimcheck.report.html.pictures.loop import loop
from claimcheck.report.html.pictures.number_line import number_line
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told
from claimcheck.report.html.pictures.time_bar import time_bar
from claimcheck.report.view import View

_MOST_ROWS = 12
"""More rows than this are no picture any longer; the table of what was said stands without one."""


def picture_of_conflict(view: View, conflict: Conflict) -> Picture | None:
    """Return a loop, or what both sides say over one axis; None where their kind has no picture."""
    if conflict.links:
        return loop(view, conflict)
    told = [
        Told(attestation=attestation, speaker=view.speaker(attestation), side=side_letter(number))
        for number, side in enumerate(conflict.sides)
        for attestation in filter(None, map(view.attestation, side.attestations))
    ]
    question = view.question(conflict.questions[0]) if conflict.questions else None
    return _picture(question, told)


def picture_of_question(view: View, question: Question) -> Picture | None:
    """Return what all say to a question over one axis; None where its kind has no picture."""
    told = [Told(attestation=each, speaker=view.speaker(each)) for each in view.counted(question.id)]
    return _picture(question, told) if len(told) > 1 else None


def _picture(question: Question | None, told: Sequence[Told]) -> Picture | None:
    kinds = {each.attestation.value.kind for each in told}
    if len(kinds) != 1 or len(told) > _MOST_ROWS:
        return None
    (kind,) = kinds
    if kind == "holder":
        return holders(told, "Who held it when, according to whom", question.when if question else None)
    if kind == "date":
        return time_bar(told, "The days that each leaves possible")
    if kind == "quantity":
        return number_line(told, _counted(told))
    if kind == "order":
        return number_line(told, "Days after the other event")
    return None


def _counted(told: Sequence[Told]) -> str:
    facets = (facet for each in told for facet in each.attestation.value.scope.facets)
    units = {facet.text for facet in facets if facet.name == "unit"}
    return f"The figures that each leaves possible{f', in {min(units)}' if len(units) == 1 else ''}"
