"""The first screen: the case in numbers, what matters most, what could not be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.model.plain import counted, listed, plain, sentence
from claimcheck.report.closing import left_out_by_reason
from claimcheck.report.codes import DOCUMENT_STATUSES
from claimcheck.report.html.facets import Facet, Row
from claimcheck.report.summary import UNCHECKED_WORDS, number_rows, title_words
from claimcheck.report.view import View
from claimcheck.values.relation import Relation

_N_FIRST = 5
"""How many conflicts the first screen tells."""

_N_DOCUMENTS = 5
"""How many documents the first screen names."""

_N_ABOUT = 6
"""How many places, and how many persons, the first screen leads to."""

_ABOUT = {"place": "Places", "person": "Persons"}


@frozen(kw_only=True)
class Figure:
    """One large number of the first screen, what it counts, and where that is told."""

    number: str
    words: str
    href: str


@frozen(kw_only=True)
class Case:
    """What the first screen shows."""

    title: str
    name: str
    compares: str
    figures: tuple[Figure, ...]
    first: tuple[Row, ...]
    about: tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]
    uncompared: tuple[tuple[str, int], ...]
    compared: str
    warnings: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, str, str], ...]


def case_of(view: View, rows: Sequence[Row], facets: Sequence[Facet]) -> Case:
    """Return the first screen of a report; `rows` and `facets` are those of its index."""
    report = view.report
    necessary = sum(each.relation is Relation.NECESSARY_CONFLICT for each in report.conflicts)
    possible = sum(each.relation is Relation.POSSIBLE_CONFLICT for each in report.conflicts)
    speakers = {each.speaker for each in view.attestations}
    figures = (
        (necessary, "conflicts: the sides cannot all be right", "#conflicts"),
        (possible, "conflicts: they may not all be right", "#conflicts"),
        (len(view.questions), "question" if len(view.questions) == 1 else "questions", "#questions"),
        (len(view.attestations), "attestations", "#questions"),
        (len(speakers), "sources that speak", "#sources"),
        (len(report.documents), "document" if len(report.documents) == 1 else "documents", "#documents"),
    )
    speakers_of = {each.id: each.source for each in report.dossier.documents}
    return Case(
        title=title_words(view),
        name=plain(report.dossier.title) or "Where the sources differ",
        compares=_compares([view.source(speakers_of.get(each.document, "")) for each in report.documents]),
        figures=tuple(Figure(number=f"{n:,}", words=words, href=href) for n, words, href in figures),
        first=tuple(sorted(rows, key=lambda row: row.weight)[:_N_FIRST]),
        about=tuple(_about(facets)),
        uncompared=tuple(
            (sentence(reason), len(found)) for reason, found in left_out_by_reason(view).items()
        ),
        compared=counted(report.coverage.compared, "pair"),
        warnings=tuple(_warnings(view)),
        numbers=tuple((plain(name), plain(words)) for name, words in number_rows(view)),
        documents=tuple(
            (
                plain(each.document),
                DOCUMENT_STATUSES[each.status],
                view.source(speakers_of.get(each.document, "")),
            )
            for each in report.documents
        ),
    )


def _compares(names: list[str]) -> str:
    """Return the documents of a case by the names of their sources, the first of them if there are many."""
    if len(names) > _N_DOCUMENTS:
        names = [*names[:_N_DOCUMENTS], f"{len(names) - _N_DOCUMENTS:,} more"]
    return sentence(f"{'documents' if len(names) > 1 else 'document'}: {listed(names)}") if names else ""


def _about(facets: Sequence[Facet]) -> Iterator[tuple[str, tuple[tuple[str, str, int], ...]]]:
    """Yield the places and persons of most conflicts as (address, name, number), under a heading each."""
    for facet in facets:
        if facet.name in _ABOUT and facet.options:
            most = sorted(facet.options, key=lambda option: -option[2])[:_N_ABOUT]
            yield _ABOUT[facet.name], tuple((f"#?{facet.name}={value}", name, n) for value, name, n in most)


def _warnings(view: View) -> list[str]:
    found = [] if view.has_documents else [UNCHECKED_WORDS]
    n_unsound = sum(not each.status.is_sound for each in view.report.anchors)
    if n_unsound:
        found.append(f"{counted(n_unsound, 'quotation')} not standing as cited; see the findings.")
    if view.report.problems:
        found.append(f"{counted(len(view.report.problems), 'problem')} in the files of the dossier.")
    return found
