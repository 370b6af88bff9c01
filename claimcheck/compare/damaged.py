"""Findings about damaged spans: what is set apart, what it would oppose, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.compare.groups import compare_groups, group_attestations
from claimcheck.compare.quarantine import Anchors, Standing
from claimcheck.model.damage import Damage
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Finding
from claimcheck.model.ids import made_id
from claimcheck.model.question import Attestation, Question
from claimcheck.model.wording import attestation_words, passage_words


def damage_findings(
    dossier: Dossier,
    standings: Mapping[str, Standing],
    counted: Mapping[str, Sequence[Attestation]],
    anchors: Anchors,
) -> Iterator[Finding]:
    """Yield one finding for each damaged span, with what stands in it and what that would oppose."""
    questions = {question.id: question for question in dossier.questions}
    written = [each for question in dossier.questions for each in question.attestations]
    for damage in dossier.damages:
        inside = [each for each in written if each.id in standings and damage.id in standings[each.id].inside]
        opposed = list(
            dict.fromkeys(
                other for each in inside for other in _opposed(each, questions[each.question], counted)
            )
        )
        anchor = anchors.get(damage.passage)
        yield Finding(
            id=made_id("damage", damage.id),
            code="damage",
            explanation=_damage_words(dossier, damage, inside, opposed),
            questions=tuple(dict.fromkeys(each.question for each in inside)),
            attestations=(*(each.id for each in inside), *(each.id for each in opposed)),
            passages=(anchor,) if anchor else (),
            path=(damage.id,),
        )


_KINDS = {
    "vandalism": "vandalised",
    "lacuna": "words are missing",
    "ocr": "misread by character recognition",
    "misprint": "misprinted",
    "garbled": "garbled",
}


def _opposed(
    attestation: Attestation, question: Question, counted: Mapping[str, Sequence[Attestation]]
) -> Iterator[Attestation]:
    """Yield the counted attestations that a quarantined one would clash with, did it count."""
    (own,) = group_attestations([attestation])
    for group in group_attestations(counted.get(question.id, ())):
        if compare_groups(own, group, question).relation.is_conflict:
            yield from group.attestations


def _damage_words(
    dossier: Dossier, damage: Damage, inside: Sequence[Attestation], opposed: Sequence[Attestation]
) -> str:
    document = next((each.source for each in dossier.documents if each.id == damage.passage.document), "")
    words = f"{dossier.source(document).label}, {passage_words(damage.passage)}: {_KINDS[damage.kind]}"
    if damage.because:
        words += f", because {damage.because}"
    words += "."
    if inside:
        said = "; ".join(attestation_words(dossier, each) for each in inside)
        words += (
            " The words are left out, because they are damaged: no claim, no person and no conflict is made "
            "from them. They "
            f"would say: {said}."
        )
    if opposed:
        against = "; ".join(attestation_words(dossier, each) for each in opposed)
        words += f" That would oppose: {against}."
    for emendation in damage.emendations:
        words += (
            f" Emendation, ours and not the document's: “{emendation.reads}”, because {emendation.because}."
        )
    return words


def beside_findings(
    dossier: Dossier, standings: Mapping[str, Standing], counted: Mapping[str, Sequence[Attestation]]
) -> Iterator[Finding]:
    """Yield one finding for each damaged span with the counted attestations that stand intact beside it."""
    standing_by: dict[str, list[Attestation]] = {}
    for attestation in (each for side in counted.values() for each in side):
        standing = standings.get(attestation.id)
        if standing is None or attestation.hearsay_of:
            continue
        for name in standing.beside:
            standing_by.setdefault(name, []).append(attestation)
    for damage in dossier.damages:
        beside = standing_by.get(damage.id)
        if beside:
            yield Finding(
                id=made_id("beside", damage.id),
                code="beside-damage",
                explanation=_beside_words(dossier, damage, beside),
                questions=tuple(dict.fromkeys(each.question for each in beside)),
                attestations=tuple(each.id for each in beside),
                path=(damage.id,),
            )


def _beside_words(dossier: Dossier, damage: Damage, beside: Sequence[Attestation]) -> str:
    document = next((each.source for each in dossier.documents if each.id == damage.passage.document), "")
    quoted = dict.fromkeys(passage_words(passage) for each in beside for passage in each.passages)
    return (
        f"{dossier.source(document).label}: in a sentence with damage ({passage_words(damage.passage)}) "
        f"stand, intact, the words of {'; '.join(quoted)}. They count."
    )
