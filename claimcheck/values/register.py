"""The names that values are read against: persons, places, bodies, each with its forms over time."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.values.span import ALWAYS, Span


@frozen(kw_only=True)
class Form:
    """
    One name that something went by, and when.

    `is_declared` forms identify on their own ("Atatürk"); the others only make their bearer a
    candidate ("Kâzım Paşa").
    """

    text: str
    valid: Span = ALWAYS
    is_declared: bool = True


@frozen(kw_only=True)
class Containment:
    """Something lay inside something else, and when."""

    whole: str
    valid: Span = ALWAYS


@frozen(kw_only=True)
class Entry:
    """
    Something with a name: a person, a place, a body.

    `life` bounds its existence. `sense` tells a city from the province of the same name.
    """

    id: str
    label: str
    forms: tuple[Form, ...]
    life: Span = ALWAYS
    part_of: tuple[Containment, ...] = ()
    sense: str = ""
    note: str = ""


@frozen(kw_only=True)
class Register:
    """All entries of one sort, by id. `distinct` holds pairs of ids that were declared different."""

    entries: tuple[Entry, ...] = ()
    distinct: frozenset[frozenset[str]] = frozenset()
    _by_id: dict[str, Entry] = field(init=False, eq=False, repr=False)

    @_by_id.default
    def _index(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry of this id, or None."""
        return self._by_id.get(entry_id)

    def wholes(self, entry_id: str, when: Span = ALWAYS) -> frozenset[str]:
        """Return the ids of everything that held this entry at some time of the span, itself left out."""
        found: set[str] = set()
        queue = [entry_id]
        while queue:
            entry = self._by_id.get(queue.pop())
            for containment in entry.part_of if entry else ():
                if containment.whole not in found and containment.valid.meet(when):
                    found.add(containment.whole)
                    queue.append(containment.whole)
        return frozenset(found - {entry_id})

    def parts(self, entry_id: str, when: Span = ALWAYS) -> frozenset[str]:
        """Return the ids of everything that this entry held at some time of the span, itself left out."""
        return frozenset(
            entry.id
            for entry in self.entries
            if entry.id != entry_id and entry_id in self.wholes(entry.id, when)
        )

    def __bool__(self) -> bool:
        return bool(self.entries)


NOBODY = Register()
