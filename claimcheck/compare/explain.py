"""Explanations: what clashes, in the words of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation
from claimcheck.model.wording import attestation_words
from claimcheck.values.relation import Comparison, Relation, Stance

_SHOWN_PER_SIDE = 4

_RULES = {
    "envelopes-apart": "Nothing fits both, even with every tolerance",
    "no-reading-meets": "The words have several readings, and none of the one side fits any of the other",
    "some-readings-conflict": "The words have several readings: under some they clash, under others not",
    "only-envelopes-meet": "What the words assert is apart; only their tolerance brings them together",
    "affirmed-and-denied": "One side denies just what the other affirms",
    "affirmed-and-partly-denied": "One side denies a part of what the other leaves possible",
    "affirmed-and-doubted": "One side doubts what the other affirms; a doubt is no denial",
    "nothing-left-undenied": "Together the two denials leave no answer of the closed list",
    "order-of-telling": "The clash rests on the order of telling, which need not be the order in time",
    "part-exceeds-whole": "The figure for a part is larger than the figure for its whole",
    "part-held-by-another": "Whoever holds a part of a place holds some of the whole",
}


def explain_conflict(
    dossier: Dossier,
    first: Sequence[Attestation],
    second: Sequence[Attestation],
    comparison: Comparison,
) -> str:
    """Return an explanation that quotes both sides and ends with the rule in words."""
    return (
        f"{side_words(dossier, first)}. Against this, {side_words(dossier, second)}. "
        f"{rule_words(comparison, first[0], second[0])}"
    )


def side_words(dossier: Dossier, side: Sequence[Attestation]) -> str:
    """Return who is on a side and in which words, shortened where there are many."""
    shown = [attestation_words(dossier, attestation) for attestation in side[:_SHOWN_PER_SIDE]]
    if len(side) > _SHOWN_PER_SIDE:
        shown.append(f"and {len(side) - _SHOWN_PER_SIDE} more")
    return "; ".join(shown)


def rule_words(comparison: Comparison, a: Attestation, b: Attestation) -> str:
    """Return the rule of a comparison as a sentence with what each side leaves possible."""
    if comparison.rule.startswith("scope-unstated:"):
        facets = comparison.rule.removeprefix("scope-unstated:").replace("+", " and ")
        rule = f"The values clash, but only one side says which {facets} it means; the other may mean another"
    else:
        rule = _RULES.get(comparison.rule, comparison.rule)
    both_affirm = a.stance is b.stance is Stance.AFFIRMS
    if comparison.relation is Relation.NECESSARY_CONFLICT and both_affirm:
        return f"{rule}: {core_words(a)} / {core_words(b)}."
    return f"{rule}."


def core_words(attestation: Attestation) -> str:
    """Return what an attestation's value asserts, each reading once."""
    return " or ".join(dict.fromkeys(str(reading.core) for reading in attestation.value.readings))
