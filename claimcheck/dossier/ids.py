"""Ids: declared once each, looked up with a suggestion when they are not known."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from claimcheck.dossier.gather import Entry, Gathered
from claimcheck.dossier.nodes import Node, Text
from claimcheck.dossier.problems import Page, shown
from claimcheck.model.problem import Location


@define
class Ids:
    """
    The ids of one list of the dossier. `what` names one entry of it in messages.

    `left_out` holds ids that stand in the files and whose entries could not be used.
    """

    what: str
    places: dict[str, Location] = field(factory=dict)
    left_out: set[str] = field(factory=set)

    @classmethod
    def of(cls, what: str, name: str, gathered: Gathered, key: str = "id") -> Ids:
        """Declare the ids of a list; of entries with one id the first is kept, the others are told."""
        ids = cls(what)
        gathered.lists[name] = [entry for entry in gathered.lists[name] if ids.declare(entry, key)]
        ids.left_out = gathered.left_out[name] - ids.places.keys()
        return ids

    def declare(self, entry: Entry, key: str) -> bool:
        """Take the id of an entry; tell and return False when it is taken."""
        name = entry.fields.text(key)
        first = self.places.setdefault(name, entry.page.place(entry.fields.mark(key)))
        if first == entry.page.place(entry.fields.mark(key)):
            return True
        self.tell_twice(name, entry.fields.mark(key), entry.page)
        return False

    def tell_twice(self, name: str, node: Node, page: Page) -> None:
        """Tell that an id is taken, naming the first place."""
        page.tell(
            "id-twice",
            f"the {self.what} {shown(name)} stands in {self.places[name]} already; this one is left out",
            node,
            hint="give one of the two another id, or delete it",
        )

    def drop(self, name: str) -> None:
        """Count an entry among those left out, after its problem was told."""
        self.places.pop(name, None)
        self.left_out.add(name)

    def find(self, node: Node, page: Page) -> str | None:
        """Return the id that a text names, or None after telling that there is no such entry."""
        name = node.value.strip() if isinstance(node, Text) else ""
        if name in self.places:
            return name
        if name in self.left_out:
            page.tell(
                "left-out",
                f"the {self.what} {shown(name)} was left out, so that what refers to it is left out too",
                node,
                hint="see the problem at its own place",
            )
        else:
            self.tell_unknown(name, node, page)
        return None

    def tell_unknown(self, name: str, node: Node, page: Page, others: Iterable[str] = ()) -> None:
        """Tell that there is no such entry, with what may have been meant."""
        hint = page.suggest(name, (*self.places, *others)) or f"add the {self.what}, or correct the id"
        unread = page.collector.unread
        if unread:
            hint += f" (it may stand in a file that was not read to its end: {', '.join(unread[:3])})"
        page.tell("unknown-id", f"there is no {self.what} {shown(name)}", node, hint)

    def find_all(self, nodes: Iterable[Node], page: Page) -> tuple[str, ...]:
        """Return the ids that are known, each once, after telling of those that are not."""
        found = (self.find(node, page) for node in nodes)
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def find_under(self, entry: Entry, key: str) -> str:
        """Return the id under a key of an entry; empty when there is none, or it is unknown and was told."""
        node = entry.fields.nodes.get(key)
        return (self.find(node, entry.page) or "") if node is not None else ""


@define
class Tables:
    """The ids of all lists of a dossier."""

    sources: Ids
    documents: Ids
    persons: Ids
    places: Ids
    bodies: Ids
    events: Ids
    damage: Ids
    questions: Ids

    @classmethod
    def of(cls, gathered: Gathered) -> Tables:
        """Declare every id before anything refers to one."""
        return cls(
            sources=Ids.of("source", "sources", gathered),
            documents=Ids.of("document", "documents", gathered),
            persons=Ids.of("person", "persons", gathered),
            places=Ids.of("place", "places", gathered),
            bodies=Ids.of("body", "bodies", gathered),
            events=Ids.of("event", "events", gathered),
            damage=Ids.of("damaged span", "damage", gathered),
            questions=Ids.of("question", "questions", gathered, key="question"),
        )
