"""From the records of persons, places and bodies to the registers that values are read against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.model.name import Body, Office, Person, Place
from claimcheck.values.register import Entry, Register
from claimcheck.values.register import Form as NameForm
from claimcheck.values.span import ALWAYS, Span


def person_register(persons: Iterable[Person]) -> Register:
    """
    Return the register of persons.

    Those who are declared the same become one entry under the id that stands first in the dossier; the
    other ids go on naming it. A declaration that two are not the same is stronger: a group that holds
    such a pair is not merged.
    """
    known = {person.id: person for person in persons}
    groups = identity_groups(known)
    head = {member: group[0] for group in groups.values() for member in group}
    entries = (_merged([known[member] for member in group]) for group in groups.values())
    distinct = {
        frozenset((head[person.id], head[other]))
        for person in known.values()
        for other in person.not_same
        if other in head and head[other] != head[person.id]
    }
    return Register(entries=tuple(entries), distinct=frozenset(distinct))


def identity_groups(persons: Mapping[str, Person]) -> dict[str, tuple[str, ...]]:
    """
    Return who is one and the same: ids in the order of the dossier, by the first of them.

    A group that holds a pair which was declared different falls apart into its members.
    """
    neighbours: dict[str, set[str]] = {name: set() for name in persons}
    for person in persons.values():
        for other in person.same_as:
            if other in neighbours:
                neighbours[person.id].add(other)
                neighbours[other].add(person.id)
    groups: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for name in persons:
        if name not in seen:
            reached = _reached_from(name, neighbours)
            seen |= reached
            members = (
                tuple(member for member in persons if member in reached) if len(reached) > 1 else (name,)
            )
            apart = any(other in reached for member in members for other in persons[member].not_same)
            groups |= {member: (member,) for member in members} if apart else {name: members}
    return groups


def place_register(places: Iterable[Place]) -> Register:
    """Return the register of places."""
    return Register(
        entries=tuple(
            Entry(
                id=place.id,
                label=place.label,
                forms=_forms(place.label, place.names),
                life=place.existed,
                part_of=place.part_of,
                sense=place.sense,
                note=place.note,
            )
            for place in places
        )
    )


def body_register(bodies: Iterable[Body]) -> Register:
    """Return the register of states, governments, armies and units."""
    return Register(
        entries=tuple(
            Entry(
                id=body.id,
                label=body.label,
                forms=_forms(body.label, body.names),
                life=body.existed,
                part_of=body.part_of,
                note=body.note,
            )
            for body in bodies
        )
    )


def _reached_from(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = neighbours[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached


def _merged(persons: list[Person]) -> Entry:
    first, *others = persons
    forms = [form for person in persons for form in _forms(person.label, (*person.names, *person.also))]
    forms += [NameForm(text=person.id) for person in others]
    # The holder of an office may be meant by it at the time; another holder may be missing here.
    forms += [
        NameForm(text=_office_words(office), valid=office.valid, is_declared=False, is_office=True)
        for person in persons
        for office in person.offices
    ]
    return Entry(
        id=first.id,
        label=first.label,
        forms=tuple(dict.fromkeys(forms)),
        life=_common_life(persons),
        note=first.note,
    )


def _office_words(office: Office) -> str:
    return f"{office.title} of {office.of}" if office.of else office.title


def _common_life(persons: Iterable[Person]) -> Span:
    # Two lives that share no day are a mistake in one of them; the wider reading keeps the candidate.
    life = ALWAYS
    for person in persons:
        life = life.meet(person.life) or ALWAYS
    return life


def _forms(label: str, forms: Iterable[NameForm]) -> tuple[NameForm, ...]:
    """Return the forms with the label among them: what reports write must be readable again."""
    forms = tuple(forms)
    if any(form.text == label and form.is_declared for form in forms):
        return forms
    return (NameForm(text=label), *forms)
