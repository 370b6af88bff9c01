"""Facets of a scope: words that name something in a register stand for it and for all that holds it."""

from __future__ import annotations

from attrs import define, evolve, field

from claimcheck.dossier.nodes import Fields, Text
from claimcheck.dossier.problems import Page
from claimcheck.dossier.spans import span_at
from claimcheck.values.quantities.facets import stated_facet
from claimcheck.values.register import Register
from claimcheck.values.scope import UNSCOPED, Facet, Scope
from claimcheck.values.span import ALWAYS, Span

_OF_BODIES = ("whose", "force", "party")


@define
class ScopeReader:
    """Reads scopes against the registers of bodies and places."""

    bodies: Register
    places: Register
    _facets: dict[tuple[str, str, Span | None], Facet] = field(factory=dict, init=False, repr=False)

    def read(self, fields: Fields | None, when: Span | None, page: Page) -> Scope | None:
        """
        Return the scope that a mapping states, or None after telling of a time that is no time.

        `when` is the question's time frame, in which names and parts are looked up.
        """
        if fields is None:
            return UNSCOPED
        facets: list[Facet] = []
        for name, node in fields.nodes.items():
            text = node.value.strip() if isinstance(node, Text) else ""
            if name != "when":
                key = name, text, when
                if key not in self._facets:
                    self._facets[key] = self._facet(name, text, when)
                facets.append(self._facets[key])
                continue
            span = span_at(node, page)
            if span is None:
                return None
            facets.append(Facet(name=name, text=text, key=text, span=span))
        return Scope.of(facets)

    def _facet(self, name: str, text: str, when: Span | None) -> Facet:
        counted = stated_facet(name, text)
        if counted is not None:
            return evolve(counted, text=text)
        index = self.bodies if name in _OF_BODIES else self.places if name == "place" else None
        found = index.declared(text, when) if index is not None else ()
        if index is None or len(found) != 1:
            # Several bearers of a name are nobody in particular: the words alone are compared.
            return Facet(name=name, text=text, key=" ".join(text.casefold().split()))
        inside = index.wholes(found[0].id, when or ALWAYS)
        return Facet(name=name, text=text, key=found[0].id, inside=inside)
