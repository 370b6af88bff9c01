"""Spans of a document whose words are not, or not all, those of its author."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.document import Passage
from claimcheck.model.problem import NOWHERE, Location

DAMAGE_KINDS = ("vandalism", "lacuna", "ocr", "misprint", "garbled")


@frozen(kw_only=True)
class Emendation:
    """A reading that a historian proposes for damaged words, as ours and not the document's."""

    reads: str
    because: str


@frozen(kw_only=True)
class Damage:
    """A damaged span, as small as can be defended. What overlaps it is quarantined."""

    id: str
    kind: str
    passage: Passage
    because: str = ""
    emendations: tuple[Emendation, ...] = ()
    where: Location = NOWHERE
