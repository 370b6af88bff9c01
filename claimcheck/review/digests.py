"""
Digests of the parts that evidence consists of: what each is made from, and so what re-opens a decision.

Nothing in them is in words of ours, and nothing depends on the order of files: a report that is worded
better, or a dossier whose files are named anew, has the same digests.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from claimcheck.model.criticism import Grade, GradeBasis
from claimcheck.model.damage import Damage
from claimcheck.model.document import Anchor, Passage, QuotationStatus
from claimcheck.model.finding import Conflict, Lines
from claimcheck.model.name import Person
from claimcheck.model.question import Attestation, Omission, Opposition, Question, Silence
from claimcheck.model.source import Derivation, Hand, Independence, Source
from claimcheck.values.value import Value

_DIGITS = 16
"""Hex digits of a digest: 64 bits tell the few states of one record apart beyond any accident."""

_MOVED = (QuotationStatus.ELSEWHERE, QuotationStatus.AMBIGUOUS)


def digest(*parts: Any) -> str:
    """Return a digest of values that JSON knows."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def gravity(conflict: Conflict) -> str:
    """How the sides stand to one another, and by which rule."""
    return digest(conflict.relation.value, conflict.rule)


def sides(conflict: Conflict) -> str:
    """Who stands on which side, in their order, and the links of a loop; the words of a rule are ours."""
    links = [
        (link.from_, link.to, link.at_least, link.at_most, "" if link.is_rule else link.ground)
        for link in conflict.links
    ]
    return digest([sorted(each.attestations) for each in conflict.sides], links)


def question(asked: Question) -> str:
    """What is asked, and within which bounds."""
    scope = [(facet.name, facet.text) for facet in asked.scope.facets]
    return digest(
        (asked.asks, asked.kind, asked.subject, asked.when_text, scope),
        (asked.event, asked.relative_to, asked.part_of, asked.several_answers),
    )


def attestation(said: Attestation) -> str:
    """What an attestation says and how its words were read, without its id and its place in the files."""
    return digest(
        said.document,
        [(link.source, link.relay and link.relay.value, link.hedge) for link in said.chain],
        said.stance.value,
        (said.value.text, said.printed, _read(said.value)),
        (said.basis.value, said.because),
        [(facet.name, facet.text) for facet in said.scope.facets],
        [(each.locator, each.quotation, each.until) for each in said.passages],
        sorted(said.rests_on),
        (said.damage, said.beside),
    )


def _read(value: Value) -> Any:
    """
    Return what the words assert in each reading.

    What they tolerate is left out: another profile of tolerances re-opens only what it makes more grave,
    or less.
    """
    readings = sorted((each.core.key(), sorted(each.under)) for each in value.readings)
    return readings, [(facet.name, facet.text) for facet in value.scope.facets]


def grades(given: Iterable[Grade]) -> str:
    """How an attestation stands on the rules of criticism; what was derived is reasoned in words of ours."""
    return digest(
        sorted(
            (each.rule, each.best, each.worst, each.because if each.basis is GradeBasis.DECLARED else "")
            for each in given
        )
    )


def source(speaks: Source) -> str:
    """Who made a source, when, where and for whom; how it is catalogued otherwise is no evidence."""
    creators = [(str(each), each.role, each.person) for each in speaks.creators]
    return digest(
        (creators, speaks.is_unnamed),
        (speaks.issued, speaks.made, speaks.made_at),
        (speaks.form.value, speaks.side, speaks.authenticity, speaks.survives),
    )


def lines(
    counted: Lines,
    derivations: Iterable[Derivation],
    hands: Iterable[Hand],
    independences: Iterable[Independence],
) -> str:
    """
    How many lines stand behind an answer, what they hang on, and what is declared of their descent.

    Which ways were found is left out: there may be others as good.
    """
    trusted = counted.trusting and (counted.trusting.at_least, counted.trusting.at_most)
    return digest(
        (counted.at_least, counted.at_most, trusted),
        (sorted(counted.origins), sorted(counted.single_points)),
        descent(derivations),
        sorted((sorted(each.sources), each.kind, each.status.value, each.because) for each in hands),
        sorted((sorted(each.sources), each.is_known, each.because) for each in independences),
    )


def descent(derivations: Iterable[Derivation]) -> str:
    """Who takes from whom, how, how surely, and why."""
    return digest(
        sorted((each.child, each.parent, each.kind, each.status.value, each.because) for each in derivations)
    )


def person(meant: Person) -> str:
    """The names of a person, when they lived, and whom they are told apart from."""
    forms = [sorted((form.text, str(form.valid)) for form in each) for each in (meant.names, meant.also)]
    return digest(forms, str(meant.life), sorted(meant.same_as), sorted(meant.not_same))


def passage(anchor: Anchor | None) -> str:
    """What stands in the document; empty where nobody could look."""
    if anchor is None or anchor.status is QuotationStatus.UNCHECKED:
        return ""
    return digest(anchor.status.value, anchor.text, anchor.found_at if anchor.status in _MOVED else "")


def damage(span: Damage) -> str:
    """A damaged span, why it is taken for one, and the readings that a historian proposes for it."""
    emendations = [(each.reads, each.because) for each in span.emendations]
    return digest(span.kind, place(span.passage), span.passage.until, span.because, emendations)


def silence(kept: Silence) -> str:
    """Where a source was searched, why it could be expected to speak, and what is affirmed of it."""
    return digest(kept.source, kept.document, kept.searched, kept.because, kept.conditions)


def omission(lacking: Omission) -> str:
    """What a version lacks, against which others, and why that is told."""
    where = place(lacking.passage) if lacking.passage else ""
    return digest(lacking.source, lacking.lacks, lacking.compared_with, where, lacking.because)


def opposition(declared: Opposition) -> str:
    """Which two are declared opposed, how strongly, and why."""
    return digest(sorted(declared.attestations), declared.is_necessary, declared.because)


def place(cited: Passage) -> str:
    """Return a passage in words, which name its part of the evidence."""
    words = f" «{cited.quotation}»" if cited.quotation else ""
    return f"{cited.document}, {cited.locator}{words}"
