"""What the conflicts of a page can be filtered by, and the index that is filtered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from claimcheck.model.decision import DecisionStatus
from claimcheck.model.finding import Conflict
from claimcheck.model.plain import listed, plain
from claimcheck.model.question import Attestation
from claimcheck.report.anchor import anchor_id
from claimcheck.report.codes import SCOPES, relation_words
from claimcheck.report.conflicts import side_words
from claimcheck.report.decisions import STATUSES
from claimcheck.report.view import View
from claimcheck.values.folding import fold
from claimcheck.values.register import Register
from claimcheck.values.relation import Relation

_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]")

_LONGEST_NAME = 5
"""Words of a registered name that are looked for in what is asked and answered."""

FACETS = ("kind", "relation", "scope", "source", "person", "place", "decision")

Named = tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Row:
    """
    One conflict in the index.

    `values` holds for each facet the values it has, as tokens without blanks. `weight` is the place
    that it has by what matters most; see `by_weight`.
    """

    id: str
    anchor: str
    href: str
    number: int
    title: str
    answers: tuple[str, ...]
    relation: str
    relation_words: str
    where: str
    kinds: str
    n_sources: int
    weight: int
    values: Mapping[str, str]


@frozen(kw_only=True)
class Facet:
    """A facet with its options: (value, words, number of conflicts), in the order of their words."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]


_LABELS = {
    "kind": "Kind of question",
    "relation": "The sides",
    "scope": "Where",
    "source": "Source",
    "person": "Person",
    "place": "Place",
    "decision": "Decision",
}


def token(value: str) -> str:
    """
    Return a value as one word that an address and an attribute can hold.

    >>> token("fo-e1428"), token("Kâzım Paşa")
    ('fo-e1428', 'K~E2z~131m~20Pa~15Fa')
    """
    return _NO_TOKEN.sub(lambda char: f"~{ord(char[0]):X}", value)


def index_rows(
    view: View,
    hrefs: Mapping[str, str],
) -> tuple[Row, ...]:
    """Return a row for each conflict, in the report's order; `hrefs` tells in which file each stands."""
    names = _Names.of(view)
    weights = {each.id: place for place, each in enumerate(by_weight(view))}
    return tuple(
        _row(view, conflict, number, names, weights[conflict.id], hrefs)
        for number, conflict in enumerate(view.report.conflicts, start=1)
    )


def by_weight(view: View) -> list[Conflict]:
    """
    Return the conflicts by what matters most.

    What cannot be stands before what may not; then that on which more rests, by the findings that
    name it; then that on which more documents speak, then more sources; then the report's order.
    """
    resting: dict[str, int] = {}
    for finding in view.report.findings:
        if finding.code == "rests-on-disputed":
            for name in finding.path[:-1] or finding.questions:
                resting[name] = resting.get(name, 0) + 1

    def key(conflict: Conflict) -> tuple[bool, int, int, int]:
        names = (*conflict.questions, *(each for side in conflict.sides for each in side.attestations))
        n_resting = sum(resting.get(name, 0) for name in names)
        attestations = _attestations(view, conflict)
        n_documents = len({each.document for each in attestations})
        n_speakers = len({each.speaker for each in attestations})
        return conflict.relation is not Relation.NECESSARY_CONFLICT, -n_resting, -n_documents, -n_speakers

    return sorted(view.report.conflicts, key=key)


def facets_of(view: View, rows: Iterable[Row]) -> tuple[Facet, ...]:
    """Return the facets with the values that the rows have."""
    counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for row in rows:
        for name in FACETS:
            for value in row.values[name].split():
                counts[name][value] = counts[name].get(value, 0) + 1
    words = _facet_words(view)
    return tuple(
        Facet(
            name=name,
            label=_LABELS[name],
            options=tuple(
                sorted(
                    ((value, words[name].get(value, value), n) for value, n in counts[name].items()),
                    key=lambda option: (fold(option[1]), option[0]),
                )
            ),
        )
        for name in FACETS
    )


