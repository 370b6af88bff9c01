"""The events as the page shows them: who bounds their dates how, drawn over one axis, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from claimcheck.model.event import Event
from claimcheck.model.finding import Conflict
from claimcheck.model.loops import event_of
from claimcheck.model.plain import plain, sentence
from claimcheck.report.anchor import anchor_id, question_anchor, source_anchor
from claimcheck.report.bounds import BoundsTold, Step, bounds_told, told_events
from claimcheck.report.html.pictures.bounds_bar import bounds_bar
from claimcheck.report.html.question import Clash, clash
from claimcheck.report.timeline import event_rows
from claimcheck.report.view import View


@frozen(kw_only=True)
class StepShown:
    """A step of a chain: its words, the anchor of its question (none for a rule), its ground."""

    words: str
    anchor: str
    ground: str


@frozen(kw_only=True)
class BoundsShown:
    """Who bounds the date how, and chains as (what each bounds, its steps). `anchor` is that of a source."""

    whose: str
    anchor: str
    days: str
    chains: tuple[tuple[str, tuple[StepShown, ...]], ...]


@frozen(kw_only=True)
class EventShown:
    """All of an event. `drawn` is the picture of its bounds, empty where no day bounds it."""

    id: str
    anchor: str
    label: str
    frame: str
    clashes: tuple[Clash, ...]
    drawn: str
    bounds: tuple[BoundsShown, ...]


def show_events(view: View, hrefs: Mapping[str, str]) -> Iterator[EventShown]:
    """Yield the events of which there is more to tell; `hrefs` tells in which file each conflict stands."""
    events = told_events(view)
    disputed = _conflicts_by_event(view) if events else {}
    for event in events:
        told = tuple(bounds_told(view, event))
        conflicts = {each.id: each for each in disputed.get(event.id, ())}
        conflicts |= {each.conflict.id: each.conflict for each in told if each.conflict}
        yield EventShown(
            id=plain(event.id),
            anchor=anchor_id(f"event-{event.id}"),
            label=plain(event.label),
            frame=_frame(view, event),
            clashes=tuple(clash(view, each, hrefs) for each in conflicts.values()),
            drawn=bounds_bar(told),
            bounds=tuple(map(_bounds, told)),
        )


def _frame(view: View, event: Event) -> str:
    rows = [f"{lead} {plain(text)}".strip().removesuffix(".") for lead, text in event_rows(view, event)]
    return f"{sentence('; '.join(rows))} [{plain(event.id)}]".strip()


def _conflicts_by_event(view: View) -> dict[str, list[Conflict]]:
    """Return the conflicts on questions about each event, and those of loops that lead through it."""
    found: dict[str, list[Conflict]] = {}
    for conflict in view.report.conflicts:
        questions = filter(None, map(view.question, conflict.questions))
        events = dict.fromkeys(_event(each.event) for each in questions if each.event)
        events |= dict.fromkeys(event_of(node) for link in conflict.links for node in (link.from_, link.to))
        for event in events:
            found.setdefault(event, []).append(conflict)
    return found


def _event(moment: str) -> str:
    return moment.removesuffix(".begin").removesuffix(".end")


def _bounds(told: BoundsTold) -> BoundsShown:
    chains = [
        (f"{each.held}, because" if len(told.chains) > 1 else "because", each.steps) for each in told.chains
    ]
    if told.contradicting:
        chains.append(("between", told.contradicting))
    return BoundsShown(
        whose=told.whose,
        anchor=source_anchor(told.source) if told.source else "",
        days=told.days,
        chains=tuple((lead, tuple(map(_step, steps))) for lead, steps in chains),
    )


def _step(step: Step) -> StepShown:
    return StepShown(
        words=step.words,
        anchor=question_anchor(step.question) if step.question else "",
        ground=step.ground,
    )
