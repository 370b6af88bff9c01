"""Who says what on the page: an attestation with its chain, its ground and its passages."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.document import Passage, QuotationStatus
from claimcheck.model.plain import plain, quoted
from claimcheck.model.question import Attestation, Link, Relay
from claimcheck.model.wording import stance_words
from claimcheck.report.anchor import source_anchor
from claimcheck.report.entries import detail_rows
from claimcheck.report.passages import earlier_words, found_words
from claimcheck.report.view import View
from claimcheck.report.words import reading_words

_RELAYS = {
    None: "as reported by",
    Relay.REPORTS: "as reported by",
    Relay.ENDORSES: "endorsed by",
    Relay.DOUBTS: "doubted by",
    Relay.REJECTS: "rejected by",
}


@frozen(kw_only=True)
class Step:
    """One link of a chain: how the source passes it on (nothing for the speaker), its name, its hedge."""

    how: str
    name: str
    anchor: str
    hedge: str


@frozen(kw_only=True)
class Cited:
    """
    A passage as the page shows it.

    `status` is empty where there is nothing to tell: the words stand there to the letter, or nobody
    could look. `before` and `after` hold what stands around the words in the document, when that was
    asked for.
    """

    document: str
    locator: str
    language: str
    quotation: str
    until: str
    status: str
    told: str
    evidence: str
    before: str
    after: str


@frozen(kw_only=True)
class Voice:
    """
    An attestation: who speaks through whom, and what.

    `details` are (lead, words) pairs. `chain` begins with the speaker.
    """

    id: str
    chain: tuple[Step, ...]
    in_passing: bool
    stance: str
    words: str
    reading: str
    details: tuple[tuple[str, str], ...]
    passages: tuple[Cited, ...]
    note: str


def voice(view: View, attestation_id: str) -> Voice | None:
    """Return an attestation as the page shows it, or None when the report has none of this id."""
    attestation = view.attestation(attestation_id)
    if attestation is None:
        return None
    return Voice(
        id=attestation.id,
        chain=_chain(view, attestation),
        in_passing=bool(attestation.hearsay_of),
        stance=attestation.stance.value,
        words=plain(stance_words(attestation)),
        reading=reading_words(attestation.value),
        details=tuple((plain(lead), plain(words)) for lead, words in detail_rows(view, attestation)),
        passages=tuple(cited(view, each, attestation.speaker) for each in attestation.passages),
        note=plain(attestation.note),
    )


def _chain(view: View, attestation: Attestation) -> tuple[Step, ...]:
    *relays, speaker = attestation.chain
    return (_step(view, speaker, ""), *(_step(view, each, _RELAYS[each.relay]) for each in reversed(relays)))


def _step(view: View, link: Link, how: str) -> Step:
    return Step(
        how=how, name=view.source(link.source), anchor=source_anchor(link.source), hedge=plain(link.hedge)
    )


def cited(view: View, passage: Passage, speaker: str = "") -> Cited:
    """Return a passage with what became of it; its document is not named again below its own speaker."""
    anchor = view.anchor(passage)
    is_news = bool(passage.quotation) and anchor.status is not QuotationStatus.EXACT
    told = ""
    if is_news and view.has_documents:
        told = found_words(anchor)
    elif is_news and anchor.earlier:
        told = earlier_words(anchor.earlier)
    document = view.document(passage.document)
    name = view.source(document.source) if document else plain(passage.document)
    if document and document.source == speaker and passage.locator:
        name = ""
    return Cited(
        document=name,
        locator=plain(passage.locator),
        language=document.language if document else "",
        quotation=quoted(plain(passage.quotation)),
        until=quoted(plain(passage.until)),
        status=anchor.status.value if told else "",
        told=told,
        evidence=plain(anchor.text) if anchor.before or anchor.after else "",
        before=_around(anchor.before),
        after=_around(anchor.after),
    )


def _around(text: str) -> str:
    """Return text on one line that keeps a blank at its begin and at its end, where it had one."""
    begin, end = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return f"{begin}{plain(text)}{end}"
