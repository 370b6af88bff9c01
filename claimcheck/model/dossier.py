"""A dossier: everything that a historian has written down about a case."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.model.damage import Damage
from claimcheck.model.document import Document
from claimcheck.model.event import Event
from claimcheck.model.name import Body, Person, Place
from claimcheck.model.problem import Problem
from claimcheck.model.question import Question
from claimcheck.model.source import Derivation, Hand, Independence, Source
from claimcheck.values.register import Register


@frozen(kw_only=True)
class Dossier:
    """
    The records of one case, with whatever was wrong in the files they came from.

    Records stand in the order of the files, files in the order of their names. What a problem touches
    is left out; the rest is whole. `profile` names the tolerances that values were read with.
    """

    title: str = ""
    profile: str = "events"
    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    hands: tuple[Hand, ...] = ()
    independences: tuple[Independence, ...] = ()
    persons: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    bodies: tuple[Body, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    damages: tuple[Damage, ...] = ()
    problems: tuple[Problem, ...] = ()
    person_register: Register = Register()
    place_register: Register = Register()
    body_register: Register = Register()
    _sources_by_id: dict[str, Source] = field(init=False, eq=False, repr=False)

    @_sources_by_id.default
    def _index_sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def source(self, source_id: str) -> Source:
        """Return the source of this id; one that is only named in a chain gets an empty record."""
        return self._sources_by_id.get(source_id) or Source(id=source_id)
