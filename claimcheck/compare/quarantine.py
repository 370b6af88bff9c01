"""Damaged words make no claim: what stands in a damaged span is set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.model.damage import Damage
from claimcheck.model.document import Anchor, Passage
from claimcheck.model.question import Attestation

_SENTENCE_END = re.compile(
    r"""(?<=\w{3})[.!?][”’"')\]]*[⁰¹²³⁴-⁹]*\s   # a full stop behind a word, not behind an initial
      | \n[ \t]*\n                            # a new paragraph
      | \n[ \t]*[-*•=#]                        # an item of a list or box, a heading
    """,
    re.VERBOSE,
)

Anchors = Mapping[Passage, Anchor]
Texts = Mapping[str, str]
_Span = tuple[int, int]


@frozen(kw_only=True)
class Standing:
    """The damaged spans that an attestation's passages overlap, and those that they stand beside."""

    inside: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def standing(attestation: Attestation, damages: Sequence[Damage], anchors: Anchors, texts: Texts) -> Standing:
    """
    Return how an attestation stands to the damaged spans of the documents that it cites.

    Offsets decide where the document is at hand: what overlaps a damaged span stands in it, what
    shares its sentence stands beside it, unless the damage is a word whose letters are restored. The
    historian's own `damage` and `beside` count everywhere, so that a report without documents can set
    the same attestations apart.
    """
    spans = _spans(attestation.passages, anchors)
    gaps = {
        damage.id: (damage, tuple(_gaps(cited, damage, anchors)))
        for damage in damages
        if (cited := spans.get(damage.passage.document))
    }
    inside = [name for name, (_, each) in gaps.items() if any(end < start for start, end in each)]
    if attestation.damage and attestation.damage not in inside:
        inside.append(attestation.damage)
    beside = [
        name
        for name, (damage, each) in gaps.items()
        if not _is_restored(damage) and _share_sentence(each, texts.get(damage.passage.document))
    ]
    if attestation.beside and attestation.beside not in beside:
        beside.append(attestation.beside)
    return Standing(inside=tuple(inside), beside=tuple(name for name in beside if name not in inside))


def _is_restored(damage: Damage) -> bool:
    """Tell whether a damaged form has an emendation: then the sense of its sentence is not in doubt."""
    return damage.kind in ("ocr", "misprint") and bool(damage.emendations)


def _spans(passages: Iterable[Passage], anchors: Anchors) -> dict[str, list[_Span]]:
    """Return where passages were found, by their documents."""
    found: dict[str, list[_Span]] = {}
    for passage in passages:
        anchor = anchors.get(passage)
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            found.setdefault(passage.document, []).append((anchor.start, anchor.end))
    return found


def _gaps(cited: Iterable[_Span], damage: Damage, anchors: Anchors) -> Iterator[_Span]:
    """Yield the code points between each cited span and the damage; a gap that ends early is an overlap."""
    for spans in _spans((damage.passage,), anchors).values():
        for damage_start, damage_end in spans:
            for start, end in cited:
                yield (damage_end, start) if damage_start < start else (end, damage_start)


def _share_sentence(gaps: Iterable[_Span], text: str | None) -> bool:
    return text is not None and any(
        start <= end and _SENTENCE_END.search(text, start, end) is None for start, end in gaps
    )
