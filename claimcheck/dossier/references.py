"""What refers to attestations: read when all of them are known."""

from __future__ import annotations

from collections.abc import Container, Iterable

from attrs import define, evolve

from claimcheck.dossier.attestations import AttestationReader
from claimcheck.dossier.cycles import find_cycles, shown_cycle
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Tables
from claimcheck.dossier.nodes import Text
from claimcheck.dossier.problems import Page
from claimcheck.model.question import Attestation, Opposition, Question


@define
class ReferenceReader:
    """Fills `rests_on` and `oppositions`, where attestations of the same question go by their short ids."""

    tables: Tables
    attestations: AttestationReader

    def complete(self, question: Question, entry: Entry) -> Question:
        """Return the question with its oppositions, and its attestations with what they rest on."""
        return evolve(
            question,
            attestations=tuple(self._resting(one) for one in question.attestations),
            oppositions=tuple(self._oppositions(question, entry)),
        )

    def without_circles(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Return the questions without each link by which attestations would rest on themselves."""
        known = tuple(questions)
        resting = {one.id: one for question in known for one in question.attestations if one.rests_on}
        dropped: set[tuple[str, str]] = set()
        for cycle in find_cycles({name: one.rests_on for name, one in resting.items()}):
            child, ground = cycle[-1], cycle[0]
            dropped.add((child, ground))
            entry = self.attestations.entries[child]
            entry.tell(
                "rests-on-cycle",
                f"{shown_cycle(cycle)}: each would rest on itself; "
                f"that {child} rests on {ground} is left out",
                "rests-on",
                hint="delete the wrong one",
            )
        if not dropped:
            return known
        return tuple(
            evolve(question, attestations=tuple(_without(dropped, one) for one in question.attestations))
            for question in known
        )

    def _resting(self, attestation: Attestation) -> Attestation:
        entry = self.attestations.entries[attestation.id]
        nodes = entry.fields.texts("rests-on")
        if not nodes:
            return attestation
        found = (self._find(node, attestation.question, entry.page, may_be_question=True) for node in nodes)
        known = dict.fromkeys(name for name in found if name not in ("", attestation.id))
        return evolve(attestation, rests_on=tuple(known))

    def _oppositions(self, question: Question, entry: Entry) -> Iterable[Opposition]:
        for fields in entry.fields.entries("oppositions"):
            pair = [self._find(node, question.id, entry.page) for node in fields.texts("between")]
            if pair[0] and pair[0] == pair[1]:
                entry.page.tell(
                    "opposed-to-itself", "an attestation is opposed to another one", fields.mark("between")
                )
            elif all(pair):
                yield Opposition(
                    attestations=(pair[0], pair[1]),
                    because=fields.words("because"),
                    is_necessary=fields.is_yes("necessary"),
                    where=entry.page.place(fields),
                )

    def _find(self, node: Text, question: str, page: Page, *, may_be_question: bool = False) -> str:
        """Return the full id that a text names, or nothing after telling that there is none."""
        ids, name = self.attestations.ids, node.value.strip()
        short = f"{question}.{name}"
        for candidate in (short, name):
            if candidate in ids.places:
                return candidate
        if may_be_question and name in self.tables.questions.places:
            return name
        if {short, name} & ids.left_out or (may_be_question and name in self.tables.questions.left_out):
            page.tell(
                "left-out",
                f"{name!r} was left out, so that this reference leads nowhere",
                node,
                hint="see the problem at its own place",
            )
            return ""
        prefix = f"{question}."
        near = [known.removeprefix(prefix) for known in ids.places if known.startswith(prefix)]
        ids.tell_unknown(
            name, node, page, [*near, *self.tables.questions.places] if may_be_question else near
        )
        return ""


def _without(dropped: Container[tuple[str, str]], attestation: Attestation) -> Attestation:
    kept = tuple(ground for ground in attestation.rests_on if (attestation.id, ground) not in dropped)
    return evolve(attestation, rests_on=kept)
