"""Explanations: what clashes, in the words of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation
from claimcheck.model.rules import rule_words
from claimcheck.model.wording import attestation_words
from claimcheck.values.relation import Comparison, Stance

_SHOWN_PER_SIDE = 4


def explain_conflict(
    dossier: Dossier,
    first: Sequence[Attestation],
    second: Sequence[Attestation],
    comparison: Comparison,
) -> str:
    """Return an explanation that quotes both sides and ends with the rule in words."""
    explanation = (
        f"{side_words(dossier, first)}. Against this, {side_words(dossier, second)}. "
        f"{rule_words(comparison.rule)}"
    )
    if all(each.stance is Stance.AFFIRMS for each in (first[0], second[0])):
        explanation += f" What each asserts: {core_words(first[0])} / {core_words(second[0])}."
    return explanation


def side_words(dossier: Dossier, side: Sequence[Attestation]) -> str:
    """Return who is on a side and in which words, shortened where there are many."""
    shown = [attestation_words(dossier, attestation) for attestation in side[:_SHOWN_PER_SIDE]]
    if len(side) > _SHOWN_PER_SIDE:
        shown.append(f"and {len(side) - _SHOWN_PER_SIDE} more")
    return "; ".join(shown)


def core_words(attestation: Attestation) -> str:
    """Return what an attestation's value asserts, each reading once."""
    return " or ".join(dict.fromkeys(str(reading.core) for reading in attestation.value.readings))
