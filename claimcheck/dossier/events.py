"""Events from their entries."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from claimcheck.dossier.cycles import find_cycles, shown_cycle
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Tables
from claimcheck.dossier.nodes import Fields
from claimcheck.model.event import Event, Hold


def read_events(entries: Iterable[Entry], tables: Tables) -> tuple[Event, ...]:
    """Return the events, without parts that would lie within themselves."""
    found = {entry.fields.text("id"): entry for entry in entries}
    events = {name: _event(entry, tables) for name, entry in found.items()}
    for cycle in find_cycles({event.id: event.part_of for event in events.values()}):
        closing = events[cycle[-1]]
        events[closing.id] = evolve(
            closing, part_of=tuple(whole for whole in closing.part_of if whole != cycle[0])
        )
        found[closing.id].tell(
            "part-of-cycle",
            f"{shown_cycle(cycle)}: each would lie within itself; "
            f"that {closing.id} is part of {cycle[0]} is left out",
            "part-of",
            hint="delete the wrong `part-of`; events that are one and the same are declared with `same-as`",
        )
    return tuple(events.values())


def _event(entry: Entry, tables: Tables) -> Event:
    fields = entry.fields
    own = fields.text("id")
    same = tables.events.find_all(fields.items("same-as"), entry.page)
    return Event(
        id=own,
        label=fields.text("label"),
        part_of=tables.events.find_all(fields.items("part-of"), entry.page),
        opens=_holds(entry, "opens", tables),
        closes=_holds(entry, "closes", tables),
        same_as=tuple(name for name in same if name != own),
        is_point=fields.is_yes("point"),
        note=fields.text("note"),
        where=entry.page.place(fields),
    )


def _holds(entry: Entry, key: str, tables: Tables) -> tuple[Hold, ...]:
    found: list[Hold] = []
    for fields in entry.fields.items(key):
        if isinstance(fields, Fields):
            holder = tables.bodies.find(fields.mark("holder"), entry.page)
            place = tables.places.find(fields.mark("place"), entry.page)
            if holder is not None and place is not None:
                found.append(Hold(holder=holder, place=place))
    return tuple(found)
