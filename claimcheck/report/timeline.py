"""What each source implies for the date of an event, with the chain that leads to each bound."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.event import Event
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.bounds import BoundsTold, Chain, bounds_told, told_events
from claimcheck.report.view import View

TITLE = "What each source implies for the date of an event"

WHICH_EVENTS = (
    "Listed are the events to which several sources put bounds, and those of which some bound follows from "
    "several passages and stands in none of them. A chain is made of what those say who are named above it, "
    "and of nothing else."
)


def timeline_section(view: View) -> Iterator[Block]:
    """Yield the events of which there is more to tell than what one passage says; nothing without any."""
    events = told_events(view)
    if not events:
        return
    yield Heading(level=2, text=TITLE, anchor="timeline")
    yield Paragraph(WHICH_EVENTS)
    for event in events:
        yield Heading(level=3, text=plain(event.label), anchor=f"event-{event.id}")
        yield from _bounds_items(view, event)


def event_blocks(view: View, event: Event) -> Iterator[Block]:
    """Yield an event of the register, and what each source implies for its date."""
    yield Heading(level=3, text=f"The event “{plain(event.label)}”")
    for lead, text in event_rows(view, event):
        yield Item(lead=lead, text=text if lead else sentence(text))
    if not view.bounds_of(event.id):
        yield Paragraph("No source puts a bound to its date.")
        return
    yield Paragraph("What each source implies for its date:")
    yield from _bounds_items(view, event)


def event_rows(view: View, event: Event) -> Iterator[tuple[str, str]]:
    """Yield what the register holds of an event as (lead, text)."""
    for lead, others in (("part of:", event.part_of), ("the same as:", event.same_as)):
        if others:
            yield lead, listed([f"“{view.nodes.label(each)}”" for each in others])
    if event.is_point:
        yield "", "it begins and ends within a day"
    if event.note:
        yield "Note of the dossier:", plain(event.note)


def _bounds_items(view: View, event: Event) -> Iterator[Block]:
    """Yield the bounds by each source, with the chains of passages that lead to them."""
    for bounds in bounds_told(view, event):
        yield Item(lead=f"{bounds.whose}:", text=bounds.days)
        if bounds.conflict:
            title = view.title(bounds.conflict)
            yield Item(depth=1, lead="conflict:", text=f"{title} [{bounds.conflict.id}]")
        for step in bounds.contradicting:
            yield Item(depth=1, text=step.ground)
        for chain in bounds.chains:
            yield from _chain_items(chain, bounds)


def _chain_items(chain: Chain, bounds: BoundsTold) -> Iterator[Block]:
    """Yield a chain; one of a single step in one line, without the bounds where it alone leads to them."""
    if len(chain.steps) == 1:
        lead = "because" if len(bounds.chains) == 1 else f"{chain.held}, because"
        yield Item(depth=1, lead=lead, text=chain.steps[0].ground)
        return
    yield Item(depth=1, lead=f"{chain.held}, because:")
    for number, step in enumerate(chain.steps, start=1):
        yield Item(depth=2, number=number, text=f"{step.words} [{step.ground}]")