def _facet_words(view: View) -> dict[str, dict[str, str]]:
    dossier = view.report.dossier
    relations = (Relation.NECESSARY_CONFLICT, Relation.POSSIBLE_CONFLICT)
    return {
        "kind": {},
        "relation": {token(each.value): relation_words(each, 3) for each in relations},
        "scope": {token(scope.value): words for scope, words in SCOPES.items()},
        "source": {token(each.id): view.source(each.id) for each in dossier.sources},
        "person": {token(each.id): plain(each.label) for each in dossier.persons},
        "place": {token(each.id): plain(each.label) for each in dossier.places},
        "decision": {token(status.value): words for status, words in STATUSES.items()},
    }


def _row(
    view: View,
    conflict: Conflict,
    number: int,
    names: _Names,
    weight: int,
    hrefs: Mapping[str, str],
) -> Row:
    attestations = _attestations(view, conflict)
    questions = [each for each in map(view.question, conflict.questions) if each]
    kinds = list(dict.fromkeys(each.kind for each in questions))
    answers = () if conflict.links else tuple(side_words(view, side) for side in conflict.sides)
    title = view.title(conflict)
    persons, places = names.found(view, conflict, title, attestations)
    sources = dict.fromkeys(link.source for each in attestations for link in each.chain)
    decision = view.decision(conflict.id)
    values = {
        "kind": kinds,
        "relation": [conflict.relation.value],
        "scope": [scope.value for scope in conflict.scopes],
        "source": sources,
        "person": persons,
        "place": places,
        "decision": [(decision.status if decision else DecisionStatus.OPEN).value],
    }
    anchor = anchor_id(conflict.id)
    return Row(
        id=plain(conflict.id),
        anchor=anchor,
        href=f"{hrefs.get(conflict.id, '')}#{anchor}",
        number=number,
        title=title,
        answers=answers,
        relation=conflict.relation.value,
        relation_words=relation_words(conflict.relation, len(conflict.sides)),
        where=listed([SCOPES[scope] for scope in conflict.scopes]),
        kinds=", ".join(kinds),
        n_sources=len({each.speaker for each in attestations}),
        weight=weight,
        values={name: " ".join(map(token, found)) for name, found in values.items()},
    )


def _attestations(view: View, conflict: Conflict) -> list[Attestation]:
    ids = (each for side in conflict.sides for each in side.attestations)
    return [each for each in map(view.attestation, ids) if each is not None]


@frozen(kw_only=True)
class _Names:
    """The registered names of persons and places, to be found in what is asked and answered."""

    persons: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    person_register: Register
    place_register: Register
    _named: dict[str, tuple[frozenset[str], frozenset[str]]] = field(factory=dict, init=False)

    @classmethod
    def of(cls, view: View) -> _Names:
        dossier = view.report.dossier
        return cls(
            persons=_forms(dossier.person_register),
            places=_forms(dossier.place_register),
            person_register=dossier.person_register,
            place_register=dossier.place_register,
        )

    def found(
        self, view: View, conflict: Conflict, title: str, attestations: Iterable[Attestation]
    ) -> tuple[list[str], list[str]]:
        """Return the ids of the persons and of the places that a conflict speaks of, sorted."""
        persons: set[str] = set()
        places: set[str] = set()
        texts = [title, *(each.value.text for each in attestations)]
        for question in filter(None, map(view.question, conflict.questions)):
            texts += [question.asks, question.subject]
            persons.update({question.subject_id} & self.person_register.ids)
            places.update({question.subject_id} & self.place_register.ids)
        for each in attestations:
            places.update(
                {facet.key for facet in view.scope(each).facets if facet.name == "place"}
                & self.place_register.ids
            )
        for text in dict.fromkeys(texts):
            if text not in self._named:
                self._named[text] = self._named_in(text)
            persons.update(self._named[text][0])
            places.update(self._named[text][1])
        return sorted(persons), sorted(places)

    def _named_in(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        runs = list(_word_runs(text))
        return (
            frozenset(each for run in runs for each in self.persons.get(run, ())),
            frozenset(each for run in runs for each in self.places.get(run, ())),
        )


def _forms(register: Register) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in register.entries:
        for form in (entry.label, *(each.text for each in entry.forms if each.is_declared)):
            found.setdefault(fold(form), []).append(entry.id)
    return {form: tuple(ids) for form, ids in found.items() if form}


def _word_runs(text: str) -> Iterator[str]:
    words = fold(text).split()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
            yield " ".join(words[start:end])
