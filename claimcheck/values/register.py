"""The names that values are read against: persons, places, bodies, each with its forms over time."""

from __future__ import annotations

from collections import defaultdict

from attrs import field, frozen

from claimcheck.values.folding import fold
from claimcheck.values.span import ALWAYS, Span


@frozen(kw_only=True)
class Form:
    """
    One name that something went by, and when.

    `is_declared` forms identify on their own ("Atatürk"); the others only make their bearer a
    candidate ("Kâzım Paşa"). An office (`is_office`) is said of its holder at its time only.
    """

    text: str
    valid: Span = ALWAYS
    is_declared: bool = True
    is_office: bool = False


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

    ids: frozenset[str] = field(init=False, eq=False, repr=False)

    @ids.default
    def _all_ids(self) -> frozenset[str]:
        return frozenset(self._by_id)

    _by_form: dict[str, tuple[tuple[Entry, Span], ...]] = field(init=False, eq=False, repr=False)

    @_by_form.default
    def _fold_forms(self) -> dict[str, tuple[tuple[Entry, Span], ...]]:
        bearers: defaultdict[str, list[tuple[Entry, Span]]] = defaultdict(list)
        for entry in self.entries:
            for form in entry.forms:
                if form.is_declared:
                    bearers[fold(form.text)].append((entry, form.valid))
        return {folded: tuple(entries) for folded, entries in bearers.items()}

    def declared(self, text: str, when: Span | None = None) -> tuple[Entry, ...]:
        """
        Return the entries that bear this very name at some time of the span, or the one whose id it is.

        Case, accents, spacing and a leading "the" don't count; other spellings are the business of
        `claimcheck.values.names`.
        """
        by_id = self._by_id.get(text)
        if by_id is not None:
            return (by_id,)
        folded = fold(text)
        bearers = self._by_form.get(folded) or self._by_form.get(folded.removeprefix("the "), ())
        found = {entry.id: entry for entry, valid in bearers if valid.meet(when or ALWAYS)}
        return tuple(found.values())

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
