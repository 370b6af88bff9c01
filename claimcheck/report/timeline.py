"""What each source implies for the date of an event, with the chain that leads to each bound."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.bounds import EventBounds
from claimcheck.model.event import Event
from claimcheck.model.finding import Conflict, LoopLink
from claimcheck.model.loops import Nodes, event_of, link_words
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.model.wording import attestation_words
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.view import View
from claimcheck.values.day_words import among_words, day_words
from claimcheck.values.span import ALWAYS, Span


def timeline_section(view: View) -> Iterator[Block]:
    """Yield the events for which some source implies more than it says in one place; nothing without any."""
    events = [event for event in view.report.dossier.events if _adds_something(view, event)]
    if not events:
        return
    yield Heading(level=2, text="What each source implies for the date of an event", anchor="timeline")
    yield Paragraph(
        "Only events are listed for which some bound follows from several passages of one source and stands "
        "in none of them. Every chain holds for its source alone."
    )
    for event in events:
        yield Heading(level=3, text=plain(event.label), anchor=f"event-{event.id}")
        yield from bounds_items(view, event, in_full=False)


def _adds_something(view: View, event: Event) -> bool:
    return any(each.source and each.is_derived for each in view.bounds_of(event.id))


def event_blocks(view: View, event: Event) -> Iterator[Block]:
    """Yield an event of the register, and what each source implies for its date."""
    yield Heading(level=3, text=f"The event «{plain(event.label)}»")
    labels = {each.id: plain(each.label) for each in view.report.dossier.events}
    for lead, others in (("part of:", event.part_of), ("the same as:", event.same_as)):
        if others:
            yield Item(lead=lead, text=listed([f"«{labels.get(each, each)}»" for each in others]))
    if event.is_point:
        yield Item(text="It begins and ends within a day.")
    if event.note:
        yield Item(lead="Note of the dossier:", text=event.note)
    if not view.bounds_of(event.id):
        yield Paragraph("No source puts a bound to its date.")
        return
    yield Paragraph("What each source implies for its date:")
    yield from bounds_items(view, event, in_full=True)


def bounds_items(view: View, event: Event, *, in_full: bool) -> Iterator[Block]:
    """Yield the bounds by each source, with the chains of those that follow from several attestations."""
    for bounds in view.bounds_of(event.id):
        yield Item(lead=f"{_whose(view, bounds)}:", text=_days(event, bounds))
        if bounds.impossible:
            yield from _contradiction(view, bounds)
        yield from _chains(view, bounds, in_full=in_full)


def _chains(view: View, bounds: EventBounds, *, in_full: bool) -> Iterator[Block]:
    """Yield why the bounds hold, once for those that rest on the same links."""
    leads: dict[tuple[LoopLink, ...], list[str]] = {}
    for is_latest, bound in zip((False, True) * 2, bounds.bounds, strict=True):
        # That an event of one day begins and ends on it goes without saying.
        links = tuple(
            link for link in bound.links if not (link.is_rule and event_of(link.from_) == event_of(link.to))
        )
        if bound.asserted is not None and (in_full or bound.is_derived):
            held = f"not {'after' if is_latest else 'before'} {day_words(bound.asserted)}"
            leads.setdefault(links, [])
            if held not in leads[links]:
                leads[links].append(held)
    nodes = Nodes(view.report.dossier.events)
    for links, words in leads.items():
        yield Item(depth=1, lead=f"{_held(words)}, because:")
        for number, link in enumerate(links, start=1):
            ground = link.ground if link.is_rule else _ground(view, link.ground)
            yield Item(depth=2, number=number, text=f"{link_words(nodes, link)} [{ground}]")


def _held(words: list[str]) -> str:
    """Return what a chain bounds: "Not before 6 May 1742", "On 6 May 1742" where both bounds are one day."""
    days = {each.partition(" ")[2].partition(" ")[2] for each in words}
    if len(words) > 1 and len(days) == 1:
        return f"On {days.pop()}"
    return sentence(" and ".join(words)).removesuffix(".")


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


def _contradiction(view: View, bounds: EventBounds) -> Iterator[Block]:
    """Yield the conflict that leaves no days, or the attestations that make it."""
    contradicting = set(bounds.impossible)
    for conflict in view.report.conflicts:
        if _is_between(conflict, contradicting):
            yield Item(depth=1, lead="conflict:", text=f"{view.title(conflict)} [{conflict.id}]")
            return
    for attestation_id in bounds.impossible:
        yield Item(depth=1, text=_ground(view, attestation_id))


def _is_between(conflict: Conflict, attestations: set[str]) -> bool:
    """Tell whether a conflict has each of the attestations on another side, and no side without one."""
    on_sides = [attestations & set(side.attestations) for side in conflict.sides]
    return all(len(each) == 1 for each in on_sides) and set().union(*on_sides) == attestations


def _ground(view: View, attestation_id: str) -> str:
    attestation = view.attestation(attestation_id)
    return attestation_words(view.report.dossier, attestation) if attestation else plain(attestation_id)
