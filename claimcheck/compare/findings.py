"""What a report shows besides conflicts: open readings, apparent clashes, variants, silences, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimcheck.compare.conflicts import LISTED_AT_MOST
from claimcheck.compare.explain import core_words
from claimcheck.compare.groups import Relations
from claimcheck.model.document import Anchor, Passage, QuotationStatus
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Finding
from claimcheck.model.ids import made_id
from claimcheck.model.question import Attestation, Question
from claimcheck.model.wording import attestation_words, passage_words, silence_words, speaker_words
from claimcheck.values.relation import Comparison, Relation
from claimcheck.values.scope import match_scopes


def untold(question: str, n_found: int) -> Iterator[Finding]:
    """Yield that a question has more conflicts than are told one by one."""
    if n_found > LISTED_AT_MOST:
        yield Finding(
            id=made_id("untold", question),
            code="untold",
            explanation=f"{n_found:,} pairs of answers clash; the first {LISTED_AT_MOST:,} are told one by "
            "one. Every answer lists all that contradict it.",
            questions=(question,),
        )


def unsearched(*, is_complete: bool) -> Iterator[Finding]:
    """Yield that the network of dates and orders was too large to be searched to its end."""
    if not is_complete:
        yield Finding(
            id=made_id("untold", "order"),
            code="untold",
            explanation="The dates and orders contradict one another in so many ways that not every "
            "contradiction was looked for; each that is told stands by itself.",
        )


def ambiguities(dossier: Dossier, attestations: Sequence[Attestation]) -> Iterator[Finding]:
    """Yield each value whose words admit several readings, with the readings."""
    for attestation in attestations:
        if not attestation.value.is_open or attestation.hearsay_of:
            continue
        opened = "; ".join(attestation.value.open)
        yield Finding(
            id=made_id("ambiguity", attestation.id),
            code="ambiguity",
            explanation=f"{attestation_words(dossier, attestation)}: the words leave open "
            f"{core_words(attestation)}" + (f" ({opened})" if opened else "") + ". Nothing is chosen.",
            questions=(attestation.question,),
            attestations=(attestation.id,),
        )


def apparents(dossier: Dossier, relations: Relations) -> Iterator[Finding]:
    """
    Yield what looks like a clash, or like agreement, between things that are not the same.

    Where a historian opposed the two, the opposition tells it, and what differs is no excuse.
    """
    opposed = {frozenset(each.attestations) for each in relations.question.oppositions}
    for a, b, comparison in relations.pairs(Relation.INCOMPARABLE):
        if comparison.would_be is None:
            continue
        alike = comparison.would_be is Relation.AGREES or (
            comparison.would_be is Relation.REFINES and relations.question.kind == "quantity"
        )
        if not alike and not comparison.would_be.is_conflict:
            continue
        first, second = relations.groups[a], relations.groups[b]
        if any(frozenset(pair) in opposed for pair in product(first.ids, second.ids)):
            continue
        looks = "look alike" if alike else "look as if they clashed"
        yield Finding(
            id=made_id("apparent", relations.question.id, *sorted((*first.ids, *second.ids))),
            code="apparent",
            explanation=f"{attestation_words(dossier, first.attestations[0])}; and "
            f"{attestation_words(dossier, second.attestations[0])}. They {looks}, but speak of different "
            f"things: {difference_words(first.attestations[0], second.attestations[0], comparison)}.",
            questions=(relations.question.id,),
            attestations=(*first.ids, *second.ids),
        )


def difference_words(a: Attestation, b: Attestation, comparison: Comparison) -> str:
    """Return in which stated facets two attestations differ: "whose: Georgian / Turkish"."""
    match = match_scopes(a.value.scope, b.value.scope)
    differing = [f"{left.name}: {left.words} / {right.words}" for left, right in match.differ]
    return ", ".join(differing) or comparison.rule.replace("-", " ")


def variants(dossier: Dossier, question: Question) -> Iterator[Finding]:
    """Yield each version of a text that lacks words which another has. It denies nothing."""
    for omission in question.omissions:
        source = dossier.source(omission.source).label
        place = f" ({passage_words(omission.passage)})" if omission.passage else ""
        others = [dossier.source(each).label for each in omission.compared_with]
        against = f", which stand in {' and '.join(others)}" if others else ""
        reason = f" {omission.because}." if omission.because else ""
        yield Finding(
            id=made_id("variant", question.id, omission.source, omission.lacks),
            code="variant",
            explanation=f"{source} lacks the words on {omission.lacks}{against}{place}: two states of one "
            f"text. What a version omits it does not deny.{reason}",
            questions=(question.id,),
            path=(omission.source, *omission.compared_with),
        )


def silences(dossier: Dossier, question: Question) -> Iterator[Finding]:
    """Yield each source that was searched and does not speak. Silence is neither a denial nor zero."""
    for silence in question.silences:
        searched = f" (searched: {silence.searched})" if silence.searched else ""
        reason = f": {silence.because}" if silence.because else ""
        yield Finding(
            id=made_id("silence", question.id, silence.source, silence.document),
            code="silence",
            explanation=f"{dossier.source(silence.source).label} says nothing{searched}, though it could be "
            f"expected to speak{reason}. {silence_words(silence)} It is not counted for or against any "
            "answer.",
            questions=(question.id,),
            path=(silence.source,),
        )


def oppositions(dossier: Dossier, question: Question, by_id: Mapping[str, Attestation]) -> Iterator[Finding]:
    """Yield each opposition that a historian declared where no kind can compare."""
    for opposition in question.oppositions:
        sides = [by_id[each] for each in opposition.attestations if each in by_id]
        words = " against ".join(attestation_words(dossier, each) for each in sides)
        strength = "cannot both be right" if opposition.is_necessary else "may not both be right"
        yield Finding(
            id=made_id("opposition", question.id, *sorted(opposition.attestations)),
            code="declared-opposition",
            explanation=f"Declared by the dossier, not found by comparison: {words}. They {strength}: "
            f"{opposition.because}.",
            questions=(question.id,),
            attestations=tuple(each.id for each in sides),
        )


def unnamed_authorities(dossier: Dossier, attestations: Sequence[Attestation]) -> Iterator[Finding]:
    """Yield each attestation whose chain leads to nobody that can be named."""
    for attestation in attestations:
        unnamed = [link.source for link in attestation.chain if dossier.source(link.source).is_unnamed]
        if not unnamed or attestation.hearsay_of:
            continue
        names = " and ".join(dossier.source(each).label for each in unnamed)
        yield Finding(
            id=made_id("unnamed", attestation.id),
            code="unnamed-authority",
            explanation=f"{attestation_words(dossier, attestation)}: nobody knows who stands behind "
            f"{names}, so it can't be told whether it adds a line to the sources that are named.",
            questions=(attestation.question,),
            attestations=(attestation.id,),
            path=tuple(unnamed),
        )


def quotation_findings(
    dossier: Dossier, attestations: Sequence[Attestation], anchors: Mapping[Passage, Anchor]
) -> Iterator[Finding]:
    """Yield each cited passage that was not found as it is quoted, or not where it is cited."""
    for attestation in attestations:
        found = [anchors[passage] for passage in attestation.passages if passage in anchors]
        unsound = tuple(anchor for anchor in found if not anchor.status.is_sound)
        if not unsound or attestation.hearsay_of:
            continue
        words = "; ".join(_unsound_words(anchor) for anchor in unsound)
        yield Finding(
            id=made_id("quotation", attestation.id),
            code="quotation",
            explanation=f"{speaker_words(dossier, attestation)}: {words}.",
            questions=(attestation.question,),
            attestations=(attestation.id,),
            passages=unsound,
        )


_UNSOUND = {
    QuotationStatus.DOUBTFUL: "may be misread",
    QuotationStatus.ALTERED: "does not stand so in the document",
    QuotationStatus.ELSEWHERE: "stands in another place than the one cited",
    QuotationStatus.AMBIGUOUS: "stands in several places, and the locator does not choose",
    QuotationStatus.ABSENT: "is not in the document",
}


def _unsound_words(anchor: Anchor) -> str:
    differs = f" ({'; '.join(anchor.differs)})" if anchor.differs else ""
    place = f", found at {anchor.found_at}" if anchor.found_at else ""
    return f"{passage_words(anchor.passage)} {_UNSOUND[anchor.status]}{differs}{place}"
