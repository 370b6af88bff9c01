"""What a page is told so that decisions can be made on it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from claimcheck.model.decision import FOR_CONFLICTS, FOR_FINDINGS, DecisionState, Ruling
from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.report.decisions import KEYS, RULINGS, STATUSES, decision_json, event_words
from claimcheck.report.html.page import Desk
from claimcheck.review.evidence import evidence_of_all

_DIGITS = 16


def file_desk(report: Report) -> Desk:
    """
    Return what a page that stands alone is told: all evidence, so that its decisions can be taken over.

    Decisions made there are kept by the browser under a digest of the evidence.
    """
    evidence = evidence_of_all(report)
    states = {each.about: each for each in report.decisions}
    n_sides = {each.id: len(each.sides) for each in report.conflicts}
    items = {
        about: {
            "n_sides": n_sides.get(about, 0),
            "parts": dict(each.parts),
            "state": state_words(states[about]) if about in states else None,
        }
        for about, each in evidence.items()
    }
    parts = json.dumps([(about, sorted(each.parts.items())) for about, each in evidence.items()])
    digest = sha256(parts.encode()).hexdigest()[:_DIGITS]
    told = {"mode": "file", "report": digest, "rulings": rulings(), "problems": []}
    return Desk(told=told, items=items)


def rulings() -> dict[str, list[dict[str, str]]]:
    """Return what can be ruled on a conflict and on a finding, with words and keys."""
    return {"conflict": _offered(FOR_CONFLICTS), "finding": _offered(FOR_FINDINGS)}


def _offered(some: Iterable[Ruling]) -> list[dict[str, str]]:
    return [{"value": each.value, "words": RULINGS[each], "key": KEYS.get(each, "")} for each in some]


def state_words(state: DecisionState) -> dict[str, Any]:
    """Return a state as JSON with the words that a reader sees."""
    told: dict[str, Any] = decision_json(state) or {}
    for entry, event in zip(told["history"], state.history, strict=True):
        entry["words"] = event_words(event)
    told["changed"] = [plain(each) for each in state.changed]
    return {"about": state.about, "status_words": STATUSES[state.status], **told}
