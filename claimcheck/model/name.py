"""Persons, places and bodies, and the names they went by."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.problem import NOWHERE, Location
from claimcheck.values.register import Containment
from claimcheck.values.register import Form as NameForm
from claimcheck.values.span import ALWAYS, Span


@frozen(kw_only=True)
class Office:
    """A rank, post or command that somebody held, and when."""

    title: str
    of: str = ""
    valid: Span = ALWAYS


@frozen(kw_only=True)
class Person:
    """
    Somebody who can be meant by a name.

    `names` identify; `also` are forms that others bear too ("Kâzım Paşa"), which only make the person
    a candidate. `not_same` lists ids of look-alikes that a historian has told apart, with the note.
    """

    id: str
    label: str
    names: tuple[NameForm, ...] = ()
    also: tuple[NameForm, ...] = ()
    life: Span = ALWAYS
    offices: tuple[Office, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same: tuple[str, ...] = ()
    note: str = ""
    where: Location = NOWHERE


@frozen(kw_only=True)
class Place:
    """A place with its names over time and what it was part of. `sense` is city, province, sanjak..."""

    id: str
    label: str
    names: tuple[NameForm, ...] = ()
    part_of: tuple[Containment, ...] = ()
    existed: Span = ALWAYS
    sense: str = ""
    note: str = ""
    where: Location = NOWHERE


@frozen(kw_only=True)
class Body:
    """A state, government, army or unit: whatever can hold a place, sign, or be counted."""

    id: str
    label: str
    names: tuple[NameForm, ...] = ()
    part_of: tuple[Containment, ...] = ()
    existed: Span = ALWAYS
    note: str = ""
    where: Location = NOWHERE
