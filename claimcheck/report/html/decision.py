"""What reviewers made of a conflict or finding, as the page shows it."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.decision import DecisionState
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.report.decisions import STATUSES, event_words


@frozen(kw_only=True)
class DecisionShown:
    """How it stands, the rulings that stand, what changed since, who is to look at it, and all that was."""

    status: str
    words: str
    standing: tuple[str, ...]
    changed: str
    assigned_to: str
    history: tuple[str, ...]


def show_decision(state: DecisionState | None) -> DecisionShown | None:
    """Return a state as the page shows it; None where nobody did anything."""
    if state is None:
        return None
    standing = {each.id for each in state.standing}
    return DecisionShown(
        status=state.status.value,
        words=sentence(STATUSES[state.status]),
        standing=tuple(event_words(each) for each in state.standing),
        changed=sentence(listed([plain(each) for each in state.changed])) if state.changed else "",
        assigned_to=plain(state.assigned_to),
        history=tuple(event_words(each) for each in state.history if each.id not in standing),
    )
