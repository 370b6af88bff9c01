"""Causes that lie in how a thing is said, whatever its kind: hedges, hearsay, telling."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.groups import Group
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Diagnosis
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation, Basis
from claimcheck.model.wording import answer_words
from claimcheck.values.relation import Comparison, Stance

CALENDAR_OPEN = "the calendar is not stated"
"""How the reading of dates begins to say so."""


def causes(
    dossier: Dossier, a: Group, b: Group, comparison: Comparison, *, calendar_is_told: bool = False
) -> Iterator[Diagnosis]:
    """Yield what the wording of two groups leaves as an explanation of their clash."""
    # What is noted on a single reading would change nothing: another choice was never open.
    values = [group.value for group in (a, b) if group.value.is_open]
    opened = [(value.text, text) for value in values for text in value.open]
    for said, text in dict.fromkeys(opened):
        if calendar_is_told and text.startswith(CALENDAR_OPEN):
            continue
        yield Diagnosis(
            code="left-open",
            text=f"«{said}»: {text}",
            confirm_by="what the source means elsewhere; once known, it is stated with the value",
        )
    if comparison.rule == "order-of-telling":
        yield Diagnosis(
            code="order-of-telling",
            text="the text may tell an event early without meaning that it came early",
            confirm_by="a date or an order stated in words for either event",
        )
    yield from _hearsay(dossier, a, b)
    implied = [group for group in (a, b) if all(each.basis is Basis.IMPLIED for each in group.attestations)]
    if implied:
        yield Diagnosis(
            code="implied",
            text="; ".join(_drawn(dossier, group) for group in implied),
            confirm_by="a passage that states it, or one that shows what else the words can mean",
        )


def _drawn(dossier: Dossier, group: Group) -> str:
    """Return that nobody on a side states its answer outright, with the passages that it is drawn from."""
    answer = answer_words(group.value, is_denial=group.stance is Stance.DENIES)
    places = dict.fromkeys(_place(dossier, each) for each in group.attestations)
    return f"“{answer}” is drawn from the words of {listed(list(places))}, which do not state it"


def _place(dossier: Dossier, attestation: Attestation) -> str:
    label = dossier.source(attestation.speaker).label
    locators = dict.fromkeys(each.locator for each in attestation.passages if each.locator)
    # A source of one page may go by it.
    told = [each for each in locators if not label.endswith(each)]
    return f"{label} ({'; '.join(told)})" if told else label


def _hearsay(dossier: Dossier, a: Group, b: Group) -> Iterator[Diagnosis]:
    for group in (a, b):
        relayed = [each for each in group.attestations if each.is_relayed and not each.hearsay_of]
        if len(relayed) != len(group.attestations) or not relayed:
            continue
        through = listed(sorted({dossier.source(each.chain[0].source).label for each in relayed}))
        names = sorted({dossier.source(each.speaker).label for each in relayed})
        yield Diagnosis(
            code="known-at-second-hand",
            text=f"{listed(names)} {'is' if len(names) == 1 else 'are'} known only through {through}, "
            "which may have misread or shortened",
            confirm_by="reading what is cited there",
        )
