"""The whole way in one function: a dossier in, a report out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from claimcheck.model.document import Passage
    from claimcheck.model.dossier import Dossier
    from claimcheck.model.name import Body, Person, Place
    from claimcheck.notebook import Examination


def examine(
    dossier: Dossier,
    *,
    documents: str | os.PathLike[str] | None = None,
    receipts: str | os.PathLike[str] | None = None,
    decisions: str | os.PathLike[str] | None = None,
    with_context: bool = False,
) -> Examination:
    """
    Return the conflict report of a dossier.

    `documents` is the folder in which the files of its documents lie; without it everything is
    compared, and the report says that no quotation was checked. `receipts` is the file that tells what
    was found of the quotations earlier, for documents that are not at hand or have changed. `decisions` is
    the folder in which the ledger of the reviewers lies, that of the dossier. Nothing in a file raises:
    what is wrong there is in `problems`. `with_context` keeps with
    each quotation what stands around it in its document, which may be under copyright.
    """
    if not hasattr(dossier, "questions"):
        raise TypeError(f"examine takes a dossier, not {dossier!r}; claimcheck.load(folder) reads one")
    # The stations are imported here, so that `import claimcheck` costs next to nothing. The package
    # itself imports this module at once: a later import would put the module in the function's place.
    from claimcheck.compare.station import compare_dossier
    from claimcheck.documents.anchor import anchor_passages
    from claimcheck.documents.receipts.records import Receipts
    from claimcheck.documents.receipts.store import read_receipts
    from claimcheck.documents.surroundings import with_surroundings
    from claimcheck.model.problem import problem_order
    from claimcheck.notebook import Examination
    from claimcheck.review.attach import with_ledger
    from claimcheck.weigh.station import weigh_results

    passages, names = tuple(cited_passages(dossier)), tuple(registered_names(dossier))
    earlier = Receipts() if receipts is None else read_receipts(receipts)
    anchored = anchor_passages(dossier.documents, passages, documents, names, earlier)
    anchors = with_surroundings(anchored.anchors, anchored.texts) if with_context else anchored.anchors
    compared = compare_dossier(dossier, anchored.anchors, anchored.texts)
    weighed = weigh_results(dossier, compared.results, compared.conflicts, anchored.texts)
    problems = (*dossier.problems, *earlier.problems, *anchored.problems)
    found = Examination(
        dossier=dossier,
        documents=anchored.states,
        anchors=anchors,
        results=weighed.results,
        conflicts=compared.conflicts,
        findings=(*compared.findings, *weighed.findings),
        event_bounds=compared.event_bounds,
        coverage=compared.coverage,
        problems=tuple(sorted(problems, key=problem_order)),
    )
    return found if decisions is None else with_ledger(found, decisions)


def registered_names(dossier: Dossier) -> Iterator[str]:
    """Yield every form of a name that the dossier's registers have."""
    records: tuple[Person | Place | Body, ...] = (*dossier.persons, *dossier.places, *dossier.bodies)
    for record in records:
        yield record.label
        yield from (form.text for form in record.names)
    for person in dossier.persons:
        yield from (form.text for form in person.also)


def cited_passages(dossier: Dossier) -> Iterator[Passage]:
    """Yield every passage that a dossier cites: of attestations, omissions and damaged spans."""
    for question in dossier.questions:
        for attestation in question.attestations:
            yield from attestation.passages
        for omission in question.omissions:
            if omission.passage is not None:
                yield omission.passage
    for damage in dossier.damages:
        yield damage.passage
