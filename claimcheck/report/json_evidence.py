"""The evidence of a report as JSON: documents, sources, attestations, passages."""

from __future__ import annotations

from typing import Any

from claimcheck.model.criticism import Grade
from claimcheck.model.document import Anchor, DocumentStatus, Earlier
from claimcheck.model.question import Attestation, Basis
from claimcheck.model.report import DocumentState
from claimcheck.report.passages import earlier_words
from claimcheck.report.view import View
from claimcheck.values.value import Reading, Value

JSON = dict[str, Any]


def documents_json(view: View) -> list[JSON]:
    """
    Return every document with what became of its file.

    `sha256` is the digest of the file that was read, else of the one that the dossier was written from,
    which `sha256_expected` keeps.
    """
    states = {state.document: state for state in view.report.documents}
    found = []
    for document in view.report.dossier.documents:
        state = states.get(document.id) or DocumentState(document=document.id, status=DocumentStatus.ABSENT)
        found.append(
            {
                "id": document.id,
                "source": document.source,
                "path": document.file or None,
                "sha256": state.sha256 or document.sha256 or None,
                "sha256_expected": document.sha256 or None,
                "status": state.status.value,
            }
        )
    return found


def sources_json(view: View) -> list[JSON]:
    """Return every source of the dossier."""
    return [
        {
            "id": source.id,
            "label": source.label,
            "title": source.title,
            "type": source.type,
            "form": source.form.value,
            "issued": source.issued or None,
            "made": source.made or None,
            "side": source.side or None,
            "survives": source.survives,
            "is_unnamed": source.is_unnamed,
        }
        for source in view.report.dossier.sources
    ]


def attestation_json(view: View, attestation: Attestation) -> JSON:
    """Return an attestation; one that damage has quarantined says so, and took no part in comparison."""
    by_telling = attestation.basis is Basis.TELLING
    return {
        "id": attestation.id,
        "question": attestation.question,
        "document": attestation.document,
        "chain": [
            {"source": link.source, "relay": link.relay.value if link.relay else None, "hedge": link.hedge}
            for link in attestation.chain
        ],
        "stance": attestation.stance.value,
        "basis": "implied" if by_telling else attestation.basis.value,
        "by_telling": by_telling,
        "because": attestation.because or ("only the order of telling says so" if by_telling else ""),
        "scope": {facet.name: facet.text for facet in view.scope(attestation).facets},
        "rests_on": list(attestation.rests_on),
        "hearsay_of": attestation.hearsay_of or None,
        "quarantined": view.is_quarantined(attestation),
        "damage": attestation.damage or None,
        "beside": attestation.beside or None,
        "value": value_json(attestation.value, attestation.printed),
        "passages": [passage_json(view.anchor(each)) for each in attestation.passages],
        "grades": [_grade(each) for each in view.grades(attestation)],
    }


def _grade(grade: Grade) -> JSON:
    return {
        "rule": grade.rule,
        "grade": grade.best,
        "at_worst": grade.worst,
        "words": grade.words,
        "because": grade.because,
        "basis": grade.basis.value,
    }


def value_json(value: Value, printed: str) -> JSON:
    """Return a value in the source's words and as it was read; `text` is the dossier's wording of it."""
    return {
        "kind": value.kind,
        "printed": printed or value.text,
        "read": {
            "text": value.text,
            "readings": [_reading(each) for each in value.readings],
            "open": list(value.open),
        },
    }


def _reading(reading: Reading) -> JSON:
    return {
        "core": str(reading.core),
        "envelope": str(reading.envelope),
        "under": dict(sorted(reading.under)),
    }


def passage_json(anchor: Anchor) -> JSON:
    """
    Return a passage with its place in the document: code points of the decoded file, half-open.

    Only one with a receipt from an absent file, or from another text, has the key `earlier`.
    """
    passage = anchor.passage
    found: JSON = {
        "document": passage.document,
        "locator": passage.locator or None,
        "quotation": passage.quotation or None,
        "until": passage.until or None,
        "start": anchor.start,
        "end": anchor.end,
        "differs": list(anchor.differs),
        "status": anchor.status.value,
        "found_at": anchor.found_at or None,
        "chance": anchor.chance or None,
    }
    return found if anchor.earlier is None else found | {"earlier": _earlier(anchor.earlier)}


def _earlier(earlier: Earlier) -> JSON:
    return {
        "status": earlier.status.value,
        "place": earlier.place or None,
        "date": earlier.date,
        "sha256": earlier.sha256,
        "moved_to": earlier.moved_to or None,
        "kept": earlier.is_kept,
        "text": earlier_words(earlier),
    }
