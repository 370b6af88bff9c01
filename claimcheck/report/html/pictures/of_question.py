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

_DRAWN = {"holder", "date", "quantity", "order"}
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
    sides = "the two sides" if len(conflict.sides) == 2 else "the sides"
    return _picture(view, question, told, whose=f"{sides} of this conflict")


def n_drawn(view: View, question: Question) -> int:
    """Return how many answers the picture of a question shows, none where it has no picture."""
    told = view.counted(question.id)
    kinds = {each.value.kind for each in told}
    return len(told) if len(kinds) == 1 and kinds <= _DRAWN and 1 < len(told) <= _MOST_ROWS else 0


def picture_of_question(view: View, question: Question) -> Picture | None:
    """Return what all say to a question over one axis; None where its kind has no picture."""
    told = [Told(attestation=each, speaker=view.speaker(each)) for each in view.counted(question.id)]
    return _picture(view, question, told, whose="each") if len(told) > 1 else None


def _picture(view: View, question: Question | None, told: Sequence[Told], whose: str) -> Picture | None:
    kinds = {each.attestation.value.kind for each in told}
    if len(kinds) != 1 or len(told) > _MOST_ROWS:
        return None
    (kind,) = kinds
    frame, profile = question.when if question else None, view.report.dossier.profile
    if kind == "holder":
        according = "whom" if whose == "each" else whose
        return holders(told, f"Who held it when, according to {according}", frame)
    if kind == "date":
        return time_bar(told, f"The days that {whose} {_leaves(whose)} possible", frame, profile)
    if kind == "quantity":
        unit = _unit(told)
        caption = f"The figures that {whose} {_leaves(whose)} possible{unit}"
        return number_line(told, caption, profile)
    if kind == "order":
        caption = f"Days after the other event that {whose} {_leaves(whose)} possible"
        return number_line(told, caption, profile)
    return None


def _leaves(whose: str) -> str:
    return "leaves" if whose == "each" else "leave"


def _unit(told: Sequence[Told]) -> str:
    facets = (facet for each in told for facet in each.attestation.value.scope.facets)
    units = {facet.text for facet in facets if facet.name == "unit"}
    return f", in {min(units)}" if len(units) == 1 else ""
