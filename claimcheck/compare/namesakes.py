"""Names that several persons bear: who is one, who is kept apart, what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Finding
from claimcheck.model.ids import made_id
from claimcheck.model.name import Person
from claimcheck.model.question import Attestation
from claimcheck.model.wording import speaker_words
from claimcheck.values.folding import fold
from claimcheck.values.points import Points
from claimcheck.values.value import Reading


def namesakes(dossier: Dossier, attestations: Sequence[Attestation]) -> Iterator[Finding]:
    """
    Yield one finding for each cluster of registered persons that share a form of name or were
    declared different: which attestations mean one of them, and which may mean several. A cluster that
    no answer names has nothing to tell.
    """
    for cluster in _clusters(dossier.persons):
        ids = {person.id for person in cluster}
        meaning = {
            person.id: [each for each in attestations if _means(each, person.id)] for person in cluster
        }
        open_ = [each for each in attestations if each.value.is_open and _may_mean(each, ids)]
        parts = [_person_words(dossier, person, meaning[person.id]) for person in cluster]
        if open_:
            named = "; ".join(f"«{each.value.text}» ({speaker_words(dossier, each)})" for each in open_)
            parts.append(f"left open: {named}")
        if not open_ and not any(meaning.values()):
            continue
        involved = (*(each for person in cluster for each in meaning[person.id]), *open_)
        yield Finding(
            id=made_id("look-alike", *sorted(ids)),
            code="look-alike",
            explanation=f"Alike in name and kept apart: {'. '.join(parts)}. No two are taken for one "
            "person unless the dossier says so.",
            questions=tuple(dict.fromkeys(each.question for each in involved)),
            attestations=tuple(dict.fromkeys(each.id for each in involved)),
            path=tuple(person.id for person in cluster),
        )


def _clusters(persons: Sequence[Person]) -> list[list[Person]]:
    """Return groups of two or more persons linked by a shared form or a declared difference."""
    by_id = {person.id: person for person in persons}
    bearers: dict[str, list[str]] = {}
    for person in persons:
        for form in (*person.names, *person.also):
            bearers.setdefault(fold(form.text), []).append(person.id)
    linked: dict[str, set[str]] = {person.id: set() for person in persons}
    groups = [*bearers.values(), *([person.id, other] for person in persons for other in person.not_same)]
    for group in groups:
        for name in group:
            linked[name].update(other for other in group if other != name and other in by_id)
    return [
        [by_id[name] for name in sorted(component)] for component in _components(linked) if len(component) > 1
    ]


def _components(linked: dict[str, set[str]]) -> list[set[str]]:
    components, seen = [], set()
    for root in linked:
        if root in seen:
            continue
        component, queue = {root}, [root]
        while queue:
            for other in linked[queue.pop()] - component:
                component.add(other)
                queue.append(other)
        seen |= component
        components.append(component)
    return components


def _person_words(dossier: Dossier, person: Person, attestations: Sequence[Attestation]) -> str:
    named = "; ".join(
        dict.fromkeys(
            f"«{each.printed or each.value.text}» ({speaker_words(dossier, each)})" for each in attestations
        )
    )
    note = f" ({person.note})" if person.note else ""
    return f"{person.label}{note}: {named or 'named in no answer'}"


def _points(reading: Reading) -> frozenset[str]:
    return reading.core.points if isinstance(reading.core, Points) else frozenset()


def _means(attestation: Attestation, person: str) -> bool:
    value = attestation.value
    return value.kind == "person" and not value.is_open and _points(value.readings[0]) == {person}


def _may_mean(attestation: Attestation, persons: set[str]) -> bool:
    value = attestation.value
    return value.kind == "person" and any(_points(reading) & persons for reading in value.readings)
