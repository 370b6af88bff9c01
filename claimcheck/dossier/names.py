"""Persons, places and bodies from their entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve

from claimcheck.dossier.cycles import find_cycles, shown_cycle
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Ids, Tables
from claimcheck.dossier.nodes import Fields, Node, Text
from claimcheck.dossier.problems import Page
from claimcheck.dossier.spans import span_at, span_or_always
from claimcheck.model.name import Body, Office, Person, Place
from claimcheck.model.registers import identity_groups
from claimcheck.values.register import Containment
from claimcheck.values.register import Form as NameForm
from claimcheck.values.span import ALWAYS, Span

_Whole = TypeVar("_Whole", Place, Body)


def read_persons(entries: Iterable[Entry], tables: Tables) -> tuple[Person, ...]:
    """Return the persons, and tell of those who are declared the same and not the same at once."""
    found = list(entries)
    persons = tuple(_person(entry, tables) for entry in found)
    _tell_contradictions(persons, found)
    return persons


def read_places(entries: Iterable[Entry], tables: Tables) -> tuple[Place, ...]:
    """Return the places, without parts that would lie within themselves."""
    found = list(entries)
    places = (
        Place(
            id=entry.fields.text("id"),
            label=_label(entry.fields),
            names=_forms(entry, "names", is_declared=True),
            part_of=_wholes(entry, tables.places),
            existed=span_or_always(entry.fields, "existed", entry.page),
            sense=entry.fields.text("sense"),
            note=entry.fields.text("note"),
            where=entry.page.place(entry.fields),
        )
        for entry in found
    )
    return _without_cycles(tuple(places), found)


def read_bodies(entries: Iterable[Entry], tables: Tables) -> tuple[Body, ...]:
    """Return the bodies, without parts that would lie within themselves."""
    found = list(entries)
    bodies = (
        Body(
            id=entry.fields.text("id"),
            label=_label(entry.fields),
            names=_forms(entry, "names", is_declared=True),
            part_of=_wholes(entry, tables.bodies),
            existed=span_or_always(entry.fields, "existed", entry.page),
            note=entry.fields.text("note"),
            where=entry.page.place(entry.fields),
        )
        for entry in found
    )
    return _without_cycles(tuple(bodies), found)


def _person(entry: Entry, tables: Tables) -> Person:
    fields = entry.fields
    return Person(
        id=fields.text("id"),
        label=_label(fields),
        names=_forms(entry, "names", is_declared=True),
        also=_forms(entry, "also", is_declared=False),
        life=span_or_always(fields, "life", entry.page),
        offices=tuple(_office(office, entry.page) for office in fields.entries("offices")),
        same_as=_others(entry, "same-as", tables.persons),
        not_same=_others(entry, "not-same", tables.persons),
        note=fields.text("note"),
        where=entry.page.place(fields),
    )


def _label(fields: Fields) -> str:
    if "label" in fields:
        return fields.text("label")
    names = (_name_text(node) for node in fields.items("names"))
    return next((name for name in names if name), fields.text("id"))


def _name_text(node: Node) -> str:
    return (
        node.value.strip()
        if isinstance(node, Text)
        else node.text("name")
        if isinstance(node, Fields)
        else ""
    )


def _forms(entry: Entry, key: str, *, is_declared: bool) -> tuple[NameForm, ...]:
    forms: list[NameForm] = []
    for node in entry.fields.items(key):
        valid = span_or_always(node, "when", entry.page) if isinstance(node, Fields) else ALWAYS
        forms.append(NameForm(text=_name_text(node), valid=valid, is_declared=is_declared))
    return tuple(forms)


def _office(fields: Fields, page: Page) -> Office:
    return Office(
        title=fields.text("title"), of=fields.text("of"), valid=span_or_always(fields, "when", page)
    )


def _others(entry: Entry, key: str, ids: Ids) -> tuple[str, ...]:
    own = entry.fields.text("id")
    return tuple(name for name in ids.find_all(entry.fields.items(key), entry.page) if name != own)


def _wholes(entry: Entry, ids: Ids) -> tuple[Containment, ...]:
    found: list[Containment] = []
    for node in entry.fields.items("part-of"):
        name = ids.find(node.mark("id") if isinstance(node, Fields) else node, entry.page)
        valid: Span | None = ALWAYS
        if isinstance(node, Fields) and "when" in node:
            valid = span_at(node.mark("when"), entry.page)
        if name is not None and valid is not None:
            found.append(Containment(whole=name, valid=valid))
    return tuple(found)


def _without_cycles(things: tuple[_Whole, ...], entries: Sequence[Entry]) -> tuple[_Whole, ...]:
    by_id = {thing.id: thing for thing in things}
    pages = {thing.id: entry for thing, entry in zip(things, entries, strict=True)}
    links = {thing.id: tuple(dict.fromkeys(part.whole for part in thing.part_of)) for thing in things}
    for cycle in list(find_cycles(links)):
        if not _is_ever_closed(cycle, by_id):
            continue
        closing = by_id[cycle[-1]]
        kept = tuple(part for part in closing.part_of if part.whole != cycle[0])
        by_id[closing.id] = evolve(closing, part_of=kept)
        pages[closing.id].tell(
            "part-of-cycle",
            f"{shown_cycle(cycle)}: each would lie within itself; "
            f"that {closing.id} is part of {cycle[0]} is left out",
            "part-of",
            hint="delete the wrong `part-of`, or say `when` each held",
        )
    return tuple(by_id.values())


def _is_ever_closed(cycle: tuple[str, ...], by_id: Mapping[str, _Whole]) -> bool:
    # Georgia may have held Abkhazia before, and Abkhazia Georgia after: no cycle on any day.
    spans = {ALWAYS}
    for child, whole in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
        valid = [part.valid for part in by_id[child].part_of if part.whole == whole]
        spans = {meet for span in spans for other in valid if (meet := span.meet(other)) is not None}
    return bool(spans)


def _tell_contradictions(persons: Sequence[Person], entries: Sequence[Entry]) -> None:
    groups = identity_groups({person.id: person for person in persons})
    heads = {member: head for head, group in groups.items() for member in group}
    for person, entry in zip(persons, entries, strict=True):
        apart = [other for other in person.same_as if heads.get(other) != heads[person.id]]
        if apart:
            entry.tell(
                "same-and-not-same",
                f"{person.id} is declared the same as {apart[0]}, and they, or others of one identity "
                "with them, are declared not the same",
                "same-as",
                hint="delete one of the two declarations; until then they are kept apart",
            )
