"""What reviewers ruled, in words for a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.model.decision import (
    Assignment,
    Comment,
    Decision,
    DecisionState,
    DecisionStatus,
    Event,
    Ruling,
)
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.report.blocks import Block, Item

RULINGS = {
    Ruling.SIDE: "this side",
    Ruling.BOTH: "both are right, of different things",
    Ruling.NEITHER: "neither side",
    Ruling.COMPATIBLE: "compatible, or one is the more precise",
    Ruling.NO_CONFLICT: "no conflict",
    Ruling.CONFIRMED: "rightly shown",
    Ruling.DISMISSED: "not so",
    Ruling.UNDECIDED: "undecided",
    Ruling.WITHDRAWN: "taken back",
}
"""Every ruling in a historian's words."""

KEYS = {
    Ruling.BOTH: "o",
    Ruling.NEITHER: "n",
    Ruling.COMPATIBLE: "m",
    Ruling.NO_CONFLICT: "x",
    Ruling.CONFIRMED: "a",
    Ruling.DISMISSED: "x",
    Ruling.UNDECIDED: "u",
}
"""The key that chooses a ruling on a page; a side is chosen by its letter."""

STATUSES = {
    DecisionStatus.OPEN: "open",
    DecisionStatus.DECIDED: "decided",
    DecisionStatus.UNDECIDED: "looked at and left undecided",
    DecisionStatus.DISAGREED: "the reviewers disagree",
    DecisionStatus.REOPENED: "open again, because its evidence changed",
}
"""How a conflict or finding stands, in words."""


def ruling_words(decision: Decision) -> str:
    """Return a ruling in words: "side B: “it did not happen”"."""
    if decision.ruling is Ruling.SIDE:
        answer = f": “{plain(decision.answer)}”" if decision.answer else ""
        return f"side {side_letter(decision.side - 1)}{answer}"
    return RULINGS[decision.ruling]


def side_letter(number: int) -> str:
    """Return the letter of a side that is counted from 0; beyond Z they go on as in a spreadsheet."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def event_words(event: Event) -> str:
    """Return an event as a sentence, its day and reviewer first."""
    who = f"{event.at[:10]}, {plain(event.reviewer)}"
    if isinstance(event, Decision):
        reason = f", because {plain(event.reason).rstrip('.')}" if event.reason else ""
        return sentence(f"{who}: {ruling_words(event)}{reason}")
    if isinstance(event, Comment):
        return f"{who}, comment: {plain(event.text)}"
    if isinstance(event, Assignment):
        return sentence(f"{who}: {f'for {plain(event.to)} to look at' if event.to else 'assigned to nobody'}")
    return who


def decision_blocks(state: DecisionState | None, *, in_full: bool = False) -> Iterator[Block]:
    """Yield how a conflict or finding stands with its reviewers; the whole history only when in full."""
    if state is None:
        return
    yield Item(lead="Decision:", text=sentence(STATUSES[state.status]))
    for decision in state.standing:
        yield Item(depth=1, text=event_words(decision))
    if state.changed:
        yield Item(
            depth=1,
            lead="What changed since:",
            text=sentence(listed([plain(each) for each in state.changed])),
        )
    if state.assigned_to:
        yield Item(depth=1, text=f"For {plain(state.assigned_to)} to look at.")
    standing = {each.id for each in state.standing}
    for event in state.history:
        if event.id not in standing and (in_full or isinstance(event, Comment)):
            yield Item(
                depth=1, lead="History:" if not isinstance(event, Comment) else "", text=event_words(event)
            )


def decision_json(state: DecisionState | None) -> dict[str, Any] | None:
    """Return a state as JSON, None where nobody did anything."""
    if state is None:
        return None
    return {
        "status": state.status.value,
        "standing": [_decision(each) for each in state.standing],
        "changed": list(state.changed),
        "assigned_to": state.assigned_to or None,
        "history": [_event(each) for each in state.history],
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "ruling": decision.ruling.value,
        "side": decision.side or None,
        "answer": decision.answer,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "at": decision.at,
    }


def _event(event: Event) -> dict[str, Any]:
    if isinstance(event, Decision):
        return {"event": "decision", **_decision(event), "supersedes": list(event.supersedes)}
    told = {"id": event.id, "reviewer": event.reviewer, "at": event.at}
    if isinstance(event, Assignment):
        return {"event": "assignment", **told, "to": event.to}
    return {"event": "comment", **told, "text": event.text if isinstance(event, Comment) else ""}
