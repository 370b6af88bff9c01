"""A report with the decisions that lie beside its dossier."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from claimcheck.model.problem import problem_order
from claimcheck.model.report import Report

_R = TypeVar("_R", bound=Report)


def with_ledger(report: _R, folder: str | os.PathLike[str]) -> _R:
    """Return a report with what the ledger in a folder says of it, the ledger's problems among its own."""
    from claimcheck.review.ledger import Ledger

    found = Ledger(Path(folder)).read()
    if found.problems:
        problems = sorted((*report.problems, *found.problems), key=problem_order)
        report = evolve(report, problems=tuple(problems))
    if not found.events:
        return report
    from claimcheck.review.standing import with_decisions

    return with_decisions(report, found.events)
