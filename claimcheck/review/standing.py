"""How every conflict and finding stands with its reviewers, in whatever order events were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve

from claimcheck.model.decision import (
    Assignment,
    Decision,
    DecisionState,
    DecisionStatus,
    Event,
    Evidence,
    Ruling,
)
from claimcheck.model.report import Report
from claimcheck.review.evidence import evidence_of_all
from claimcheck.weigh.circles import find_circles

_R = TypeVar("_R", bound=Report)


def with_decisions(report: _R, events: Iterable[Event]) -> _R:
    """Return a report with what reviewers made of its conflicts and findings, and of those that are gone."""
    return evolve(report, decisions=states(events, evidence_of_all(report)))


def states(events: Iterable[Event], now: Mapping[str, Evidence]) -> tuple[DecisionState, ...]:
    """
    Return the state of everything that has an event, sorted by its id.

    `now` holds the evidence of every conflict and finding; what it lacks was decided and is gone.
    """
    by_subject: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_subject[event.about].append(event)
    return tuple(state_of(about, by_subject[about], now.get(about)) for about in sorted(by_subject))


def state_of(about: str, events: Sequence[Event], now: Evidence | None) -> DecisionState:
    """Return how one conflict or finding stands; `now` is its evidence, None when it is gone."""
    history = sorted(events, key=_moment)
    decisions = [each for each in history if isinstance(each, Decision)]
    standing = [each for each in not_superseded(decisions) if each.ruling is not Ruling.WITHDRAWN]
    assigned = [each.to for each in history if isinstance(each, Assignment)]
    changes: dict[str, None] = {}
    for each in standing:
        gone = ("the conflict or finding is gone",)
        changes |= dict.fromkeys(gone if now is None else each.evidence.changes_to(now))
    return DecisionState(
        about=about,
        status=_status(standing, is_changed=bool(changes)),
        standing=tuple(standing),
        changed=tuple(changes),
        assigned_to=assigned[-1] if assigned else "",
        history=tuple(history),
    )


def _status(standing: Sequence[Decision], *, is_changed: bool) -> DecisionStatus:
    if not standing:
        return DecisionStatus.OPEN
    if is_changed:
        return DecisionStatus.REOPENED
    if len({each.outcome for each in standing}) > 1:
        return DecisionStatus.DISAGREED
    return DecisionStatus.DECIDED if standing[0].ruling.closes else DecisionStatus.UNDECIDED


def not_superseded(decisions: Sequence[Decision]) -> list[Decision]:
    """
    Return the decisions that no other supersedes, in their order; one at least, unless there are none.

    A decision may supersede one of a later moment, since clocks differ, but not in a circle: there the
    later one stands. So whatever a ledger holds, nothing vanishes without something that took its place.
    """
    by_id = {each.id: each for each in decisions}
    links = [(each, by_id[earlier]) for each in decisions for earlier in each.supersedes if earlier in by_id]
    circle_of: dict[str, int] = {}
    # A chain of ever earlier decisions has no circle.
    if any(_moment(other) >= _moment(each) for each, other in links):
        above = {each.id: [name for name in each.supersedes if name in by_id] for each in decisions}
        circles = enumerate(find_circles(above))
        circle_of = {name: number for number, members in circles for name in members}
    hidden = {
        other.id
        for each, other in links
        if _moment(other) < _moment(each)
        or (other is not each and (each.id not in circle_of or circle_of[each.id] != circle_of.get(other.id)))
    }
    return [each for each in decisions if each.id not in hidden]


def _moment(event: Event) -> tuple[str, str]:
    return event.at, event.id
