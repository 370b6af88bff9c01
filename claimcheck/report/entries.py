"""One attestation, claim or passage as items of a list, for every section that shows one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Claim
from claimcheck.model.plain import plain
from claimcheck.model.question import Attestation
from claimcheck.model.wording import attestation_words, basis_words, stance_words
from claimcheck.report.blocks import Block, Item
from claimcheck.report.passages import place_words, surroundings_words
from claimcheck.report.view import View
from claimcheck.report.words import lines_reasons, lines_words, reading_words


def attestation_items(
    view: View, attestation_id: str, depth: int = 0, *, with_reading: bool = True
) -> Iterator[Block]:
    """
    Yield an attestation with all that stands behind it, from this depth inwards.

    `with_reading` is for places that have told already how its value was read.
    """
    attestation = view.attestation(attestation_id)
    if attestation is None:
        yield Item(depth=depth, text=attestation_id)
        return
    yield Item(depth=depth, lead=view.speaker(attestation), text=stance_words(attestation))
    reading = reading_words(attestation.value) if with_reading else ""
    details = (f"{lead} {words}".strip() for lead, words in detail_rows(view, attestation))
    for words in filter(None, (reading, *details)):
        yield Item(depth=depth + 1, text=words)
    for passage in attestation.passages:
        yield Item(depth=depth + 1, text=place_words(view, passage))
        if surroundings := surroundings_words(view.anchor(passage)):
            yield Item(depth=depth + 2, lead="in its document:", text=surroundings)


def detail_rows(view: View, attestation: Attestation) -> Iterator[tuple[str, str]]:
    """Yield what stands behind an attestation beside its passages, as (lead, words)."""
    if attestation.value.open:
        yield "left open:", "; ".join(plain(each) for each in attestation.value.open)
    if scope := view.own_scope(attestation):
        yield "speaks of:", plain(str(scope))
    if basis := basis_words(attestation):
        yield "", plain(basis)
    if attestation.hearsay_of:
        yield "", "its own stance towards what it relays"
    for ground in attestation.rests_on:
        yield "rests on:", _named(view, ground)
    if attestation.damage:
        yield "", f"stands in damaged words ({plain(attestation.damage)})"
    if attestation.beside:
        yield "", f"stands beside damaged words ({plain(attestation.beside)})"


def _named(view: View, some_id: str) -> str:
    """Return an attestation in words, or a question's, or the id of what is neither."""
    if found := view.attestation(some_id):
        return attestation_words(view.report.dossier, found)
    if view.question(some_id):
        return f"the answer to “{view.asks(some_id)}”"
    return plain(some_id)


def claim_items(view: View, claim: Claim, depth: int = 0, *, letter: str = "") -> Iterator[Block]:
    """
    Yield a claim with its lines of evidence and where each attestation stands towards it.

    `letter` is that of the side on which it stands in the only conflict of its question.
    """
    lead = f"{letter}, “{plain(claim.answer)}”:" if letter else f"“{plain(claim.answer)}”:"
    yield Item(depth=depth, lead=lead, text=lines_words(claim.lines))
    for reason in lines_reasons(view, claim):
        yield Item(depth=depth + 1, text=reason)
    for how, names in standings(view, claim):
        yield Item(depth=depth + 1, lead=f"{how}:", text="; ".join(names))


def standings(view: View, claim: Claim) -> Iterator[tuple[str, list[str]]]:
    """
    Yield how those who speak stand towards a claim, in words, with their names.

    Who supports, contradicts or doubts it in one place and in another leaves room for it is not named
    among those who allow it as well: that would read as if he took his word back.
    """
    decided: set[str] = set()
    for how, attestation_ids in (
        ("supported by", claim.supporting),
        ("contradicted by", claim.contradicting),
        ("doubted by", claim.doubting),
        ("allowed by", claim.allowing),
    ):
        names = named(view, attestation_ids)
        if how == "allowed by":
            names = [name for name in names if name not in decided]
        decided.update(names)
        if names:
            yield how, names


def named_list(view: View, attestation_ids: tuple[str, ...]) -> str:
    """Return who speaks in some attestations, each once, apart by semicolons."""
    return "; ".join(named(view, attestation_ids))


def named(view: View, attestation_ids: tuple[str, ...]) -> list[str]:
    """Return who speaks in some attestations, each once."""
    found = ((each, view.attestation(each)) for each in attestation_ids)
    names = [view.speaker(attestation) if attestation else plain(each) for each, attestation in found]
    return list(dict.fromkeys(names))
