"""One question, conflict, finding, claim, attestation, source or event in full, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.model.source import Creator, Form, Source
from claimcheck.model.wording import attestation_words
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.codes import finding_heading
from claimcheck.report.conflicts import conflict_blocks, conflict_line
from claimcheck.report.criticism import grade_items, row_items
from claimcheck.report.entries import attestation_items, claim_items
from claimcheck.report.findings import finding_items
from claimcheck.report.questions import question_blocks
from claimcheck.report.table import blocks_to_text
from claimcheck.report.timeline import event_blocks
from claimcheck.report.view import View


def show(report: Report, id: str) -> str | None:  # noqa: A002 - the word that users know
    """Return everything that has this id, as text; None when nothing has. `known_ids` lists them all."""
    text = blocks_to_text(_blocks(View(report), id))
    return text or None


def known_ids(report: Report) -> tuple[str, ...]:
    """Return every id that `show` answers, sorted, each once."""
    view = View(report)
    found = {each.id for each in report.conflicts}
    found.update(each.id for each in report.findings)
    found.update(each.id for each in report.dossier.questions)
    found.update(claim.id for result in report.results for claim in result.claims)
    found.update(each.id for each in view.attestations)
    found.update(each.id for each in report.dossier.sources)
    found.update(each.id for each in report.dossier.events)
    return tuple(sorted(found))


def _blocks(view: View, some_id: str) -> Iterator[Block]:
    # Ids are unique within their list only, so that one id may name a question and a source.
    yield from _results(view, some_id)
    for question in view.report.dossier.questions:
        if question.id == some_id:
            yield from question_blocks(view, question, in_full=True)
            yield from row_items(view, question)
            yield Paragraph("Attestations:")
            for attestation in (*view.counted(question.id), *view.quarantined(question)):
                yield from attestation_items(view, attestation.id)
                yield from grade_items(view, attestation, depth=1)
    claim = view.claim(some_id)
    if claim is not None:
        yield Heading(level=3, text="A claim")
        yield from claim_items(view, claim)
    if view.attestation(some_id) is not None:
        yield from _attestation(view, some_id)
    for source in view.report.dossier.sources:
        if source.id == some_id:
            yield from _source(view, source)
    for event in view.report.dossier.events:
        if event.id == some_id:
            yield from event_blocks(view, event)


def _results(view: View, some_id: str) -> Iterator[Block]:
    for conflict in view.report.conflicts:
        if conflict.id == some_id:
            yield from conflict_blocks(view, conflict, in_full=True)
    for finding in view.report.findings:
        if finding.id == some_id:
            yield Heading(level=3, text=finding_heading(finding.code))
            yield from finding_items(view, finding, in_full=True)


def _attestation(view: View, attestation_id: str) -> Iterator[Block]:
    attestation = view.report.attestation(attestation_id)
    yield Heading(level=3, text=view.asks(attestation.question))
    yield from attestation_items(view, attestation_id)
    yield from grade_items(view, attestation, depth=1)
    if view.is_quarantined(attestation):
        yield Item(text="left out of the comparison, because its words are damaged")
    for conflict in view.report.conflicts:
        if any(attestation_id in side.attestations for side in conflict.sides):
            yield Item(lead="conflict:", text=conflict_line(view, conflict))
    for finding in view.report.findings:
        if attestation_id in finding.attestations:
            yield Item(lead="finding:", text=f"{finding.explanation} [{finding.id}]")


def _source(view: View, source: Source) -> Iterator[Block]:
    yield Heading(level=3, text=view.source(source.id))
    for lead, text in criticism_rows(source):
        if text:
            yield Item(lead=f"{lead}:", text=text)
    for derivation in view.report.dossier.derivations:
        if source.id in (derivation.child, derivation.parent):
            child, parent = view.source(derivation.child), view.source(derivation.parent)
            reason = f", because {plain(derivation.because)}" if derivation.because else ""
            status = derivation.status.value
            yield Item(lead="derivation:", text=f"{child} {derivation.kind} {parent} ({status}{reason})")
    for attestation in view.attestations:
        if any(link.source == source.id for link in attestation.chain):
            asked = view.asks(attestation.question)
            yield Item(
                lead=asked, text=f"{attestation_words(view.report.dossier, attestation)} [{attestation.id}]"
            )


def criticism_rows(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what is known of a source as (lead, text), an empty text where nothing is."""
    yield "title", source.title
    yield "made by", "; ".join(_creator(each) for each in source.creators)
    yield "in", source.container_title
    yield "published", source.issued
    yield "made", " ".join(part for part in (source.made, source.made_at) if part)
    yield "form", source.form.value if source.form is not Form.UNSTATED else ""
    yield "its maker's side", source.side
    yield "authenticity", source.authenticity
    yield "survives", {True: "yes", False: "no", None: ""}[source.survives]
    yield from source.other


def _creator(creator: Creator) -> str:
    return str(creator) if creator.role == "author" else f"{creator} ({creator.role})"
