"""What a reviewer sends, checked against what the reviewer saw, and written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from claimcheck.model.decision import (
    FOR_CONFLICTS,
    FOR_FINDINGS,
    Decision,
    DecisionState,
    Event,
    Evidence,
    Ruling,
)
from claimcheck.model.problem import Problem
from claimcheck.review.desk.case import Case, Examined
from claimcheck.review.desk.state import evidence_digest
from claimcheck.review.events import VERSION, Events, read_event
from claimcheck.review.standing import state_of

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
_TICK = timedelta(microseconds=1)
_LAST = datetime.max.replace(tzinfo=UTC)


class RefusedError(Exception):
    """Why nothing was written: a code for the page, words for the reviewer."""

    def __init__(self, code: str, message: str, **more: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.more = more


def write(case: Case, asked: Mapping[str, Any]) -> tuple[DecisionState, tuple[Problem, ...]]:
    """
    Write what a reviewer sent, and return how things stand now and what was odd about the ledger.

    `asked` names the `event`, what it is `about`, the `reviewer`, and what the page showed: the digest
    of the `evidence` and the ids of the decisions that were `standing`. RefusedError when either is not
    what it is now, or the words are none; LedgerError when it cannot be written.
    """
    examined = case.examined()
    about = asked.get("about")
    if not isinstance(about, str) or about not in examined.evidence:
        raise RefusedError("gone", "the conflict or finding is not there any more; load the page again")
    evidence = examined.evidence[about]
    state = state_of(about, _of(about, case.ledger.read()), evidence)
    event = _event(asked, about, state, evidence, examined)
    decides = isinstance(event, Decision)
    if decides and asked.get("evidence") != evidence_digest(evidence):
        raise RefusedError("evidence-changed", "its evidence has changed since the page was loaded")

    def unless(found: Events) -> None:
        now = state_of(about, _of(about, found), evidence)
        if decides and _standing(now) != set(_texts(asked.get("standing"))):
            raise RefusedError(
                "decided-meanwhile", "somebody decided on it since the page was loaded", state=now
            )

    problems = case.ledger.append([event], unless)
    return state_of(about, _of(about, case.ledger.read()), evidence), problems


def _event(
    asked: Mapping[str, Any], about: str, state: DecisionState, evidence: Evidence, examined: Examined
) -> Event:
    fields: dict[str, Any] = {
        "claimcheck": VERSION,
        "event": asked.get("event"),
        "id": uuid4().hex,
        "about": about,
        "reviewer": asked.get("reviewer", ""),
        "at": _moment(state),
    }
    for key in ("ruling", "side", "reason", "text", "to"):
        if key in asked:
            fields[key] = asked[key]
    if fields["event"] == "decision":
        fields["evidence"] = dict(evidence.parts)
        fields["supersedes"] = [each.id for each in state.standing]
        if fields.get("ruling") == Ruling.WITHDRAWN.value and not state.standing:
            raise RefusedError("malformed", "there is no decision to take back")
    try:
        event = read_event(fields)
    except ValueError as error:
        raise RefusedError("malformed", _words(error)) from error
    if isinstance(event, Decision):
        return _checked(event, about, examined)
    return event


def _checked(decision: Decision, about: str, examined: Examined) -> Decision:
    """Return a decision with its answer in words; it must be one that its subject admits."""
    from attrs import evolve

    n_sides = examined.n_sides.get(about, 0)
    admitted = FOR_CONFLICTS if n_sides else FOR_FINDINGS
    if decision.ruling not in (*admitted, Ruling.WITHDRAWN):
        raise RefusedError("malformed", f"{decision.ruling.value!r} is no ruling on this")
    if decision.side > n_sides:
        raise RefusedError("malformed", f"there is no side {decision.side}; there are {n_sides}")
    return evolve(decision, answer=_answer(decision, about, examined))


def _answer(decision: Decision, about: str, examined: Examined) -> str:
    """Return what the chosen side says, so that the ledger can be read without the dossier."""
    if decision.ruling is not Ruling.SIDE:
        return ""
    conflict = next(each for each in examined.report.conflicts if each.id == about)
    side = conflict.sides[decision.side - 1]
    claims = {claim.id: claim for result in examined.report.results for claim in result.claims}
    if side.claim in claims:
        return claims[side.claim].answer
    first = examined.report.attestation(side.attestations[0])
    return f"{first.stance.value}: {first.printed or first.value.text}"


def _moment(state: DecisionState) -> str:
    """
    Return the moment now, where there is one later than what it takes the place of: clocks are set back.

    After the last moment that can be written comes none; what is superseded stays so all the same.
    """
    now = datetime.now(tz=UTC)
    for each in state.standing:
        earlier = datetime.fromisoformat(each.at)
        if earlier > now - _TICK and earlier <= _LAST - _TICK:
            now = earlier + _TICK
    return now.strftime(_FORMAT)


def _of(about: str, found: Events) -> list[Event]:
    return [each for each in found.events if each.about == about]


def _standing(state: DecisionState) -> set[str]:
    return {each.id for each in state.standing}


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _words(error: ValueError) -> str:
    text = str(error)
    return "a reason is needed" if text.startswith("'reason' is missing") else text
