"""Who speaks, and who depends on whom."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from claimcheck.model.problem import NOWHERE, Location
from claimcheck.values.span import Span


@frozen(kw_only=True)
class Creator:
    """Somebody who made a source: CSL's name parts, or one literal name. `person` is a register id."""

    family: str = ""
    given: str = ""
    literal: str = ""
    role: str = "author"
    person: str = ""

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Form(Enum):
    """What a source is as evidence: left over from the event, or telling of it."""

    RELIC = "relic"
    NARRATIVE = "narrative"
    MIXED = "mixed"
    UNSTATED = "unstated"


@frozen(kw_only=True)
class Source:
    """
    Who speaks: a work, letter, telegram, memoir, map, person.

    The bibliography keeps CSL's terms: `type`, `title`, `container_title`, `issued`, `creators`, and
    whatever else the dossier gives in `other`, as (CSL key, text) pairs in the dossier's order.
    `issued_span` holds the days of its first publication: of CSL's `original-date`, else of `issued`.
    Criticism: `form`, `made` (the words of the dossier for when it was made, with `made_span`),
    `made_at`, `side` (whose side its maker was on), `authenticity`, and whether it `survives`.
    """

    id: str
    title: str = ""
    type: str = "document"
    creators: tuple[Creator, ...] = ()
    issued: str = ""
    issued_span: Span | None = field(default=None, eq=False)  # what the texts say already
    container_title: str = ""
    other: tuple[tuple[str, str], ...] = ()
    short: str = ""
    form: Form = Form.UNSTATED
    made: str = ""
    made_span: Span | None = None
    made_at: str = ""
    side: str = ""
    authenticity: str = ""
    survives: bool | None = None
    is_unnamed: bool = False
    note: str = ""
    where: Location = NOWHERE

    @property
    def label(self) -> str:
        """
        The short name that reports use: the dossier's own, or author and year, or the title.

        An unnamed source stands in quotation marks, since its name is only what somebody calls it.
        """
        name = self.short or self._bibliographic_label()
        return f"“{name}”" if self.is_unnamed else name

    def _bibliographic_label(self) -> str:
        family = next((creator.family or creator.literal for creator in self.creators), "")
        if not family:
            return self.title or self.id
        year = self.issued[:4] if self.issued[:4].isdigit() else ""
        return f"{family} {year}".rstrip()


class Certainty(Enum):
    """How a derivation is known."""

    DECLARED = "declared"
    ARGUED = "argued"
    SUSPECTED = "suspected"


_MUTUAL = ("same-author", "same-archive", "same-editor")
"""What two sources have in common: neither is the older by it, and it leads from neither to the other."""


@frozen(kw_only=True)
class Derivation:
    """
    A directed link: the child took from the parent. `kind` is a key of `weigh.kinds.KINDS`.

    It holds for the whole work unless `questions` or `attestations` (of the child) limit it to passages.
    """

    child: str
    parent: str
    kind: str
    status: Certainty = Certainty.DECLARED
    because: str = ""
    questions: tuple[str, ...] = ()
    attestations: tuple[str, ...] = ()
    where: Location = NOWHERE

    @property
    def is_mutual(self) -> bool:
        """Whether both have something in common, and neither has anything from the other."""
        return self.kind in _MUTUAL


@frozen(kw_only=True)
class Hand:
    """
    An unseen parent of two sources or more: one author, eyewitness, commission, agency or group.

    `kind` is a key of `weigh.kinds.HANDS`; `questions` limits it to some questions.
    """

    sources: tuple[str, ...]
    kind: str
    because: str = ""
    status: Certainty = Certainty.DECLARED
    questions: tuple[str, ...] = ()
    where: Location = NOWHERE


@frozen(kw_only=True)
class Independence:
    """A historian's judgement on a group of sources, with its reason: independent of one another, or not."""

    sources: frozenset[str]
    is_known: bool
    because: str
    where: Location = NOWHERE
