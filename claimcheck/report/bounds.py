"""What each source implies for the date of an event, in words, before it has a format."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.bounds import EventBounds
from claimcheck.model.event import Event
from claimcheck.model.finding import Conflict, LoopLink
from claimcheck.model.loops import event_of, link_words
from claimcheck.model.plain import plain, sentence
from claimcheck.model.wording import attestation_words
from claimcheck.report.view import View
from claimcheck.values.day_words import among_words, day_words
from claimcheck.values.span import ALWAYS, Span


@frozen(kw_only=True)
class Step:
    """One step of a chain: what it says, on what ground, to which question; to none where a rule says it."""

    words: str
    ground: str
    question: str = ""


@frozen(kw_only=True)
class Chain:
    """Why bounds hold: the bounds in words ("Not before 6 May 1742"), and the steps that lead to them."""

    held: str
    steps: tuple[Step, ...]


@frozen(kw_only=True)
class BoundsTold:
    """
    What one source, one document or all together leave possible for the date of an event.

    `days` tells `begin` and `end` in words. Where no day is left, `is_impossible`, and `conflict` tells why,
    or else the `contradicting` do. `source` is empty for documents and for all together.
    """

    whose: str
    source: str
    days: str
    begin: Span
    end: Span
    is_impossible: bool
    conflict: Conflict | None
    contradicting: tuple[Step, ...]
    chains: tuple[Chain, ...]


def told_events(view: View) -> list[Event]:
    """
    Return the events of which there is more to tell than what one passage says of their date.

    That are those which several bound, and those with a bound that stands in no single passage.
    """
    events = view.report.dossier.events
    return [each for each in events if _adds_something(view.bounds_of(each.id))]


def _adds_something(bounds: list[EventBounds]) -> bool:
    return len(bounds) > 1 or any(each.is_derived for each in bounds)


def bounds_told(view: View, event: Event) -> Iterator[BoundsTold]:
    """Yield what each leaves possible for the date of an event, in the report's order."""
    for bounds in view.bounds_of(event.id):
        conflict = _conflict_between(view, bounds.impossible) if bounds.impossible else None
        yield BoundsTold(
            whose=_whose(view, bounds),
            source=bounds.source,
            days=_days(event, bounds),
            begin=bounds.begin,
            end=bounds.end,
            is_impossible=bool(bounds.impossible),
            conflict=conflict,
            contradicting=() if conflict else tuple(_said(view, each) for each in bounds.impossible),
            chains=tuple(_chains(view, event, bounds)),
        )


def _chains(view: View, event: Event, bounds: EventBounds) -> Iterator[Chain]:
    """Yield why the bounds hold, once for those that rest on the same."""
    held: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    found: dict[tuple[str, ...], tuple[LoopLink, ...]] = {}
    for number, bound in enumerate(bounds.bounds):
        # That an event of one day begins and ends on it goes without saying.
        links = tuple(
            link for link in bound.links if not (link.is_rule and event_of(link.from_) == event_of(link.to))
        )
        if bound.asserted is None or not links:
            continue
        # One attestation may date the begin and the end; longer chains are told apart by their words.
        same = (
            (links[0].ground,) if len(links) == 1 else tuple(link_words(view.nodes, each) for each in links)
        )
        found.setdefault(same, links)
        held.setdefault(same, []).append((number, bound.asserted))
    is_one = event.is_point or bounds.begin == bounds.end
    for same, links in found.items():
        steps = tuple(_step(view, link) for link in links)
        yield Chain(held=_held(held[same], is_one=is_one), steps=steps)


def _held(days: list[tuple[int, int]], *, is_one: bool) -> str:
    """
    Return bounds in words, by their number among the four, and their day.

    An event whose begin and end are bounded alike is told without telling these apart.
    """
    by_moment: dict[str, dict[int, int]] = {}
    for number, day in days:
        moment = "" if is_one else ("begins ", "ends ")[number // 2]
        by_moment.setdefault(moment, {})[number % 2] = day
    parts = []
    for moment, found in by_moment.items():
        if len(set(found.values())) == 1 and len(found) > 1:
            parts.append(f"{moment}on {day_words(found[0])}")
        else:
            words = [f"not {('before', 'after')[side]} {day_words(day)}" for side, day in found.items()]
            parts.append(f"{moment}{' and '.join(words)}")
    return sentence("; ".join(parts)).removesuffix(".")


def _step(view: View, link: LoopLink) -> Step:
    words = link_words(view.nodes, link)
    if link.is_rule:
        return Step(words=words, ground=plain(link.ground))
    said = _said(view, link.ground)
    return Step(words=words, ground=said.ground, question=said.question)


def _said(view: View, attestation_id: str) -> Step:
    attestation = view.attestation(attestation_id)
    if attestation is None:
        return Step(words="", ground=plain(attestation_id))
    words = plain(attestation_words(view.report.dossier, attestation))
    return Step(words="", ground=words, question=attestation.question)


def _whose(view: View, bounds: EventBounds) -> str:
    if bounds.source:
        return view.source(bounds.source)
    if bounds.document:
        return f"All that is read in the document {plain(bounds.document)}"
    return "All sources together"


def _days(event: Event, bounds: EventBounds) -> str:
    """Return the bounds as a sentence; those that every tolerance keeps follow where they are wider."""
    if bounds.impossible:
        return "no days fit what is said of this event and of those tied to it."
    words = _asserted(event, bounds.begin, bounds.end)
    begin = Span(bounds.begin_earliest.tolerated, bounds.begin_latest.tolerated)
    end = Span(bounds.end_earliest.tolerated, bounds.end_latest.tolerated)
    if (begin, end) != (bounds.begin, bounds.end):
        words += f"; with every tolerance and reading: {_asserted(event, begin, end)}"
    return f"{words}."


def _asserted(event: Event, begin: Span, end: Span) -> str:
    if event.is_point or begin == end:
        return among_words(begin)
    parts = [f"{verb} {_when(span)}" for verb, span in (("begins", begin), ("ends", end)) if span != ALWAYS]
    return " and ".join(parts) or "at any time"


def _when(span: Span) -> str:
    return f"on {among_words(span)}" if span.is_one_day else among_words(span)


def _conflict_between(view: View, attestations: tuple[str, ...]) -> Conflict | None:
    """Return the conflict that has each of the attestations on another side, and no side without one."""
    wanted = set(attestations)
    first = view.attestation(attestations[0])
    for conflict in view.conflicts_of(first.question) if first else ():
        on_sides = [wanted & set(side.attestations) for side in conflict.sides]
        if all(len(each) == 1 for each in on_sides) and set().union(*on_sides) == wanted:
            return conflict
    return None
